"""What `briefgen fields` says of the names that templates know."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from briefgen.cli import main
from briefgen.compose.catalogue.language_words import language_words
from briefgen.compose.catalogue.record_fields import RECORDS, RecordFields
from briefgen.compose.template.parameters import FILTERS, FUNCTIONS
from briefgen.compose.template.sandbox import STOCK_FILTERS, TESTS
from briefgen.compose.values.template_value import field_names
from briefgen.model import template_names

ROOT = Path(__file__).parents[2]
SIGNS = {"==", "!=", "<", ">", "<=", ">="}
"""Tests that are written as signs, and are told by their names."""


def fields(*arguments: str) -> Any:  # noqa: ANN401 - what JSON holds
    result = CliRunner().invoke(main, ["fields", *arguments, "--format", "json", "--workspace", str(ROOT)])
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def named(name: str, *arguments: str) -> dict[str, Any]:
    (found,) = [word for word in fields(*arguments) if word["name"] == name and word["sort"] in {"value", "field"}]
    return dict(found)


def test_every_filter_test_and_function_there_is_has_its_sentence() -> None:
    assert {*FILTERS, *STOCK_FILTERS} == set(template_names.FILTERS)
    assert set(TESTS) - SIGNS - {"true", "false"} == set(template_names.TESTS)
    assert set(FUNCTIONS) - {"range"} <= {*template_names.FUNCTIONS, *template_names.BLOCKS}


def test_every_sentence_is_one() -> None:
    told = [word.about for word in language_words()] + [
        about for one in RECORDS.values() for about in one.fields.values()
    ]

    assert [about for about in told if not about.endswith(".") or about != about.strip()] == []


@pytest.mark.parametrize("record", RECORDS.values(), ids=RECORDS)
def test_what_can_be_asked_of_a_computed_value_is_told_field_by_field(record: RecordFields) -> None:
    blank: object = object.__new__(record.of)

    assert sorted(record.fields) == field_names(blank)


def test_a_field_is_told_with_type_example_and_who_sees_it() -> None:
    found = named("visits.date", "visits")

    assert (found["type"], found["example"]) == ("date", "May 2015")
    assert found["audiences"] == ["business", "minister", "parliament", "public", "researcher"]


def test_what_an_audience_may_not_know_is_no_example_of_its_own() -> None:
    found = named("recommendations", "recommendations")

    assert found["audiences"] == ["business", "minister", "parliament", "researcher"]
    assert found["example"] == "16"
    assert named("recommendations", "recommendations", "-a", "public")["example"] == ""


def test_a_section_is_told_by_what_its_tags_name() -> None:
    told = {word["name"] for word in fields("forums")}

    assert {"options.limit", "forums", "forums.name", "fitted", "cite"} <= told
    assert not {"visits", "money", "forums.url"} & told


def test_a_figure_of_trade_is_shown_as_a_brief_prints_it() -> None:
    assert named("trade.turnover", "trade")["example"] == "about US$50.2\u00a0million"


def test_an_unknown_name_is_told_with_the_one_that_is_meant() -> None:
    result = CliRunner().invoke(main, ["fields", "visit.date", "--workspace", str(ROOT)])

    assert result.exit_code == 2
    assert "did you mean 'visits.date'" in result.stderr
