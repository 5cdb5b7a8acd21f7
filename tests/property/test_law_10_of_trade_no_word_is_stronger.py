"""Law 10: no direction or superlative of trade is printed that its rows do not carry, in any tone, alt text, headline.

What may be said is reckoned here anew, from the rows as they are typed; every word of change that is printed must
belong to a sentence that was held against them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

from samples.every_readers_briefs import (
    ENDLESS,
    WORDS,
    Bounds,
    briefs,
    exact_change,
    left_over,
    printed,
    way_between,
)

WAYS = {"Kenyan": "KEN,NOR", "Norwegian": "NOR,KEN"}
NAMES = {"Kenya": "Kenyan", "Norway": "Norwegian"}


@dataclass(frozen=True)
class Row:
    """A row as it is typed; `half` is half of its last digit."""

    way: str
    year: int
    value: int
    half: str
    op: str
    basis: str

    def text(self) -> str:
        """A line of the table."""
        reporter, valuation = self.basis.split("/")
        year = "calendar" if reporter else ""
        name = f"t-{self.year}-{self.way[:3].lower()}"
        what = f"{name},{self.year},{WAYS[self.way]},X,{self.value},{self.op},{self.half},1000000,USD"
        return f"{what},{reporter},{valuation},{year},ref\n"

    @property
    def bounds(self) -> Bounds:
        """The least and the most that it can be."""
        match self.op:
            case "at_least":
                return Decimal(self.value), ENDLESS
            case "less_than":
                return -ENDLESS, Decimal(self.value)
            case _:
                return self.value - Decimal(self.half), self.value + Decimal(self.half)


HEADER = "id,period,exporter,importer,flow,value,op,half_unit,scale,currency,reporter,valuation,year_basis,sources\n"
_ROW = st.builds(
    Row, way=st.sampled_from([*WAYS]), year=st.integers(2019, 2022),
    value=st.one_of(st.integers(18, 24), st.integers(1, 99)), half=st.sampled_from(["0", "0.05", "0.5", "2"]),
    op=st.sampled_from(["", "", "", "about", "about", "at_least", "less_than"]),
    basis=st.sampled_from(["KEN/FOB", "KEN/FOB", "KEN/FOB", "KEN/CIF", "NOR/CIF", "/FOB"]),
)  # fmt: skip
ROWS = st.lists(_ROW, min_size=1, max_size=8, unique_by=lambda row: (row.way, row.year))


class Told(NamedTuple):
    """The rows as a reader may hold them against each other."""

    rows: dict[tuple[str, int], Row]

    @property
    def years(self) -> list[int]:
        """The years of which anything is told."""
        return sorted({year for _, year in self.rows})

    def has_both(self, year: int) -> bool:
        """Whether both directions are told of a year."""
        return all((way, year) in self.rows for way in WAYS)

    def way(self, of: str, later: int, earlier: int) -> str | None:
        """Which way a flow went for certain: up, down, same, or broadly; `unclear`; None where nothing compares."""
        one, other = self.rows.get((of, earlier)), self.rows.get((of, later))
        if one is None or other is None or one.basis != other.basis or not one.basis.startswith(("KEN", "NOR")):
            return None
        return way_between(one.bounds, other.bounds)

    def sum_way(self, later: int, earlier: int) -> str | None:
        """The same of both directions together."""
        found = [[self.rows.get((way, year)) for way in WAYS] for year in (earlier, later)]
        rows = [row for pair in found for row in pair]
        if any(row is None for row in rows) or len({row.basis.split("/")[0] for row in rows if row}) != 1:
            return None
        before, after = (
            [sum((row.bounds[end] for row in pair if row), Decimal(0)) for end in (0, 1)] for pair in found
        )
        return way_between((before[0], before[1]), (after[0], after[1]))

    def is_ahead(self, of: str, year: int) -> bool:
        """Whether a party surely sold more than it bought."""
        other = next(name for name in WAYS if name != of)
        one, beside = self.rows.get((of, year)), self.rows.get((other, year))
        if one is None or beside is None:
            return False
        return one.bounds[0] > beside.bounds[1]


OF_A_FLOW = re.compile(
    r"(Kenyan|Norwegian) exports came to (?:(?! exports came to ).)*?"
    r"(?:, and (rose|fell|did not change|stayed broadly unchanged|may have risen|may have fallen|cannot be said)"
    r"(?:(?!from \d{4}).)*?from (\d{4})|; (the figures do not show) "
    r"whether that is (?:more|less|more or less) than in (\d{4}))"
)
OF_A_SERIES = re.compile(
    r"(?:(Kenya|Norway) to (?:Kenya|Norway)|(Turnover)): "
    r"(higher|lower|the same|whether higher or lower) in (\d{4}) (?:than|as) in (\d{4})"
)
EXTREME = re.compile(r"(?:(Kenya|Norway) to (?:Kenya|Norway)|(Turnover)): (highest|lowest) in (\d{4}), at [^ ]+( \d+)?")
HEADLINE = re.compile(r"(Kenya|Norway) sold more to (?:Kenya|Norway) than it bought in (each year shown|\d{4})")
TRADE = re.compile(r"Trade was (higher|lower) in (\d{4}) than in (\d{4})")
SURPLUS = re.compile(
    r"(?:(?:and|our calculation,) (Kenya|Norway) (?:had a surplus of|sold [^;:]{3,60} more than it bought)|"
    r"The surplus of (Kenya|Norway) was|more sold than bought by (Kenya|Norway)|"
    r"\. (Kenya|Norway) sold [^;:]{3,60} more than it bought)"
)
BY = re.compile(
    r"(Kenyan|Norwegian) exports came to (?:(?! exports came to ).)*?, and (?:rose|fell) by "
    r"(about |between [\d.]+% and |up to |under |over )?([\d.]+)%(?:(?!from \d{4}).)*?from (\d{4})"
)
NEITHER = re.compile(
    r"Do not say that (Kenyan|Norwegian) exports rose or fell from (\d{4}) to (\d{4}): (the figures show neither)"
)
ASKED = re.compile(r"Have (Kenyan|Norwegian) exports grown, and what is planned for them\? (The figures leave it open)")
TOTAL = re.compile(r"Total trade [^;:]*?\.(?= |$)(?<=[^\d]\.)|(?:By our calculation, t|T)rade came to")
BALANCE = re.compile(
    r"The surplus of \w+ was [^;:]*?(?<=[^\d])\.(?= |$)|"
    r"\b\w+ sold (?:about )?US\$[^;:]*? more than it bought[^;:]*?(?<=[^\d])\.(?= |$)"
)
BREAK = re.compile(
    r"are not to be compared with those that follow: (counted differently|not known to be counted alike)\."
)
REASON = re.compile(
    r"(The sources do not say|It is not known|The figures are|One (?:is|figure)|The periods)[^:;]*? not compared\."
)
WANT = {"The sources do not say", "It is not known"}
"""How reasons begin that more knowledge would settle."""
JUDGED = (OF_A_FLOW, OF_A_SERIES, EXTREME, HEADLINE, TRADE, SURPLUS, BY, NEITHER, ASKED, TOTAL, BALANCE, BREAK, REASON)


def _flows_are_true(text: str, told: Told) -> None:
    newest = told.years[-1]
    for of, said, against, unshown, then in OF_A_FLOW.findall(text):
        assert told.way(of, newest, int(against or then)) in WORDS[said or unshown], (of, said or unshown, told)
    for of, about, per_cent, then in BY.findall(text):
        rows = told.rows[of, int(then)], told.rows[of, newest]
        assert about or exact_change(rows[0].bounds, rows[1].bounds) == Decimal(per_cent), (of, per_cent, told)
    for of, then, at, said in NEITHER.findall(text):
        assert told.way(of, int(at), int(then)) in WORDS[said], (of, told)
    for of, said in ASKED.findall(text):
        ways = {told.way(of, newest, year) for year in told.years[:-1] if (of, year) in told.rows}
        assert ways & WORDS[said], (of, told)
    for party, _, said, later, earlier in OF_A_SERIES.findall(text):
        way = told.way(NAMES[party], int(later), int(earlier)) if party else told.sum_way(int(later), int(earlier))
        assert way in WORDS[said], (party, said, later, earlier, told)
    for said, later, earlier in TRADE.findall(text):
        assert told.sum_way(int(later), int(earlier)) in WORDS[said], (said, told)


def _extremes_are_true(text: str, told: Told, shown: int) -> None:
    years = told.years[-shown:]
    for party, _, said, when, _ in EXTREME.findall(text):
        year, of = int(when), NAMES.get(party)
        others = [at for at in years if at != year and (told.rows.get((of, at)) if of else told.has_both(at))]
        ways = {told.way(of, year, at) if of else told.sum_way(year, at) for at in others}
        assert ways == {"up" if said == "highest" else "down"}, (party, said, year, told)


def _headlines_are_true(text: str, told: Told, shown: int) -> None:
    years = told.years[-shown:]
    for party, when in HEADLINE.findall(text):
        asked = years if when.startswith("each") else [int(when)]
        assert all(told.is_ahead(NAMES[party], year) for year in asked), (party, when, told)
    for found in SURPLUS.findall(text):
        assert told.is_ahead(NAMES["".join(found)], max(years)), (found, told)


def _sums_are_the_desks(text: str) -> None:
    """Every total and every surplus is one that no row states."""
    for pattern in (TOTAL, BALANCE):
        for found in pattern.finditer(text):
            assert "our calculation" in _sentence(text, found), _sentence(text, found)


def _sentence(text: str, found: re.Match[str]) -> str:
    """What was found, from where its sentence begins."""
    begins = max(text.rfind(mark, 0, found.start() + 1) for mark in (". ", "> - "))
    return text[max(begins, 0) : found.end()]


def _reasons_are_one(text: str, told: Told) -> None:
    """A chart breaks off for a reason that stands beside it; over a gap it may have one that no sentence tells."""
    if not all(map(told.has_both, told.years)):
        return
    wants = {found.group(1) in WANT for found in REASON.finditer(text)}
    for found in BREAK.finditer(text):
        assert (found.group(1) != "counted differently") in wants, (found.group(), [*REASON.findall(text)])


SHOWN = {"minister": 3, "parliament": 5, "business": 5, "public": 5, "researcher": 99}
"""Years of trade that a reader's chart shows."""


