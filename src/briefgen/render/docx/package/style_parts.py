"""styles.xml from the house style: Word's own styles where it has them, ours beside them.

Families and colours are named by the theme where it has them. Which styles there are stands in `word_styles`, those of
words in `character_styles`, those of tables in `table_styles`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.document import CalloutKind
from briefgen.records import dataclass, replace
from briefgen.render.callout_looks import callout_look
from briefgen.render.docx.package.character_styles import characters, linked_name, run_properties
from briefgen.render.docx.package.font_names import complex_script_name, travels, word_name
from briefgen.render.docx.package.numbering import BOX_BULLETS, BULLETS, NUMBERS
from briefgen.render.docx.package.table_styles import tables
from briefgen.render.docx.package.theme import Theme, theme_of
from briefgen.render.docx.package.word_styles import (
    AROUND,
    ENDS_OF_NOTES,
    IN_BOXES,
    IN_MARGIN,
    LETTERHEADS,
    MEMO_TAB,
    OVER_UNIT,
    PARAGRAPHS,
    STYLE_IN_TEXT,
    UNDER_LOGOS,
    VARIANTS,
)
from briefgen.render.docx.package.wordprocessingml import DECLARED, HEAD, attribute, half_points, twips
from briefgen.render.typefaces import face

if TYPE_CHECKING:
    from briefgen.model.looks.style import Style, TextStyle
    from briefgen.render.callout_looks import CalloutLook
    from briefgen.render.docx.package.word_styles import ParagraphStyle, StyleVariant

_POINTS = 72 / 25.4
"""To the millimetre."""
_PAPER = "#ffffff"
_BETWEEN_FIGURES = 7.5
_BAR = 18
"""Width of a box's left bar, in eighths of a point."""
HEAD_DISTANCE = 400
"""How far the running head stands from the edge of the paper, where the PDF has it, in twentieths of a point."""
_UNDER_LOGOS = 3.0
_CARD_RULE, _CARD_ROOM = 10, 5
"""The rule over a key figure in eighths of a point, and its distance in points."""
_CONTENTS_LEADING = 1.25
"""The least leading of contents over their size: a list in one column, with dots to the page."""
_SINGLE, _OWN_LEADING = 240, 0.98
"""Single spacing in Word's count, and the share of it from which on a leading is taken for that."""
_LATEST, _FIRST = 99, 1
_BUILT_IN = 376
"""How many styles Word knows by itself."""
_SHOWN_ANYWAY = (("Normal", 0), ("Table Grid", 39), ("List Paragraph", 34))
"""Built-in styles that Word offers beside ours, with their places."""


def styles_xml(style: Style, language: str, theme: Theme | None = None) -> str:
    """styles.xml; `theme` is that of the file they are for, or None for our own."""
    sheet = _Sheet(style, theme or theme_of(style))
    parts = (sheet.defaults(language), _latent(), _DEFAULTS, *sheet.paragraphs(), *sheet.variants())
    words, grids = characters(style, sheet.theme, len(PARAGRAPHS) + len(VARIANTS)), tables(style, sheet.theme)
    return f"{HEAD}<w:styles {DECLARED}>{''.join(parts)}{words}{grids}</w:styles>"


_DEFAULTS = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    '<w:uiPriority w:val="0"/><w:qFormat/></w:style>'
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
    '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Spacer"><w:name w:val="Spacer"/>'
    '<w:basedOn w:val="Normal"/><w:uiPriority w:val="99"/><w:semiHidden/><w:pPr>'
    f'<w:spacing w:before="0" w:after="0" w:line="{twips(AROUND)}" w:lineRule="exact"/></w:pPr></w:style>'
)


