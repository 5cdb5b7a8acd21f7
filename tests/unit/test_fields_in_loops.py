"""A field that no fact of a kind has is told where a loop over it goes over nothing, and once where it does not."""

from __future__ import annotations

import pytest

from briefgen.world import Memory
from samples.composing import BASE, FOLDER, composed, loaded

OTHER = "- {id: m, kind: other, title: M, date: 2015}\n"
VISIT = "- {id: v, kind: state, title: A visit, date: 2015-05-28, sources: [{ref: ref}]}\n"


def told(text: str, **more: str) -> list[tuple[str, str, str, str]]:
    """Place, code, message and hint of all that was said of a text in the third line of a section."""
    files = {
        **BASE,
        f"{FOLDER}/milestones.yaml": OTHER,
        **more,
        "templates/sections/one.md.j2": f"## S\n\n{text}\n\nWords.\n",
    }
    _, said = composed(loaded(Memory({path: words.encode() for path, words in files.items()})), "reader")
    return [(f"{d.place.line}:{d.place.column}", d.code, d.message, d.hint or "") for d in said]


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("{% for x in visits %}{{ x.titel }}{% endfor %}", "3:27", "a visit has no field 'titel'"),
        ("{% for x in visits %}\n{{ x.titel }}\n{% endfor %}", "4:6", "a visit has no field 'titel'"),
        ("{% for x in visits if x.knd %}x{% endfor %}", "3:25", "a visit has no field 'knd'"),
        ("{% for x in visits[:3] %}{{ x.dat }}{% endfor %}", "3:31", "a visit has no field 'dat'"),
        ("{% for x in visits|sort(attribute='date') %}{{ x.dats }}{% endfor %}", "3:50", "a visit has no field 'dats'"),
        ("{% for x in visits|select|list %}{{ x.dats }}{% endfor %}", "3:39", "a visit has no field 'dats'"),
        ("{% for x in visits %}{% if x.majr %}x{% endif %}{% endfor %}", "3:30", "a visit has no field 'majr'"),
        ("{% for x in visits %}{{ x.titel|capital }}{% endfor %}", "3:27", "a visit has no field 'titel'"),
        ("{% for x in visits %}{{ x.daet|date('short') }}{% endfor %}", "3:27", "a visit has no field 'daet'"),
        ("{% for x in visits %}{{ cite(x.titel) }}{% endfor %}", "3:32", "a visit has no field 'titel'"),
        ("{% for x in visits %}{% for y in x.visitors %}{{ y }}{% endfor %}{% endfor %}", "3:36",
         "a visit has no field 'visitors'"),
        ("{% each x in visits %}- {{ x.titel }}", "3:30", "a visit has no field 'titel'"),
        ("{% for x in visits %}[[{{ x.titel }} y]]{% endfor %}", "3:29", "a visit has no field 'titel'"),
        ('{% call(x) table("T", rows=visits|fitted) %}\n| A |\n| --- |\n| {{ x.titel }} |\n{% endcall %}', "6:8",
         "a visit has no field 'titel'"),
    ],
)  # fmt: skip
def test_a_wrong_field_of_nothing_is_told_as_it_would_be_of_something(text: str, place: str, message: str) -> None:
    (found,) = told(text)

    assert found[:3] == (place, "BG402", message)
    assert found[3].startswith("did you mean '")
    assert [said[:3] for said in told(text, **{f"{FOLDER}/visits.yaml": VISIT})] == [(place, "BG402", message)]


@pytest.mark.parametrize(
    "text",
    [
        "{% for x in visits %}{{ x.title }}{{ x.id }}{{ x.type }}{{ x.date }}{% endfor %}",
        "{% for x in visits %}{% if x.nickname is defined %}{{ x.nickname }}{% endif %}{% endfor %}",
        "{% for x in visits %}{{ x.nickname|default('none') }}{% endfor %}",
        "{% for x in visits %}{% set x = parties[0] %}{{ x.adjective }}{% endfor %}",
        "{% for x in visits %}{% for x in parties %}{{ x.adjective }}{% endfor %}{% endfor %}",
        "{% set visits = parties %}{% for x in visits %}{{ x.adjective }}{% endfor %}",
        "{% for x in events(since=2020) %}{{ x.nickname }}{% endfor %}",
        "{% for x in planned %}{{ x.number }}{% endfor %}",
        "{% for x in visits|map(attribute='host') %}{{ x.nickname }}{% endfor %}",
    ],
)
def test_what_may_be_there_or_is_something_else_is_left_alone(text: str) -> None:
    assert told(text) == []
