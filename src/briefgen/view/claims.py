"""Several claims on one quantity, as an audience wants them: all, the preferred one, a range, or none.

Superseded claims are history: only who sees all sees them. Retracted ones never come this far.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from briefgen.model.audience_choices import ClaimChoice
from briefgen.model.comparability import basis_of, basis_of_sum, period_key
from briefgen.model.facts.fact import Status
from briefgen.model.mirror_data import ranked
from briefgen.model.observations import Observation, subject_of
from briefgen.model.origin import Origin
from briefgen.model.values.quantity import Interval, Op, Quantity
from briefgen.model.view import Figure
from briefgen.records import dataclass, field, replace
from briefgen.view.projection import origin_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from briefgen.model.facts.fact import Fact
    from briefgen.model.view import Item


@dataclass(frozen=True, slots=True)
class Claims:
    """How the claims on one quantity are shown."""

    how: ClaimChoice
    disputed: frozenset[str] = frozenset()
    """Ids of the claims that sources differ on."""
    items: Mapping[str, Item] = field(default_factory=dict)
    """The claims as items, by id."""
    beside: Mapping[object, Sequence[Observation]] = field(default_factory=dict)
    """Key of a period → claims that the audience may know, and is not shown as figures."""

    def told(self, rows: Sequence[Observation]) -> tuple[Item, ...]:
        """Every claim on what sources differ on, where the audience sees them all."""
        ids = [row.id for row in rows if row.id in self.disputed] if self.how is ClaimChoice.ALL else []
        return tuple(self.items[key] for key in ids)

    def origin_of(self, row: Observation) -> Origin:
        """The claim as an origin: that of its item, which has been made."""
        item = self.items.get(row.id)
        return item.origin if item else origin_of(row)


def claims_for(facts: Sequence[Fact], how: ClaimChoice) -> list[Fact]:
    """The facts with those claims on figures that the audience is to see."""
    kept = {row.id for rows in _by_quantity(facts) for row in _kept(rows, how)}
    return [fact for fact in facts if not isinstance(fact, Observation) or fact.id in kept]


def _kept(rows: Sequence[Observation], how: ClaimChoice) -> Sequence[Observation]:
    """Of the claims on one quantity, those that are to be seen."""
    match how:
        case ClaimChoice.ALL | ClaimChoice.RANGE:
            return rows
        case ClaimChoice.PREFERRED:
            return ranked(rows)[:1]
        case ClaimChoice.NONE:
            return [] if are_disputed(rows) else ranked(rows)[:1]


def disputes(facts: Iterable[Fact]) -> frozenset[str]:
    """Ids of the claims on quantities that sources differ on."""
    return frozenset(row.id for rows in _by_quantity(facts) if are_disputed(rows) for row in rows)


def _by_quantity(facts: Iterable[Fact]) -> list[list[Observation]]:
    """The rows that are claims on figures, those on one quantity together."""
    groups: dict[object, list[Observation]] = {}
    for fact in facts:
        if isinstance(fact, Observation):
            groups.setdefault((period_key(fact), subject_of(fact)), []).append(fact)
    return list(groups.values())


def are_disputed(rows: Sequence[Observation]) -> bool:
    """Whether one of the claims is contested, or two that stand cannot both be true.

    Each two of several intervals share a value where all of them do.
    """
    standing = [row for row in rows if row.status is not Status.SUPERSEDED]
    if Status.CONTESTED in {row.status for row in standing}:
        return True
    if len(standing) < 2:  # noqa: PLR2004 - one claim is at odds with nobody
        return False
    intervals = [row.value.interval for row in standing]
    lows, highs = [i.low for i in intervals if i.low is not None], [i.high for i in intervals if i.high is not None]
    are_apart = bool(lows and highs) and max(lows) > min(highs)
    return are_apart or len({row.value.unit for row in standing}) > 1


def others(rows: Sequence[Observation], disputed: frozenset[str]) -> list[str]:
    """Ids of the claims that stand beside the first, where sources differ: against what it is contested."""
    first, *rest = ranked(rows) if rows else [None]
    standing = [row.id for row in rest if row is not None and row.status is not Status.SUPERSEDED]
    return standing if first is not None and first.id in disputed else []


def stated(rows: Sequence[Observation], claims: Claims) -> Figure | None:
    """The figure to print for one quantity, or None where there is no claim on it."""
    if not rows:
        return None
    first = ranked(rows)[0]
    standing = [row for row in rows if row.status is not Status.SUPERSEDED] or [first]
    is_contested = first.id in claims.disputed
    if claims.how is ClaimChoice.RANGE and len(standing) > 1 and is_contested and (span := _span(standing)):
        facts = dict.fromkeys(fact for row in standing for fact in claims.origin_of(row).facts)
        origin = Origin(tuple(facts), f"lowest to highest of {len(standing)} claims")
        basis = basis_of_sum([basis_of(row) for row in standing])
        return Figure(span, origin, derived=True, period=first.period, contested=True, basis=basis)
    origin = claims.origin_of(first)
    beside = set(others(rows, claims.disputed))
    rivals = tuple(row.value for row in rows if row.id in beside and row.value.unit == first.value.unit)
    return Figure(
        first.value, origin, period=first.period, contested=is_contested, rivals=rivals, basis=basis_of(first),
        is_chosen=first.status is Status.PREFERRED and len(standing) == 1,
    )  # fmt: skip


def with_rivals(figure: Figure, claimed: Iterable[Item]) -> Figure:
    """The figure with what is claimed beside it, where its audience is shown one claim of several."""
    values = (item.fields.get("value") for item in claimed)
    found = tuple(value for value in values if isinstance(value, Quantity) and value.unit == figure.quantity.unit)
    return replace(figure, rivals=(*figure.rivals, *found), is_chosen=False) if found else figure


def _span(rows: Sequence[Observation]) -> Quantity | None:
    """All that the claims together allow; None where they cannot be put on one scale, or are bounds."""
    intervals: list[Interval] = [row.value.interval for row in rows]
    lows, highs = [i.low for i in intervals if i.low is not None], [i.high for i in intervals if i.high is not None]
    if len({row.value.unit for row in rows}) != 1 or len(lows) != len(rows) or len(highs) != len(rows):
        return None
    scale = min(row.value.scale for row in rows)
    values = [row.value.base_value / scale for row in rows]
    tops = [(row.value.high or row.value.value) * row.value.scale / scale for row in rows]
    half = max((row.value.half_unit or Decimal(0)) * row.value.scale / scale for row in rows)
    return Quantity(min(values), Op.RANGE, max(tops), half or None, rows[0].value.unit, scale)