def _latent() -> str:
    """Word's built-in styles that a brief does not use stay out of sight until somebody asks for them."""
    shown = "".join(
        f'<w:lsdException w:name="{name}" w:uiPriority="{rank}" w:semiHidden="0" w:unhideWhenUsed="0"/>'
        for name, rank in _SHOWN_ANYWAY
    )
    return (
        f'<w:latentStyles w:defLockedState="0" w:defUIPriority="{_LATEST}" w:defSemiHidden="1" '
        f'w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="{_BUILT_IN}">{shown}</w:latentStyles>'
    )


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The styles of paragraphs in one house style."""

    style: Style
    theme: Theme

    def defaults(self, language: str) -> str:
        """What holds for all text."""
        body, family = self.style.text["body"], self.style.families["serif"]
        size, tongue = half_points(body.size), attribute(language)
        return (
            f"<w:docDefaults><w:rPrDefault><w:rPr>{self.theme.fonts(word_name(family), complex_script_name(family))}"
            f'{self.theme.ink(self.style.palette.ink)}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
            f'<w:lang w:val="{tongue}" w:eastAsia="{tongue}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
            "<w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>"
        )

    def paragraphs(self) -> list[str]:
        """Every declared style of paragraphs."""
        return [self._one(key, declared, rank) for rank, (key, declared) in enumerate(PARAGRAPHS.items(), _FIRST)]

    def variants(self) -> list[str]:
        """Those that differ from another in little."""
        places = {key: rank for rank, key in enumerate(PARAGRAPHS, _FIRST)}
        for key, variant in VARIANTS.items():
            places[key] = places[variant.of]
        made = {key: variant for key, variant in VARIANTS.items() if self.style.logos or key not in UNDER_LOGOS}
        return [self._variant(key, variant, places[key]) for key, variant in made.items()]

    def _one(self, key: str, declared: ParagraphStyle, rank: int) -> str:
        text = self.style.text[declared.text]
        body = self._body_of(declared, text)
        is_said = key == "CardValue" or (body is not None and body.leading == text.leading)
        least = min(text.leading, text.size * _CONTENTS_LEADING) if key in {"TOC1", "TOC2"} else text.leading
        leading = "" if is_said else self._line_height(replace(text, leading=least))
        before = max(text.space_before, {"CalloutTitle": AROUND, "FigureNumber": _BETWEEN_FIGURES}.get(key, 0.0))
        after = 0.0 if declared.is_close else text.space_after
        spacing = f'<w:spacing w:before="{twips(before)}" w:after="{twips(after)}"{leading}/>'
        # A frame hangs on the paragraph behind it; in the text, a note's last paragraph needs nothing behind it.
        is_loose = key in ENDS_OF_NOTES and not self.style.page.margin_mm
        keep = "<w:keepNext/><w:keepLines/>" if declared.keeps and not is_loose else ""
        around = (margin_frame(self.style) if key in IN_MARGIN else "") + self._before_spacing(key)
        properties = f"{keep}{around}{spacing}{declared.indent or self._indent(key)}{declared.end}"
        head = _head(key, declared.name, rank, own=declared.own, in_gallery=declared.in_gallery)
        based = f'<w:basedOn w:val="{"BodyText" if body else "Normal"}"/>'
        following = f'<w:next w:val="{declared.followed_by}"/>' if declared.followed_by else ""
        linked = f'<w:link w:val="{linked_name(key)}"/>' if declared.linked else ""
        look = self._look(key, text, body)
        return f"{head.format(f'{based}{following}{linked}')}<w:pPr>{properties}</w:pPr><w:rPr>{look}</w:rPr></w:style>"

    def _line_height(self, text: TextStyle) -> str:
        """The leading; less than the face's own is a share of it, so that a picture in a line keeps its height."""
        family = self.style.families[text.family]
        measured = face(family.source, bold=text.bold, italic=text.italic)
        share = text.leading / ((measured.ascent - measured.descent) * text.size / 1000)
        if travels(family) and share < _OWN_LEADING:
            return f' w:line="{round(share * _SINGLE)}" w:lineRule="auto"'
        return f' w:line="{twips(text.leading)}" w:lineRule="atLeast"'

    def _look(self, key: str, text: TextStyle, body: TextStyle | None) -> str:
        """Run properties; a table's head leaves its colour to the table style where nobody sets it."""
        is_head = key == "TableHead"
        text = replace(text, colour=self.style.head_ink or text.colour) if is_head else text
        inked = not is_head or bool(self.style.word or self.style.head_ink) or text.colour != "ink"
        return run_properties(self.style, self.theme, text, inked=inked, beyond=body)

    def _body_of(self, declared: ParagraphStyle, text: TextStyle) -> TextStyle | None:
        """The body text that a style leans on: an editor who changes it changes lists and boxes with it."""
        body = self.style.text["body"]
        leans = declared.like_body and (text.bold, text.italic) == (body.bold, body.italic)
        return body if leans else None

    def _variant(self, key: str, variant: StyleVariant, rank: int) -> str:
        head = _head(key, variant.name, rank, own=variant.own, in_gallery=variant.in_gallery)
        room = "".join(
            f' w:{side}="{twips(points)}"'
            for side, points in (("before", variant.before), ("after", variant.after))
            if points is not None
        )
        last = '<w:keepNext w:val="0"/>' if variant.after is not None and key != OVER_UNIT else ""
        numbered = f'<w:numPr><w:numId w:val="{BOX_BULLETS}"/></w:numPr>' if key == "CalloutBullet" else ""
        frame = self._box(callout_look(CalloutKind.CAUTION, self.style.palette)) if variant.caution else ""
        spacing = self._letterhead(key) or (f"<w:spacing{room}/>" if room else "")
        side = f'<w:jc w:val="{variant.side}"/>' if variant.side else ""
        outline = f'<w:outlineLvl w:val="{variant.level - 1}"/>' if variant.level else ""
        following = _following(key, variant)
        based = f'<w:basedOn w:val="{variant.of}"/>{following}'
        properties = f"{last}{numbered}{frame}{spacing}{variant.indent}{side}{outline}"
        palette = self.style.palette
        colour = palette.caution if key == "CautionTitle" else palette.muted if variant.muted else ""
        look = ("<w:b/><w:bCs/>" if variant.bold else "") + (self.theme.ink(colour) if colour else "")
        words = f"<w:rPr>{look}</w:rPr>" if look else ""
        return f"{head.format(based)}<w:pPr>{properties}</w:pPr>{words}</w:style>"

    def _letterhead(self, key: str) -> str:
        """The height of the paragraph that holds the pictures of a head: as far down as they reach."""
        if key not in LETTERHEADS:
            return ""
        height = self.style.logos_end(on_first=LETTERHEADS[key]) - HEAD_DISTANCE / 20 + _UNDER_LOGOS
        line = max(twips(height), 20)
        return f'<w:spacing w:before="0" w:after="0" w:line="{line}" w:lineRule="exact"/>'

    def _before_spacing(self, key: str) -> str:
        """Numbering, borders, shading and tabs, in schema order."""
        if key in {"ListBullet", "ListNumber"}:
            return f'<w:numPr><w:numId w:val="{BULLETS if key == "ListBullet" else NUMBERS}"/></w:numPr>'
        if key in IN_BOXES:
            return self._box(callout_look(CalloutKind.SUMMARY, self.style.palette))
        if key == "CardValue":
            rule = self.theme.edge(self.style.palette.ink)
            return f'<w:pBdr><w:top w:val="single" w:sz="{_CARD_RULE}" w:space="{_CARD_ROOM}" {rule}/></w:pBdr>'
        if key == STYLE_IN_TEXT or (key in IN_MARGIN and not self.style.page.margin_mm):
            return f"<w:pBdr>{self._rule('left', 12, 8, self.style.palette.hairline)}</w:pBdr>"
        if key in IN_MARGIN:
            return self._margin_rule()
        if key == "Heading1" and self.style.page.margin_mm:
            return f"<w:pBdr>{self._rule('top', 7, 5, self.style.palette.ink)}</w:pBdr>"
        if key == "MemoList":
            return f'<w:tabs><w:tab w:val="left" w:pos="{MEMO_TAB}"/></w:tabs>'
        if key in {"Header", "Footer"}:
            return f'<w:tabs><w:tab w:val="right" w:pos="{text_width(self.style)}"/></w:tabs>'
        if key in {"TOC1", "TOC2"}:
            column = twips(self.style.page.column_mm * _POINTS)
            return f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{column}"/></w:tabs>'
        return ""

    def _margin_rule(self) -> str:
        """A rule above the first note of a frame.

        It is the same for all styles of the margin: LibreOffice makes no frame of paragraphs with unlike borders.
        """
        return f"<w:pBdr>{self._rule('top', 7, 4, self.style.palette.ink)}</w:pBdr>"

    def _rule(self, side: str, eighths: int, space: int, ink: str) -> str:
        return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="{space}" {self.theme.edge(ink)}/>'

    def _indent(self, key: str) -> str:
        """Running lines reach over the column of notes; notes without one stand in from their bar."""
        page = self.style.page
        if key in {"Header", "Footer"} and page.margin_mm:
            return f'<w:ind w:right="-{twips(page.beside_mm * _POINTS)}"/>'
        return '<w:ind w:left="284"/>' if key in IN_MARGIN and not page.margin_mm else ""

    def _box(self, look: CalloutLook) -> str:
        """Ground and bar of a box, and edges of its own colour that give it room above and below."""
        ground = look.ground or _PAPER
        edge = f'w:val="single" w:sz="4" w:space="5" {self.theme.edge(ground)}'
        left = f'<w:left w:val="single" w:sz="{_BAR}" w:space="10" {self.theme.edge(look.bar or ground)}/>'
        right = f'<w:right w:val="single" w:sz="{_BAR}" w:space="10" {self.theme.edge(ground)}/>'
        return f"<w:pBdr><w:top {edge}/>{left}<w:bottom {edge}/>{right}</w:pBdr>{self.theme.ground(ground)}"


