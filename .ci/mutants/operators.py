"""The faults that a line can be given: what stands in the place of a comparison, a number, a condition ..."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip
_ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult, ast.Pow: ast.Mult, ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr,
}  # fmt: skip
_TWINS = {"min": "max", "max": "min", "any": "all", "all": "any"}
_MARK = "XX"

Fault = tuple[str, ast.AST]
"""The name of an operator, and what it puts in a node's place."""


def faults_of(node: ast.AST) -> Iterator[Fault]:
    """What may stand in the place of a node, but for those that depend on where it stands."""
    match node:
        case ast.Compare():
            yield from _compared(node)
        case ast.BoolOp():
            joined = ast.Or() if isinstance(node.op, ast.And) else ast.And()
            yield "boolean", ast.BoolOp(joined, node.values)
        case ast.BinOp() if type(node.op) in _ARITHMETIC:
            yield "arithmetic", ast.BinOp(node.left, _ARITHMETIC[type(node.op)](), node.right)
        case ast.AugAssign() if type(node.op) in _ARITHMETIC:
            yield "arithmetic", ast.AugAssign(node.target, _ARITHMETIC[type(node.op)](), node.value)
        case ast.UnaryOp(op=ast.Not() | ast.USub()):
            yield "negation", node.operand
        case ast.Constant():
            yield from _constants(node.value)
        case ast.Return(value=ast.expr()) if not is_none(node.value):
            yield "return", ast.Return(ast.Constant(None))
        case ast.Call():
            yield from _called(node)
        case _:
            pass


def conditions(node: ast.AST) -> Iterator[tuple[ast.expr, ast.expr]]:
    """The conditions in a node, each with what may stand in its place. A loop without end would only take time."""
    match node:
        case ast.If() | ast.IfExp():
            asked = [node.test]
        case ast.While():
            yield node.test, ast.Constant(value=False)
            return
        case ast.comprehension():
            asked = node.ifs
        case ast.match_case(guard=ast.expr() as guard):
            asked = [guard]
        case _:
            return
    for test in asked:
        yield test, ast.Constant(value=True)
        yield test, ast.Constant(value=False)


def _compared(node: ast.Compare) -> Iterator[Fault]:
    for at, op in enumerate(node.ops):
        ops = [*node.ops[:at], _COMPARISONS[type(op)](), *node.ops[at + 1 :]]
        yield (
            "membership" if isinstance(op, ast.In | ast.NotIn) else "comparison",
            ast.Compare(node.left, ops, node.comparators),
        )


def _constants(value: object) -> Iterator[Fault]:
    match value:
        case bool():
            yield "constant", ast.Constant(not value)
        case int() | float():
            yield "constant", ast.Constant(value + 1)
        case str() if re.fullmatch(r"\d+(\.\d+)?", value):
            whole, point, decimals = value.partition(".")
            yield "constant", ast.Constant(f"{int(whole) + 1}{point}{decimals}")
        case str():
            yield "string", ast.Constant(value + _MARK)
        case bytes():
            yield "string", ast.Constant(value + _MARK.encode())
        case _:
            pass


def _called(node: ast.Call) -> Iterator[Fault]:
    if isinstance(node.func, ast.Name) and node.func.id in _TWINS:
        yield "twin", ast.Call(ast.Name(_TWINS[node.func.id], ast.Load()), node.args, node.keywords)
    for at, keyword in enumerate(node.keywords):
        if keyword.arg is not None:
            yield "keyword", ast.Call(node.func, node.args, node.keywords[:at] + node.keywords[at + 1 :])


def is_none(node: ast.AST | None) -> bool:
    """Whether a node is the word None."""
    return isinstance(node, ast.Constant) and node.value is None
