"""Kept editions as JSON, and back."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any, assert_never

from briefgen.model.editions.snapshot import KeptCode, KeptEdition, KeptFact, KeptFigure, KeptWords, Snapshot
from briefgen.model.values.date import Date, parse_date, parse_day
from briefgen.model.values.period import parse_period
from briefgen.model.values.quantity import Op, Quantity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from briefgen.model.editions.snapshot import Kept, Key

FORMAT = "briefgen-edition-1"


def edition_bytes(edition: KeptEdition) -> bytes:
    """An edition as JSON; the same for the same edition."""
    snapshot = edition.snapshot
    head = {
        "format": FORMAT,
        "number": edition.number,
        "edition": edition.mark,
        "as_of": str(edition.as_of),
        "made_of": edition.made_of,
        "stale": {kind: str(date) for kind, date in sorted(snapshot.stale.items())},
        "withdrawn": sorted(snapshot.withdrawn),
    }
    facts = ({"key": key, **_fact_json(fact)} for key, fact in sorted(snapshot.facts.items()))
    figures = ({"key": key, **_figure_json(one)} for key, one in sorted(snapshot.figures.items()))
    begin = f'{_line(head)[:-1]},\n"facts":['
    pieces = (begin, *_lines(facts), '],\n"figures":[', *_lines(figures), "]}\n")
    return "".join(pieces).encode("utf-8", "surrogatepass")


def _lines(said: Iterable[dict[str, Any]]) -> Iterator[str]:
    """A line for each, so that two editions can be compared by eye."""
    for number, one in enumerate(said):
        yield f"{',' if number else ''}\n{_line(one)}"


def _line(said: dict[str, Any]) -> str:
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


def read_edition(data: bytes) -> KeptEdition:
    """An edition of its JSON; raises ValueError where it is none."""
    try:
        said = json.loads(data.decode("utf-8", "surrogatepass"))
        if said["format"] != FORMAT:
            raise ValueError(f"an edition of another form: {said['format']}")
        snapshot = Snapshot(
            {_key(one["key"]): _fact_of(one) for one in said["facts"]},
            {_key(one["key"]): _figure_of(one) for one in said["figures"]},
            {str(kind): _date_of(text) for kind, text in said["stale"].items()},
            frozenset(map(str, said.get("withdrawn", ()))),
        )
        number, mark, made_of = int(said["number"]), str(said["edition"]), str(said["made_of"])
        return KeptEdition(number, mark, parse_day(said["as_of"]), snapshot, made_of)
    except (KeyError, TypeError, AttributeError, ArithmeticError, UnicodeDecodeError) as error:
        raise ValueError(f"no edition: {error!r}") from error


def what_it_knew(data: bytes) -> bytes:
    """Of the JSON of an edition all but which one it is; of what is not written as we do, all."""
    head, _, known = data.partition(b"\n")
    try:
        said = json.loads(head.removesuffix(b",") + b"}")
        return repr((said["format"], said["stale"], said["withdrawn"])).encode("utf-8", "surrogatepass") + known
    except (KeyError, TypeError, ValueError):
        return data


def _key(said: list[str]) -> Key:
    return tuple(map(str, said))


def _fact_json(fact: KeptFact) -> dict[str, Any]:
    fields = {name: _kept_json(value) for name, value in sorted(fact.fields.items())}
    when = fact.when.text if fact.when else ""
    return {
        "kind": fact.kind,
        "heading": fact.heading,
        "planned": fact.is_planned,
        "of": fact.of,
        "when": when,
        "fields": fields,
    }


def _fact_of(said: Mapping[str, Any]) -> KeptFact:
    fields = {str(name): _kept_of(value) for name, value in said["fields"].items()}
    when = _date_of(said["when"]) if said["when"] else None
    return KeptFact(str(said["kind"]), str(said["heading"]), bool(said["planned"]), str(said["of"]), when, fields)


def _figure_json(figure: KeptFigure) -> dict[str, Any]:
    return {
        "quantity": _quantity_json(figure.quantity),
        "kind": figure.kind,
        "facts": list(figure.facts),
        "derived": figure.is_derived,
    }


def _figure_of(said: Mapping[str, Any]) -> KeptFigure:
    facts = tuple(map(str, said["facts"]))
    return KeptFigure(_quantity_of(said["quantity"]), str(said["kind"]), facts, bool(said["derived"]))


def _kept_json(value: Kept) -> dict[str, Any]:
    match value:
        case Quantity():
            return {"quantity": _quantity_json(value)}
        case Date():
            return {"date": value.text}
        case KeptWords():
            return {"words": value.text}
        case KeptCode():
            return {"code": value.text}
    assert_never(value)


def _kept_of(said: Mapping[str, Any]) -> Kept:
    ((form, value),) = said.items()
    match form:
        case "quantity":
            return _quantity_of(value)
        case "date":
            return _date_of(value)
        case "words":
            return KeptWords(str(value))
        case "code":
            return KeptCode(str(value))
        case _:
            raise ValueError(f"a value of another form: {form}")


def _quantity_json(quantity: Quantity) -> dict[str, Any]:
    return {
        "value": str(quantity.value),
        "op": quantity.op.value,
        "high": None if quantity.high is None else str(quantity.high),
        "half_unit": None if quantity.half_unit is None else str(quantity.half_unit),
        "unit": quantity.unit,
        "scale": quantity.scale,
    }


def _quantity_of(said: Mapping[str, Any]) -> Quantity:
    high, half = (None if said[name] is None else Decimal(said[name]) for name in ("high", "half_unit"))
    return Quantity(Decimal(said["value"]), Op(said["op"]), high, half, str(said["unit"]), int(said["scale"]))


def _date_of(text: str) -> Date:
    """A date as it was written; what is none on the calendar is a period of figures."""
    try:
        return parse_date(text)
    except ValueError:
        return parse_period(text)
