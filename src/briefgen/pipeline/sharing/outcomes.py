"""Briefs one after another, in the process that knows their facts."""

from __future__ import annotations

from collections import deque
from functools import partial
from typing import TYPE_CHECKING

from briefgen.gc_pause import seldom_collected
from briefgen.pipeline.one_brief import BriefRun
from briefgen.pipeline.recalled_views import seen_by, worked_out
from briefgen.world import READ_AFRESH

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator

    from briefgen.pipeline.job import Executor
    from briefgen.pipeline.run_order import BriefOutcome
    from briefgen.pipeline.sharing.workroom import BriefToMake, Workroom
    from briefgen.view import Searched, SharedWork
    from briefgen.world import Recollection


def outcomes_in_turn(
    room: Workroom,
    briefs: Iterable[BriefToMake],
    executor: Executor,
    at_once: int = 1,
    kept: Recollection = READ_AFRESH,
) -> Generator[BriefOutcome, None, None]:
    """What comes of each brief, in their order; the executor has so many at once.

    It has begun with the next one when a brief is given, if there is one: so an executor of its own never waits for
    the looking through of what it made.
    """
    begun: deque[BriefRun] = deque()
    with seldom_collected() as one_more:
        for run in _runs(room, briefs, executor, kept):
            run.prepare(room.formats)
            made = begun.popleft() if len(begun) == at_once else None
            if made:
                made.wait()
            run.begin()
            begun.append(run)
            if made:
                yield made.outcome()
                made = None  # what it holds goes before the next one is prepared
            one_more()
        while begun:
            made = begun.popleft()
            made.wait()
            yield made.outcome()


def _runs(room: Workroom, briefs: Iterable[BriefToMake], executor: Executor, kept: Recollection) -> Iterator[BriefRun]:
    """Those of one relation stand together, and share what is worked out of it; then that is let go of."""
    searched: Searched | None = None
    work: SharedWork | None = None
    of = ""
    for brief in briefs:
        if searched is None or work is None or of != brief.relation.slug:
            of = brief.relation.slug
            searched, work = worked_out(brief.relation, brief.audience, room.workspace, room.order, kept)
        yield BriefRun(
            workspace=room.workspace,
            relation=brief.relation,
            audience=brief.audience,
            order=room.order,
            executor=executor,
            searched=searched,
            work=work,
            seen=partial(seen_by, brief.relation, brief.audience, room.workspace, room.order, work, kept),
            publication=room.publication,
            told_before=room.told,
            is_whole=brief.is_whole,
        )
