"""Facts that are retracted after they were told: who is told so, in which words, and what the owner is told."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from briefgen.model.editions.differences import Difference, EditionChange, differences
from briefgen.model.editions.snapshot import KeptEdition, KeptFact, KeptFigure, Snapshot
from briefgen.model.editions.snapshot_json import edition_bytes, read_edition
from briefgen.model.values.date import parse_date, parse_day
from briefgen.model.values.quantity import parse_quantity
from briefgen.pipeline import Order, make
from briefgen.pipeline.editions.changes_between import EditionsAsked, changes
from briefgen.pipeline.editions.withdrawals import withdrawals
from briefgen.publish import digest_of
from samples.relation_files import FOLDER, TRADE, world

if TYPE_CHECKING:
    from briefgen.pipeline.editions.withdrawals import Withdrawal
    from briefgen.world import Memory

READER = "name: Reader\nbrief_for: brief\nsubtitle: All\nclearance: public\nsections: [steps, news]\n"
STEPS = "{% for step in milestones %}{{ step.title }}. {% endfor %}\n\nThe end.\n"
NEWS = "{% if changes %}## News\n\n{% for it in changes %}- {{ it|news }}.\n{% endfor %}{% endif %}"
BRIDGE = "- {id: bridge, kind: other, title: The bridge over the river opens, date: 2015-08}\n"
FERRY = "- {id: ferry, kind: other, title: The ferry to the island sails, date: 2016, sensitivity: restricted}\n"
ROWS = f"{TRADE[:-1]},status\nthere,2019,PAK,BLR,X,15.1,1000000,USD,ref,\nback,2019,BLR,PAK,X,35.1,1000000,USD,ref,\n"
MILESTONES, OUT = f"{FOLDER}/milestones.yaml", "output/x-y/reader.md"
CORRECTION = "Correction: what an earlier edition said of one milestone (August 2015) has been withdrawn"


@pytest.fixture
def desk() -> Memory:
    """A workspace whose brief was made once; its audience never saw the ferry."""
    made = world(
        {
            "templates/sections/steps.md.j2": STEPS,
            "templates/sections/news.md.j2": NEWS,
            "templates/audiences/reader.yaml": READER,
            "milestones.yaml": BRIDGE + FERRY,
            "trade.csv": ROWS,
        }
    )
    del made.files["templates/audiences/all.yaml"]
    run(made)
    return made


def run(desk: Memory, *formats: str) -> str:
    """The brief that a run makes."""
    result = make(desk, Order(formats=formats or ("md",)))
    assert [brief.failed for brief in result.briefs] == [False], result.report.diagnostics
    return desk.files[OUT].decode().replace("\N{NO-BREAK SPACE}", " ")


def change(desk: Memory, path: str, old: str, new: str) -> None:
    """Replace a text that must be there."""
    text = desk.files[path].decode()
    assert old in text
    desk.files[path] = text.replace(old, new).encode()


def retract(desk: Memory, day: str = "2015-08", **labels: str) -> None:
    said = "".join(f", {name}: {value}" for name, value in labels.items())
    change(desk, MILESTONES, f"date: {day}", f"status: retracted{said}, date: {day}")


def found(desk: Memory) -> list[Withdrawal]:
    report, told = withdrawals(desk, Order())
    assert not report.has_errors
    return told


# ---------------------------------------------------------------- what readers are told


def test_readers_of_a_fact_that_is_retracted_are_told_so_in_none_of_its_words(desk: Memory) -> None:
    assert "The bridge over the river opens" in desk.files[OUT].decode()
    retract(desk)
    told = run(desk)

    assert f"- {CORRECTION}." in told
    assert "No longer" not in told
    assert "bridge" not in told


def test_a_second_run_tells_the_same_and_touches_nothing(desk: Memory) -> None:
    retract(desk)
    run(desk)
    files = dict(desk.files)
    run(desk)

    assert desk.files == files


def test_the_edition_after_that_corrects_nothing_again(desk: Memory) -> None:
    retract(desk)
    run(desk)
    change(desk, MILESTONES, FERRY, FERRY + "- {id: road, kind: other, title: The road, date: 2017}\n")

    assert "Correction" not in run(desk)


def test_nothing_is_corrected_for_readers_who_never_saw_it(desk: Memory) -> None:
    def of_reader() -> dict[str, bytes]:
        return {path: data for path, data in desk.files.items() if path.startswith("output/") or "edition-" in path}

    files = of_reader()
    change(desk, MILESTONES, "date: 2016, sensitivity: restricted", "date: 2016, status: retracted")
    run(desk)

    assert of_reader() == files


def test_what_is_hidden_at_the_same_time_is_no_longer_told_and_not_named_as_withdrawn(desk: Memory) -> None:
    retract(desk, sensitivity="restricted")
    told = run(desk)

    assert "- No longer shown: 1 milestone." in told
    assert "Correction" not in told


def test_what_is_deleted_is_no_longer_told(desk: Memory) -> None:
    change(desk, MILESTONES, BRIDGE, "")

    assert "- No longer shown: 1 milestone." in run(desk)


def test_a_figure_that_is_retracted_is_told_by_its_kind_and_period(desk: Memory) -> None:
    change(desk, f"{FOLDER}/trade.csv", "15.1,1000000,USD,ref,", "15.1,1000000,USD,ref,retracted")
    told = run(desk)

    assert "what an earlier edition said of one trade figure (2019) has been withdrawn" in told
    assert "15.1" not in told


def test_a_fact_that_is_told_again_is_new(desk: Memory) -> None:
    retract(desk)
    run(desk)
    change(desk, MILESTONES, "status: retracted, ", "")
    told = run(desk)

    assert "- New: The bridge over the river opens (August 2015)." in told
    assert "Correction" not in told


def test_the_command_tells_it_before_it_is_made(desk: Memory) -> None:
    retract(desk)
    _, (brief,) = changes(desk, Order(), EditionsAsked())

    assert [one.change for one in brief.found] == [EditionChange.WITHDRAWN]


# ---------------------------------------------------------------- what the owner is told


def test_the_owner_is_told_which_editions_held_it_and_in_which_files_it_stands(desk: Memory) -> None:
    run(desk, "md", "html")
    retract(desk)
    (told,) = found(desk)

    assert (told.fact, told.place.path) == ("bridge", MILESTONES)
    assert [(one.audience, one.number, one.as_of) for one in told.told] == [("reader", 1, "2021-04-23")]
    files = {file.path: file for file in told.told[0].files}
    assert {path: file.is_printed for path, file in files.items()} == {OUT: None, "output/x-y/reader.html": True}
    assert {path: file.sha256 for path, file in files.items()} == {path: digest_of(desk.files[path]) for path in files}


def test_a_file_that_knew_a_fact_and_does_not_print_it_is_told_as_such(desk: Memory) -> None:
    change(desk, "templates/sections/steps.md.j2", STEPS, "The end.\n")
    run(desk, "html")
    retract(desk)
    (told,) = found(desk)

    assert [(one.number, [file.is_printed for file in one.files]) for one in told.told][-1] == (2, [False])


def test_the_files_of_an_edition_that_are_kept_are_found_under_the_names_they_went_out_by(desk: Memory) -> None:
    before = desk.files[OUT]
    retract(desk)
    run(desk)
    (told,) = found(desk)

    assert [(one.number, [(file.path, file.sha256) for file in one.files]) for one in told.told] == [
        (1, [(OUT, digest_of(before))])
    ]


def test_a_retracted_fact_that_nobody_was_told_is_told_in_no_edition(desk: Memory) -> None:
    change(desk, MILESTONES, "date: 2016, sensitivity: restricted", "date: 2016, status: retracted")
    (told,) = found(desk)

    assert (told.fact, told.told) == ("ferry", ())


def test_where_nothing_is_retracted_nothing_was_withdrawn(desk: Memory) -> None:
    assert found(desk) == []


# ---------------------------------------------------------------- snapshots


KEY, FIGURE = ("visits", "v"), ("trade", "2019", "USD", "goods", "turnover")
VISIT, TURNOVER = (
    KeptFact("visit", "A visit", when=parse_date("2015")),
    KeptFigure(parse_quantity("3 USD"), "trade", ("t",)),
)


def test_a_part_of_what_is_withdrawn_is_told_with_it() -> None:
    old = Snapshot({KEY: VISIT, ("visits", "v/1"): KeptFact("session", "A visit", of="v")})

    assert differences(old, Snapshot(withdrawn=frozenset({"v"}))) == (
        Difference(EditionChange.WITHDRAWN, "visit", KEY, new=parse_date("2015")),
    )


def test_a_figure_that_another_claim_replaces_is_withdrawn_and_revised() -> None:
    other = KeptFigure(parse_quantity("4 USD"), "trade", ("u",))
    found = differences(
        Snapshot(figures={FIGURE: TURNOVER}), Snapshot(figures={FIGURE: other}, withdrawn=frozenset({"t"}))
    )

    assert [(one.change, one.old) for one in found] == [
        (EditionChange.WITHDRAWN, None),
        (EditionChange.REVISED, None),
    ]


def test_a_snapshot_keeps_what_is_withdrawn_and_one_of_before_has_none() -> None:
    edition = KeptEdition(1, "mark", parse_day("2021-04-23"), Snapshot({KEY: VISIT}, withdrawn=frozenset({"a", "b"})))
    said = json.loads(edition_bytes(edition))

    assert read_edition(edition_bytes(edition)) == edition
    assert said.pop("withdrawn") == ["a", "b"]
    assert read_edition(json.dumps(said).encode()).snapshot.withdrawn == frozenset()
