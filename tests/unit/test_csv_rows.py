"""CSV: one dialect, a place for every field, all rows' problems at once."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.diagnostics import Report, print_short
from briefgen.load.nodes.csv_rows import MAX_ROWS, Columns, parse_csv
from briefgen.load.nodes.node import Mapping, Scalar
from samples.relation_files import TRADE, diagnostics_of

COLUMNS = Columns(frozenset({"id", "value", "note", "sources"}), frozenset({"id", "value"}), frozenset({"sources"}))


def parsed(text: str) -> tuple[list[Mapping], list[str]]:
    """The rows and what was reported."""
    report = Report()
    rows = parse_csv(text, "f.csv", COLUMNS, report)
    return rows, [print_short(d) for d in report.diagnostics]


def test_every_field_has_its_place_also_behind_quotes() -> None:
    rows, found = parsed('id,note,value\na,"x, ""y""",5\n')

    assert found == []
    assert {name: str(node.place) for name, node in rows[0].items.items()} == {
        "id": "f.csv:2:1",
        "note": "f.csv:2:3",
        "value": "f.csv:2:14",
    }
    assert isinstance(rows[0].items["note"], Scalar)
    assert rows[0].items["note"].text == 'x, "y"'


def test_a_record_over_two_lines_keeps_the_lines_of_the_next() -> None:
    rows, _ = parsed('id,note,value\na,"two\nlines",5\nb,,6\n')

    assert [str(row.place) for row in rows] == ["f.csv:2:1", "f.csv:4:1"]


def test_empty_fields_are_absent_and_blank_lines_passed_over() -> None:
    rows, found = parsed("id,note,value\n\na,  ,5\n\n")

    assert found == []
    assert [list(row.items) for row in rows] == [["id", "value"]]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "f.csv:1: error[BG104] has no header line"),
        ("id|value\n", "f.csv:1:1: error[BG106] there is no column 'id|value'"),
        ("id,valeu\n", "f.csv:1:4: error[BG106] there is no column 'valeu'"),
        ("id,value,id\n", "f.csv:1:10: error[BG105] the column 'id' is given twice"),
        ("id\n", "f.csv:1: error[BG107] the column 'value' is missing"),
        ("id,value\na,1,5\n", "f.csv:2:1: error[BG104] this row has 3 fields, the header has 2"),
        ("id,value\na\n", "f.csv:2:1: error[BG104] this row has 1 fields, the header has 2"),
        (
            'id,value\na,"1\n',
            "f.csv:2: error[BG104] cannot be read as CSV: the quotation mark that this row",
        ),
        (
            'id,value\na,"1"2\n',
            "f.csv:2: error[BG104] cannot be read as CSV: a quotation mark stands within",
        ),
        ("id,value,\na,1,x\n", "f.csv:2:5: error[BG106] this field stands in a column without a name"),
        ("id,value\na,1,,x\n", "f.csv:2:1: error[BG104] this row has 4 fields, the header has 2"),
        ("sep=;\nid;valeu\n", "f.csv:2:4: error[BG106] there is no column 'valeu'"),
        ("sep=;\nid;value\na;1;2\n", "f.csv:3:1: error[BG104] this row has 3 fields, the header has 2"),
        (
            "id,value\n" + "a,1\n" * (MAX_ROWS + 1),
            f"f.csv:{MAX_ROWS + 2}:1: error[BG103] holds more than {MAX_ROWS} rows",
        ),
        ("id,value\n" + "," * 200, "f.csv:2:1: error[BG103] this row has 201 fields, at most 100 are read"),
        (",".join("abc" for _ in range(101)), "f.csv:1:1: error[BG103] this row has 101 fields"),
        (f"id,value\na,{'x' * 10_001}\n", "f.csv:2:3: error[BG103] this field is longer than 10000 characters"),
        (f"id,value\na,{'x' * 140_000}\n", "f.csv:2:3: error[BG103] this field is longer than 10000 characters"),
    ],
)
def test_what_is_wrong_is_told_at_its_place(text: str, message: str) -> None:
    _, found = parsed(text)

    assert [line for line in found if line.startswith(message)], found


def test_all_faults_of_a_table_are_told_at_once() -> None:
    found = diagnostics_of(
        {
            "trade.csv": TRADE
            + "a,2019,PAK,BLR,X,many,1000000,USD,ref\n"
            + "b,19,BLR,PAK,X,35.1,1000000,USD,ref\n"
            + "c,2019,PAK,BLR,EXPORTS,35.1,1000,USD,ref\n"
            + "d,2019,PAK,BLR,X,,1000000,USD,ref\n"
        }
    )

    assert [line.split(" ")[0] + " " + line.split(" ")[1] for line in found] == [
        "trade.csv:2:18: error[BG111]",
        "trade.csv:3:3: error[BG110]",
        "trade.csv:4:16: error[BG109]",
        "trade.csv:5:1: error[BG107]",
    ]


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet='x,;\t" \n0.', max_size=60))
def test_any_table_is_read_or_refused_with_places_inside_it(body: str) -> None:
    rows, found = parsed("id,value\n" + body)
    lines = ("id,value\n" + body).split("\n")

    places = [str(node.place) for row in rows for node in row.items.values()]
    for place in places + [line.split(": ")[0] for line in found]:
        line, _, column = place.removeprefix("f.csv:").partition(":")
        assert 1 <= int(line) <= len(lines)
        assert 1 <= int(column or 1) <= len(lines[int(line) - 1]) + 1
