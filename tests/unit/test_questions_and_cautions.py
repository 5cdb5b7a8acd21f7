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


def page(audience: str, agreements: str = "", mechanisms: str = "") -> str:
    """The words of a shipped brief."""
    files = {**BASE, "data/x-y/agreements.yaml": agreements, "data/x-y/mechanisms.yaml": mechanisms}
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
