from __future__ import annotations

from relation_files import diagnostics_of


def test_two_pages_pass() -> None:
    found = diagnostics_of(
        {
            "references.json": """\
[{"id": "ref", "type": "book", "title": "T", "author": [{"family": "A"}]},
 {"id": "a", "type": "report", "title": "U", "author": [{"family": "B"}], "URL": "https://example.org/x"},
 {"id": "b", "type": "report", "title": "U", "author": [{"family": "B"}], "URL": "https://example.org/y"}]
""",
        },
        only="BG245",
    )

    assert found == []


def test_one_page_under_two_ids_is_told() -> None:
    found = diagnostics_of(
        {
            "references.json": """\
[{"id": "ref", "type": "book", "title": "T", "author": [{"family": "A"}]},
 {"id": "a", "type": "report", "title": "U", "author": [{"family": "B"}], "URL": "https://example.org/x"},
 {"id": "b", "type": "report", "title": "U", "author": [{"family": "B"}], "URL": "http://www.Example.org/x/"}]
""",
        },
        only="BG245",
    )

    assert found == [
        "references.json:3:2: warning[BG245] 'b' and 'a' are both example.org/x",
    ]
