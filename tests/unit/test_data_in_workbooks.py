"""`briefgen data`: the data as a workbook, what is told of a changed one, and that a wrong one changes nothing."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from click.testing import CliRunner, Result

from briefgen.cli import main
from samples.composing import BASE, FOLDER

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

VISITS = """\
# What happened.
- id: a  # the first
  kind: official
  title: {en: Talks}
  date: 2019
  host: PAK
  sources: [{ref: ref}]
- {id: b, kind: private, title: '=1+1', date: 2020, host: PAK, sources: [{ref: ref}]}
"""
TRADE = """\
id,period,exporter,importer,flow,value,scale,currency,sources
t,2019,PAK,BLR,X,15.1,1000000,USD,ref
"""
FILES = {
    **BASE, "templates/sections/one.md.j2": "Words.\n", f"{FOLDER}/visits.yaml": VISITS, f"{FOLDER}/trade.csv": TRADE,
}  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A workspace on the disk."""
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def briefgen(desk: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["data", *arguments, "--workspace", str(desk)])


def changed(desk: Path, change: Callable[[Any], None], *options: str) -> Result:
    """What is said of a workbook in which somebody changed something."""
    file = desk / "desk.xlsx"
    assert briefgen(desk, "export", str(file)).exit_code == 0
    book = openpyxl.load_workbook(file)
    change(book)
    book.save(file)
    return briefgen(desk, "import", str(file), *options)


def put(book: Any, sheet: str, row: int, column: str, value: object) -> None:  # noqa: ANN401 - a workbook
    """Type something into a cell, by the head of its column."""
    page = book[sheet]
    page.cell(row, [cell.value for cell in page[1]].index(column) + 1).value = value


def files(desk: Path) -> dict[str, str]:
    return {name: (desk / name).read_text(encoding="utf-8") for name in FILES}


def test_a_workbook_has_heads_with_help_lists_to_choose_from_and_texts_alone(desk: Path) -> None:
    briefgen(desk, "export", str(desk / "desk.xlsx"))
    page = openpyxl.load_workbook(io.BytesIO((desk / "desk.xlsx").read_bytes()))["visits"]
    heads = {cell.value: cell for cell in page[1]}

    assert {"id", "kind", "title.en", "title", "visitor.party", "venue.city", "sources"} <= set(heads)
    assert heads["date"].comment.text.startswith("When it took place.")
    lists = [rule.formula1 for rule in page.data_validations.dataValidation]
    assert any(words.startswith('"state,official,working') for words in lists)
    assert {cell.data_type for row in page.iter_rows() for cell in row if cell.value is not None} == {"s"}
    assert page.cell(3, heads["title"].column).value == "=1+1"
    assert page.cell(3, heads["title"].column).quotePrefix


def test_the_same_data_give_the_same_bytes(desk: Path) -> None:
    briefgen(desk, "export", str(desk / "one.xlsx"))
    briefgen(desk, "export", str(desk / "two.xlsx"))

    assert (desk / "one.xlsx").read_bytes() == (desk / "two.xlsx").read_bytes()


def test_a_changed_cell_is_told_and_written_and_remarks_stay(desk: Path) -> None:
    said = changed(desk, lambda book: put(book, "visits", 2, "date", "2019-05"))

    assert said.exit_code == 0
    assert "visits!" in said.stdout
    assert files(desk)[f"{FOLDER}/visits.yaml"] == VISITS.replace("date: 2019\n", "date: 2019-05\n")


def test_a_dry_run_tells_and_writes_nothing(desk: Path) -> None:
    said = changed(desk, lambda book: put(book, "trade", 2, "value", 15.2), "--dry-run")

    assert "15.2" in said.stdout
    assert files(desk) == FILES


def test_a_row_that_is_added_becomes_a_record_at_the_end(desk: Path) -> None:
    def change(book: Any) -> None:  # noqa: ANN401 - a workbook
        for column, value in {"id": "c", "kind": "working", "title.en": "More: talks", "date": "2021-02", "host": "BLR",
                              "sources": "[{ref: ref}]"}.items():  # fmt: skip
            put(book, "visits", 4, column, value)

    assert changed(desk, change).exit_code == 0
    added = "- id: c\n  kind: working\n  title: {en: 'More: talks'}\n  date: 2021-02\n  host: BLR\n"
    added += "  sources: [{ref: ref}]\n"
    assert files(desk)[f"{FOLDER}/visits.yaml"] == VISITS + added


