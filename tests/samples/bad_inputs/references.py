"""References in CSL-JSON and BibTeX."""

from __future__ import annotations

import json

from samples.bad_inputs.data import INSTEAD
from samples.bad_inputs.spoiling import INPUTS, LIMIT, Case, each, folder, gone, pipe, swap, whole
from samples.small_workspace import FILES, FOLDER

J, B = f"{FOLDER}/references.json", f"{FOLDER}/references.bib"
RECORD = {
    "id": "book", "type": "book", "title": "A book", "author": [{"family": "Author"}], "publisher": "Press",
    "issued": {"date-parts": [[2020]]},
}  # fmt: skip


def record(said: str, code: str, exit_code: int = INPUTS, **fields: object) -> Case:
    """The one record with other fields."""
    text = json.dumps([{**RECORD, **fields}], ensure_ascii=False)
    return Case(whole(J, text), f"{J}:1:{_column(text, fields)}: error[{code}] {said}", exit_code)


def _column(text: str, fields: dict[str, object]) -> int:
    """Where the value of the one field stands, or of the one field of `custom`."""
    (name, value) = next(iter(fields.items()))
    name = next(iter(value)) if isinstance(value, dict) and name == "custom" else name
    return text.index(f'"{name}": ') + len(f'"{name}": ') + 1


def syntax(old: str, new: str, line: int, column: int, said: str, code: str = "BG104") -> Case:
    """The file with a slip."""
    return Case(swap(J, old, new), f"{J}:{line}:{column}: error[{code}] {said}")


def whole_json(text: str | bytes, place: str, said: str, exit_code: int = INPUTS) -> Case:
    """Another text for the whole file; `said` begins with the code."""
    return Case(whole(J, text), f"{J}:{place}: error[{said[:5]}]{said[5:]}", exit_code)


def bib(text: str, place: str, said: str, exit_code: int = INPUTS) -> Case:
    """References in BibTeX instead."""
    return Case(each(gone(J), whole(B, text)), f"{B}:{place}: error[{said[:5]}]{said[5:]}", exit_code)


def kept(text: str, said: str, place: str = "1:1") -> Case:
    """References in BibTeX of which not all is kept: briefs are made all the same."""
    changed = each(gone(J), whole(B, text))
    return Case(changed, f"{B}:{place}: warning[BG125] not all of 'book' is kept: {said}", 0, makes=True)


def address(written: str, why: str = "is none of http, https or mailto") -> Case:
    """An address that no link may lead to."""
    return record(f"the address '{written}' {why}", "BG123", URL=written)


_STRINGS = "\n".join(f"@string{{s{n} = {' # '.join([f's{n - 1}'] * 10)}}}" for n in range(1, 10))

