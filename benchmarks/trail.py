"""How far one figure travels: the functions that are handed it, from the line of data to the files.

    python benchmarks/trail.py

One brief is made in this process, in two formats, under a profiler; that takes five minutes. The program knows the
package's name, its front door (`pipeline`, `world`) and nothing else of it: no folder, module or function. So the same
count can be taken before and after a move. The same code and data give the same numbers.

What the words mean, so that two counts compare like with like:

holds     A value holds the figure if it is the number (a Decimal equal to it), or a text that has it among its words,
          or a list, tuple, set, mapping, dataclass or object of the package with such a value at most `--depth` levels
          down. Bytes, closures and objects of libraries are not looked into.
bearer    A function of the package that held the figure at least once: in an argument (`self` is one) when it was
          called, or in what it returned or yielded. A comprehension belongs to the function around it; what a
          dataclass generates (`__init__`) and the bodies of modules do not count.
step      One such moment: a bearer is called with the figure, or gives it back. Steps are in the order of time.
hop       A step after which the next one is in another file. A pair of functions (from, to) is one hop, however often
          it is taken: a loop over ten rows hops no more than one over two. So hops tell of the code, not of the data.
stay      A run of steps in one file, with none in another file between.
re-entry  A stay in a file after the first one there. Loops count each time here; `ways in` are the hops that end in it.
stage     The first folder of the package that a file lies in, or the module's name.
main line The bearers that were handed the figure itself or something that holds it one level down, by their first step.
"""

from __future__ import annotations

import argparse
import dataclasses
import enum
import os
import re
import shutil
import sys
import tempfile
from collections import Counter
from decimal import Decimal
from functools import cache
from itertools import groupby, pairwise
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import briefgen
from briefgen.pipeline import Order, here, make
from briefgen.world import Disk

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import CodeType, FrameType

ROOT = Path(__file__).parents[1]
PACKAGE = Path(briefgen.__file__).parent
FIGURE, AUDIENCE, FORMATS, DEPTH, NEAR, TOP = "50.2", "researcher", ("pdf", "docx"), 3, 1, 10
INPUTS = ("data", "templates")
PATIENCE = "[limits]\nsection_seconds = 100000\nfile_seconds = 100000\n"
"""A profiler takes its time."""
FAR = 1_000
"""A distance that no depth reaches."""
PREFIX = f"{PACKAGE}{os.sep}"
NO_FUNCTIONS = frozenset({"<module>", "<listcomp>", "<setcomp>", "<dictcomp>", "<genexpr>"})
VARARGS, KEYWORDS = 0x04, 0x08
"""Flags of code that takes `*args` and `**kwargs` (inspect.CO_VARARGS, CO_VARKEYWORDS)."""


class Kind(enum.Enum):
    """How a value is looked into."""

    NUMBER = enum.auto()
    TEXT = enum.auto()
    SEVERAL = enum.auto()
    MAPPING = enum.auto()
    RECORD = enum.auto()
    CLOSED = enum.auto()


@cache
def _kind_of(cls: type) -> Kind:
    if issubclass(cls, str):
        return Kind.TEXT
    if issubclass(cls, Decimal):
        return Kind.NUMBER
    if issubclass(cls, list | tuple | set | frozenset):
        return Kind.SEVERAL
    if issubclass(cls, dict | MappingProxyType):
        return Kind.MAPPING
    is_own = cls.__module__.partition(".")[0] == briefgen.__name__ and not issubclass(cls, type)
    return Kind.RECORD if is_own or dataclasses.is_dataclass(cls) else Kind.CLOSED


@cache
def _is_fixed(cls: type) -> bool:
    """Whether what its values hold stays as it is."""
    return issubclass(cls, tuple | frozenset) or (
        dataclasses.is_dataclass(cls) and cls.__dataclass_params__.frozen  # type: ignore[attr-defined]
    )


@cache
def _slots(cls: type) -> tuple[str, ...]:
    stated = [parent.__dict__.get("__slots__", ()) for parent in cls.__mro__]
    names = [name for slots in stated for name in ((slots,) if isinstance(slots, str) else slots)]
    return tuple(name for name in names if name not in {"__dict__", "__weakref__"})


def _parts(value: Any, kind: Kind) -> Iterable[object]:  # noqa: ANN401 - whatever functions are handed
    if kind is Kind.SEVERAL:
        return tuple(value)
    if kind is Kind.MAPPING:
        return (*value.values(), *value)
    kept = [getattr(value, name) for name in _slots(type(value)) if hasattr(value, name)]
    return (*kept, *getattr(value, "__dict__", {}).values())


class Finder:
    """How many levels down in a value the figure lies."""

    def __init__(self, figure: str) -> None:
        self.figure, self.number = figure, Decimal(figure)
        self.words = re.compile(rf"(?<![\d.,]){re.escape(figure)}(?!\d|[.,]\d)")
        self.kept: dict[int, tuple[object, int, int]] = {}
        """What was found in values that stay as they are, and how deep they were looked into; by their ids, which
        no others can take while they are held here."""

    def distance(self, value: object, depth: int) -> int:
        """0 for the figure itself, 1 for what holds it, and so on to `depth`; else FAR."""
        return self._search(value, depth, {})

    def _search(self, value: object, depth: int, seen: dict[int, tuple[object, int, int]]) -> int:
        kind = _kind_of(type(value))
        if kind is Kind.TEXT:
            return 0 if self.figure in value and self.words.search(value) else FAR  # type: ignore[operator, call-overload]
        if kind is Kind.NUMBER:
            return 0 if value == self.number else FAR
        if kind is Kind.CLOSED or depth <= 0:
            return FAR
        known = self.kept.get(id(value)) or seen.get(id(value))
        if known and (known[1] < FAR or known[2] >= depth):
            return known[1] if known[1] <= depth else FAR
        seen[id(value)] = (value, FAR, depth)
        best = FAR
        for part in _parts(value, kind):
            best = min(best, self._search(part, min(depth, best) - 1, seen) + 1)
            if best == 1:
                break
        found = self.kept if _is_fixed(type(value)) else seen
        found[id(value)] = (value, best, depth)
        return best


