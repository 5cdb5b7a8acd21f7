"""`ref(...)`, names of exhibits, side notes, columns of figures and citation markers, from template to Document."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen.model.document import Align, Cite, CrossRef, Document, Exhibit, Paragraph, Row, Table, TextRun
from briefgen.model.traversal import in_rows, inlines_in
from briefgen.world import Memory
from readers.document_words import words_of_inlines
from samples.composing import BASE, FOLDER, composed_with_every_note, loaded

if TYPE_CHECKING:
    from briefgen.diagnostics import Diagnostic

_TABLE = """
{% call table("Two numbers", name="numbers") %}
| What | Value |
| --- | --: |
| one | much |
{% endcall %}
"""
_TRADE = "id,period,exporter,importer,flow,value,op,half_unit,scale,currency,sources\n"
_ROW = "p,2019,PAK,BLR,X,15.1,about,0.05,1000000,USD,ref\n"


def _brief(template: str, rows: str = _ROW) -> tuple[Document, list[Diagnostic]]:
    files = {**BASE, f"{FOLDER}/trade.csv": _TRADE + rows, "templates/sections/one.md.j2": template}
    document, said = composed_with_every_note(loaded(Memory({n: text.encode() for n, text in files.items()})), "reader")
    return document, [one for one in said if one.code != "BG465"]


def _unmentioned(template: str, rows: str = _ROW) -> list[str]:
    """What is noted of exhibits that no sentence mentions, with the line that places them."""
    files = {**BASE, f"{FOLDER}/trade.csv": _TRADE + rows, "templates/sections/one.md.j2": template}
    _, said = composed_with_every_note(loaded(Memory({n: text.encode() for n, text in files.items()})), "reader")
    return [f"{one.place.line}: {one.message}" for one in said if one.code == "BG465"]


def _references(document: Document) -> list[CrossRef]:
    return [inline for inline in inlines_in(document.blocks) if isinstance(inline, CrossRef)]


def test_a_reference_before_and_after_its_table_says_its_label() -> None:
    document, said = _brief(f'First {{{{ ref("numbers") }}}}.\n{_TABLE}\nThen **{{{{ ref("numbers") }}}}**.')
    assert said == []
    assert _references(document) == [CrossRef("table-1", "Table 1")] * 2


def test_charts_timelines_and_headings_can_be_referred_to() -> None:
    document, said = _brief(
        '## The trade\n\n{{ chart("bar", "Trade", trade, name="bars") }}\n\n'
        'See {{ ref("bars") }} in {{ ref("the-trade") }}.{{ note("or " ~ ref("bars")) }}'
    )
    assert said == []
    assert _references(document) == [CrossRef("figure-1", "Figure 1"), CrossRef("the-trade", "The trade")]
    assert words_of_inlines(document.notes[0].inlines) == "or Figure 1"


def test_an_unknown_name_is_an_error_at_its_line_and_column() -> None:
    document, said = _brief(f'{_TABLE}\nSee {{{{ ref("numbrs") }}}}.')
    (problem,) = said
    assert (problem.code, problem.place.line, problem.place.column) == ("BG402", 8, 13)
    assert "numbers" in (problem.hint or "")
    assert _references(document) == []


def test_a_reference_to_an_exhibit_without_data_is_a_warning() -> None:
    document, said = _brief('{{ chart("bar", "Trade", trade, name="bars") }}\n\nSee {{ ref("bars") }}.', rows="")
    assert [(d.code, d.severity.name) for d in said if d.place.path.endswith(".j2")] == [("BG404", "WARNING")]
    assert _references(document) == []


def test_a_name_is_given_once_and_only_to_what_has_a_number() -> None:
    _, said = _brief(_TABLE + _TABLE)
    assert ["twice" in d.message for d in said] == [True]
    _, said = _brief(_TABLE.replace('"Two numbers", ', ""))
    assert ["without a caption" in d.message for d in said] == [True]


def test_side_notes_stand_beside_a_chart_or_a_table() -> None:
    chart = '{% call side_notes(chart("bar", "Trade", trade)) %}\n**Pakistan** sells rice.\n{% endcall %}'
    (block,) = _brief(chart)[0].blocks
    assert isinstance(block, Row)
    assert [type(inner) for inner in block.blocks] == [Exhibit]
    said_beside = [words_of_inlines(p.inlines) for n in block.notes for p in n.said if isinstance(p, Paragraph)]
    assert said_beside == ["Pakistan sells rice."]
    table = f"{{% set t %}}{_TABLE}{{% endset %}}{{% call side_notes(t) %}}\nNotes.\n{{% endcall %}}"
    document, said = _brief(table)
    assert said == []
    assert [(type(b.blocks[0]), len(b.notes)) for b in document.blocks if isinstance(b, Row)] == [(Table, 1)]


def test_side_notes_without_an_exhibit_are_an_error_and_without_data_stand_alone() -> None:
    document, said = _brief('{% call side_notes("words") %}\nNotes.\n{% endcall %}')
    assert [d.code for d in said] == ["BG404"]
    _, said = _brief("{% set t %}Words.{% endset %}{% call side_notes(t) %}\nNotes.\n{% endcall %}")
    assert [d.code for d in said] == ["BG403"]
    document, said = _brief('{% call side_notes(chart("bar", "T", trade)) %}\nNotes.\n{% endcall %}', rows="")
    assert [type(block) for block in in_rows(document.blocks)] == [Paragraph]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["1.5", "12", "≈ US$50.2 million"], Align.DECIMAL),
        (["−4.3\u00a0%", "+3.0\u00a0%", "not stated", ""], Align.DECIMAL),
        (["51 [50.5–51.5]", "–"], Align.DECIMAL),
        (["Belarus: ≈ US$20 million", "1"], Align.END),
        (["not stated", ""], Align.END),
        (["1 and 2, see below", "5 (6)"], Align.END),
    ],
)
def test_right_aligned_columns_of_figures_are_aligned_at_the_point(cells: list[str], expected: Align) -> None:
    rows = "\n".join(f"| x | {cell} |" for cell in cells)
    document, _ = _brief(f"| What | Value |\n| --- | --: |\n{rows}\n")
    (table,) = (block for block in in_rows(document.blocks) if isinstance(block, Table))
    assert table.align == (Align.START, expected)


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("It held.{{ cite(trade[0].turnover or trade[0]) }}", "It held [1]."),
        ("It held{{ cite(trade[0]) }}.", "It held [1]."),
        ("It held.{{ cite(trade[0]) }}.", "It held [1]."),
        ("It held.{{ cite(trade[0]) }} More.", "It held [1]. More."),
        ("It held?{{ cite(trade[0]) }}", "It held? [1]"),
        ("It held ...{{ cite(trade[0]) }}", "It held ... [1]"),
        ("{{ cite(trade[0]) }}", "[1]"),
    ],
)
def test_a_marker_stands_before_the_stop_of_its_sentence(template: str, expected: str) -> None:
    document, said = _brief(template)
    assert said == []
    (block,) = in_rows(document.blocks)
    assert isinstance(block, Paragraph)
    assert words_of_inlines(block.inlines).replace("\u00a0", " ") == expected
    assert any(isinstance(inline, Cite) for inline in block.inlines)
    assert all(inline.text for inline in block.inlines if isinstance(inline, TextRun))


_CHART = '{{ chart("bar", "Trade", trade, name="bars") }}'


def _words(template: str, rows: str = _ROW) -> tuple[list[str], list[str]]:
    """The paragraphs of a section's text, and what is said of it."""
    document, said = _brief(template, rows)
    paragraphs = [block for block in in_rows(document.blocks) if isinstance(block, Paragraph)]
    return [words_of_inlines(block.inlines) for block in paragraphs], [
        d.message for d in said if d.code not in {"BG418", "BG301"}
    ]


