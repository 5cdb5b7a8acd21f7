"""Law 9: a hostile or broken template ends in a diagnostic at its own line."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.model.document import Paragraph, TextRun
from briefgen.model.traversal import in_rows, plain_text
from briefgen.world import Memory
from samples.attacks import ESCAPES
from samples.composing import BASE, FOLDER, composed, loaded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefgen.diagnostics import Diagnostic
    from briefgen.model.document import Document

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


def told(template: str) -> list[Diagnostic]:
    """What is said of a section that a template stands in, from its third line on."""
    return written(template)[1]


def written(template: str, partials: Mapping[str, str] | None = None) -> tuple[Document, list[Diagnostic]]:
    """The brief of such a section, and what is said of it."""
    files = {**BASE, **FACT, **(partials or {}), "templates/sections/one.md.j2": f"First line.\n\n{template}\n"}
    return composed(loaded(Memory({name: text.encode() for name, text in files.items()})), "reader")


@pytest.mark.parametrize("template", [*ESCAPES, *BROKEN])
def test_it_ends_in_a_diagnostic_at_its_line(template: str) -> None:
    said = told(template)

    assert said
    for diagnostic in said:
        assert diagnostic.severity == "error"
        assert diagnostic.code.startswith("BG4")
        assert diagnostic.place.path == "templates/sections/one.md.j2", diagnostic
        assert diagnostic.place.line >= 1
    assert "object at 0x" not in " ".join(d.message for d in said)


def words_of(part: object) -> Iterator[str]:
    """Every text in a document, wherever it stands: words, captions, names, formulas."""
    if isinstance(part, str):
        yield part
    elif is_dataclass(part):
        for field in fields(part):
            yield from words_of(getattr(part, field.name))
    elif isinstance(part, tuple | list):
        for inner in part:
            yield from words_of(inner)


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


FORGED = [
    r"{% call callout('Turnover was \ue000'~'0\ue001 5000') %}x{% endcall %}",
    r"{{ '\ue0001\ue001' }}",
    r"{{ note('\ue0020\ue003') }}",
    r"{% call table('\ue0000\ue001') %}{% endcall %}",
    r"{% if title == '\uf8ff' %}x{% endif %}",
    r"{% set x = '\U000f0000' %}",
]


@pytest.mark.parametrize("template", FORGED)
def test_a_token_cannot_be_spelled(template: str) -> None:
    (said,) = told(template)

    assert (said.code, said.message) == ("BG401", "a private-use character cannot stand in a template")
    assert (said.place.path, said.place.line) == ("templates/sections/one.md.j2", 3)


def test_a_token_cannot_be_spelled_in_a_partial() -> None:
    partial = r"Words." + "\n" + r"{{ '\ue0000\ue001' }}" + "\n"
    _, (said,) = written("{% include 'partials/p.md.j2' %}", {"templates/partials/p.md.j2": partial})

    assert said.code == "BG401"
    assert str(said.place).startswith("templates/partials/p.md.j2:2")
    assert "private-use" in said.message


TOO_LARGE = [
    f"{{{{ {'1' * 5_000} }}}}",
    f"{{% if 1 < {'9' * 4_400} %}}x{{% endif %}}",
    f"{{{{ 0x{'f' * 5_000} }}}}",
    f"{{% set x = 0x{'f' * 5_000} %}}",
    "{{ 1e400 }}",
    "{% set x = -1e400 %}",
    "{{ range(1e400) }}",
    "{% if false %}{{ 1234567890123456789 }}{% endif %}",
]


@pytest.mark.parametrize("template", TOO_LARGE, ids=range(len(TOO_LARGE)))
def test_a_number_too_large_to_print_is_told_at_its_line(template: str) -> None:
    (said,) = told(template)

    assert (said.code, said.place.line) == ("BG401", 3)
    assert said.message == "a number of more than 18 digits cannot stand in a template"


@pytest.mark.parametrize("template", ["{{ 1 / 0 }}", "{{ 5 % 0 }}"])
def test_a_division_by_nought_comes_with_advice(template: str) -> None:
    (said,) = [d for d in told(template) if d.severity == "error"]

    assert (said.code, said.place.line) == ("BG404", 3)
    assert said.hint == "ask with {% if %} whether the divisor is nought"


OBJECTS = [
    "{% call table(range) %}\n| a |\n| --- |\n| b |\n{% endcall %}",
    "{% call callout(cite) %}\nText.\n{% endcall %}",
    "{% call callout('x', kind=cite) %}\nText.\n{% endcall %}",
    "{{ note(range) }}",
    "{{ note([title, as_of]) }}",
    "{{ note(namespace(a=1)) }}",
    "{{ typed(range, 'why') }}",
    "{{ typed(parties, 'why') }}",
    "{{ typed('x', range) }}",
    "{{ [range, cite]|joined }}",
    "{{ [[title]]|joined }}",
    "{{ [title, title]|joined(range) }}",
    "{% for x in [1] %}{{ [loop.cycle, loop]|joined }}{% endfor %}",
    "{{ [milestones|map(attribute='id')]|joined }}",
    "{{ ref(range) }}",
    "{{ ref([1]) }}",
    "{{ range|label }}",
    "{{ timeline(range, events(), name=cite) }}",
    "{{ chart('bar', title, trade, what=range, name=trade, note=parties) }}",
    "{{ [self]|joined }}",
]


@pytest.mark.parametrize("template", OBJECTS)
def test_what_is_no_text_stands_in_no_text(template: str) -> None:
    document, said = written(template)

    assert ("BG404", 3) in [(d.code, d.place.line) for d in said]
    for words in (*words_of(document), *(d.message for d in said)):
        assert not re.search(r"object at 0x|<bound|<function|<class|<Namespace|Shown\(|Decimal\(", words), words


TAKEN_APART = [
    "{% call table('x' ~ w) %}\n| a |\n| --- |\n| b |\n{% endcall %}",
    "{{ m()|capital }}",
    "{{ note('x' ~ w) }}",
    "{{ typed('y' ~ w, 'z') }}",
    "{{ typed('y', w) }}",
    "{{ [w, 'q' ~ w]|joined }}",
    "{{ [1]|joined(w) }}",
    "{{ [1, title]|joined(w) }}",
    "{{ w|capital }}",
    "{{ [w, m()]|joined|capital }}",
    "{{ w|label }}",
    "{{ ref(w) }}",
    "{{ w|list|joined }}",
    "{{ w|reverse }}",
    "{{ w|first }}",
    "{% for c in w %}{{ c }}{% endfor %}",
    "{% for c in [1] recursive %}{{ c }}{% if c == 1 %}{{ loop(w) }}{% endif %}{% endfor %}",
    "{% autoescape false %}{% set v %}a {{ title }}{% endset %}{{ v }}{{ v|capital }}{{ note(v) }}{% endautoescape %}",
    "{% autoescape false %}{% set v %}a {{ title }}{% endset %}{{ [v]|joined }}{{ [1]|joined(v) }}{% endautoescape %}",
    "{% call callout(w ~ m(), kind=w) %}\nabc\n{% endcall %}",
    "{% include w %}",
    "{{ title[w] }}",
    "{{ range(w) }}",
    "{{ chart(w, w, trade, name=w, what=w) }}",
]
JOINED = "{% set w %}word {{ title }}\nand{% endset %}{% macro m() %}\nmore {{ as_of }}\nwords{% endmacro %}"
PRIVATE_USE = re.compile("[\ue000-\uf8ff]|\\\\ue00|one\\.md\\.j2:")
"""A character of a token or line marker, one spelled out, or the words of a line marker."""


def assert_nothing_of_tokens(template: str) -> None:
    document, said = written(JOINED + template)

    for words in (*words_of(document), *(d.message for d in said), *(d.hint or "" for d in said)):
        assert not PRIVATE_USE.search(words), words


@pytest.mark.parametrize("template", TAKEN_APART)
def test_no_token_or_line_marker_reaches_a_reader(template: str) -> None:
    assert_nothing_of_tokens(template)


def test_a_joined_text_with_a_capital_keeps_its_values() -> None:
    document, said = written(
        "{% macro m() %}\nmore on\n{{ as_of }}{% endmacro %}{% set w %}{{ 'on ' }}{{ as_of }}{% endset %}"
        "{{ m()|capital }}, {{ w|capital }}."
    )

    assert said == []
    last = list(in_rows(document.blocks))[-1]
    assert isinstance(last, Paragraph)
    day = "23\N{NO-BREAK SPACE}April 2021"
    assert plain_text(last.inlines) == f"More on {day}, On {day}."
    assert len([i for i in last.inlines if isinstance(i, TextRun) and i.text == day and i.origin]) == 2


TEXTS = st.recursive(
    st.sampled_from(["w", "m()", "title", "as_of", "'word'", "1", "caller"]),
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(lambda two: f"({two[0]} ~ {two[1]})"),
        st.tuples(inner, inner).map(lambda two: f"[{two[0]}, {two[1]}]|joined"),
        st.tuples(inner, inner).map(lambda two: f"[{two[0]}, 'x']|joined({two[1]})"),
        inner.map(lambda one: f"({one})|capital"),
        inner.map(lambda one: f"note({one})"),
        inner.map(lambda one: f"typed({one}, 'why')"),
    ),
    max_leaves=6,
)
PLACES = st.sampled_from(
    [
        "{{ %s }}",
        "{% set v %}a {{ %s }}\nb{% endset %}{{ v|capital }}{{ note(v) }}",
        "{% call callout(%s) %}\nabc\n{% endcall %}",
        "{% call table('x', note=%s) %}\n| a |\n| --- |\n| b |\n{% endcall %}",
        "{{ timeline(%s, events()) }}",
    ]
)


@given(TEXTS, PLACES)
@settings(max_examples=60, deadline=None)
def test_however_texts_are_joined_no_token_reaches_a_reader(text: str, place: str) -> None:
    assert_nothing_of_tokens(place.replace("%s", text))


def nested(times: int, body: str) -> str:
    """Callouts around one another, through a namespace."""
    around = f"{{% set n %}}{{% call callout('x') %}}\n\n{body}\n\n{{% endcall %}}{{% endset %}}{{% set ns.t = n %}}"
    return (
        "{% set ns = namespace(t='Words') %}"
        f"{{% for i in range({times}) %}}{around}{{% endfor %}}\n\n{{{{ ns.t }}}}\n"
    )


@pytest.mark.parametrize(
    "template",
    [nested(300, "{{ ns.t }}"), nested(30, "{{ ns.t }}\n\n{{ ns.t }}"), nested(18, "{{ ns.t }}\n\n{{ ns.t }}")],
)
def test_blocks_nested_too_deeply_are_told_at_a_call(template: str) -> None:
    (said,) = told(template)

    assert said.code == "BG405"
    assert (said.place.path, said.place.line) == ("templates/sections/one.md.j2", 3)


def test_twenty_callouts_in_one_another_can_stand() -> None:
    document, said = written(nested(20, "{{ ns.t }}"))

    assert said == []
    assert "Words" in words_of(document)


def test_a_timeline_of_too_many_events_is_told_at_its_call() -> None:
    doubled = "{% set ns = namespace(t=events()) %}{% for i in range(13) %}{% set ns.t = ns.t + ns.t %}{% endfor %}"
    (said,) = told(doubled + "\n{{ timeline('T', ns.t) }}")

    assert (said.code, said.place.line, said.place.column) == ("BG405", 4, 4)
    assert (said.message, said.hint) == ("a timeline of 8,192 events is too large: 5,000 at most", "show fewer events")


TRADE = """\
id,period,exporter,importer,flow,value,op,half_unit,scale,currency,sources
p,2019,PAK,BLR,X,15.1,about,0.05,1000000,USD,ref
"""


def test_a_chart_of_too_many_periods_is_told_at_its_call() -> None:
    doubled = "{% set ns = namespace(t=trade) %}{% for i in range(9) %}{% set ns.t = ns.t + ns.t %}{% endfor %}"
    (said,) = [
        d
        for d in written(doubled + "\n{{ chart('bar', 'T', ns.t) }}", {f"{FOLDER}/trade.csv": TRADE})[1]
        if d.severity == "error"
    ]

    assert (said.code, said.place.line, said.place.column) == ("BG405", 4, 4)
    assert (said.message, said.hint) == ("a chart of 512 periods is too large: 400 at most", "show fewer periods")


def test_a_share_with_too_many_places_is_told_without_names_of_python() -> None:
    template = "{{ (trade|last).shares[parties[0].id]|percent(1000000) }}"
    trade = TRADE + TRADE.splitlines()[1].replace("PAK,BLR", "BLR,PAK").replace("p,", "q,") + "\n"
    said = [d for d in written(template, {f"{FOLDER}/trade.csv": trade})[1] if d.severity == "error"]

    assert [(d.code, d.place.line, d.message) for d in said] == [
        ("BG404", 3, "'places' of 'percent' takes a whole number from 0 to 9, and 1000000 is given")
    ]
