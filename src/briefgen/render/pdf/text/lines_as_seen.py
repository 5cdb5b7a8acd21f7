"""A line as it stands on the page: where words run from right to left, its pieces are not in the order of the text."""

from __future__ import annotations

from briefgen.render.bidirectional import as_seen
from briefgen.render.pdf.text.inline_layout import Setting
from briefgen.render.pdf.text.line_breaking import Line
from briefgen.render.pdf.text.shaped_words import GLUED


def line_as_seen(line: Line) -> Line:
    """A line whose pieces stand from left to right; those of one island are moved about among themselves."""
    of = line.setting
    if not of.has_islands:
        return line
    seen = Line(Setting(has_links=of.has_links), 0, line.end - line.start, line.width)
    at = line.start
    while at < line.end:
        end = at + 1
        while of.runs[at].is_island and end < line.end and of.runs[end] is of.runs[at]:
            end += 1
        _move(of, at, end, seen)
        at = end
    if line.end < len(of.words):  # so that the space at a line's end is told from the end of the text
        _append(seen.setting, of, line.end, GLUED)
    return seen


def _move(of: Setting, start: int, end: int, seen: Line) -> None:
    """Append the pieces of an island, or another piece, as they are seen."""
    # Spaces have levels of their own: two words of Latin letters in an Arabic text keep theirs between them.
    parts: list[tuple[int, float]] = []
    of_each: list[int] = []
    for at in range(start, end):
        parts.append((at, GLUED))
        of_each.append(of.words[at].level)
        if at + 1 < end and of.after[at] > 0:
            parts.append((-1, of.after[at]))
            of_each.append(of.words[at].space_level)
    moved = as_seen(parts, of_each)
    for (at, _), (follows, space) in zip(moved, [*moved[1:], (0, GLUED)], strict=True):
        if at >= 0:
            _append(seen.setting, of, at, space if follows < 0 else GLUED)
    seen.setting.after[-1] = of.after[end - 1]


def _append(to: Setting, of: Setting, at: int, after: float) -> None:
    to.words.append(of.words[at])
    to.runs.append(of.runs[at])
    to.widths.append(of.widths[at])
    to.after.append(after)
