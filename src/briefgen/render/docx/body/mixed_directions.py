"""Texts from right to left among words from left to right: not every program orders such a paragraph as Word does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import NOWHERE, Diagnostic, Severity, echo
from briefgen.model.document import TextRun
from briefgen.model.traversal import document_units, leaves, runs
from briefgen.render.bidirectional import levels, runs_from_right

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.document import Document
    from briefgen.model.origin import FactOrigin


def mixed_directions(document: Document) -> tuple[Diagnostic, ...]:
    """A note for each file whose texts stand so in the DOCX, at the first fact that holds one."""
    first: dict[str, tuple[FactOrigin | None, str]] = {}
    count: dict[str, int] = {}
    for leaf in _mixed(document):
        fact = leaf.origin.facts[0] if leaf.origin and leaf.origin.facts else None
        path = fact.place.path if fact else ""
        first.setdefault(path, (fact, leaf.text))
        count[path] = count.get(path, 0) + 1
    return tuple(_note(fact, text, count[path]) for path, (fact, text) in first.items())


def _mixed(document: Document) -> Iterator[TextRun]:
    """Each text some of which runs from right to left, unless it does so throughout and stands alone."""
    for run in runs(document_units(document)):
        for leaf in leaves(run):
            if isinstance(leaf, TextRun) and runs_from_right(leaf.text):
                stands_alone = len(run) == 1 and set(levels(leaf.text)) == {1}
                if not stands_alone:
                    yield leaf


def _note(fact: FactOrigin | None, text: str, count: int) -> Diagnostic:
    return Diagnostic(
        "BG504",
        Severity.INFO,
        fact.place if fact else NOWHERE,
        "texts from right to left stand among words or figures from left to right in the DOCX "
        f"({count}, such as '{echo(text)}'); the file says which is which, but not every program heeds it",
        "look at them where the file is read in LibreOffice or another program; PDF and HTML need no look",
        about=fact.fact if fact else "",
    )
