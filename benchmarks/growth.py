"""How the work grows with the data: `check` and `make` over made-up relations with more and more facts of each kind.

    python benchmarks/growth.py

Then both over what a busy desk keeps: monthly trade of fifteen years, and what happened in them.
"""

from __future__ import annotations

import os
import sys
import time
from dataclasses import fields
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.pipeline import Order, check, exit_code, make
from briefgen.world import Disk, Memory, Overlay, shipped_root

sys.path.insert(0, os.fspath(Path(__file__).parents[1] / "tests"))
from samples.growing_relation import FIFTEEN_YEARS, Counts, growing_relation

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.pipeline import Result
    from briefgen.world import World

TURNS = 3
FACTORS = (1, 10, 20, 40)
FORMATS = ("pdf", "docx", "html")


def main() -> None:
    """Print two tables for README.md."""
    check(world(Counts()), Order())
    print(
        "| `check`, s CPU, facts of a kind | " + " | ".join(f"{factor} ×" for factor in FACTORS) + " | 40 × of 20 × |"
    )
    print("|---|" + "--:|" * (len(FACTORS) + 1))
    for field in fields(Counts):
        taken = [seconds(partial(check, world(Counts().times(factor, field.name)), Order())) for factor in FACTORS]
        told = " | ".join(f"{one:.2f}" for one in taken)
        print(f"| {field.name} | {told} | {(taken[-1] - taken[0]) / max(taken[-2] - taken[0], 0.01):.1f} |", flush=True)
    print("\n| fifteen years | s CPU | exit |\n|---|--:|--:|")
    for name, counts in (("trade alone", Counts(months=180)), ("all of a busy desk", FIFTEEN_YEARS)):
        for verb, work in runs(counts).items():
            took = seconds(work)
            print(f"| `{verb}`, {name} | {took:.2f} | {exit_code(work(), making=verb != 'check')} |", flush=True)


def world(counts: Counts) -> World:
    """A workspace in memory, over what briefgen ships."""
    files = {path: text.encode() for path, text in growing_relation(counts).items()}
    return Overlay(Memory(files), Disk(shipped_root()))


def runs(counts: Counts) -> dict[str, Callable[[], Result]]:
    """What is measured of a relation."""
    return {
        "check": lambda: check(world(counts), Order()),
        "make -f all": lambda: make(world(counts), Order(formats=FORMATS)),
    }


def seconds(work: Callable[[], object]) -> float:
    """The least processor time of a few turns: what others do on the machine is in the rest."""
    taken = []
    for _ in range(TURNS):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return min(taken)


if __name__ == "__main__":
    main()
