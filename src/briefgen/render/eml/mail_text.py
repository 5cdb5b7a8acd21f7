"""The brief as plain text, as mails have it: it reads well where no page is shown, and says the same words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.traversal import heading_of
from briefgen.render.contents_entries import contents_of
from briefgen.render.eml.line_filling import (
    QUOTED,
    WIDTH,
    columns_of,
    filled,
    hung,
    indented,
    padded,
    parted,
    underlined,
)
from briefgen.render.eml.mail_text_blocks import SECTION, MailTextBlocks
from briefgen.render.eml.mail_text_inlines import note_mark, text_of
from briefgen.render.running_marks import running_mark

if TYPE_CHECKING:
    from briefgen.model.document import Document, FrontMatter

_TITLE = "="
_RULE = "_" * WIDTH
"""Parts the brief from what stands above and under it."""


def mail_text(document: Document) -> str:
    """The text, whose lines are as wide as those of mails."""
    front = document.front
    lines = parted(
        (
            _running(running_mark(front), front.watermark, front.audience),
            [_RULE],
            *_opening(front),
            _contents(document),
            MailTextBlocks(front).blocks(document.blocks, WIDTH),
            _notes(document),
            [_RULE],
            _running(running_mark(front), front.date_line, front.edition),
        )
    )
    return "".join(f"{' ' if line.startswith(QUOTED) else ''}{line}\n" for line in lines)


def _running(*marks: str) -> list[str]:
    return [line for mark in marks for line in filled(mark, WIDTH)]


def _opening(front: FrontMatter) -> tuple[list[str], ...]:
    """Title, what stands under it, and the memo, in the order in which they are read."""
    heading = underlined(filled(text_of(heading_of(front)), WIDTH), _TITLE)
    under = filled(text_of(front.standfirst) or front.subtitle, WIDTH)
    memo = _memo(front)
    return (memo, heading, under) if front.has_memo_line else (heading, under, memo)


def _memo(front: FrontMatter) -> list[str]:
    """A line to each field, one value under the other."""
    labels = max((columns_of(entry.label) for entry in front.memo), default=0) + 2
    found: list[str] = []
    for entry in front.memo:
        found += hung(padded(entry.label, labels), filled(text_of(entry.value), WIDTH - labels))
    return found


def _contents(document: Document) -> list[str]:
    entries = contents_of(document)
    if not entries:
        return []
    lines = [indented(filled(entry.words, WIDTH - 4), 2 * (entry.level - 1)) for entry in entries]
    return parted((underlined([document.front.contents], SECTION), [line for entry in lines for line in entry]))


def _notes(document: Document) -> list[str]:
    marks = [f"{note_mark(note.number)} " for note in document.notes]
    said = [filled(text_of(note.inlines), WIDTH - len(mark)) for mark, note in zip(marks, document.notes, strict=True)]
    return [line for mark, lines in zip(marks, said, strict=True) for line in hung(mark, lines)]
