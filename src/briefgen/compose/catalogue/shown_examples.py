"""What the values of one view are printed as: an example of each name that a template can ask for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

from briefgen.compose.brief_state import Brief
from briefgen.compose.catalogue.record_fields import PLANNED_FIELDS
from briefgen.compose.source.template_problems import Problems
from briefgen.compose.values.field_use import FieldUse
from briefgen.compose.values.template_value import field_names
from briefgen.diagnostics import Report
from briefgen.model.facts.parties_people_references import Actor
from briefgen.model.template_names import VALUES
from briefgen.model.view import Item

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefgen.model.view import View
    from briefgen.model.wording.phrases import Phrases

_LISTED = 3
"""Members of a list that an example has."""


def shown_examples(view: View, phrases: Phrases) -> Mapping[str, str]:
    """Name as a template writes it (`as_of`, `visits`, `visits.date`) → what it is in this view; what is empty is not.

    Of several the first that has something stands for all.
    """
    brief = Brief(view, Problems(Report(), {}), FieldUse(), phrases)
    found: dict[str, str] = {}
    for name, value in _named(view):
        if words := _words(brief, value):
            found.setdefault(name, words)
    return found


def _named(view: View) -> Iterator[tuple[str, object]]:
    for name in VALUES:
        match name:
            case "references":
                yield name, tuple(view.references.values())
            case "audience":
                yield name, view.audience.name
            case _:
                yield name, getattr(view, name)
    for name, items in view.items.items():
        yield name, items
        yield from _fields_of(name, items)
    for name in ("parties", "endings", "trade", "trade_periods"):
        yield from _fields_of(name, getattr(view, name))
    yield from _fields_of("references", view.references.values())
    yield from _fields_of("planned", view.planned, among=PLANNED_FIELDS)
    yield from _fields_of("changes", view.changes)
    yield from _fields_of("audience", [view.audience])
    yield "series", view.series
    yield from _of_figures(view)


def _of_figures(view: View) -> Iterator[tuple[str, object]]:
    """What stands within entries of trade and of series."""
    yield from _fields_of("series", view.series)
    values = [value for one in view.series for value in one.values]
    yield from _fields_of("value", values)
    indicators = [indicator for year in view.trade for indicator in year.indicators]
    yield from _fields_of("indicator", indicators)
    figures = [year.turnover for year in view.trade] + [value.figure for value in values]
    yield from _fields_of("figure", filter(None, figures))
    changes = [change for year in view.trade for change in year.changes.values()]
    yield from _fields_of("change", changes)


def _fields_of(
    name: str, values: Iterable[object], among: Mapping[str, str] | None = None
) -> Iterator[tuple[str, object]]:
    for value in values:
        own = (
            dict(value.fields) | {"id": value.id, "type": value.kind, "holds": value.holds}
            if isinstance(value, Item)
            else None
        )
        for field in field_names(value):
            if among is None or field in among:
                yield f"{name}.{field}", own.get(field) if own is not None else getattr(value, field)


def _words(brief: Brief, value: object) -> str:
    """What a value is in words; of a list its first members, or how many there are of what has no words."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None or value == ():
        return ""
    if isinstance(value, Mapping):
        return _of_mapping(brief, value)
    if isinstance(value, tuple | list):
        words = [brief.words(member) for member in value[:_LISTED]]
        more = ", ..." if len(value) > _LISTED else ""
        return f"{', '.join(map(str, words))}{more}" if all(words) else str(len(value))
    if isinstance(value, Actor):
        return " ".join(filter(None, (brief.name(value.person) if value.person else value.role, f"({value.party})")))
    return brief.words(value) or _of_record(brief, value)


def _of_mapping(brief: Brief, value: Mapping[str, object]) -> str:
    shown = [f"{key}: {words}" for key, one in value.items() if (words := _words(brief, one))]
    return "; ".join(shown[:_LISTED])


def _of_record(brief: Brief, value: object) -> str:
    """Of what is printed by its fields, such as a place: those that it has."""
    if not is_dataclass(value) or isinstance(value, type):
        return str(value)
    words = (_words(brief, getattr(value, field.name)) for field in fields(value) if field.name in field_names(value))
    return ", ".join(word for word in words if word and word not in {"true", "false"})
