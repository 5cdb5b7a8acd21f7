"""How much the tests notice: puts small faults into the code, one at a time, and counts those that no test misses.

    python .ci/mutation.py                          a sample of each module, the same for the same seed
    python .ci/mutation.py --only view/ --each 40   more of some modules
    python .ci/mutation.py --all                    every fault there is; takes hours

What is mutated and which tests may kill stands in pyproject.toml, [tool.briefgen-mutation]. Each mutant is made on
import, in a child process; no file is touched. It meets the tests that run its line, the fastest and nearest first,
until one fails: as many as take `--budget` seconds. What takes several times as long as without the fault counts as
killed.
Which lines each test runs is noted once and kept in `.mutation/`. Tests that start processes take no part.

Ends with 1 if a group's score is below the floor, with 2 if nothing can be concluded. POSIX only.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
from fnmatch import fnmatch
from pathlib import Path
from typing import TYPE_CHECKING

from mutants.children import in_turn, load_libraries
from mutants.judging import Judge, false_killers
from mutants.recording import UnusableTestsError, recorded
from mutants.selection import Selection
from mutants.settings import SettingsError, read_settings
from mutants.sources import mutants_of, sampled
from mutants.telling import scores, survivors, table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mutants.judging import Verdict
    from mutants.settings import Settings
    from mutants.sources import Mutant

SEED, EACH, FLOOR, BUDGET, JOBS = "briefgen", 12, 85.0, 10.0, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table and the survivors."""
    options = options_of(arguments)
    os.nice(options.nice)
    try:
        settings = read_settings(options.project.resolve())
        groups = {group: _asked(modules, options.only) for group, modules in settings.modules().items()}
        mutants = drawn(settings, [module for modules in groups.values() for module in modules], options)
        verdicts = _judged(settings, mutants, options)
    except (SettingsError, UnusableTestsError) as error:
        print(error, file=sys.stderr)
        return 2
    return told(verdicts, groups, settings, options.floor)


def options_of(arguments: Sequence[str] | None) -> argparse.Namespace:
    """What is asked for on the command line."""
    parser = argparse.ArgumentParser(description="how much the tests notice")
    parser.add_argument("--seed", default=SEED, help=f"what the sample is drawn by; '{SEED}' if left out")
    parser.add_argument("--each", type=int, default=EACH, help=f"mutants of each module; {EACH} if left out")
    parser.add_argument("--all", action="store_true", help="all mutants instead of a sample")
    parser.add_argument("--only", action="append", default=[], help="modules by a part of their path")
    parser.add_argument("--floor", type=float, default=FLOOR, help=f"the least score, in per cent; {FLOOR:.0f}")
    parser.add_argument("--budget", type=float, default=BUDGET, help=f"seconds of tests for a mutant; {BUDGET:.0f}")
    parser.add_argument("--jobs", type=int, default=JOBS, help=f"mutants at a time; {JOBS} if left out")
    parser.add_argument("--nice", type=int, default=10, help="how far other work goes first")
    parser.add_argument("--project", type=Path, default=Path(__file__).parents[1], help="the project's folder")
    return parser.parse_args(arguments)


def _asked(modules: list[str], parts: Sequence[str]) -> list[str]:
    return [module for module in modules if not parts or any(fnmatch(module, f"*{part}*") for part in parts)]


def drawn(settings: Settings, modules: Sequence[str], options: argparse.Namespace) -> list[Mutant]:
    """The mutants of a run, module by module, without those known to be no faults.

    Raises:
        SettingsError: where the list of those names one that is not there.
    """
    known = {(e.function, e.before, e.after): e for e in settings.equivalent}
    met = set[tuple[str, str, str]]()
    found: list[Mutant] = []
    for module in modules:
        mutants = mutants_of((settings.project / module).read_text(encoding="utf-8"), module)
        met |= {_sort(mutant) for mutant in mutants}
        faults = [mutant for mutant in mutants if _sort(mutant) not in known]
        found += sampled(faults, options.seed, None if options.all else options.each)
    if not options.only and (gone := known.keys() - met):
        raise SettingsError(f"no such mutant any more, so it need not be listed as equivalent: {sorted(gone)}")
    return found


def _sort(mutant: Mutant) -> tuple[str, str, str]:
    return mutant.function, mutant.before, mutant.after


def _judged(settings: Settings, mutants: Sequence[Mutant], options: argparse.Namespace) -> list[Verdict]:
    load_libraries(settings.package, str(settings.project / "src"))
    gc.freeze()
    suite = recorded(settings, options.jobs)
    print(f"{len(suite.seconds)} tests may kill; {suite.refused} that start a process may not", flush=True)
    files = sorted((settings.project / "src").rglob("*.py"))
    sources = {path.relative_to(settings.project).as_posix(): path.read_text(encoding="utf-8") for path in files}
    judge = Judge(settings.project, Selection(suite, sources, options.budget, settings.witnesses))
    verdicts = []
    for verdict in in_turn(judge, mutants, options.jobs):
        verdicts.append(verdict)
        print(f"{len(verdicts)} of {len(mutants)}: {verdict.mutant.module}, {verdict.fate}", file=sys.stderr)
    if false := false_killers(settings.project, verdicts):
        raise UnusableTestsError(f"these tests fail without a mutant too: {', '.join(false)}")
    return verdicts


def told(verdicts: Sequence[Verdict], groups: dict[str, list[str]], settings: Settings, floor: float) -> int:
    """Print what became of the mutants; 1 where a group is below the floor."""
    print(table(verdicts, groups), end="\n\n")
    for line in survivors(verdicts, lambda module: (settings.project / module).read_text(encoding="utf-8")):
        print(line)
    low = [group for group, _ in scores(verdicts, groups) if group.per_cent < floor]
    for group in low:
        print(f"{group.name}: {group.per_cent:.0f} % is below the floor of {floor:.0f} %")
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
