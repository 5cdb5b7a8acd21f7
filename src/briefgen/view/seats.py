"""Who sits where on a day: of several people that are named for a party's one seat, one holds it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from briefgen.model.facts.declarations import values_of, values_with
from briefgen.model.facts.field_roles import FieldRole
from briefgen.model.facts.known import Holding, holding
from briefgen.model.values.date import Date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.facts.fact import Fact


def seats(parts: Sequence[Fact], day: Date) -> dict[str, Holding]:
    """Id → whether its person holds the seat on the day, for the parts that seat a person for a party for a time.

    Of several for one party it is the one who came last, if the day lies in that one's time: whoever came before and is
    given no end, and all of several who came last, are said neither to hold it nor to be gone.
    """
    found = {part.id: held for part in parts if _is_seat(part) and (held := holding(part, day)) is not None}
    for part in parts:
        if found.get(part.id) is Holding.NOW:
            rivals = [other for other in parts if other.id in found and _is_rival(other, part)]
            if any(_since(other) >= _since(part) for other in rivals):
                found[part.id] = Holding.PAST if _has_end(part) and not _is_tied(part, rivals) else Holding.UNCLEAR
    return found


def _is_rival(other: Fact, part: Fact) -> bool:
    """Whether another person is named for the same party, at some time."""
    same_party = _of(other, FieldRole.PARTY) == _of(part, FieldRole.PARTY)
    return same_party and _of(other, FieldRole.PERSON) != _of(part, FieldRole.PERSON) and bool(_time(other))


def _is_tied(part: Fact, rivals: Sequence[Fact]) -> bool:
    return max(map(_since, rivals)) == _since(part)


def _is_seat(part: Fact) -> bool:
    roles = [field.role for field, _ in values_of(part) if not field.many]
    return all(roles.count(role) == 1 for role in (FieldRole.PARTY, FieldRole.PERSON, FieldRole.DURING))


def _of(part: Fact, role: FieldRole) -> object:
    return next(value for _, value in values_with(part, role))


def _time(part: Fact) -> Date | None:
    time = _of(part, FieldRole.DURING)
    return time if isinstance(time, Date) else None


def _since(part: Fact) -> dt.date:
    time = _time(part)
    return time.sort_key[0] if time else dt.date.min


def _has_end(part: Fact) -> bool:
    time = _time(part)
    return time is not None and time.has_end
