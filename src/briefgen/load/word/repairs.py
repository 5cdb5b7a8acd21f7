"""Small faults of a Word file that Word itself passes over, mended before a brief is put into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from briefgen.load.word.normal_form import MAIN, STYLES
from briefgen.load.word.opc_parts import RefusedError, W, xml_of
from briefgen.load.word.replaced_text import without_text

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_MOST_STYLES = 5000
_LARGEST_ID = 2**31 - 1
_TEXT = {f"{W}{tag}" for tag in ("t", "delText", "instrText", "delInstrText")}


def repaired(parts: dict[str, bytes]) -> dict[str, bytes]:
    """The parts with a name for every style, its own id for every content control, and no text outside of runs.

    Raises:
        RefusedError: for more styles than a reader can go through in a moment.
    """
    made = dict(parts)
    styles = xml_of(STYLES, parts[STYLES])
    whole = xml_of(MAIN, parts[MAIN])
    replaced = without_text(whole)
    body = whole if replaced is None else replaced
    if len(styles.findall(f"{W}style")) > _MOST_STYLES:
        raise RefusedError(f"it has more than {_MOST_STYLES} styles")
    for name, root, changed in (
        (STYLES, styles, _name_styles(styles)),
        (MAIN, body, _part_ids(body) | _drop_stray_text(body) | (replaced is not None)),
    ):
        if changed:
            made[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return made


def _name_styles(styles: Element) -> bool:
    """A style needs no name by the standard (ISO/IEC 29500-1, 17.7.4.17), and readers fail on one without."""
    changed = False
    for style in styles.findall(f"{W}style"):
        key, name = style.get(f"{W}styleId"), style.find(f"{W}name")
        if name is not None and name.get(f"{W}val"):
            continue
        changed = True
        if name is not None:
            style.remove(name)
        if key:
            style.insert(0, etree.Element(f"{W}name", {f"{W}val": key}))
        else:
            styles.remove(style)
    return changed


def _part_ids(body: Element) -> bool:
    """Content controls that were copied share an id; Word gives the second one another (17.5.2.18)."""
    ids = list(body.iter(f"{W}sdtPr"))
    found = [node for properties in ids if (node := properties.find(f"{W}id")) is not None]
    taken = {node.get(f"{W}val") for node in found}
    seen: set[str | None] = set()
    free, changed = _LARGEST_ID, False
    for node in found:
        if node.get(f"{W}val") in seen:
            while str(free) in taken:
                free -= 1
            taken.add(str(free))
            node.set(f"{W}val", str(free))
            changed = True
        seen.add(node.get(f"{W}val"))
    return changed


def _drop_stray_text(body: Element) -> bool:
    """Text of a body that stands in no run: no program shows it."""
    changed = False
    for element in body.iter(f"{W}*"):
        if element.tag not in _TEXT:
            if (element.text or "").strip():
                element.text, changed = None, True
            for child in element:
                if (child.tail or "").strip():
                    child.tail, changed = None, True
    return changed
