"""Page-fit: a brief keeps to its audience's pages, by leaving out what its ranks say may go first.

It is composed whole and measured; where it has too many pages, it is composed anew without the lowest ranks, as little
as is needed. Nothing but the view, the templates and the style decides.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.diagnostics import Diagnostic, Severity
from briefgen.model.ranks import listed
from briefgen.pipeline.drop_order import cut_of, drops_of, losses_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefgen.compose import FieldUse, RankedParts
    from briefgen.model.audience import Presentation
    from briefgen.model.document import Document
    from briefgen.model.ranks import Cut, Fallen
    from briefgen.model.rendering import Length


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
    search = _Search(limit, losses_of(drops, whole.parts), needed.whole, least.whole, barest.document)
    while (count := search.next()) is not None:
        made = compose(cut_of(drops[:count]))
        search.tell(count, made.document, None if made.has_errors else length(made.document))
    return Fitted(search.found, (_told_fallen(audience, limit, search.found.fallen),))


class _Search:
    """The fewest drops with which a brief fits: where to look next, until one less is known to be too few.

    It looks where the lengths that are known, and the room that each drop is thought to give back, let the answer
    expect, and in the middle where that did not help.
    """

    def __init__(self, limit: int, losses: Sequence[float], longest: float, shortest: float, found: Document) -> None:
        self._limit, self._losses = limit, losses
        self._few, self._many = 0, len(losses) - 1  # with `few` it is too long, with `many` it fits
        self._too_long, self._short_enough = longest, shortest
        self._halve = False
        self.found = found
        """The brief with the fewest drops so far with which it fits."""

    def next(self) -> int | None:
        """How many drops to try; None when the answer is known."""
        if self._many - self._few < 2:  # noqa: PLR2004 - nothing lies between
            return None
        if self._halve:
            return (self._few + self._many) // 2
        gained, losses = self._too_long - self._short_enough, self._losses
        share = (self._too_long - self._limit) / gained if gained > 0 else 0.5
        wanted = losses[self._few] + share * (losses[self._many] - losses[self._few])
        return min(max(bisect_left(losses, wanted), self._few + 1), self._many - 1)

    def tell(self, count: int, document: Document, length: Length | None) -> None:
        """How long it is with so many; None where it cannot be made so, which counts as too long."""
        before = self._many - self._few
        if length is not None and length.pages <= self._limit:
            self._many, self._short_enough, self.found = count, length.whole, document
        else:
            self._few, self._too_long = count, self._too_long if length is None else length.whole
        self._halve = not self._halve and 2 * (self._many - self._few) > before


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
