"""A date behind a small word that it does not take is told with its place and what would be right."""

from __future__ import annotations

import pytest

from briefgen.world import Memory
from samples.composing import BASE, FOLDER, composed, loaded

VISITS = """
- {id: day, kind: state, title: Of a day, date: 2015-06-03, sources: [{ref: ref}]}
- {id: month, kind: state, title: Of a month, date: 2015-06, sources: [{ref: ref}]}
- {id: year, kind: state, title: Of a year, date: 2015~, sources: [{ref: ref}]}
- {id: span, kind: state, title: Of a span, date: 2016-07-06/2016-07-07, sources: [{ref: ref}]}
"""
KNOWN = ("day", "month", "year", "span")


def told_of(text: str) -> list[tuple[str, int, str, str]]:
    """File, line, message and hint of what is told of dates in a section."""
    text = "".join(f"{{% set {name} = visits|selectattr('id', 'equalto', '{name}')|first %}}" for name in KNOWN) + text
    files = {**BASE, f"{FOLDER}/visits.yaml": VISITS, "templates/sections/one.md.j2": f"## S\n\n{text}\n"}
    _, said = composed(loaded(Memory({path: words.encode() for path, words in files.items()})), "reader")
    return [(d.place.path, d.place.line, d.message, d.hint or "") for d in said if d.code == "BG467"]


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("They met on {{ month.date|date }}.", "on June 2015", "in June 2015"),
        ("On {{ month.date|date('short') }} they met.", "On Jun 2015", "in June 2015"),
        ("They met on {{ year.date }}.", "on about 2015", "in about 2015"),
        ("They met[[ in {{ day.date|date }}]].", "in 3 June 2015", "on 3 June 2015"),
    ],
)
def test_the_wrong_word_before_a_date_is_told_with_the_right_one(text: str, wrong: str, right: str) -> None:
    ((path, line, message, hint),) = told_of(text)

    assert (path, line) == ("templates/sections/one.md.j2", 3)
    assert message == f"a date stands behind the wrong word: '{wrong}'"
    assert f"says '{right}'" in hint


@pytest.mark.parametrize(
    "text",
    [
        "They met {{ month.date|date('on') }} and {{ day.date|date('on') }}.",
        "They met on {{ day.date|date }}, in {{ month.date|date }} and on {{ span.date|date }}.",
        "Reason {{ month.date|date }}, since {{ day.date|date }}, and on: {{ year.date|date }}",
    ],
)
def test_a_date_behind_its_own_word_or_none_is_not_told(text: str) -> None:
    assert told_of(text) == []
