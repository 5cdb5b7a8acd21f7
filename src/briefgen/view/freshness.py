"""How old the newest facts of a kind are, and what an audience wants done about it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from briefgen.diagnostics import Diagnostic, Severity
from briefgen.model.audience_choices import WhenStale
from briefgen.model.facts.field_roles import FieldRole
from briefgen.model.facts.known import dates_of, is_laid_down
from briefgen.model.facts.relation import parts_of
from briefgen.model.kinds import kind_of
from briefgen.model.view import Latest
from briefgen.view.projection import origin_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefgen.diagnostics import Report
    from briefgen.model.audience import Audience
    from briefgen.model.facts.fact import Fact
    from briefgen.model.values.date import Date

_SEVERITY = {WhenStale.WARN: Severity.WARNING, WhenStale.MARK: Severity.INFO, WhenStale.FAIL: Severity.ERROR}


def latest_available(facts: Sequence[Fact], audience: Audience, as_of: Date, report: Report) -> tuple[Latest, ...]:
    """The newest of each kind that is to be marked; BG303 for each that is older than the audience takes."""
    marked: list[Latest] = []
    for kind, freshness in audience.stale_after.items():
        of_kind = (fact for fact in facts if (of := kind_of(fact)) and of.name == kind)
        dated = list(_dated(of_kind, as_of))
        if not dated:
            continue
        date, fact = max(dated, key=lambda pair: pair[0].upper or dt.date.max)
        age = date.months_to(as_of)
        if age > freshness.months:
            message = f"the newest of the {kind} for '{audience.id}' is of {date}, {age} months before {as_of}: "
            message += f"more than {freshness.months}"
            hint = "add what is newer; 'then: mark' lets the brief say what is the latest available"
            report.add(Diagnostic("BG303", _SEVERITY[freshness.then], freshness.place, message, hint))
            marked += [Latest(kind, date, origin_of(fact))] if freshness.then is WhenStale.MARK else []
    return tuple(marked)


def _dated(facts: Iterable[Fact], as_of: Date) -> Iterator[tuple[Date, Fact]]:
    """Every date that facts and their parts reach to, none that is laid down for them; the facts are of the view."""
    for fact in facts:
        for part in (fact, *parts_of(fact)):
            for field, date in dates_of(part):
                if field.role is not FieldRole.SCHEDULED and not is_laid_down(field, date, as_of, as_of):
                    yield date, part
