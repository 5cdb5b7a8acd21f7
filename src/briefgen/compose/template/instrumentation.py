"""Calls that are put into every template before it is compiled, so that nothing in it runs again or grows unseen."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, TypeGuard

from jinja2 import nodes, pass_context
from jinja2.compiler import CodeGenerator, Frame

from briefgen.compose.source.every_node import every
from briefgen.compose.source.falling_clauses import CLAUSE

if TYPE_CHECKING:
    from collections.abc import Sequence


_WithBody: TypeAlias = nodes.Template | nodes.For | nodes.Macro | nodes.CallBlock | nodes.Block


def instrument(template: nodes.Template) -> None:
    """Put a tick into all that can run again, and turn every `~`, list and mapping into a bounded call."""
    parts: list[nodes.Node] = [template, *every(nodes.Node, template)]
    bodies = [part for part in parts if _may_run_again(part)]
    for parent in parts:
        for name, value in list(parent.iter_fields()):  # a node does not know its parent, so it is replaced from there
            if isinstance(value, list):
                value[:] = [_bounded(v) for v in value]
            elif isinstance(value, nodes.Node):
                setattr(parent, name, _bounded(value))
    for node in bodies:
        if isinstance(node, nodes.For):
            node.iter = _call("looped", [node.iter], node.iter.lineno)
        # Inner bodies are counted again with the outer ones: what is spent is never less than what is written.
        literal = sum(len(data.data) for data in every(nodes.TemplateData, node))
        tick = _call("tick", [nodes.Const(1), nodes.Const(literal)], node.lineno or 1)
        node.body.insert(0, nodes.ExprStmt(tick).set_lineno(node.lineno or 1))


def _may_run_again(part: nodes.Node) -> TypeGuard[_WithBody]:
    match part:
        case nodes.Template() | nodes.For() | nodes.Macro() | nodes.Block():
            return True
        case nodes.CallBlock():
            return not _is_clause(part)
        case _:
            return False


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


@pass_context
def never_ahead(_context: object, value: object) -> object:
    """Asks for the context, so that Jinja2 prints no constant ahead; the code calls `printed` itself."""
    return value


class OwnCallsUnasked(CodeGenerator):
    """Writes the calls that are put in here as they are: that they may be called need not be asked, row after row.

    So too what prints a value: it gives tokens alone, which Jinja2 would look through for signs of markup.
    """

    def _output_child_pre(self, *_: object) -> None:
        self.write("environment.printed(")

    def _output_child_post(self, *_: object) -> None:
        self.write(")")

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
