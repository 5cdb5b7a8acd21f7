"""What is new in briefs, as text, Markdown or JSON."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, assert_never

import click

from briefgen.diagnostics import visible
from briefgen.model.editions.differences import EditionChange
from briefgen.model.editions.snapshot import is_of_plan
from briefgen.model.values.quantity import Op, Quantity
from briefgen.pipeline.editions.changes_between import NOW

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefgen.model.editions.differences import Difference
    from briefgen.model.editions.snapshot import KeptEdition, Key
    from briefgen.model.values.date import Date
    from briefgen.pipeline.editions.changes_between import BriefChanges

FORMS = ("text", "markdown", "json")
_MARKS = re.compile(r"[\\`*_\[\]<>|~&#]")


def print_changes(briefs: Sequence[BriefChanges], form: str) -> None:
    """Print what is new in each brief; of text and Markdown a line where nothing is."""
    if form == "json":
        click.echo(json.dumps([_json(brief) for brief in briefs], ensure_ascii=False, indent=1))
        return
    head, item = ("## ", "- ") if form == "markdown" else ("", "  ")
    for brief in briefs:
        click.echo(f"{head}{brief.relation}/{brief.audience}: from {_named(brief.old)} to {_named(brief.new)}")
        for one in brief.found or ():
            line = visible(told(one))
            click.echo(f"{item}{_without_marks(line) if form == 'markdown' else line}")
        if not brief.found:
            click.echo(f"{item}nothing is new")
    if not briefs:
        click.echo("nothing is new: each brief tells what its newest edition tells")


def _without_marks(line: str) -> str:
    """A line whose signs mean nothing in Markdown: titles are the data's."""
    return _MARKS.sub(r"\\\g<0>", line)


def _named(edition: KeptEdition) -> str:
    return "now" if edition.number == NOW else f"edition {edition.number} ({edition.mark})"


def told(one: Difference) -> str:
    """One difference in a line."""
    what = one.heading or _place(one.key)
    match one.change:
        case EditionChange.ADDED:
            planned = "planned " if is_of_plan(one.key) else ""
            return f"new: {planned}{one.kind} {what}{_value(one.new)}"
        case EditionChange.PASSED:
            return f"was planned, is told as done: {one.kind} {what}{_value(one.new)}"
        case EditionChange.REVISED if one.field:
            return f"changed: {one.kind} {what}, {one.field}{_from_to(one)}"
        case EditionChange.REVISED:
            return f"changed: {what}{_from_to(one)}"
        case EditionChange.MOVED:
            return f"moved with it: {what}{_from_to(one)}"
        case EditionChange.STALE:
            return f"now out of date: the newest of {one.kind} is of {one.new}"
        case EditionChange.WITHDRAWN:
            when = f" ({one.new})" if one.new else "" if one.kind == what else f" ({_place(one.key)})"
            return f"withdrawn after it was told: {one.kind}{when}"
        case EditionChange.GONE:
            return f"no longer told: {one.count} of kind {one.kind}"
    assert_never(one.change)


def _place(key: Key) -> str:
    """Such as `trade 2020 USD turnover`."""
    return " ".join(part for part in key if part not in {"", "unknown"})


def _value(value: Quantity | Date | None) -> str:
    return "" if value is None else f" ({_plain(value)})"


def _from_to(one: Difference) -> str:
    if one.new is None:
        return ", says something else"
    return f": {_plain(one.new)}" if one.old is None else f": {_plain(one.old)} → {_plain(one.new)}"


_STEPS = {1_000: " thousand", 1_000_000: " million", 1_000_000_000: " billion"}


def _plain(value: Quantity | Date) -> str:
    """As `parse_quantity` reads it."""
    if not isinstance(value, Quantity):
        return str(value)
    sign = "" if value.op in {Op.EQ, Op.RANGE} else f"{value.op.value.replace('_', ' ')} "
    high = "" if value.high is None else f"..{value.high}"
    step = _STEPS.get(value.scale, "" if value.scale == 1 else f" x {value.scale}")
    return f"{sign}{value.value}{high}{step} {value.unit}".strip()


def _json(brief: BriefChanges) -> dict[str, Any]:
    return {
        "relation": brief.relation,
        "audience": brief.audience,
        "from": _edition_json(brief.old),
        "to": _edition_json(brief.new),
        "changes": [_difference_json(one) for one in brief.found],
    }


def _edition_json(edition: KeptEdition) -> dict[str, Any]:
    return {"number": edition.number or None, "edition": edition.mark or None, "as_of": str(edition.as_of)}


def _difference_json(one: Difference) -> dict[str, Any]:
    said: Iterable[tuple[str, object]] = (
        ("change", one.change.value),
        ("kind", one.kind),
        ("id", "/".join(one.key)),
        ("planned", is_of_plan(one.key) or None),
        ("heading", one.heading),
        ("field", one.field),
        ("old", _plain(one.old) if one.old is not None else None),
        ("new", _plain(one.new) if one.new is not None else None),
        ("count", one.count or None),
    )
    return {name: value for name, value in said if value not in {None, ""}}
