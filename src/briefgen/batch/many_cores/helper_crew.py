"""A crew of several processes: each prepares, looks through and stages briefs, and has a walled process for templates.

This process alone puts briefs in place, in the order in which they were asked for, and tells of them. A helper that is
lost is replaced, and what it had in hand is done again.
"""

from __future__ import annotations

import pickle
import queue
from collections import Counter, deque
from contextlib import suppress
from itertools import groupby
from typing import TYPE_CHECKING, Self

from briefgen.batch.many_cores.helper_handle import HelperHandle
from briefgen.batch.many_cores.shipments import NO_MORE, Packer
from briefgen.batch.rlimits import signal_from_outside
from briefgen.batch.terminations import told_of_start
from briefgen.pipeline.one_brief import own_fault
from briefgen.pipeline.run_order import BriefOutcome
from briefgen.records import dataclass, field
from briefgen.surroundings import ended_from_outside, no_process

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence
    from types import TracebackType

    from briefgen.diagnostics import Diagnostic
    from briefgen.pipeline.sharing import BriefToMake, Workroom

_FEW = 4
"""Relations for each helper, below which briefs of one relation are shared out singly."""
_TRIES = 2
_SECONDS_BETWEEN_LOOKS = 1.0
"""For the system to tell this process that somebody wants it to stop."""

_Said = tuple[HelperHandle, bytes | None]


class Helpers:
    """A crew for `briefgen.pipeline`, of so many helpers; each has so many briefs under way at once."""

    def __init__(self, number: int, formats: tuple[str, ...] = (), cluster: str = "", at_once: int = 1) -> None:
        self._number = number
        self._arguments = (cluster, str(at_once), *formats)
        self._in_hand = at_once + 1
        """Bundles: a helper begins with so many briefs before it says what came of the first, or waits for more."""
        self._said: queue.SimpleQueue[_Said] = queue.SimpleQueue()
        self._running: list[HelperHandle] = []

    def __enter__(self) -> Self:
        """Start them at once, so that their libraries are loaded while the data are read."""
        with suppress(OSError):  # told with the first brief, if it is still so
            while len(self._running) < self._number:
                self._running.append(HelperHandle(self._arguments, self._said))
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        for helper in self._running:
            helper.let_go()
        for helper in self._running:
            helper.end()
        self._running.clear()

    def __call__(self, room: Workroom, briefs: Sequence[BriefToMake]) -> Generator[BriefOutcome, None, None]:
        """What came of each brief, in their order."""
        work = _Work(Packer(room, briefs), briefs, deque(_bundles(briefs, self._number)))
        for helper in self._running:
            helper.ask(work.packer.room)
        for _ in range(self._in_hand):
            for helper in self._running:
                work.feed(helper)
        for number in range(len(briefs)):
            while number not in work.done:
                self._hear(work)
            yield work.done.pop(number)

    def _hear(self, work: _Work) -> None:
        """The next thing that a helper says, or that one is gone; a new one where nobody is left to do what is."""
        if not any(helper.pending for helper in self._running):
            self._begin_another(work)
            return
        try:
            helper, message = self._said.get(timeout=_SECONDS_BETWEEN_LOOKS)
        except queue.Empty:
            return
        if message is not None:
            work.note(helper, message)
        elif helper in self._running:
            self._running.remove(helper)
            work.give_back(helper)
            helper.end()
            if work.waiting:
                self._begin_another(work)

    def _begin_another(self, work: _Work) -> None:
        try:
            helper = HelperHandle(self._arguments, self._said)
        except OSError as error:
            if not any(one.pending for one in self._running):
                work.give_up(no_process(error))
            return
        self._running.append(helper)
        helper.ask(work.packer.room)
        for _ in range(self._in_hand):
            work.feed(helper)


@dataclass(slots=True)
class _Work:
    """What is done and what is not, of the briefs of a run, by their numbers."""

    packer: Packer
    briefs: Sequence[BriefToMake]
    waiting: deque[Sequence[int]]
    """Bundles that nobody has in hand."""
    done: dict[int, BriefOutcome] = field(default_factory=dict)
    """What came of briefs whose turn has not come."""
    losses: Counter[int] = field(default_factory=Counter)
    """How often a helper was lost with a brief in hand."""

    def feed(self, helper: HelperHandle) -> None:
        """Hand a helper the next bundle, or that there is none."""
        if self.waiting and not helper.is_finished:
            numbers = self.waiting.popleft()
            helper.pending.extend(numbers)
            helper.last_of_bundles.add(numbers[-1])
            helper.ask(self.packer.bundle(numbers))
        elif not helper.is_finished:
            helper.is_finished = True
            helper.ask(NO_MORE)

    def note(self, helper: HelperHandle, message: bytes) -> None:
        """What a helper says of the brief that it was asked for first."""
        number = helper.pending.popleft()
        self.done[number] = pickle.loads(message)  # noqa: S301 - from a process that this one started, with its own code
        if number in helper.last_of_bundles:
            self.feed(helper)

    def give_back(self, helper: HelperHandle) -> None:
        """What a lost helper had in hand, each brief by itself; what cost two of them is told and left."""
        for number in reversed(helper.pending):
            self.waiting.appendleft((number,))
        if helper.pending:
            first = helper.pending[0]
            self.losses[first] += 1
            if self.losses[first] == _TRIES:
                self.waiting.popleft()
                self.done[first] = self._lost(first, helper)

    def give_up(self, refused: Diagnostic) -> None:
        """Nobody can do what is left."""
        for number in (number for numbers in self.waiting for number in numbers):
            self.done[number] = self._untouched(number, refused)
        self.waiting.clear()

    def _lost(self, number: int, helper: HelperHandle) -> BriefOutcome:
        status, said = helper.status(), helper.last_words()
        brief = self.briefs[number]
        if refused := told_of_start(status, said):
            return self._untouched(number, refused)
        if name := signal_from_outside(status):
            return self._untouched(number, ended_from_outside(name, brief.audience.id))
        told = own_fault(brief.relation.slug, brief.audience.id, f"exit status {status}")
        return self._untouched(number, told, said or None)

    def _untouched(self, number: int, told: Diagnostic, said: str | None = None) -> BriefOutcome:
        brief = self.briefs[number]
        return BriefOutcome(relation=brief.relation.slug, audience=brief.audience.id, told=(told,), traceback=said)


def _bundles(briefs: Sequence[BriefToMake], helpers: int) -> Iterator[Sequence[int]]:
    """Numbers of briefs that are made by one helper, one after another: those of a relation share much work."""
    by_relation = [list(numbers) for _, numbers in groupby(range(len(briefs)), lambda n: briefs[n].relation.slug)]
    if len(by_relation) >= _FEW * helpers:
        return iter(by_relation)
    return ((number,) for number in range(len(briefs)))