def _check_trade(rows: list[Row]) -> None:
    told = Told({(row.way, row.year): row for row in rows})
    for reader, document in briefs({"trade.csv": HEADER + "".join(row.text() for row in rows)}):
        text = printed(document)
        _flows_are_true(text, told)
        _extremes_are_true(text, told, SHOWN[reader])
        _headlines_are_true(text, told, SHOWN[reader])
        _sums_are_the_desks(text)
        _reasons_are_one(text, told)
        surplus = re.compile(r"[Ss]urplus(?: of (?:Kenya|Norway))?(?:, computed)?|no surplus of either side")
        known = (NEITHER, ASKED, OF_A_FLOW, OF_A_SERIES, EXTREME, HEADLINE, TRADE, SURPLUS, surplus)
        assert left_over(text, *known) == [], reader


def _row(way: str, year: int, value: int, half: str = "0.5", basis: str = "KEN/FOB") -> Row:
    return Row(way, year, value, half, "", basis)


PLAIN = (
    [_row("Kenyan", 2020, 20), _row("Kenyan", 2021, 30), _row("Norwegian", 2020, 60), _row("Norwegian", 2021, 70)],
    [_row("Kenyan", 2020, 20, "2"), _row("Kenyan", 2021, 21, "2")],
    [_row("Kenyan", 2020, 20), _row("Kenyan", 2021, 30, basis="NOR/CIF")],
    [_row("Kenyan", 2019, 20), _row("Kenyan", 2020, 30), _row("Kenyan", 2021, 40), _row("Norwegian", 2021, 70)],
    [
        _row("Kenyan", 2020, 20, basis="/FOB"),
        _row("Kenyan", 2021, 30, basis="/FOB"),
        _row("Norwegian", 2020, 60, basis="/FOB"),
        _row("Norwegian", 2021, 70),
    ],
)
"""Between them they let each sentence be printed that is judged here."""


