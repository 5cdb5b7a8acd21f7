"""Briefs one after another, in the process that knows their facts."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from briefgen.gc_pause import seldom_collected
from briefgen.pipeline.one_brief import BriefRun
from briefgen.view import Searched, SharedWork

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator

    from briefgen.pipeline.job import Executor
    from briefgen.pipeline.run_order import BriefOutcome
    from briefgen.pipeline.sharing.workroom import BriefToMake, Workroom


def outcomes_in_turn(
    room: Workroom, briefs: Iterable[BriefToMake], executor: Executor, at_once: int = 1
) -> Generator[BriefOutcome, None, None]:
    """What comes of each brief, in their order; the executor has so many at once.

    It has begun with the next one when a brief is given, if there is one: so an executor of its own never waits for
    the looking through of what it made.
    """
    begun: deque[BriefRun] = deque()
    for run in seldom_collected(_runs(room, briefs, executor)):
        run.prepare(room.formats)
        made = begun.popleft() if len(begun) == at_once else None
        if made:
            made.wait()
        run.begin()
        begun.append(run)
        if made:
            yield made.outcome()
            made = None  # what it holds goes before the next one is prepared
    while begun:
        made = begun.popleft()
        made.wait()
        yield made.outcome()


def _runs(room: Workroom, briefs: Iterable[BriefToMake], executor: Executor) -> Iterator[BriefRun]:
    """Those of one relation stand together, and share what is worked out of it; then that is let go of."""
    searched: Searched | None = None
    work: SharedWork | None = None
    of = ""
    for brief in briefs:
        if searched is None or work is None or of != brief.relation.slug:
            of, searched, work = (
                brief.relation.slug,
                Searched(brief.relation),
                SharedWork(brief.relation, room.order.as_of),
            )
        yield BriefRun(
            workspace=room.workspace,
            relation=brief.relation,
            audience=brief.audience,
            order=room.order,
            executor=executor,
            searched=searched,
            work=work,
            publication=room.publication,
            told_before=room.told,
            is_whole=brief.is_whole,
        )
