"""Calls that are put into every template before it is compiled, so that nothing in it runs again or grows unseen."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from jinja2 import nodes

from briefgen.compose.source.falling_clauses import CLAUSE

if TYPE_CHECKING:
    from collections.abc import Sequence


_WithBody: TypeAlias = nodes.Template | nodes.For | nodes.Macro | nodes.CallBlock | nodes.Block


def instrument(template: nodes.Template) -> None:
    """Put a tick into all that can run again, and turn every `~`, list and mapping into a bounded call."""
    bodies: list[_WithBody] = [
        template,
        *template.find_all(nodes.For),
        *template.find_all(nodes.Macro),
        *(block for block in template.find_all(nodes.CallBlock) if not _is_clause(block)),
        *template.find_all(nodes.Block),
    ]
    for node in bodies:
        # Inner bodies are counted again with the outer ones: what is spent is never less than what is written.
        literal = sum(len(data.data) for data in node.find_all(nodes.TemplateData))
        tick = _call("tick", [nodes.Const(1), nodes.Const(literal)], node.lineno or 1)
        node.body.insert(0, nodes.ExprStmt(tick).set_lineno(node.lineno or 1))
    for loop in template.find_all(nodes.For):
        loop.iter = _call("looped", [loop.iter], loop.iter.lineno)
    for parent in list(template.find_all(nodes.Node)):
        for name, value in list(parent.iter_fields()):  # a node does not know its parent, so it is replaced from there
            if isinstance(value, list):
                value[:] = [_bounded(v) for v in value]
            elif isinstance(value, nodes.Node):
                setattr(parent, name, _bounded(value))


def _is_clause(block: nodes.CallBlock) -> bool:
    """Whether a body runs at most once for each that it is in: what it writes is counted with that."""
    return isinstance(block.call.node, nodes.Name) and block.call.node.name == CLAUSE


def _bounded(value: object) -> object:
    """A node in the form that keeps to the budgets."""
    match value:
        case nodes.Concat():
            return _call("joined", value.nodes, value.lineno)
        case nodes.List() | nodes.Dict() | nodes.Tuple(ctx="load"):  # a tuple may be what `for a, b in` stores to
            return _call("grown", [value], value.lineno)
        case _:
            return value


def _call(name: str, arguments: Sequence[nodes.Node], line: int) -> nodes.Call:
    """A call of a method of the sandbox."""
    call = nodes.Call(nodes.EnvironmentAttribute(name), list(arguments), [], None, None)
    call.set_lineno(line)
    return call
