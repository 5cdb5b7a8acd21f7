"""The pages of schemas and styles have every key as it is declared, and examples that may stand there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import jsonschema
import pytest

from samples.schema_tables import (
    ANY_NAME,
    BEGIN,
    END,
    TOLD_ELSEWHERE,
    TOLD_HERE,
    keys,
    names,
    schema,
    schema_tables,
    shipped_example,
    style_tables,
)
from samples.schema_words import example_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from samples.schema_tables import Key, Schema

DOCS = Path(__file__).parents[2] / "docs"
PAGES = {"schemas.md": schema_tables, "styles.md": style_tables}
SCHEMAS = (*TOLD_HERE, "style")


@pytest.mark.parametrize(("page", "made"), PAGES.items(), ids=PAGES)
def test_a_page_has_what_is_declared(page: str, made: Callable[[], str], request: pytest.FixtureRequest) -> None:
    before, _, rest = (DOCS / page).read_text(encoding="utf-8").partition(f"{BEGIN}\n\n")
    told, _, after = rest.rpartition(f"\n\n{END}")
    if request.config.getoption("--update-golden"):
        (DOCS / page).write_text(f"{before}{BEGIN}\n\n{made()}\n\n{END}{after}", encoding="utf-8")
        told = made()

    assert told == made()


def test_every_schema_is_told_somewhere() -> None:
    page = (DOCS / "schemas.md").read_text(encoding="utf-8")
    rows = {line.split("`")[1].removesuffix(".schema.json") for line in page.splitlines() if line.startswith("| `") and
            ".schema.json`" in line}  # fmt: skip
    data = (DOCS / "data.md").read_text(encoding="utf-8")
    elsewhere = [name for name in names() if name not in {*TOLD_HERE, *TOLD_ELSEWHERE}]

    assert rows == set(names())
    assert [name for name in elsewhere if f"### {name}." not in data and f"### {name}/" not in data] == []


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_key_says_what_it_is(name: str) -> None:
    assert [".".join(key.path) for key in keys(schema(name)) if not key.schema.get("description")] == []


@pytest.mark.parametrize("name", SCHEMAS)
def test_what_is_shown_as_an_example_may_stand_there(name: str) -> None:
    """Also of what a key counts as where it is left out: written down, it is read."""
    whole = schema(name)
    refused = [
        (key.path, value)
        for key in keys(whole)
        for value in _values_of(key, name)
        if not any(judge_of(key, whole).is_valid(read) for read in _as_read(value))
    ]

    assert refused == []


def _values_of(key: Key, name: str) -> list[object]:
    """What the page shows for a key: its example, and what it counts as."""
    found = shipped_example(name, key.path)
    shown = example_of(key.schema, schema(name).get("$defs", {})) if found is None else found
    return [value for value in (shown, key.schema.get("default")) if value is not None]


def judge_of(key: Key, whole: Schema) -> jsonschema.Draft202012Validator:
    """What says whether a value may stand at a key."""
    return jsonschema.Draft202012Validator({"$defs": whole.get("$defs", {}), **key.schema})


def _as_read(value: object) -> list[object]:
    """A value, and what a number that stands in quotation marks here is without them."""
    if not isinstance(value, str):
        return [value]
    number = [float(value)] if value.replace(".", "", 1).isdigit() else []
    return [value, *number, *([int(value)] if value.isdigit() else [])]


def test_a_wrong_example_would_be_noticed() -> None:
    key = next(key for key in keys(schema("style")) if key.path == ("page", "width_mm"))
    judge = judge_of(key, schema("style"))

    assert judge.is_valid(210)
    assert not any(judge.is_valid(read) for read in _as_read("1201"))


def test_many_keys_that_take_the_same_are_told_as_one() -> None:
    told = {".".join(key.path) for key in keys(schema("audience"))}

    assert f"stale_after.{ANY_NAME}.months" in told
    assert "stale_after.visits" not in told
    assert {"limits.pages", "limits.acronyms"} <= told
