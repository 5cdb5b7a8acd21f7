"""What the shipped sections ask and warn of is open on the record, and names what it speaks of."""

from __future__ import annotations

from briefgen.pipeline import Order, make
from briefgen.world import Disk, Memory, Overlay, shipped_root
from samples.relation_files import MINIMAL

BASE = {path: text for path, text in MINIMAL.items() if not path.startswith("templates/")}
TREATY = "- {{id: {0}, kind: treaty, title: {1}, signed: 2015-05-10, {2}, sources: [{{ref: ref}}]}}\n"
BODY = (
    "- {{id: {0}, kind: joint_commission, name: {1}, sources: [{{ref: ref}}],"
    " sessions_held: [{{value: 5 sessions, as_of: ../2021}}]{2}}}\n"
)


def page(audience: str, agreements: str = "", mechanisms: str = "", programmes: str = "", assessments: str = "") -> str:
    """The words of a shipped brief."""
    given = {"agreements": agreements, "mechanisms": mechanisms, "programmes": programmes, "assessments": assessments}
    files = {**BASE, **{f"data/x-y/{name}.yaml": text for name, text in given.items()}}
    own = Memory({path: text.encode() for path, text in files.items() if text})
    result = make(Overlay(own, Disk(shipped_root())), Order(audiences=(audience,), formats=("md",)))
    assert [d for d in result.report.diagnostics if d.severity == "error"] == []
    return own.files[f"output/x-y/{audience}.md"].decode().replace("\u00a0", " ")


def test_only_agreements_whose_force_is_open_are_asked_after() -> None:
    agreements = (
        TREATY.format("open", "Treaty of Friendship", "state: signed")
        + TREATY.format("word", "Visa Agreement", "state: in_force")
        + TREATY.format("dated", "Tax Convention", "in_force: 2016-01-01")
        + TREATY.format("over", "Trade Programme", "in_force: 2015-06-01, ended: 2017-12-31")
        + TREATY.format("unsaid", "Air Services Agreement", "major: true")
    )
    asked = [line for line in page("parliament", agreements).splitlines() if "entered into force, and if so" in line]

    assert len(asked) == 1
    assert "Treaty of Friendship" in asked[0]
    assert "Air Services Agreement" in asked[0]
    assert not any(title in asked[0] for title in ("Visa Agreement", "Tax Convention", "Trade Programme"))


def test_bodies_without_dated_sessions_are_named_each_once() -> None:
    mechanisms = (
        BODY.format("trade", "Joint Commission on Trade", "")
        + BODY.format("energy", "Joint Commission on Energy", "")
        + BODY.format("ports", "Joint Commission on Ports", ", sessions: [{number: 1, date: 2015-05}]")
    )
    warned = [line for line in page("minister", mechanisms=mechanisms).splitlines() if "Do not name dates" in line]
    asked = [line for line in page("parliament", mechanisms=mechanisms).splitlines() if "and with what result" in line]

    assert [sum(name in line for line in warned) for name in ("on Trade", "on Energy", "on Ports")] == [1, 1, 0]
    assert [asked[0].count(name) for name in ("on Trade", "on Energy", "on Ports")] == [1, 1, 0]


def questions(**records: str) -> list[str]:
    """What the brief for parliament asks."""
    words = page("parliament", **records).replace(" [1]", "").replace(" \\[1\\]", "")
    return [line[2:] for line in words.partition("## Questions to ask")[2].partition("\n## ")[0].splitlines() if line]


def test_documents_whose_count_has_a_day_are_asked_for_by_their_list_alone() -> None:
    stock = (
        "- {id: s, kind: stock, title: Documents, count: '80 documents', count_as_of: 2019, sources: [{ref: ref}]}\n"
    )
    one = TREATY.format("word", "Visa Agreement", "state: in_force")

    assert questions(agreements=stock + one) == [
        "Documents numbered 80 by 2019: where is the list of them? The record names one."
    ]


def test_documents_that_are_counted_and_not_listed_are_asked_for() -> None:
    stock = "- {id: s, kind: stock, title: Documents since 1993, count: '> 80 documents', sources: [{ref: ref}]}\n"
    one = TREATY.format("word", "Visa Agreement", "state: in_force")
    assert questions(agreements=stock + one) == [
        "Documents since 1993 numbered more than 80: by when, and where is the list of them? The record names one."
    ]
    assert questions(agreements=one) == []


def test_a_programme_is_asked_after_once_its_time_is_over() -> None:
    programme = "- {{id: {0}, kind: programme, title: {1}, state: adopted, span: {2}, sources: [{{ref: ref}}]}}\n"
    records = programme.format("a", "Exchange programme", "2015/2016") + programme.format("b", "Next", "2016/2200")
    (asked,) = questions(programmes=records)
    assert asked.startswith("The time of the Exchange programme (2015–2016) is over, and no outcome is on record")


def test_the_one_agreement_that_is_open_is_asked_after_with_who_has_ratified_it() -> None:
    treaty = TREATY.format("open", "Air Treaty", "state: ratified, ratifications: [{party: BLR, date: 2016-02}]")
    assert questions(agreements=treaty) == [
        "Has the Air Treaty entered into force, and if so, when? Belarus ratified it in February 2016."
    ]
