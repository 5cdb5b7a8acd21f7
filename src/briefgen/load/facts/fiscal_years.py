"""Periods of a relation's facts as the spans that they are: what a row says of its years, and when they begin.

A column alone cannot know: `2011-12` is December where the row says nothing, and a fiscal year where it says so; the
first day of a fiscal year is that of who reports the figure, or of both parties where they begin alike.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefgen.model.facts.controlled_vocabularies import YearBasis
from briefgen.model.facts.declarations import fields_of, values_of
from briefgen.model.facts.field_roles import FieldRole
from briefgen.model.facts.own_fact import with_values
from briefgen.model.values.date import Precision
from briefgen.model.values.period import as_fiscal, beginning, meant_period
from briefgen.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.diagnostics import Report
    from briefgen.model.facts.declarations import OwnRecord
    from briefgen.model.facts.fact import Fact
    from briefgen.model.facts.kind import Kind
    from briefgen.model.facts.parties_people_references import Party
    from briefgen.model.values.date import Date
    from briefgen.model.values.period import YearBegins


@dataclass(frozen=True, slots=True)
class Spans:
    """What of a relation tells which spans its periods are."""

    parties: Sequence[Party]
    report: Report

    def resolved(self, facts: list[Fact], kind: Kind) -> list[Fact]:
        """The facts with their periods; one whose period is at odds with its row is reported and left out."""
        if not facts or not _has_periods(kind.made_of):
            return facts
        found = (self._resolved(fact) for fact in facts)
        return [fact for fact in found if fact is not None]

    def _resolved(self, fact: Fact) -> Fact | None:
        stated = next((value for field, value in values_of(fact) if field.type is YearBasis), YearBasis.UNKNOWN)
        begins = self._begins(fact)
        changed: dict[str, Any] = {}
        for field, value in values_of(fact):
            if field.role is FieldRole.PARTS:
                parts = (self._resolved(part) for part in value)
                changed[field.name] = tuple(part for part in parts if part is not None)
            elif field.type is YearBasis and value is YearBasis.UNKNOWN and self._is_fiscal(fact):
                changed[field.name] = YearBasis.FISCAL
            elif field.role is FieldRole.PERIOD and value is not None:
                period = self._span(fact, field.name, value, stated, begins)
                if period is None:
                    return None
                changed |= {} if period is value else {field.name: period}
        return with_values(fact, changed) if changed else fact

    @staticmethod
    def _is_fiscal(fact: Fact) -> bool:
        periods = (value for field, value in values_of(fact) if field.role is FieldRole.PERIOD and value is not None)
        return any(period.precision is Precision.FISCAL_YEAR for period in periods)

    def _begins(self, fact: Fact) -> YearBegins | None:
        """When the fiscal years of a fact begin; None where that is not known."""
        reporter = next((value for field, value in values_of(fact) if field.narrowed.is_reporter), None)
        own = {party.fiscal_year_begins for party in self.parties if reporter in {None, party.id}}
        return own.pop() if len(own) == 1 else None

    def _span(self, fact: Fact, name: str, period: Date, stated: YearBasis, begins: YearBegins | None) -> Date | None:
        at = fact.at(name)
        if stated is YearBasis.CALENDAR and period.precision is Precision.FISCAL_YEAR:
            hint = "write the calendar year, or year_basis: fiscal"
            self.report.error("BG148", at, f"'{period}' is a fiscal year, and its row says calendar", hint)
            return None
        if stated is YearBasis.FISCAL and not _is_of_days(period):
            fiscal = as_fiscal(period)
            if fiscal is None:
                message = f"'{period}' does not name one fiscal year, and its row says fiscal"
                self.report.error("BG148", at, message, _fiscal_hint(period))
                return None
            period = fiscal
        try:
            return beginning(period, begins)
        except ValueError as error:
            hint = "write the calendar year, with year_basis: calendar, or correct fiscal_year_begins in relation.yaml"
            self.report.error("BG149", at, f"'{period}': {error}", hint)
            return None


def _is_of_days(period: Date) -> bool:
    """Whether its months or days are written out, so that it needs no year to be counted from."""
    return period.precision is Precision.INTERVAL and not period.is_in_years


def _fiscal_hint(period: Date) -> str:
    bare = f"FY{period.text.rstrip('~?%')}"
    if period.precision is Precision.YEAR:
        return f"write {meant_period(bare)}"
    return "write a fiscal year as FY2011-12; of a part of a year leave year_basis empty"


def _has_periods(made_of: type | OwnRecord) -> bool:
    """Whether records, or their parts, have a period."""
    return any(
        field.role is FieldRole.PERIOD or (field.role is FieldRole.PARTS and _has_periods(field.type))
        for field in fields_of(made_of)
    )
