"""Styles of words: weight, stress, links and marks, as a closed set, so that no run is formatted by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.render.docx.package.font_names import complex_script_name, word_name
from briefgen.render.docx.package.theme import Theme
from briefgen.render.docx.package.word_styles import PARAGRAPHS
from briefgen.render.docx.package.wordprocessingml import half_points

if TYPE_CHECKING:
    from briefgen.model.looks.style import Style, TextStyle

_BOLD, _ITALIC, _LINE = "<w:b/><w:bCs/>", "<w:i/><w:iCs/>", '<w:u w:val="single"/>'
_SPACED = '<w:spacing w:val="16"/>'
_SYMBOLS = Theme().fonts("Segoe UI Symbol", "Segoe UI Symbol")
"""A font of every Office has the signs of timelines; other programs take their own for characters that they lack."""
_OWN = {
    "HyperlinkStrong", "HyperlinkEmphasis", "HyperlinkIntense", "CitationMark", "CardUnit", "MemoLabel", "Muted",
    "TimeSign", "Handling",
}  # fmt: skip
_IN_GALLERY = {"Strong", "Emphasis", "IntenseEmphasis", "CitationMark"}


def characters(style: Style, theme: Theme, first: int) -> str:
    """Every style of words; `first` is the place of the first in the gallery."""
    made = [_character(*one, rank) for rank, one in enumerate(_looks(style, theme), first)]
    linked = [_linked(style, theme, key) for key, declared in PARAGRAPHS.items() if declared.linked]
    return "".join((*made, *linked))


def _looks(style: Style, theme: Theme) -> tuple[tuple[str, str, str, str], ...]:
    """Style id, name, what it is based on, and its look."""
    link = theme.ink(style.palette.accent)
    return (
        ("Strong", "Strong", "", _BOLD),
        ("Emphasis", "Emphasis", "", _ITALIC),
        ("IntenseEmphasis", "Intense Emphasis", "", _BOLD + _ITALIC),
        ("CitationMark", "Citation Mark", "", link),
        ("Hyperlink", "Hyperlink", "", link + _LINE),
        ("FollowedHyperlink", "FollowedHyperlink", "", theme.ink(style.palette.muted) + _LINE),
        ("HyperlinkStrong", "Hyperlink Strong", "Hyperlink", _BOLD),
        ("HyperlinkEmphasis", "Hyperlink Emphasis", "Hyperlink", _ITALIC),
        ("HyperlinkIntense", "Hyperlink Intense", "Hyperlink", _BOLD + _ITALIC),
        ("FootnoteReference", "footnote reference", "", link + '<w:vertAlign w:val="superscript"/>'),
        ("CardUnit", "Card Unit", "", _unit(style, theme)),
        ("MemoLabel", "Memo Label", "", run_properties(style, theme, style.text["meta"])),
        ("Muted", "Muted", "", theme.ink(style.palette.muted)),
        ("TimeSign", "Time Sign", "", _SYMBOLS),
        ("Handling", "Handling", "", _BOLD + _SPACED),
    )


def _unit(style: Style, theme: Theme) -> str:
    """The unit beside a key figure.

    A style of words cannot take the value's weight away, only turn it over (ISO/IEC 29500-1, 17.7.3): where they
    differ, the runs say it.
    """
    unit, value = style.text["card_unit"], style.text["card_value"]
    more = (_BOLD if unit.bold and not value.bold else "") + (_ITALIC if unit.italic and not value.italic else "")
    return run_properties(style, theme, unit, weight=more)


def _character(key: str, name: str, based: str, look: str, rank: int) -> str:
    custom = ' w:customStyle="1"' if key in _OWN else ""
    shown = "<w:qFormat/>" if key in _IN_GALLERY else ""
    return (
        f'<w:style w:type="character"{custom} w:styleId="{key}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{based or "DefaultParagraphFont"}"/><w:uiPriority w:val="{rank}"/>{shown}'
        f"<w:rPr>{look}</w:rPr></w:style>"
    )


def linked_name(key: str) -> str:
    """The id of the style by which words within a paragraph get the look of another style of paragraphs."""
    return f"{key}Char"


def _linked(style: Style, theme: Theme, key: str) -> str:
    """The other half of a style of paragraphs; Word calls it so, and keeps it out of the gallery."""
    declared = PARAGRAPHS[key]
    name = declared.name[0].upper() + declared.name[1:]
    look = run_properties(style, theme, style.text[declared.text])
    return (
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{linked_name(key)}"><w:name w:val="{name} Char"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:link w:val="{key}"/><w:uiPriority w:val="99"/>'
        f"<w:rPr>{look}</w:rPr></w:style>"
    )


def run_properties(
    style: Style,
    theme: Theme,
    text: TextStyle,
    *,
    inked: bool = True,
    weight: str | None = None,
    beyond: TextStyle | None = None,
) -> str:
    """Font, weight, colour and size of a text style.

    `inked` is False where the colour is left to what stands below: a paragraph's colour outranks that of its table.
    `beyond` is the text style whose look need not be said again.
    """
    family = style.families[text.family]
    same_family, same_ink, same_size = (
        beyond is not None and getattr(text, name) == getattr(beyond, name) for name in ("family", "colour", "size")
    )
    fonts = "" if same_family else theme.fonts(word_name(family), complex_script_name(family))
    own = (_BOLD if text.bold else "") + (_ITALIC if text.italic else "")
    heavy = "" if beyond is not None else own if weight is None else weight
    ink = theme.ink(style.colour(text.colour)) if inked and not same_ink else ""
    size = half_points(text.size)
    sizes = "" if same_size else f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    return f"{fonts}{heavy}{ink}{sizes}"
