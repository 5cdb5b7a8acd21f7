"""Law 10: no state of a document, no course of a series and no count of meetings is told that the facts do not carry.

What may be said is reckoned here anew, from records and rows as they are typed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

from briefgen.model.document import Table
from briefgen.model.traversal import in_rows
from readers.brief_lines import block_lines
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

if TYPE_CHECKING:
    from briefgen.model.document import Document

# ---------------------------------------------------------------- documents

TODAY = "2024-06-30"
TITLES = ("Treaty on fish", "Agreement on ports", "Protocol on schools", "Declaration on the sea")
DAYS = ("2015-03-01", "2019-05", "2021", "2024-06-30", "2024-07-01", "2026")
STATES = (
    "",
    "negotiating",
    "initialled",
    "signed",
    "ratified",
    "in_force",
    "suspended",
    "terminated",
    "expired",
    "unknown",
)


@dataclass(frozen=True)
class Paper:
    """A document as it is typed."""

    title: str
    kind: str
    state: str
    signed: str
    in_force: str
    ended: str
    binding: str
    is_inferred: bool
    is_planned: bool

    def text(self, number: int) -> str:
        """A record."""
        said = {
            "kind": self.kind, "title": self.title, "state": "" if self.is_planned else self.state,
            "signed": self.signed, "in_force": "" if self.is_planned else self.in_force,
            "ended": "" if self.is_planned else self.ended, "binding": self.binding and f"'{self.binding}'",
            "inferred": "[signed]" if self.is_inferred and self.signed and not self.is_planned else "",
            "planned": "true" if self.is_planned else "", "recorded": "2020-01-01",
        }  # fmt: skip
        fields = ", ".join(f"{name}: {value}" for name, value in said.items() if value)
        return f"- {{id: a-{number}, {fields}, sources: [{{ref: ref}}]}}\n"

    @property
    def has_ended(self) -> bool:
        """Whether it is over on the day of the brief, or rests; where there is a date, the date decides."""
        over = self.ended <= TODAY if self.ended else self.state in {"terminated", "expired"}
        return over or self.state == "suspended"

    @property
    def may_be_in_force(self) -> bool:
        """Whether anything says that it is in force on the day of the brief."""
        reached = self.in_force <= TODAY if self.in_force else self.state == "in_force"
        return reached and not self.is_planned and not self.has_ended

    @property
    def may_be_signed(self) -> bool:
        """Whether anything says that it has been signed."""
        reached = bool(self.signed and self.signed <= TODAY)
        return not self.is_planned and (reached or self.state in {"signed", "ratified"})


_PAPER = st.builds(
    Paper, title=st.sampled_from(TITLES),
    kind=st.sampled_from(["treaty", "agreement", "protocol", "mou", "declaration"]),
    state=st.sampled_from(STATES), signed=st.sampled_from(["", *DAYS]), in_force=st.sampled_from(["", "", *DAYS]),
    ended=st.sampled_from(["", "", "", *DAYS]), binding=st.sampled_from(["", "", "yes", "no"]),
    is_inferred=st.booleans(), is_planned=st.sampled_from([False, False, False, True]),
)  # fmt: skip


def _paper(title: str = TITLES[0], kind: str = "treaty", **said: str | bool) -> Paper:
    """A document of which little is said."""
    least = {"state": "", "signed": "", "in_force": "", "ended": "", "binding": "", "is_inferred": False,
             "is_planned": False}  # fmt: skip
    return Paper(title, kind, **{**least, **said})  # type: ignore[arg-type]


PAPERS = st.lists(_PAPER, min_size=1, max_size=4, unique_by=lambda paper: paper.title)
NUMBERS = {"Two": 2, "Three": 3, "Four": 4}
_TITLE = "|".join(TITLES)
IN_FORCE = re.compile(rf"The ({_TITLE}) (?:has been|is) in force(?: since ([^.;]+))?")
SIGNED = re.compile(rf"The ({_TITLE}) (was signed|is dated) ")
ASKED = re.compile(rf"Has the ({_TITLE}) entered into force, and if so, when\?")
ASKED_OF_MANY = re.compile(r"Have these entered into force, and if so, when: ([^?]+)\?")
AVOIDED = re.compile(rf"Do not say that the ({_TITLE}) is in force: this is not on record")
AVOIDED_OF_MANY = re.compile(r"Do not say that these are in force, for it is not on record: ([^.\[]+)")
COUNTED = re.compile(r"(Two|Three|Four) of the treaties and agreements on record are in force")
COUNTED_SIGNED = re.compile(r"(Two|Three|Four) (treaties|agreements|treaties and agreements) have been signed")
OF_PAPERS = (IN_FORCE, SIGNED, ASKED, ASKED_OF_MANY, AVOIDED, AVOIDED_OF_MANY, COUNTED, COUNTED_SIGNED)
KINDS = {"treaties": {"treaty"}, "agreements": {"agreement"}, "treaties and agreements": {"treaty", "agreement"}}


def _check_papers(papers: list[Paper]) -> None:
    known = {paper.title: paper for paper in papers}
    in_force = [paper for paper in papers if paper.may_be_in_force and paper.kind in {"treaty", "agreement"}]
    for reader, document in briefs({"agreements.yaml": "".join(p.text(n) for n, p in enumerate(papers))}):
        text = printed(document)
        for title, since in IN_FORCE.findall(text):
            assert known[title].may_be_in_force, (reader, text)
            assert not since.startswith(("on", "when")) or known[title].in_force
        for title, said in SIGNED.findall(text):
            assert known[title].may_be_signed, (reader, text)
            assert said == "is dated" or not known[title].is_inferred, (reader, text)
        for many in COUNTED.findall(text):
            assert NUMBERS[many] == len(in_force)
        for many, kinds in COUNTED_SIGNED.findall(text):
            assert not in_force
            found = [paper for paper in papers if paper.kind in KINDS[kinds] and paper.may_be_signed]
            assert NUMBERS[many] <= sum(not paper.has_ended for paper in found)
        asked = [titles for of in (ASKED, ASKED_OF_MANY, AVOIDED, AVOIDED_OF_MANY) for titles in of.findall(text)]
        for paper in (known[one] for titles in asked for one in TITLES if one in titles):
            assert not paper.may_be_in_force, (reader, text)
            assert paper.binding != "no"
            assert paper.kind not in {"declaration", "mou"}
        for paper in papers:
            _rows_are_true(paper, document)
            if paper.is_planned:  # told behind what says so, or in a register that says so behind it
                told = re.sub(rf"{paper.title} \(agreement, [\w-]+\), planned", "", text)
                assert all(before.rstrip().endswith(":") for before in told.split(paper.title)[:-1]), (reader, text)


def _rows_are_true(paper: Paper, document: Document) -> None:
    """What a table says of a document."""
    for block in in_rows(document.blocks):
        for line in block_lines(block) if isinstance(block, Table) else ():
            if not line.startswith(paper.title):
                continue
            status = line.rpartition("|")[2]
            stands = re.split("; |, ", status.strip())[0]
            assert not stands.startswith("in force since") or paper.may_be_in_force, line
            assert stands != "in force" or paper.may_be_in_force, line
            assert stands != "signed" or paper.may_be_signed, line
            assert "not binding" not in status or paper.binding == "no", line
            assert "entry into force not stated" not in status or not paper.in_force or paper.in_force > TODAY, line
            assert "entry into force not stated" not in status or paper.kind != "mou" or paper.binding == "yes", line
            assert not re.search(r"(?<!not )binding", status) or paper.binding == "yes", line


PLAIN_PAPERS = (
    [_paper(signed="2019-05")],
    [_paper(signed="2019-05"), _paper(TITLES[1], "agreement", signed="2021")],
    [_paper(signed="2015-03-01", in_force="2019-05")],
    [_paper(in_force="2019-05"), _paper(TITLES[1], "agreement", state="in_force")],
)
"""Between them they let each sentence be printed that is judged here."""


@pytest.mark.parametrize("sentence", OF_PAPERS)
def test_each_sentence_on_documents_that_is_judged_is_one_that_is_printed(sentence: re.Pattern[str]) -> None:
    texts = (
        printed(document)
        for papers in PLAIN_PAPERS
        for _, document in briefs({"agreements.yaml": "".join(p.text(n) for n, p in enumerate(papers))})
    )

    assert any(sentence.search(text) for text in texts)


@settings(max_examples=40, phases=(Phase.explicit, Phase.generate))
@given(papers=PAPERS)
@example(papers=[_paper(signed="2019-05", is_inferred=True)])
@example(papers=[_paper(signed="2019-05")])
@example(papers=[_paper(signed="2019-05", state="ratified", is_inferred=True)])
@example(papers=[_paper(signed="2015-03-01", in_force="2019-05"), _paper(TITLES[1], "agreement", signed="2021")])
@example(papers=[_paper(signed="2015-03-01", in_force="2024-07-01")])
@example(papers=[_paper(signed="2015-03-01", in_force="2019-05", ended="2021")])
@example(papers=[_paper(state="in_force"), _paper(TITLES[1], "agreement", state="in_force", ended="2024-07-01")])
@example(papers=[_paper(TITLES[3], "declaration", signed="2021", binding="no")])
def test_what_is_said_of_a_document_is_what_its_record_carries(papers: list[Paper]) -> None:
    _check_papers(papers)


# ---------------------------------------------------------------- series

STUDENTS = "Students from Kenya in Norway"
SERIES_HEADER = "id,indicator,period,whose,towards,value,op,reporter,year_basis,status,sources\n"


@dataclass(frozen=True)
class Count:
    """A row of students as it is typed."""

    year: int
    value: int
    op: str
    reporter: str
    is_contested: bool = False

    def text(self) -> str:
        """A line of the table."""
        status, basis = "contested" if self.is_contested else "asserted", "calendar" if self.reporter else ""
        return (
            f"s-{self.year},students,{self.year},KEN,NOR,{self.value},{self.op},{self.reporter},{basis},{status},ref\n"
        )

    @property
    def bounds(self) -> Bounds:
        """A count is what it is; one that is about is so to its last digit that is not zero."""
        match self.op:
            case "at_least":
                return Decimal(self.value), ENDLESS
            case "about":
                zeros = len(str(self.value)) - len(str(self.value).rstrip("0"))
                half = Decimal(5).scaleb(zeros - 1)
                return self.value - half, self.value + half
            case _:
                return Decimal(self.value), Decimal(self.value)


_COUNT = st.builds(
    Count, year=st.integers(2018, 2022), value=st.sampled_from([1, 9, 100, 101, 104, 1900, 1910, 1930, 2000, 2100]),
    op=st.sampled_from(["", "", "about", "about", "at_least"]),
    reporter=st.sampled_from(["NOR", "NOR", "NOR", "KEN", ""]),
    is_contested=st.sampled_from([False, False, False, True]),
)  # fmt: skip
COUNTS = st.lists(_COUNT, min_size=1, max_size=5, unique_by=lambda row: row.year)
OF_STUDENTS = re.compile(
    rf"{STUDENTS} numbered [^.;]*? at the end of (\d{{4}})"
    r"(?:, a (rise|fall) of [^;]*? from (\d{4})|, and (did not change|stayed broadly unchanged|may have risen|"
    r"may have fallen|cannot be said)[^.;]*(?:\.\d[^.;]*)* from (\d{4}))"
)
OF_ENDS = re.compile(
    rf"(?:{STUDENTS}|Kenya to Norway): (higher|lower|the same|whether higher or lower) in (\d{{4}}) "
    r"(?:than|as) in (\d{4})"
)
OF_EXTREMES = re.compile(r"Kenya to Norway: (highest|lowest) in (\d{4}), at (?:about |at least )?[\d,]+")
OF_RISES = re.compile(
    r"at the end of (\d{4}), a (?:rise|fall) of "
    r"(about |between [\d.]+% and |up to |under |over )?([\d.]+)%.*? from (\d{4})"
)
SERIES_WORDS: dict[str, set[str | None]] = {**WORDS, "rise": {"up"}, "fall": {"down"}}


def _check_series(rows: list[Count]) -> None:
    known = {row.year: row for row in rows}

    def way(later: str, earlier: str) -> str | None:
        one, other = known[int(earlier)], known[int(later)]
        if not one.reporter or one.reporter != other.reporter:
            return None
        return way_between(one.bounds, other.bounds)

    for reader, document in briefs({"series.csv": SERIES_HEADER + "".join(row.text() for row in rows)}):
        text = printed(document)
        for later, noun, earlier, verb, since in OF_STUDENTS.findall(text):
            assert way(later, earlier or since) in SERIES_WORDS[noun or verb], (reader, noun or verb, rows)
        for said, later, earlier in OF_ENDS.findall(text):
            assert way(later, earlier) in SERIES_WORDS[said], (reader, said, rows)
            assert said.startswith("whether") or not (
                known[int(later)].is_contested or known[int(earlier)].is_contested
            )
        for said, year in OF_EXTREMES.findall(text):
            ways = {way(year, str(other)) for other in known if other != int(year)}
            assert ways == {"up" if said == "highest" else "down"}, (reader, said, year, rows)
        for later, about, per_cent, earlier in OF_RISES.findall(text):
            exact = exact_change(known[int(earlier)].bounds, known[int(later)].bounds)
            assert about or exact == Decimal(per_cent), (reader, per_cent, rows)
        heads = re.compile(r"annual growth(?: since \d{4})?|\bChange\b")
        assert left_over(text, OF_STUDENTS, OF_ENDS, OF_EXTREMES, heads) == [], reader


@pytest.mark.parametrize("sentence", [OF_STUDENTS, OF_ENDS, OF_EXTREMES, OF_RISES])
def test_each_sentence_on_a_series_that_is_judged_is_one_that_is_printed(sentence: re.Pattern[str]) -> None:
    rows = [Count(year, 1900 + 100 * (year - 2019), "", "NOR") for year in range(2019, 2022)]

    texts = (
        printed(document) for _, document in briefs({"series.csv": SERIES_HEADER + "".join(r.text() for r in rows)})
    )

    assert any(sentence.search(text) for text in texts)


@settings(max_examples=40, phases=(Phase.explicit, Phase.generate))
@given(rows=COUNTS)
@example(rows=[Count(2021, 1900, "about", "NOR"), Count(2022, 1900, "about", "NOR")])
@example(rows=[Count(2021, 1900, "", "NOR"), Count(2022, 1900, "", "NOR")])
@example(rows=[Count(2021, 1900, "about", "NOR"), Count(2022, 1930, "about", "NOR")])
@example(rows=[Count(2021, 2000, "at_least", "NOR"), Count(2022, 2100, "", "NOR")])
@example(rows=[Count(2021, 1900, "", "NOR", is_contested=True), Count(2022, 2100, "", "NOR")])
def test_what_is_said_of_a_series_is_what_its_rows_carry(rows: list[Count]) -> None:
    _check_series(rows)


# ---------------------------------------------------------------- sessions

SPELLED = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
OPERATORS = {"": "", "about ": "about ", "> ": "more than ", ">= ": "at least "}


@settings(max_examples=20, phases=(Phase.explicit, Phase.generate))
@given(
    count=st.integers(1, 30), op=st.sampled_from([*OPERATORS]), by=st.sampled_from(["", "2020", "../2021", TODAY]),
    is_planned=st.booleans(),
)  # fmt: skip
def test_a_body_has_met_as_often_as_is_told_and_what_is_planned_is_no_meeting(
    count: int,
    op: str,
    by: str,
    is_planned: bool,  # noqa: FBT001
) -> None:
    held = f"{{value: '{op}{count} sessions', " + (f"as_of: {by}}}" if by else "recorded: 2020}")
    plan = "sessions: [{number: 40, date: 2025-02, planned: true, recorded: 2024}], " if is_planned else ""
    body = f"id: jc, kind: joint_commission, name: Joint Commission, {plan}sessions_held: [{held}]"
    record = f"- {{{body}, sources: [{{ref: ref}}]}}\n"
    number = SPELLED[count] if count < len(SPELLED) else str(count)
    times = "once" if count == 1 and not op else f"{OPERATORS[op]}{number} times"
    tense, end = ("had", f" by {by.removeprefix('../')}") if by not in {"", TODAY} else ("has", "")
    end = end if by else "; by when is not stated"

    for reader, document in briefs({"mechanisms.yaml": record}):
        text = printed(document)
        assert f"The Joint Commission {tense} met {times}{end}" in text, (reader, text)
        assert not re.search(r"40th session(?! of the Joint Commission)", text)
        assert all(
            before.rstrip().endswith("Planned for February 2025: the") for before in text.split("40th session")[:-1]
        )
