"""A relation out of a few files as one reader may know it: official, and nothing of defence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.load import load
from briefgen.view import Request, view
from samples.relation_files import world

if TYPE_CHECKING:
    from briefgen.diagnostics import Outcome
    from briefgen.model.audience import Audience
    from briefgen.model.facts.relation import Relation
    from briefgen.model.view import View

READER = """\
name: Reader
brief_for: brief
subtitle: Everything
clearance: official
sections: [empty]
"""
HIDES = "hide: {topics: [defence], statuses: [contested]}\n"


def loaded(files: dict[str, str], more: str = HIDES) -> tuple[Relation, Audience]:
    """The relation and its reader; `more` is what the reader's file says beside the least."""
    outcome = load(world({**files, "templates/audiences/all.yaml": READER + more}))
    assert [d for d in outcome.diagnostics if d.severity == "error"] == []
    (relation,), (reader,) = outcome.value.relations, outcome.value.audiences
    return relation, reader


def viewed(files: dict[str, str], more: str = HIDES, request: Request | None = None) -> Outcome[View]:
    """What the reader may know, and what was said of it."""
    return view(*loaded(files, more), request or Request())


def seen(files: dict[str, str], more: str = HIDES, request: Request | None = None) -> View:
    """What the reader may know, where there is nothing to say of it."""
    outcome = viewed(files, more, request)
    assert outcome.diagnostics == ()
    return outcome.value
