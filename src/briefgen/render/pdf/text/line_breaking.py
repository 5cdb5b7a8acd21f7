"""Lines out of pieces: first fit, start-aligned, never wider than allowed; long words divided where lines gain."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from briefgen.records import dataclass
from briefgen.render.pdf.text.inline_layout import FORCED
from briefgen.render.pdf.text.shaped_words import GLUED, SOFT
from briefgen.render.pdf.text.word_division import divide, divide_often

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.render.pdf.text.inline_layout import Setting
    from briefgen.render.pdf.text.manners import Run
    from briefgen.render.pdf.text.shaped_words import Word

_TOLERANCE = 0.01
_AFTER = "/.?&=_-,;:@"
"""Characters after which a word that is too long breaks best: most such words are addresses."""

_LEAST_GAIN = 0.1
"""A word is divided where its line would else stay short by more than this share of the width."""
_LEAST_LEFT = 3
"""Words that a line has before it gives one to the next."""
_MOST_IN_A_LINE = 400
"""Characters; more of a word is not looked at for one line, or a word of a whole file would be shaped for each."""


@dataclass(slots=True, eq=False)
class Line:
    """Pieces `start` to `end` of a setting."""

    setting: Setting
    start: int
    end: int
    width: float

    @property
    def text(self) -> str:
        """The words, footnote markers left out."""
        parts = []
        for index in range(self.start, self.end):
            if not self.setting.runs[index].note:
                parts += [self.setting.words[index].text, " " if self.setting.after[index] > 0 else ""]
        return "".join(parts)

    @property
    def largest(self) -> float:
        """The size of the largest piece."""
        return max(run.size for run in self.setting.runs[self.start : self.end])

    @property
    def notes(self) -> tuple[int, ...]:
        """The footnotes that the line refers to."""
        if not self.setting.has_notes:
            return ()
        runs = dict.fromkeys(self.setting.runs[self.start : self.end])
        return tuple(run.note for run in runs if run.note)


def lines(setting: Setting, width: float) -> list[Line]:
    """The setting in lines of at most a width; running text does not end in a line of one word."""
    count = len(setting.words)
    if not count:
        return []
    if FORCED not in setting.after:
        full = setting.full_width
        if full <= width + _TOLERANCE:
            return [Line(setting, 0, count, full)]
    # A word that no line holds, in the order of what harms it least: by its language's rules, then between pieces that
    # should stay together, then anywhere.
    if setting.widest_piece > width + _TOLERANCE:
        _divide_long_words(setting, width)
        _loosen(setting, width)
    found = list(_first_fit(setting, width + _TOLERANCE))
    return _with_company(found, width + _TOLERANCE) if setting.runs_on else found


def _with_company(found: list[Line], width: float) -> list[Line]:
    """The lines with the last word of the last but one brought down to a word that would end the text alone."""
    if len(found) < 2:  # noqa: PLR2004 - there is no line to take from
        return found
    *others, before, last = found
    setting = last.setting
    words = [first for first, _, _ in _units(setting, before.start, before.end)]
    gap = setting.after[before.end - 1]
    alone = not any(after > 0 for after in setting.after[last.start : last.end - 1])
    if not alone or gap <= 0 or len(words) < _LEAST_LEFT:
        return found
    moved = words[-1]
    down = _spread(setting, moved, before.end) + gap + last.width
    if down > width or setting.after[moved - 1] <= 0:
        return found
    kept = before.width - _spread(setting, moved, before.end) - setting.after[moved - 1]
    return [*others, Line(setting, before.start, moved, kept), Line(setting, moved, last.end, down)]


def _spread(setting: Setting, start: int, end: int) -> float:
    """What some pieces take on one line."""
    return sum(setting.widths[start:end]) + sum(after for after in setting.after[start : end - 1] if after > 0)


def _first_fit(setting: Setting, width: float) -> Iterator[Line]:
    start = at = 0
    used = gap = 0.0
    divided = False
    while at < len(setting.words):
        end, unit = _unit(setting, at)
        if start < at and used + gap + unit > width:
            room = width - used - gap
            # Never at the ends of two lines in a row: a ladder of hyphens reads badly.
            divided = not divided and _gains(setting, end, room, width) and divide(setting, at, room)
            if divided:
                yield Line(setting, start, at + 1, used + gap + setting.widths[at])
                start = at = at + 1
                used = gap = 0.0
                continue
            yield Line(setting, start, at, used)
            start, used, gap = at, 0.0, 0.0
        used += gap + unit
        after = setting.after[end - 1]
        gap = after if after > 0 else 0.0
        at = end
        if after == FORCED:
            yield Line(setting, start, end, used)
            start, used, gap = end, 0.0, 0.0
    if start < len(setting.words):
        yield Line(setting, start, len(setting.words), used)


def _gains(setting: Setting, end: int, room: float, width: float) -> bool:
    """Whether a line of running text would stay short without a divided word; the last word is left whole.

    In a cell or a label a short line harms nobody: there a word is divided only where no line holds it.
    """
    divides = bool(setting.language) and setting.runs_on
    return divides and room > width * _LEAST_GAIN and end < len(setting.words)


def _divide_long_words(setting: Setting, width: float) -> None:
    """Divide what is wider than a line where its language allows, each time as late as fits."""
    at = 0
    while at < len(setting.words):
        if setting.widths[at] > width:
            divide_often(setting, at, width)
        at += 1


def _unit(setting: Setting, first: int) -> tuple[int, float]:
    """End and width of the pieces from `first` that stay together."""
    widths, after = setting.widths, setting.after
    last = len(after) - 1
    unit, index = widths[first], first
    while after[index] == GLUED and index < last:
        index += 1
        unit += widths[index]
    return index + 1, unit


def _units(setting: Setting, first: int = 0, stop: int | None = None) -> Iterator[tuple[int, int, float]]:
    """Start, end and width of all pieces that stay together."""
    stop = len(setting.words) if stop is None else stop
    while first < stop:
        end, unit = _unit(setting, first)
        yield first, end, unit
        first = end


def _loosen(setting: Setting, width: float) -> None:
    """Allow line ends inside units, and then inside words, that are wider than a line."""
    pieces: list[tuple[Word, Run, float, float]] = []
    for first, end, unit in list(_units(setting)):
        for index in range(first, end):
            after = setting.after[index]
            loose = SOFT if after == GLUED and unit > width and index + 1 < end else after
            piece = setting.words[index], setting.runs[index], setting.widths[index], loose
            pieces.extend([piece] if piece[2] <= width else _split(piece, width))
    setting.words[:], setting.runs[:], setting.widths[:], setting.after[:] = map(list, zip(*pieces, strict=True))


def _split(piece: tuple[Word, Run, float, float], width: float) -> list[tuple[Word, Run, float, float]]:
    """A word in parts that fit, broken after punctuation where there is some."""
    word, run, _, after = piece
    parts: list[tuple[Word, Run, float, float]] = []
    for text in _chunks(word.text, run, width):
        for shaped in run.face.shaped(text, word.level if run.is_island else None):
            shaped.level = word.level
            parts.append((shaped, run, _width(shaped, run), SOFT))
    return [*parts[:-1], (*parts[-1][:3], after)]


def _width(word: Word, run: Run) -> float:
    return word.advance * run.size / 1000 + run.spacing * len(word.glyphs)


def _chunks(text: str, run: Run, width: float) -> Iterator[str]:
    while text:
        end = _fitting(text, run, width)
        if end < len(text):
            best = max((text.rfind(mark, end // 2, end) for mark in _AFTER), default=-1) + 1
            end = best or end
        yield text[:end]
        text = text[end:]


def _fitting(text: str, run: Run, width: float) -> int:
    """How many characters fit, at least one; a letter keeps its accents."""
    # A first guess from the widths of the glyphs; then shaped by itself, for kerning and joined letters do not reach
    # over a cut, and the part may be wider than it was in the word.
    end, total = 0, 0.0
    for word in run.face.shaped(text[:_MOST_IN_A_LINE]):
        for glyph, part in word.glyphs:
            total += word.font.advance(glyph) * run.size / 1000 + run.spacing
            end += len(part) if total <= width else 0
    end = min(end, len(text))
    while end > 1 and sum(_width(word, run) for word in run.face.shaped(text[:end])) > width:
        end -= 1
    while 1 < end < len(text) and unicodedata.combining(text[end]):
        end -= 1
    return max(end, 1)
