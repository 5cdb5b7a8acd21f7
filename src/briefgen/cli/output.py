"""What a command prints: diagnostics to standard error, results to standard output."""

from __future__ import annotations

import sys
import tempfile
from functools import cache, partial
from typing import TYPE_CHECKING

import click

from briefgen.cli.repeated_problems import told_once
from briefgen.cli.terminal import is_coloured
from briefgen.diagnostics import FOR_MACHINES, SHIPPED, Severity, print_human, print_short, visible
from briefgen.late_patterns import late_pattern
from briefgen.model.template_files import change_command, named_by
from briefgen.pipeline import RunWords
from briefgen.records import replace

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from briefgen.diagnostics import Diagnostic, Report
    from briefgen.world import World

LINES = "lines"
"""JSON as a log has it, an object a line; a report is one object, whole only at its end."""
_HEAD = late_pattern(r"\b(error|warning|info)\[BG\d+\]")
_COLOURS = {Severity.ERROR.value: "red", Severity.WARNING.value: "yellow"}
_FALLING = (Severity.ERROR, Severity.WARNING, Severity.INFO)
"""What people are told of first; what is for machines stays in the order of files and lines."""
_LARGEST = 8_000_000


def print_report(report: Report, world: World, style: str = "human", *, each: bool = True) -> None:
    """All diagnostics and a closing count; what is for machines goes to standard output, whole."""
    print_told(told_of(report, world, style, each=each))


def print_told(told: RunWords) -> None:
    """What is told of a run, to whom it is for."""
    if told.out:
        click.echo(told.out)
    coloured = is_coloured(sys.stderr)
    if words := "\n".join(map(_coloured, told.lines) if coloured else told.lines):
        click.echo(words, err=True)
    if told.counts:
        click.echo(told.counts, err=True)


def told_of(
    report: Report,
    world: World,
    style: str = "human",
    *,
    notes: Collection[str] | None = None,
    each: bool = True,
    but: Callable[[Diagnostic], bool] = lambda _: False,
) -> RunWords:
    """All diagnostics and a closing count, in words.

    With the codes of some `notes`, problems and those: others are counted, and `briefgen check` tells them. Where not
    `each` is wanted, what comes back many times in a file is told to people a few times and then counted. `but` says
    what was told before, and is left out.
    """
    everything = [where_it_is(diagnostic, world) for diagnostic in report.diagnostics]
    told = [diagnostic for diagnostic in everything if not but(diagnostic)]
    shown = [diagnostic for diagnostic in told if _is_told(diagnostic, notes)]
    if style == LINES:
        from briefgen.diagnostics.printers.as_json import print_json_lines  # which jobs ask for

        return RunWords(out=print_json_lines(shown))
    if style in FOR_MACHINES:
        return RunWords(out=FOR_MACHINES[style](shown))
    line, shown = source_lines(world), sorted(shown, key=_weight)
    if style == "human":
        human = partial(print_human, source_line=line)
        lines = map(human, shown) if each else told_once(shown, human)
    else:
        lines = map(print_short, shown)
    more = "" if len(shown) == len(told) else " (briefgen check tells the notes)"
    again = f"{_counted(number, 'problem')} told before" if (number := len(everything) - len(told)) else ""
    counts = ", ".join(filter(None, (counts_of(told), again)))
    return RunWords(lines=tuple(lines), counts=counts and counts + more + _where_to_begin(shown))


def _weight(problem: Diagnostic) -> int:
    return _FALLING.index(problem.severity)


def _where_to_begin(shown: Sequence[Diagnostic]) -> str:
    """The place of the first error, where more is told; empty where there is none."""
    first = next(iter(shown[:-1]), None)
    is_error = first is not None and first.severity is Severity.ERROR
    return f"; begin with {visible(str(first.place))}" if first and is_error and first.place.path else ""


def _coloured(words: str) -> str:
    """A problem with its severity in colour; what it quotes stays as it is."""
    return _HEAD.sub(lambda found: click.style(found[0], fg=_COLOURS.get(found[1]), bold=True), words, count=1)


def counts_of(told: Sequence[Diagnostic]) -> str:
    """How many of each severity, in words; empty where there is nothing."""
    found = [diagnostic.severity for diagnostic in told]
    counts = ((found.count(s), s.value) for s in _FALLING)
    return ", ".join(_counted(number, word) for number, word in counts if number)


def _is_told(diagnostic: Diagnostic, notes: Collection[str] | None) -> bool:
    return notes is None or diagnostic.code in notes or diagnostic.severity is not Severity.INFO


def where_it_is(diagnostic: Diagnostic, world: World) -> Diagnostic:
    """A problem in a shipped file, told as that: a workspace does not hold it, and can have its own instead."""
    place = diagnostic.place
    path = place.path.removeprefix(SHIPPED)
    if not _is_named(path) or not (place.is_shipped or world.is_shipped(path)):
        return diagnostic
    hint = "; ".join(filter(None, (diagnostic.hint, f"to change that file: {change_command(path)}")))
    return replace(diagnostic, place=replace(place, path=f"{SHIPPED}{path}"), hint=hint)


@cache
def _is_named(path: str) -> bool:
    """Whether templates have files of that name: many problems speak of few files."""
    return named_by(path) is not None


def _counted(number: int, word: str) -> str:
    noun = "note" if word == "info" else word
    return f"{number} {noun}{'' if number == 1 else 's'}"


def source_lines(world: World) -> Callable[[str, int], str | None]:
    """A reader of single lines of the workspace's files, and of those that briefgen ships."""

    @cache
    def lines(path: str) -> list[str]:
        try:
            data = (world.shipped if path.startswith(SHIPPED) else world).read(path.removeprefix(SHIPPED), _LARGEST)
        except OSError:
            return []
        from briefgen.load.nodes.decoding import encoding_of

        return data.decode(encoding_of(data), "replace").split("\n")

    def line(path: str, number: int) -> str | None:
        text = lines(path)
        return text[number - 1].rstrip("\r") if 0 < number <= len(text) else None

    return line


def keep_traceback(text: str) -> str:
    """Where the traceback of our own fault is kept, to send along with a report: a file, if one can be written."""
    try:
        with tempfile.NamedTemporaryFile("w", prefix="briefgen-fault-", suffix=".txt", delete=False) as file:
            file.write(text)
    except OSError as error:
        return f"no file, since none can be written ({error.strerror})"
    return file.name
