"""What each tone owes its readers, held against all that is printed in small situations and of two relations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from briefgen.model.document import Exhibit, ReferenceList
from briefgen.model.traversal import in_rows
from readers.brief_lines import block_lines
from samples import second_relation, shipped_briefs
from samples.situations.told import GROUPS, brief_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.document import Document

SITUATIONS = [(group, number) for group in GROUPS for number in range(1, len(GROUPS[group]) + 1)]
RELATIONS = (shipped_briefs.brief, second_relation.brief)


def read(document: Document) -> Iterator[str]:
    """Every line that is printed, and every text that is heard in place of a picture, but the list of sources."""
    for block in in_rows(document.blocks):
        if not isinstance(block, ReferenceList):
            yield from (line.replace("\u00a0", " ") for line in block_lines(block) if not line.startswith("Source"))
        if isinstance(block, Exhibit):
            yield block.alt


def briefs_of(reader: str) -> Iterator[Document]:
    """All briefs of one reader."""
    yield from (brief_of(group, number, reader) for group, number in SITUATIONS)
    yield from (brief(reader) for brief in RELATIONS)


SIGNS = re.compile(r"[≈≥≤±→−]|[<>] ?\d")
INTERVAL = re.compile(r"\[[\d−+][^\]]*(?:–|…| to )[^\]]*\]")
DECIMALS_OF_PER_CENT = re.compile(r"\d\.\d+%")


@pytest.mark.parametrize("unfit", [SIGNS, INTERVAL, DECIMALS_OF_PER_CENT], ids=["signs", "intervals", "decimals"])
def test_the_public_reads_no_sign_interval_or_decimal_of_per_cent(unfit: re.Pattern[str]) -> None:
    found = {line for brief in briefs_of("public") for line in read(brief) if unfit.search(line.removeprefix("> "))}

    assert found == set()


def test_a_minister_reads_whole_per_cents_and_no_interval() -> None:
    found = {
        line
        for brief in briefs_of("minister")
        for line in read(brief)
        if DECIMALS_OF_PER_CENT.search(line) or INTERVAL.search(line)
    }

    assert found == set()


RANGE_IN_WORDS = re.compile(r"may have (?:risen|fallen)|rose by between|fell by between|rose by up to|fell by up to")
UNTOLD = "; the figures do not show whether that is"
BROADLY = "stayed broadly unchanged"


@pytest.mark.parametrize("reader", ["minister", "public"])
def test_minister_and_public_are_told_no_range_of_a_change(reader: str) -> None:
    told = [line for brief in briefs_of(reader) for line in read(brief)]

    assert any(BROADLY in line for line in told)
    assert any(UNTOLD in line for line in told)
    assert [line for line in told if RANGE_IN_WORDS.search(line) and "rose or fell from " not in line] == []


@pytest.mark.parametrize("reader", ["business", "parliament"])
def test_business_and_parliament_are_told_a_range_in_words(reader: str) -> None:
    told = [line for brief in briefs_of(reader) for line in read(brief)]

    assert any("may have fallen by up to" in line and "or risen by up to" in line for line in told)
    assert any("rose by between" in line for line in told)
    assert [line for line in told if BROADLY in line or UNTOLD in line] == []


def test_a_researcher_is_told_the_interval() -> None:
    told = [line for brief in briefs_of("researcher") for line in read(brief)]

    assert any(re.search(r"cannot be said to have risen or fallen \(−[\d.]+% to \+[\d.]+%\)", line) for line in told)
    assert any(re.search(r"rose by about [\d.]+% \([\d.]+% to [\d.]+%\)", line) for line in told)
    assert [line for line in told if BROADLY in line or UNTOLD in line] == []
