"""The briefs of every reader from a few files, all that is printed of them, and what words of change may say.

For law 10: what may be said is reckoned from rows as they are typed.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from briefgen.compose import Ingredients, compose
from briefgen.load import load
from briefgen.model.document import Exhibit, ReferenceList, Row
from briefgen.view import Request, view
from briefgen.world import Disk, Memory, Overlay, shipped_root
from readers.brief_lines import block_lines
from readers.document_words import words_of_inlines
from samples.situations.told import READERS, SHARED

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefgen.model.document import Block, Document

SHIPPED = Disk(shipped_root())
RELATION = """\
title: Kenya–Norway relations
parties:
  - {id: KEN, name: Kenya, adjective: Kenyan}
  - {id: NOR, name: Norway, adjective: Norwegian}
as_of: 2024-06-30
default_sensitivity: public
"""
REFERENCES = '[{"id": "ref", "type": "report", "title": "A report", "author": [{"family": "Otieno"}]}]'


@cache
def _shipped_files() -> dict[str, bytes]:
    return {
        **{path: text.encode() for path, text in SHARED.items()},
        "data/x/relation.yaml": RELATION.encode(),
        "data/x/references.json": REFERENCES.encode(),
    }


def briefs(files: dict[str, str]) -> Iterator[tuple[str, Document]]:
    """The brief of each reader, as its shipped audience has it."""
    own = {f"data/x/{name}": text.encode() for name, text in files.items()}
    workspace = load(Overlay(Memory({**_shipped_files(), **own}), SHIPPED)).value
    for reader in READERS:
        audience = next(one for one in workspace.audiences if one.id == reader)
        seen = view(workspace.relations[0], audience, Request()).value
        yield (
            reader,
            compose(Ingredients(seen, workspace.sections, workspace.partials, workspace.wording.of(seen))).value,
        )


def printed(document: Document) -> str:
    """All that is printed or heard, margins too, but the list of sources, the method and what shapes of charts mean."""
    lines: list[str] = []
    for block in _column_and_margin(document):
        if isinstance(block, ReferenceList):
            continue
        legend = words_of_inlines(block.caption.legend) if isinstance(block, Exhibit) else ""
        lines += [line for line in block_lines(block) if not legend or line != legend]
        lines += [block.alt] if isinstance(block, Exhibit) else []
    text = " ".join(" ".join(lines).replace("\u00a0", " ").split())
    return text.partition("Method and data")[0] + text.partition("those of the day that is told of.")[2]


def _column_and_margin(document: Document) -> Iterator[Block]:
    for block in document.blocks:
        yield from (*block.blocks, *block.notes) if isinstance(block, Row) else (block,)


Bounds: TypeAlias = tuple[Decimal, Decimal]
ENDLESS = Decimal("Infinity")


def way_between(before: Bounds, after: Bounds) -> str:
    """Which way a figure went for certain: up, down, same, or at most five per cent either way; else unclear."""
    if before == after and before[0] == before[1]:
        return "same"
    if after[0] > before[1]:
        return "up"
    if after[1] < before[0]:
        return "down"
    slight = after[0] >= before[1] * Decimal("0.95") and after[1] <= before[0] * Decimal("1.05")
    return "broadly" if slight else "unclear"


def exact_change(before: Bounds, after: Bounds) -> Decimal | None:
    """By how many per cent a figure rose or fell, where both are known to the last digit."""
    is_known = before[0] == before[1] and after[0] == after[1] and before[0]
    return abs(after[0] / before[0] - 1) * 100 if is_known else None


CARE = re.compile(
    r"Do not claim that trade rose or fell from \d{4} to \d{4}|"
    r"Has trade grown from \d{4} to \d{4}\? This brief does not compare the two|"
    r"no direction is named|"
    r"Change against an earlier period|no change can be told|No change can be told|Annual growth of turnover|"
    r"the first words of a row|the first period of that kind on record|at most|else of the first that stands"
)
LOOSE = re.compile(
    r"\b(?:rose|fell|ris\w+|fall\w*|grew|grow\w*|higher|lower|highest|lowest|unchanged|change[ds]?|increas\w*|declin\w*|"
    r"largest|smallest|most|first|best|doubled|more to|surplus)\b",
    re.IGNORECASE,
)
WORDS: Mapping[str, set[str | None]] = {
    "rose": {"up"}, "fell": {"down"}, "did not change": {"same"}, "stayed broadly unchanged": {"broadly"},
    "may have risen": {"broadly", "unclear"}, "may have fallen": {"broadly", "unclear"},
    "cannot be said": {"broadly", "unclear"}, "the figures do not show": {"unclear"},
    "the figures show neither": {"broadly", "unclear"},
    "The figures leave it open": {"broadly", "unclear"}, "higher": {"up"},
    "lower": {"down"}, "the same": {"same"}, "whether higher or lower": {"broadly", "unclear", None},
}  # fmt: skip
"""A word → the ways that a figure may have gone where it is printed; None where nothing is compared."""

RISKS = re.compile(r"# Risks and compliance")
"""The head of a section, in which nothing rises."""


def left_over(text: str, *known: re.Pattern[str]) -> list[str]:
    """Words of change or rank that belong to none of the sentences that are known, each with what is around it."""
    for pattern in (*known, CARE, RISKS):
        text = pattern.sub(" ", text)
    return [text[max(found.start() - 60, 0) : found.end() + 40] for found in LOOSE.finditer(text)]
