"""Page-fit: a brief keeps to its audience's pages, by leaving out what its ranks say may go first.

It is composed whole and measured; where it has too many pages, it is composed anew without the lowest ranks, as little
as is needed; what of these has room where more than that fell is put back. Nothing but the view, the templates and the
style decides.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING

from briefgen.diagnostics import Diagnostic, Severity
from briefgen.model.ranks import listed
from briefgen.pipeline.fitting.drop_order import cut_of, drops_of, losses_of
from briefgen.pipeline.fitting.put_back import PuttingBack
from briefgen.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefgen.compose import FieldUse, RankedParts
    from briefgen.model.audience import Presentation
    from briefgen.model.document import Document
    from briefgen.model.ranks import Cut, Fallen
    from briefgen.model.rendering import Length
    from briefgen.pipeline.fitting.drop_order import Drop


_MORE_LOOKS = 3
"""How many more than halving would take may be taken, so that a good guess can be tried, and what lies beside it."""


@dataclass(frozen=True, slots=True)
class Composition:
    """A brief as it was composed, with or without all of its parts."""

    document: Document
    parts: RankedParts
    use: FieldUse
    diagnostics: tuple[Diagnostic, ...]

    @property
    def has_errors(self) -> bool:
        """Whether no file is made of it."""
        return any(told.severity is Severity.ERROR for told in self.diagnostics)


@dataclass(frozen=True, slots=True)
class Fitted:
    """The brief that is made, and what is said of it."""

    document: Document
    told: tuple[Diagnostic, ...] = ()


def fitted(
    whole: Composition, audience: Presentation, compose: Callable[[Cut], Composition],
    length: Callable[[Document], Length],
) -> Fitted:  # fmt: skip
    """The brief within its audience's pages; whole where it fits as it is, or cannot be made to fit."""
    limit = audience.limits.pages
    if limit is None:
        return Fitted(whole.document)
    needed = length(whole.document)
    if needed.pages <= limit:
        return Fitted(whole.document)
    drops = drops_of(whole.parts, audience.sections)
    barest = compose(cut_of(drops)) if drops else whole
    least = needed if barest.has_errors or not drops else length(barest.document)
    if least.pages > limit:
        return Fitted(whole.document, (_told_unfit(audience, needed.pages, limit, barest, is_cut=bool(drops)),))
    losses = losses_of(drops, whole.parts, barest.parts)
    search = _Search(limit, losses, needed, least, barest.document)
    while (count := search.next()) is not None:
        made = compose(cut_of(drops[:count]))
        search.tell(count, made.document, None if made.has_errors else length(made.document))
    scale = max(needed.whole - least.whole, 0.0) / (losses[-1] or 1.0)
    sizes = [(behind - before) * scale for before, behind in pairwise(losses)]
    document = _filled(search, PuttingBack(drops[: search.count], sizes), compose, length)
    return Fitted(document, (_told_fallen(audience, limit, document.fallen),))


def _filled(
    search: _Search, putting: PuttingBack, compose: Callable[[Cut], Composition], length: Callable[[Document], Length]
) -> Document:
    """The brief with what returns to room that is left."""
    found = search.found

    def free(drops: Sequence[Drop]) -> float | None:
        nonlocal found
        made = compose(cut_of(drops))
        long = None if made.has_errors else length(made.document)
        if long is None or long.pages > search.limit:
            return None
        found = made.document
        return search.limit - long.whole

    putting.found(search.limit - search.length.whole, free)
    return found


class _Search:
    """The fewest drops with which a brief fits: where to look next, until one less is known to be too few.

    It looks where the lengths that are known, and the room that each drop is thought to give back, let the answer
    expect: but never so far from the middle that it could take a few looks more than halving would.
    """

    def __init__(self, limit: int, losses: Sequence[float], longest: Length, shortest: Length, found: Document) -> None:
        self.limit, self._losses = limit, losses
        self._few, self._many = 0, len(losses) - 1  # with `few` it is too long, with `many` it fits
        self._beyond, self._free = self._distance(longest), self._distance(shortest)
        self._looks = (self._many - 1).bit_length() + _MORE_LOOKS
        """How many may be taken yet."""
        self._fits: bool | None = None
        """Whether it did with as many drops as were tried last."""
        self.found, self.length = found, shortest
        """The brief with the fewest drops so far with which it fits, and how long it is."""

    @property
    def count(self) -> int:
        """How many drops these are."""
        return self._many

    def next(self) -> int | None:
        """How many drops to try; None when the answer is known."""
        if self._many - self._few < 2:  # noqa: PLR2004 - nothing lies between
            return None
        most = 1 << (self._looks - 1)  # what the looks behind this one can halve down to one
        least, last = max(self._many - most, self._few + 1), min(self._few + most, self._many - 1)
        return min(max(self._expected(), least), last)

    def _expected(self) -> int:
        losses, gained = self._losses, self._beyond + self._free
        share = self._beyond / gained if gained else 0.5
        return bisect_left(losses, losses[self._few] + share * (losses[self._many] - losses[self._few]))

    def tell(self, count: int, document: Document, length: Length | None) -> None:
        """How long it is with so many; None where it cannot be made so, which counts as too long."""
        self._looks -= 1
        again = self._fits
        self._fits = length is not None and length.pages <= self.limit
        distance = self._beyond if length is None else self._distance(length)
        self.length = length if self._fits and length else self.length
        # Where it is twice the same, what was expected errs to that side: the answer lies nearer to the other end.
        if self._fits:
            self._many, self._free, self.found = count, distance, document
            self._beyond /= 2 if again else 1
        else:
            self._few, self._beyond = count, distance
            self._free /= 2 if again is False else 1

    def _distance(self, length: Length) -> float:
        """How far a length is from the limit, in pages."""
        return abs(length.whole - self.limit)


def _told_fallen(audience: Presentation, limit: int, fallen: Sequence[Fallen]) -> Diagnostic:
    message = f"the brief for '{audience.id}' keeps to {_counted(limit)} without {listed(fallen)}"
    hint = "make --no-fit shows all; what goes first is said by 'rank' and 'item_rank' beside a section in the audience"
    return Diagnostic("BG451", Severity.INFO, audience.place, message, hint)


def _told_unfit(audience: Presentation, needed: int, limit: int, barest: Composition, *, is_cut: bool) -> Diagnostic:
    why, hint = "and nothing in it may be left out", "raise the limit, or leave a section out"
    failed = next((told for told in barest.diagnostics if told.severity is Severity.ERROR), None)
    if failed:
        why = f"as it fails without all that may be left out: {failed.place}: {failed.message}"
        hint = "let that template hold when its lists are short: ask with {% if %}"
    elif is_cut:
        why = "also without all that may be left out"
        hint = "raise the limit, or give a section that is kept a rank, so that it may be left out"
    message = f"the brief for '{audience.id}' has {_counted(needed)} and does not fit its limit of {limit}, {why}"
    return Diagnostic("BG408", Severity.WARNING, audience.place, message, f"{hint}; until then it is shown whole")


def _counted(pages: int) -> str:
    return f"{pages} page{'' if pages == 1 else 's'}"
