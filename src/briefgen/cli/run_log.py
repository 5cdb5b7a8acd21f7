"""What `briefgen make` says of a run: to people as lines, to scripts as one JSON object a line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Protocol

import click

from briefgen.cli.progress import Pace, Progress, worded
from briefgen.pipeline import Began, Looked, Made
from briefgen.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefgen.pipeline import Event, Result

_SLOWEST = 5
_WORTH_TELLING = 0.05
"""Seconds."""


class RunLog(Protocol):
    """Whoever is told of a run."""

    def event(self, event: Event) -> None:
        """Something has happened."""

    def close(self, result: Result, output: str, code: int) -> None:
        """The run is over, and its problems are told."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What a run came to."""

    made: int
    current: int
    failed: int
    files: int


def counts(result: Result) -> Counts:
    """Briefs that were made, that are as they were, and that could not be made; and the files of the first two."""
    current, failed = (sum(getattr(b, name) for b in result.briefs) for name in ("is_current", "failed"))
    files = sum(len(brief.files) for brief in result.briefs)
    return Counts(len(result.briefs) - current - failed, current, failed, files)


class ForPeople:
    """Files as they are put in place, and one line at the end."""

    def __init__(self, progress: Progress, pace: Pace, *, is_quiet: bool, is_verbose: bool) -> None:
        self._progress, self._pace = progress, pace
        self._is_quiet, self._is_verbose = is_quiet, is_verbose

    def event(self, event: Event) -> None:
        """Results stand above the live line."""
        self._pace.note(event)
        if isinstance(event, Made) and not event.is_current and not self._is_quiet:
            self._progress.erase()
            for path in event.files:
                click.echo(path)
        self._progress.show(event)

    def close(self, result: Result, output: str, code: int) -> None:  # noqa: ARG002 - people see it in the words
        """One line that says what there is now, and one for what could not be made."""
        found = counts(result)
        if found.files and not self._is_quiet:
            click.echo(f"{_counted(found.files, 'file')} in {output}/: {became(found)}")
        failed = [f"{brief.relation}/{brief.audience}" for brief in result.briefs if brief.failed]
        if failed:
            is_whole = not any(brief.is_mixed for brief in result.briefs)
            untouched = " (none of their files was touched)" if is_whole else ""
            click.echo(f"not made: {', '.join(failed)}{untouched}", err=True)
        elif not result.briefs:
            click.echo("nothing was made; the files of the last run are untouched", err=True)
        if self._is_verbose:
            click.echo("\n".join(self._times()), err=True)

    def _times(self) -> Iterable[str]:
        begun = [at for _, at in self._pace.stages]
        for (stage, at), ended in zip(self._pace.stages, [*begun[1:], self._pace.seconds], strict=True):
            yield f"{stage.value}: {ended - at:.1f} s"
        for brief, seconds in self._pace.slowest(_SLOWEST):
            if seconds >= _WORTH_TELLING:
                yield f"  {brief}: {seconds:.1f} s"
        yield f"in all {worded(self._pace.seconds)}"


class ForScripts:
    """Every event as one JSON object a line, on standard output; `at` is the second of the run."""

    def __init__(self, pace: Pace) -> None:
        self._pace = pace

    def event(self, event: Event) -> None:
        """A stage that begins, a brief that is done."""
        self._pace.note(event)
        match event:
            case Began():
                self._say("stage", stage=event.stage.name.lower(), briefs=event.briefs)
            case Made():
                state = "failed" if event.failed else "current" if event.is_current else "made"
                name = {"relation": event.relation, "audience": event.audience}
                took = round(self._pace.took[f"{event.relation}/{event.audience}"], 3)
                self._say("brief", **name, state=state, files=list(event.files), seconds=took)
            case Looked():
                """Nothing is made of it."""

    def close(self, result: Result, output: str, code: int) -> None:
        """The last line."""
        found = counts(result)
        said = {"made": found.made, "current": found.current, "failed": found.failed, "files": found.files}
        self._say("end", **said, output=output, exit_code=int(code))

    def _say(self, what: str, **fields: object) -> None:
        click.echo(json.dumps({"event": what, "at": round(self._pace.seconds, 3), **fields}))


def became(found: Counts) -> str:
    """`3 briefs made, 1 as before, 1 not made`."""
    if not found.made and not found.failed:
        if found.current == 1:
            return "1 brief, as it was: nothing that it is made from has changed"
        return f"{found.current} briefs, all as they were: nothing that they are made from has changed"
    words = ((found.made, "made"), (found.current, "as before"), (found.failed, "not made"))
    (number, word), *rest = [(number, word) for number, word in words if number]
    return ", ".join([f"{_counted(number, 'brief')} {word}", *(f"{n} {w}" for n, w in rest)])


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