@pytest.mark.parametrize("sentence", JUDGED)
def test_each_sentence_on_trade_that_is_judged_is_one_that_is_printed(sentence: re.Pattern[str]) -> None:
    texts = (
        printed(document)
        for rows in PLAIN
        for _, document in briefs({"trade.csv": HEADER + "".join(row.text() for row in rows)})
    )

    assert any(sentence.search(text) for text in texts)


@settings(max_examples=40, phases=(Phase.explicit, Phase.generate))
@given(rows=ROWS)
@example(rows=PLAIN[4])
@example(rows=[Row("Kenyan", 2021, 100, "0.5", "", "KEN/FOB"), Row("Kenyan", 2022, 101, "0.5", "", "KEN/FOB")])
@example(rows=[Row("Kenyan", 2021, 100, "0.5", "", "KEN/FOB"), Row("Kenyan", 2022, 99, "0.5", "", "KEN/FOB")])
@example(rows=[Row("Kenyan", 2021, 100, "0.5", "", "KEN/FOB"), Row("Kenyan", 2022, 100, "2", "", "KEN/FOB")])
@example(rows=[Row("Kenyan", 2021, 100, "0", "", "KEN/FOB"), Row("Kenyan", 2022, 100, "0", "", "KEN/FOB")])
@example(rows=[Row("Kenyan", 2021, 20, "2", "", "KEN/FOB"), Row("Kenyan", 2022, 21, "2", "", "KEN/FOB")])
@example(rows=[Row("Kenyan", 2021, 20, "0", "", "KEN/FOB"), Row("Kenyan", 2022, 30, "0", "", "NOR/CIF")])
def test_what_is_said_of_trade_is_what_its_rows_carry(rows: list[Row]) -> None:
    _check_trade(rows)
