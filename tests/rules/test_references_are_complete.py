from __future__ import annotations

from relation_files import diagnostics_of


def test_a_page_with_its_date_of_access_passes() -> None:
    found = diagnostics_of(
        {
            "references.json": """\
[{"id": "ref", "type": "webpage", "title": "T", "author": [{"family": "A"}],
  "accessed": {"date-parts": [[2021, 4, 23]]}}]""",
        }
    )

    assert found == []


def test_a_page_without_its_date_of_access_is_told() -> None:
    found = diagnostics_of(
        {
            "references.json": """[{"id": "ref", "type": "webpage", "title": "T", "author": [{"family": "A"}]}]""",
        }
    )

    assert found == [
        "references.json:1:2: warning[BG219] 'ref' is a webpage without a date of access",
    ]
