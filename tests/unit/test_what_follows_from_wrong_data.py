"""Where the data have an error, what follows from it in a shipped template is not told beside it."""

from __future__ import annotations

from briefgen.pipeline import Order, check
from briefgen.world import Memory, Overlay, packaged
from samples.composing import BASE, FOLDER

VISIT = (
    "- {id: a, kind: official, title: Talks, date: 2019, visitor: {party: PAK, person: SOMEBODY}, host: BLR, "
    "sources: [{ref: ref}]}\n"
)
SECTIONS = BASE["templates/audiences/reader.yaml"].replace("[one]", "[people, politics]")
OWN = "{% for visit in visits %}{{ visit.visitor|actor(visit.date) }}{% endfor %}\n"


def told(person: str, **own: str) -> list[str]:
    data = {f"{FOLDER}/visits.yaml": VISIT.replace("SOMEBODY", person), "templates/audiences/reader.yaml": SECTIONS}
    templates = {f"templates/sections/{name}.md.j2": text for name, text in own.items()}
    files = {path: text.encode() for path, text in (BASE | data | templates).items()}
    report = check(Overlay(Memory(files), packaged()), Order(audiences=("reader",))).report
    return [f"{d.code} {d.place.path}" for d in report.diagnostics if d.severity == "error"]


def test_a_shipped_section_that_meets_a_person_who_is_not_there_is_not_told() -> None:
    assert told("head") == []
    assert told("haed") == [f"BG202 {FOLDER}/visits.yaml"]


def test_a_section_of_the_workspace_is_told_also_then() -> None:
    assert told("haed", politics=OWN) == [f"BG202 {FOLDER}/visits.yaml", "BG404 templates/sections/politics.md.j2"]
    assert told("head", politics=OWN) == []