class Trail:
    """The steps of a figure, as a profiler sees them."""

    def __init__(self, finder: Finder, depth: int) -> None:
        self.finder, self.depth = finder, depth
        self.steps: list[CodeType] = []
        self.nearest: dict[CodeType, int] = {}

    def __call__(self, frame: FrameType, event: str, value: object) -> None:
        """Note a call or return of the package if the figure is there."""
        code = frame.f_code
        if event not in {"call", "return"} or not _is_function_of_the_package(code):
            return
        values = _arguments(frame) if event == "call" else [value]
        distance = min((self.finder.distance(value, self.depth) for value in values), default=FAR)
        if distance < FAR:
            self.steps.append(code)
            self.nearest[code] = min(distance, self.nearest.get(code, FAR))


def _is_function_of_the_package(code: CodeType) -> bool:
    return code.co_filename.startswith(PREFIX) and code.co_name not in NO_FUNCTIONS


def _arguments(frame: FrameType) -> list[object]:
    code, known = frame.f_code, frame.f_locals
    extra = bool(code.co_flags & VARARGS) + bool(code.co_flags & KEYWORDS)
    names = code.co_varnames[: code.co_argcount + code.co_kwonlyargcount + extra]
    return [known[name] for name in names if name in known]


def followed(figure: str, depth: int) -> Trail:
    """The trail of a figure through the making of one brief."""
    trail = Trail(Finder(figure), depth)
    with tempfile.TemporaryDirectory() as folder:
        for name in INPUTS:
            shutil.copytree(ROOT / name, Path(folder) / name)
        Path(folder, "briefgen.toml").write_text(PATIENCE, encoding="utf-8")
        sys.setprofile(trail)
        try:
            result = make(Disk(Path(folder)), Order(audiences=(AUDIENCE,), formats=FORMATS), executor=here)
        finally:
            sys.setprofile(None)
    if not result.briefs or any(brief.failed for brief in result.briefs):
        errors = [d.message for d in result.report.diagnostics if d.severity == "error"]
        sys.exit(f"the brief was not made: {'; '.join(errors)}")
    return trail


def main() -> None:
    """Print the trail."""
    parser = argparse.ArgumentParser(description="how far one figure travels")
    parser.add_argument("--figure", default=FIGURE, help=f"as it stands in the data; {FIGURE} if left out")
    parser.add_argument("--depth", type=int, default=DEPTH, help=f"levels that are looked into; {DEPTH} if left out")
    parser.add_argument("--top", type=int, default=TOP, help="files of the list of re-entries")
    options = parser.parse_args()
    _tell(followed(options.figure, options.depth), options)


def _tell(trail: Trail, options: argparse.Namespace) -> None:
    hops = {(a, b) for a, b in pairwise(trail.steps) if a.co_filename != b.co_filename}
    bearers = list(dict.fromkeys(trail.steps))
    files = {_file(code) for code in bearers}
    print(f"The figure {options.figure} in a run for '{AUDIENCE}' ({', '.join(FORMATS)}), depth {options.depth}:")
    print(f"{len(files)} files, {len(bearers)} functions, {len(hops)} hops between files\n")
    print("| stage | files | functions | hops into its files |\n|---|--:|--:|--:|")
    for stage in dict.fromkeys(map(_stage, bearers)):
        own = [code for code in bearers if _stage(code) == stage]
        into = sum(_stage(to) == stage for _, to in hops)
        print(f"| {stage} | {len(set(map(_file, own)))} | {len(own)} | {into} |")
    stays = Counter(file for file, _ in groupby(map(_file, trail.steps)))
    print("\n| file | re-entered | ways in |\n|---|--:|--:|")
    for file, times in sorted(stays.items(), key=lambda item: (-item[1], item[0]))[: options.top]:
        print(f"| {file} | {times - 1} | {sum(_file(to) == file for _, to in hops)} |")
    print("\nThe main line:")
    near = [code for code in bearers if trail.nearest[code] <= NEAR]
    for stage, codes in groupby(near, key=_stage):
        print(f"{stage}: " + " → ".join(_told(file, list(own)) for file, own in groupby(codes, key=_file)))


def _told(file: str, codes: list[CodeType]) -> str:
    names = [re.sub(r"\.<(locals|listcomp|genexpr|dictcomp|setcomp)>", "", code.co_qualname) for code in codes]
    return f"{file}:" + ",".join(dict.fromkeys(names))


def _file(code: CodeType) -> str:
    return Path(code.co_filename).relative_to(PACKAGE).as_posix()


def _stage(code: CodeType) -> str:
    return _file(code).partition("/")[0].removesuffix(".py")


if __name__ == "__main__":
    main()
