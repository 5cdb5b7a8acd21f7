"""Every style of a Word file, declared: what it is called, what it looks like, where it stands in Word's gallery."""

from __future__ import annotations

from types import MappingProxyType

from briefgen.model.limits import DEEPEST_HEADING
from briefgen.records import dataclass
from briefgen.render.docx.package.numbering import BOX_INDENT, BULLET_HANG, NUMBER_HANG


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphStyle:
    """A style of paragraphs that is set by a text style of the house."""

    name: str
    """As Word knows it; built-in ones in the words of the standard."""
    text: str
    """The text style of the house that it looks like."""
    own: bool = False
    """Whether it is none of Word's built-in ones."""
    in_gallery: bool = True
    """Whether Word offers it at the top of its window."""
    linked: bool = False
    """Whether words within a paragraph can be given its look, as Word's own headings can."""
    keeps: bool = False
    """Whether it stays on the page of what follows."""
    like_body: bool = False
    """Based on Body Text, and silent on what they have in common."""
    is_close: bool = False
    """Whether the room behind it is not its own: it stands in a table."""
    followed_by: str = ""
    """The style of the next paragraph that an editor begins."""
    indent: str = ""
    end: str = ""
    """Paragraph properties behind the indent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StyleVariant:
    """A style that is another one in all but few properties of the paragraph."""

    name: str
    of: str
    caution: bool = False
    """Whether it is of a box that warns."""
    bold: bool = False
    muted: bool = False
    before: float | None = None
    after: float | None = None
    """Room in points, where it is another than the base's."""
    indent: str = ""
    side: str = ""
    level: int = 0
    """Of a heading, where it is another than the base's."""
    in_gallery: bool = True
    own: bool = True


_DEEPEST_LOOK, _IN_GALLERY = 3, 3
"""Levels of headings that look different, and that Word offers at the top of its window."""
AROUND = 10.0
"""The room before and behind a box, and behind a table, in points."""
DEEPEST_CONTINUED = 5
"""Word has List Continue up to this depth."""
_BOXED = f'<w:ind w:left="{BOX_INDENT}" w:right="{BOX_INDENT}"/>'
_BULLETED = f'<w:ind w:left="340" w:hanging="{BULLET_HANG}"/>'
_BOX_BULLETED = f'<w:ind w:left="{BOX_INDENT + BULLET_HANG}" w:right="{BOX_INDENT}" w:hanging="{BULLET_HANG}"/>'
MEMO_TAB = 1361
"""Where values stand behind their labels in a memo that is no line of boxes: 24 mm."""
_MEMO = f'<w:ind w:left="{MEMO_TAB}" w:hanging="{MEMO_TAB}"/>'
_NUMBERED = f'<w:ind w:left="{NUMBER_HANG}" w:hanging="{NUMBER_HANG}"/>'


def heading_text(level: int) -> str:
    """The text style of the house that a heading of some level looks like."""
    return f"heading{min(level, _DEEPEST_LOOK)}"


def box_title(kind: str, level: int) -> str:
    """The style of a box's title that is a heading of some level; `kind` is `Callout` or `Caution`.

    Its outline level puts it into Word's Navigation pane; a table of contents takes the styles Heading 1 and 2 alone.
    """
    return f"{kind}Title{level if level > 1 else ''}"