def test_a_kind_without_a_file_gets_one_with_its_first_row(desk: Path) -> None:
    def change(book: Any) -> None:  # noqa: ANN401 - a workbook
        for column, value in {"id": "m", "kind": "other", "title.en": "A step", "date": "2018"}.items():
            put(book, "milestones", 2, column, value)

    assert changed(desk, change).exit_code == 0
    assert (desk / FOLDER / "milestones.yaml").read_text(encoding="utf-8").startswith("- id: m\n  kind: other\n")


def test_a_row_that_is_gone_is_told_and_its_record_left(desk: Path) -> None:
    said = changed(desk, lambda book: book["visits"].delete_rows(2))

    assert "left as it is, since the workbook does not hold it: a of visits" in said.stdout
    assert files(desk) == FILES


@pytest.mark.parametrize(
    ("sheet", "column", "value", "told"),
    [
        ("visits", "date", "2019-13", "there is no month 13"),
        ("visits", "date", "=TODAY()", "the cell holds a formula"),
        ("visits", "host", "XXX", "'XXX' is no country code"),
        ("visits", "sources", "[{ref: nobody}]", "nobody"),
        ("visits", "sources", "ref", "hint: write {ref: ref}"),
        ("visits", "id", None, "the row has no id"),
        ("visits", "id", "b", "the id 'b' stands in 2 rows"),
        ("trade", "value", "many", "'many'"),
    ],
)
def test_where_a_cell_is_wrong_it_is_named_and_nothing_is_written(
    sheet: str, column: str, value: str | None, told: str, desk: Path
) -> None:
    def change(book: Any) -> None:  # noqa: ANN401 - a workbook
        put(book, "trade", 2, "currency", "EUR")  # which is right, and is not written either
        put(book, sheet, 2, column, value)

    said = changed(desk, change)

    assert said.exit_code == 1
    assert told in said.stderr
    assert any(line.startswith(f"{sheet}!") and line.split(":")[0].endswith("2") for line in said.stderr.split("\n"))
    assert files(desk) == FILES


def test_a_column_that_there_is_none_of_is_told_with_the_one_that_is_meant(desk: Path) -> None:
    def change(book: Any) -> None:  # noqa: ANN401 - a workbook
        book["visits"].cell(1, book["visits"].max_column + 1).value = "dat"

    said = changed(desk, change)

    assert "there is no column 'dat' here" in said.stderr
    assert "did you mean 'date'?" in said.stderr


def test_a_sheet_of_another_name_is_told(desk: Path) -> None:
    said = changed(desk, lambda book: book.create_sheet("visit"))

    assert said.exit_code == 1
    assert "no data have a sheet of this name" in said.stderr


def test_a_file_that_is_no_workbook_is_told_without_a_traceback(desk: Path) -> None:
    (desk / "desk.xlsx").write_bytes(b"PK nothing")
    said = briefgen(desk, "import", str(desk / "desk.xlsx"))

    assert said.exit_code == 2
    assert "it is no workbook that can be read" in said.stderr


def test_data_with_an_error_are_neither_written_to_a_workbook_nor_from_one(desk: Path) -> None:
    (desk / FOLDER / "visits.yaml").write_text("- id: a\n", encoding="utf-8")
    said = briefgen(desk, "export", str(desk / "desk.xlsx"))

    assert said.exit_code == 1
    assert "mend these first" in said.stderr
    assert not (desk / "desk.xlsx").exists()


def test_a_workbook_of_another_relation_is_refused(desk: Path) -> None:
    def change(book: Any) -> None:  # noqa: ANN401 - a workbook
        book["(about)"]["B1"].value = "india-brazil"

    said = changed(desk, change)

    assert "the workbook holds data of 'india-brazil', not of 'x-y'" in said.stderr


