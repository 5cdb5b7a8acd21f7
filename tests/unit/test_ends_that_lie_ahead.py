"""An end that was laid down and lies ahead is told, with what it is the end of and in the list of what lies ahead."""

from __future__ import annotations

import re

import pytest

from briefgen.load import load
from briefgen.model.values.date import parse_date
from briefgen.pipeline import Order, make
from briefgen.view import Request, view
from briefgen.world import Disk, Memory, Overlay, shipped_root
from rules.records import agreement, relation, restriction
from samples.relation_files import MINIMAL

BASE = {path: text for path, text in MINIMAL.items() if not path.startswith("templates/")}
"""Its data are as of 2021-04-23."""
STALE = "stale_after: {restrictions: {months: 24}}\n"
LAW = """\
what: a mandate
fields:
  title: {role: title, required: true}
  given: {role: happened}
  ends: {role: ends, laid_down: true}
"""


def page(audience: str, files: dict[str, str], as_of: str | None = None) -> str:
    """The words of a shipped brief, blanks as one types them."""
    placed = {name if "/" in name else f"data/x-y/{name}": text for name, text in files.items()}
    own = Memory({path: text.encode() for path, text in {**BASE, **placed}.items()})
    order = Order(audiences=(audience,), formats=("md",), as_of=parse_date(as_of) if as_of else None)
    result = make(Overlay(own, Disk(shipped_root())), order)
    assert [d for d in result.report.diagnostics if d.severity == "error"] == []
    return own.files[f"output/x-y/{audience}.md"].decode().replace("\u00a0", " ")


def limited(**more: str) -> dict[str, str]:
    """A restriction in force since 2019."""
    return {"restrictions.yaml": restriction(title="Travel ban", kind="visa", since="2019", **more)}


@pytest.mark.parametrize(
    ("until", "said"),
    [
        ("2027-01-31", "until 31 January 2027"), ("2027-01", "until January 2027"), ("2027", "until 2027"),
        ("2021-04-24", "until 24 April 2021"), ("2021-05", "until May 2021"), ("2099", "until 2099"),
        ("2027~", "until about 2027"), ("2027-01?", "until January 2027 (month uncertain)"),
        ("2022", "until 2022"), ("2030-06-30", "until 30 June 2030"),
    ],
)  # fmt: skip
def test_an_end_that_lies_ahead_is_told(until: str, said: str) -> None:
    business, minister = page("business", limited(until=until)), page("minister", limited(until=until))

    assert f"(visa rules): in force since 2019, {said}. Affected" in business
    assert "## What lies ahead" in minister
    day = said.removeprefix("until ")
    assert re.search(rf"- Ends (on|in) {re.escape(day)}: Travel ban \(visa rules\)", minister)


@pytest.mark.parametrize("until", ["2021-04-23", "2021-04-01", "2020", "2019-12-31"])
def test_an_end_that_is_reached_lies_not_ahead(until: str) -> None:
    assert "What lies ahead" not in page("minister", limited(until=until))
    assert "in force from 2019, ended" in page("business", limited(until=until))


def test_an_earlier_day_knows_nothing_of_an_end_that_the_data_tell_later() -> None:
    said = page("business", limited(until="2027-01-31"), as_of="2020-01-01")

    assert "(visa rules): in force since 2019. Affected" in said
    assert "2027" not in said
    assert "What lies ahead" not in page("minister", limited(until="2027-01-31"), as_of="2020-01-01")


def test_a_later_day_still_knows_it_until_it_is_over() -> None:
    assert "until 31 January 2027" in page("business", limited(until="2027-01-31"), as_of="2027-01-30")
    assert "ended 31 January 2027" in page("business", limited(until="2027-01-31"), as_of="2027-02-01")


@pytest.mark.parametrize("label", [{"sensitivity": "restricted"}, {"recorded": "2022"}, {"embargo_until": "2022"}])
def test_who_may_not_know_the_restriction_knows_nothing_of_its_end(label: dict[str, str]) -> None:
    said = page("minister", limited(until="2027-01-31", **label))

    assert "2027" not in said
    assert "What lies ahead" not in said


def test_ends_stand_in_order_of_time() -> None:
    records = "".join(
        restriction(id=f"r{n}", title=f"Rule {n}", kind="other", since="2019", until=until)
        for n, until in enumerate(["2030", "2027-01-31", "2028-05", "2027-01"])
    )
    said = page("minister", {"restrictions.yaml": records})
    places = [said.index(f"Rule {n}") for n in (3, 1, 2, 0)]

    assert places == sorted(places)


def test_an_agreement_that_runs_out_says_when() -> None:
    files = {
        "agreements.yaml": agreement(title="Air treaty", signed="2015", in_force="2016", ended="2026-06-30"),
        "relation.yaml": relation(default_sensitivity="public"),
    }

    assert "in force since 2016, until 30 Jun 2026" in page("parliament", files)
    assert "- Ends on 30 June 2026: Air treaty" in page("parliament", files)


def test_the_end_of_a_teams_own_kind_may_be_laid_down() -> None:
    own = {
        "kinds/mandates.yaml": LAW,
        "mandates.yaml": "- {id: m, title: Mission, given: 2019, ends: 2026-12-31, sources: [{ref: ref}]}\n",
    }

    assert "- Ends on 31 December 2026: Mission" in page("minister", own)
    without = {**own, "kinds/mandates.yaml": LAW.replace(", laid_down: true", "")}
    assert "2026" not in page("minister", without)


def test_two_views_that_differ_in_a_hidden_end_are_one() -> None:
    reader = MINIMAL["templates/audiences/all.yaml"].replace("restricted", "public")

    def seen(until: str) -> object:
        hidden = restriction(id="r", until=until, sensitivity="restricted")
        files = {**BASE, "data/x-y/restrictions.yaml": hidden, "templates/audiences/all.yaml": reader}
        workspace = load(Memory({path: text.encode() for path, text in files.items()})).value
        return view(workspace.relations[0], workspace.audiences[0], Request()).value

    assert seen("2027") == seen("2028")


def test_what_is_laid_down_makes_nothing_look_fresh() -> None:
    files = {
        **BASE,
        "data/x-y/restrictions.yaml": restriction(id="r", since="2005", until="2027"),
        "templates/audiences/all.yaml": MINIMAL["templates/audiences/all.yaml"] + STALE,
    }
    workspace = load(Memory({path: text.encode() for path, text in files.items()})).value
    outcome = view(workspace.relations[0], workspace.audiences[0], Request())

    assert [d.code for d in outcome.diagnostics] == ["BG303"]
    assert "2005" in outcome.diagnostics[0].message
