"""The number of a copy on its pages: put in when all else is settled, so that all copies are of one edition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.compose.first_page import in_order
from briefgen.model.audience_choices import MemoField
from briefgen.model.document import MemoEntry, TextRun
from briefgen.records import replace

if TYPE_CHECKING:
    from briefgen.model.document import Document, Inline
    from briefgen.model.editions.copy_number import CopyNumber
    from briefgen.model.wording.phrases import Phrases

_BETWEEN = " · "


def as_copy(document: Document, phrases: Phrases, copy: CopyNumber | None) -> Document:
    """The brief with its number behind the handling mark, at head and foot and in the memo; without one as it is."""
    if copy is None:
        return document
    words, front = phrases.numbered_copy.format(number=str(copy.number), total=str(copy.total)), document.front
    handling = _BETWEEN.join(filter(None, (front.handling, words)))
    said: tuple[Inline, ...] = (TextRun(words),)
    given = next((one for one in front.memo if one.field is MemoField.HANDLING), None)
    if given is not None:
        said = (*given.value, TextRun(_BETWEEN), *said)
    entry = MemoEntry(MemoField.HANDLING, phrases.memo[MemoField.HANDLING], said)
    memo = in_order((*(one for one in front.memo if one is not given), entry))
    return replace(document, front=replace(front, handling=handling, memo=memo, copy=copy.behind_audience))
