"""Divides a word at a line's end.

The structure says the whole word. On the page stands a plain hyphen at the end of a line, which readers of the bare
text know to take out again when they join the parts.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from briefgen.hyphenation import divisions
from briefgen.records import replace
from briefgen.render.pdf.objects.tag_tree import Slot
from briefgen.render.pdf.text.shaped_words import GLUED, SOFT

if TYPE_CHECKING:
    from briefgen.render.pdf.text.inline_layout import Setting
    from briefgen.render.pdf.text.manners import Run
    from briefgen.render.pdf.text.shaped_words import Word

_AROUND = "()[].,;:!?“”‘’"
"""Marks that may stand around a word that is divided."""


def divide(setting: Setting, at: int, room: float) -> bool:
    """Divide the piece at a place of a setting so that its first part fits the room; says whether it could."""
    cut = _latest(setting, at, _places(setting, at), 0, room)
    if cut:
        _replace(setting, at, [cut])
    return bool(cut)


def divide_often(setting: Setting, at: int, width: float) -> None:
    """Divide a piece that is wider than a line into parts that fit, as far as its language allows."""
    places = _places(setting, at)
    cuts: list[int] = []
    start, text, run = 0, setting.words[at].text, setting.runs[at]
    while not _fits(run, text[start:], width) and (cut := _latest(setting, at, places, start, width)):
        cuts.append(cut)
        start = cut
    if cuts:
        _replace(setting, at, cuts)


def _places(setting: Setting, at: int) -> list[int]:
    """Where the text of a piece may be divided."""
    word, run = setting.words[at], setting.runs[at]
    # Not in a link, which who copies it would take the hyphen along with; nor in a marker, or what is no content.
    is_fixed = run.target or run.note or run.slot is None or run.is_island
    if not setting.language or is_fixed or not _is_whole(setting, at):
        return []
    core = word.text.strip(_AROUND)
    return [word.text.find(core) + place for place in divisions(core, setting.language)]


def _latest(setting: Setting, at: int, places: list[int], start: int, room: float) -> int:
    """The last place whose part from `start` fits the room with its hyphen; 0 for none."""
    text, run = setting.words[at].text, setting.runs[at]
    for place in reversed(places):
        if place > start and _fits(run, f"{text[start:place]}-", room) and len(run.face.shaped(text[place:])) == 1:
            return place
    return 0


def _fits(run: Run, text: str, room: float) -> bool:
    words = run.face.shaped(text)
    return len(words) == 1 and _width(words[0], run) <= room


def _is_whole(setting: Setting, at: int) -> bool:
    """Whether a piece is a word, and not a part of one."""
    parts = (SOFT, GLUED)
    return (
        (not at or setting.after[at - 1] not in parts)
        and setting.after[at] != SOFT
        and (setting.after[at] != GLUED or at + 1 == len(setting.words))
    )


def _replace(setting: Setting, at: int, cuts: list[int]) -> None:
    """Put the parts into an element that says the whole word; what follows goes on behind that element."""
    run, whole = setting.runs[at], setting.words[at].text
    if run.slot is None:
        raise AssertionError("only content is divided")
    tag = run.slot.tag
    span = tag.insert_behind(run.slot, "Span")
    # The space behind the word is painted with its last part, and so is part of what the element says.
    span.actual = f"{whole} " if setting.after[at] > 0 else whole
    later = Slot(tag)
    tag.children.insert(tag.children.index(span) + 1, later)
    texts = [f"{whole[start:end]}-" for start, end in itertools.pairwise((0, *cuts))]
    parts = [run.face.shaped(text)[0] for text in (*texts, whole[cuts[-1] :])]
    part, rest = replace(run, slot=span.slot()), replace(run, slot=later)
    setting.words[at : at + 1] = parts
    setting.widths[at : at + 1] = [_width(word, run) for word in parts]
    setting.after[at : at + 1] = [SOFT] * len(cuts) + [setting.after[at]]
    setting.runs[at : at + 1] = [part] * len(parts)
    # What follows in the same run goes into a slot behind the new element, or it would be read before the word's rest.
    for index in range(at + len(parts), len(setting.runs)):
        if setting.runs[index] is run:
            setting.runs[index] = rest


def _width(word: Word, run: Run) -> float:
    return word.advance * run.size / 1000 + run.spacing * len(word.glyphs)