def _head(key: str, name: str, rank: int, *, own: bool, in_gallery: bool) -> str:
    """A style up to its properties, with a gap for what it leans on."""
    custom = ' w:customStyle="1"' if own else ""
    shown = "<w:qFormat/>" if in_gallery else ""
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{key}"><w:name w:val="{name}"/>{{}}'
        f'<w:uiPriority w:val="{rank}"/>{shown}'
    )


def _following(key: str, variant: StyleVariant) -> str:
    """What an editor goes on in: a box's last paragraph is followed by running text, a warning's title by its words."""
    if key == OVER_UNIT:
        return '<w:next w:val="Unit"/>'
    if key.startswith("CautionTitle"):
        return '<w:next w:val="Caution"/>'
    return '<w:next w:val="BodyText"/>' if variant.after is not None or variant.before is not None else ""


def margin_frame(style: Style) -> str:
    """The frame in the margin of the page, beside the paragraph that follows; nothing where there is no margin.

    Styles carry it, so that what an editor types has it too, and each paragraph once more: LibreOffice up to 7.4 knows
    frames of paragraphs only.
    """
    page = style.page
    return frame_xml(page.width_mm - page.right_mm - page.margin_mm, page.margin_mm) if page.margin_mm else ""


def frame_xml(x_mm: float, width_mm: float) -> str:
    """A frame of paragraphs that stands so far from the left edge of the page, beside the paragraph that follows."""
    x, width = (twips(mm * _POINTS) for mm in (x_mm, width_mm))
    return f'<w:framePr w:w="{width}" w:wrap="around" w:vAnchor="text" w:hAnchor="page" w:x="{x}" w:y="1"/>'


def text_width(style: Style) -> int:
    """How wide a page is between its outer margins, in twentieths of a point."""
    return twips(style.page.full_mm * _POINTS)
