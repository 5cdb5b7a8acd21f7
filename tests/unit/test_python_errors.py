"""What goes wrong in an expression is told in the words of whoever wrote the template."""

from __future__ import annotations

import pytest

from briefgen.model.traversal import in_rows
from briefgen.world import Memory
from samples.composing import BASE, FOLDER, composed, loaded

PYTHON = ("NoneType", "object", "instance", "generator", "tuple", "'str'", "'list'", "len()", "Shown", "operand")
FACT = "- {id: m, kind: other, title: A step, date: 2015, text: Done., sources: [{ref: ref}]}\n"
DATED = f"{FACT}- {{id: n, kind: other, title: Another, text: Done too., sources: [{{ref: ref}}]}}\n"


def written(template: str, milestones: str = DATED) -> tuple[str, list[tuple[str, str, str | None]]]:
    files = {**BASE, f"{FOLDER}/milestones.yaml": milestones, "templates/sections/one.md.j2": f"## One\n\n{template}\n"}
    workspace = loaded(Memory({path: text.encode() for path, text in files.items()}))
    document, said = composed(workspace, "reader")
    words = [
        run.text for block in in_rows(document.blocks) for run in getattr(block, "inlines", ()) if hasattr(run, "text")
    ]
    return "".join(words), [(d.code, d.message, d.hint) for d in said if d.code != "BG410"]


@pytest.mark.parametrize(
    ("template", "told"),
    [
        ("{% for x in visits|first %}x{% endfor %}", "BG402"),
        ("{% for x in milestones[1].date %}x{% endfor %}", "BG404"),
        ("{{ milestones|sort(attribute='date')|first }}", "BG404"),
        ("{% if milestones[1].date in 3 %}x{% endif %}", "BG404"),
        ("{{ range('a') }}", "BG404"),
        ("{{ {[1]: 2} }}", "BG404"),
        ("{{ -title }}", "BG404"),
        ("{% if title > 3 %}x{% endif %}{{ 3|sort|first }}", "BG404"),
    ],
)
def test_no_word_of_python_reaches_an_editor(template: str, told: str) -> None:
    _, said = written(template)

    assert told in [code for code, _, _ in said]
    assert not [word for _, message, _ in said for word in PYTHON if word in message], said
    assert all(hint for _, _, hint in said)


def test_the_last_of_a_selection_is_its_last() -> None:
    words, said = written(
        "{{ (milestones|selectattr('title')|last).title }}, {{ milestones|reverse|map(attribute='id')|count }}"
    )

    assert said == []
    assert words.endswith("Another, 2")


def test_a_selection_of_nothing_is_nothing() -> None:
    words, said = written("{% if milestones|selectattr('major') %}some{% else %}none{% endif %}", FACT)

    assert (words, said) == ("Onenone", [])


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("{{ milestones[1].date.year }}", "'year' is asked of nothing: what stands before it is not there"),
        ("{{ milestones[1].date|date }}", "'date' is asked to print what is not there"),
    ],
)
def test_what_is_taken_for_granted_is_told_as_that(template: str, message: str) -> None:
    _, said = written(template)

    hint = "put what leans on it into [[ ... ]], which falls away without it; '??' there begins what is said instead"
    assert said == [("BG412", message, hint)]


@pytest.mark.parametrize(
    ("template", "message", "hint"),
    [
        ("{{ organisation('oix').name }}", "there is no organisation 'oix'", "ask with {% if %} whether it is there"),
        ("{{ organisation('oic').name }}", "there is no organisation 'oic'", "ask with {% if %} whether it is there"),
        ("{{ party('XXX').name }}", "there is no party 'XXX'", "there are: BLR, PAK"),
        ("{{ party('PAKI').name }}", "there is no party 'PAKI'", "did you mean 'PAK'?"),
        ("{{ find('nobody').title }}", "there is no record with the id 'nobody'", "there are: m, n"),
        ("{{ find('nobody') }}", "there is no record with the id 'nobody'", "there are: m, n"),
        ("{% set x = find('nobody') %}{{ x.title }}", "there is no record with the id 'nobody'", "there are: m, n"),
        (
            "{% for x in find('nobody').terms %}x{% endfor %}",
            "there is no record with the id 'nobody'",
            "there are: m, n",
        ),
        ("{{ find('nobody').date|date }}", "there is no record with the id 'nobody'", "there are: m, n"),
        (
            "{{ milestones[7].title }}",
            "there is no member 7: there are 2 milestones",
            "count from 0: the last is [1], or take it with |last",
        ),
        (
            "{{ visits[0].title }}",
            "there is no member 0: the list is empty",
            "ask with {% if %} whether there are any",
        ),
    ],
)
def test_what_is_nothing_is_named(template: str, message: str, hint: str) -> None:
    _, said = written(template)

    assert said == [("BG412", message, hint)]


@pytest.mark.parametrize(
    "template",
    [
        "y{% if find('nobody') %}x{% endif %}",
        "{{ 'x' if party('XXX') else 'y' }}",
        "{% if organisation('x') is none %}x{% endif %}",
        "{% if organisation('x') == none %}x{% endif %}",
        "{% set x = find('nobody') %}{% if not x %}y{% endif %}",
        "{% if party('XXX') and party('XXX').name %}x{% endif %}",
    ],
)
def test_whether_something_is_there_can_be_asked(template: str) -> None:
    assert written(f"z {template}")[1] == []
