"""Calls that are put into every template before it is compiled, so that nothing in it runs again or grows unseen."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame

from briefgen.compose.source.every_node import every, with_place_of_parent
from briefgen.compose.source.falling_clauses import CLAUSE

if TYPE_CHECKING:
    from collections.abc import Sequence


_GROWING = frozenset({nodes.Concat, nodes.List, nodes.Dict, nodes.Tuple})
"""Kinds that make something longer than their parts; Jinja2 has no kinds of such kinds."""
_WithBody: TypeAlias = nodes.Template | nodes.For | nodes.Macro | nodes.CallBlock | nodes.Block


def instrument(template: nodes.Template) -> None:
    """Put a tick into all that can run again, and turn every `~`, list and mapping into a bounded call."""
    literal = _literal_characters(template)
    bodies: list[_WithBody] = [
        template,
        *every(nodes.For, template),
        *every(nodes.Macro, template),
        *(block for block in every(nodes.CallBlock, template) if not _is_clause(block)),
        *every(nodes.Block, template),
    ]
    for node in bodies:
        # Inner bodies are counted again with the outer ones: what is spent is never less than what is written.
        tick = _call("tick", [nodes.Const(1), nodes.Const(literal[id(node)])], node.lineno or 1)
        node.body.insert(0, nodes.ExprStmt(tick).set_lineno(node.lineno or 1))
    for loop in every(nodes.For, template):
        loop.iter = _call("looped", [loop.iter], loop.iter.lineno)
    for parent in (template, *every(nodes.Node, template)):
        _bound(parent)


def _bound(parent: nodes.Node) -> None:
    """Put what keeps to the budgets into a node: one does not know its parent, so it is replaced from there."""
    for name, value in list(parent.iter_fields()):
        if type(value) in _GROWING:
            setattr(parent, name, _bounded(value))
        elif isinstance(value, list) and any(type(one) in _GROWING for one in value):
            value[:] = [_bounded(one) for one in value]


def _literal_characters(template: nodes.Template) -> dict[int, int]:
    """How many characters of text stand in each part of a template, by the identity of the part."""
    parts = [(template, 0), *with_place_of_parent(template)]
    counts = [len(part.data) if isinstance(part, nodes.TemplateData) else 0 for part, _ in parts]
    for at in range(len(parts) - 1, 0, -1):  # from the innermost out
        counts[parts[at][1]] += counts[at]
    return {id(part): count for (part, _), count in zip(parts, counts, strict=True)}


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


class OwnCallsUnasked(CodeGenerator):
    """Writes the calls that are put in here as they are: that they may be called need not be asked, row after row."""

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: FBT001, FBT002, N802 - Jinja2's signature
        """A call of the template's own is asked about when it runs, as the sandbox has it."""
        if not isinstance(node.node, nodes.EnvironmentAttribute):  # which no template can write
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in node.args:
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")


def _call(name: str, arguments: Sequence[nodes.Node], line: int) -> nodes.Call:
    """A call of a method of the sandbox."""
    call = nodes.Call(nodes.EnvironmentAttribute(name), list(arguments), [], None, None)
    call.set_lineno(line)
    return call
