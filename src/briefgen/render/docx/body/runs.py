"""Inlines as runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefgen.model.document import Cite, CrossRef, Emphasis, Inline, LineBreak, Link, NoteRef, Strong, TextRun
from briefgen.render.docx.body.bookmarks import Marks, target_name
from briefgen.render.docx.package.directed_runs import text_runs
from briefgen.render.docx.package.wordprocessingml import attribute, field

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


class InlineWriter:
    """Writes inlines of one part; external links become relations of that part.

    `notes` are the keys of the footnotes by their numbers: an anchor stands around each marker.
    """

    def __init__(
        self,
        part: Any,  # noqa: ANN401 - python-docx has no types
        targets: frozenset[str] = frozenset(),
        notes: Mapping[int, str] | None = None,
    ) -> None:
        self.part, self.targets, self.notes = part, targets, notes or {}
        self.marks = Marks()

    def runs(self, inlines: Sequence[Inline], properties: str = "") -> str:
        """All of them; `properties` are run properties they share."""
        # Most cells and paragraphs are one plain text.
        if len(inlines) == 1 and type(inlines[0]) is TextRun and not inlines[0].language:
            return text_runs(inlines[0].text, properties)
        return "".join(self._one(inline, properties) for inline in inlines)

    def _one(self, inline: Inline, properties: str) -> str:
        match inline:
            case TextRun():
                lang = f'<w:lang w:val="{attribute(inline.language)}"/>' if inline.language else ""
                return text_runs(inline.text, properties + lang)
            case Strong():
                return self.runs(inline.inlines, properties + _once("<w:b/><w:bCs/>", properties))
            case Emphasis():
                return self.runs(inline.inlines, properties + _once("<w:i/><w:iCs/>", properties))
            case Link():
                return self._link(inline, properties)
            case Cite():
                return self._cite(inline, properties)
            case CrossRef():
                return self._cross_reference(inline, properties)
            case NoteRef():
                reference = f'<w:footnoteReference w:id="{inline.number}"/>'
                marker = f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>{reference}</w:r>'
                return self.marks.note(self.notes.get(inline.number, ""), marker)
            case LineBreak():
                return "<w:r><w:br/></w:r>"

    def _link(self, link: Link, properties: str) -> str:
        inner = self.runs(link.inlines, '<w:rStyle w:val="Hyperlink"/>' + properties)
        key = self.part.relate_to(link.url, _HYPERLINK, is_external=True)
        return f'<w:hyperlink r:id="{attribute(key)}" w:history="1">{inner}</w:hyperlink>'

    def _cross_reference(self, reference: CrossRef, properties: str) -> str:
        """A field that follows its target when an editor moves it, filled in with what it says now."""
        if reference.target not in self.targets:
            return text_runs(reference.text, properties)
        linked = '<w:rStyle w:val="Hyperlink"/>' + properties
        return field(
            f"REF {target_name(reference.target)} \\h", reference.text, linked, text_runs(reference.text, linked)
        )

    def _cite(self, cite: Cite, properties: str) -> str:
        place = reference_place(cite.numbers[0])
        if place not in self.targets:
            return text_runs(cite.text, properties)
        inner = text_runs(cite.text, '<w:rStyle w:val="Hyperlink"/>' + properties)
        anchor = target_name(place)
        return f'<w:hyperlink w:anchor="{anchor}" w:history="1">{inner}</w:hyperlink>'


def reference_place(number: int) -> str:
    """The place of a reference's entry, for links."""
    return f"reference-{number}"


def _once(wanted: str, properties: str) -> str:
    return "" if wanted in properties else wanted
