"""How a headline is set, the same in every format: on two lines at the most, in smaller letters where it is long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.document import LineBreak, TextRun
from briefgen.model.traversal import heading_of, plain_text
from briefgen.records import replace
from briefgen.render.kept_styles import kept
from briefgen.render.typefaces import face

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.document import FrontMatter, Inline
    from briefgen.model.looks.style import Style

MOST_LINES = 2
"""Of a headline."""
SHARES = (1.0, 0.9, 0.8, 0.7)
"""What a headline is set at, of its size, until it has no more lines than that."""
_POINTS_PER_MM = 72 / 25.4
_SURE = 0.975
"""The share of the column that is filled: other programs measure a little otherwise."""


def with_fitted_headline(style: Style, front: FrontMatter) -> Style:
    """The style whose headline is as large as the words of a brief allow; of a Word file, the file's own."""
    share = 1.0 if style.word is not None else _share(plain_text(heading_of(front)).split(), style)
    return style if share == 1.0 else kept(style, "headline", share, _scaled)


def _share(words: Sequence[str], style: Style) -> float:
    width = style.page.column_mm * _POINTS_PER_MM * _SURE
    return next((share for share in SHARES if _lines(words, style, width / share) <= MOST_LINES), SHARES[-1])


def _scaled(style: Style, share: float) -> Style:
    title = style.text["title"]
    smaller = replace(title, size=round(title.size * share, 2), leading=round(title.leading * share, 2))
    return replace(style, text={**style.text, "title": smaller})


def parted_headline(front: FrontMatter, style: Style) -> tuple[Inline, ...]:
    """A headline of two lines with an end of the line behind its colon, where what stands on either side has room."""
    inlines = heading_of(front)
    words = plain_text(inlines).split()
    width = style.page.column_mm * _POINTS_PER_MM * _SURE
    if _lines(words, style, width) != MOST_LINES:
        return inlines
    at = next((place for place, word in enumerate(words[:-1], 1) if word.endswith(":")), 0)
    fits = at and all(_lines(part, style, width) == 1 for part in (words[:at], words[at:]))
    return _with_line_end(inlines) if fits else inlines


def _with_line_end(inlines: Sequence[Inline]) -> tuple[Inline, ...]:
    """The end of a line in the place of the blank behind the first colon; none where the two are not in one text."""
    for place, inline in enumerate(inlines):
        before, colon, after = inline.text.partition(": ") if isinstance(inline, TextRun) else ("", "", "")
        if isinstance(inline, TextRun) and colon and after:
            parts = (replace(inline, text=f"{before}:"), LineBreak(), replace(inline, text=after))
            return (*inlines[:place], *parts, *inlines[place + 1 :])
    return tuple(inlines)


def _lines(words: Sequence[str], style: Style, width: float) -> int:
    """How many lines words take, each as full as it can be; at least one."""
    text = style.text["title"]
    measured = face(style.families[text.family].source, bold=text.bold, italic=text.italic)
    blank, count, filled = measured.width(" ", text.size), 1, 0.0
    for word in words:
        wide = measured.width(word, text.size)
        if filled and filled + blank + wide > width:
            count, filled = count + 1, wide
        else:
            filled += blank + wide if filled else wide
    return count