PARAGRAPHS = MappingProxyType({
    "BodyText": ParagraphStyle(name="Body Text", text="body", linked=True),
    **{
        f"Heading{level}": ParagraphStyle(
            name=f"heading {level}", text=heading_text(level), linked=True, keeps=True, followed_by="BodyText",
            end=f'<w:outlineLvl w:val="{level - 1}"/>', in_gallery=level <= _IN_GALLERY,
        )
        for level in range(1, DEEPEST_HEADING + 1)
    },
    "ListBullet": ParagraphStyle(
        name="List Bullet", text="list", like_body=True, indent=_BULLETED
    ),
    "ListNumber": ParagraphStyle(
        name="List Number", text="list", like_body=True, indent=_NUMBERED
    ),
    "ListContinue": ParagraphStyle(
        name="List Continue", text="list", like_body=True, indent='<w:ind w:left="340"/>'
    ),
    "Title": ParagraphStyle(name="Title", text="title", linked=True, keeps=True, followed_by="BodyText"),
    "Subtitle": ParagraphStyle(name="Subtitle", text="subtitle", linked=True, keeps=True, followed_by="BodyText"),
    "Standfirst": ParagraphStyle(name="Standfirst", text="standfirst", own=True, keeps=True, followed_by="BodyText"),
    "Memo": ParagraphStyle(name="Memo", text="memo", own=True, in_gallery=False, keeps=True, is_close=True),
    "MemoList": ParagraphStyle(
        name="Memo List", text="memo", own=True, in_gallery=False, keeps=True, indent=_MEMO,
    ),
    "CalloutTitle": ParagraphStyle(
        name="Callout Title", text="callout_title", own=True, keeps=True, followed_by="Callout",
        indent=_BOXED, end='<w:outlineLvl w:val="0"/>',
    ),
    "Callout": ParagraphStyle(
        name="Callout", text="callout", own=True, keeps=True, like_body=True, indent=_BOXED
    ),
    "Caption": ParagraphStyle(name="caption", text="caption", keeps=True, followed_by="BodyText"),
    "Unit": ParagraphStyle(name="Unit", text="unit", own=True, keeps=True),
    "Exhibit": ParagraphStyle(name="Exhibit", text="figure", own=True, in_gallery=False, keeps=True),
    "SourceLine": ParagraphStyle(name="Source Line", text="source", own=True, followed_by="BodyText"),
    "TableHead": ParagraphStyle(name="Table Head", text="table_head", own=True, keeps=True, end='<w:jc w:val="left"/>'),
    "TableText": ParagraphStyle(name="Table Text", text="table", own=True, end='<w:jc w:val="left"/>'),
    "CardValue": ParagraphStyle(
        name="Card Value", text="card_value", own=True, in_gallery=False, keeps=True, followed_by="CardLabel"
    ),
    "CardLabel": ParagraphStyle(name="Card Label", text="card_label", own=True, in_gallery=False),
    "ReferenceEntry": ParagraphStyle(
        name="Reference Entry", text="reference", own=True, indent=_NUMBERED
    ),
    "MarginNote": ParagraphStyle(name="Margin Note", text="side", own=True, keeps=True),
    "NoteInText": ParagraphStyle(
        name="Note In Text", text="side", own=True, in_gallery=False, indent='<w:ind w:left="284"/>'
    ),
    "SourceBeside": ParagraphStyle(name="Source Beside", text="source", own=True, in_gallery=False, keeps=True),
    "FigureNumber": ParagraphStyle(
        name="Figure Number", text="card_value", own=True, in_gallery=False, keeps=True, followed_by="FigureLabel"
    ),
    "FigureLabel": ParagraphStyle(name="Figure Label", text="card_label", own=True, in_gallery=False, keeps=True),
    "TOCHeading": ParagraphStyle(
        name="TOC Heading", text="heading2", in_gallery=False, keeps=True, followed_by="BodyText"
    ),
    "TOC1": ParagraphStyle(name="toc 1", text="contents", in_gallery=False, followed_by="BodyText"),
    "TOC2": ParagraphStyle(
        name="toc 2", text="contents", in_gallery=False, followed_by="BodyText",
        indent=f'<w:ind w:left="{BOX_INDENT}"/>',
    ),
    "FootnoteText": ParagraphStyle(name="footnote text", text="note", in_gallery=False, linked=True),
    "Header": ParagraphStyle(name="header", text="running", in_gallery=False, linked=True),
    "Footer": ParagraphStyle(name="footer", text="running", in_gallery=False, linked=True),
})  # fmt: skip
"""Style id → its declaration, in the order of the gallery."""

