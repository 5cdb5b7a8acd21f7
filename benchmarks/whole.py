"""What a user waits for, beside other programs: one brief from a cold start, many in a warm process, a long table.

    pip install -e '.[bench]' && npm install --prefix benchmarks docxtemplater@3.71 pizzip
    python benchmarks/whole.py [--rounds N] [--only WORDS]

briefgen is measured as a user has it: pip installs this tree into an environment of its own, once. The others are
handed finished words; ours reads the facts, checks them, words them, cites them, traces them, and looks its files
through. All take turns, in each round on figures and words of its own, but for a save, which changes figures alone. A
ratio is taken round by round, and the middle one counts. Times are processor time of all processes of a way. Ends with
1 where a bar is not met. `--write FILE` puts the tables between the marks of a page.
"""

from __future__ import annotations

import argparse
import json
import os
import queue
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import venv
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, TYPE_CHECKING

HERE = Path(__file__).parent
sys.path.insert(0, os.fspath(HERE))

from desk import RELATION, write_desk, write_relations  # noqa: E402
from peers.content import content_of  # noqa: E402
from peers.word_templates import write_templates  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

LONG, EACH = 6_200, 4
NARROW = 4
"""Columns of a table; one of the templates of the others has no loop over cells."""
BRIEF = f"{RELATION}/office"
OURS: list[str] = []
"""The command, once it is installed."""
BEGIN, END = "<!-- measured -->\n", "<!-- /measured -->"


@dataclass(frozen=True)
class Cost:
    """What one run took."""

    cpu: float
    """Milliseconds of processor time."""
    wall: float = 0.0
    megabytes: int = 0
    """At most, of any one process."""


@dataclass(frozen=True)
class Bar:
    """At most so many times what the sum of other ways takes."""

    way: str
    others: tuple[str, ...]
    most: float


@dataclass
class Bench:
    """Ways that take turns, and what they took."""

    title: str
    ways: dict[str, Callable[[int], Cost]]
    bars: tuple[Bar, ...] = ()
    taken: dict[str, list[Cost]] = field(default_factory=dict)

    def run(self, rounds: int) -> None:
        """One round to warm up, then those that count."""
        for number in range(rounds + 1):
            for name, way in self.ways.items():
                cost = way(number)
                if number:
                    self.taken.setdefault(name, []).append(cost)

    def ratio(self, bar: Bar) -> list[float]:
        """Round by round."""
        mine, others = self.taken[bar.way], [self.taken[other] for other in bar.others]
        return [one.cpu / sum(other[n].cpu for other in others) for n, one in enumerate(mine)]

    def table(self) -> tuple[str, bool]:
        """As Markdown, and whether all bars are met."""
        lines = [f"### {self.title}\n", "| way | CPU, ms | clock, ms | MB |", "|---|--:|--:|--:|"]
        for name, costs in self.taken.items():
            cpu, wall = (statistics.median(getattr(cost, what) for cost in costs) for what in ("cpu", "wall"))
            megabytes = max(cost.megabytes for cost in costs)
            lines.append(f"| {name} | {cpu:,.0f} | {f'{wall:,.0f}' if wall else ''} | {megabytes or ''} |")
        if self.bars:
            lines += ["", "| ratio of processor time | bar | measured | least and most |", "|---|--:|--:|--:|"]
        are_met = True
        for bar in (bar for bar in self.bars if {*bar.others} <= self.taken.keys()):
            ratios = self.ratio(bar)
            middle = statistics.median(ratios)
            are_met = are_met and middle <= bar.most
            of = " + ".join(bar.others)
            lines.append(f"| {bar.way} / {of} | {bar.most} | {middle:.2f} | {min(ratios):.2f} to {max(ratios):.2f} |")
        return "\n".join(lines) + "\n", are_met


# ---------------------------------------------------------------- processes