def test_a_clause_stands_where_its_exhibit_is_placed_and_falls_where_it_is_not() -> None:
    text = f'Trade is small[[ ({{{{ ref("bars") }}}})]].\n[[{{{{ ref("bars") }}}} shows it.]]\n\n{_CHART}\n'
    assert _words(text) == (["Trade is small (Figure 1). Figure 1 shows it."], [])
    assert _words(text, rows="") == (["Trade is small."], [])


def test_a_line_of_its_own_and_a_member_of_a_list_fall_with_their_exhibit() -> None:
    text = f'First.\n\n[[See {{{{ ref("bars") }}}}.]]\n\n- one\n[[- {{{{ ref("bars") }}}}]]\n\n{_CHART}\n'
    assert _words(text, rows="") == (["First."], [])
    assert _words(text)[0] == ["First.", "See Figure 1."]


def test_of_clauses_in_one_another_only_the_one_whose_exhibit_is_missing_falls() -> None:
    text = f'[[{{{{ ref("numbers") }}}} says it[[, and {{{{ ref("bars") }}}} shows it]].]]\n{_TABLE}\n{_CHART}\n'
    assert _words(text) == (["Table 1 says it, and Figure 1 shows it."], [])
    assert _words(text, rows="") == (["Table 1 says it."], [])


def test_a_clause_falls_with_a_chart_that_an_option_leaves_out() -> None:
    text = '[[See {{ ref("bars") }}.]]\n\nLast.\n\n{{ chart("bar", "Trade", trade, name="bars") if none }}\n'
    assert _words(text) == (["Last."], [])


def test_a_wrong_name_in_a_clause_stays_an_error() -> None:
    _, said = _brief(f'[[See {{{{ ref("brs") }}}}.]]\n\n{_CHART}\n')
    assert [(one.code, one.place.line) for one in said] == [("BG402", 1)]


def test_a_clause_in_a_box_or_a_note_falls_too() -> None:
    box = '{% call callout("B") %}\nSaid[[, see {{ ref("bars") }}]].\n{% endcall %}\n'
    note = '{% set why %}Why[[, as {{ ref("bars") }} shows]].{% endset %}\n\nWords{{ note(why) }}.\n'
    document, said = _brief(f"{box}\n## H\n{note}\n{_CHART}\n", rows="")
    assert not [one for one in said if one.code == "BG404"]
    assert words_of_inlines(document.notes[0].inlines) == "Why."
    assert "".join(one.text for one in inlines_in(document.blocks) if isinstance(one, TextRun)) == "BSaid.HWords."


def test_a_table_without_rows_is_no_exhibit_to_refer_to() -> None:
    table = _TABLE.replace("| one | much |\n", "{% for x in [] %}| {{ x }} | y |\n{% endfor %}")
    assert _words(f'[[See {{{{ ref("numbers") }}}}.]]\n\nLast.\n{table}') == (["Last."], [])


def test_an_exhibit_that_no_sentence_mentions_is_noted_at_the_line_that_places_it() -> None:
    (noted,) = _unmentioned(f"First.\n\n{_CHART}")
    assert noted == "3: no sentence of the brief mentions the exhibit 'Trade'"
    assert _unmentioned(f'See {{{{ ref("bars") }}}}.\n\n{_CHART}') == []
