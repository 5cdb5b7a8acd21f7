"""A problem that comes back in one file, once a month of a series or once a character: the first whole, then places."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from briefgen.diagnostics import UNPRINTED
from briefgen.late_patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from briefgen.diagnostics import Diagnostic, Severity

WHOLE = 3
"""So many of a kind in a file are told whole, where there are at least two more."""
_NAMES_AND_NUMBERS = late_pattern(r"'[^']*'|[\d.,]+")
_ONCE = frozenset({"BG501", "BG504"})
"""Codes that speak of a whole file: what several briefs say of it is told by the first."""
_OF_A_FOLDER = frozenset({UNPRINTED})
"""Codes of which each file of a relation has many, where few briefs are made: they are counted over all its files."""
_PLACES = 5
"""So many of the rest are told by their lines."""


def told_once(problems: Sequence[Diagnostic], worded: Callable[[Diagnostic], str]) -> Iterator[str]:
    """What is printed, in the order of the problems; of those that are told no more, lines and number."""
    number = Counter(map(_kind, problems))
    met: dict[tuple[str, Severity, str, str], list[Diagnostic]] = defaultdict(list)
    for problem in problems:
        kind = _kind(problem)
        met[kind].append(problem)
        whole = 1 if problem.code in _ONCE else number[kind] if number[kind] < WHOLE + 2 else WHOLE
        if len(met[kind]) <= whole:
            yield worded(problem)
        elif len(met[kind]) == number[kind]:
            yield _rest(met[kind][whole:])


def _kind(problem: Diagnostic) -> tuple[str, Severity, str, str]:
    """What it is, whichever names and numbers it speaks of."""
    path = problem.place.path
    if problem.code in _OF_A_FOLDER:
        return problem.code, problem.severity, path.rpartition("/")[0], ""
    return problem.code, problem.severity, path, _NAMES_AND_NUMBERS.sub("", problem.message)


def _rest(problems: Sequence[Diagnostic]) -> str:
    first = problems[0]
    if first.code in _OF_A_FOLDER:
        return f"{len(problems)} more of {first.code}: {_by_file(problems)} (--all tells each)"
    lines = list(dict.fromkeys(problem.place.line for problem in problems if problem.place.line))
    where = f", lines {', '.join(map(str, lines[:_PLACES]))}{' …' if len(lines) > _PLACES else ''}" if lines else ""
    path = f" in {first.place.path}" if first.place.path else ""
    return f"{len(problems)} more of {first.code}{path}{where} (--all tells each)"


def _by_file(problems: Sequence[Diagnostic]) -> str:
    """`3 in data/a-b/visits.yaml, 1 in data/a-b/forums.yaml`."""
    return ", ".join(f"{number} in {path}" for path, number in Counter(one.place.path for one in problems).items())