def run(command: Sequence[str], cwd: Path) -> Cost:
    """A command that must go well, from its start to its end, with all processes that it starts."""
    with tempfile.TemporaryFile() as said:
        began = os.times().elapsed
        process = subprocess.Popen(command, cwd=cwd, stdout=said, stderr=said)
        _, status, used = os.wait4(process.pid, 0)
        wall = os.times().elapsed - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise SystemExit(f"{command}: {said.read().decode()}")
    return Cost((used.ru_utime + used.ru_stime) * 1000, wall * 1000, used.ru_maxrss // 1024)


class Kept:
    """A process that makes a file for each line it reads, and says what that took."""

    def __init__(self, command: Sequence[str], cwd: Path) -> None:
        self._process = subprocess.Popen(command, cwd=cwd, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def ask(self, line: str) -> Cost:
        """What it says of one line."""
        writes, reads = self._streams()
        writes.write(f"{line}\n")
        writes.flush()
        return Cost(float(reads.readline()))

    def end(self) -> None:
        """End it."""
        for stream in self._streams():
            stream.close()
        self._process.wait()

    def _streams(self) -> tuple[IO[str], IO[str]]:
        if self._process.stdin is None or self._process.stdout is None:
            raise SystemExit("no streams")
        return self._process.stdin, self._process.stdout


class Watching:
    """`briefgen make --watch` in a workspace, which makes its brief again when a file is saved."""

    def __init__(self, desk: Path, *words: str) -> None:
        command = [*OURS, "make", "--watch", *words]
        self._process = subprocess.Popen(
            command, cwd=desk, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )  # fmt: skip
        self._lines: queue.SimpleQueue[str] = queue.SimpleQueue()
        threading.Thread(target=self._read, daemon=True).start()
        self._wait()

    def cost_of(self, save: Callable[[], None]) -> Cost:
        """From the save until the brief is in place, of all processes of the command."""
        before, began = self._milliseconds(), os.times().elapsed
        save()
        self._wait()
        wall = os.times().elapsed - began
        time.sleep(_SETTLED)  # files that were saved later are seen to by now, and counted
        while not self._lines.empty():
            self._lines.get()
        return Cost(self._milliseconds() - before, wall * 1000)

    def end(self) -> None:
        """End it."""
        self._process.terminate()
        self._process.wait()

    def _wait(self) -> None:
        while not self._lines.get(timeout=_LONGEST).startswith("waiting for a save"):
            pass

    def _read(self) -> None:
        for line in self._process.stdout or ():
            self._lines.put(line)

    def _milliseconds(self) -> float:
        ticks = sum(map(_ticks, _with_children(self._process.pid)))
        return 1000 * ticks / os.sysconf("SC_CLK_TCK")


_SETTLED, _LONGEST = 0.6, 60
"""Seconds."""


def _with_children(process: int) -> list[int]:
    children = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii").split()
    return [process, *(one for child in children for one in _with_children(int(child)))]


def _ticks(process: int) -> int:
    """Of a process and of those of its children that have ended (proc(5))."""
    spent = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[11:15]
    return sum(map(int, spent))


# ---------------------------------------------------------------- what is measured


def installed(folder: Path) -> str:
    """The command of this tree as pip installs it: compiled, and telling its code by the wheel's own record."""
    tree = [".[preview]"]  # with what hears saves
    venv.create(folder, with_pip=True, symlinks=True)
    scripts = folder / ("Scripts" if sys.platform == "win32" else "bin")
    run(
        [os.fspath(scripts / "python"), "-m", "pip", "install", "-q", "-c", "constraints.txt", *tree],
        HERE.parent,
    )
    return os.fspath(scripts / "briefgen")


def other(way: str, *arguments: str) -> list[str]:
    """The command of another program."""
    if way == "docxtemplater":
        return ["node", os.fspath(HERE / "peers/way.js"), *arguments]
    return [sys.executable, os.fspath(HERE / "peers/way.py"), way, *arguments]


def others_here() -> list[str]:
    """Those that are installed."""
    found = []
    for way in ("typst", "docxtpl", "docxtemplater", "reportlab", "weasyprint", "pandoc"):
        try:
            run(other(way, "content-0.json", "tried"), Path.cwd())
        except SystemExit as error:
            print(f"left out, as it does not run here: {way} ({str(error).strip().splitlines()[-1]})", file=sys.stderr)
        else:
            found.append(way)
    return found


def contents(rounds: int, name: str = "content", rows: int = 0, *, words: int | None = None) -> None:
    """Write what each round's brief says for the others, out of ours."""
    for number in range(rounds + 1):
        desk = Path(f"words-{name}")
        write_desk(desk, number, rows, words=words)
        run([*OURS, "make", "-f", "md", "--force"], desk)
        made = content_of(desk, BRIEF)
        for one in (table for section in made["sections"] for table in section["tables"]):
            one["wide"], one["head_row"] = len(one["head"]) > NARROW, [one["head"]]
        Path(f"{name}-{number}.json").write_text(json.dumps(made), encoding="utf-8")


def cold(rounds: int, found: list[str]) -> Bench:
    """One whole command for one brief whose figures are new."""
    desk = Path("cold")

    def ours(*words: str) -> Callable[[int], Cost]:
        def made(number: int) -> Cost:
            write_desk(desk, number)
            return run([*OURS, *words], desk)

        return made

    def theirs(way: str) -> Callable[[int], Cost]:
        return lambda number: run(other(way, f"content-{number}.json", f"cold-{way}"), Path.cwd())

    contents(rounds)
    write_desk(desk, 0)
    make = ("make", "--force")
    ways: dict[str, Callable[[int], Cost]] = {
        "`python -c pass`": lambda _: run([sys.executable, "-c", "pass"], desk),
        **{way: theirs(way) for way in found},
        "briefgen: PDF": ours(*make, "-f", "pdf"),
        "briefgen: Word": ours(*make, "-f", "docx"),
        "briefgen: PDF and Word": ours(*make, "-f", "pdf", "-f", "docx"),
        "briefgen check": ours("check"),
        "briefgen --version": ours("--version"),
    }
    bars = (Bar("briefgen: PDF", ("typst",), 5.5), Bar("briefgen: PDF and Word", ("typst", "docxtpl"), 2.2))
    return Bench("Cold: one whole command, one brief", ways, bars)


def watched(found: list[str]) -> tuple[Bench, Callable[[], None]]:
    """One brief after a save that changes its figures, by a command that is kept; the others begin anew."""
    desks = {name: Path(f"watched-{name}") for name in ("pdf", "docx")}
    for desk in desks.values():
        write_desk(desk, 0, words=0)
    kept = {name: Watching(desk, "-f", name) for name, desk in desks.items()}

    def ours(name: str) -> Callable[[int], Cost]:
        return lambda number: kept[name].cost_of(lambda: write_desk(desks[name], number + 1, words=0))

    def theirs(way: str) -> Callable[[int], Cost]:
        return lambda number: run(other(way, f"content-{number}.json", f"cold-{way}"), Path.cwd())

    ways = {way: theirs(way) for way in found if way in {"typst", "docxtpl"}}
    ways |= {"briefgen: PDF": ours("pdf"), "briefgen: Word": ours("docx")}

    def end() -> None:
        for one in kept.values():
            one.end()

    return Bench("Resident: one brief after a save", ways, (Bar("briefgen: PDF", ("typst",), 1.6),)), end


def warm(found: list[str]) -> tuple[Bench, Callable[[], None]]:
    """Parsed data to files in place, in a process that is kept."""
    kept = {way: Kept(other(way), Path.cwd()) for way in found if way != "pandoc"}
    mine = {formats: Kept([sys.executable, os.fspath(HERE / "peers/ours.py")], Path.cwd()) for formats in _WARM}

    def ours(formats: str) -> Callable[[int], Cost]:
        def made(number: int) -> Cost:
            desk = Path(f"warm-{formats}")
            write_relations(desk, range(EACH * number, EACH * (number + 1)))
            cost = mine[formats].ask(f"{desk} {formats}")
            shutil.rmtree(desk)
            return cost

        return made

    def theirs(way: str) -> Callable[[int], Cost]:
        return lambda number: kept[way].ask(f"content-{number}.json warm-{way}")

    ways = {way: theirs(way) for way in kept} | {name: ours(formats) for formats, name in _WARM.items()}
    bars = (
        Bar("briefgen: PDF", ("typst",), 1.5),
        Bar("briefgen: Word", ("docxtpl",), 1.3),
        Bar("briefgen: PDF and Word", ("typst",), 1.7),
    )

    def end() -> None:
        for one in (*kept.values(), *mine.values()):
            one.end()

    return Bench("Warm: from parsed data to files in place, a brief", ways, bars), end


_WARM = {"pdf": "briefgen: PDF", "docx": "briefgen: Word", "pdf,docx": "briefgen: PDF and Word"}


def long(found: list[str]) -> Bench:
    """A table of many rows, by whole commands."""
    desk = Path("long")
    write_desk(desk, 0, LONG)
    contents(0, "long", LONG)
    ways: dict[str, Callable[[int], Cost]] = {
        way: lambda _, way=way: run(other(way, "long-0.json", f"long-{way}"), Path.cwd())  # type: ignore[misc]
        for way in found
        if way in {"typst", "docxtpl", "docxtemplater", "reportlab"}
    }
    for name, formats in (("briefgen: PDF", "pdf"), ("briefgen: Word", "docx")):
        ways[name] = lambda _, formats=formats: run([*OURS, "make", "--force", "-f", formats], desk)  # type: ignore[misc]
    bars = (Bar("briefgen: PDF", ("typst",), 1.4), Bar("briefgen: Word", ("docxtpl",), 4.8))
    return Bench(f"A table of {LONG:,} rows, one whole command", ways, bars)


def main() -> int:
    """Print the tables, or put them into a page; 1 where a bar is not met."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--rounds", type=int, default=9)
    asked.add_argument("--only", default="cold,watched,warm,long")
    asked.add_argument("--write", type=Path)
    options = asked.parse_args()
    page = options.write.resolve() if options.write else None
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        OURS.append(installed(Path("own").resolve()))
        write_templates(Path.cwd())
        contents(0)
        found = others_here()
        told = [_measured(name, options.rounds, found) for name in options.only.split(",")]
        os.chdir(HERE)
    text = "\n".join(words for words, _ in told)
    if page:
        before, _, rest = page.read_text(encoding="utf-8").partition(BEGIN)
        page.write_text(f"{before}{BEGIN}{text}{END}{rest.partition(END)[2]}", encoding="utf-8")
    else:
        print(text)
    return int(not all(are_met for _, are_met in told))


def _measured(name: str, rounds: int, found: list[str]) -> tuple[str, bool]:
    match name:
        case "cold":
            bench = cold(rounds, found)
            bench.run(rounds)
        case "watched":
            contents(rounds, words=0)
            bench, end = watched(found)
            bench.run(rounds)
            end()
        case "warm":
            contents(rounds)
            bench, end = warm(found)
            bench.run(rounds)
            end()
        case "long":
            bench = long(found)
            bench.run(min(rounds, 3))
        case _:
            raise SystemExit(f"nothing is called '{name}'")
    return bench.table()


if __name__ == "__main__":
    raise SystemExit(main())
