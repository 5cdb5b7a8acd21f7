"""A page and a record of the owner's are whole with their end, and are told where they are not."""

from __future__ import annotations

import pytest

from briefgen.model.formats import FORMATS
from briefgen.reading import faults_of, parts_of
from briefgen.reading.owners_records import record_faults


@pytest.mark.parametrize(
    ("data", "faults"),
    [
        (b"<html></html>\n", []),
        (b"</html>" + b" " * 25, []),
        (b"</html>" + b" " * 26, ["the page is not whole"]),
        (b"</html>" + b"<p>More</p>" * 9, ["the page is not whole"]),
        (b"", ["the page is not whole"]),
    ],
)
def test_a_page_is_whole_with_its_end(data: bytes, faults: list[str]) -> None:
    assert faults_of(FORMATS["html"], data) == faults


def test_a_page_is_one_text() -> None:
    assert [name for name, _ in parts_of(FORMATS["html"], b"<html><p>Words</p></html>")] == ["its text"]


@pytest.mark.parametrize(
    ("data", "faults"),
    [
        (b"{}\n", []),
        (b"{}", ["the record is not whole"]),
        (b"[]\n", ["the record is not whole"]),
        (b'{"a": 1\n', ["the record is not whole"]),
    ],
)
def test_a_record_is_whole_with_its_end(data: bytes, faults: list[str]) -> None:
    assert record_faults(data) == faults
