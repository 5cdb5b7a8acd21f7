"""A run for one relation reads no file of another, and says nothing that only all of them could tell."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from briefgen.pipeline import Order, Result, check, make
from briefgen.validate.rulebook import OF_ALL_RELATIONS, OF_ALL_RELATIONS_CODES
from briefgen.world import Memory
from samples.relation_files import FOLDER, world

if TYPE_CHECKING:
    from collections.abc import Callable

PEOPLE = "- {id: somebody, name: Some Body, sort_name: Body}\n"
STEPS = "- {id: shown, kind: other, title: The bridge opens, date: 2015%s\n  }\n"
OTHER = "data/a-b"


@dataclass
class Watched(Memory):
    """A world that remembers what was read."""

    files: dict[str, bytes]
    read_of: list[str] = field(default_factory=list)

    def read(self, path: str, limit: int) -> bytes:
        """A file."""
        self.read_of.append(path)
        return super().read(path, limit)


def desk() -> Watched:
    """Two relations with the same record, and a person whom none names."""
    made = world({"milestones.yaml": STEPS % "", "data/people.yaml": PEOPLE}).files
    other = {path.replace(FOLDER, OTHER): data for path, data in made.items() if path.startswith(f"{FOLDER}/")}
    return Watched({**made, **other})


def codes(result: Result) -> set[str]:
    """Those of what is told."""
    return {told.code for told in result.report.diagnostics}


@pytest.mark.parametrize("run", [check, make])
def test_no_file_of_another_relation_is_read(run: Callable[[Watched, Order], Result]) -> None:
    watched = desk()
    result = run(watched, Order(relations=("x-y",), formats=("md",)))

    assert [path for path in watched.read_of if path.startswith(f"{OTHER}/")] == []
    assert [path for path in watched.read_of if path.startswith(f"{FOLDER}/")]
    assert {brief.relation for brief in result.briefs} <= {"x-y"}


def test_what_only_all_relations_tell_is_told_where_all_are_read() -> None:
    assert codes(check(desk(), Order())) >= OF_ALL_RELATIONS_CODES
    assert not codes(check(desk(), Order(relations=("x-y",)))) & OF_ALL_RELATIONS_CODES
    assert len(OF_ALL_RELATIONS) == len(OF_ALL_RELATIONS_CODES)


def test_an_excuse_for_what_was_not_looked_at_is_not_called_needless() -> None:
    excused = desk()
    excuse = STEPS % ", ignore: [BG282]  # it is true of both"
    excused.files[f"{FOLDER}/milestones.yaml"] = excuse.encode()

    assert "BG259" not in codes(check(excused, Order(relations=("x-y",))))
    assert "BG259" not in codes(check(excused, Order()))


def test_a_fault_in_another_relation_is_nothing_to_this_one() -> None:
    watched = desk()
    watched.files[f"{OTHER}/relation.yaml"] = b"{{{"
    result = make(watched, Order(relations=("x-y",), formats=("md",)))

    assert [(brief.relation, brief.failed) for brief in result.briefs] == [("x-y", False)]


def test_briefs_of_a_relation_that_was_passed_over_are_nobodys_only_when_it_is_gone() -> None:
    watched = desk()
    make(watched, Order(formats=("md",)))
    assert "BG608" not in codes(make(watched, Order(relations=("x-y",), formats=("md",))))
    for path in [path for path in watched.files if path.startswith(f"{OTHER}/")]:
        del watched.files[path]
    assert "BG608" in codes(make(watched, Order(relations=("x-y",), formats=("md",))))


def test_a_name_that_is_not_there_is_held_against_all_that_are() -> None:
    told = [d for d in check(desk(), Order(relations=("a-c",))).report.diagnostics if d.code == "BG115"]

    assert len(told) == 1
    assert "'a-b'" in str(told[0].hint)
