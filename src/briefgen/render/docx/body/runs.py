"""Inlines as runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefgen.late_patterns import late_pattern
from briefgen.model.document import Cite, CrossRef, Emphasis, Inline, LineBreak, Link, NoteRef, Strong, TextRun
from briefgen.records import replace
from briefgen.render.docx.body.bookmarks import Marks, reference_place, target_name
from briefgen.render.docx.body.run_looks import PLAIN, Mark, RunLook
from briefgen.render.docx.package.directed_runs import text_runs
from briefgen.render.docx.package.wordprocessingml import attribute, field, run, unparted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefgen.model.looks.style import Style, TextStyle
    from briefgen.render.docx.body.survey import Targets
    from briefgen.render.spoken_brief import SpokenBrief

_NUMBERS = late_pattern(r"\d+").finditer
_LONGEST = 255
"""Of what Word shows of a link."""
_HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


class InlineWriter:
    """Writes inlines of one part; external links become relations of that part.

    `notes` are the keys of the footnotes by their numbers: an anchor stands around each marker. `style` tells which
    paragraphs are bold by themselves.
    """

    def __init__(
        self,
        part: Any,  # noqa: ANN401 - python-docx has no types
        style: Style,
        targets: Targets,
        spoken: SpokenBrief,
        notes: Mapping[int, str] | None = None,
    ) -> None:
        self.part, self.style, self.targets, self.spoken, self.notes = part, style, targets, spoken, notes or {}
        self.marks = Marks()

    def runs(self, inlines: Sequence[Inline], text: str = "body", look: RunLook = PLAIN) -> str:
        """All of them in a paragraph of a text style of the house; `look` is what they share beyond it."""
        # Most cells and paragraphs are one plain text.
        if len(inlines) == 1 and type(inlines[0]) is TextRun and not inlines[0].language:
            return text_runs(inlines[0].text, look.properties)
        below = self.style.text[text]
        return "".join(self._one(inline, look, below) for inline in inlines)

    def _one(self, inline: Inline, look: RunLook, below: TextStyle) -> str:
        match inline:
            case TextRun():
                lang = f'<w:lang w:val="{attribute(inline.language)}"/>' if inline.language else ""
                return text_runs(inline.text, look.properties + lang)
            case Strong():
                return self._all(
                    inline.inlines, look if below.bold or look.in_bold else replace(look, strong=True), below
                )
            case Emphasis():
                return self._all(inline.inlines, look if below.italic else replace(look, emphasis=True), below)
            case Link():
                return self._link(inline, look, below)
            case Cite():
                return self._cite(inline, look)
            case CrossRef():
                return self._cross_reference(inline, look)
            case NoteRef():
                reference = f'<w:footnoteReference w:id="{inline.number}"/>'
                marker = f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>{reference}</w:r>'
                return self.marks.note(self.notes.get(inline.number, ""), marker)
            case LineBreak():
                return "<w:r><w:br/></w:r>"

    def _all(self, inlines: Sequence[Inline], look: RunLook, below: TextStyle) -> str:
        return "".join(self._one(inline, look, below) for inline in inlines)

    def _link(self, link: Link, look: RunLook, below: TextStyle) -> str:
        inner = self._all(link.inlines, replace(look, mark=Mark.LINK), below)
        key = self.part.relate_to(link.url, _HYPERLINK, is_external=True)
        return _leading(f'r:id="{attribute(key)}"', self.spoken.address(link), inner)

    def _cross_reference(self, reference: CrossRef, look: RunLook) -> str:
        """A field that follows its target when an editor moves it, filled in with what it says now."""
        if reference.target not in self.targets.places:
            return text_runs(reference.text, look.properties)
        linked, name = look.properties_as(Mark.LINK), target_name(reference.target)
        said = unparted(reference.text) if reference.target in self.targets.labelled else reference.text
        return field(f"REF {name} \\h", said, linked, text_runs(said, linked))

    def _cite(self, cite: Cite, look: RunLook) -> str:
        """A citation whose number is that of its entry in the list, so that it follows when a source comes in.

        Where the words hold no number, as those of author and date, they are a link. A field has no room for what is
        said of it, and a link around one is two links to LibreOffice, of which a tagged PDF knows one.
        """
        number = cite.numbers[0]
        place = reference_place(number)
        if place not in self.targets.places:
            return text_runs(cite.text, look.properties)
        marked = look.properties_as(Mark.CITATION)
        anchor = target_name(place)
        before, found, behind = _around(str(number), cite.text)
        if found and place in self.targets.numbered:
            counted = field(f"REF {anchor} \\r \\h", found, marked)
            return (run(before, marked) if before else "") + counted + (text_runs(behind, marked) if behind else "")
        words = self.spoken.source(number, cite.text)
        return _leading(f'w:anchor="{anchor}"', words, text_runs(cite.text, marked))


def _leading(to: str, words: str, inner: str) -> str:
    """Runs that lead somewhere, and what Word says of it."""
    said = attribute(" ".join(words.split())[:_LONGEST])
    tooltip = f' w:tooltip="{said}"' if said else ""
    return f'<w:hyperlink {to}{tooltip} w:history="1">{inner}</w:hyperlink>'


def _around(number: str, words: str) -> tuple[str, str, str]:
    """What stands before the first place of a number in some words, the number, and what stands behind."""
    for found in _NUMBERS(words):
        if found[0] == number:
            return words[: found.start()], number, words[found.end() :]
    return words, "", ""
