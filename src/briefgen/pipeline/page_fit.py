"""Page-fit: a brief keeps to its audience's pages, by leaving out what its ranks say may go first.

It is composed whole and measured; where it has too many pages, it is composed anew without the lowest ranks, as little
as is needed. Nothing but the view, the templates and the style decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.diagnostics import Diagnostic, Severity
from briefgen.model.ranks import listed
from briefgen.pipeline.drop_order import cut_of, drops_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefgen.compose import FieldUse, RankedParts
    from briefgen.model.audience import Presentation
    from briefgen.model.document import Document
    from briefgen.model.ranks import Cut, Fallen
    from briefgen.pipeline.drop_order import Drop


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
    whole: Composition, audience: Presentation, compose: Callable[[Cut], Composition], pages: Callable[[Document], int]
) -> Fitted:
    """The brief within its audience's pages; whole where it fits as it is, or cannot be made to fit."""
    limit = audience.limits.pages
    if limit is None:
        return Fitted(whole.document)
    needed = pages(whole.document)
    if needed <= limit:
        return Fitted(whole.document)
    drops = drops_of(whole.parts, audience.sections)
    barest = compose(cut_of(drops)) if drops else whole
    if barest.has_errors or pages(barest.document) > limit:
        return Fitted(whole.document, (_told_unfit(audience, needed, limit, barest, is_cut=bool(drops)),))
    document = _with_least_loss(drops, barest.document, compose, lambda document: pages(document) <= limit)
    return Fitted(document, (_told_fallen(audience, limit, document.fallen),))


def _with_least_loss(
    drops: Sequence[Drop], found: Document, compose: Callable[[Cut], Composition], fits: Callable[[Document], bool]
) -> Document:
    """The brief without the fewest drops, by halving; `found` fits without all of them."""
    few, many = 0, len(drops)  # with `few` it is too long, with `many` it fits
    while many - few > 1:
        middle = (few + many) // 2
        made = compose(cut_of(drops[:middle]))
        if not made.has_errors and fits(made.document):
            found, many = made.document, middle
        else:
            few = middle
    return found


def _told_fallen(audience: Presentation, limit: int, fallen: Sequence[Fallen]) -> Diagnostic:
    message = f"the brief for '{audience.id}' keeps to {_counted(limit)} without {listed(fallen)}"
    hint = "--no-fit shows all; what goes first is said by 'rank' and 'item_rank' beside a section in the audience"
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
