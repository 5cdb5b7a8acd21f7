"""What is told of a broken text of a relation: its place to the column, in words of who writes texts, and a step."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen.diagnostics import Severity
from briefgen.pipeline import Order, check
from briefgen.world import Memory
from samples.broken_prose import CASES, PATH

if TYPE_CHECKING:
    from briefgen.diagnostics import Diagnostic


def told(files: dict[str, str]) -> list[Diagnostic]:
    """What a check says, notes left out."""
    world = Memory({path: text.encode() for path, text in files.items()})
    return [d for d in check(world, Order()).report.diagnostics if d.severity is not Severity.INFO]


@pytest.mark.parametrize("name", CASES)
def test_a_fault_is_told_once_at_its_place_with_the_next_step(name: str) -> None:
    case = CASES[name]
    said = told(case.files)

    assert [(d.place.path, d.place.line, d.place.column) for d in said] == [(PATH, *case.line_and_column)], said
    assert said[0].code == case.code, said
    assert case.message in said[0].message
    assert case.hint in (said[0].hint or "")


def test_there_are_enough_of_them() -> None:
    assert len(CASES) >= 60
