"""Readers of plain words get no brackets, no signs and no decimals of per cent: what data hold alone stays as it is."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import pytest

from briefgen.model.traversal import document_units, leaves, runs
from samples import second_relation, shipped_briefs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.document import Document

BRIEFS = {"the shipped relation": shipped_briefs, "the second relation": second_relation}
_SIGNS = re.compile(r"[≈≥≤±→]|[<>−] ?\d|\d\?|\d\.\d+ ?%|,[,;:.)]|,$")
_BRACKETED = re.compile(r"\([^()]*\)?|\)")


@cache
def _entered() -> str:
    """All that is entered of both relations, as it stands in their files."""
    files = [*second_relation.files().values(), *(p.read_bytes() for p in (shipped_briefs.ROOT / "data").rglob("*.*"))]
    return "\n".join(data.decode("utf-8", "replace") for data in files)


def _texts(document: Document) -> Iterator[str]:
    """Every text that is printed or heard, but for the forms of references."""
    yield from ("".join(getattr(leaf, "text", "") for leaf in leaves(run)) for run in runs(document_units(document)))


@pytest.mark.parametrize("of", BRIEFS.values(), ids=BRIEFS)
def test_a_bracket_of_a_public_brief_stands_in_its_data(of: object) -> None:
    texts = list(_texts(of.brief("public")))  # type: ignore[attr-defined]  # either of two modules

    found = {said for text in texts for said in _BRACKETED.findall(text) if said not in _entered()}

    assert len(texts) > 100
    assert found == set()


@pytest.mark.parametrize("of", BRIEFS.values(), ids=BRIEFS)
def test_a_public_brief_has_no_sign_for_a_word_and_no_comma_too_many(of: object) -> None:
    found = {text for text in _texts(of.brief("public")) if _SIGNS.search(text.replace("\u00a0", " "))}  # type: ignore[attr-defined]  # either of two modules

    assert found == set()


@pytest.mark.parametrize("of", BRIEFS.values(), ids=BRIEFS)
def test_other_readers_have_both(of: object) -> None:
    texts = list(_texts(of.brief("researcher")))  # type: ignore[attr-defined]  # either of two modules

    assert any(said not in _entered() for text in texts for said in _BRACKETED.findall(text))
    assert any(_SIGNS.search(text.replace("\u00a0", " ")) for text in texts)
