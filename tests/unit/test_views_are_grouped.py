"""Positions and judgements are told by the question that they are about, else by who holds them."""

from __future__ import annotations

from briefgen.pipeline import Order, make
from briefgen.world import Disk, Memory, Overlay, shipped_root
from samples.relation_files import MINIMAL

BASE = {path: text for path, text in MINIMAL.items() if not path.startswith("templates/")}
POSITION = "- {{id: {0}, parties: [{1}], statement: {2}{3}, sources: [{{ref: ref}}]}}\n"
VIEW = "- {{id: {0}, kind: assessment, text: {1}{2}, sources: [{{ref: ref}}]}}\n"


def bullets(name: str, records: str) -> list[str]:
    """The members of lists in the brief for parliament, without their markers."""
    files = {**BASE, f"data/x-y/{name}.yaml": records}
    own = Memory({path: text.encode() for path, text in files.items()})
    result = make(Overlay(own, Disk(shipped_root())), Order(audiences=("parliament",), formats=("md",)))
    assert [d for d in result.report.diagnostics if d.severity == "error"] == []
    words = own.files["output/x-y/parliament.md"].decode().replace("\u00a0[1]", "")
    return [line[2:] for line in words.splitlines() if line.startswith("- **")]


def test_positions_of_one_question_stand_together() -> None:
    records = (
        POSITION.format("a", "PAK, BLR", "Both want more trade.", ", theme: Trade")
        + POSITION.format("b", "PAK", "Pakistan asks for a treaty.", ", theme: Law")
        + POSITION.format("c", "BLR", "Belarus asks for less duty.", ", theme: Trade, held_by: business")
    )
    assert bullets("positions", records) == [
        "**Law.** Pakistan asks for a treaty.",
        "**Trade.** Both want more trade. Business: Belarus asks for less duty.",
    ]


def test_positions_without_a_question_stand_with_those_of_whoever_holds_them() -> None:
    records = (
        POSITION.format("a", "PAK, BLR", "Both want peace.", "")
        + POSITION.format("b", "BLR", "Belarus asks for less duty.", ", held_by: business")
        + POSITION.format("c", "PAK, BLR", "Both want trade.", "")
        + POSITION.format("d", "BLR", "Belarus wants a treaty.", "")
    )
    assert bullets("positions", records) == [
        "**Belarus.** Business: Belarus asks for less duty. Belarus wants a treaty.",
        "**Pakistan and Belarus.** Both want peace. Both want trade.",
    ]


def test_a_contested_view_stands_apart_from_those_of_its_question() -> None:
    records = (
        VIEW.format("a", "Visits have helped.", ", theme: Contacts")
        + VIEW.format("b", "Visits have done harm.", ", theme: Contacts, status: contested")
        + VIEW.format("c", "Missions have helped.", ", theme: Contacts")
    )
    assert bullets("assessments", records) == [
        "**Contacts.** Visits have helped. Missions have helped.",
        "**Contested.** Visits have done harm.",
    ]
