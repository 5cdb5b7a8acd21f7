"""references.json: CSL-JSON as reference managers export it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.diagnostics import Report, print_short
from briefgen.load.references.csl_json import parse_references
from briefgen.model.facts.parties_people_references import Author

if TYPE_CHECKING:
    from briefgen.model.facts.relation import Reference

MINIMAL = {"id": "a", "type": "book", "title": "T"}


def parsed(text: str) -> tuple[list[Reference], list[str]]:
    """The references and what was reported."""
    report = Report()
    found = parse_references(text, "r.json", report)
    return found, [print_short(d) for d in report.diagnostics]


def with_fields(**fields: object) -> str:
    """A list of one reference."""
    return json.dumps([{**MINIMAL, **fields}])


def test_a_record_of_a_reference_manager_is_read() -> None:
    found, told = parsed(
        with_fields(
            author=[{"family": "Raza", "given": "M."}, {"literal": "A Ministry"}],
            issued={"date-parts": [["2021", 4, "3"]]},
            accessed={"date-parts": [[2021, 4, 23]]},
            URL="https://example.org/",
            custom={"source_class": "official", "seed": "B1 B2"},
        )
    )

    assert told == []
    assert found[0].authors == (Author(family="Raza", given="M."), Author(family="A Ministry"))
    assert str(found[0].issued) == "2021-04-03"
    assert found[0].seed == ("B1", "B2")
    assert found[0].source_class == "official"


@pytest.mark.parametrize("issued", [{"raw": "2021-04"}, {"literal": "2021-04"}, "2021-04", {"date-parts": [[2021, 4]]}])
def test_dates_of_other_exports_are_read(issued: object) -> None:
    assert str(parsed(with_fields(issued=issued))[0][0].issued) == "2021-04"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{}", "r.json:1:1: error[BG104] is not well-formed JSON: a list of references was expected"),
        ('[{"id": "a",}]', "r.json:1:12: error[BG104] is not well-formed JSON: nothing follows this comma"),
        ('[{"id": "a"},\n]', "r.json:1:13: error[BG104] is not well-formed JSON: nothing follows this comma"),
        ('[{"id": ]', "r.json:1:9: error[BG104] is not well-formed JSON: a value is missing here"),
        ('[{"id": "a"', "r.json:1:12: error[BG104] is not well-formed JSON"),
        ("[] x", "r.json:1:4: error[BG104] is not well-formed JSON: nothing may follow the list"),
        ('[\n{"id": "a", "id": "b"}]', "r.json:2:13: error[BG105] 'id' is given twice in one record"),
        ('[{"a": NaN}]', "r.json:1:8: error[BG104] NaN is no number of JSON"),
        ("[" * 100_000, "r.json:1:25: error[BG103] is nested deeper than 24 levels"),
        ('[\n  {"id": "a"}]', "r.json:2:3: error[BG107] a reference needs 'type'"),
        ('[{"a": 1e400}]', "r.json:1:8: error[BG104] 1e400 is larger than any number"),
        (f'[{{"a": {"9" * 19}}}]', "r.json:1:8: error[BG104] a number has 19 digits, at most 18 are read"),
        (f"[{'0,' * 200_000}0]", "r.json:1:400002: error[BG103] holds more than 200000 values"),
        (
            '[{"id": "a", "type": "book"},]',
            "r.json:1:29: error[BG104] is not well-formed JSON: nothing follows this comma",
        ),
        (with_fields(author="Raza"), "r.json:1:54: error[BG108] 'author' is no list of names"),
        (with_fields(editor=[{"family": 5}]), "r.json:1:54: error[BG108] 'editor' is no list of names"),
        (with_fields(volume={"a": 1}), "r.json:1:54: error[BG108] 'volume' is neither a text nor a number"),
        (with_fields(submitted=[2020]), "r.json:1:57: error[BG108] 'submitted' is no date"),
        (with_fields(custom=[1]), "r.json:1:54: error[BG108] 'custom' is no group of fields"),
        (with_fields(id="a" * 101), f"r.json:1:9: error[BG108] '{'a' * 60}…': an id has at most 100 characters"),
        (
            with_fields(URL=" JavaScript:alert(1)"),
            "r.json:1:51: error[BG123] the address 'JavaScript:alert(1)' is none",
        ),
        (with_fields(URL="file:///etc/passwd"), "r.json:1:51: error[BG123] the address 'file:///etc/passwd' is none"),
        ("[1]", "r.json:1:2: error[BG108] a reference is a group of fields"),
        (with_fields(issued={"date-parts": [[2021, 17]]}), "r.json:1:54: error[BG110] issued '2021-17'"),
        (with_fields(issued={"date-parts": [[None]]}), "r.json:1:54: error[BG110] issued 'None'"),
        (with_fields(issued={"date-parts": [1]}), "r.json:1:54: error[BG110] issued ''"),
        (
            with_fields(custom={"sensitivty": "restricted"}),
            "r.json:1:55: error[BG106] 'custom' has no field 'sensitivty'",
        ),
        (
            with_fields(custom={"topic": "trade"}),
            "r.json:1:55: error[BG106] 'custom' has no field 'topic'",
        ),
        (with_fields(custom={"seed": 12}), "r.json:1:63: error[BG108] 'custom.seed' is no text"),
        (
            with_fields(custom={"sensitivity": ["official"]}),
            "r.json:1:70: error[BG108] 'custom.sensitivity' is no text",
        ),
        (with_fields(custom={"source_class": "rumour"}), "r.json:1:71: error[BG109] 'rumour' is no source class"),
        (with_fields(title="a\u202eb"), "r.json:1:39: error[BG102] holds an escape for the character U+202E"),
        (
            with_fields(author=[{"family": "\ue000"}]),
            "r.json:1:66: error[BG102] holds an escape for the character U+E0",
        ),
    ],
)
def test_what_is_wrong_is_told_at_its_place(text: str, message: str) -> None:
    _, told = parsed(text)

    assert [line for line in told if line.startswith(message)], told


@pytest.mark.parametrize("author", [None, 5, "Raza", [5], [{}], [{"family": 5}]])
def test_odd_authors_do_not_stop_the_reading(author: object) -> None:
    found, _ = parsed(with_fields(author=author))

    assert len(found) == 1


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=12,
)
_FIELDS = st.sampled_from(["id", "type", "title", "author", "issued", "accessed", "URL", "custom", "container-title"])


@settings(max_examples=400, deadline=None)
@given(st.lists(st.dictionaries(_FIELDS, _JSON, max_size=9), max_size=3))
def test_any_json_gives_references_or_diagnostics(records: list[dict[str, object]]) -> None:
    found, told = parsed(json.dumps(records))

    assert len(found) == len(records) or told
