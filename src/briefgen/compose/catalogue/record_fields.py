"""What can be asked, with a dot, of values that are computed and not entered: each field with what it is."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

from briefgen.model.audience import Presentation
from briefgen.model.view import Change, Ending, Figure, GroupSum, Indicator, IndicatorSeries, SeriesValue, TradeYear
from briefgen.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class RecordFields:
    """Values of one class."""

    of: type
    about: str
    """What one of them is."""
    fields: Mapping[str, str]
    """Field → what it says."""

    def type_of(self, name: str) -> str:
        """What a field holds, in words."""
        found = next((f for f in fields(self.of) if f.name == name), None) if is_dataclass(self.of) else None
        return type_in_words(str(found.type)) if found else ""


RECORDS: Mapping[str, RecordFields] = {
    "trade": RecordFields(TradeYear, "An entry of trade, or of trade_periods.", {
        "period": "The period that the entry is of.",
        "exports": "What a party sold to the other, by its code: exports[party.id].",
        "turnover": "What both sold together.",
        "balance": "By how much one side sold more; of whom, surplus_party says.",
        "net": "What the first party sold less what the other sold.",
        "surplus_party": "Which side sold more; nothing where that is not sure.",
        "shares": "The share of a party in the turnover, by its code.",
        "counts": "What the figures count: goods, services, both, or unknown.",
        "currencies": "In which currencies the figures are.",
        "currency": "The same as one text.",
        "changes": "Changes against an earlier period: by the code of a party, turnover or balance.",
        "against": "The period that the changes are held against.",
        "not_compared": "Why there is no change against an earlier period, each reason once.",
        "length": "What kind of span the period is: year, quarter, month.",
        "summed_from": "What kind of parts were added up, where some were.",
        "claims": "Every claim, where sources differ and the audience sees them all.",
        "others": "Claims beside the one that is printed: by the code of a party, turnover or balance.",
        "indicators": "Indicators of the period, the same for every period.",
    }),
    "series": RecordFields(IndicatorSeries, "An entry of series(): figures of one indicator in one direction.", {
        "indicator": "What the figures are of: its id, name, about and measures.",
        "whose": "The side that the figures are of.",
        "towards": "The other side, where they have a direction.",
        "definition": "What exactly is counted, where the rows say it.",
        "values": "The figures, rising in time.",
        "periods": "The figures of all other periods: months, quarters.",
        "indicators": "Of the newest figure: growth a year, share of both directions.",
        "is_stock": "Whether the figures hold for the end of their period.",
        "names_unit": "Whether the phrase of the series says already what is counted.",
        "forms": "In which forms the periods are written: year, quarter, month.",
    }),
    "value": RecordFields(SeriesValue, "A member of the values of a series.", {
        "period": "The period that the figure is of.",
        "figure": "The figure.",
        "change": "Its change against an earlier period, where the two can be compared.",
        "against": "That period.",
        "not_compared": "Why it is not held against an earlier one.",
        "claims": "Every claim, where sources differ and the audience sees them all.",
        "others": "Claims beside the one that is printed.",
    }),
    "figure": RecordFields(Figure, "A figure: printed by money, quantity, number or percent.", {
        "quantity": "The amount with its doubt.",
        "derived": "Whether it was computed.",
        "period": "The period that it is of.",
        "contested": "Whether sources differ on it.",
        "is_chosen": "Whether the data prefer it to claims that are not shown.",
        "rivals": "What the other sources say.",
        "summed_from": "What kind of parts it is the sum of.",
        "basis": "How it is measured.",
        "interval": "What it can be, where its digits do not tell.",
        "conversion": "How it came into another currency: the rate, and what was stated.",
    }),
    "change": RecordFields(Change, "A change between two figures, printed by growth or compared.", {
        "direction": "up, down, none or unclear.",
        "estimate": "The change in per cent, from the figures as stated.",
        "interval": "What the change can be, in per cent.",
    }),
    "indicator": RecordFields(Indicator, "A member of the indicators of a period, printed by measure.", {
        "name": "Which indicator it is.",
        "party": "Whose it is, where it belongs to one side.",
        "formula": "How it is computed, with X for what that side sells and M for what it buys.",
        "figure": "The figure, where there is one.",
        "why": "Where there is none: the reason.",
        "since": "Of growth a year: the period that it is counted from.",
    }),
    "endings": RecordFields(Ending, "An entry of endings.", {
        "what": "What it is called.",
        "until": "The day on which it ends.",
        "fact": "The fact that says so.",
    }),
    "sum": RecordFields(GroupSum, "A member of what sums gives.", {
        "of": "The word that its facts have in common.",
        "figure": "The sum.",
        "count": "How many amounts it is the sum of.",
        "without": "How many facts of that word state no amount.",
        "facts": "Those whose amounts it is the sum of.",
    }),
    "audience": RecordFields(Presentation, "Who reads.", {
        "id": "The name of the audience's file.",
        "name": "What the audience is called.",
        "brief_for": "As in: brief for the minister.",
        "subtitle": "What stands under the title.",
        "opening": "What the first page begins with.",
        "to": "Whom the brief is to.",
        "sender": "Whom it is from, where that is not the desk that owns the relation.",
        "purpose": "What the brief is for.",
        "contact": "Whom to ask.",
        "headline": "What stands largest on the first page.",
        "standfirst": "What stands under the headline.",
        "handling": "What is printed at the head and foot of each page.",
        "portions": "Whether each portion is marked by its label.",
        "watermark": "A word behind the text of a brief that is not cleared.",
        "contents": "Whether a table of contents stands before the text.",
        "pdf": "What the PDF keeps to.",
        "sections": "The sections in order.",
        "numbers": "How figures are printed.",
        "citations": "How sources are shown.",
        "limits": "How long the brief may be.",
        "notes": "Which notes of facts are printed.",
        "dates": "In which order dates stand.",
        "tone": "The tone in which the readers are spoken to.",
        "style": "A house style of its own.",
        "body_size": "The size of running text in points, where it has one of its own.",
    }),
}  # fmt: skip
"""As a field of one is named in lists → what can be asked of it."""
PLANNED_FIELDS: Mapping[str, str] = {
    "date": "The day that it is planned for.",
    "title": "What it is called.",
    "number": "Which session it is to be, where they are numbered.",
    "venue": "Where it is to be.",
    "major": "Whether it belongs in a short timeline.",
    "of": "The fact that it is a part of.",
}
"""What members of `planned` have, beside the other fields of their kind."""
_NAMED = {
    "bool": "yes or no", "int": "whole number", "float": "number", "str": "word", "TradeYear": "year of trade",
    "IndicatorSeries": "series", "SeriesValue": "value of a series", "Item": "fact", "NotCompared": "reason",
    "DeclaredIndicator": "indicator", "IndicatorName": "name of an indicator", "SpanLength": "kind of span",
}  # fmt: skip


def type_in_words(annotation: str) -> str:
    """What a field holds, from how its class declares it.

    Example:
        >>> type_in_words("Mapping[str, Figure]"), type_in_words("tuple[Quantity, ...]"), type_in_words("Date | None")
        ('figure, by name', 'list of: quantity', 'date')
    """
    bare = annotation.removesuffix(" | None")
    if found := re.fullmatch(r"Mapping\[str, (.+)\]", bare):
        return f"{type_in_words(found[1])}, by name"
    if found := re.fullmatch(r"tuple\[(.+), \.\.\.\]", bare):
        return f"list of: {type_in_words(found[1])}"
    return _NAMED.get(bare) or re.sub(r"(?<=[a-z])(?=[A-Z])", " ", bare).lower()
