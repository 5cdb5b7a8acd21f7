"""The tests that can tell a mutant from the code: those that run its line, the fastest and nearest first."""

from __future__ import annotations

import ast
from collections import defaultdict
from fnmatch import fnmatch
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from mutants.recording import Suite
    from mutants.sources import Mutant

FIRST = 3.0
"""Seconds of the tests that are tried first: most mutants live no longer."""
_BODIES = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda


class Selection:
    """Mutant → tests."""

    def __init__(self, suite: Suite, sources: Mapping[str, str], budget: float, witnesses: Sequence[str] = ()) -> None:
        self.suite, self.budget = suite, budget
        self.witnesses = [test for test in suite.seconds if any(fnmatch(test, pattern) for pattern in witnesses)]
        self.uses = Uses(sources)
        self.reach = {test: sum(map(int.bit_count, lines.values())) for test, lines in suite.lines.items()}
        """Test → how many lines it runs."""

    def batches(self, mutant: Mutant) -> list[list[str]]:
        """The tests to try, in portions; empty where no test runs the line.

        A declaration is often met through a list of all that are declared, by which no name leads back to it: so the
        witnesses are heard too, whatever they cost.
        """
        first: list[str] = []
        rest: list[str] = []
        spent = 0.0
        for test in self._ranked(mutant):
            spent += self.suite.seconds[test]
            if first and spent > self.budget:
                break
            (first if not first or spent <= FIRST else rest).append(test)
        heard = {*first, *rest}
        last = [test for test in self.witnesses if test not in heard] if mutant.is_run_on_import else []
        return [_by_file(batch) for batch in (first, rest, last) if batch]

    def _ranked(self, mutant: Mutant) -> list[str]:
        """Tests that run the line; then those of the same files, for which another may have run it once for all."""
        direct = self._running(self._lines(mutant))
        files = {test.partition("::")[0] for test in direct}
        mates = {mate for file in sorted(files | self._reading(mutant)) for mate in self.suite.mates.get(file, ())}
        return self._sorted(direct, mutant.module) + self._sorted(mates - direct, mutant.module)

    def _sorted(self, tests: Iterable[str], module: str) -> list[str]:
        """A test of half a second that runs little else than the module comes before a faster one that runs it all."""

        def cost(test: str) -> tuple[float, str]:
            near = self.suite.lines.get(test, {}).get(module, 0).bit_count() + 1
            return self.suite.seconds[test] * self.reach.get(test, 0) / near, test

        return sorted(tests, key=cost)

    def _lines(self, mutant: Mutant) -> dict[str, int]:
        """The lines by which a test shows that it feels the mutant."""
        first, last = mutant.lines
        own = {mutant.module: (1 << last + 1) - (1 << first)}
        if mutant.is_run_on_import:
            for path, lines in self.uses.of_line(mutant.module, mutant.line).items():
                own[path] = own.get(path, 0) | lines
        return own

    def _running(self, lines: Mapping[str, int]) -> set[str]:
        ran = self.suite.lines
        return {test for test, own in ran.items() if any(own.get(path, 0) & wanted for path, wanted in lines.items())}

    def _reading(self, mutant: Mutant) -> set[str]:
        """Test files that run the line while they are read, if it stands in a function."""
        if mutant.is_run_on_import:
            return set()
        first, last = mutant.lines
        wanted = (1 << last + 1) - (1 << first)
        return {file for file, own in self.suite.on_import.items() if own.get(mutant.module, 0) & wanted}


def _by_file(tests: list[str]) -> list[str]:
    """The same tests, those of a file together: what a file sets up is then set up once."""
    rank = {file: number for number, file in enumerate(dict.fromkeys(test.partition("::")[0] for test in tests))}
    return sorted(tests, key=lambda test: rank[test.partition("::")[0]])


class Uses:
    """Which lines of functions speak of what the top of a module binds: directly, or through what is made of it."""

    def __init__(self, sources: Mapping[str, str]) -> None:
        self.spoken: dict[str, list[tuple[str, int]]] = defaultdict(list)
        """Name → lines in bodies of functions that speak of it."""
        self.made: dict[str, set[str]] = defaultdict(set)
        """Name → names that are made of it at the top of a module."""
        self.bound: dict[str, list[tuple[int, int, frozenset[str]]]] = {}
        for path, source in sources.items():
            self._read(path, ast.parse(source))

    def of_line(self, module: str, line: int) -> dict[str, int]:
        """File → lines, for what the statement at a line of a module's top binds."""
        names = {name for first, last, bound in self.bound[module] if first <= line <= last for name in bound}
        found: dict[str, int] = {}
        waiting = list(names)
        while waiting:
            name = waiting.pop()
            for path, spoken in self.spoken[name]:
                found[path] = found.get(path, 0) | 1 << spoken
            waiting += self.made[name] - names
            names |= self.made[name]
        return found

    def _read(self, path: str, tree: ast.Module) -> None:
        self.bound[path] = []
        for statement in tree.body:
            bound = frozenset(_bound(statement))
            self.bound[path].append((statement.lineno, statement.end_lineno or statement.lineno, bound))
            for name, line, is_inside in _names(statement, is_inside=False):
                if is_inside:
                    self.spoken[name].append((path, line))
                elif name not in bound:
                    self.made[name] |= bound


def _bound(statement: ast.stmt) -> Iterator[str]:
    if isinstance(statement, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
        yield statement.name
    elif not isinstance(statement, ast.Import | ast.ImportFrom):
        yield from (n.id for n in ast.walk(statement) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store))


def _is_only_a_type(node: ast.AST, name: str) -> bool:
    """Whether a part of a node is a type that nothing runs by; what stands behind a field of a class is read."""
    return name == "returns" or (name == "annotation" and isinstance(node, ast.arg))


def _names(node: ast.AST, *, is_inside: bool) -> Iterator[tuple[str, int, bool]]:
    """The names that a node speaks of, each with its line and whether a function's body holds it."""
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
        yield node.id, node.lineno, is_inside
    elif isinstance(node, ast.Attribute):
        yield node.attr, node.lineno, is_inside
    for name, value in ast.iter_fields(node):
        if not _is_only_a_type(node, name):
            held = is_inside or (isinstance(node, _BODIES) and name == "body")
            for part in value if isinstance(value, list) else [value]:
                if isinstance(part, ast.AST):
                    yield from _names(part, is_inside=held)
