"""Tables as programs and people write them: read where they have one meaning, else told once with the cure."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.cli.output import source_lines
from briefgen.load import load
from briefgen.model.kinds.trade import TradeObservation
from samples.relation_files import FOLDER, world

if TYPE_CHECKING:
    from briefgen.world import Memory

HEAD = "id,period,exporter,importer,flow,value,scale,currency,sources"
ROWS = ("a,2018,PAK,BLR,X,15.1,1000000,USD,ref", "b,2019,PAK,BLR,X,20,1000000,USD,ref")
PLAIN = [("a", Decimal("15.1")), ("b", Decimal(20))]


def read(table: str | bytes) -> tuple[list[tuple[str, Decimal]], list[str]]:
    """Id and value of each figure of a table, and the errors that were told."""
    outcome = load(relation_with(table))
    figures = [fact for fact in outcome.value.relations[0].facts if isinstance(fact, TradeObservation)]
    told = [f"{d.place} {d.code} {d.message}".removeprefix(f"{FOLDER}/") for d in outcome.diagnostics]
    return [(figure.id, figure.value.value) for figure in figures], told


def relation_with(table: str | bytes) -> Memory:
    """The smallest relation, with a trade.csv."""
    outside = world({})
    outside.files[f"{FOLDER}/trade.csv"] = table if isinstance(table, bytes) else table.encode()
    return outside


def lines(*rows: str, end: str = "\n") -> str:
    return end.join(rows) + end


SEMICOLONS = tuple(row.replace(",", ";") for row in (HEAD, *ROWS))
TABS = tuple(row.replace(",", "\t") for row in (HEAD, *ROWS))
READ: dict[str, str | bytes] = {
    "as it is documented": lines(HEAD, *ROWS),
    "a line that names the comma": lines("sep=,", HEAD, *ROWS),
    "the same in quotes": lines('"sep=,"', HEAD, *ROWS),
    "the same, filled up as a row": lines("sep=,,,,,,,,", HEAD, *ROWS),
    "a line that names the semicolon": lines("sep=;", *SEMICOLONS),
    "the same in capitals and with the ends of Windows": lines("SEP=;", *SEMICOLONS, end="\r\n"),
    "semicolons": lines(*SEMICOLONS),
    "tabs": lines(*TABS),
    "a mark of byte order": "\ufeff" + lines(HEAD, *ROWS),
    "a mark of byte order before the line that names the semicolon": "\ufeff" + lines("sep=;", *SEMICOLONS),
    "Unicode text of a program for tables": lines(*TABS, end="\r\n").encode("utf-16"),
    "the same from a machine of the other order": b"\xfe\xff" + lines(*TABS).encode("utf-16-be"),
    "a last row of commas": lines(HEAD, *ROWS, ",,,,,,,,"),
    "rows of commas between": lines(HEAD, ROWS[0], ",,,,,,,,", ",,,,,,,,", ROWS[1]),
    "a row of commas that is too long": lines(HEAD, *ROWS, "," * 20),
    "a row of commas that is too short": lines(HEAD, *ROWS, ",,"),
    "a row of blanks": lines(HEAD, *ROWS, "  , ,\u00a0,,,,,,\u3000"),
    "a row of quoted nothings": lines(HEAD, *ROWS, '"","",,,,,,,""'),
    "a column too many, without a name": lines(f"{HEAD},", *(f"{row}," for row in ROWS)),
    "three of them": lines(f"{HEAD},,,", *(f"{row},,," for row in ROWS)),
    "an empty column in the middle": lines(
        HEAD.replace("period", "period,"), *(row.replace("PAK,BLR", ",PAK,BLR") for row in ROWS)
    ),
    "names and fields with blanks around them": lines(HEAD.replace(",", " , "), *(r.replace(",", " , ") for r in ROWS)),
    "names in quotes": lines(",".join(f'"{name}"' for name in HEAD.split(",")), *ROWS),
    "quoted names, semicolons": lines(";".join(f'"{name}"' for name in HEAD.split(",")), *SEMICOLONS[1:]),
    "the ends of old machines": lines(HEAD, *ROWS, end="\r"),
    "no end of the last line": lines(HEAD, *ROWS).rstrip("\n"),
    "blank lines before the head": "\n\n" + lines(HEAD, *ROWS),
    "a decimal comma in quotes": lines(HEAD, ROWS[0].replace("15.1", '"15,1"'), ROWS[1]),
    "decimal commas and semicolons": lines(*(row.replace("15.1", "15,1") for row in SEMICOLONS)),
}


@pytest.mark.parametrize("table", READ)
def test_a_table_with_one_meaning_is_read(table: str) -> None:
    assert read(READ[table]) == (PLAIN, [])


def test_lists_are_parted_by_semicolons_or_commas() -> None:
    head = f"{HEAD},topics"
    for between, row in ((";", f"{ROWS[0]},trade;energy"), (",", f'{ROWS[0]},"trade, energy"')):
        outcome = load(relation_with(lines(head, row)))
        (fact,) = outcome.value.relations[0].facts
        assert fact.topics == ("trade", "energy"), between
    quoted = f'{ROWS[0].replace(",", ";")};"trade;energy"'
    (fact,) = load(relation_with(lines(head.replace(",", ";"), quoted))).value.relations[0].facts
    assert fact.topics == ("trade", "energy")


VALUES = {
    # one row tells what the marks of another mean
    ("15,1", "1,247"): ["15.1", "1.247"],
    ("15,1", "1.247"): ["15.1", "1247"],
    ("15,1", "1.247,5"): ["15.1", "1247.5"],
    ("1.247.500", "1.247"): ["1247500", "1247"],
    ("15.1", "1,247"): ["15.1", "1247"],
    ("15.1", "1.247"): ["15.1", "1.247"],
    ("1,247,500", "1,247"): ["1247500", "1247"],
    ("1,247.5", "2,000"): ["1247.5", "2000"],
    # what can mean one thing only
    ("1 247", "1\u00a0247"): ["1247", "1247"],
    ("1\u202f247,5", "3"): ["1247.5", "3"],
    ("1'247.50", "1\u2019247"): ["1247.50", "1247"],
    ("0,247", "3"): ["0.247", "3"],
    ("1247,500", "3"): ["1247.500", "3"],
    ("12,5", "12.5"): ["12.5", "12.5"],
    ("1.247", "3"): ["1.247", "3"],
}


@pytest.mark.parametrize("written", VALUES, ids=" and ".join)
def test_a_number_is_what_the_table_says_it_is(written: tuple[str, str]) -> None:
    rows = (row.replace(f",{old},", f',"{new}",') for row, old, new in zip(ROWS, ("15.1", "20"), written, strict=True))
    figures, told = read(lines(HEAD, *rows))

    assert told == []
    assert [str(value) for _, value in figures] == VALUES[written]


DOUBTS = {
    ("1,247", "3"): "'1,247' can mean 1247 or 1.247",
    ("-1,247", "3"): "'-1,247' can mean -1247 or -1.247",
    ("1,247", "2,000"): "'1,247' can mean 1247 or 1.247; in doubt too: '2,000' in line 3",
    ("12.5", "12,5", "1,247"): "'1,247' can mean 1247 or 1.247",
    ("12.5", "12,5", "1.247"): "'1.247' can mean 1247 or 1.247",
    ("1,247", *["2,000"] * 9): "'1,247' can mean 1247 or 1.247; in doubt too: '2,000' in line 3, '2,000' in line 4, "
    "'2,000' in line 5 and 6 more",
}  # fmt: skip


@pytest.mark.parametrize("written", DOUBTS, ids=" and ".join)
def test_what_can_mean_two_is_told_once_a_table(written: tuple[str, ...]) -> None:
    rows = [f'r{n},{2000 + n},PAK,BLR,X,"{value}",1000000,USD,ref' for n, value in enumerate(written)]
    _, told = read(lines(HEAD, *rows))

    line = 2 + next(n for n, value in enumerate(written) if value[-4:-3] in {",", "."})
    assert len(told) == 1
    assert told[0].startswith(f"trade.csv:{line}:19 BG111 {DOUBTS[written]}")


def test_a_precision_is_that_of_the_digits_that_were_meant() -> None:
    (relation,) = load(relation_with(lines(HEAD, ROWS[0].replace("15.1", '"1.247,50"')))).value.relations
    (figure,) = relation.facts

    assert isinstance(figure, TradeObservation)
    assert figure.value.half_unit == Decimal("0.005")


@given(st.lists(st.sampled_from(["", " ", '""', "\u00a0", "\u200b"]), max_size=20), st.sampled_from(",;\t"))
def test_no_row_of_nothing_is_a_fault(fields: list[str], mark: str) -> None:
    rows = [row.replace(",", mark) for row in (HEAD, *ROWS)]

    assert read(lines(*rows, mark.join(fields))) == (PLAIN, [])


def test_a_line_of_unicode_text_is_shown_in_its_letters() -> None:
    outside = relation_with(lines(*TABS).encode("utf-16"))

    assert source_lines(outside)(f"{FOLDER}/trade.csv", 2) == TABS[1]
    assert source_lines(relation_with("\ufeff" + lines(HEAD)))(f"{FOLDER}/trade.csv", 1) == HEAD
