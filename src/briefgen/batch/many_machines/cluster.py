"""Makes briefs on machines of a Dask cluster: a task for each, which holds what its audience may see and no more.

What comes back is bytes that are read as JSON, like what any process says that ran templates. That is no wall against
whoever holds the cluster: Dask itself pickles between its parts.
"""

from __future__ import annotations

import pickle
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Self

from briefgen.batch.many_machines.cluster_address import SECONDS_TO_ANSWER
from briefgen.batch.many_machines.cluster_task import made_by, mark_of
from briefgen.batch.messages import Done, read_message, read_product
from briefgen.diagnostics import Severity
from briefgen.pipeline import code_digest
from briefgen.pipeline.job import Fault, JobResult
from briefgen.records import replace
from briefgen.surroundings import ended_on_cluster, no_cluster, other_code

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from types import TracebackType

    from distributed import Client, Future

    from briefgen.diagnostics import Diagnostic
    from briefgen.pipeline.job import Job


class Cluster:
    """An executor for `briefgen.pipeline`: it may be handed as many jobs as there are processors in the cluster."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._client: Client | None = None
        self.refused: Diagnostic | None = None
        """Why it makes no brief."""
        self.left_out: tuple[Diagnostic, ...] = ()
        """Workers that are handed nothing, each with why."""
        self._fit: list[str] | None = None
        """The workers with the code of this machine; None where all have it."""

    def __enter__(self) -> Self:
        """Connect; what keeps it from that is told with the first brief."""
        from distributed import Client

        try:
            self._client = Client(self._address, timeout=SECONDS_TO_ANSWER, set_as_default=False, name="briefgen")
        except (OSError, ValueError) as error:
            self.refused = no_cluster(self._address, str(error))
            return self
        with suppress(Exception):  # one that has none is told as such, and whoever cannot be asked when it is
            self._client.wait_for_workers(1, timeout=SECONDS_TO_ANSWER)  # workers may have begun just now
        self._choose()
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Leave the cluster; what it still does for this process it gives up."""
        client, self._client = self._client, None
        if client:
            with suppress(Exception):  # who cannot be reached cannot be told good-bye
                client.close(timeout=SECONDS_TO_ANSWER)

    @property
    def cores(self) -> int:
        """Processors of the workers that have the code of this machine."""
        if self._client is None:
            return 1
        known: Mapping[str, int] = self._client.nthreads()
        return sum(cores for worker, cores in known.items() if self._fit is None or worker in self._fit) or 1

    def __call__(self, job: Job) -> Callable[[], JobResult]:
        """Begin a job."""
        if self._client is None or self.refused:
            return partial(JobResult, diagnostics=(self.refused or no_cluster(self._address, "it is gone"),))
        return partial(self._finish, self._submitted(job), job)

    def _submitted(self, job: Job) -> Future:
        assert self._client  # noqa: S101 - for mypy: whoever calls has looked
        data = pickle.dumps(job, protocol=pickle.HIGHEST_PROTOCOL)
        return self._client.submit(made_by, code_digest(), data, pure=False, workers=self._fit)

    def _finish(self, future: Future, job: Job) -> JobResult:
        code, said = code_digest(), []
        for _ in range(2):
            try:
                code, said = future.result()
            except Exception as error:  # noqa: BLE001 - whatever Dask raises, it is told of this brief alone
                return JobResult(diagnostics=(self._failure(error, job),))
            future.release()
            if code == code_digest():
                return _read(said)
            # A machine that came later, with other code: it is passed over from now on.
            self._choose()
            if self.refused:
                break
            future = self._submitted(job)
        return JobResult(diagnostics=(self.refused or other_code(self._address, code, code_digest()),))

    def _choose(self) -> None:
        """Which workers have the code of this machine; where none has, nothing can be made."""
        if self._client is None:
            return
        try:
            codes: Mapping[str, str] = self._client.run(mark_of, on_error="ignore")
        except Exception as error:  # noqa: BLE001 - whatever Dask raises
            self.refused = no_cluster(self._address, str(error))
            return
        fit = [worker for worker, code in codes.items() if code == code_digest()]
        others = [(worker, code) for worker, code in codes.items() if code != code_digest()]
        self._fit = fit if others else None
        self.left_out = tuple(replace(other_code(*other, code_digest()), severity=Severity.WARNING) for other in others)
        if not codes:
            self.refused = no_cluster(self._address, "it has no workers")
        elif not fit:
            self.refused = other_code(*others[0], code_digest())

    def _failure(self, error: Exception, job: Job) -> Diagnostic:
        from distributed import KilledWorker

        if isinstance(error, KilledWorker):
            return ended_on_cluster(job.view.audience.id)
        return no_cluster(self._address, str(error) or type(error).__name__)


def _read(said: list[bytes]) -> JobResult:
    """The product that was said; a fault of its own where it is none."""
    name = "no product"
    try:
        done = read_message(said[0])
        if isinstance(done, Done):
            return read_product(done, said[1:])
    except (ValueError, KeyError, TypeError, IndexError) as error:
        name = type(error).__name__
    return JobResult(diagnostics=(), fault=Fault(name, "what makes briefs said no message"))
