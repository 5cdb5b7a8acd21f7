"""By how many processes briefs are made, and on which machines."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

import click

from briefgen.cli.workspace_option import fail, fail_for
from briefgen.diagnostics import Extra, print_human

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from briefgen.batch import CrewOfRun

jobs_option: Callable[[Any], Any] = click.option(
    "-j", "--jobs", type=click.IntRange(min=1), metavar="N",
    help="So many processes make briefs at once; default: as many as there are processors, where briefs are many.",
)  # fmt: skip
scheduler_option: Callable[[Any], Any] = click.option(
    "--scheduler", metavar="ADDRESS", help="Run the templates on the machines of a Dask cluster: tls://HOST:PORT."
)
insecure_option: Callable[[Any], Any] = click.option(
    "--insecure-scheduler", is_flag=True, help="Take a scheduler on another machine without TLS."
)


def crew_of(jobs: int | None, formats: tuple[str, ...], scheduler: str | None, *, may_be_read: bool) -> CrewOfRun:
    """Who makes the briefs of a run; an address that is none, or that others could listen to, is wrong usage.

    Ends with exit code 71 where the cluster does nothing for briefgen.
    """
    from briefgen.batch import CrewOfRun  # not for a run in which nothing has changed

    if scheduler is None:
        return CrewOfRun(jobs, formats)
    from briefgen.batch.many_machines.cluster_address import fault_of_address

    if fault := fault_of_address(scheduler, may_be_read=may_be_read):
        fail(*fault)
    if not find_spec("distributed"):
        fail("a scheduler is called by a library that is not installed", Extra.CLUSTER.installed_by)
    from briefgen.batch.many_machines.cluster import Cluster

    with Cluster(scheduler) as cluster:
        if cluster.refused:
            fail_for(cluster.refused)
        for told in cluster.left_out:
            click.echo(print_human(told), err=True)
        return CrewOfRun(jobs, formats, scheduler, cluster.cores)
