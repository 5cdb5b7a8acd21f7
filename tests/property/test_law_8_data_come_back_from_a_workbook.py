"""Law 8, of workbooks: what was not changed there is not touched, and one changed cell changes that value alone."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.load import load
from briefgen.load.nodes.csv_edits import table_of
from briefgen.load.nodes.structure_edits import applied, edits_between
from briefgen.load.nodes.yaml_spans import records_of, root_of, written_word
from briefgen.spreadsheets.data_sheets import data_sheets
from briefgen.spreadsheets.sheet_changes import changes_in
from briefgen.spreadsheets.workbook_writing import workbook_bytes
from briefgen.world import Memory
from samples.composing import BASE, FOLDER

if TYPE_CHECKING:
    from briefgen.spreadsheets.data_sheets import DataSheet

SIGNS = "abz AZ09'\":#,-[]{}&*!|>%@`=+?~\\/_.;()<>$\u00e4\u20ac\u2013\u0416"
WORDS = st.text(SIGNS, min_size=1, max_size=30).map(lambda text: " ".join(text.split())).filter(bool)
ENDS = st.sampled_from(["\n", "\r\n"])
COMMENTS = st.sampled_from(["", "# a remark\n", "\n# two\n\n"])


@st.composite
def visits(draw: st.DrawFn) -> str:
    """A file of visits: records in blocks and in braces, words in any quotes, remarks between."""
    text = draw(COMMENTS)
    for number in range(draw(st.integers(1, 3))):
        title, note = (
            written_word(draw(WORDS), in_flow=True, quote=draw(st.sampled_from(["", "'", '"']))) for _ in "12"
        )
        titled = draw(st.sampled_from([title, f"{{en: {title}}}"]))
        fields = {"kind": "official", "date": "2015-05", "host": "PAK", "title": titled, "note": note,
                  "sources": "[{ref: ref}]", "topics": "[trade, politics]"}  # fmt: skip
        names = draw(st.permutations(list(fields)))
        if draw(st.booleans()):
            text += f"- {{id: visit-{number}, {', '.join(f'{name}: {fields[name]}' for name in names)}}}\n"
        else:
            text += f"- id: visit-{number}\n" + "".join(f"  {name}: {fields[name]}{draw(REMARKS)}\n" for name in names)
        text += draw(COMMENTS)
    return text.replace("\n", draw(ENDS))


REMARKS = st.sampled_from(["", "  # beside"])
LISTS = st.sampled_from(["[trade, politics]", "['trade', politics,]", "[\n   trade,  # t\n   politics\n ]"])


@st.composite
def visits_in_brackets(draw: st.DrawFn) -> str:
    """A file whose list stands in brackets, on one line or several, with remarks where they may be."""
    note = written_word(draw(WORDS), in_flow=True, quote=draw(st.sampled_from(["", "'", '"'])))
    same = f"title: A, kind: official, note: {note}, date: 2015, host: PAK, sources: [{{ref: ref}}]"
    records = [f"{{id: visit-{at}, {same}, topics: {draw(LISTS)}}}" for at in range(draw(st.integers(1, 3)))]
    begins, between, ends = draw(st.sampled_from([("", " ", ""), ("\n ", "\n ", "\n"), (" # a\n  ", " # b\n  ", "")]))
    comma = draw(st.sampled_from(["", ",", " , # last\n"]))
    text = f"{draw(COMMENTS)}[{begins}{f',{between}'.join(records)}{comma}{ends}]\n{draw(COMMENTS)}"
    return text.replace("\n", draw(ENDS))


def keeps(before: str, after: str) -> bool:
    """Whether all signs of a text stand in another in their order, so that only something came in between."""
    left = iter(after)
    return all(sign in left for sign in before)


TRADE = "id,period,exporter,importer,flow,value,scale,currency,note,sources\n"


@st.composite
def trade(draw: st.DrawFn) -> str:
    """A table, with notes in quotes and without."""
    rows = [
        f'row-{number},201{number},PAK,BLR,X,{number}.5,1000000,USD,"{draw(WORDS).replace(chr(34), "")}",ref\n'
        for number in range(1, draw(st.integers(2, 4)))
    ]
    return (TRADE + "".join(rows)).replace("\n", draw(ENDS))


def sheet(files: dict[str, str], name: str) -> tuple[DataSheet, Memory]:
    world = Memory(
        {path: text.encode() for path, text in {**BASE, "templates/sections/one.md.j2": "Words.\n", **files}.items()}
    )
    relation = load(world).value.relations[0]
    return next(one for one in data_sheets(world, relation) if one.name == name), world


def through_a_workbook(of: DataSheet, world: Memory, changed: DataSheet) -> dict[str, bytes]:
    found = changes_in(workbook_bytes([changed], "x-y"), [of], "x-y", world)
    assert found.problems == []
    return found.files


@settings(max_examples=40)
@given(st.one_of(visits(), visits_in_brackets()))
def test_law_8_a_list_that_was_not_changed_is_not_touched(text: str) -> None:
    of, world = sheet({f"{FOLDER}/visits.yaml": text}, "visits")

    assert len(of.rows) >= 1
    assert through_a_workbook(of, world, of) == {}


@pytest.mark.parametrize("words", ["[]", "{}", "[a, b]", "{en: a}"])
def test_law_8_words_that_look_like_a_list_are_words(words: str) -> None:
    visit = "- {id: one, date: 2015-05, kind: official, host: PAK, note: plain, title: A visit}\n"
    of, world = sheet({f"{FOLDER}/visits.yaml": visit}, "visits")
    files = through_a_workbook(of, world, replace(of, rows=({**of.rows[0], "note": words},)))

    assert files[of.path].decode() == visit.replace("plain", f"'{words}'")


@settings(max_examples=40)
@given(visits(), st.data())
def test_law_8_one_changed_cell_of_a_list_changes_that_value_alone(text: str, data: st.DataObject) -> None:
    of, world = sheet({f"{FOLDER}/visits.yaml": text}, "visits")
    number = data.draw(st.integers(0, len(of.rows) - 1))
    column = data.draw(st.sampled_from(sorted({"note", "title", "title.en"} & of.rows[number].keys())))
    new = data.draw(WORDS.filter(lambda words: words != of.rows[number][column]))
    rows = [{**row, column: new} if at == number else row for at, row in enumerate(of.rows)]
    files = through_a_workbook(of, world, replace(of, rows=tuple(rows)))
    after = files[of.path].decode()

    assert [record.cells() for record in records_of(after)] == rows
    record = records_of(text)[number]
    value = record.values[column] if column in record.values else record.values["title"].group.values["en"]  # type: ignore[union-attr]  # a group by its name
    assert after.startswith(text[: value.start])
    assert after.endswith(text[value.end :])


@settings(max_examples=40)
@given(visits(), st.sampled_from(["note", "topics"]), st.data())
def test_law_8_an_emptied_cell_takes_its_field_out_and_nothing_else(
    text: str, column: str, data: st.DataObject
) -> None:
    of, world = sheet({f"{FOLDER}/visits.yaml": text}, "visits")
    number = data.draw(st.integers(0, len(of.rows) - 1))
    rows = [{k: v for k, v in row.items() if at != number or k != column} for at, row in enumerate(of.rows)]
    after = through_a_workbook(of, world, replace(of, rows=tuple(rows)))[of.path].decode()

    assert [record.cells() for record in records_of(after)] == rows


@settings(max_examples=40)
@given(trade(), st.data())
def test_law_8_one_changed_cell_of_a_table_changes_that_field_alone(text: str, data: st.DataObject) -> None:
    of, world = sheet({f"{FOLDER}/trade.csv": text}, "trade")
    assert through_a_workbook(of, world, of) == {}
    number = data.draw(st.integers(0, len(of.rows) - 1))
    new = data.draw(WORDS.filter(lambda words: words != of.rows[number].get("note")))
    rows = [{**row, "note": new} if at == number else row for at, row in enumerate(of.rows)]
    after = through_a_workbook(of, world, replace(of, rows=tuple(rows)))[of.path].decode()

    assert table_of(after, of.known).cells() == rows
    field = table_of(text, of.known).rows[number][8]
    assert after.startswith(text[: field.start])
    assert after.endswith(text[field.end :])


@settings(max_examples=40)
@given(st.one_of(visits(), visits_in_brackets()), WORDS)
def test_law_8_a_row_more_leaves_the_others_as_they_are_written(text: str, words: str) -> None:
    of, world = sheet({f"{FOLDER}/visits.yaml": text}, "visits")
    title = "title" if "title" in of.known else "title.en"
    row = {"id": "more", "kind": "private", title: words, "date": "2016", "host": "PAK", "sources": "[{ref: ref}]"}
    row = {column.name: row[column.name] for column in of.columns if column.name in row}
    after = through_a_workbook(of, world, replace(of, rows=(*of.rows, row)))[of.path].decode()

    assert [record.cells() for record in records_of(after)] == [*of.rows, row]
    assert keeps(text, after)
    for record in records_of(text):
        assert text[record.start : record.end] in after


@settings(max_examples=40)
@given(st.one_of(visits(), visits_in_brackets()), st.data())
def test_law_8_a_word_more_in_a_list_leaves_the_others_as_they_are_written(text: str, data: st.DataObject) -> None:
    of, world = sheet({f"{FOLDER}/visits.yaml": text}, "visits")
    number = data.draw(st.integers(0, len(of.rows) - 1))
    topics = data.draw(
        st.permutations(["energy", "trade", "politics"]).filter(
            lambda all_: all_.index("trade") < all_.index("politics")
        )
    )
    rows = [{**row, "topics": f"[{', '.join(topics)}]"} if at == number else row for at, row in enumerate(of.rows)]
    after = through_a_workbook(of, world, replace(of, rows=tuple(rows)))[of.path].decode()

    assert [record.cells() for record in records_of(after)] == rows
    assert keeps(text, after)


WRITTEN = st.recursive(
    st.sampled_from(["a", "b", "c: d", "it's", "2015-01", "#no"]),
    lambda below: st.lists(below, min_size=1, max_size=4) | st.dictionaries(st.sampled_from("pqrs"), below, min_size=1),
    max_leaves=8,
)
LISTED = st.lists(WRITTEN, min_size=1, max_size=4)
BESIDE = st.sampled_from(["", "", "  # beside", "\n# between", "\n        # deeper"])


@settings(max_examples=300)
@given(LISTED, st.data())
def test_law_8_whatever_a_list_becomes_its_file_says_so(old: list[object], data: st.DataObject) -> None:
    new = data.draw(st.lists(st.one_of(st.sampled_from(old), WRITTEN), min_size=1, max_size=5))
    style, indent = data.draw(st.sampled_from([True, False, None])), data.draw(st.sampled_from([2, 4]))
    text = yaml.safe_dump(old, default_flow_style=style, indent=indent, width=10**6, sort_keys=False)
    text = "".join(f"{line}{data.draw(BESIDE)}\n" for line in text.splitlines()).replace("\n", data.draw(ENDS))
    before, after = root_of(text), root_of(json.dumps(new))
    assert before
    assert after
    made = applied(text, list(edits_between(text, before, after, in_flow=False)))

    assert yaml.load(made, yaml.BaseLoader) == new  # noqa: S506 - all are words: nothing else is made of them
    assert made == text or old != new
