"""What a run found, written to files as well: a page for people, and what scripts and code hosts read.

What one command has told and written down, a later one need not tell again (`--told`).
"""

from __future__ import annotations

import json
import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefgen.cli.guidance.completed_names import FILE_NAME
from briefgen.cli.output import counts_of, where_it_is
from briefgen.cli.workspace_option import checked_name, fail, fail_to_write
from briefgen.diagnostics import FOR_MACHINES, REPORTS, print_human
from briefgen.late_patterns import late_pattern
from briefgen.model.limits import StalePolicy
from briefgen.pipeline import due
from briefgen.world import INPUTS, note_read, write_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
    from typing import Any

    from briefgen.diagnostics import Diagnostic
    from briefgen.pipeline import Result
    from briefgen.world import Disk, Overlay, World

Said = tuple[str, str, str]
"""A problem by code, file and words: numbers in the words may differ, as they do from one day to another."""
_LARGEST = 64_000_000
_NUMBERS = late_pattern(r"\d+")

report_option: Callable[[Any], Any] = click.option(
    "--report",
    "reports",
    multiple=True,
    type=FILE_NAME,
    metavar="FILE",
    help=f"Write what was found to a file too: {', '.join(REPORTS)}; may be given again.",
)


def checked_reports(names: Iterable[str], option: str, world: Overlay[Disk], endings: Iterable[str]) -> list[Path]:
    """The files to write, if their endings say in which form; wrong ones are wrong usage."""
    known = tuple(endings)
    root = Path(os.path.realpath(world.own.root))
    for name in names:
        path = Path(os.path.realpath(checked_name(name, option)))
        if path.suffix not in known:
            fail(f"{option} {name}: the name must end in {' or '.join(known)}", f"write {option} report{known[0]}")
        if any(path.is_relative_to(root / top) for top in INPUTS):
            fail(f"{option} {name} lies among what briefs are made from", "choose a folder beside it: .briefgen")
    return [Path(name) for name in names]


def write_reports(paths: Iterable[Path], result: Result, world: Overlay[Disk], title: str) -> None:
    """The same problems as are printed, in the form that each file's ending asks for."""
    files = list(paths)
    write_texts(files, report_texts({path.suffix for path in files}, result, world, title))


def report_texts(endings: Collection[str], result: Result, world: World, title: str) -> dict[str, str]:
    """Ending of a name → what stands in a report of that form."""
    if not endings:
        return {}
    told = [where_it_is(diagnostic, world) for diagnostic in result.report.diagnostics]
    forms = {ending: REPORTS[ending] for ending in sorted(endings)}
    return {
        ending: f"{FOR_MACHINES[form](told)}\n" if form else _page(result, told, title)
        for ending, form in forms.items()
    }


def write_texts(paths: Iterable[Path], texts: Mapping[str, str]) -> None:
    """Reports whose texts are there; ends with exit code 5 where one cannot be written."""
    for path in paths:
        write_file(path, texts[path.suffix])


def write_due(path: Path, result: Result, world: Overlay[Disk]) -> None:
    """What is due, for an issue; where nothing is or the workspace wants none, no file stays there from before."""
    found = [where_it_is(diagnostic, world) for diagnostic in due(result.report)]
    if found and result.on_stale is StalePolicy.ISSUE:
        write_file(path, _due(found))
        return
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        fail_to_write(str(path), error, "choose another file", "taken away")


def write_file(path: Path, text: str) -> None:
    """A report, whole; ends with exit code 5 where it cannot be written."""
    target, data = Path(os.path.realpath(path)), text.encode("utf-8", "backslashreplace")
    try:
        if target.exists() and not target.is_file():  # a pipe, or a device: a file in its place would be read by nobody
            target.write_bytes(data)
        else:
            write_whole(target, data)
    except OSError as error:
        fail_to_write(str(path), error, "choose another file")


def _page(result: Result, told: Sequence[Diagnostic], title: str) -> str:
    """What a server shows of a run: what is due apart from the rest, then what became of each brief."""
    from briefgen.diagnostics.printers.as_markdown import print_markdown  # for a report alone

    late = due(result.report)
    rest = [said for raw, said in zip(result.report.diagnostics, told, strict=True) if raw not in late]
    found = [said for raw, said in zip(result.report.diagnostics, told, strict=True) if raw in late]
    parts = [f"## {title}\n", f"{counts_of(told) or 'Nothing was found.'}\n"]
    parts += [_due(found)] if found else []
    parts += [words] if (words := print_markdown(rest)) else []
    if result.briefs:
        rows = [
            f"| `{brief.relation}` | `{brief.audience}` | {_became(brief.failed, brief.is_current)} |"
            for brief in result.briefs
        ]
        parts.append("\n".join(["| relation | audience | brief |", "|---|---|---|", *rows]) + "\n")
    return "\n".join(parts)


def _due(found: Sequence[Diagnostic]) -> str:
    from briefgen.diagnostics.printers.as_markdown import fenced

    return f"### Due for another look ({len(found)})\n\n{fenced(map(print_human, found))}\n"


def _became(failed: bool, is_current: bool) -> str:  # noqa: FBT001 - the two fields of what was made
    return "**not made**" if failed else "as before" if is_current else "made"


# ---------------------------------------------------------------- what was told before


@cache
def read_told(path: Path | None) -> frozenset[Said]:
    """What a report of `briefgen check` tells, as JSON; a file that is none is wrong usage."""
    if path is None:
        return frozenset()
    note_read()
    try:
        with path.open("rb") as file:
            found = json.loads(file.read(_LARGEST))["diagnostics"]
        return frozenset(_said(str(one["code"]), str(one["path"] or ""), str(one["message"])) for one in found)
    except (OSError, ValueError, KeyError, TypeError) as error:
        why = (error.strerror or str(error)) if isinstance(error, OSError) else "it is no report of briefgen's"
        fail(f"--told {path}: {why}", "write one by briefgen check --report FILE.json")


def is_told(diagnostic: Diagnostic, before: frozenset[Said]) -> bool:
    """Whether a problem was told before."""
    return _said(diagnostic.code, diagnostic.place.path, diagnostic.message) in before


def _said(code: str, path: str, message: str) -> Said:
    return code, path, _NUMBERS.sub("", message)
