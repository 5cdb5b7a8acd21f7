"""A template with every word of its tags on a line of its own.

The engine that runs templates keeps lines and no columns. Read in this form, its lines tell the word: every part of a
template knows its line and column, as it is read and as it runs. What stands outside of tags is the same, so is what
is written; clauses and repeated lines are there as the tags that they are read as.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from briefgen.compose.source.block_structure import EACH
from briefgen.compose.source.falling_clauses import woven
from briefgen.compose.source.template_tags import WordKind, tags_of
from briefgen.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.compose.source.template_tags import Tags, TemplateTag


@dataclass(frozen=True, slots=True)
class Spread:
    """The text to read, and where each of its lines begins in the template."""

    text: str
    starts: tuple[int, ...]
    tags: Tags

    def start(self, line: int) -> int:
        """The place in the template, counted in characters, that a line of the spread text begins at."""
        return self.starts[min(max(line, 1), len(self.starts)) - 1]

    def place(self, line: int, near: str = "") -> tuple[int, int]:
        """Line and column in the template; of a word in the same tag, if there is one such."""
        start = self.start(line)
        tag = self.tags.at(start)
        return self.tags.line_and_column(_nearest(self.tags.source, tag, start, near) if tag and near else start)

    def line(self, line: int) -> int:
        """The template's line alone."""
        return self.tags.line_and_column(self.start(line))[0]


def _nearest(source: str, tag: TemplateTag, start: int, near: str) -> int:
    """A word of a tag: the same word, else one in a text, else where the engine was."""
    same = [word.start for word in tag.words if word.text == near]
    if same:
        return next((at for at in same if at >= start), same[0])
    quoted = [word for word in tag.words if word.kind is WordKind.TEXT and near in word.text]
    if quoted:
        return quoted[0].start + quoted[0].text.index(near)
    found = source.find(near, tag.inner, tag.end)
    return found if found >= 0 else start


@lru_cache(maxsize=512)
def spread_of(source: str) -> Spread:
    """The spread form of a template."""
    tags = tags_of(source)
    return spread(tags, tags.tags)


def spread(tags: Tags, kept: Sequence[TemplateTag]) -> Spread:
    """The spread form, of these tags."""
    pieces: list[str] = []
    starts, at = [0], 0
    edits = list(reversed(woven(tags).edits))

    def plain(end: int) -> None:
        text = tags.source[at:end]
        pieces.append(text)
        starts.extend(at + i + 1 for i, character in enumerate(text) if character == "\n")

    def literal(end: int) -> None:
        nonlocal at
        while edits and edits[-1].at < end + (end == len(tags.source)):
            edit = edits.pop()
            plain(edit.at)
            pieces.append(edit.text)
            starts.extend([edit.at] * edit.text.count("\n"))
            at = edit.at + edit.length
        plain(end)

    for tag in kept:
        if tag.slips:
            continue
        literal(tag.inner)
        for word in tag.words:
            pieces.append(f"\n{'for' if word is tag.words[0] and tag.name == EACH else word.text}")
            starts.extend([word.start] * (1 + word.text.count("\n")))
        pieces.append("\n")
        starts.append(tag.closer)
        at = tag.closer
    literal(len(tags.source))
    return Spread("".join(pieces), tuple(starts), tags)
