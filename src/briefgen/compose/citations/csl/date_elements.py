"""Dates of a style as citeproc runs them, with its faults mended: ranges, seasons, dates in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from citeproc import model
from citeproc.source import LiteralDate, VariableError

from briefgen.compose.citations.csl.element_bases import Cased, Quick

if TYPE_CHECKING:
    from briefgen.compose.citations.csl.items import CitedItem

_PARTS = ("year", "month", "day")
"""Of a date, the largest first."""


class DateElement(Quick, model.Date):  # type: ignore[misc]  # citeproc has no types
    """Mends: a date that was substituted is printed once more; ranges within a year or month; a date in words.

    `Date.render_date_range` leaves the year out where only the year is asked for, and prints what both ends share
    behind them whatever the order of the parts. A date in words is printed by each element that asks for a part of it;
    here one that asks for no year has said nothing.
    """

    def process(self, item: CitedItem, variable: str | None = None, context: Any = None, **kwargs: Any) -> object:  # noqa: ANN401 - citeproc has no types
        """The date."""
        name = variable or self.get("variable")
        layout = None if self.is_locale_date() else (context if context is not None else self).get_layout()
        if layout is not None:
            if name in layout.repressed:
                return None
            layout.used.add(name)
            in_words = self.get("form") is None and isinstance(item.reference.get(name), LiteralDate)
            if in_words and all(part.get("name") != "year" for part in self.iterchildren()):
                return None
        return super().process(item, variable=variable, context=context, **kwargs)

    def render_single_date(self, date: Any, show_parts: list[str] | None = None, context: Any = None) -> object:  # noqa: ANN401 - citeproc has no types
        """A day, month or year; a season stands in words beside its year, whatever stands between numbers."""
        if "season" not in date or "month" in date:
            return super().render_single_date(date, show_parts, context)
        words = [str(text).strip(" ,.") for text in self.parts(date, show_parts, None if context is self else context)]
        return " ".join(words) or None

    def render_date_range(self, date_range: Any, show_parts: list[str], context: Any = None) -> str | None:  # noqa: ANN401 - citeproc has no types
        """Both ends, with what they share once: March–April 2019."""
        ends = date_range.begin, date_range.end
        differing = next((at for at, part in enumerate(_PARTS) if ends[0].get(part) != ends[1].get(part)), len(_PARTS))
        parts = [part for part in self.iterchildren() if part.get("name") in show_parts]
        span = [at for at, part in enumerate(parts) if _PARTS.index(part.get("name")) >= differing]
        first, last = ([self._of_part(part, end, context) for part in parts] for end in ends)
        joined = (context if self.is_locale_date() else self).join
        if not span:
            return str(joined([text for text in first if text])) or None
        begin = joined([text for text in first[: span[-1] + 1] if text]).rstrip(" ,")
        end = joined([text for text in last[span[0] :] if text]).lstrip(" ,")
        dash = parts[span[0]].get("range-delimiter", "–")
        return f"{begin}{dash}{end}" if begin and end else begin or end or None

    @staticmethod
    def _of_part(part: Any, date: Any, context: Any) -> str | None:  # noqa: ANN401 - citeproc has no types
        try:
            text = part.render(date, context)
        except VariableError:
            return None
        return str(text) if text else None


class DatePart(Quick, Cased, model.Date_Part):  # type: ignore[misc]  # citeproc has no types
    """Mends: what one date sets on the parts of a language's date stays set for later ones; seasons in numbers stop it.

    `Date_Part.process` copies the attributes of the style's part onto the part of the language's date, which all dates
    share, and leaves them there: entries would read differently in another order.
    """

    def render(self, date: Any, context: Any = None) -> object:  # noqa: ANN401 - citeproc has no types
        """One part of a date."""
        kept = dict(self.attrib)
        try:
            if self.get("name") == "month" and "month" not in date and "season" in date:
                self.attrib["form"] = "long"  # a season has no number
            return super().render(date, context)
        finally:
            self.attrib.clear()
            self.attrib.update(kept)
