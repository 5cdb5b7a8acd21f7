"""The table of a run, and its survivors as lines of a diff."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mutants.judging import Fate
from mutants.sources import mutated, node_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from mutants.judging import Verdict


@dataclass(frozen=True, slots=True)
class Score:
    """How many mutants there were, and what became of them."""

    name: str
    verdicts: tuple[Verdict, ...]

    @property
    def killed(self) -> int:
        """Those that a test noticed."""
        return sum(verdict.fate.is_killed for verdict in self.verdicts)

    @property
    def per_cent(self) -> float:
        """Of a hundred mutants, those killed; 100 where there are none."""
        return 100 * self.killed / len(self.verdicts) if self.verdicts else 100.0

    @property
    def row(self) -> str:
        """As a row of the table."""
        late = sum(verdict.fate is Fate.LATE for verdict in self.verdicts)
        total = len(self.verdicts)
        return f"| {self.name} | {total} | {self.killed} | {late} | {total - self.killed} | {self.per_cent:.0f} % |"


def scores(verdicts: Sequence[Verdict], groups: Mapping[str, Sequence[str]]) -> Iterator[tuple[Score, list[Score]]]:
    """Each group with its modules."""
    for group, modules in groups.items():
        own = [Score(module, tuple(v for v in verdicts if v.mutant.module == module)) for module in modules]
        yield Score(group, tuple(v for score in own for v in score.verdicts)), own


def table(verdicts: Sequence[Verdict], groups: Mapping[str, Sequence[str]]) -> str:
    """The scores by module and group, as Markdown."""
    rows = ["| module | mutants | killed | of these by time | survived | score |", "|---|--:|--:|--:|--:|--:|"]
    for group, modules in scores(verdicts, groups):
        rows += [score.row for score in modules if score.verdicts]
        rows.append(Score(f"**{group.name}**", group.verdicts).row)
    return "\n".join([*rows, Score("**all**", tuple(verdicts)).row])


def survivors(verdicts: Iterable[Verdict], source_of: Callable[[str], str]) -> Iterator[str]:
    """Each survivor with its place and the line that nobody missed."""
    for verdict in verdicts:
        if not verdict.fate.is_killed:
            mutant = verdict.mutant
            tried = f", {verdict.tests} tests" if verdict.tests else ""
            yield f"{mutant.module}:{mutant.line}: {mutant.operator}, {verdict.fate}{tried}"
            yield from (f"    {line}" for line in diff(source_of(mutant.module), mutant.index))


def diff(source: str, index: int) -> tuple[str, str]:
    """The line as it stands, and with the fault; where the text does not show it, the expression alone."""
    node, fault = node_of(source, index)
    after = ast.unparse(fault)
    first, last = int(getattr(node, "lineno", 1)), int(getattr(node, "end_lineno", None) or 1)
    lines = source.splitlines()
    if first == last:
        line = lines[first - 1].encode()
        changed = (line[: node.col_offset] + after.encode() + line[node.end_col_offset :]).decode()  # type: ignore[attr-defined]
        if _is_same([*lines[: first - 1], changed, *lines[first:]], mutated(source, index)):
            return f"- {lines[first - 1].strip()}", f"+ {changed.strip()}"
    return f"- {ast.unparse(node).splitlines()[0]}", f"+ {after.splitlines()[0]}"


def _is_same(lines: list[str], tree: ast.Module) -> bool:
    try:
        return ast.dump(ast.parse("\n".join(lines))) == ast.dump(tree)
    except SyntaxError:
        return False
