"""styles.xml and numbering.xml from the house style: Word's own styles where it has them, ours beside them."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from briefgen.render.docx.package.wordprocessingml import DECLARED, HEAD, attribute, colour, half_points, twips

if TYPE_CHECKING:
    from briefgen.model.looks.style import Style, TextStyle

BULLETS, NUMBERS = 1, 2
"""Abstract numberings."""
_HEADINGS = {"Heading1": "heading1", "Heading2": "heading2", "Heading3": "heading3"}
_NAMES = {
    "Title": ("Title", "title"),
    "Subtitle": ("Subtitle", "subtitle"),
    "Standfirst": ("Standfirst", "standfirst"),
    "Memo": ("Memo", "memo"),
    "MemoList": ("Memo List", "memo"),
    "BodyText": ("Body Text", "body"),
    "ListBullet": ("List Bullet", "list"),
    "ListNumber": ("List Number", "list"),
    "ListContinue": ("List Continue", "list"),
    "Caption": ("caption", "caption"),
    "Unit": ("Unit", "unit"),
    "SourceLine": ("Source Line", "source"),
    "TableText": ("Table Text", "table"),
    "TableHead": ("Table Head", "table_head"),
    "Callout": ("Callout", "callout"),
    "CalloutTitle": ("Callout Title", "callout_title"),
    "CardValue": ("Card Value", "card_value"),
    "CardLabel": ("Card Label", "card_label"),
    "TOCHeading": ("TOC Heading", "heading2"),
    "TOC1": ("toc 1", "contents"),
    "TOC2": ("toc 2", "contents"),
    "Reference": ("Reference", "reference"),
    "Figure": ("Figure", "figure"),
    "FootnoteText": ("footnote text", "note"),
    "Header": ("header", "running"),
    "Footer": ("footer", "running"),
}
"""Style id → (name, text style)."""
_CELLS = {"TableRowHead": ("Table Row Head", "bold"), "TableInterval": ("Table Interval", "muted")}
"""Styles of cells that differ from the text of tables in one thing."""
_CUSTOM = {"Unit", "SourceLine", "TableText", "TableHead", "Callout", "CalloutTitle", "CardValue", "CardLabel",
           "Reference", "Figure", "Standfirst", "Memo", "MemoList"}  # fmt: skip
_KEEP = {"Title", "Subtitle", "Heading1", "Heading2", "Heading3", "Caption", "Unit", "CalloutTitle", "CardValue",
         "TableHead", "Figure", "TOCHeading", "Standfirst", "Memo", "MemoList"}  # fmt: skip
"""Kept with what follows."""
_LIKE_BODY = {"ListBullet", "ListNumber", "ListContinue", "Callout"}
"""Based on Body Text, and silent on what they have in common with it."""
_DEEPEST = 8
"""Levels of a list count from 0 to this."""
_MEMO_TAB = 1361
"""Where values stand behind their labels in a memo that is no line of boxes: 24 mm."""
_BAR = 18
"""Width of a callout's left bar, in eighths of a point."""


def styles_xml(style: Style, language: str) -> str:
    """styles.xml."""
    body = style.text["body"]
    tongue = f'<w:lang w:val="{attribute(language)}" w:eastAsia="{attribute(language)}" w:bidi="ar-SA"/>'
    size = half_points(body.size)
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{_fonts(style, "serif")}<w:color w:val="{colour(style.palette.ink)}"/>'
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>{tongue}</w:rPr></w:rPrDefault>'
        "<w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>"
    )
    normal = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList">'
        '<w:name w:val="No List"/><w:semiHidden/></w:style>'
    )
    headings = "".join(_heading(style, key, name) for key, name in _HEADINGS.items())
    paragraphs = "".join(_paragraph(style, key, name, text) for key, (name, text) in _NAMES.items())
    paragraphs += "".join(_cell_style(key, *named, style) for key, named in _CELLS.items())
    parts = (defaults, normal, headings, paragraphs, _characters(style), _tables(style))
    return f"{HEAD}<w:styles {DECLARED}>{''.join(parts)}</w:styles>"


