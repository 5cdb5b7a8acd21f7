"""Shapes: what a record's fields are, and how each value is read. All problems of a record are reported at once.

A converter takes a node and gives a value, or `BAD` after reporting why not. Shapes are data, so that other
descriptions (an editor's schema) can be made from them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from briefgen.diagnostics import did_you_mean, echo, nearly_or, visible
from briefgen.load.nodes.node import Mapping, Node, Scalar, Sequence, kind_of
from briefgen.records import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.diagnostics import Place, Report
    from briefgen.load.shapes.value_schemas import JsonSchema


class Bad:
    """The value of a field whose problem has been reported."""


BAD: Final = Bad()


@dataclass(frozen=True, slots=True)
class Converter:
    """Reads one kind of value."""

    name: str
    """What it expects, in the user's words: `a date such as 2015-05`."""
    read: Callable[[Node, Report], Any]
    accepts: JsonSchema | Shape
    """The same for an editor; where a schema stands inside another, a shape may stand too."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a shape."""

    converter: Converter
    required: bool = False
    target: str = ""
    """The attribute it fills, where that is not the field's name."""
    about: str = ""
    """What it is, in a sentence, where the record itself declares it."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A record: its fields, and what is made from them."""

    what: str
    """In the user's words: `a milestone`."""
    fields: dict[str, Field]
    make: Callable[..., Any]
    wants_place: bool = True
    wants_places: bool = False
    usual: dict[str, Any] = field(default_factory=dict)
    """What a field counts as that is left out, by its name, where `make` is no record that says so itself."""
    common: frozenset[str] = frozenset()
    """Names of fields that many records have, and that none is begun with."""

    def read(self, node: Node, report: Report, **extra: Any) -> Any:  # noqa: ANN401 - whatever `make` makes
        """The record, or `BAD` where a field is missing or wrong."""
        if not isinstance(node, Mapping):
            message = f"{self.what} is a group of fields, and this is {kind_of(node)}"
            report.error("BG108", node.place, message, self._as_a_group(node))
            return BAD
        values, places, sound = self._values(node, report)
        if not sound:
            return BAD
        if self.wants_place:
            values["place"] = node.place
        if self.wants_places:
            values["places"] = places
        return self.make(**{**extra, **values})

    def _as_a_group(self, node: Node) -> str:
        """How what was written in place of a group of fields may be written as one."""
        names = self.required or [name for name in self.fields if name not in self.common]
        if isinstance(node, Scalar) and node.text and len(self.required) == 1:
            return f"write {{{names[0]}: {echo(node.text)}}}"
        return f"write its fields as 'name: value': {', '.join(names)}"

    def _meant(self, name: str, node: Mapping) -> str | None:
        """The field that was meant: the one nearly named, else those that must be there and are not."""
        missing = [one for one in self.required if one not in node.items]
        if missing:
            return nearly_or(name, self.fields, f"it may be one that is missing: {', '.join(missing)}")
        return did_you_mean(name, self.fields)

    @property
    def required(self) -> list[str]:
        """Names of fields that must be there."""
        return [name for name, f in self.fields.items() if f.required]

    def _values(self, node: Mapping, report: Report) -> tuple[dict[str, Any], dict[str, Place], bool]:
        values: dict[str, Any] = {}
        places: dict[str, Place] = {}
        sound = True
        for name, value in node.items.items():
            declared = self.fields.get(name)
            if declared is None:
                message = f"{self.what} has no field '{visible(name)}'"
                report.error("BG106", node.keys[name], message, self._meant(name, node))
                continue
            target = declared.target or name
            if isinstance(value, Scalar) and value.text == "" and not declared.required:
                continue
            places[target] = value.place
            converted = declared.converter.read(value, report)
            if converted is BAD:
                sound = False
            else:
                values[target] = converted
        for name, declared in self.fields.items():
            if declared.required and (name not in node.items or _is_blank(node.items[name])):
                place = node.keys.get(name, node.place)
                report.error("BG107", place, f"{self.what} needs '{name}'", f"add '{name}: ...'")
                sound = False
        return values, places, sound


def _is_blank(node: Node) -> bool:
    return isinstance(node, Scalar) and node.text == ""


def scalar(node: Node, report: Report, expected: str) -> str | None:
    """The text of a single value, or None after reporting."""
    if isinstance(node, Scalar):
        return node.text
    report.error("BG108", node.place, f"this is {kind_of(node)}, not {expected}", "write one value")
    return None


def from_text(
    name: str, code: str, parse: Callable[[str], Any], hint: Callable[[str], str | None], accepts: JsonSchema
) -> Converter:
    """A converter from a single value; `parse` raises ValueError with a message for the user."""

    def read(node: Node, report: Report) -> Any:  # noqa: ANN401 - whatever `parse` gives
        text = scalar(node, report, name)
        if text is None:
            return BAD
        try:
            return parse(text)
        except ValueError as error:
            report.error(code, node.place, f"'{echo(text)}': {error}", hint(text))
            return BAD

    return Converter(name, read, accepts)


def list_of(inner: Converter) -> Converter:
    """A list; a single value counts as a list of one."""

    def read(node: Node, report: Report) -> Any:  # noqa: ANN401 - a tuple or BAD
        nodes = node.items if isinstance(node, Sequence) else (node,)
        values = [inner.read(item, report) for item in nodes]
        return BAD if any(value is BAD for value in values) else tuple(values)

    one = inner.accepts
    return Converter(f"a list of {inner.name}", read, {"anyOf": [one, {"type": "array", "items": one}]})


def record(shape: Shape) -> Converter:
    """A nested record."""
    return Converter(shape.what, shape.read, shape)


def alone_or(inner: Converter, alone: Converter, name: str) -> Converter:
    """A record, or the value of its one needed field by itself."""

    def read(node: Node, report: Report) -> Any:  # noqa: ANN401 - whatever the record is
        if not isinstance(node, Scalar):
            return inner.read(node, report)
        return BAD if alone.read(node, report) is BAD else inner.read(_holding(node, name), report)

    return Converter(f"{alone.name}, or {inner.name}", read, {"anyOf": [alone.accepts, inner.accepts]})


def _holding(node: Scalar, name: str) -> Mapping:
    return Mapping({name: node}, {name: node.place}, node.place)
