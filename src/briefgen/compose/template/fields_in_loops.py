"""Fields that a loop asks of the facts it goes over, told also where it happens to go over none."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from jinja2 import nodes

from briefgen.compose.source.every_node import every
from briefgen.compose.source.kept_readings import FieldAsked
from briefgen.compose.source.template_problems import LISTED
from briefgen.diagnostics import close_to, with_article

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from briefgen.compose.source.spread_source import Spread
    from briefgen.compose.source.template_problems import Problems
    from briefgen.model.view import ItemFields

_Kind = TypeVar("_Kind", bound=nodes.Node)
_SAME_KIND = frozenset(
    {
        "fitted",
        "sayable",
        "at_most",
        "selectattr",
        "rejectattr",
        "select",
        "reject",
        "sort",
        "reverse",
        "list",
        "unique",
    }
)
"""Filters whose list has members of the list before the bar."""
_ASKING = frozenset({"defined", "undefined", "default", "d"})
"""What may be asked of a field that is not there."""


def tell_unknown_fields(
    problems: Problems, path: str, found: Iterable[FieldAsked], collections: Mapping[str, ItemFields]
) -> None:
    """Report each field that no fact of a loop's kind has, unless it was told when the template ran."""
    told = {(d.code, d.place.path, d.place.line, d.message) for d in problems.report.diagnostics}
    for asked in found:
        if asked.collection not in collections:
            continue
        fields = collections[asked.collection]
        message = f"{with_article(fields.kind.replace('_', ' '))} has no field '{asked.field}'"
        place = problems.on_line(path, asked.line, asked.field)
        if asked.field not in fields.names and ("BG402", place.path, place.line, message) not in told:
            near = close_to(asked.field, sorted(fields.names), 0.6)
            problems.report.error("BG402", place, message, f"did you mean '{near}'?" if near else LISTED)


def fields_asked(template: nodes.Template, spread: Spread) -> tuple[FieldAsked, ...]:
    """What a template's loops ask of the members of whatever has a name, but for what the template names itself."""
    own = {name.name for name in every(nodes.Name, template) if name.ctx != "load"}
    found = (asked for loop in every((nodes.For, nodes.CallBlock), template) for asked in _asked_of(loop, own))
    return tuple(dict.fromkeys(asked._replace(line=spread.line(asked.line)) for asked in found))


def _asked_of(loop: nodes.Node, own: Collection[str]) -> Iterator[FieldAsked]:
    collection, target, inside = _parts_of(loop)
    if not collection or collection in own or not isinstance(target, nodes.Name):
        return
    name = target.name
    if any(other.name == name and other.ctx != "load" for part in inside for other in _every(part, nodes.Name)):
        return  # it is something else from there on
    fields = [
        field
        for part in inside
        for field in _every(part, nodes.Getattr)
        if isinstance(field.node, nodes.Name) and field.node.name == name
    ]
    questions = [(q.name, q.node) for part in inside for q in (*_every(part, nodes.Test), *_every(part, nodes.Filter))]
    asked = {of.attr for name, of in questions if name in _ASKING and isinstance(of, nodes.Getattr)}
    yield from (FieldAsked(collection, field.attr, field.lineno) for field in fields if field.attr not in asked)


def _parts_of(loop: nodes.Node) -> tuple[str, nodes.Node | None, list[nodes.Node]]:
    """The list that a loop goes over, what it calls a member, and what is done with each; also of a table's rows."""
    match loop:
        case nodes.For():
            return _list_of(loop.iter), loop.target, [*loop.body, *([loop.test] if loop.test else [])]
        case nodes.CallBlock(args=[target], call=nodes.Call() as call):
            rows = next((given.value for given in call.kwargs if given.key == "rows"), None)
            return _list_of(rows), target, [*loop.body]
        case _:
            return "", None, []


def _every(part: nodes.Node, kind: type[_Kind]) -> Iterator[_Kind]:
    if isinstance(part, kind):
        yield part
    yield from every(kind, part)


def _list_of(expression: nodes.Node | None) -> str:
    """The name of the list that an expression takes its members from, or nothing."""
    while True:
        match expression:
            case nodes.Name():
                return str(expression.name)
            case nodes.Filter() if expression.name in _SAME_KIND:
                expression = expression.node
            case nodes.Getitem() if isinstance(expression.arg, nodes.Slice):
                expression = expression.node
            case _:
                return ""
