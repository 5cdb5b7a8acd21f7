"""Texts of the relation as blocks: their Markdown is read as that of templates is, with tokens for all that is data."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from briefgen.compose.markdown.markdown_reader import MarkdownReader
from briefgen.compose.source.absent_values import not_found
from briefgen.compose.source.source_map import Lined
from briefgen.compose.template.prose_values import ProseValues
from briefgen.compose.values.placeholders import CiteSlot
from briefgen.diagnostics import Place
from briefgen.late_patterns import late_pattern
from briefgen.model.audience_choices import NO_MARKERS
from briefgen.model.document import TextRun
from briefgen.model.origin import FactOrigin, Origin, OriginKind
from briefgen.model.values.prose_text import Asked, Citation, ProseText, Words
from briefgen.records import dataclass

if TYPE_CHECKING:
    from briefgen.compose.brief_state import Brief
    from briefgen.model.document import Block
    from briefgen.model.view import Item, View

_BEGINS = late_pattern(r"\s*(?:(?:[-*+>|]|\d+[.)]|#{1,6})\s*)*")
"""What a line begins with before its first word."""


def texts_of(view: View) -> dict[str, Item]:
    """Id → every text of the relation that the view holds."""
    kinds = (found for found in view.items.values() if found and text_in(found[0]) is not None)
    return {item.id: item for found in kinds for item in found if text_in(item) is not None}


def text_in(item: Item) -> ProseText | None:
    """The text that an item is; None of any other fact."""
    for value in item.fields.values():
        if isinstance(value, ProseText):
            return value
    return None


def placed_prose(brief: Brief, name: object) -> object:
    """A token for the blocks of prose; what tells that it is not there, where it is not."""
    wanted, place = brief.said_plainly(name), brief.problems.here("prose")
    known = texts_of(brief.view)
    if wanted not in known:
        return not_found(brief.problems, "prose", wanted, known) if wanted else None

    def build() -> tuple[Block, ...]:
        if wanted in brief.placed:
            message = f"the prose '{wanted}' stands in this brief already"
            brief.problems.report.error("BG424", place, message, "place it once: take one of the two out")
            return ()
        brief.placed.add(wanted)
        return Texts(brief).blocks(known[wanted])

    return brief.slots.block(build)


class Texts:
    """The texts of one brief."""

    def __init__(self, brief: Brief) -> None:
        self._brief = brief
        self._values = ProseValues(brief)

    def blocks(self, item: Item) -> tuple[Block, ...]:
        """A text, its highest headings one below the one that it stands under."""
        text = text_in(item)
        if text is None:
            return ()
        self._brief.use.print((item.id, name) for name, value in item.fields.items() if value is text)
        path = item.origin.facts[0].place.path
        lined, typed = self._lined(text, path)
        return MarkdownReader(self._brief, lined, _OfProse(self._brief, item, typed, text.language)).blocks()

    def _lined(self, text: ProseText, path: str) -> tuple[Lined, dict[int, str]]:
        """The Markdown with tokens, the place of each of its lines, and the words of each line of the file."""
        lines, places = [""], [1]
        typed: dict[int, str] = {}
        for piece in text.pieces:
            match piece:
                case Words():
                    first, *more = piece.text.split("\n")
                    lines[-1] += first
                    typed[piece.line] = typed.get(piece.line, "") + first
                    for number, line in enumerate(more, piece.line + 1):
                        lines.append(line)
                        places.append(number)
                        typed[number] = line
                case Asked():
                    lines[-1] += self._values.token(piece, path)
                case Citation():
                    if len(lines) > 1 and not lines[-1].strip() and lines[-2].strip():  # it goes with the word before
                        del lines[-1], places[-1]
                    lines[-1] = _up_to_word(lines[-1]) + self._cite(piece)
                case _:
                    assert_never(piece)
        return Lined("\n".join(lines), tuple(Place(path, line, 1) for line in places)), typed

    def _cite(self, citation: Citation) -> str:
        if self._brief.view.audience.citations.markers in NO_MARKERS:
            return ""
        refs = tuple(dict.fromkeys(one.ref for one in citation.cited))
        spots = tuple((one.ref, one.locator) for one in citation.cited if one.locator)
        return str(self._brief.slots.token(CiteSlot(refs, spots)))


def _up_to_word(line: str) -> str:
    """A line without the blanks between its last word and a marker."""
    begins = _BEGINS.match(line)
    return line if (begins and begins.end() == len(line)) or line.rstrip().endswith("|") else line.rstrip()


@dataclass(frozen=True, slots=True)
class _OfProse:
    """A text of the relation."""

    brief: Brief
    item: Item
    typed: dict[int, str]
    """Line of the file, from below its head → what was typed on it, without values and citations."""
    language: str
    """That it is in, where that is not the brief's."""

    def run(self, words: str, place: Place) -> TextRun:
        """Words that come from the line of the file; figures typed there are told when the data are checked."""
        own = self.item.origin.facts[0]
        line = FactOrigin(f"{own.fact}/{place.line}", Place(place.path), own.sources, OriginKind.PROSE)
        return TextRun(words, Origin((line,)), self.language)

    def place_of(self, place: Place, sign: str) -> Place:
        """By what was typed on the line."""
        near = (place.line, place.line + 1)  # a citation that begins a line is read with the one before
        found = next((line for line in near if sign in self.typed.get(line, "")), place.line)
        return Place(place.path, found, max(self.typed.get(found, "").find(sign), 0) + 1)

    def shift(self, top: int) -> int:
        """One below the heading that the section has last."""
        return self.brief.section_level + 1 - top

    def stand_under(self, level: int) -> None:
        """Nothing: what follows in the section stands under the section's own heading."""
