"""Inlines as a row of measured pieces: what line breaking works on and what is painted."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from briefgen.late_patterns import late_pattern
from briefgen.model.document import Cite, CrossRef, Emphasis, LineBreak, Link, NoteRef, Strong, TextRun
from briefgen.records import dataclass, field, replace
from briefgen.render.bidirectional import runs_from_right
from briefgen.render.pdf.objects.destinations import block_place, note_place, reference_place
from briefgen.render.pdf.text.directed_words import directed_words
from briefgen.render.pdf.text.manners import Run, Target, bold, inked, raised, slanted
from briefgen.render.pdf.text.shaped_words import GLUED, Word

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefgen.model.document import Inline
    from briefgen.model.looks.style import Style
    from briefgen.render.pdf.objects.tag_tree import Tag
    from briefgen.render.pdf.text.manners import Manner
    from briefgen.render.spoken_brief import SpokenBrief

FORCED = -2.0
"""What may follow a piece: a new line, always."""
_RISE = 0.36
_MOST_MARKERS = 1_024
_NUMBER = late_pattern(r"(\d+)")
_ENDS_OF_LINES = late_pattern(r"[\t\n\v\f\r\x85\u2028\u2029]")


@dataclass(slots=True, eq=False)
class Setting:
    """Pieces in a row; the four lists run in step."""

    words: list[Word] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    widths: list[float] = field(default_factory=list)
    after: list[float] = field(default_factory=list)
    """The width of the space behind a piece, or SOFT, GLUED, FORCED."""
    language: str = ""
    """Whose rules divide words; empty for text whose words stay whole."""
    runs_on: bool = False
    """Whether it is running text, which does not end in a line of one word."""
    has_notes: bool = False
    has_links: bool = False
    has_islands: bool = False

    def add(self, text: str, run: Run) -> None:
        """Append a text; its spaces are where lines may end."""
        if runs_from_right(text):
            self._add_island(text, run)
            return
        scale, extra, pieces, known = run.size / 1000, run.spacing, run.face.pieces, run.face.known
        space = run.face.space * scale + extra
        words, runs, widths, afters = self.words, self.runs, self.widths, self.after
        for index, part in enumerate(text.split(" ")):
            if index and afters and afters[-1] != FORCED:
                afters[-1] = space
            if part:
                for word, after in known.get(part) or pieces(part):
                    words.append(word)
                    runs.append(run)
                    widths.append(word.advance * scale + (extra * len(word.glyphs) if extra else 0.0))
                    afters.append(after)

    def _add_island(self, text: str, run: Run) -> None:
        """Append a text some of which runs from right to left: its pieces change places when a line is painted."""
        island = replace(run, is_island=True)
        self.has_islands = True
        scale = run.size / 1000
        space = run.face.space * scale + run.spacing
        for index, pieces in enumerate(directed_words(text, run.face)):
            if index and self.after and self.after[-1] != FORCED:
                self.after[-1] = space
            for word in pieces:
                self.words.append(word)
                self.runs.append(island)
                self.widths.append(word.advance * scale + run.spacing * len(word.glyphs))
                self.after.append(GLUED)

    def force_break(self, run: Run) -> None:
        """End the line here."""
        if not self.after or self.after[-1] == FORCED:
            self._add_nothing(run)
        self.after[-1] = FORCED

    def end_with_space(self) -> None:
        """Let the text end in a space, so that what another element goes on with stands apart from it."""
        if self.words:
            run = self.runs[-1]
            if run.is_island and run.slot:
                run.slot.tag.actual += " "
            self.after[-1] = run.face.space * run.size / 1000
            self._add_nothing(run)

    def _add_nothing(self, run: Run) -> None:
        """A piece without width, for what stands behind a piece to stand behind."""
        self.words.append(Word("", run.face.main, 0.0, "", ()))
        self.runs.append(run)
        self.widths.append(0.0)
        self.after.append(GLUED)

    def say_islands(self) -> None:
        """Let the elements of islands say the spaces that are painted behind them."""
        for at, run in enumerate(self.runs[:-1] if self.has_islands else ()):
            ends = run.is_island and self.runs[at + 1] is not run
            if ends and run.slot and (self.after[at] > 0 or self.after[at] == FORCED):
                run.slot.tag.actual += " "

    @property
    def full_width(self) -> float:
        """The width without any line end."""
        if len(self.widths) == 1:  # as of most cells
            return self.widths[0]
        return sum(self.widths) + sum([space for space in self.after[:-1] if space > 0])

    @property
    def widest_piece(self) -> float:
        """The least width that needs no break inside a word."""
        if len(self.widths) == 1:
            return self.widths[0]
        units, unit = [0.0], 0.0
        for width, after in zip(self.widths, self.after, strict=True):
            unit += width
            if after != GLUED:
                units.append(unit)
                unit = 0.0
        return max(*units, unit)


class Typesetter:
    """Turns inlines into settings and their structure elements."""

    def __init__(self, style: Style, places: Iterable[str], language: str, spoken: SpokenBrief) -> None:
        self._style, self._spoken = style, spoken
        self._language = language
        self._places = frozenset(places)
        self.noted: list[int] = []
        """Footnotes met since somebody last looked."""
        self.markers: dict[int, list[Tag]] = {}
        """Footnote → the elements of its markers."""

    def set(self, inlines: tuple[Inline, ...], manner: Manner, tag: Tag) -> Setting:
        """A setting of inlines under an element."""
        setting = Setting(language=self._language if manner.divided else "", runs_on=manner.runs_on)
        # Most cells and paragraphs are one plain text, which needs no walk.
        only = inlines[0] if len(inlines) == 1 else None
        if isinstance(only, TextRun) and _is_plain(only) and self._spoken.is_plain(only):
            setting.add(_flat(only.text), manner.run(tag.slot()))
            return setting
        _Filling(setting, tag, self._style, self._places, self._spoken).fill(inlines, manner, tag, None)
        setting.say_islands()
        if setting.has_notes:
            for run in dict.fromkeys(setting.runs):
                if run.note:
                    self.noted.append(run.note)
                    self.markers.setdefault(run.note, []).append(_marker_of(run))
        return setting

    def decoration(self, text: str, manner: Manner) -> Setting:
        """A setting of a text that is no content."""
        setting = Setting()
        setting.add(text, manner.run(None))
        return setting

    def label(self, text: str, manner: Manner, tag: Tag) -> Setting:
        """A setting of a plain text under an element."""
        setting = Setting()
        setting.add(text, manner.run(_said(text, tag).slot()))
        return setting


class _Filling:
    """Fills one setting; content that follows on in the same element shares a slot."""

    def __init__(
        self, setting: Setting, tag: Tag, style: Style, places: frozenset[str], spoken: SpokenBrief
    ) -> None:  # fmt: skip
        self._setting = setting
        self._style, self._spoken = style, spoken
        self._places = places
        self._root = tag

    def fill(self, inlines: tuple[Inline, ...], manner: Manner, tag: Tag, target: Target | None) -> None:
        run: Run | None = None
        for inline in inlines:
            # Texts that follow on share a slot, and so one piece of marked content; an element between them ends it.
            if isinstance(inline, TextRun) and _is_plain(inline):
                run = self._text(inline, run, manner, tag, target)
            elif isinstance(inline, LineBreak):
                run = run or self._run(manner, tag, target)
                self._setting.force_break(run)
            else:
                run = None
                self._nest(inline, manner, tag, target)

    def _text(self, text: TextRun, run: Run | None, manner: Manner, tag: Tag, target: Target | None) -> Run | None:
        """A text behind what has been painted so far, what stands for other words in elements that say them."""
        for piece, expansion in self._spoken.pieces(text):
            if expansion is None:
                run = run or self._run(manner, tag, target)
                self._setting.add(_flat(piece), run)
            else:
                span = tag.add("Span")
                span.expansion, span.language = expansion.words, expansion.language
                self._setting.add(piece, self._run(manner, span, target))
                run = None
        return run

    def _nest(self, inline: Inline, manner: Manner, tag: Tag, target: Target | None) -> None:
        match inline:
            case TextRun():
                if inline.language:
                    tag = tag.add("Span")
                    tag.language = inline.language
                self._setting.add(_flat(inline.text), self._run(manner, _said(inline.text, tag), target))
            case Strong():
                self.fill(inline.inlines, bold(manner), tag.add("Strong"), target)
            case Emphasis():
                self.fill(inline.inlines, slanted(manner), tag.add("Em"), target)
            case Link():
                self._link(inline, manner, tag, target)
            case Cite():
                self._cite(inline, manner, tag, target)
            case CrossRef():
                accent = inked(manner, self._style.palette.accent)
                place = block_place(inline.target)
                # `Table 2` does not part at a line's end; of a heading's words only the first two.
                words = self._spoken.place(inline.target, inline.text)
                said = inline.text.replace(" ", "\u00a0", 1)
                run = self._jump(said, place, words, accent, tag.add("Reference"), target)
                if run.target and run.target is not target:
                    run.target.is_underlined = True
            case NoteRef():
                self._note(inline.number, manner, tag, target)
            case LineBreak():
                raise AssertionError("breaks are handled by the caller")

    def _run(self, manner: Manner, tag: Tag, target: Target | None) -> Run:
        run = manner.run(tag.slot())
        if target:
            run.target = target
            self._setting.has_links = True
        return run

    def _link(self, link: Link, manner: Manner, tag: Tag, outer: Target | None) -> None:
        if outer:  # a link in a link is none in PDF
            self.fill(link.inlines, manner, tag, outer)
            return
        element = tag.add("Link")
        target = Target(element, self._spoken.address(link), url=link.url, is_underlined=True)
        self.fill(link.inlines, inked(manner, self._style.palette.accent), element, target)

    def _cite(self, cite: Cite, manner: Manner, tag: Tag, outer: Target | None) -> None:
        marked = inked(manner, self._style.palette.accent)
        reference = tag.add("Reference")
        # Of `[1, 3]` each number leads to its own entry. A marker that does not show them, as `(Author, 2020)`,
        # leads to the first as a whole.
        wanted = frozenset(map(str, cite.numbers))
        parts = _parted(cite.text, wanted)
        for part in parts:
            number = part if part in wanted else str(cite.numbers[0]) if len(parts) == 1 and cite.numbers else ""
            said = part if len(cite.numbers) > 1 else cite.text
            words = self._spoken.source(int(number), said) if number else ""
            self._jump(part, reference_place(number), words, marked, reference, outer)

    def _note(self, number: int, manner: Manner, tag: Tag, outer: Target | None) -> None:
        small = raised(manner, self._style.families["sans"].source, self._style.palette.accent)
        words = self._spoken.note(number)
        run = self._jump(str(number), note_place(number), words, small, tag.add("NoteRef"), outer)
        run.rise, run.note = manner.size * _RISE, number
        self._setting.has_notes = True

    def _jump(self, text: str, place: str, words: str, manner: Manner, tag: Tag, outer: Target | None) -> Run:
        """A text that leads to a place in the document, where there is such a place, and what is said of it."""
        target = outer
        if not outer and place in self._places:
            tag = tag.add("Link")
            target = Target(tag, words, place=place)
        run = self._run(manner, _said(text, tag), target)
        self._setting.add(text, run)
        return run


@lru_cache(maxsize=_MOST_MARKERS)
def _parted(marker: str, wanted: frozenset[str]) -> tuple[str, ...]:
    """A citation's marker at its numbers, where it begins with a wanted one and shows them all; else whole."""
    found = _NUMBER.findall(marker)
    shows_all = bool(found) and found[0] in wanted and wanted <= set(found)
    return tuple(_NUMBER.split(marker)) if shows_all else (marker,)


def _marker_of(run: Run) -> Tag:
    """The element of a footnote's marker, around its link if it has one."""
    if run.slot is None:
        raise AssertionError("a marker is content")
    tag = run.slot.tag
    return tag.parent if tag.kind == "Link" and tag.parent else tag


def _is_plain(text: TextRun) -> bool:
    """Whether a text needs no element of its own."""
    return not (text.language or runs_from_right(text.text))


def _said(text: str, tag: Tag) -> Tag:
    """The element for a text: where some of it runs from right to left, one that says it in the order of its letters.

    The page holds them in the order in which they are seen.
    """
    if not runs_from_right(text):
        return tag
    span = tag.add("Span")
    span.actual = _flat(text)
    return span


def _flat(text: str) -> str:
    """A text whose only white space is spaces."""
    return text if text.isprintable() else _ENDS_OF_LINES.sub(" ", text)
