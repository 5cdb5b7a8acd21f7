"""What a run says where others read along: nothing that its audiences may not know.

Warnings and notes are those that there would be if the data held nothing but what every audience of the run may see,
without lines: a line tells how many records stand above it, hidden ones too. An error is told where it stands, as the
owner of the data needs; with its words where they would be the same in that part of the data, else by its kind alone. A
strict run counts as errors the warnings that there would be of that part: to fail for another would tell of a record.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from briefgen.diagnostics import CODES, NOWHERE, SENTENCE_CODES, Place, Severity
from briefgen.pipeline.readers import readers
from briefgen.records import replace
from briefgen.validate import validate
from briefgen.view import open_part
from briefgen.world import READ_AFRESH

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from briefgen.diagnostics import Diagnostic
    from briefgen.model.audience import Audience
    from briefgen.model.facts.relation import Relation
    from briefgen.model.workspace import Workspace
    from briefgen.pipeline.run_order import Order
    from briefgen.world import Recollection

_DATA = "data/"
_OF_HIDDEN = frozenset({"BG302", "BG604"})
"""Codes that name a record which an audience may not see."""
_OF_NOTHING = "BG301"
_OF_FIT = "BG451"
"""What a brief has no room for counts records that others may not know of."""
_OF_WITHHELD = frozenset({"BG304", "BG350", "BG351"})
"""That a text is left out, or a headline out of date, says that it is there, and what it names."""
_OF_TEXTS = frozenset({"BG422", "BG423", "BG425"})
"""What is wrong with a value in a text: in one of a record, which others need not know of."""

_OF_FIGURES = frozenset({"BG414", "BG416", "BG417", "BG420", "BG465"})
"""What a chart or a conversion cannot do is for figures that readers of other briefs may not know of; so is which
exhibits a brief has."""


def discreet(
    read: Iterable[Diagnostic],
    checked: Iterable[Diagnostic],
    workspace: Workspace,
    order: Order,
    kept: Recollection = READ_AFRESH,
) -> Iterator[Diagnostic]:
    """What may be said of what was `read` and `checked`; a record that cannot be read counts as hidden."""
    openly = [_weighed(d, order) for d in _said_of_open_part(workspace, order, kept)]
    spots = {(diagnostic.code, diagnostic.place): diagnostic for diagnostic in openly}
    for diagnostic in read:
        is_open = not diagnostic.place.path.startswith(_DATA)
        yield from [diagnostic] if is_open else _told(diagnostic, None, order)
    for diagnostic in checked:
        open_one = spots.get((diagnostic.code, diagnostic.place))
        yield from _told(_weighed(diagnostic, order) if open_one else diagnostic, open_one, order)
    yield from (_without_line(diagnostic) for diagnostic in openly if diagnostic.severity is not Severity.ERROR)


def _weighed(diagnostic: Diagnostic, order: Order) -> Diagnostic:
    """A strict run counts warnings as errors, and what is an error must be told."""
    is_error = order.strict and diagnostic.severity is Severity.WARNING
    return replace(diagnostic, severity=Severity.ERROR) if is_error else diagnostic


def _said_of_open_part(workspace: Workspace, order: Order, kept: Recollection) -> tuple[Diagnostic, ...]:
    """What the rules say of what every audience of the run may see."""
    seen = readers(workspace, order)
    relations = tuple(
        kept.worked_out(
            ("open part", relation.slug, str(order.as_of)), partial(_open, relation, seen, order), relation, *seen
        )
        for relation in workspace.relations
    )
    return validate(replace(workspace, relations=relations), order.as_of, kept, "open part")


def _open(relation: Relation, seen: Iterable[Audience], order: Order) -> Relation:
    for audience in seen:
        relation = open_part(relation, audience, order.as_of)
    return relation


def _told(diagnostic: Diagnostic, openly: Diagnostic | None, order: Order) -> Iterator[Diagnostic]:
    """An error in the words that are open, or without any."""
    if diagnostic.severity is not Severity.ERROR:
        return
    message = f"{CODES[diagnostic.code][1]}; its words are not told here"
    yield replace(openly or replace(diagnostic, message=message, hint=order.in_full), is_quotable=False)


def _without_line(diagnostic: Diagnostic) -> Diagnostic:
    path = diagnostic.place.path
    return replace(diagnostic, place=Place(path)) if path.startswith(_DATA) else diagnostic


def of_views(diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """What is said of a view: whether what is not in it was hidden or never entered is not for all to know."""
    for diagnostic in diagnostics:
        if diagnostic.code == _OF_NOTHING:
            message = "a brief has no record to show"
            yield replace(diagnostic, severity=Severity.INFO, place=NOWHERE, message=message, hint=None)
        elif diagnostic.code not in _OF_WITHHELD:
            yield diagnostic


def of_one_brief(
    diagnostics: Iterable[Diagnostic], prose: Collection[str], reader: str, in_full: str
) -> Iterator[Diagnostic]:
    """What is said of a brief that was made of its audience's view: no line of the data; of a leak, only that it is.

    `prose` are the paths of what the audience may read of it: others need not know that it is there, so that of a fault
    in it only an error is told, and not where. What its parts and sentences come to is said as the `reader`'s: another
    reader of the run may see less. `in_full` is what to do to be told all.
    """
    whose = f" (the brief for '{reader}')"
    for diagnostic in diagnostics:
        if diagnostic.code in _OF_HIDDEN:
            yield _unworded(diagnostic, in_full, "what they belong to is not told here")
        elif diagnostic.code == _OF_FIT:
            yield _unworded(diagnostic, in_full, "its parts are not named here", whose)
        elif diagnostic.code in _OF_FIGURES and diagnostic.severity is not Severity.ERROR:
            continue
        elif diagnostic.code in SENTENCE_CODES:
            yield _unworded(diagnostic, in_full, "its words are not told here", whose)
        elif diagnostic.place.path not in prose and not (diagnostic.about and diagnostic.code in _OF_TEXTS):
            yield _without_line(diagnostic)
        elif diagnostic.severity is Severity.ERROR:
            yield _unworded(diagnostic, in_full, "its words are not told here")


def _unworded(diagnostic: Diagnostic, in_full: str, why: str, whose: str = "") -> Diagnostic:
    return replace(diagnostic, place=NOWHERE, message=f"{CODES[diagnostic.code][1]}{whose}; {why}", hint=in_full)
