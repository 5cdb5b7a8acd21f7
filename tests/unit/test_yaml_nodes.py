"""YAML: no type guessing, a place for every value, bounds before anything is built."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.diagnostics import Report, print_short
from briefgen.load.nodes.node import Mapping, Node, Scalar, Sequence
from briefgen.load.nodes.yaml_nodes import MAX_DEPTH, MAX_NODES, parse_yaml


def parsed(text: str) -> tuple[Node | None, list[str]]:
    """The tree and what was reported."""
    report = Report()
    node = parse_yaml(text, "f.yaml", report)
    return node, [print_short(d) for d in report.diagnostics]


def plain(node: Node | None) -> object:
    """A tree as lists and dicts of strings."""
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return [plain(item) for item in node.items]
        case Mapping():
            return {key: plain(value) for key, value in node.items.items()}
        case _:
            return None


@pytest.mark.parametrize("word", ["NO", "yes", "on", "null", "~", "0804", "1:30", "1e3", "2015", "2015-05-29", "0x1F"])
def test_a_value_is_the_text_that_was_written(word: str) -> None:
    assert plain(parsed(f"a: {word}\n")[0]) == {"a": word}


def test_every_value_has_its_place() -> None:
    node, _ = parsed("- id: a\n  list:\n    - x\n    - {b: 'y'}\n")
    assert isinstance(node, Sequence)
    record = node.items[0]
    assert isinstance(record, Mapping)
    assert str(record.place) == "f.yaml:1:3"
    assert str(record.keys["list"]) == "f.yaml:2:3"
    assert [str(item.place) for item in record.items["list"].items] == ["f.yaml:3:7", "f.yaml:4:7"]  # type: ignore[union-attr]


def test_a_folded_text_is_one_line() -> None:
    assert plain(parsed("a: >\n  one\n  two\n")[0]) == {"a": "one two"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: 1\nb: 2\na: 3\n", "f.yaml:3:1: error[BG105] 'a' is given twice, first in line 1"),
        ("a: &x 1\nb: *x\n", "f.yaml:1:4: error[BG104] uses an anchor (&x)"),
        ("a: *x\n", "f.yaml:1:4: error[BG104] uses an alias (*)"),
        ("a: !!python/object:os.system x\n", "f.yaml:1:4: error[BG104] uses a tag (tag:yaml.org,2002:python/object:os"),
        ("a: 1\n---\nb: 2\n", "f.yaml:2:1: error[BG104] holds more than one document"),
        ("a:\n\t- b\n", "f.yaml:2:1: error[BG104] is not well-formed YAML"),
        ("a: [1, 2\n", "f.yaml:2:1: error[BG104] is not well-formed YAML"),
        ("a: 'open\n", "f.yaml:2:1: error[BG104] is not well-formed YAML"),
        ("a: b: c\n", "f.yaml:1:5: error[BG104] is not well-formed YAML"),
        ("? [a, b]\n: c\n", "f.yaml:1:3: error[BG104] uses a list or group as a key"),
        ('a: "\\u202e"\n', "f.yaml:1:4: error[BG102] holds an escape for the character U+202E"),
        ('a: "\\0"\n', "f.yaml:1:4: error[BG102] holds an escape for the character U+0000"),
        ('a: "\\uE0001"\n', "f.yaml:1:4: error[BG102] holds an escape for the character U+E000"),
        ("[" * (MAX_DEPTH + 1), f"f.yaml:1:25: error[BG103] is nested deeper than {MAX_DEPTH} levels"),
        ("- " * 60_000 + "x", f"f.yaml:1:49: error[BG103] is nested deeper than {MAX_DEPTH} levels"),
        ("- x\n" * (MAX_NODES + 1), f"f.yaml:{MAX_NODES}:3: error[BG103] holds more than {MAX_NODES} values"),
    ],
)
def test_what_is_refused_is_told_at_its_place(text: str, message: str) -> None:
    _, found = parsed(text)

    assert [line for line in found if line.startswith(message)], found


def test_a_tab_gets_its_hint() -> None:
    report = Report()
    parse_yaml("a:\n\tb: 1\n", "f.yaml", report)

    assert report.diagnostics[0].hint == "indent with blanks, not tabs"


def test_an_empty_file_holds_nothing() -> None:
    assert parsed("# only a comment\n") == (None, [])


@settings(max_examples=400, deadline=None)
@given(st.text(alphabet="ab:-[]{}&*!|>'\"#%@`,? \n\t\\x0uE", max_size=60))
def test_any_text_is_read_or_refused_with_places_inside_it(text: str) -> None:
    node, found = parsed(text)
    lines = text.split("\n")

    for place in [*places(node), *(line.split(" ")[0].removeprefix("f.yaml:") for line in found)]:
        line, _, column = str(place).removeprefix("f.yaml:").rstrip(":").partition(":")
        assert 1 <= int(line) <= len(lines) + 1
        assert 1 <= int(column or 1) <= len(lines[int(line) - 1] if int(line) <= len(lines) else "") + 1


def places(node: Node | None) -> list[object]:
    """The places of a tree's values."""
    match node:
        case Sequence():
            return [node.place, *(place for item in node.items for place in places(item))]
        case Mapping():
            return [node.place, *(place for item in node.items.values() for place in places(item))]
        case _:
            return [node.place] if node else []


@pytest.mark.parametrize("value", ["> 20 documents", ">20 documents", ">= 2", ">=2 groups"])
def test_a_bound_that_yaml_reads_as_its_own_sign_is_told_with_two_ways_out(value: str) -> None:
    report = Report()

    assert parse_yaml(f"- id: stock\n  count: {value}\n  note: x\n", "f.yaml", report) is None
    (told,) = report.diagnostics
    assert (told.code, told.place.line) == ("BG104", 2)
    assert told.hint == (
        "put a value that begins with > in quotes, as YAML reads that sign otherwise; or write 'more than 80'"
    )
