"""Styles of tables: rules, grounds and room in cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.render.docx.package.wordprocessingml import twips

if TYPE_CHECKING:
    from briefgen.model.looks.style import Style
    from briefgen.render.docx.package.theme import Theme

_RANK = 60
BETWEEN_BOXES = 284
_BASE = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
    '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
)


def tables(style: Style, theme: Theme) -> str:
    """The brief's table and the row of key figures; what is over a key figure belongs to its value's style."""
    hair, ink = theme.edge(style.palette.hairline), theme.edge(style.palette.ink)
    edges = (
        f'<w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" {ink}/>'
        f'<w:bottom w:val="single" w:sz="4" w:space="0" {hair}/></w:tblBorders>'
    )
    cards, memo = _own("KeyFigures", "Key Figures", _margins(0.0)), edges + _margins(0.0, BETWEEN_BOXES)
    times = _own("TimelineTable", "Timeline Table", _margins(0.0, upright=30))
    return _BASE + _brief_table(style, theme) + cards + _own("MemoLine", "Memo Line", memo) + times


def _brief_table(style: Style, theme: Theme) -> str:
    palette = style.palette
    hair = f'w:val="single" w:sz="4" w:space="0" {theme.edge(palette.hairline)}'
    rows = f"<w:tblBorders><w:bottom {hair}/><w:insideH {hair}/></w:tblBorders>"
    under = f'<w:tcBorders><w:bottom w:val="single" w:sz="8" w:space="0" {theme.edge(palette.ink)}/></w:tcBorders>'
    ground = theme.ground(palette.head_fill) if palette.head_fill else ""
    head = f'<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr>{under}{ground}</w:tcPr></w:tblStylePr>'
    bands = _band(theme, "band1Horz", palette.odd_fill) + _band(theme, "band2Horz", palette.even_fill)
    return _own("BriefTable", "Brief Table", rows + _margins(style.inset), head + bands)


def _own(key: str, name: str, properties: str, parts: str = "") -> str:
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{key}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="{_RANK}"/><w:tblPr>{properties}</w:tblPr>{parts}'
        "</w:style>"
    )


def _margins(left: float, right: int = 115, upright: int = 45) -> str:
    """The room in cells: `left` in points, all else in twentieths of a point."""
    return (
        f'<w:tblCellMar><w:top w:w="{upright}" w:type="dxa"/><w:left w:w="{twips(left)}" w:type="dxa"/>'
        f'<w:bottom w:w="{upright}" w:type="dxa"/><w:right w:w="{right}" w:type="dxa"/></w:tblCellMar>'
    )


def _band(theme: Theme, kind: str, fill: str) -> str:
    """The ground of every second row, where the style has one."""
    return (
        f'<w:tblStylePr w:type="{kind}"><w:tblPr/><w:tcPr>{theme.ground(fill)}</w:tcPr></w:tblStylePr>' if fill else ""
    )
