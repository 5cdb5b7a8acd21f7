"""Branches of a template that hang on options or the audience alone, and that no audience takes, are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.compose.template import template_checks
from briefgen.pipeline import Order, check
from briefgen.world import Memory
from samples.composing import BASE
from samples.shipped_briefs import ROOT

if TYPE_CHECKING:
    import pytest

SECTION = "templates/sections/one.md.j2"
AUDIENCE = "templates/audiences/reader.yaml"
HEAD = "---\nabout: One.\noptions:\n  long: false\n---\n"


def told(body: str, others: dict[str, str] | None = None, order: Order | None = None) -> list[tuple[str, str]]:
    """Place and message of what is told to be idle, in a section with the option `long`."""
    contents = {**BASE, SECTION: HEAD + body, **(others or {})}
    result = check(Memory({name: text.encode() for name, text in contents.items()}), order or Order())
    return [(str(d.place), d.message) for d in result.report.diagnostics if d.code == "BG466"]


def test_a_branch_of_an_option_that_no_audience_sets_is_told() -> None:
    found = told("Words.\n{% if options.long %}More words.{% endif %}\n")

    assert found == [(f"{SECTION}:7:7", "no audience takes this branch: 'options.long' holds for none")]


def test_a_condition_within_a_line_is_told_at_what_it_asks() -> None:
    found = told('Words{{ " and more" if options.long }}.\n')

    assert found == [(f"{SECTION}:6:24", "no audience takes this branch: 'options.long' holds for none")]


def test_the_other_branch_is_told_where_the_condition_holds_for_all() -> None:
    found = told('Words{{ " for a reader" if audience.id == "reader" else " for others" }}.\n')

    words = "no audience takes the other branch: 'audience.id == \"reader\"' holds for all"

    assert found == [(f"{SECTION}:6:28", words)]


def test_a_condition_that_holds_for_all_and_has_no_other_branch_is_well() -> None:
    assert told('Words{{ " for a reader" if audience.id == "reader" }}.\n') == []


def test_what_hangs_on_the_data_is_left_alone() -> None:
    assert told("Words.\n{% if visits and options.long %}More.{% endif %}{% if not trade %}None.{% endif %}\n") == []


def test_a_template_that_asks_of_the_data_alone_is_not_read_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def note(source: str, _: object) -> tuple[()]:
        read.append(source)
        return ()

    monkeypatch.setattr(template_checks, "conditions_in", note)

    told("Words.\n{% if trade %}Some.{% endif %}\n")
    assert not read
    told("Words.\n{% if options.long %}Some.{% endif %}\n")
    assert len(read) == 1


def test_a_condition_that_no_brief_comes_to_is_left_alone() -> None:
    assert told("Words.\n{% if visits %}{% if options.long %}More.{% endif %}{% endif %}\n") == []


def test_an_audience_that_sets_the_option_takes_the_branch() -> None:
    other = BASE[AUDIENCE].replace("name: ", "name: Second ").replace("[one]", "[{one: {long: true}}]")
    body = "Words.\n{% if options.long %}More.{% else %}Less.{% endif %}\n"

    assert told(body, {"templates/audiences/second.yaml": other}) == []


def test_where_some_audiences_are_asked_for_nothing_is_said_of_the_others() -> None:
    assert told("Words.\n{% if options.long %}More.{% endif %}\n", order=Order(audiences=("reader",))) == []


def test_a_copy_of_a_shipped_section_keeps_the_options_that_came_with_it() -> None:
    shipped, own = "templates/sections/trade.md.j2", HEAD + "Words.\n{% if options.long %}More.{% endif %}\n"
    files = {shipped: own, AUDIENCE: BASE[AUDIENCE].replace("[one]", "[one, trade]")}

    assert told("Words.\n", files) == []


def shipped(name: str) -> str:
    return (ROOT / f"templates/sections/{name}.md.j2").read_text(encoding="utf-8")


def test_what_a_copy_under_another_name_still_says_as_it_was_shipped_is_left_alone() -> None:
    listed = BASE[AUDIENCE].replace("[one]", "[trade-short]")
    copy = {"templates/sections/trade-short.md.j2": shipped("trade"), AUDIENCE: listed}

    assert told("Words.\n", copy) == []


def test_what_an_editor_adds_to_a_copy_is_told() -> None:
    added = shipped("trade").replace("\n## Trade", "\n{% if options.newest %}Mine.{% endif %}\n## Trade", 1)
    assert added != shipped("trade")
    copy = {"templates/sections/trade-short.md.j2": added, AUDIENCE: BASE[AUDIENCE].replace("[one]", "[trade-short]")}

    (found,) = told("Words.\n", copy)
    assert found[1] == "no audience takes this branch: 'options.newest' holds for none"
