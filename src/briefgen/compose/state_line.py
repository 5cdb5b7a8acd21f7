"""The state of a brief on its pages: put in when all else is settled, so that what is cleared stays that edition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.compose.first_page import in_order
from briefgen.compose.wording.numbers_money_dates import Wording
from briefgen.model.audience_choices import MemoField
from briefgen.model.document import MemoEntry, TextRun
from briefgen.model.facts.clearings import BriefState, Clearing, StateOfBrief, StateWords
from briefgen.model.values.date import parse_day
from briefgen.records import replace

if TYPE_CHECKING:
    from briefgen.model.document import Document
    from briefgen.model.facts.clearings import Clearances
    from briefgen.model.view import View
    from briefgen.model.wording.phrases import Phrases

_SOMEBODY = "Director General for Western Affairs (acting)"
_LONG = StateOfBrief(BriefState.CLEARED, Clearing("", _SOMEBODY, parse_day("2021-09-30")))


def in_its_state(document: Document, view: View, phrases: Phrases, clearances: Clearances) -> Document:
    """The brief as its edition stands: a draft, for clearance or cleared; as it is, where nothing is said of that."""
    standing = clearances.of(document.front.edition)
    return _in_state(document, view, phrases, clearances, standing) if standing else document


def with_room_for_its_state(document: Document, view: View, phrases: Phrases, clearances: Clearances) -> Document:
    """The brief with a long line of that kind, to measure: what falls must not hang on what it says of itself.

    So it is also where nothing is said yet: an edition that is cleared afterwards is to stay that edition.
    """
    return _in_state(document, view, phrases, clearances, _LONG)


def _in_state(
    document: Document, view: View, phrases: Phrases, clearances: Clearances, standing: StateOfBrief
) -> Document:  # fmt: skip
    front = document.front
    words = _words(
        standing, front.edition, Wording(view.language, view.audience.numbers, phrases, dates=view.audience.dates)
    )
    entry = MemoEntry(MemoField.STATE, phrases.memo[MemoField.STATE], (TextRun(words.said, view.origin),))
    watermark = _watermark(standing.state, phrases, clearances)
    return replace(
        document, front=replace(front, memo=in_order((*front.memo, entry)), state=words, watermark=watermark)
    )


def _words(standing: StateOfBrief, edition: str, wording: Wording) -> StateWords:
    phrases, state, clearing = wording.phrases, standing.state, standing.clearing
    mark = phrases.state_marks[state]
    if clearing is None:
        return StateWords(state, phrases.states[state].format(edition=edition), mark)
    said = phrases.states[state].format(name=clearing.by, date=wording.date(clearing.on))
    return StateWords(state, said, mark, clearing.by, str(clearing.on))


def _watermark(state: BriefState, phrases: Phrases, clearances: Clearances) -> str:
    if state is BriefState.CLEARED:
        return ""
    if clearances.watermark:
        return clearances.watermark
    return phrases.watermarks[state] if state in clearances.watermarked else ""
