"""What `briefgen explain --section` says of a section in one brief."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.pipeline import Order, here
from briefgen.pipeline.catalogue.section_told import section_told
from briefgen.world import Memory
from samples.composing import BASE, FOLDER, loaded

if TYPE_CHECKING:
    from briefgen.pipeline.catalogue.section_told import SectionTold

SECTION = "templates/sections/one.md.j2"
SPARE = "templates/sections/spare.md.j2"
HEAD = "---\nabout: One.\noptions:\n  long: false\n---\n"
BODY = """\
## Visits

{% for one in visits %}- {{ one.title }}
{% endfor %}
{% if options.long %}More.{% endif %}
"""
VISITS = """\
- {id: a, kind: official, title: Talks, date: 2019, host: PAK, sources: [{ref: ref}]}
- {id: b, kind: official, title: Secret talks, date: 2020, host: PAK, sensitivity: restricted, sources: [{ref: ref}]}
"""


def told(name: str = "one", **others: str) -> SectionTold:
    files = {**BASE, SECTION: HEAD + BODY, f"{FOLDER}/visits.yaml": VISITS, **others}
    workspace = loaded(Memory({path: text.encode() for path, text in files.items()}))
    return section_told(workspace, workspace.relations[0], workspace.audiences[0], name, Order(), here)


def test_what_it_prints_is_told_without_what_stands_around_it_in_a_brief() -> None:
    assert told().is_there
    assert told().text == "## Visits\n\n- Talks"


def test_facts_are_counted_by_what_became_of_them() -> None:
    assert told().facts == {"visits": {"hidden: clearance": 1, "printed": 1}}


def test_conditions_are_told_with_their_lines_and_answers() -> None:
    assert [(one.line, one.words, one.answer) for one in told().conditions] == [(10, "options.long", "never so")]


def test_a_condition_within_a_loop_over_nothing_was_never_asked() -> None:
    body = "{% for one in milestones %}{{ one.title if one.date }}{% endfor %}Words.\n"
    found = told(**{SECTION: HEAD + body})

    assert [one.answer for one in found.conditions] == ["never asked"]
    assert found.empty == ("milestones",)


def test_a_section_that_is_not_listed_is_told_with_what_it_would_print() -> None:
    found = told("spare", **{SPARE: "## Spare\n\n{% for one in visits %}{{ one.title }}.{% endfor %}\n"})

    assert (found.place, found.listed_by) == ("", ())
    assert found.text == "## Spare\n\nTalks."


def test_a_section_without_anything_to_show_says_so() -> None:
    found = told(**{SECTION: "{% for one in milestones %}{{ one.title }}{% endfor %}\n"})

    assert (found.text, found.is_there) == ("", False)
    assert [one.code for one in found.told] == ["BG409"]


def test_a_section_that_begins_without_a_heading_is_told_from_its_first_word() -> None:
    assert told(**{SECTION: "{% for one in visits %}{{ one.title }}.{% endfor %}\n"}).text == "Talks."
