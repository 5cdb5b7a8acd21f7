"""The shipped tables: no column without a single value, which the note tells instead; one with some stays."""

from __future__ import annotations

import pytest

from briefgen.model.document import Table
from briefgen.model.traversal import in_rows
from briefgen.world import Memory
from readers.document_words import words_of_inlines
from samples.composing import BASE, FOLDER, composed, loaded
from samples.shipped_briefs import AUDIENCES, ROOT, brief

READER = "templates/audiences/reader.yaml"
DASH = "–"
PRODUCTS = "id,exporter,importer,label,hs_code,sources\n"
BODY = "- {{id: {0}, kind: working_group, name: Group {0}{1}, sources: [{{ref: ref}}]}}\n"
ADVICE = "- {{id: {0}, action: Act., area: trade, owner: Both, horizon: {1}, priority: 1, sources: [{{ref: ref}}]}}\n"
CASES = {
    "products": (
        "products.csv",
        f"{PRODUCTS}a,BLR,PAK,tractors,,ref\nb,BLR,PAK,seeds,,ref\n",
        f"{PRODUCTS}a,BLR,PAK,tractors,8701,ref\nb,BLR,PAK,seeds,,ref\n",
        "HS code",
        "Not stated: HS code",
    ),
    "mechanisms": (
        "mechanisms.yaml",
        BODY.format("a", "") + BODY.format("b", ""),
        BODY.format("a", ", created: 2015") + BODY.format("b", ""),
        "Created",
        "Not stated: Created",
    ),
    "recommendations": (
        "recommendations.yaml",
        ADVICE.format("a", "open") + ADVICE.format("b", "open"),
        ADVICE.format("a", "ongoing") + ADVICE.format("b", "open"),
        "Horizon",
        "Not stated: Horizon",
    ),
}  # fmt: skip
"""Section → file, its text with no value and with one, the column, words of the note that stands for it."""


def table_of(section: str, file: str, text: str) -> Table:
    """The table of a shipped section over one file of facts."""
    name = f"templates/sections/{section}.md.j2"
    files = {
        **BASE, READER: BASE[READER].replace("[one]", f"[{section}]"), f"{FOLDER}/{file}": text,
        name: (ROOT / name).read_text(encoding="utf-8"),
    }  # fmt: skip
    document, said = composed(loaded(Memory({path: text.encode() for path, text in files.items()})), "reader")
    assert [d for d in said if d.severity.value == "error"] == []
    return next(block for block in in_rows(document.blocks) if isinstance(block, Table))


def words(table: Table) -> tuple[list[str], list[list[str]], str]:
    """Head, columns and note of a table."""
    head, *rows = ([words_of_inlines(cell.inlines) for cell in row] for row in (table.header, *table.rows))
    note = words_of_inlines(table.caption.note) if table.caption else ""
    return head, [list(column) for column in zip(*rows, strict=True)], note


@pytest.mark.parametrize("section", CASES)
def test_a_column_without_a_value_is_told_in_the_note_instead(section: str) -> None:
    file, without, _, column, told = CASES[section]
    table = table_of(section, file, without)
    head, _, note = words(table)

    assert column not in head
    assert told in note


@pytest.mark.parametrize("section", CASES)
def test_a_column_with_some_values_stays(section: str) -> None:
    file, _, with_one, column, told = CASES[section]
    table = table_of(section, file, with_one)
    head, columns, note = words(table)

    assert DASH in columns[head.index(column)]
    assert set(columns[head.index(column)]) > {DASH}
    assert told not in note
    assert note.endswith("A dash: not stated.")


@pytest.mark.parametrize("audience", AUDIENCES)
def test_no_column_of_a_shipped_brief_is_mostly_dashes(audience: str) -> None:
    tables = [words(block) for block in in_rows(brief(audience).blocks) if isinstance(block, Table)]

    assert [
        name
        for head, columns, _ in tables
        for name, cells in zip(head, columns, strict=True)
        if cells.count(DASH) > 0.6 * len(cells) and len(cells) > 3
    ] == []
