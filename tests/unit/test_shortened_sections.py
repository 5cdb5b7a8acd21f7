"""Shipped sections hold when every list that may be shortened is as short as it can be."""

from __future__ import annotations

from itertools import zip_longest
from pathlib import Path

import pytest

from briefgen.compose import Ingredients, RankedParts, compose
from briefgen.diagnostics import Severity
from briefgen.load import load
from briefgen.model.document import Block, BulletList, Heading, NumberedList, Paragraph
from briefgen.model.ranks import Cut
from briefgen.model.traversal import children, plain_text
from briefgen.view import Request, view
from briefgen.world import laid_over_shipped

ROOT = Path(__file__).parents[2]
WORKSPACES = {
    ("shipped" if folder == ROOT else folder.name): load(laid_over_shipped(folder)).value
    for folder in (ROOT, ROOT / "tests/relations/india-czechia")
}
CASES = [(name, audience.id) for name, workspace in WORKSPACES.items() for audience in workspace.audiences]


@pytest.mark.parametrize(("name", "reader"), CASES, ids=lambda case: case)
def test_a_section_with_its_lists_at_their_least_is_sound(name: str, reader: str) -> None:
    workspace = WORKSPACES[name]
    audience = next(one for one in workspace.audiences if one.id == reader)
    seen = view(workspace.relations[0], audience, Request()).value

    def composed(cut: Cut) -> tuple[RankedParts, tuple[Block, ...], set[tuple[str, str]]]:
        parts = RankedParts(cut)
        made_of = Ingredients(
            seen, workspace.sections, workspace.partials, workspace.wording.of(seen), workspace.pictures
        )
        made = compose(made_of, ranked=parts)
        told = {(d.code, d.message) for d in made.diagnostics if d.severity is not Severity.INFO}
        return parts, made.value.blocks, told

    whole, _, before = composed(Cut())
    lists = {(one.section, one.number): one.least for one in whole.lists if one.least < one.count}
    barest, blocks, after = composed(Cut(lists=lists))

    assert len(whole.lists) > 0
    assert after <= before
    assert len(barest.sections) == len(whole.sections)
    assert list(promised_in_vain(blocks)) == []


def promised_in_vain(blocks: tuple[Block, ...]) -> list[str]:
    """Lead-ins without a list behind them, and headings without a text."""
    found: list[str] = []
    for block, behind in zip_longest(blocks, blocks[1:]):
        if isinstance(block, Paragraph) and plain_text(block.inlines).rstrip().endswith(":"):
            found += [] if isinstance(behind, BulletList | NumberedList) else [plain_text(block.inlines)]
        if isinstance(block, Heading) and (
            behind is None or (isinstance(behind, Heading) and behind.level <= block.level)
        ):
            found.append(plain_text(block.inlines))
        found += promised_in_vain(tuple(children(block)))
    return found
