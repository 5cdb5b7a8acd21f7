"""The sentences of a brief's running text, with who wrote them: never titles, tables, exhibits, notes or references."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from itertools import accumulate
from typing import TYPE_CHECKING

from briefgen.model.document import Callout, CalloutKind, CrossRef, LineBreak, TextRun
from briefgen.model.traversal import Role, TextUnit, leaves, parts
from briefgen.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefgen.model.document import Block, Document
    from briefgen.model.origin import FactOrigin
    from briefgen.model.traversal import Run

_END = re.compile(r"[.?!…][\"'”’)\]]*(?=\s+[\"'“‘(\[]*[A-Z0-9])")
_ABBREVIATED = re.compile(
    r"(?:\b(?:[A-Z]|No|Nos|Mr|Mrs|Ms|Dr|St|Prof|Gen|vs|cf|approx|e\.g|i\.e|etc|ca|c|p|pp|Art|Arts|vol|para)"
    r"|\b(?:[A-Z]\.)+[A-Z])\Z"
)
"""What stands before a stop that ends no sentence: `No. 5`, `A. R. Dawood`, `the U.S.`."""
_STOPPED = re.compile(r"[.?!…][\"'”’)\]]*\Z")
_LOOSE_STOP = re.compile(r" (?=[.,;:?!])")
_LONGEST_SHORT = 16
"""Signs of such a short form, and of the word before it."""
_LEAST_WORDS = 3
"""Of a sentence; `Contested.` is a label."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence as it is printed."""

    text: str
    runs: tuple[TextRun, ...]
    """What it is made of, cut to it; markers of sources and notes are left out."""
    sums_up: bool = False
    """Whether it stands in the bottom line, which says in short what the text says."""

    @property
    def words(self) -> list[str]:
        """Its words and figures, without the signs around them."""
        return words_of(self.text)

    @property
    def is_translated(self) -> bool:
        """Whether all of it is in the brief's language."""
        return not any(run.language for run in self.runs)

    def writer(self) -> TextRun | FactOrigin | None:
        """Whose words most of it are: a run of a template's own, or a record."""
        own = 0
        of: Counter[FactOrigin] = Counter()
        for run in self.runs:
            length = len(words_of(run.text))
            if run.origin is None:
                own += length
            elif len(run.origin.facts) == 1 and not run.origin.formula:
                of[run.origin.facts[0]] += length
        record, most = max(of.items(), key=lambda pair: pair[1], default=(None, 0))
        typed = next((run for run in self._typed() if len(words_of(run.text)) > 1), None) or next(self._typed(), None)
        return record if record is not None and (most > own or typed is None) else typed

    def _typed(self) -> Iterator[TextRun]:
        return (run for run in self.runs if run.typed is not None)


def words_of(text: str) -> list[str]:
    """The words of a text, figures and dates among them."""
    bare = (word.strip("()[]{}“”‘’\"'.,;:!?…–—-") for word in text.split())
    return [word for word in bare if word.isalnum() or any(sign.isalnum() for sign in word)]


def sentences_of(document: Document) -> list[Sentence]:
    """All of them, in the order of the brief."""
    runs = [(document.front.standfirst, False), *_paragraphs(document.blocks)]
    return [sentence for run, sums_up in runs for sentence in sentences_in(run, sums_up=sums_up)]


def _paragraphs(blocks: Iterable[Block], *, sums_up: bool = False) -> Iterator[tuple[Run, bool]]:
    """Each with whether it stands in the bottom line."""
    for block in blocks:
        within = sums_up or (isinstance(block, Callout) and block.kind is CalloutKind.SUMMARY)
        for part in parts(block):
            if not isinstance(part, TextUnit):
                yield from _paragraphs((part,), sums_up=within)
            elif part.role is Role.TEXT:
                yield from ((run, within) for run in part.runs)


def whole(run: Run) -> Sentence:
    """All of a heading, cell or item, stop or none."""
    said = [leaf for leaf in map(_as_text, leaves(run)) if leaf is not None]
    return Sentence(_tidy("".join(leaf.text for leaf in said)), tuple(said))


def sentences_in(run: Run, *, sums_up: bool = False) -> Iterator[Sentence]:
    """Those of a paragraph; what has no stop at its end is none."""
    said = [leaf for leaf in map(_as_text, leaves(run)) if leaf is not None]
    text = "".join(leaf.text for leaf in said)
    begins = [0, *accumulate(len(leaf.text) for leaf in said)]
    start = 0
    for end in (*_ends(text), len(text)):
        words = text[start:end]
        if _STOPPED.search(words.rstrip()) and len(words_of(words)) >= _LEAST_WORDS:
            yield Sentence(_tidy(words), tuple(_cut(said, begins, start, end)), sums_up)
        start = end


def _tidy(words: str) -> str:
    """Without the blank that bound a marker to the word before it."""
    return _LOOSE_STOP.sub("", " ".join(words.split()))


def _as_text(leaf: object) -> TextRun | None:
    match leaf:
        case TextRun():
            return leaf
        case CrossRef(text=text):
            return TextRun(text)
        case LineBreak():
            return TextRun(" ")
        case _:
            return None


def _ends(text: str) -> Iterator[int]:
    for found in _END.finditer(text):
        if not _ABBREVIATED.search(text[max(found.start() - _LONGEST_SHORT, 0) : found.start()]):
            yield found.end()


def _cut(said: Sequence[TextRun], begins: Sequence[int], start: int, end: int) -> Iterator[TextRun]:
    """The runs between two places of the text that they make together, of which `begins` says where each begins."""
    first, behind = bisect_right(begins, start) - 1, bisect_left(begins, end)
    for at, run in zip(begins[first:behind], said[first:behind], strict=False):
        words = run.text[max(start - at, 0) : max(end - at, 0)]
        if words.strip():
            yield TextRun(words, run.origin, run.language, run.value, run.typed)
