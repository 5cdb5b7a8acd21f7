"""Twice the facts are about twice the work, counted in calls of functions: a clock would tell of the machine."""

from __future__ import annotations

import cProfile
import pstats
from functools import partial
from typing import TYPE_CHECKING

import pytest

from briefgen import record_methods
from briefgen.compose.source.spread_source import spread_of
from briefgen.load import load
from briefgen.pipeline import Order, check
from briefgen.validate import DATED_RULES, RULES, WORKSPACE_RULES
from briefgen.view import Request, Searched, view
from briefgen.world import Disk, Memory, Overlay, shipped_root
from samples.growing_relation import Counts, growing_relation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from briefgen.model.workspace import Workspace
    from briefgen.world import World

_MOST = 2.3
"""Of twice the facts, where linear work is 2; to sort them takes a little more."""
_FEW = Counts(months=3, products=3, milestones=3, visits=3, agreements=3, mechanisms=2, sessions=2, positions=3,
              recommendations=3, assessments=3, references=3, people=3)  # fmt: skip
_KINDS = (
    "months", "products", "milestones", "visits", "agreements", "mechanisms", "positions", "recommendations",
    "assessments", "references", "people",
)  # fmt: skip
"""All but the sessions of a mechanism, which there are as many of as both factors say."""


@pytest.fixture(autouse=True)
def _methods_of_records_are_written_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else they are once they were called often, and what ran before in this process would be counted too."""
    monkeypatch.setattr(record_methods, "OFTEN", 0)


def _world(factor: int) -> World:
    files = {path: text.encode() for path, text in growing_relation(_FEW.times(factor, *_KINDS)).items()}
    return Overlay(Memory(files), Disk(shipped_root()))


def _calls(work: Callable[[], object]) -> int:
    profile = cProfile.Profile()
    profile.runcall(work)
    return int(pstats.Stats(profile).total_calls)  # type: ignore[attr-defined]  # of its own, and documented


def _growth(once: int, twice: int, four: int) -> float:
    """By how much the work grows from one doubling to the next: what does not grow with the data falls out."""
    return (four - twice) / max(twice - once, 1)


def _rules(workspace: Workspace) -> Iterator[tuple[str, Callable[[], object]]]:
    """Every rule, by its name, over the first relation of a workspace."""
    relation = workspace.relations[0]
    for rule in RULES:
        yield rule.__name__, lambda rule=rule: list(rule(relation))  # type: ignore[misc]
    for dated in DATED_RULES:
        yield dated.__name__, lambda rule=dated: list(rule(relation, relation.as_of))  # type: ignore[misc]
    for wide in WORKSPACE_RULES:
        yield wide.__name__, lambda rule=wide: list(rule(workspace))  # type: ignore[misc]


def test_each_rule_does_twice_the_work_for_twice_the_facts() -> None:
    for _, rule in _rules(load(_world(8)).value):
        rule()  # what is looked up once is
    counted = [
        {name: _calls(rule) for name, rule in _rules(load(_world(factor)).value)} for factor in (8, 16, 32)
    ]  # fmt: skip
    found = {name: _growth(*(counts[name] for counts in counted)) for name in counted[0]}
    assert {name: growth for name, growth in found.items() if growth >= _MOST} == {}


def test_a_view_and_its_secrets_take_twice_the_work_for_twice_the_facts() -> None:
    def work(factor: int) -> Callable[[], object]:
        workspace = load(_world(factor)).value
        relation, reader = workspace.relations[0], next(a for a in workspace.audiences if a.id == "researcher")
        return lambda: Searched(relation).secrets(view(relation, reader, Request()).value)

    work(1)()
    assert _growth(*(_calls(work(factor)) for factor in (4, 8, 16))) < _MOST


def test_a_check_takes_twice_the_work_for_twice_the_facts() -> None:
    whole = Order(fit=False)  # how often a brief that is too long is composed anew, test_page_fit says
    check(_world(1), whole)
    # With few facts a timeline changes its form, and its work by a jump; from 4 times the facts on it is a list.
    assert _growth(*(_calls(partial(check, _world(factor), whole)) for factor in (4, 8, 16))) < _MOST


@pytest.mark.parametrize(
    "shape",
    [
        "[[{{{{ a }}}}]]" * 100, "[[{{{{ a }}}} ?? b]]\n" * 100, "{{% each a in b %}}- c\n" * 100,
        "{{% each a in b %}}c\n  {{% each d in e %}}f\n" * 100, "{{{{ a }}}}\n  [[, {{{{ b }}}}]]\n" * 100,
    ],
)  # fmt: skip
def test_clauses_and_repeated_lines_are_read_in_one_pass(shape: str) -> None:
    spread_of(shape.format())  # patterns are compiled at first use
    once, twice, four = (_calls(partial(spread_of, shape.format() * count)) for count in (1, 2, 4))

    assert _growth(once, twice, four) < _MOST


def test_clauses_in_one_another_are_read_in_one_pass() -> None:
    spread_of("[[{{ a }}]]")
    once, twice, four = (
        _calls(partial(spread_of, "[[" * count + "{{ a }}" + "]]" * count)) for count in (100, 200, 400)
    )

    assert _growth(once, twice, four) < _MOST


def test_a_workspace_rule_takes_twice_the_work_for_twice_the_relations() -> None:
    workspaces = []
    for count in (2, 4, 8):
        files: dict[str, bytes] = {}
        for number in range(count):
            for path, text in growing_relation(_FEW).items():
                top, _, rest = path.partition("/")
                folder, _, inside = rest.partition("/")
                own = f"{top}/{folder}-{number}/{inside}" if top == "data" and inside else path
                files[own] = text.encode()
        workspaces.append(load(Overlay(Memory(files), Disk(shipped_root()))).value)

    for rule in WORKSPACE_RULES:
        list(rule(workspaces[0]))
        once, twice, four = (_calls(partial(list, rule(workspace))) for workspace in workspaces)
        assert _growth(once, twice, four) < _MOST, rule.__name__


def test_fifteen_years_of_months_are_checked_in_a_moment() -> None:
    files = {path: text.encode() for path, text in growing_relation(Counts(months=180)).items()}
    check(_world(1), Order(fit=False))
    # Six million take some 1.1 s, a tenth of it to say in the register what each fact says; what
    # views share being worked out for each of them would be 15.
    assert _calls(partial(check, Overlay(Memory(files), Disk(shipped_root())), Order(fit=False))) < 6_200_000
