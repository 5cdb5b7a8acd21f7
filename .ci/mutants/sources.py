"""A module's mutants: where each fault may be put, what to call it, and the module with it."""

from __future__ import annotations

import ast
import hashlib
from collections import Counter
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from mutants.operators import conditions, faults_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
_UNTOUCHED = {"annotation", "returns", "decorator_list", "format_spec", "pattern", "type_params"}
"""Fields of nodes that say nothing a test could notice, or that no module could be read without."""
_CAST = "cast"
"""A call whose first argument is for the type checker."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """One fault in one module."""

    module: str
    """The module's file, from the project's folder."""
    index: int
    """Which of the module's faults it is."""
    function: str
    """The qualified name of the function or class around it; empty at the top."""
    operator: str
    before: str
    after: str
    number: int
    """Which of those that are alike so far, from 1."""
    line: int
    lines: tuple[int, int]
    """The first and last line of the statement that it stands in; of a compound one, its head."""
    is_run_on_import: bool
    """Whether it stands outside the bodies of functions."""

    @property
    def key(self) -> str:
        """What it is called, wherever its line and file move."""
        return f"{self.function} | {self.before} | {self.after} | {self.number}"


@dataclass(frozen=True, slots=True)
class _Spot:
    """A node with what may stand in its place, and where it is."""

    node: ast.AST
    fault: ast.AST
    operator: str
    around: tuple[ast.AST, ...]
    """The nodes from the module down to it."""


def mutants_of(source: str, module: str) -> list[Mutant]:
    """All faults that a module can be given, in the order of its text."""
    alike: Counter[tuple[str, str, str]] = Counter()
    found = []
    for index, spot in enumerate(_spots(ast.parse(source))):
        function, before, after = _name(spot.around), _words(spot.node), _words(spot.fault)
        alike[function, before, after] += 1
        number = alike[function, before, after]
        line, lines, is_outside = _line(spot), _lines(spot.around, spot.node), _is_run_on_import(spot)
        found.append(Mutant(module, index, function, spot.operator, before, after, number, line, lines, is_outside))
    return found


def node_of(source: str, index: int) -> tuple[ast.AST, ast.AST]:
    """What a fault takes the place of, and the fault."""
    spot = _spot(ast.parse(source), index)
    return spot.node, ast.fix_missing_locations(spot.fault)


def mutated(source: str, index: int) -> ast.Module:
    """The module with one of its faults."""
    tree = ast.parse(source)
    _Replaced(_spot(tree, index)).visit(tree)
    return ast.fix_missing_locations(tree)


class _Replaced(ast.NodeTransformer):
    """Puts the fault in its place."""

    def __init__(self, spot: _Spot) -> None:
        self.spot = spot

    def visit(self, node: ast.AST) -> ast.AST:
        """The fault for its node, else the node."""
        if node is not self.spot.node:
            return self.generic_visit(node)
        return ast.copy_location(self.spot.fault, node)


def sampled(mutants: Iterable[Mutant], seed: str, most: int | None) -> list[Mutant]:
    """So many mutants, by a seed. A mutant's lot hangs on itself alone: a line elsewhere changes nothing in the draw,
    nor does a move of the file.
    """  # noqa: D205 - the second sentence is the point
    drawn = sorted(mutants, key=lambda mutant: hashlib.sha256(f"{seed}|{mutant.key}".encode()).digest())
    return sorted(drawn[:most], key=lambda mutant: mutant.index)


# ---------------------------------------------------------------- where faults may be put


def _spots(tree: ast.Module) -> Iterator[_Spot]:
    return _within(tree, ())


def _spot(tree: ast.Module, index: int) -> _Spot:
    return next(islice(_spots(tree), index, None))


def _within(node: ast.AST, around: tuple[ast.AST, ...]) -> Iterator[_Spot]:
    for operator, fault in faults_of(node):
        yield _Spot(node, fault, operator, around)
    inside = (*around, node)
    for test, fault in conditions(node):
        yield _Spot(test, fault, "condition", inside)
    for child in _children(node):
        yield from _within(child, inside)


def _children(node: ast.AST) -> Iterator[ast.AST]:
    for name, value in ast.iter_fields(node):
        if name in _UNTOUCHED:
            continue
        parts: Sequence[object] = value if isinstance(value, list) else [value]
        if isinstance(node, ast.Call) and name == "args" and getattr(node.func, "id", "") == _CAST:
            parts = parts[1:]
        yield from (part for part in parts if isinstance(part, ast.AST) and not _is_for_readers(part))


def _is_for_readers(node: ast.AST) -> bool:
    """Docstrings, what only the type checker reads, and the list of public names."""
    match node:
        case ast.Expr(value=ast.Constant()):
            return True
        case ast.If(test=ast.Name(id="TYPE_CHECKING")):
            return True
        case ast.Assign(targets=[ast.Name(id="__all__")]) | ast.Assign(value=ast.Call(func=ast.Name(id="TypeVar"))):
            return True
        case ast.BinOp(op=ast.BitOr()):
            return _is_union(node)
        case _:
            return False


def _is_union(node: ast.AST) -> bool:
    """Whether it is types joined by bars: names with a capital, and None."""
    match node:
        case ast.BinOp(op=ast.BitOr()):
            return _is_union(node.left) and _is_union(node.right)
        case ast.Name():
            return node.id in {"str", "int", "bool", "float", "bytes", "tuple", "list", "set", "dict", "frozenset"} or (
                node.id[:1].isupper() and not node.id.isupper()
            )
        case ast.Attribute():
            return _is_union(ast.Name(node.attr))
        case ast.Constant():
            return node.value is None
        case _:
            return False


# ---------------------------------------------------------------- what a fault is called


def _name(around: tuple[ast.AST, ...]) -> str:
    return ".".join(node.name for node in around if isinstance(node, (*_FUNCTIONS, ast.ClassDef)))


def _words(node: ast.AST) -> str:
    """A node as text: of a compound statement, its head."""
    return ast.unparse(ast.fix_missing_locations(node)).partition("\n")[0]


def _line(spot: _Spot) -> int:
    return int(getattr(spot.node, "lineno", 0))


def _lines(around: tuple[ast.AST, ...], node: ast.AST) -> tuple[int, int]:
    statement = next(n for n in reversed((*around, node)) if isinstance(n, ast.stmt))
    body = getattr(statement, "body", None) or getattr(statement, "cases", None)
    first = int(getattr(node, "lineno", statement.lineno))
    if body:  # the statement itself spans its body: only the lines of the head around the node count
        return first, int(getattr(node, "end_lineno", None) or first)
    return statement.lineno, statement.end_lineno or statement.lineno


def _is_run_on_import(spot: _Spot) -> bool:
    """Whether no body of a function holds it; defaults of arguments are outside of it."""
    path = (*spot.around, spot.node)
    for at, node in enumerate(path[:-1]):
        if isinstance(node, _FUNCTIONS) and path[at + 1] in node.body:
            return False
        if isinstance(node, ast.Lambda) and path[at + 1] is node.body:
            return False
    return True