def _heading(style: Style, key: str, name: str) -> str:
    level = int(key[-1])
    return _one(style, key, f"heading {level}", style.text[name], f'<w:outlineLvl w:val="{level - 1}"/>', "BodyText")


def _paragraph(style: Style, key: str, name: str, text: str) -> str:
    following = "BodyText" if key in {"Title", "Subtitle"} else ""
    return _one(style, key, name, style.text[text], _extras(key), following)


def _cell_style(key: str, name: str, kind: str, style: Style) -> str:
    """A style of cells, on that of their text: an editor who changes that one changes these with it."""
    look = "<w:b/><w:bCs/>" if kind == "bold" else f'<w:color w:val="{colour(style.palette.muted)}"/>'
    side = "" if kind == "bold" else '<w:pPr><w:jc w:val="right"/></w:pPr>'
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{key}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="TableText"/><w:qFormat/>{side}<w:rPr>{look}</w:rPr></w:style>'
    )


def _extras(key: str) -> str:
    """Paragraph properties that come after spacing and indents of a style."""
    return '<w:jc w:val="left"/>' if key in {"TableText", "TableHead"} else ""


def _before_spacing(style: Style, key: str) -> str:
    """Numbering, borders, shading and tabs, in schema order."""
    palette = style.palette
    if key in {"ListBullet", "ListNumber"}:
        return f'<w:numPr><w:numId w:val="{BULLETS if key == "ListBullet" else NUMBERS}"/></w:numPr>'
    if key in {"Callout", "CalloutTitle"}:
        shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{colour(palette.tint)}"/>'
        return box_borders(palette.accent, palette.tint) + shade
    if key in {"Header", "Footer"}:
        return f'<w:tabs><w:tab w:val="right" w:pos="{text_width(style)}"/></w:tabs>'
    if key == "MemoList":
        return f'<w:tabs><w:tab w:val="left" w:pos="{_MEMO_TAB}"/></w:tabs>'
    return ""


def text_width(style: Style) -> int:
    """How wide the text of a page is, in twentieths of a point."""
    page = style.page
    return twips((page.width_mm - page.left_mm - page.right_mm) * 72 / 25.4)


def box_borders(bar: str, tint: str) -> str:
    """The bar at the left of a box, and edges of the box's own colour that give it room above and below."""
    edge = f'w:val="single" w:sz="4" w:space="5" w:color="{colour(tint)}"'
    left = f'<w:left w:val="single" w:sz="{_BAR}" w:space="10" w:color="{colour(bar)}"/>'
    return f"<w:pBdr><w:top {edge}/>{left}<w:bottom {edge}/></w:pBdr>"


def _indent(key: str) -> str:
    return {
        "ListBullet": '<w:ind w:left="340" w:hanging="227"/>',
        "ListContinue": '<w:ind w:left="340"/>',
        "ListNumber": '<w:ind w:left="397" w:hanging="397"/>',
        "Callout": '<w:ind w:left="284"/>',
        "CalloutTitle": '<w:ind w:left="284"/>',
        "TOC2": '<w:ind w:left="284"/>',
        "MemoList": f'<w:ind w:left="{_MEMO_TAB}" w:hanging="{_MEMO_TAB}"/>',
        "Reference": '<w:ind w:left="397" w:hanging="397"/>',
    }.get(key, "")


