"""The conditions of a template: where they stand, what they ask about, and a call that notes how each was answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import nodes

from briefgen.compose.source.every_node import every
from briefgen.model.template_names import OF_CONTRACT
from briefgen.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.compose.source.spread_source import Spread


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition of a template."""

    at: int
    """Where it stands, in characters of the template."""
    line: int
    column: int
    words: str
    """As it is written; empty of what is put in for clauses and rows."""
    is_of_contract: bool
    """Whether it asks for nothing but options and the audience."""
    has_other: bool
    """Whether something is said where it does not hold."""


def conditions_of(template: nodes.Template, spread: Spread) -> tuple[Condition, ...]:
    """Every condition of a template, in order."""
    return tuple(_told(node, spread) for node in _deciding(template))


def note_answers(template: nodes.Template, path: str, spread: Spread) -> None:
    """Put each condition of a template into a call of the sandbox, which notes how it was answered."""
    for node in list(_deciding(template)):
        given = [nodes.Const(path), nodes.Const(spread.start(_begins(node.test))), node.test]
        call = nodes.Call(nodes.EnvironmentAttribute("answered"), given, [], None, None)
        node.test = call.set_lineno(node.test.lineno)


def _deciding(template: nodes.Template) -> Iterator[nodes.If | nodes.CondExpr]:
    for node in every((nodes.If, nodes.CondExpr), template):
        if isinstance(node, nodes.If | nodes.CondExpr):
            yield node


def _told(node: nodes.If | nodes.CondExpr, spread: Spread) -> Condition:
    test, at = node.test, spread.start(_begins(node.test))
    names = {name.name for name in every(nodes.Name, test)} | ({test.name} if isinstance(test, nodes.Name) else set())
    has_other = bool(node.expr2) if isinstance(node, nodes.CondExpr) else bool(node.elif_ or node.else_)
    line, column = spread.tags.line_and_column(at)
    return Condition(at, line, column, _written(at, spread), bool(names) and names <= OF_CONTRACT, has_other)


def _begins(test: nodes.Node) -> int:
    """The first word of a condition, which the engine counts by the last of a name's."""
    lines = [node.lineno for node in (test, *every(nodes.Expr, test))]
    return min(line for line in lines if line)  # parts that stand for nothing written have none


def _written(at: int, spread: Spread) -> str:
    """A condition as it is written: up to `else`, or the end of the tag or bracket that it stands in."""
    tag = spread.tags.at(at)
    words = [word for word in tag.words if word.start >= at] if tag else []
    depth, end = 0, at
    for word in words:
        depth += (word.text in _OPENING) - (word.text in _CLOSING)
        if depth < 0 or (depth == 0 and word.text in _ENDING):
            break
        end = word.start + len(word.text)
    return " ".join(spread.tags.source[at:end].split())


_OPENING, _CLOSING, _ENDING = frozenset("([{"), frozenset(")]}"), frozenset({"else", ",", "~"})
