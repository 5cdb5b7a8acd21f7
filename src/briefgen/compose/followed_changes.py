"""What was new in each edition of a brief, in the words of its readers' tone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.compose.brief_state import Brief
from briefgen.compose.front_matter import front_matter
from briefgen.compose.news_in_words import edition_in_words, news_in_words
from briefgen.compose.portion_marks import PortionMarks
from briefgen.compose.source.template_problems import Problems
from briefgen.compose.typography.typographic_runs import typographic, typographic_front
from briefgen.compose.values.field_use import FieldUse
from briefgen.compose.values.placeholders import TextSlot
from briefgen.compose.values.template_value import Shown
from briefgen.diagnostics import Report
from briefgen.model.document import BulletList, Document, Heading, Paragraph, TextRun
from briefgen.model.editions.following import FollowedEdition
from briefgen.model.traversal import plain_text
from briefgen.records import replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from markupsafe import Markup

    from briefgen.model.document import Block, Inline
    from briefgen.model.editions.edition_news import EditionNews
    from briefgen.model.view import Item, View
    from briefgen.model.wording.phrases import Phrases


def followed_changes(
    view: View, phrases: Phrases, news: Iterable[tuple[EditionNews, Sequence[Item]]], edition: str
) -> tuple[Document, tuple[FollowedEdition, ...]]:
    """What was new in each edition, whose changes are as templates see them: as a document, and entry by entry.

    `edition` is the mark of the brief.
    """
    brief = Brief(view, Problems(Report(), {}), FieldUse(), phrases)
    told = [(one, _blocks(one, changes, brief)) for one, changes in news]
    front = replace(
        front_matter(brief), subtitle=phrases.news["intro"].text, headline=(), standfirst=(), memo=(), contents="",
        edition=edition,
    )  # fmt: skip
    filled, _ = typographic([block for _, blocks in told for block in blocks], (), view.language, phrases.bracketed)
    marks = PortionMarks(view.portions, phrases)
    filled = marks.in_blocks(filled)
    editions, at = [], 0
    for one, blocks in told:
        editions.append(_entry(one, filled[at : at + len(blocks)]))
        at += len(blocks)
    return Document(marks.in_front(typographic_front(front)), filled), tuple(editions)


def _blocks(one: EditionNews, changes: Sequence[Item], brief: Brief) -> tuple[Block, ...]:
    heading = edition_in_words(one.edition.mark, one.edition.as_of, brief)
    sentences = [news_in_words(shown, brief) for item in changes if isinstance(shown := brief.shown(item), Shown)]
    items = tuple((Paragraph((*_inlines(said, brief), TextRun("."))),) for said in sentences if said)
    body: Block = BulletList(items) if items else Paragraph((TextRun(brief.wording.phrases.news["first"].text),))
    return Heading(1, _inlines(heading, brief), brief.heading_id(f"edition {one.edition.mark}")), body


def _inlines(said: Markup, brief: Brief) -> tuple[Inline, ...]:
    slots = (slot for slot in brief.slots.pieces(said) if isinstance(slot, TextSlot))
    return tuple(TextRun(slot.text, slot.origin, slot.language, slot.value) for slot in slots if slot.text)


def _entry(one: EditionNews, blocks: Sequence[Block]) -> FollowedEdition:
    title, lines = "", list[str]()
    for block in blocks:
        match block:
            case Heading():
                title = plain_text(block.inlines)
            case BulletList():
                parts = (part for item in block.items for part in item)
                lines += [plain_text(part.inlines) for part in parts if isinstance(part, Paragraph)]
            case Paragraph():
                lines.append(plain_text(block.inlines))
            case _:
                pass
    return FollowedEdition(one.key, str(one.edition.as_of), title, tuple(lines))
