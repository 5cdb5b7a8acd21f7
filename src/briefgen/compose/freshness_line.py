"""The line that says how old the newest facts are, where an audience wants it said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.compose.wording.code_words import label
from briefgen.model.document import Paragraph, Strong, TextRun

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.compose.brief_state import Brief
    from briefgen.model.document import Block


def latest_available(brief: Brief) -> Sequence[Block]:
    """`Latest available: trade 2020`: the kinds of facts that are older than the audience takes, if there are any."""
    if not brief.view.latest:
        return []
    inlines: list[TextRun] = []
    for latest in brief.view.latest:
        kind = label(latest.kind, brief.wording) or latest.kind.replace("_", " ")
        inlines.append(TextRun(f"{', ' if inlines else ''}{kind} "))
        inlines.append(TextRun(brief.wording.date(latest.date), latest.origin))
    title = (TextRun(brief.wording.phrases.latest),)
    return [Paragraph((Strong(title), TextRun(": "), *inlines, TextRun(".")))]
