"""Figures of series in the units of their indicators: a row may leave the unit out, and may name no other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import did_you_mean, echo
from briefgen.late_patterns import late_pattern
from briefgen.model.facts.currencies import currency_codes, is_currency
from briefgen.model.facts.currency_signs import meant_currency
from briefgen.model.facts.declared_indicators import CURRENCY, PER_CENT, DeclaredIndicator, Side
from briefgen.model.kinds.series import SeriesObservation
from briefgen.model.values.quantity import Quantity, half_unit_of, half_unit_of_count
from briefgen.records import replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from briefgen.diagnostics import Report
    from briefgen.model.facts.fact import Fact

_PLACE = late_pattern(r"\{([^{}]*)\}")


def in_units(facts: Iterable[Fact], indicators: Mapping[str, DeclaredIndicator], report: Report) -> list[Fact]:
    """The facts, rows of series with the unit that their indicator has; one that names another is left out and told.

    A row of an indicator that nobody declared stays as it is: that is told where links are.
    """
    found: list[Fact] = []
    for fact in facts:
        indicator = indicators.get(fact.indicator) if isinstance(fact, SeriesObservation) else None
        if not isinstance(fact, SeriesObservation) or indicator is None:
            found.append(fact)
        elif (value := _in_unit(fact, indicator, report)) is not None:
            found.append(replace(fact, value=value))
    return found


def _in_unit(row: SeriesObservation, indicator: DeclaredIndicator, report: Report) -> Quantity | None:
    value, at = row.value, row.at("unit")
    if indicator.in_money:
        if is_currency(value.unit):
            return _as_measured(value)
        meant = meant_currency(value.unit)
        hint = f"write {meant}" if meant else did_you_mean(value.unit, currency_codes()) if value.unit else None
        said = f"'{echo(value.unit)}' is no currency (ISO 4217)" if value.unit else "the row names no currency"
        message = f"'{row.id}': {said}, and '{indicator.id}' is measured in money"
        report.error("BG134", at, message, hint or "write a code such as USD into the column unit")
        return None
    if value.unit and value.unit not in _units_of(indicator):
        message = f"'{row.id}' is in '{echo(value.unit)}', and '{indicator.id}' is counted in '{indicator.counted_in}'"
        hint = f"write '{indicator.counted_in}' or nothing, or declare an indicator of its own in data/indicators.yaml"
        report.error("BG134", at, message, hint)
        return None
    value = replace(value, unit=indicator.counted_in)
    return _as_measured(value) if indicator.counted_in == PER_CENT else _as_counted(value)


def _units_of(indicator: DeclaredIndicator) -> set[str]:
    texts = (indicator.unit, indicator.unit_plural)
    return {words for text in texts if text for _, words in text.by_language}


def _as_measured(value: Quantity) -> Quantity:
    """Money and per cent are no counts: their last digit is rounded, also that of a whole number."""
    return replace(value, half_unit=half_unit_of(f"{value.value:f}")) if value.half_unit is None else value


def _as_counted(value: Quantity) -> Quantity:
    """A count is taken as written, and one that is meant about is doubtful to its last digit but zeros."""
    if value.half_unit is not None:
        return value
    return replace(value, half_unit=half_unit_of_count(f"{value.value:f}", value.op))


def told_wrongly(indicators: Iterable[DeclaredIndicator], report: Report) -> None:
    """BG136 for what no row can be told in: a currency, a plural of per cent, a phrase with an unknown place."""
    plurals: dict[str, DeclaredIndicator] = {}
    for indicator in indicators:
        unit = str(indicator.unit)
        if unit in currency_codes():
            message = f"the unit of '{indicator.id}' is the currency {unit}"
            report.error("BG136", indicator.place, message, f"write 'unit: {CURRENCY}': each row names its own")
        elif unit in {CURRENCY, PER_CENT} and indicator.unit_plural:
            message = f"'{indicator.id}' is told in {'money' if indicator.in_money else 'per cent'}: it has no plural"
            report.error("BG136", indicator.place, message, "take 'unit_plural' out")
        elif not indicator.in_money:
            first = plurals.setdefault(indicator.counted_in, indicator)
            if (first.unit, first.unit_plural) != (indicator.unit, indicator.unit_plural):
                message = f"'{indicator.counted_in}' has other forms in '{first.id}' than in '{indicator.id}'"
                report.error("BG136", indicator.place, message, "write unit and unit_plural alike in both")
        for _, words in indicator.phrase.by_language if indicator.phrase else ():
            _tell_places(indicator, words, report)


def _tell_places(indicator: DeclaredIndicator, words: str, report: Report) -> None:
    known = [side.place for side in Side]
    for name in _PLACE.findall(words):
        if name not in tuple(Side):
            message = f"the phrase of '{indicator.id}' has a place for '{echo(name)}', which rows do not have"
            report.error("BG136", indicator.place, message, did_you_mean(name, Side) or f"write {' or '.join(known)}")
    bare = _PLACE.sub("", words)
    if "{" in bare or "}" in bare:
        message = f"the phrase of '{indicator.id}' has a brace that opens or closes nothing"
        report.error("BG136", indicator.place, message, f"write {' or '.join(known)}")
    elif Side.WHOSE.place not in words:
        message = f"the phrase of '{indicator.id}' does not say whose: '{echo(words)}'"
        report.error("BG136", indicator.place, message, f"put {Side.WHOSE.place} where the party's name is to stand")
