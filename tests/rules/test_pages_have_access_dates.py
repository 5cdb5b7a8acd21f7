from __future__ import annotations

import json

import pytest

from rules.records import day, page, references
from samples.relation_files import diagnostics_of


def test_a_page_with_its_date_of_access_passes() -> None:
    found = diagnostics_of({"references.json": references(page(accessed=day(2021, 4, 23)))}, only="BG247")

    assert found == []


def test_a_page_without_its_date_of_access_is_told() -> None:
    found = diagnostics_of({"references.json": references(page())}, only="BG247")

    assert found == ["references.json:1:2: warning[BG247] 'ref' is a webpage without a date of access"]


def test_a_page_read_before_it_was_issued_is_told() -> None:
    found = diagnostics_of(
        {"references.json": references(page(issued=day(2022), accessed=day(2021, 4, 23)))}, only="BG247"
    )

    assert found == ["references.json:1:2: warning[BG247] 'ref' was read 2021-04-23, before it was issued 2022"]


@pytest.mark.parametrize(
    "kind", ["article-newspaper", "article-magazine", "article-journal", "book", "report", "entry"]
)
def test_what_is_printed_needs_no_date_of_access(kind: str) -> None:
    printed = {"id": "ref", "type": kind, "title": "T"}

    assert diagnostics_of({"references.json": json.dumps([printed])}, only="BG247") == []


@pytest.mark.parametrize(
    ("kind", "called"),
    [
        ("webpage", "a webpage"),
        ("post", "a post"),
        ("post-weblog", "a post in a blog"),
        ("article-newspaper", "an article of a newspaper"),
    ],
)
def test_what_is_read_on_its_page_needs_one(kind: str, called: str) -> None:
    online = {"id": "ref", "type": kind, "title": "T", "URL": "https://e.org/"}

    assert diagnostics_of({"references.json": json.dumps([online])}, only="BG247") == [
        f"references.json:1:2: warning[BG247] 'ref' is {called} without a date of access"
    ]