CASES: dict[str, Case] = {
    # ------------------------------------------------------------ JSON
    "deep lists": whole_json("[" * 100_000, "1:25", "BG103 is nested deeper than 24 levels", LIMIT),
    "deep groups": whole_json('[{"a":' * 50_000, "1:73", "BG103 is nested deeper than 24 levels", LIMIT),
    "many values": whole_json(f"[{'0,' * 200_000}0]", "1:400002", "BG103 holds more than 200000 values", LIMIT),
    "a large file": Case(whole(J, " " * 8_000_001), f"{J}: error[BG103] is larger than 8 MB", LIMIT),
    "NaN": syntax("[2020]", "[NaN]", 3, 31, "NaN is no number of JSON"),
    "infinity": syntax("[2020]", "[-Infinity]", 3, 31, "-Infinity is no number of JSON"),
    "1e400": syntax("[2020]", "[1e400]", 3, 31, "1e400 is larger than any number"),
    "5000 digits": syntax("[2020]", f"[{'9' * 5000}]", 3, 31, "a number has 5000 digits, at most 18 are read"),
    "a key twice": syntax('"publisher"', '"type": "x", "publisher"', 2, 87, "'type' is given twice", "BG105"),
    "a comma behind a field": syntax('book"}', 'book",}', 3, 73, "is not well-formed JSON: nothing follows this comma"),
    "a comma behind a record": syntax("}\n]", "},\n]", 3, 74, "is not well-formed JSON: nothing follows this comma"),
    "single quotes": syntax('"A book"', "'A book'", 2, 43, "is not well-formed JSON"),
    "a group": whole_json("{}", "1:1", "BG104 is not well-formed JSON: a list of references was expected"),
    "nothing": whole_json("", "1:1", "BG104 is not well-formed JSON: a list of references was expected"),
    "a comment": whole_json(f"// x\n{FILES[J]}", "1:1", "BG104 is not well-formed JSON: JSON has no comments"),
    "words behind": whole_json(f"{FILES[J]}x", "5:1", "BG104 is not well-formed JSON: nothing may follow"),
    "half a file": whole_json(FILES[J][:60], "2:53", "BG104 is not well-formed JSON"),
    "UTF-16": whole_json(FILES[J].encode("utf-16"), "1:1", "BG102 is not UTF-8: byte 0xFF"),
    "a number for a record": whole_json("[1]", "1:2", "BG108 a reference is a group of fields"),
    "null for a record": whole_json("[null]", "1:2", "BG108 a reference is a group of fields"),
    "no file": Case(gone(J), f"{J}: error[BG101] is missing"),
    "a pipe": Case(pipe(J), f"{J}: {INSTEAD}"),
    "a folder": Case(folder(J), f"{J}: {INSTEAD}"),
    # ------------------------------------------------------------ records
    "no id": record("a reference needs 'id'", "BG107", id=None),
    "a number for an id": record("a reference needs 'id'", "BG107", id=5),
    "a long id": record(f"'{'a' * 60}…': an id has at most 100 characters", "BG108", id="a" * 300),
    "a list of titles": record("a reference needs 'title'", "BG107", title=["A"]),
    "a blank title": record("a reference needs 'title'", "BG107", title="  "),
    "an id twice": Case(
        whole(J, json.dumps([RECORD, RECORD])), f"{J}:1:145: error[BG201] the id 'book' is used twice"
    ),
    "an id in two cases": Case(
        whole(J, json.dumps([RECORD, {**RECORD, "id": "Book"}])),
        f"{J}:1:145: error[BG201] the id 'Book' is 'book' in other capitals",
    ),
    "a date in letters": record("issued '0x': not a date", "BG110", issued={"date-parts": [["x"]]}),
    "month 17": record("issued '2020-17': there is no month 17", "BG110", issued={"date-parts": [[2020, 17]]}),
    "a date of no parts": record("issued '': not a date", "BG110", issued={"date-parts": [[]]}),
    "a list of dates": record("'accessed' is no date", "BG108", accessed=[2020]),
    "an author in words": record("'author' is no list of names", "BG108", author="Author, A."),
    "an author without a name": record("'author' is no list of names", "BG108", author=[{}]),
    "a group for a volume": record("'volume' is neither a text nor a number", "BG108", volume={"a": 1}),
    "a list of addresses": record("'URL' is neither a text nor a number", "BG108", URL=["https://example.org"]),
    "an unknown class": record("'rumour' is no source class", "BG109", custom={"source_class": "rumour"}),
    "a label in other letters": record("'publi\u0441' is no", "BG109", custom={"sensitivity": "publi\u0441"}),
    "an unknown topic": record("'gossip' is no topic", "BG109", custom={"topics": "gossip"}),
    "a list for the custom fields": record("'custom' is no group of fields", "BG108", custom=[1]),
    "a surrogate escaped": syntax("A book", "A \\ud800", 2, 43, "holds an escape for the character U+D800", "BG102"),
    "ESC escaped": syntax("A book", "A \\u001b", 2, 43, "holds an escape for the character U+001B", "BG102"),
    "right to left escaped": syntax("A book", "\\u202e", 2, 43, "holds an escape for the character U+202E", "BG102"),
    "NUL in a key": syntax('"publisher"', '"a\\u0000": 1, "publisher"', 2, 87, "holds an escape for the", "BG102"),
    "a script for an address": address("javascript:alert(1)"),
    "a script in capitals": address("JaVaScRiPt:alert(1)"),
    "a file for an address": address("file:///etc/passwd"),
    "data for an address": address("data:text/html,x"),
    "a page of a file": address("pdf:/etc/passwd"),
    "an address without a host": address("http://", "has no host"),
    "an address with a blank": address("https://exa mple.org/", "holds a blank"),
    "an address with a port that there cannot be": address("https://example.org:99999/x", "has the port '99999'"),
    "an address with a password": address("https://user:pw@example.org/", "holds a name or password"),
    "an address in brackets": address("https://example.org/<x>", "holds '<'"),
    # ------------------------------------------------------------ BibTeX
    "an open brace": bib("@book{book, title={A book, year=2020\n", "1:1", "BG104 the entry that begins here is not"),
    "an open quote": bib('@book{book, title="A book\n}', "1:1", "BG104 the entry that begins here is not"),
    "an unknown type": kept("@thing{book, title={A}}", "'@thing' is no type that briefgen knows"),
    "an unknown string": kept("@book{book,\n title=foo}", "there is no @string 'foo' for 'title'"),
    "a field twice": kept("@book{book, title={A}, title={B}}", "'title' is given twice, and the first is read"),
    "an entry twice": bib("@book{book, title={A}}\n" * 2, "2:1", "BG105 the entry 'book' is given twice"),
    "an entry without a key": Case(
        each(gone(J), whole(B, "@book{, title={A}}")), f"{B}:1:1: warning[BG125] an entry without a key is left out"
    ),
    "an entry without a title": bib("@book{book, year=2020}", "1:1", "BG107 a reference needs 'title'"),
    "a command for a title": kept(
        "@book{book, title={\\input{/etc/passwd}}}", "nobody knows the command '\\input'"
    ),
    "ESC in an entry": bib("@book{book, title={A\x1b}}", "1:21", "BG102 the character U+001B (a control character)"),
    "a script in an entry": kept(
        "@book{book, title={A}, url={javascript:x}}", "the address 'javascript:x' is none of http, https or mailto"
    ),
    "a month of 5000 digits": kept(
        f"@book{{book, title={{A}}, year=2020, month={'9' * 5000}}}", "'2020-9999"
    ),
    "braces in braces": bib(
        f"@book{{book, title={{{'{' * 3000}x{'}' * 3000}}}}}", "1:1", "BG103 this entry is nested too deeply", LIMIT
    ),
    "a long field": bib(f"@book{{book,\n title={{{'x' * 10_001}}}}}", "2:1", "BG103 'title' is longer than 100", LIMIT),
    "strings of strings": bib(
        f'@string{{s0 = "0123456789"}}\n{_STRINGS}\n@book{{book, title={{A}}}}', "5:1", "BG103 's4' is longer", LIMIT
    ),
    "many entries": Case(
        each(gone(J), whole(B, "@book{book, title={A}}\n" * 20_001)),
        f"{B}: error[BG103] holds more than 20000 entries",
        LIMIT,
    ),
    "both files": Case(whole(B, "@book{book, title={A}}"), f"{B}:1:1: error[BG201] the id 'book' is used twice"),
}  # fmt: skip
"""What is wrong → how it is told."""
