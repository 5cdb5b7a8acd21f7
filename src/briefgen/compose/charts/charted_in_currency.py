"""The figures of a chart in one currency, each at the rate of its very period; or why there is none."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefgen.compose.values.exchange import RATE_HINT, Unconverted, exchanged
from briefgen.compose.wording.figure_wording import is_currency
from briefgen.compose.wording.wording_styles import DateStyle
from briefgen.model.view import Figure

if TYPE_CHECKING:
    from briefgen.compose.brief_state import Brief
    from briefgen.compose.charts.charted_figures import Charted


def in_currency(charted: Charted, into: str, brief: Brief) -> Charted | None:
    """The same figures in a currency, as derived ones; None, and a warning, where one of them cannot be converted.

    A chart that left one out would show a gap where there is a figure.
    """
    rates, lacking = brief.view.items.get("rates", ()), dict[str, dict[str, None]]()

    def converted(figure: Figure | None) -> Figure | None:
        if figure is None:
            return None
        is_money = is_currency(figure.quantity.unit)
        found = exchanged(figure, into, rates) if is_money else Unconverted("it is no money")
        if isinstance(found, Figure):
            return found
        period = brief.wording.date(figure.period, DateStyle.SHORT) if figure.period else ""
        lacking.setdefault(found.why, {})[f"{period} ({figure.quantity.unit})".strip()] = None
        return None

    rows = tuple(replace(row, figures=tuple(map(converted, row.figures))) for row in charted.rows)
    for why, amounts in lacking.items():
        message = f"the chart is not placed: amounts are not converted into {into}, of {', '.join(amounts)}: {why}"
        brief.problems.report.warning("BG416", brief.problems.here("chart"), message, RATE_HINT)
    return None if lacking else replace(charted, rows=rows)


def told_of_rates(charted: Charted, brief: Brief) -> str:
    """At which rates figures were converted, and whose they are: a sentence for each."""
    found: dict[str, None] = {}
    for place, period in enumerate(charted.periods):
        for row in charted.rows:
            figure = row.figures[place]
            if figure and figure.conversion:
                fields = figure.conversion.rate.fields
                rate = brief.wording.rate(fields["rate"], str(fields["currency"]), str(fields["into"]))
                at = brief.wording.phrases.converted_at.format(rate=rate, whose=str(fields["whose"]))
                found[f"{brief.wording.date(period)}: {at}."] = None
    return " ".join(words[:1].upper() + words[1:] for words in found)
