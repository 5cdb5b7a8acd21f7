"""The Markdown writer: CommonMark with pipe tables and footnotes, made to be read as it stands and compared by lines.

A paragraph, item, row or caption is one line, however long: where lines are broken to a width, one changed word moves
all that follows, and places that read a line end as a break (comments on pull requests do) would show it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import Outcome
from briefgen.model.document import BulletList, LineBreak, Paragraph, Strong, TextRun
from briefgen.model.rendering import Rendering
from briefgen.model.traversal import heading_of
from briefgen.render.contents_entries import contents_of
from briefgen.render.md.block_lines import BlockLines, parted
from briefgen.render.md.inline_markup import heading_line, paragraph_lines
from briefgen.render.running_marks import running_mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefgen.model.document import Block, Document, FrontMatter, Note
    from briefgen.model.looks.style import Style
    from briefgen.render.contents_entries import ContentsEntry

_RULE = "---"
"""Parts the brief from what stands above and under it."""


def write(document: Document, _style: Style, _needed: Mapping[str, bytes], /) -> Outcome[Rendering]:
    """The document as text, the same bytes each time."""
    front = document.front
    parts = (
        *_running(running_mark(front), front.watermark, plain=(front.audience,)),
        [_RULE],
        *_opening(front),
        BlockLines(front).blocks((*_contents(document), *document.blocks)),
        *(_note(note) for note in document.notes),
        [_RULE],
        *_running(running_mark(front), plain=(front.date_line, front.edition)),
    )
    text = "\n".join([*parted(parts), ""])
    return Outcome(Rendering(text.encode("utf-8", "replace")))


def _running(*marks: str, plain: Sequence[str]) -> Iterator[list[str]]:
    """What stands at the head and foot of each page where there are pages, marks of handling first."""
    yield from (paragraph_lines((Strong((TextRun(mark),)),)) for mark in marks)
    yield from (paragraph_lines((TextRun(words),)) for words in plain)


def _opening(front: FrontMatter) -> tuple[list[str], ...]:
    """All that stands before contents and text, in the order in which it is read; a line to each field of the memo."""
    heading = [heading_line(1, heading_of(front))]
    under = paragraph_lines(front.standfirst or (TextRun(front.subtitle),))
    fields = [(Strong((TextRun(entry.label),)), TextRun(" "), *entry.value) for entry in front.memo]
    memo = paragraph_lines(
        [inline for at, field in enumerate(fields) for inline in (*([LineBreak()] if at else []), *field)]
    )
    return (memo, heading, under) if front.has_memo_line else (heading, under, memo)


def _contents(document: Document) -> tuple[Block, ...]:
    entries = contents_of(document)
    if not entries:
        return ()
    return Paragraph((Strong((TextRun(document.front.contents),)),)), _nested(entries)


def _nested(entries: Sequence[ContentsEntry]) -> BulletList:
    """What stands under a section becomes a list in the section's item."""
    items: list[tuple[ContentsEntry, list[ContentsEntry]]] = []
    for entry in entries:
        if items and entry.level > items[0][0].level:
            items[-1][1].append(entry)
        else:
            items.append((entry, []))
    return BulletList(tuple((_entry(first), *([_nested(under)] if under else ())) for first, under in items))


def _entry(entry: ContentsEntry) -> Paragraph:
    return Paragraph((TextRun(entry.words),))


def _note(note: Note) -> list[str]:
    lines = paragraph_lines(note.inlines)
    return [f"[^{note.number}]: {''.join(lines[:1])}".rstrip(), *(f"    {line}" for line in lines[1:])]
