"""The six stages in order: the only place that knows it.

`load` and `validate` read the workspace once. Then each brief goes through `view`, which leaves out what its audience
may not see; an executor does `compose` and `render` with what is left, in this process or in one of its own; `publish`
searches the files once more for what was left out, and puts them in place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import Report, Severity
from briefgen.pipeline.brief import BriefRun
from briefgen.pipeline.choice import chosen, read, relation_of
from briefgen.pipeline.job import Job, Product
from briefgen.pipeline.order import Made, Order, Result, exit_code

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.model.coverage import Coverage
    from briefgen.pipeline.job import Executor
    from briefgen.world import World

__all__ = ["Job", "Made", "Order", "Product", "Result", "check", "coverage", "exit_code", "here", "make"]


def here(job: Job) -> Product:
    """The executor that makes a brief in this process; the libraries of its formats are loaded when first used."""
    from briefgen.pipeline.production import produce

    return produce(job)


def check(world: World, order: Order, executor: Executor = here) -> Result:
    """Everything but writing: data, references, audiences, templates."""
    result = Result(Report(strict=order.strict))
    workspace = read(world, order, result.report)
    for relation, audience in chosen(workspace, order, result.report):
        BriefRun(workspace, relation, audience, order, result, executor).check()
    return result


def coverage(world: World, order: Order, executor: Executor = here) -> tuple[Result, list[Coverage]]:
    """Every fact of the ordered relations by audience, with why it is shown or hidden: for the owner of the data."""
    result = Result()
    workspace = read(world, order, result.report)
    runs = [
        BriefRun(workspace, relation, audience, order, result, executor)
        for relation, audience in chosen(workspace, order, result.report)
    ]
    return result, [covered for run in runs if (covered := run.cover())]


def make(
    world: World, order: Order, progress: Callable[[Made], None] = lambda _: None, executor: Executor = here
) -> Result:
    """Make the ordered briefs; a brief that fails leaves its last edition in place and the rest go on."""
    result = Result(Report(strict=order.strict))
    workspace = read(world, order, result.report)
    pairs = chosen(workspace, order, result.report)
    faults = [d.place.path for d in result.report.diagnostics if d.severity is Severity.ERROR]
    broken = {relation_of(path) for path in faults}
    if "" in broken:
        return result
    readable = {relation.slug for relation in workspace.relations}
    audiences = [a for a in workspace.audiences if not order.audiences or a.id in order.audiences]
    result.briefs += [Made(slug, a.id, (), failed=True) for slug in sorted(broken - readable) for a in audiences]
    for relation, audience in pairs:
        if relation.slug in broken:
            made = Made(relation.slug, audience.id, (), failed=True)
        else:
            done, files = BriefRun(workspace, relation, audience, order, result, executor).make(world)
            made = Made(relation.slug, audience.id, files, failed=not done)
        result.briefs.append(made)
        progress(made)
    return result
