from __future__ import annotations

from rules.records import book, other_book, references
from samples.relation_files import diagnostics_of


def report(name: str, address: str) -> dict[str, object]:
    """One report, as it may be found twice."""
    return other_book(id=name, type="report", URL=address)


def test_two_pages_pass() -> None:
    found = diagnostics_of(
        {
            "references.json": references(
                book(),
                report("a", "https://example.org/x"),
                report("b", "https://example.org/y"),
            )
        },
        only="BG245",
    )

    assert found == []


def test_one_page_under_two_ids_is_told() -> None:
    found = diagnostics_of(
        {
            "references.json": references(
                book(),
                report("a", "https://example.org/x"),
                report("b", "http://www.Example.org/x/"),
            )
        },
        only="BG245",
    )

    assert found == ["references.json:3:2: warning[BG245] 'b' and 'a' are both example.org/x"]
