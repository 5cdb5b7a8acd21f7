"""Data in CSV."""

from __future__ import annotations

from samples.bad_inputs.data import INSTEAD
from samples.bad_inputs.spoiling import LIMIT, Case, folder, pipe, swap, whole
from samples.small_workspace import FILES, FOLDER

T, P = f"{FOLDER}/trade.csv", f"{FOLDER}/products.csv"
HEAD = FILES[T].split("\n")[0]


def cell(old: str, new: str | bytes, column: int, said: str, code: str = "BG111") -> Case:
    """The first figure with something in place of a value."""
    return Case(swap(T, old, new), f"{T}:2:{column}: error[{code}] {said}")


def figure(written: str) -> Case:
    """The first figure with something that is no number."""
    return cell("15.1", written, 20, f"'{written}': not a plain number such as 50.2")


CASES: dict[str, Case] = {
    "bars": Case(whole(T, FILES[T].replace(",", "|")), f"{T}:1: error[BG107] the column 'currency' is missing"),
    "a decimal comma": cell("15.1", "15,1", 1, "this row has 11 fields, the header has 10", "BG104"),
    "a comma of thousands or decimals": Case(
        whole(T, FILES[T].replace("15.1", '"1,247"').replace("35.1", "35")),
        f"{T}:2:20: error[BG111] '1,247' can mean 1247 or 1.247",
    ),
    "an open quote": Case(swap(T, "as told", '"as told'), f"{T}:2: error[BG104] cannot be read as CSV: the quotation"),
    "a quote inside": Case(swap(T, "as told", '"as" told'), f"{T}:2: error[BG104] cannot be read as CSV"),
    "a field too few": cell(",USD,", ",", 1, "this row has 9 fields, the header has 10", "BG104"),
    "nothing": Case(whole(T, ""), f"{T}:1: error[BG104] has no header line"),
    "no header": Case(whole(T, FILES[T].split("\n", 1)[1]), f"{T}:1:1: error[BG106] there is no column 't-a'"),
    "a column twice": Case(swap(T, "note", "id"), f"{T}:1:63: error[BG105] the column 'id' is given twice"),
    "a column misspelt": Case(swap(T, "currency", "curency"), f"{T}:1:46: error[BG106] there is no column 'curency'"),
    "a million rows": Case(
        whole(T, HEAD + "\n" + "x\n" * 1_000_000), f"{T}:20002:1: error[BG103] holds more than 20000 rows", LIMIT
    ),
    "a million commas": Case(
        whole(T, HEAD + "\n" + "," * 1_000_000), f"{T}:2:1: error[BG103] this row has 1000001 fields", LIMIT
    ),
    "a million columns": Case(
        whole(T, ",".join("id" for _ in range(1_000_000))), f"{T}:1:1: error[BG103] this row has 1000000", LIMIT
    ),
    "a long field": Case(
        swap(T, "as told", "x" * 200_000), f"{T}:2:42: error[BG103] this field is longer than 10000", LIMIT
    ),
    "half of UTF-16": Case(whole(T, FILES[T].encode("utf-16")[:-1]), f"{T}:3:42: error[BG102] is not UTF-8: byte 0x0A"),
    "Latin-1": cell("as told", b"\xe9", 42, "is not UTF-8: byte 0xE9", "BG102"),
    "NUL": cell("as told", "as\x00told", 44, "the character U+0000 (a control character)", "BG102"),
    "right to left": cell("as told", "\u202ex", 42, "the character U+202E (right-to-left override)", "BG102"),
    "two marks of byte order": Case(
        whole(T, "\ufeff\ufeff" + FILES[T]), f"{T}:1:1: error[BG102] the character U+FEFF (zero width no-break space)"
    ),
    "a control behind the mark": Case(
        whole(T, "\ufeff\x01" + FILES[T]), f"{T}:1:1: error[BG102] the character U+0001 (a control character)"
    ),
    **{f"the figure {n}": figure(n) for n in (
        "nan", "inf", "1e400", "1e5", "1_000", "\u0661\u0662", "+5", ".5", "5.", "0x1f", "=1+1", "$15", "15.1%",
    )},
    "the figure of 5000 digits": cell("15.1", "9" * 5000, 20, f"'{'9' * 60}…': a number has at most 18 digits"),
    "below zero": cell("15.1", "-15.1", 20, "2019 PAK to BLR (X) is -15.1", "BG244"),
    "a scale of its own": cell("1000000", "1e6", 25, "'1e6' is not one of the known words", "BG109"),
    "a currency that is none": cell("USD", "DOL", 33, "'DOL' is no currency", "BG216"),
    "no currency": cell("USD", "", 1, "a trade figure needs 'currency'", "BG107"),
    "an unknown flow": cell(",X,", ",Y,", 18, "'Y' is not one of the known words", "BG109"),
    "an unknown country": cell("PAK,BLR", "PAK,ZZZ", 14, "'ZZZ' is no country code", "BG203"),
    "a country in small letters": cell("PAK,BLR", "pak,BLR", 10, "'pak' is no country code", "BG203"),
    "an unknown source": cell("book,as", "bok,as", 37, "there is no reference 'bok'", "BG213"),
    "one unknown source of two": cell("book,as", "book;;bok,as", 37, "there is no reference 'bok'", "BG213"),
    "an id that climbs": cell("t-a", "../a", 1, "'../a': an id is lower-case letters", "BG108"),
    "an id twice": Case(swap(T, "t-b", "t-a"), f"{T}:3:1: error[BG201] the id 't-a' is used twice"),
    "month 13": cell("2019,PAK", "2019-13,PAK", 5, "'2019-13': there is no month 13", "BG110"),
    "a label in other letters": Case(
        whole(T, FILES[T].replace(",note", ",sensitivity").replace("as told", "publi\u0441")),
        f"{T}:2:42: error[BG109] 'publi\u0441' is not one of the known words",
    ),
    "a code of goods that is none": Case(swap(P, "8701", "87x"), f"{P}:2:22: error[BG217] '87x' is no HS code"),
    "a pipe": Case(pipe(T), f"{T}: {INSTEAD}"),
    "a folder": Case(folder(P), f"{P}: {INSTEAD}"),
}  # fmt: skip
"""What is wrong → how it is told."""
