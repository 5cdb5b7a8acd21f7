"""Law 9, with the process that makes briefs: whatever a template tries, it is told, and the next brief is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen.batch import OwnProcess
from briefgen.pipeline import Order, make
from briefgen.world import Memory
from samples.attacks import BOMBS, ESCAPES, PARTIALS
from samples.composing import BASE, FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.pipeline import Result

HARMLESS = {"grouping in a loop", "stars", "links", "lists in lists in Markdown"}
"""Bombs for other engines, that ours makes a brief of."""
SECONDS = 4
"""Of processor time: less than the slow ones take anywhere, more than those that are only long."""
AUDIENCE = BASE["templates/audiences/reader.yaml"]


@pytest.fixture(scope="module")
def executor() -> Iterator[OwnProcess]:
    with OwnProcess(("docx",)) as process:
        yield process


def attacked(template: str, executor: OwnProcess) -> tuple[Result, Memory]:
    """A run in which one audience's template attacks, and the other's does not."""
    files = {
        **BASE,
        "briefgen.toml": f"[limits]\nsection_seconds = {SECONDS}\n",
        f"{FOLDER}/milestones.yaml": "- {id: m, kind: other, title: T, date: 2015}\n",
        "templates/audiences/zoe.yaml": AUDIENCE.replace("[one]", "[calm]"),
        "templates/sections/one.md.j2": f"First line.\n\n{template}\n",
        "templates/sections/calm.md.j2": "{{ title }}.\n",
        **{f"templates/{name}": text for name, text in PARTIALS.items()},
    }
    world = Memory({name: text.encode() for name, text in files.items()})
    return make(world, Order(formats=("docx",)), executor=executor), world


@pytest.mark.parametrize("attack", [*BOMBS, *ESCAPES])
def test_an_attack_is_told_and_the_next_brief_is_made(attack: str, executor: OwnProcess) -> None:
    result, world = attacked(BOMBS.get(attack, attack), executor)
    reader, zoe = result.briefs

    assert not zoe.failed
    assert "output/x-y/zoe.docx" in world.files
    if attack not in HARMLESS:
        assert reader.failed
        assert "output/x-y/reader.docx" not in world.files
        said = [d for d in result.report.diagnostics if d.severity == "error"]
        assert said
        for diagnostic in said:
            assert diagnostic.code in {"BG401", "BG402", "BG404", "BG405", "BG406"}
            assert diagnostic.place.path.startswith("templates/"), diagnostic
            assert diagnostic.place.line >= 1
            assert "briefgen." not in diagnostic.message
            assert "object at 0x" not in diagnostic.message


STOPPED = {
    "loops in loops that print": "this template loops too much",
    "a loop over long text": "this template writes too much",
    "a word doubled by set": "this template writes too much",
    "a word doubled by joined": "this text grows too long",
    "a range of a thousand million": "'from' of 'range' is too large a number",
    "a doubled list": "this list grows too long",
    "two graphs compared": "this list grows too large",
    "a number squared again and again": "'*' does not work on values of the data",
    "a very long sum of words": "has more than 20,000 parts",
    "a template of two million characters": "is longer than 200,000 characters",
    "loops 25 deep": "blocks are nested deeper than 12",
}
"""The bound that stops an attack first, by its message: what compose/template/budgets.py says of itself."""


@pytest.mark.parametrize("attack", STOPPED)
def test_an_attack_ends_at_the_bound_that_is_there_for_it(attack: str, executor: OwnProcess) -> None:
    result, _ = attacked(BOMBS[attack], executor)

    assert [d.message for d in result.report.diagnostics if d.severity == "error"] == [STOPPED[attack]]
