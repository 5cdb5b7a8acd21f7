"""Elements that say what was put in and what was taken out (ISO/IEC 29500-1, 17.13.5).

Their ids are given when the whole file is there.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import etree

from briefgen.records import dataclass
from briefgen.render.docx.redline.likeness import W

if TYPE_CHECKING:
    import datetime as dt

    from lxml.etree import _Element as Element

INSERTED, DELETED = "ins", "del"
REVISIONS = frozenset({
    "ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "rPrChange", "pPrChange", "tblPrChange",
    "tblPrExChange", "tblGridChange", "trPrChange", "tcPrChange", "sectPrChange", "numberingChange",
    "customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart", "customXmlDelRangeEnd",
})  # fmt: skip
"""What a file holds that has changes to accept or to reject."""
_IN_DELETED = {f"{W}t": f"{W}delText", f"{W}instrText": f"{W}delInstrText"}
_BEHIND_MARK = {f"{W}sectPr", f"{W}pPrChange"}
"""What stands in the properties of a paragraph behind those of its mark."""


@dataclass(frozen=True, slots=True)
class Reviser:
    """Whose changes they are, and of which day."""

    author: str
    day: dt.date

    def mark(self, name: str) -> Element:
        """An element of a revision without its content."""
        said = {f"{W}id": "0", f"{W}author": self.author, f"{W}date": f"{self.day.isoformat()}T00:00:00Z"}
        return etree.Element(f"{W}{name}", said)

    def marked(self, name: str, pieces: list[Element]) -> list[Element]:
        """Pieces of a paragraph as put in or taken out; of a link, what is in it."""
        found: list[Element] = []
        for piece in pieces:
            if piece.tag == f"{W}hyperlink":
                inside = self.marked(name, list(piece))
                piece[:] = inside
                found.append(piece)
                continue
            if not found or found[-1].tag != f"{W}{name}":
                found.append(self.mark(name))
            found[-1].append(_deleted(piece) if name == DELETED else piece)
        return found

    def mark_paragraph(self, paragraph: Element, name: str) -> None:
        """Say of a paragraph's end that it was put in or taken out."""
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            properties = etree.Element(f"{W}pPr")
            paragraph.insert(0, properties)
        runs = properties.find(f"{W}rPr")
        if runs is None:
            runs = etree.Element(f"{W}rPr")
            behind = next((at for at, one in enumerate(properties) if one.tag in _BEHIND_MARK), len(properties))
            properties.insert(behind, runs)
        runs.insert(0, self.mark(name))

    def mark_row(self, row: Element, name: str) -> None:
        """Say of a row that it was put in or taken out."""
        properties = row.find(f"{W}trPr")
        if properties is None:
            properties = etree.Element(f"{W}trPr")
            row.insert(1 if row.find(f"{W}tblPrEx") is not None else 0, properties)
        properties.append(self.mark(name))

    def keep_properties(self, now: Element | None, before: Element | None, holder: Element, name: str) -> None:
        """Put the older properties of a block into the newer ones, `holder` being the newer block."""
        if now is None:
            now = etree.Element(f"{W}{name}")
            holder.insert(0, now)
        change = self.mark(f"{name}Change")
        if name == "tblGrid":  # the only one that says neither who nor when
            del change.attrib[f"{W}author"], change.attrib[f"{W}date"]
        kept = etree.SubElement(change, f"{W}{name}")
        left_out = {f"{W}rPr", f"{W}sectPr", f"{W}headerReference", f"{W}footerReference"}
        kept.extend(deepcopy(one) for one in (() if before is None else before) if one.tag not in left_out)
        now.append(change)


def _deleted(piece: Element) -> Element:
    for one in piece.iter(*_IN_DELETED):
        one.tag = _IN_DELETED[str(one.tag)]
    return piece
