"""What a citation style says of a record is asked of citeproc once, and told apart by all that it follows from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen.compose.citations.csl import CitedItem, Locator, Prepared, record_of
from briefgen.diagnostics import Place
from briefgen.model.facts.parties_people_references import Reference

if TYPE_CHECKING:
    from collections.abc import Callable

_STYLE = """\
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<citation><layout><group delimiter=" ">
<text variable="citation-number"/><names variable="author"/><text variable="title"/><text variable="year-suffix"/>
<text variable="locator"/>
<choose><if position="subsequent"><text value="again"/></if></choose>
</group></layout></citation>
<bibliography><layout><text variable="citation-number"/><text variable="title"/></layout></bibliography>
</style>
"""


def _item(title: str = "On Trade", number: int = 1, **of_item: object) -> CitedItem:
    authors = [{"family": "Abel"}]
    reference = Reference(id="abel", type="book", title=title, csl={"author": authors}, place=Place("references.json"))
    return CitedItem(record_of(reference, str), number, **of_item)  # type: ignore[arg-type]  # as each test gives it


def _suffixed() -> CitedItem:
    item = _item()
    item.reference.update({"year-suffix": "b", "year_suffix": "b"})
    return item


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[CitedItem]:
    """Each item that citeproc is asked to word."""
    every: list[CitedItem] = []
    word: Callable[..., str] = Prepared._one

    def counted(layout: object, item: CitedItem, *, whole: bool) -> str:
        every.append(item)
        return word(layout, item, whole=whole)

    monkeypatch.setattr(Prepared, "_one", staticmethod(counted))
    return every


def test_the_same_record_is_worded_once_wherever_it_was_read(asked: list[CitedItem]) -> None:
    style = Prepared(_STYLE, "en-GB")
    assert style.marker(_item()) == style.marker(_item())
    assert style.entry(_item(number=1)) == style.entry(_item(number=2))
    assert len(asked) == 2


@pytest.mark.parametrize(
    "other",
    [
        _item(number=2), _item("On Trades"), _item(spot=Locator("page", "4")), _suffixed(),
        _item(positions=frozenset({"subsequent"})),
    ],
)  # fmt: skip
def test_a_marker_is_told_apart_by_all_that_it_follows_from(other: CitedItem) -> None:
    style = Prepared(_STYLE, "en-GB")
    before = style.marker(_item())
    assert style.marker(other) != before
    assert style.marker(other) == Prepared(_STYLE, "en-GB").marker(other)
    assert style.marker(_item()) == before
