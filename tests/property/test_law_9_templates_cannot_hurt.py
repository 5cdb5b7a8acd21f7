"""Law 9: a hostile or broken template ends in a diagnostic at its own line."""

from __future__ import annotations

import pytest

from attacks import ESCAPES
from briefgen.world import Memory
from composing import BASE, FOLDER, composed, loaded

FACT = {f"{FOLDER}/milestones.yaml": "- {id: m, kind: other, title: T, date: 2015}\n"}
BROKEN = [
    "{% for x in parties %}",
    "{{ title",
    "{% if %}",
    "{{ nothing.here }}",
    "{{ title|nofilter }}",
    "{% if title is notest %}{% endif %}",
    "{{ nofunction() }}",
    "{{ parties[99].name }}",
    "{{ parties }}",
    "{{ none }}",
    "{{ true }}",
    "{{ title + 1 }}",
    "{{ 1 / 0 }}",
    "{{ title() }}",
    "{{ chart() }}",
    "{{ chart('donut', 'x', trade) }}",
    "{% call table('x') %}no table{% endcall %}",
    "{% call callout('x', kind='loud') %}x{% endcall %}",
    "{% call nothing() %}x{% endcall %}",
    "{{ title|date }}",
    "{{ as_of|date('wide') }}",
    "{{ range(1, 2, 0) }}",
    "{{ range('a') }}",
    "{{ parties|total }}",
    "# Too high",
    "```\ncode\n```",
    "| a | b |\n| --- | --- |\n| c |",
]


@pytest.mark.parametrize("template", [*ESCAPES, *BROKEN])
def test_it_ends_in_a_diagnostic_at_its_line(template: str) -> None:
    files = {**BASE, **FACT, "templates/sections/one.md.j2": f"First line.\n\n{template}\n"}
    _, said = composed(loaded(Memory({name: text.encode() for name, text in files.items()})), "reader")

    assert said
    for diagnostic in said:
        assert diagnostic.severity == "error"
        assert diagnostic.code.startswith("BG4")
        assert diagnostic.place.path == "templates/sections/one.md.j2", diagnostic
        assert diagnostic.place.line >= 1
    assert "object at 0x" not in " ".join(d.message for d in said)


OPEN = {
    "{% for p in parties %}\n{{ p.name }}\n{% if title %}\nx\n{% endfor %}": (
        "templates/sections/one.md.j2:7",
        "'{% if %}' of line 5 is still open at '{% endfor %}'",
    ),
    "{% for p in parties %}\n{{ p.name }}\n": ("templates/sections/one.md.j2:3", "'{% for %}' is never closed"),
    "x\n{% endif %}": ("templates/sections/one.md.j2:4", "'{% endif %}' closes nothing"),
    "{% set a %}x{% endset %}{% set b = 1 %}{% if b %}": (
        "templates/sections/one.md.j2:3",
        "'{% if %}' is never closed",
    ),
}


@pytest.mark.parametrize("template", OPEN)
def test_the_block_that_was_left_open_is_named(template: str) -> None:
    files = {**BASE, **FACT, "templates/sections/one.md.j2": f"First line.\n\n{template}\n"}
    _, (said,) = composed(loaded(Memory({name: text.encode() for name, text in files.items()})), "reader")

    place, message = OPEN[template]
    assert str(said.place).startswith(place)
    assert (said.code, said.message) == ("BG401", message)


@pytest.mark.parametrize("sign", ["<b>bold</b>", "{ title }}", "**open", "%}", "<br>"])
def test_markup_that_nothing_reads_is_told(sign: str) -> None:
    files = {**BASE, **FACT, "templates/sections/one.md.j2": f"First line.\n\nWords {sign}.\n"}
    _, said = composed(loaded(Memory({name: text.encode() for name, text in files.items()})), "reader")

    assert [(d.code, d.severity, d.place.line) for d in said] == [("BG406", "warning", 3)]
