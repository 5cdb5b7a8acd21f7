"""The runs of a brief with the signs of their language, whichever of its texts a sign stands in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from briefgen.compose.typography.bound_words import bound, bound_marker
from briefgen.compose.typography.bracketed_words import are_brackets, without_brackets
from briefgen.compose.typography.quotation_signs import Island, has_signs, signs_in, with_signs
from briefgen.late_patterns import late_pattern
from briefgen.model.document import Cite, CrossRef, LineBreak, NoteRef, TextRun
from briefgen.model.traversal import leaves, mapped, replaced
from briefgen.records import replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from briefgen.model.document import Block, FrontMatter, Inline, Note
    from briefgen.model.traversal import Leaf, Run
    from briefgen.model.wording.patterns import Pattern

_NBSP = "\u00a0"
_SECOND_STOP = late_pattern(r"(?<=[^\s.]\.)\.(?![.\w/])")
"""Behind words that bring a stop of their own: `n.d.`, `No.`"""


def typographic(
    blocks: Iterable[Block], notes: Iterable[Note], language: str, bracketed: Pattern
) -> tuple[tuple[Block, ...], tuple[Note, ...]]:
    """Blocks and footnotes with the quotes, apostrophes and blanks of the brief's language, and its brackets.

    A sentence that closes on words with a stop of their own, such as `n.d.`, has that one alone.
    """
    keeps_brackets = are_brackets(bracketed)

    def change(run: Run) -> Run:
        if not keeps_brackets:
            run = without_brackets(run, bracketed)
        if len(run) == 1 and type(run[0]) is TextRun and _is_plain(run[0].text):  # many cells of tables
            return run
        return _changed(run, language)

    return tuple(mapped(block, change) for block in blocks), tuple(replace(n, inlines=change(n.inlines)) for n in notes)


def typographic_front(front: FrontMatter) -> FrontMatter:
    """What stands around the text, with the signs of the brief's language."""

    def signed(text: str) -> str:
        return with_signs(text, front.language)

    return replace(
        front, title=signed(front.title), subtitle=signed(front.subtitle), audience=signed(front.audience),
        summary=signed(front.summary),
        headline=_changed(front.headline, front.language), standfirst=_changed(front.standfirst, front.language),
    )  # fmt: skip


def _changed(run: Run, language: str) -> Run:
    """A run read as one text: a quote may begin in the words of a template and end behind a value."""
    found = leaves(run)
    text = "".join(map(_said, found))
    if _is_plain(text):
        return run
    signs = dict.fromkeys(bound(text, language), _NBSP)
    if has_signs(text):
        signs |= signs_in(text, language, list(_islands(found, language)))
    if [leaf for leaf in found if type(leaf) is TextRun and leaf.language]:
        for one in _islands(found, language):
            if one.language != language:
                signs |= {one.start + at: _NBSP for at in bound(text[one.start : one.end], one.language)}
    signs |= dict.fromkeys(_second_stops(text, found), "")
    if not signs and not [leaf for leaf in found if type(leaf) is Cite and " " in leaf.text]:
        return run
    if len(run) == 1 and type(run[0]) is TextRun:  # most cells of tables
        return (replace(run[0], text=_signed(text, 0, sorted(signs), signs)),)
    at, places = 0, sorted(signs)

    def change(leaf: Leaf) -> Sequence[Inline]:
        nonlocal at
        start, at = at, at + len(_said(leaf))
        own = places[bisect_left(places, start) : bisect_left(places, at)]
        if isinstance(leaf, Cite):
            return (replace(leaf, text=bound_marker(_signed(leaf.text, start, own, signs))),)
        if not isinstance(leaf, TextRun | CrossRef) or not own:
            return (leaf,)
        said = _signed(leaf.text, start, own, signs)
        return (replace(leaf, text=said),) if said else ()

    return replaced(run, change)


def _is_plain(text: str) -> bool:
    """Whether nothing in a text could stand otherwise: it has no blank, and no sign of the keyboard."""
    return " " not in text and ".." not in text and not has_signs(text)


def _second_stops(text: str, found: Sequence[Leaf]) -> Iterator[int]:
    """Where a template or the wording closes a sentence that has its stop; two stops of a value stay."""
    if ".." not in text:
        return
    ends = list(accumulate(len(_said(leaf)) for leaf in found))
    for stop in _SECOND_STOP.finditer(text):
        leaf = found[bisect_right(ends, stop.start())]
        if isinstance(leaf, TextRun) and leaf.origin is None and not leaf.language:
            yield stop.start()


def _signed(text: str, start: int, places: Sequence[int], signs: Mapping[int, str]) -> str:
    """A text that begins at a place of its run, with the signs that stand at some places of it."""
    said: list[str] = []
    end = 0
    for place in places:
        said += (text[end : place - start], signs[place])
        end = place - start + 1
    return "".join([*said, text[end:]])


def _islands(found: Sequence[Leaf], language: str) -> Iterator[Island]:
    """The values among some texts; what a template says between them is one text."""
    start = 0
    for leaf in found:
        end = start + len(_said(leaf))
        if isinstance(leaf, TextRun) and (leaf.origin or leaf.language):
            yield Island(start, end, leaf.language or language)
        start = end


def _said(leaf: Leaf) -> str:
    if type(leaf) is TextRun:  # nearly always
        return leaf.text
    match leaf:
        case TextRun() | CrossRef() | Cite():
            return leaf.text
        case LineBreak():
            return "\n"
        case NoteRef():
            return ""
