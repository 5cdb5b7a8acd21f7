"""Functions, filters and tests of templates take what is declared of them; all else is told once, at its line."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING

import pytest

from briefgen.compose.source import chosen_values
from briefgen.compose.template.block_functions import Blocks
from briefgen.compose.template.filters import Filters
from briefgen.compose.template.namespace import known_everywhere
from briefgen.compose.template.parameters import FILTERS, FUNCTIONS, stock_filters
from briefgen.compose.template.sandbox import STOCK_FILTERS
from briefgen.model.document import Exhibit, Table
from briefgen.model.template_names import BLOCKS
from briefgen.model.template_names import FUNCTIONS as LOOKUPS
from briefgen.model.traversal import in_rows
from briefgen.world import Memory
from readers.document_words import document_words
from samples.broken_calls import BROKEN_CALLS
from samples.composing import BASE, FOLDER, composed, loaded

if TYPE_CHECKING:
    from briefgen.compose.template.parameters import Signature
    from briefgen.diagnostics import Diagnostic
    from briefgen.model.document import Document

TRADE = """\
id,period,exporter,importer,flow,value,op,scale,currency,sources
a,2019,PAK,BLR,X,15.1,about,1000000,USD,ref
b,2019,BLR,PAK,X,35.1,about,1000000,USD,ref
"""
FACTS = {
    f"{FOLDER}/trade.csv": TRADE,
    f"{FOLDER}/visits.yaml": "- {id: v, kind: state, title: A visit, date: 2015-05-28, sources: [{ref: ref}]}\n",
    f"{FOLDER}/assessments.yaml": "- {id: a, kind: assessment, text: A view., sources: [{ref: ref}]}\n",
}
ROWS = "\n| a | b |\n|---|---|\n| c | d |\n"


def brief(text: str, **more: str) -> tuple[Document, list[Diagnostic]]:
    """The brief of a section whose third line the text begins in."""
    files = {**BASE, **FACTS, **more, "templates/sections/one.md.j2": f"## S\n\n{text}\n"}
    return composed(loaded(Memory({path: words.encode() for path, words in files.items()})), "reader")


@pytest.mark.parametrize(
    ("call", "place", "code", "message", "hint"), BROKEN_CALLS, ids=[call[0] for call in BROKEN_CALLS]
)
def test_a_broken_call_is_told_once_with_the_next_step(
    call: str, place: str, code: str, message: str, hint: str
) -> None:
    _, said = brief(call)

    assert [(f"{d.place.line}:{d.place.column}", d.code, d.message, d.hint) for d in said] == [
        (place, code, message, hint)
    ]


def test_no_message_speaks_of_the_languages_behind_templates() -> None:
    foreign = {"python", "jinja", "jinja2", "str", "int", "tuple", "object", "nonetype", "keyword", "positional"}
    words = {
        word.strip("'\"(),.;:`").lower()
        for *_, message, hint in BROKEN_CALLS
        for word in (message + " " + hint).split()
    }

    assert words & foreign == set()


@pytest.mark.parametrize(
    "call",
    [
        '{{ chart("bar", "T", trade) }}',
        '{{ chart("bar", title, trade, what="turnover", note=none, name="c", data=true) }}',
        '{{ chart(kind="bar", title="T", years=trade) }}',
        '{{ timeline("T", events(major=false, since=2015)) }}',
        'x{{ timeline("T", []) }}',
        f'{{% call table("T", widths="30, 70", row_header=true) %}}{ROWS}{{% endcall %}}',
        f'{{% call table("T", widths=none, note="") %}}{ROWS}{{% endcall %}}',
        f"{{% call table() %}}{ROWS}{{% endcall %}}",
        '{% call callout("T", "note") %}x{% endcall %}',
        '{% call side_notes(chart("bar", "T", trade)) %}x{% endcall %}',
        "x{{ cite(visits, trade[0].exports.PAK, none) }}",
        "x{{ note(visits[0].title) }}{{ note(none) }}",
        '{{ find(["v", "w"])|count }} {{ find(visits[0].id).title }}',
        '{{ party("PAK").name }} {{ party(parties[0].id).name }}',
        "{% for i in range(1, 9, 2) %}{{ i }}{% endfor %}",
        '{{ trade[0].turnover|money(style="sign") }} {{ trade[0].shares["PAK"]|percent(places=0) }}',
        '{{ visits|sort(attribute="date", reverse=true)|map(attribute="title")|joined("; ") }}',
        '{{ visits|map(attribute="kind")|map("label")|joined }}',
        '{{ visits|selectattr("kind", "equalto", "state")|rejectattr("note")|list|count }}',
        '{{ visits|map(attribute="nickname", default="-")|joined }}',
        '{{ [1, 2, 3]|select("odd")|list|count }}',
        "{{ visits[0].note|default('none', true) }}{{ visits[0].date|default('x', boolean=true) }}",
        "{{ (visits|groupby('kind'))|count }}",
    ],
)
def test_a_call_that_is_as_declared_is_made_without_a_word(call: str) -> None:
    document, said = brief(call)

    assert [d.message for d in said if d.code != "BG440"] == []
    assert len(document_words(document)) > 1 or "note(none)" in call


def declared(signature: Signature) -> list[tuple[str, bool, bool]]:
    """Name, whether it must be given, whether by its name only."""
    return [(p.name, p.is_needed, p.is_named) for p in signature.parameters]


@pytest.mark.parametrize("name", [*BLOCKS, *FILTERS])
def test_what_is_declared_is_what_the_code_takes(name: str) -> None:
    owner = Blocks if name in BLOCKS else Filters
    signature = {**FUNCTIONS, **FILTERS}[name]
    bare = getattr(chosen_values, name, None)
    method = bare or getattr(owner, "count" if name == "length" else name)
    parameters = list(inspect.signature(method).parameters.values())[0 if bare else 1 :]
    taken = [(p.name, p.default is p.empty, p.kind is p.KEYWORD_ONLY) for p in parameters if p.name != "caller"]

    assert declared(signature) == taken
    assert signature.is_around is ("caller" in [p.name for p in parameters])


def test_everything_that_templates_can_call_is_declared() -> None:
    assert set(FUNCTIONS) == {*BLOCKS, *LOOKUPS, "range"}
    assert set(stock_filters((), ())) == STOCK_FILTERS


def test_nothing_is_placed_of_a_wrong_call_and_the_rest_stands() -> None:
    text = f'{{{{ chart("bar", "T", visits) }}}}\n\n{{% call table("T") %}}{ROWS}{{% endcall %}}\n\nWords.'
    document, said = brief(text)

    assert len(said) == 1
    assert [type(block) for block in in_rows(document.blocks) if isinstance(block, Table | Exhibit)] == [Table]
    assert "Words." in document_words(document)


def test_every_filter_is_known_where_a_section_is_looked_through_without_a_brief() -> None:
    """A section that no audience names is checked all the same."""
    assert set(FILTERS) - set(known_everywhere([]).filters) == set()
