"""Calls that are put into every template before it is compiled, so that nothing in it runs again or grows unseen."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame

from briefgen.compose.source.every_node import every

if TYPE_CHECKING:
    from collections.abc import Sequence


_WithBody: TypeAlias = nodes.Template | nodes.For | nodes.Macro | nodes.CallBlock | nodes.Block


def instrument(template: nodes.Template) -> None:
    """Put a tick into all that can run again, and turn every `~`, list and mapping into a bounded call."""
    bodies: list[_WithBody] = [
        template,
        *every(nodes.For, template),
        *every(nodes.Macro, template),
        *every(nodes.CallBlock, template),
        *every(nodes.Block, template),
    ]
    for node in bodies:
        # Inner bodies are counted again with the outer ones: what is spent is never less than what is written.
        literal = sum(len(data.data) for data in every(nodes.TemplateData, node))
        tick = _call("tick", [nodes.Const(1), nodes.Const(literal)], node.lineno or 1)
        node.body.insert(0, nodes.ExprStmt(tick).set_lineno(node.lineno or 1))
    for loop in every(nodes.For, template):
        loop.iter = _call("looped", [loop.iter], loop.iter.lineno)
    for parent in list(every(nodes.Node, template)):
        for name, value in list(parent.iter_fields()):  # a node does not know its parent, so it is replaced from there
            if isinstance(value, list):
                value[:] = [_bounded(v) for v in value]
            elif isinstance(value, nodes.Node):
                setattr(parent, name, _bounded(value))


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
