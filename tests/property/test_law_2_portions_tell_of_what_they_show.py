"""Law 2 of marked portions: every mark is at least as strict as all that stands behind it, and is all that is added.

What a mark must be is reckoned from the labels as they are entered, over every reader of both relations.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import pytest

from briefgen.compose import Ingredients, compose
from briefgen.load import load
from briefgen.model.document import Document, Exhibit, MarginNote, Paragraph, Table
from briefgen.model.facts.relation import parts_of
from briefgen.model.origin import OriginKind
from briefgen.model.traversal import (
    Role,
    TextUnit,
    document_units,
    leaves,
    note_units,
    origins_in,
    parts,
    plain_text,
    text_units,
)  # fmt: skip
from briefgen.model.values.sensitivity import Sensitivity
from briefgen.view import Request, view
from briefgen.world import Disk, shipped_root
from samples import second_relation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefgen.model.document import Block
    from briefgen.model.facts.relation import Relation
    from briefgen.model.workspace import Workspace

MARKS = {"(P)": Sensitivity.PUBLIC, "(O)": Sensitivity.OFFICIAL, "(R)": Sensitivity.RESTRICTED}
_READERS = ("minister", "business", "parliament", "researcher", "public")


@cache
def workspace(name: str) -> Workspace:
    return second_relation.workspace() if name == "second" else load(Disk(shipped_root())).value


@cache
def brief(name: str, reader: str, *, marked: bool = True) -> Document:
    """Of what a reader sees, with every label that the reader may know."""
    whole = workspace(name)
    audience = next(one for one in whole.audiences if one.id == reader)
    asked = replace(audience, portions=marked, clearance=max(audience.clearance, Sensitivity.OFFICIAL))
    seen = view(whole.relations[0], asked, Request()).value
    return compose(Ingredients(seen, whole.sections, whole.partials, whole.wording.of(seen), whole.pictures)).value


@cache
def entered(name: str) -> dict[str, Sensitivity]:
    """Id of each fact and part → its label as it stands in the files."""
    relation: Relation = workspace(name).relations[0]
    return {one.id: one.sensitivity for fact in relation.facts for one in (fact, *parts_of(fact))}


def mark(unit: TextUnit) -> Sensitivity | None:
    """The mark that a unit begins with: a key figure has it before its last words."""
    run = unit.runs[-1] if unit.role is Role.CARD else unit.runs[0]
    return MARKS.get(plain_text(run).partition("\u00a0")[0])


def behind(units: list[TextUnit], name: str) -> list[Sensitivity]:
    """The labels of the facts behind some units."""
    facts = [fact for origin in origins_in(units) for fact in origin.facts]
    labels = entered(name)
    return [labels[fact.fact] for fact in facts if fact.kind is OriginKind.FACT and fact.fact in labels]


def portions(blocks: Iterable[Block]) -> Iterator[tuple[TextUnit, list[TextUnit]]]:
    """The unit that bears a mark, and all units that it speaks for."""
    for block in blocks:
        match block:
            case Exhibit() | Table():
                units = text_units((block,))
                yield from ((unit, units) for unit in units if unit.role is Role.CAPTION)
                rows = [unit for unit in units if unit.role is Role.ROW]
                yield from ((unit, [unit]) for unit in (rows[1:] if block.caption else rows))
            case MarginNote(lead=(_, *_), blocks=(Paragraph() as first, *others)):
                lead = text_units((block,))[0]
                yield lead, [lead, *text_units((first,))]
                yield from portions(others)
            case _:
                for part in parts(block):
                    yield from [(part, [part])] if isinstance(part, TextUnit) else portions((part,))


@pytest.mark.parametrize("reader", _READERS)
@pytest.mark.parametrize("name", ["shipped", "second"])
def test_a_mark_is_at_least_as_strict_as_every_fact_behind_it(name: str, reader: str) -> None:
    document = brief(name, reader)
    told = [*portions(document.blocks), *((unit, [unit]) for unit in note_units(document.notes))]
    strict = [(mark(unit), max(labels)) for unit, units in told if (labels := behind(units, name))]

    assert len(strict) > 5
    assert [one for one in strict if one[0] is None or one[0] < one[1]] == []


@pytest.mark.parametrize("reader", _READERS)
@pytest.mark.parametrize("name", ["shipped", "second"])
def test_marks_are_all_that_is_added(name: str, reader: str) -> None:
    def words(document: Document) -> list[str]:
        return [
            leaf.text
            for unit in document_units(document)
            for run in unit.runs
            for leaf in leaves(run)
            if hasattr(leaf, "text") and leaf.text.strip() not in MARKS
        ]

    bare, marked = words(brief(name, reader, marked=False)), words(brief(name, reader))
    key = [text for text in marked if text.startswith("(P)\u00a0public")]

    assert len(key) == 1
    assert [text for text in marked if text not in {"Marks", *key}] == bare


def test_a_reader_of_two_labels_is_told_of_both() -> None:
    found = {mark(unit) for unit in text_units(brief("second", "minister").blocks) if unit.runs and unit.runs[0]}

    assert {Sensitivity.PUBLIC, Sensitivity.OFFICIAL} <= found
    assert Sensitivity.RESTRICTED not in found
