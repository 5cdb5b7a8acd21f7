"""Signs of templates that were typed by halves are told at their place; brackets and braces that are meant are not."""

from __future__ import annotations

import pytest

from briefgen.world import Memory
from samples.composing import BASE, FOLDER, composed, loaded

VISITS = """
- {id: full, kind: state, title: A full visit, date: 2015-05-28, venue: {city: Minsk}, note: Words.,
   sources: [{ref: ref}]}
- {id: bare, kind: state, title: A bare visit, date: 2016, note: More., sources: [{ref: ref}]}
"""
EACH = "{% each v in visits %}"
VALUE = "a value has two braces on each side"
BRACKETS = "a value stands in single brackets, and these are printed"


def said_of(text: str) -> list[tuple[str, str, str, str]]:
    """Place, severity and code, message and hint of all that is said of a section whose third line the text begins."""
    files = {**BASE, f"{FOLDER}/visits.yaml": VISITS, "templates/sections/one.md.j2": f"## S\n\n{text}\n"}
    _, said = composed(loaded(Memory({path: words.encode() for path, words in files.items()})), "reader")
    return [(f"{d.place.line}:{d.place.column}", f"{d.severity.value} {d.code}", d.message, d.hint or "") for d in said]


@pytest.mark.parametrize(
    ("text", "place", "sign", "meant"),
    [
        ("Of { title } today.", "3:4", "{ title }", "{{ title }}"),
        ("Of\n{title}.", "4:1", "{title}", "{{ title }}"),
        (f"{EACH}- {'{ v.title|capital }'}", "3:25", "{ v.title|capital }", "{{ v.title|capital }}"),
        ("The { visits[0].title }.", "3:5", "{ visits[0].title }", "{{ visits[0].title }}"),
        ("The { titel|capital }.", "3:5", "{ titel|capital }", "{{ titel|capital }}"),
        ("Told { cite(visits[0]) }.", "3:6", "{ cite(visits[0]) }", "{{ cite(visits[0]) }}"),
    ],
)
def test_a_value_in_single_braces_is_told_with_what_was_meant(text: str, place: str, sign: str, meant: str) -> None:
    message = f"'{sign}' is printed as it stands: {VALUE}"

    assert said_of(text) == [(place, "warning BG406", message, f"did you mean '{meant}'?")]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f"{EACH}- {{{{ v.title }}}}[: {{{{ v.note }}}}].", "3:38"),
        (f"{EACH}- {{{{ v.title }}}}\n  [, {{{{ v.date|date }}}}]", "4:3"),
        ("Of [{{ title }} and {{ cite(visits[0]) }}] today.", "3:4"),
        ("A [link](https://a.org) and [{{ title }}].", "3:29"),
    ],
)
def test_a_clause_in_single_brackets_is_told_with_what_was_meant(text: str, place: str) -> None:
    (told,) = said_of(text)

    assert told[:3] == (place, "warning BG406", BRACKETS)
    assert "did you mean '[[' and ']]'" in told[3]
    assert "'\\['" in told[3]


@pytest.mark.parametrize("text", ["[: {{ v.venue.city }}]", "[ at {{ v.venue.city }}]"])
def test_a_clause_in_single_brackets_with_nothing_in_it_is_told_once(text: str) -> None:
    (told,) = said_of(f"{EACH}- {{{{ v.title }}}}{text}")

    assert told[1].startswith("error")
    assert "did you mean '[[' and ']]'" in told[3]


@pytest.mark.parametrize(
    "text",
    [
        "[{{ title }}](https://example.org) and [{{ title }}][1].\n\n[1]: https://example.org",
        "Words^[As {{ title }} says.] and more[^1].\n\n[^1]: Of {{ title }}.",
        "Told [see {{ cite(visits[0]) }}], and [sic], and a set {a, b}, and {e.g. this}, and {word}.",
        "Of \\[{{ title }}\\] and \\{ title \\}, and [[as [{{ title }}] says]].",
        "[[[{{ title }}]]], [a [b]], [a]\n[b], and \\[\\[ so ]].",
        "{% raw %}{ title } [[ so ]]{% endraw %}{# { title } ]] #}Words.",
        "{% set x = [visits[0].title] %}[[{{ [x[0]][0][0] }}]] {{ {'a': 1}['b']|default('c') }}",
    ],
)
def test_what_is_meant_as_it_stands_is_not_told(text: str) -> None:
    assert [one for one in said_of(text) if "BG406" in one[1] or "BG401" in one[1]] == []


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("First.\nOf {{ title }}]] today.", "4:15", "']]' closes nothing: no '[[' stands before it"),
        ("First.\n\n- [a](https://a.org)\n- b ]] c", "6:5", "']]' closes nothing: no '[[' stands before it"),
        ("First.\nOf [: {{ title }}]] today.", "4:4", "'[' is closed by ']]'"),
        ("First.\nOf [[: {{ title }} today.\nLast.", "4:4", "'[[' is never closed"),
        ("First.\nOf [[: {{ title }}] today.\nLast.", "4:4", "'[[' is never closed"),
        ("[a](https://a.org).\nOf [a](https://a.org) and\n[this.", "5:1",
         "'[' is printed as it stands: its other half is missing"),
        ("[a](https://a.org).\nOf [a](https://a.org) and this] too.", "4:31",
         "']' is printed as it stands: its other half is missing"),
    ],
)  # fmt: skip
def test_a_bracket_without_its_other_half_is_told_once_at_its_line_and_column(
    text: str, place: str, message: str
) -> None:
    (told,) = said_of(text)

    assert (told[0], told[2]) == (place, message)
    assert told[3]


def test_what_is_said_instead_outside_of_a_clause_is_told() -> None:
    ((place, code, message, hint),) = said_of("Of {{ title }} ?? none.\n\n[[{{ title }} ?? none]] \\?? so")

    assert (place, code, message) == (
        "3:16", "warning BG406", "'??' stands in no '[[' ... ']]', and is printed as it stands",
    )  # fmt: skip
    assert "'[['" in hint


@pytest.mark.parametrize(
    ("below", "hint"),
    [
        ("[[: {{ v.note }}]]\n[[ in {{ v.venue.city }}]]\n{{ cite(v) }}{{ note(v.note) }}", "set this line in by two"),
        ("\t[[: {{ v.note }}]]\n\t{{ cite(v) }}", "a tab does not do"),
        ("\n{{ v.title|capital }}", "set this line in by two"),
    ],
)
def test_lines_that_are_not_set_in_below_a_repeated_one_are_told_once(below: str, hint: str) -> None:
    (told,) = said_of(f"{EACH}- **{{{{ v.title }}}}**\n{below}\n\nEnd.")

    assert told[1:3] == (
        "error BG402", "'v' is there on line 3, with its '{% each %}', and on lines below it that are set in",
    )  # fmt: skip
    assert told[0].startswith(("4:", "5:"))
    assert hint in told[3]


def test_a_name_that_other_tags_give_too_is_told_where_it_is_missing() -> None:
    text = f"{EACH}- {{{{ v.title }}}}\n\n{{% for v in visits %}}{{{{ v.title }}}} {{% endfor %}}"

    assert said_of(text) == []


def test_a_table_whose_rows_have_no_name_is_told_once() -> None:
    table = "| Visit | Date |\n| --- | --- |\n| {{ one.title }} | {{ one.date|date }} |"
    told = said_of(f'{{% call table("Visits", rows=visits) %}}\n{table}\n{{% endcall %}}')

    assert told == [
        ("3:9", "error BG404", "this table is given rows, and has no name for each, such as 'one'",
         "write {% call(one) table(...) %}"),
    ]  # fmt: skip