OVER_UNIT, EXHIBIT_ALONE = "CaptionOverUnit", "ExhibitAlone"
"""The style of a title right under which the unit stands, and of a picture or chart whose source is not below it."""
VARIANTS = MappingProxyType({
    "CalloutBullet": StyleVariant(name="Callout Bullet", of="Callout", indent=_BOX_BULLETED),
    "CalloutLast": StyleVariant(name="Callout Last", of="Callout", after=AROUND, in_gallery=False),
    "CalloutBulletLast": StyleVariant(
        name="Callout Bullet Last", of="CalloutBullet", after=AROUND, in_gallery=False
    ),
    "CautionTitle": StyleVariant(name="Caution Title", of="CalloutTitle", caution=True),
    "Caution": StyleVariant(name="Caution", of="Callout", caution=True),
    "CautionBullet": StyleVariant(name="Caution Bullet", of="CalloutBullet", caution=True),
    "CautionLast": StyleVariant(name="Caution Last", of="CalloutLast", caution=True, in_gallery=False),
    "CautionBulletLast": StyleVariant(
        name="Caution Bullet Last", of="CalloutBulletLast", caution=True, in_gallery=False
    ),
    **{
        box_title(kind, level): StyleVariant(
            name=f"{kind} Title {level}", of=f"{kind}Title", level=level, in_gallery=False
        )
        for kind in ("Callout", "Caution")
        for level in range(2, DEEPEST_HEADING + 1)
    },
    **{
        f"{key}Right": StyleVariant(
            name=f"{key} Right", of=key, side="right", indent='<w:ind w:right="0"/>', in_gallery=False
        )
        for key in ("Header", "Footer")
    },
    "HeaderUnderLogos": StyleVariant(name="Header Under Logos", of="Header", after=14.0, in_gallery=False),
    "Letterhead": StyleVariant(name="Letterhead", of="Header", in_gallery=False),
    "LetterheadRunning": StyleVariant(name="Letterhead Running", of="Header", in_gallery=False),
    "TableNumber": StyleVariant(name="Table Number", of="TableText", side="right"),
    "TableCentred": StyleVariant(name="Table Centred", of="TableText", side="center"),
    "TableRowHead": StyleVariant(name="Table Row Head", of="TableText", bold=True),
    "TableRowNumber": StyleVariant(name="Table Row Number", of="TableNumber", bold=True),
    "TableInterval": StyleVariant(name="Table Interval", of="TableNumber", muted=True),
    "TableHeadNumber": StyleVariant(name="Table Head Number", of="TableHead", side="right"),
    "TableHeadCentred": StyleVariant(name="Table Head Centred", of="TableHead", side="center"),
    EXHIBIT_ALONE: StyleVariant(name="Exhibit Alone", of="Exhibit", after=AROUND, in_gallery=False),
    OVER_UNIT: StyleVariant(name="Caption Over Unit", of="Caption", after=0.0, in_gallery=False),
    **{
        f"{key}AfterExhibit": StyleVariant(
            name=f"{PARAGRAPHS[key].name} After Exhibit", of=key, before=AROUND, in_gallery=False
        )
        for key in ("BodyText", "ListBullet", "ListNumber")
    },
    **{
        f"ListContinue{depth}": StyleVariant(
            name=f"List Continue {depth}", of="ListContinue", indent=f'<w:ind w:left="{340 * depth}"/>',
            in_gallery=False, own=False,
        )
        for depth in range(2, DEEPEST_CONTINUED + 1)
    },
})  # fmt: skip
"""Style id → how it differs from another."""

STYLE_IN_MARGIN, STYLE_IN_TEXT, SOURCE_BESIDE = "MarginNote", "NoteInText", "SourceBeside"
IN_MARGIN = frozenset({STYLE_IN_MARGIN, SOURCE_BESIDE, "FigureNumber", "FigureLabel"})
"""Styles that carry the frame in the margin of the page."""
ENDS_OF_NOTES = IN_MARGIN - {"FigureNumber"}
"""Those of them that a note may end with."""
IN_BOXES = frozenset({"Callout", "CalloutTitle"})
LETTERHEADS = MappingProxyType({"Letterhead": True, "LetterheadRunning": False})
"""Styles that hold the pictures of a head → whether it is that of the first page."""
UNDER_LOGOS = frozenset({*LETTERHEADS, "HeaderUnderLogos"})
"""Styles that a house without pictures in its heads has no use for."""
LAST_IN_BOX = MappingProxyType({key: f"{key}Last" for key in ("Callout", "CalloutBullet", "Caution", "CautionBullet")})
"""The style of a box's paragraph → that of its last one."""
OWN_ROOM = frozenset({
    "SourceLine", "Caption", OVER_UNIT, *(f"Heading{level}" for level in range(1, DEEPEST_HEADING + 1)),
    *(box_title(kind, level) for kind in ("Callout", "Caution") for level in range(1, DEEPEST_HEADING + 1)),
})  # fmt: skip
"""Styles that keep their own distance from a table above."""
AFTER_EXHIBIT = MappingProxyType({key: f"{key}AfterExhibit" for key in ("BodyText", "ListBullet", "ListNumber")})
"""A style → the same with room above, for behind a table."""
