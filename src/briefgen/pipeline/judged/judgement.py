"""All briefs of a workspace beside each other, each as it was looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.pipeline.judged.clearance_gaps import ClearanceGaps
from briefgen.pipeline.judged.excuses import Excuses
from briefgen.pipeline.judged.idle_branches import idle_branches
from briefgen.pipeline.judged.lone_texts import lone_texts
from briefgen.pipeline.judged.unprinted import unprinted
from briefgen.pipeline.judged.untold_topics import untold_topics

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.diagnostics import Diagnostic
    from briefgen.model.workspace import Workspace
    from briefgen.pipeline.judged.brief_seen import BriefSeen


def judged(workspace: Workspace, of_relations: Sequence[Sequence[BriefSeen]], *, are_all: bool) -> Iterator[Diagnostic]:
    """What is found in the briefs of some relations, each with all its audiences; `are_all` where none is missing.

    What only other briefs would need excused is not known where some audiences get none.
    """
    excuses = Excuses()
    gaps = ClearanceGaps(workspace, excuses)
    for briefs in of_relations:
        gaps.look_at(briefs)
        topics = untold_topics(briefs, workspace, excuses)
        yield from (topic.told for topic in topics)
        told = frozenset(fact for topic in topics for fact in topic.facts)
        yield from unprinted(briefs, workspace, excuses, told)
        yield from lone_texts(briefs, excuses)
    yield from gaps.told()
    if are_all:
        yield from idle_branches(workspace, [brief for briefs in of_relations for brief in briefs])
    if are_all and not workspace.unmade:
        yield from excuses.unneeded(briefs[0].relation for briefs in of_relations)
