"""The workspace a command works in."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefgen.diagnostics import print_human, visible
from briefgen.pipeline.exit_codes import ExitCode
from briefgen.surroundings import no_current_folder, no_time
from briefgen.world import INPUTS, laid_over_shipped, refusal_of_address

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, NoReturn

    from briefgen.diagnostics import Diagnostic
    from briefgen.model.editions.copy_number import CopyNumber
    from briefgen.model.facts.clearings import Clearing
    from briefgen.model.values.date import Date
    from briefgen.world import Disk, Overlay, World

TODAY = "today"
"""What `--as-of` takes for the calendar's date."""
_A_DAY = f"write it as 2026-11-24, 2026-11 or 2026, or as {TODAY}"

workspace_option: Callable[[Any], Any] = click.option(
    "--workspace",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder with data/ and briefgen.toml; by default this one, or the nearest above it.",
)


def open_workspace(folder: Path | None) -> Overlay[Disk]:
    """The workspace of a folder, else of the nearest folder above the current one that looks like one.

    What it does not have of its own is read out of briefgen.
    """
    if folder is not None:
        if not folder.is_dir():
            fail(f"there is no folder {folder}", "name a folder that is there, or run 'briefgen init' in a new one")
        return laid_over_shipped(folder)
    found = nearest_workspace()
    if found is None:
        fail("this is not a briefgen workspace: no briefgen.toml, no data/ with a relation", "run 'briefgen init' here")
    return found


def nearest_workspace() -> Overlay[Disk] | None:
    """The nearest folder from the current one upwards that looks like a workspace."""
    here = current_folder()
    for candidate in (here, *here.parents):
        if _is_workspace(candidate):
            return laid_over_shipped(candidate)
    return None


def current_folder() -> Path:
    """The folder that the command is called in; ends with exit code 71 where it is gone."""
    try:
        return Path.cwd()
    except FileNotFoundError:
        fail_for(no_current_folder())


def _is_workspace(folder: Path) -> bool:
    """Whether a folder has settings, or data beside templates, or data with a relation in it."""
    has_data = (folder / "data").is_dir()
    return (
        (folder / "briefgen.toml").is_file()
        or (has_data and (folder / "templates").is_dir())
        or (has_data and any((folder / "data").glob("*/relation.yaml")))
    )


def as_of_date(text: str | None, world: World) -> Date | None:
    """The date of `--as-of`, if it is given; `today` asks the calendar, once. What is no day is wrong usage."""
    if not text:
        return None
    if text == TODAY:
        return today_of(world, f"--as-of {TODAY}")
    try:
        from briefgen.model.values.date import parse_day

        return parse_day(text)
    except ValueError as error:
        fail(f"--as-of {text}: {error}", _A_DAY)


def clearing_given(words: tuple[str, str, str], world: World) -> Clearing:
    """What `--cleared` says: which edition, who cleared it, on which day. What cannot be so is wrong usage."""
    from briefgen.load.facts.cleared_editions import clearing_of  # not for commands that clear nothing

    edition, name, day = words
    asked = f"--cleared {edition} '{name}' {day}"
    try:
        found = clearing_of(edition, name, day)
    except ValueError as error:
        fail(f"{asked}: {error}", "write the mark of the edition, who cleared it and the day, such as 2021-05-02")
    if found.on.sort_key[0] > (today_of(world, "--cleared").upper or found.on.sort_key[0]):
        fail(f"{asked}: that day has not come", "write the day on which it was cleared")
    return found


def copy_given(text: str | None) -> CopyNumber | None:
    """What `--copy` says; what is no number of a copy is wrong usage."""
    if text is None:
        return None
    from briefgen.model.editions.copy_number import parse_copy

    try:
        return parse_copy(text)
    except ValueError as error:
        fail(f"--copy {text}: {error}", "write which copy of how many, such as --copy 3/12")


def today_of(world: World, asked_by: str) -> Date:
    """The calendar's date, or that of SOURCE_DATE_EPOCH, as a date that was written out would be."""
    try:
        from briefgen.model.values.date import parse_date

        return parse_date(world.today().isoformat())
    except ValueError as error:
        fail_for(no_time(f"{asked_by}: {error}"))


def checked_name(name: str, what: str) -> str:
    """The name of a folder or file to write, if it can be shown as it is; a wrong one is wrong usage."""
    if not name.strip() or not name.isprintable():
        said = "is empty" if not name.strip() else f"holds characters that cannot be shown: {name}"
        fail(f"{what} {said}", "name a folder with letters, digits and hyphens")
    return name


def checked_output(name: str, world: Overlay[Disk], option: str = "--output") -> str:
    """The folder that files go to, if nothing that is read lies in it or above it, or the address of a store.

    Another is wrong usage.
    """
    if "://" in name:
        return _checked_address(checked_name(name, option), option)
    root = Path(os.path.realpath(world.own.root))
    folder = Path(os.path.realpath(root / checked_name(name, option)))
    inputs = next((top for top in INPUTS if folder.is_relative_to(root / top)), None)
    if inputs:
        fail(f"{option} {name} lies in {inputs}/, among what briefs are made from", "choose a folder beside it: output")
    if root.is_relative_to(folder):
        fail(f"{option} {name} holds the workspace itself", "choose a folder in it or beside it: output")
    return name


def _checked_address(address: str, option: str) -> str:
    if refused := refusal_of_address(address):
        message, hint = refused
        fail(f"{option}: {message}", hint)
    return address.rstrip("/")


def fail(message: str, hint: str) -> NoReturn:
    """End with exit code 2, wrong usage."""
    click.echo(f"error: {visible(message)}\n      hint: {visible(hint)}", err=True)
    raise SystemExit(ExitCode.USAGE)


def fail_for(refused: Diagnostic) -> NoReturn:
    """End with exit code 71: the system refuses what briefgen needs."""
    click.echo(print_human(refused), err=True)
    raise SystemExit(ExitCode.SURROUNDINGS)


def fail_to_write(path: str, error: OSError, hint: str, what: str = "written") -> NoReturn:
    """End with exit code 5: something cannot be written, or changed."""
    message = f"{path}: error[BG601] cannot be {what}: {error.strerror}"
    click.echo(f"{visible(message)}\n      hint: {visible(hint)}", err=True)
    raise SystemExit(ExitCode.OUTPUT) from None
