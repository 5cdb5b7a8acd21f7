"""Tab stops of running heads and feet, brought to the width of the text they stand over.

Styles hold their stops as distances from the left: with other margins or paper the right one is not at the edge.
"""

from __future__ import annotations

from typing import Any

from briefgen.render.docx.house.content_controls import tags_in
from briefgen.render.docx.package.wordprocessingml import DECLARED, NAMESPACES

_W = f"{{{NAMESPACES['w']}}}"
_OURS = "briefgen:"
_DEEPEST = 50
"""Styles based on one another that are followed."""


def fit_tab_stops(story: Any, styles: Any, width: int, *, ours: bool = False) -> None:  # noqa: ANN401 - lxml elements
    """Put the right stop of our lines at a width, in twentieths of a point; a line that reaches over it has more.

    A line is ours where one of our slots stands in it, a single tab, and its style has a right stop alone; with
    `ours` whatever its style says. Stops of a paragraph's own are an editor's, and stay.
    """
    for paragraph in story.iter(f"{_W}p"):
        stops = _stops(paragraph, styles)
        end = width - _right_indent(paragraph, styles)
        kept = [kind for position, kind in stops.items() if position != end]
        fitting = ours or (list(stops.values()) == ["right"] and _has_slot(paragraph))
        if kept and fitting and _tabs(paragraph) == 1 and paragraph.find(f"{_W}pPr/{_W}tabs") is None:
            _set(paragraph, stops, end)


def _has_slot(paragraph: Any) -> bool:  # noqa: ANN401 - an lxml element
    return any(tag.startswith(_OURS) for tag in tags_in([paragraph]))


def _tabs(paragraph: Any) -> int:  # noqa: ANN401 - an lxml element
    return sum(len(run.findall(f"{_W}tab")) for run in paragraph.iter(f"{_W}r"))


def _stops(paragraph: Any, styles: Any) -> dict[int, str]:  # noqa: ANN401 - lxml elements
    """Position → kind of the stops that a paragraph has from its style (ISO/IEC 29500-1, 17.3.1.38)."""
    stops: dict[int, str] = {}
    for one in _chain(paragraph, styles):
        for tab in one.iterfind(f"{_W}pPr/{_W}tabs/{_W}tab"):
            stops.update(_position(tab))
    return {position: kind for position, kind in stops.items() if kind != "clear"}


def _right_indent(paragraph: Any, styles: Any) -> int:  # noqa: ANN401 - lxml elements
    """How far a line ends before the margin; less than nothing where it reaches over it."""
    found = 0
    for one in (*_chain(paragraph, styles), paragraph):
        indent = one.find(f"{_W}pPr/{_W}ind")
        said = "" if indent is None else indent.get(f"{_W}right") or indent.get(f"{_W}end") or ""
        found = int(said) if said.lstrip("-").isdecimal() else found
    return found


def _chain(paragraph: Any, styles: Any) -> list[Any]:  # noqa: ANN401 - lxml elements
    """A paragraph's style with those it is based on, the root first."""
    named = paragraph.find(f"{_W}pPr/{_W}pStyle")
    by_id = {style.get(f"{_W}styleId"): style for style in styles.iter(f"{_W}style")}
    chain: list[Any] = []
    style = by_id.get(named.get(f"{_W}val")) if named is not None else None
    while style is not None and style not in chain and len(chain) < _DEEPEST:
        chain.append(style)
        base = style.find(f"{_W}basedOn")
        style = by_id.get(base.get(f"{_W}val")) if base is not None else None
    return chain[::-1]


def _position(tab: Any) -> dict[int, str]:  # noqa: ANN401 - an lxml element
    try:
        return {int(tab.get(f"{_W}pos")): tab.get(f"{_W}val")}
    except (TypeError, ValueError):
        return {}


def _set(paragraph: Any, stops: dict[int, str], width: int) -> None:  # noqa: ANN401 - an lxml element
    from docx.oxml import parse_xml

    kinds = {**dict.fromkeys(stops, "clear"), width: "right"}
    inner = "".join(f'<w:tab w:val="{kind}" w:pos="{position}"/>' for position, kind in sorted(kinds.items()))
    made = parse_xml(f"<w:tabs {DECLARED}>{inner}</w:tabs>")
    paragraph.get_or_add_pPr()._insert_tabs(made)  # noqa: SLF001 - it knows the order of the schema
