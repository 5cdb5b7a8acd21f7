"""The shipped workspace, loaded once, and its briefs, composed once for all tests that look at them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.model.traversal import document_units, origins_in
from briefgen.world import Disk
from samples.composing import composed, loaded

if TYPE_CHECKING:
    from briefgen.model.document import Document

ROOT = Path(__file__).parents[2]
WORKSPACE = loaded(Disk(ROOT))
RELATION = WORKSPACE.relations[0]
AUDIENCES = [audience.id for audience in WORKSPACE.audiences]


@cache
def brief(audience: str) -> Document:
    """A brief, of which nothing was to be said while it was composed."""
    document, said = composed(WORKSPACE, audience)
    assert said == []
    return document


def facts_of(document: Document) -> set[str]:
    """Ids of the facts that the words and figures of a brief came from."""
    return {fact.fact for origin in origins_in(document_units(document)) for fact in origin.facts}