def _one(style: Style, key: str, name: str, text: TextStyle, extra: str, following: str) -> str:
    body = _body_of(style, key, text)
    leading = "" if body and body.leading == text.leading else f' w:line="{twips(text.leading)}" w:lineRule="atLeast"'
    spacing = f'<w:spacing w:before="{twips(text.space_before)}" w:after="{twips(text.space_after)}"{leading}/>'
    keep = "<w:keepNext/>" if key in _KEEP else ""
    lines = "<w:keepLines/>" if key in _KEEP or key == "Callout" else ""
    custom = ' w:customStyle="1"' if key in _CUSTOM else ""
    after = f'<w:next w:val="{following}"/>' if following else ""
    based = f'<w:basedOn w:val="{"BodyText" if body else "Normal"}"/>'
    ppr = f"<w:pPr>{keep}{lines}{_before_spacing(style, key)}{spacing}{_indent(key)}{extra}</w:pPr>"
    text = replace(text, colour=style.head_ink or text.colour) if key == "TableHead" else text
    inked = key != "TableHead" or bool(style.word or style.head_ink) or text.colour != "ink"
    properties = run_properties(style, text, capitals=key == "CalloutTitle", inked=inked)
    properties = _beyond(style, text, body) if body else properties
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{key}"><w:name w:val="{name}"/>{based}{after}<w:qFormat/>'
        f"{ppr}<w:rPr>{properties}</w:rPr></w:style>"
    )


def _body_of(style: Style, key: str, text: TextStyle) -> TextStyle | None:
    """The body text that a style leans on: an editor who changes it changes lists and boxes with it."""
    body = style.text["body"]
    leans = key in _LIKE_BODY and (text.bold, text.italic) == (body.bold, body.italic)
    return body if leans else None


def _beyond(style: Style, text: TextStyle, body: TextStyle) -> str:
    """The run properties of a text in which it is not like the body's."""
    fonts = "" if text.family == body.family else _fonts(style, text.family)
    ink = "" if text.colour == body.colour else f'<w:color w:val="{colour(style.colour(text.colour))}"/>'
    size = half_points(text.size)
    sizes = "" if text.size == body.size else f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    return fonts + ink + sizes


def run_properties(style: Style, text: TextStyle, *, capitals: bool = False, inked: bool = True) -> str:
    """Font, weight, colour and size of a text style; capitals are spaced.

    `inked` is False where the colour is left to what stands below: a paragraph's colour outranks that of its table.
    """
    bold = "<w:b/><w:bCs/>" if text.bold else ""
    italic = "<w:i/><w:iCs/>" if text.italic else ""
    size = half_points(text.size)
    ink = f'<w:color w:val="{colour(style.colour(text.colour))}"/>' if inked else ""
    caps, spacing = ("<w:caps/>", f'<w:spacing w:val="{twips(text.size * 0.06)}"/>') if capitals else ("", "")
    tail = f'{ink}{spacing}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    return f"{_fonts(style, text.family)}{bold}{italic}{caps}{tail}"


def _fonts(style: Style, family: str) -> str:
    name = attribute(style.families[family].name)
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}" w:cs="{name}"/>'


def _characters(style: Style) -> str:
    accent = colour(style.palette.accent)
    made = {
        "Hyperlink": ("Hyperlink", f'<w:color w:val="{accent}"/>'),
        "FootnoteReference": ("footnote reference", f'<w:color w:val="{accent}"/><w:vertAlign w:val="superscript"/>'),
        "Strong": ("Strong", "<w:b/><w:bCs/>"),
        "Emphasis": ("Emphasis", "<w:i/><w:iCs/>"),
        "CardUnit": ("Card Unit", run_properties(style, style.text["card_unit"])),
        "MemoLabel": ("Memo Label", run_properties(style, style.text["meta"])),
        "Handling": ("Handling", "<w:b/><w:bCs/>" + '<w:spacing w:val="16"/>'),
    }
    return "".join(
        f'<w:style w:type="character"{_custom(key)} w:styleId="{key}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:rPr>{rpr}</w:rPr></w:style>'
        for key, (name, rpr) in made.items()
    )


def _custom(key: str) -> str:
    return ' w:customStyle="1"' if key in {"CardUnit", "Handling", "MemoLabel"} else ""


