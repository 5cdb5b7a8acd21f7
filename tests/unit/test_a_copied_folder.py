"""Who begins a relation with a copy of another's folder is told of every record that was left behind."""

from __future__ import annotations

from briefgen.diagnostics import Severity
from briefgen.load import load
from briefgen.model.facts.relation import Relation, every_fact
from briefgen.validate import validate
from briefgen.world import Memory, Overlay, shipped_root

EXAMPLE, COPY = "data/pakistan-belarus/", "data/ind-bra/"
NAMES = {"PAK": "IND", "BLR": "BRA", "Pakistani": "Indian", "Pakistan": "India", "Belarusian": "Brazilian",
         "Belarus": "Brazil"}  # fmt: skip


def copied() -> tuple[Relation, list[tuple[str, str, int]]]:
    """The copy with nothing edited but relation.yaml, and code, file and line of what is told of it."""
    root = shipped_root()
    files = {path.relative_to(root).as_posix(): path.read_bytes() for path in (root / "data").rglob("*.*")}
    files |= {path.replace(EXAMPLE, COPY): data for path, data in files.items() if path.startswith(EXAMPLE)}
    head = files[f"{COPY}relation.yaml"].decode()
    for old, new in NAMES.items():
        head = head.replace(old, new)
    files[f"{COPY}relation.yaml"] = head.encode()
    loaded = load(Overlay(Memory(files), Memory({})))
    said = [d for d in validate(loaded.value) if d.severity is not Severity.INFO and d.place.path.startswith(COPY)]
    relation = next(relation for relation in loaded.value.relations if relation.slug == "ind-bra")
    return relation, [(d.code, d.place.path, d.place.line or 0) for d in said]


def test_every_record_of_the_example_is_told() -> None:
    relation, said = copied()

    begins = sorted((fact.place.path, fact.place.line) for fact in relation.facts)
    told = set()
    for _, path, line in said:
        told.add(max((of, at) for of, at in begins if of == path and at <= line))
    assert told == set(begins)
    assert {code for code, _, _ in said} >= {"BG206", "BG281", "BG282"}


def test_every_field_of_a_party_is_an_error() -> None:
    relation, said = copied()

    files = {path.removeprefix(COPY) for code, path, _ in said if code == "BG206"}
    assert files >= {
        "positions.yaml", "memberships.yaml", "mechanisms.yaml", "milestones.yaml", "visits.yaml", "trade.csv",
        "products.csv",
    }  # fmt: skip
    assert len(list(every_fact(relation))) > 70
