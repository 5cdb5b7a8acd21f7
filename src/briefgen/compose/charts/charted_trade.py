"""Trade over periods, as charts show it."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

from briefgen.compose.charts.charted_figures import Charted, ChartedRow
from briefgen.model.charts import NEITHER
from briefgen.model.values.arithmetic import Direction, direction

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.compose.brief_state import Brief
    from briefgen.model.facts.parties_people_references import Party
    from briefgen.model.view import TradeYear


class ChartedFigures(enum.StrEnum):
    """What of trade a chart shows."""

    EXPORTS = "exports"
    """Of both parties to each other."""
    TURNOVER = "turnover"
    BALANCE = "balance"


def charted_trade(years: Sequence[TradeYear], what: ChartedFigures, brief: Brief) -> Charted:
    """The rows of a chart of trade, a figure for each of its periods."""
    periods = tuple(year.period for year in years)
    match what:
        case ChartedFigures.EXPORTS:
            first, second = brief.view.parties
            pairs = ((first, second, 0), (second, first, 1))
            rows = tuple(
                ChartedRow(_from_to(a, b, brief), colour, tuple(year.exports.get(a.id) for year in years))
                for a, b, colour in pairs
            )
            return Charted(periods, rows)
        case ChartedFigures.TURNOVER:
            row = ChartedRow(what.value, NEITHER, tuple(year.turnover for year in years))
            return Charted(periods, (row,))
        case ChartedFigures.BALANCE:
            return _balance(years, brief)


def _from_to(one: Party, other: Party, brief: Brief) -> str:
    return brief.wording.phrases.direction.format(one=brief.words(one) or "", other=brief.words(other) or "")


def _balance(years: Sequence[TradeYear], brief: Brief) -> Charted:
    """One party's surplus, where it is that of one in all periods; else a balance with its sign, through zero."""
    phrases, periods = brief.wording.phrases, tuple(year.period for year in years)
    known = [year.net for year in years if year.net]
    ahead = {direction(net.quantity.interval) for net in known}
    if ahead in ({Direction.UP}, {Direction.DOWN}):
        place = 0 if Direction.UP in ahead else 1
        name = phrases.surplus.format(party=brief.words(brief.view.parties[place]) or "")
        return Charted(periods, (ChartedRow(name, place, tuple(year.balance for year in years)),))
    above, below = (phrases.surplus.format(party=brief.words(party) or "") for party in brief.view.parties)
    row = ChartedRow(ChartedFigures.BALANCE.value, NEITHER, tuple(year.net for year in years))
    return Charted(periods, (row,), below_zero=True, sides=(above, below))