def _tables(style: Style) -> str:
    palette = style.palette
    ink, hair, head_fill = colour(palette.ink), colour(palette.hairline), colour(palette.head_fill)
    ground = f'<w:shd w:val="clear" w:color="auto" w:fill="{head_fill}"/>' if head_fill else ""
    margins = (
        '<w:tblCellMar><w:top w:w="45" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
        '<w:bottom w:w="45" w:type="dxa"/><w:right w:w="115" w:type="dxa"/></w:tblCellMar>'
    )
    inset = margins.replace('<w:left w:w="0"', f'<w:left w:w="{twips(style.inset)}"')
    head = (
        '<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders>'
        f'<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{ink}"/></w:tcBorders>{ground}</w:tcPr></w:tblStylePr>'
    )
    bands = _band("band1Horz", palette.odd_fill) + _band("band2Horz", palette.even_fill)
    rows = (
        f'<w:tblBorders><w:bottom w:val="single" w:sz="4" w:space="0" w:color="{hair}"/>'
        f'<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{hair}"/></w:tblBorders>'
    )
    cards = f'<w:tblBorders><w:top w:val="single" w:sz="10" w:space="0" w:color="{ink}"/></w:tblBorders>'
    base = (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    )
    brief = (
        '<w:style w:type="table" w:customStyle="1" w:styleId="BriefTable"><w:name w:val="Brief Table"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr>{rows}{inset}</w:tblPr>{head}{bands}</w:style>'
    )
    key_figures = (
        '<w:style w:type="table" w:customStyle="1" w:styleId="KeyFigures"><w:name w:val="Key Figures"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr>{cards}{margins}</w:tblPr></w:style>'
    )
    edges = (
        f'<w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="{ink}"/>'
        f'<w:bottom w:val="single" w:sz="4" w:space="0" w:color="{hair}"/></w:tblBorders>'
    )
    memo = (
        '<w:style w:type="table" w:customStyle="1" w:styleId="MemoLine"><w:name w:val="Memo Line"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr>{edges}{margins.replace("115", "284")}</w:tblPr></w:style>'
    )
    return base + brief + key_figures + memo


def _band(kind: str, fill: str) -> str:
    """The ground of every second row, where the style has one."""
    ground = f'<w:tblPr/><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{colour(fill)}"/></w:tcPr>'
    return f'<w:tblStylePr w:type="{kind}">{ground}</w:tblStylePr>' if fill else ""


@lru_cache(maxsize=64)
def numbering_xml(lists: tuple[tuple[int, int], ...]) -> str:
    """numbering.xml: bullets, and for each numbered list a numbering of its own, begun anew at its depth."""
    bullet = _abstract(BULLETS, "bullet", "•", "ListBullet")
    number = _abstract(NUMBERS, "decimal", "%1.", "ListNumber")
    nums = f'<w:num w:numId="{BULLETS}"><w:abstractNumId w:val="{BULLETS}"/></w:num>'
    nums += f'<w:num w:numId="{NUMBERS}"><w:abstractNumId w:val="{NUMBERS}"/></w:num>'
    for number_id, (level, start) in enumerate(lists, NUMBERS + 1):
        begin = f'<w:lvlOverride w:ilvl="{min(level, _DEEPEST)}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        nums += f'<w:num w:numId="{number_id}"><w:abstractNumId w:val="{NUMBERS}"/>{begin}</w:num>'
    return f"{HEAD}<w:numbering {DECLARED}>{bullet}{number}{nums}</w:numbering>"


def _abstract(number: int, kind: str, text: str, style: str) -> str:
    levels = "".join(_level(level, kind, text, style) for level in range(_DEEPEST + 1))
    kept = '<w:multiLevelType w:val="hybridMultilevel"/>'
    return f'<w:abstractNum w:abstractNumId="{number}">{kept}{levels}</w:abstractNum>'


def _level(level: int, kind: str, text: str, style: str) -> str:
    linked = f'<w:pStyle w:val="{style}"/>' if level == 0 else ""
    shown = text.replace("%1", f"%{level + 1}")
    hanging = 227 if kind == "bullet" else 397
    indent = (
        f'<w:pPr><w:ind w:left="{(340 if kind == "bullet" else 397) + level * 340}" w:hanging="{hanging}"/></w:pPr>'
    )
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{linked}<w:lvlText w:val="{shown}"/>'
        f'<w:lvlJc w:val="left"/>{indent}</w:lvl>'
    )