def test_where_one_file_cannot_be_written_the_others_are_as_they_were(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from briefgen.world import Disk

    replace = Disk.replace

    def refused(self: Disk, path: str, data: bytes) -> None:
        if path.endswith("trade.csv"):
            raise OSError(28, "No space left on device")
        replace(self, path, data)

    monkeypatch.setattr(Disk, "replace", refused)

    def change(book: Any) -> None:  # noqa: ANN401 - a workbook
        put(book, "visits", 2, "date", "2019-05")
        put(book, "trade", 2, "value", "15.2")

    said = changed(desk, change)

    assert said.exit_code == 5
    assert files(desk) == FILES


def test_a_list_in_one_pair_of_brackets_takes_a_new_row_in_braces(desk: Path) -> None:
    flow = "[{id: a, kind: official, title: Talks, date: 2019, host: PAK, sources: [{ref: ref}]}]  # all of them\n"
    (desk / FOLDER / "visits.yaml").write_text(flow, encoding="utf-8")

    def change(book: Any) -> None:  # noqa: ANN401 - a workbook
        for column, value in {"id": "c", "kind": "working", "title": "More", "date": "2021", "host": "BLR",
                              "sources": "[{ref: ref}]"}.items():  # fmt: skip
            put(book, "visits", 3, column, value)

    added = ", {id: c, kind: working, title: More, date: 2021, host: BLR, sources: [{ref: ref}]}]"
    said = changed(desk, change)

    assert said.exit_code == 0
    assert (desk / FOLDER / "visits.yaml").read_text(encoding="utf-8") == flow.replace("]}]", f"]}}{added}", 1)


def test_a_word_more_in_a_list_leaves_the_others_as_they_are_written(desk: Path) -> None:
    listed = VISITS.replace("  host: PAK\n", "  host: PAK\n  topics:\n    - trade  # mostly\n    - 'energy'\n", 1)
    (desk / FOLDER / "visits.yaml").write_text(listed, encoding="utf-8")
    said = changed(desk, lambda book: put(book, "visits", 2, "topics", "[trade, energy, defence]"))

    assert said.exit_code == 0
    assert files(desk)[f"{FOLDER}/visits.yaml"] == listed.replace("- 'energy'\n", "- 'energy'\n    - defence\n")


@pytest.mark.parametrize("typed", ["[*a]", "{ref: !x y}", "[&a b]", "[["])
def test_what_yaml_has_and_data_have_not_is_typed_as_words(typed: str, desk: Path) -> None:
    said = changed(desk, lambda book: put(book, "visits", 2, "topics", typed))

    assert said.exit_code == 1
    assert "visits!" in said.stderr
    assert files(desk) == FILES


def test_a_workbook_that_somebody_changed_is_not_written_over(desk: Path) -> None:
    changed(desk, lambda book: put(book, "visits", 2, "date", "2019-05"), "--dry-run")
    before = (desk / "desk.xlsx").read_bytes()
    said = briefgen(desk, "export", str(desk / "desk.xlsx"))

    assert said.exit_code == 2
    assert "is there already, and says something else than the files" in said.stderr
    assert (desk / "desk.xlsx").read_bytes() == before


def test_a_workbook_that_says_what_the_files_say_is_written_anew(desk: Path) -> None:
    changed(desk, lambda book: put(book, "visits", 2, "date", "2019-05"))

    assert briefgen(desk, "export", str(desk / "desk.xlsx")).exit_code == 0


def test_another_file_of_the_name_is_not_written_over(desk: Path) -> None:
    (desk / "desk.xlsx").write_bytes(b"a letter")
    said = briefgen(desk, "export", str(desk / "desk.xlsx"))

    assert said.exit_code == 2
    assert "is there already, and is no workbook of data" in said.stderr
    assert (desk / "desk.xlsx").read_bytes() == b"a letter"


@pytest.mark.parametrize(
    ("value", "shown_as", "entered"),
    [
        (104.0, "0.0", "104.0"), (104, "#,##0.00", "104.00"), (104.0, "General", "104"),
        (88.125, "0.0", "88.125"), (88.5, "0.00", "88.50"),
    ],
)  # fmt: skip
def test_a_number_keeps_the_digits_that_its_cell_shows(value: float, shown_as: str, entered: str, desk: Path) -> None:
    def change(book: Any) -> None:  # noqa: ANN401 - a workbook
        put(book, "trade", 2, "value", value)
        page = book["trade"]
        page.cell(2, [cell.value for cell in page[1]].index("value") + 1).number_format = shown_as

    assert changed(desk, change).exit_code == 0
    assert files(desk)[f"{FOLDER}/trade.csv"] == TRADE.replace("15.1", entered)


def test_the_first_sheet_says_where_a_source_is_an_id_alone(desk: Path) -> None:
    briefgen(desk, "export", str(desk / "desk.xlsx"))
    book = openpyxl.load_workbook(desk / "desk.xlsx")
    rows = dict(book["(about)"].iter_rows(values_only=True))
    heads = {cell.value: cell for cell in book["visits"][1]}

    assert "a source is its id alone" in rows["trade, products, series, rates"]
    assert "{ref: some-report}" in heads["sources"].comment.text
