"""Law 9: a hostile template ends in a diagnostic at its own line."""

from __future__ import annotations

import pytest

from briefgen.world import Memory
from composing import BASE, FOLDER, composed, loaded

FACT = {f"{FOLDER}/milestones.yaml": "- {id: m, kind: other, title: T, date: 2015}\n"}
ESCAPES = [
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ title.__class__ }}",
    "{{ title.raw }}",
    "{{ parties.__len__() }}",
    "{{ range.__globals__ }}",
    "{{ cite.__self__ }}",
    "{{ cycler.__init__.__globals__ }}",
    "{{ self.__init__.__globals__ }}",
    "{{ lipsum.__globals__['os'].popen('id').read() }}",
    "{{ namespace.__init__ }}",
    "{{ loop }}",
    "{{ title.origin.facts }}",
    "{{ 'x'.format(1) }}",
    "{{ '%s'|format(1) }}",
    "{{ title|attr('raw') }}",
    "{{ parties|map('attr', '__class__')|list }}",
    "{{ config }}",
    "{% include '../../secret' %}",
    "{% include 'sections/one.md.j2' %}",
    "{% import 'os' as os %}",
    "{% extends 'x' %}",
]
BOMBS = [
    "{% for a in range(10000) %}{% for b in range(10000) %}x{% endfor %}{% endfor %}",
    "{% for a in range(1000000000) %}x{% endfor %}",
    "{% set ns = namespace(x='ab') %}{% for a in range(60) %}{% set ns.x = ns.x ~ ns.x %}{% endfor %}{{ ns.x }}",
    "{{ 'a' * 1000000000 }}",
    "{{ 9 ** 999999999 }}",
    "{{ 'a'|center(1000000000) }}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{% for a in range(9999) %}{{ title }}{% for b in range(99) %}{{ title }}{{ title }}{% endfor %}{% endfor %}",
    "{% set ns = namespace(x=[1]) %}{% for a in range(60) %}{% set ns.x = ns.x + ns.x %}{% endfor %}{{ ns.x }}",
]
SHARED = (
    "{% set a = namespace(x=[1]) %}{% set b = namespace(x=[1]) %}"
    "{% for i in range(40) %}{% set a.x = [a.x, a.x] %}{% set b.x = [b.x, b.x] %}{% endfor %}"
)
"""Two lists of 2^40 members each, in 40 steps of memory: comparing them would never end, and no timer could stop it."""
GRAPHS = [
    "{% if a.x == b.x %}x{% endif %}",
    "{% if a.x in [b.x] %}x{% endif %}",
    "{{ [a.x]|select('eq', b.x)|list|count|number }}",
    "{{ [a.x, b.x]|sort|count|number }}",
    "{{ [a.x, b.x]|max|count|number }}",
    "{{ a.x|joined }}",
    "{{ cite(a.x) }}",
    "{{ find(a.x) }}",
]
TREES = [
    "".join(f"{{% macro m{i}() %}}{{{{ m{i + 1}() }}}}{{{{ m{i + 1}() }}}}{{% endmacro %}}" for i in range(40))
    + "{% macro m40() %}x{% endmacro %}{{ m0() }}",
    "{% set x %}ab{% endset %}" + "{% set x %}{{ x }}{{ x }}{% endset %}" * 40 + "{{ x }}",
    "{% macro d(x, n) %}{% if n %}{{ d(x ~ x, n - 1) }}{% else %}{{ x }}{% endif %}{% endmacro %}{{ d('ab', 60) }}",
    "{% set ns = namespace(x={'a': 1}) %}{% for i in range(60) %}{% set ns.x = {'a': ns.x, 'b': ns.x} %}{% endfor %}",
    "{% set ns = namespace(x=[1]) %}{% for a in range(60) %}{% set ns.x = [ns.x, ns.x]|list %}{% endfor %}",
    "{% if true %}" * 200 + "x" + "{% endif %}" * 200,
    "{% for a in range(2) %}" * 25 + "x" + "{% endfor %}" * 25,
    "{% macro a() %}{{ caller() }}{% endmacro %}" + "{% call a() %}" * 100 + "x" + "{% endcall %}" * 100,
    "{% for a in [1] recursive %}{{ loop([1]) }}{% endfor %}",
    "{{ [1] * 1000000000 }}",
    "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}",
    "{{ " + "+".join(["1"] * 20000) + " }}",
    "{% include '../../../secret' %}",
    "{% import '/secret' as x %}",
]
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


@pytest.mark.parametrize("template", [*ESCAPES, *BOMBS, *(SHARED + graph for graph in GRAPHS), *TREES, *BROKEN])
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
