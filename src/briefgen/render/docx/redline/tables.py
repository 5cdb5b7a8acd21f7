"""Two versions of a table as one: rows that stayed, changed, went and came, and what changed in cells."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Protocol

from briefgen.render.docx.redline.alignment import aligned
from briefgen.render.docx.redline.likeness import W, alike, vocabulary
from briefgen.render.docx.redline.paragraphs import same_properties
from briefgen.render.docx.redline.revisions import DELETED, INSERTED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element as Element

    from briefgen.render.docx.redline.carrying import Carrier


class CellDiffer(Protocol):
    """What makes one text of two, as that of a cell."""

    @property
    def carrier(self) -> Carrier:
        """Between the two files."""

    def merged(self, olds: Sequence[Element], news: Sequence[Element], /) -> list[Element]:
        """The blocks of the newer text, with those of the older one as taken out."""

    def whole_row(self, row: Element, name: str, /) -> None:
        """Say of a row, and of all that stands in it, that it was put in or taken out."""


def changed_table(old: Element, new: Element, differ: CellDiffer) -> Element:
    """The newer version, with the rows and words of the older one as taken out."""
    made = deepcopy(new)
    for name in ("tblPr", "tblGrid"):
        _keep(name, old, new, made, differ)
    for row in made.findall(f"{W}tr"):
        made.remove(row)
    made.extend(_rows(old.findall(f"{W}tr"), new.findall(f"{W}tr"), differ))
    return made


def _keep(name: str, old: Element, new: Element, made: Element, differ: CellDiffer) -> None:
    before, now = old.find(f"{W}{name}"), new.find(f"{W}{name}")
    if not same_properties(before, now, (differ.carrier.old, differ.carrier.new)):
        differ.carrier.reviser.keep_properties(made.find(f"{W}{name}"), before, made, name)


def _rows(olds: list[Element], news: list[Element], differ: CellDiffer) -> list[Element]:
    words = [[vocabulary(row) for row in rows] for rows in (olds, news)]

    def likeness(before: int, now: int) -> float:
        cells = [len(row.findall(f"{W}tc")) for row in (olds[before], news[now])]
        return alike(words[0][before], words[1][now]) if cells[0] == cells[1] else 0.0

    carrier = differ.carrier
    found = []
    keys = [carrier.old.key(row) for row in olds], [carrier.new.key(row) for row in news]
    for step in aligned(*keys, likeness):
        if step.new is None and step.old is not None:
            found.append(carrier.carried(deepcopy(olds[step.old])))
            differ.whole_row(found[-1], DELETED)
        elif step.old is None and step.new is not None:
            found.append(deepcopy(news[step.new]))
            differ.whole_row(found[-1], INSERTED)
        elif step.old is not None and step.new is not None:
            row = news[step.new]
            found.append(deepcopy(row) if step.is_same else _changed_row(olds[step.old], row, differ))
    return found


def _changed_row(old: Element, new: Element, differ: CellDiffer) -> Element:
    made = deepcopy(new)
    _keep("trPr", old, new, made, differ)
    cells = zip(*(row.findall(f"{W}tc") for row in (old, new, made)), strict=True)
    for before, now, cell in cells:
        _keep("tcPr", before, now, cell, differ)
        content = differ.merged(*([one for one in each if one.tag != f"{W}tcPr"] for each in (before, now)))
        cell[:] = [*(one for one in cell if one.tag == f"{W}tcPr"), *content]
    return made
