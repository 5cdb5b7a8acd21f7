"""`briefgen data`: the data of a relation as a workbook, and what was changed there back in the files."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefgen.cli.guidance.command_lists import ListedWhole
from briefgen.cli.guidance.completed_names import RELATION
from briefgen.cli.output import print_report
from briefgen.cli.table import print_table
from briefgen.cli.workspace_option import fail, fail_to_write, open_workspace, workspace_option
from briefgen.diagnostics import Extra, Report, did_you_mean, visible
from briefgen.pipeline.exit_codes import ExitCode

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefgen.model.facts.relation import Relation
    from briefgen.spreadsheets.data_sheets import DataSheet
    from briefgen.spreadsheets.sheet_changes import SheetChanges
    from briefgen.world import Disk, Overlay

_LIBRARIES = ("openpyxl", "xlsxwriter")
_FILE = click.Path(dir_okay=False, path_type=Path)


@click.group(cls=ListedWhole)
def data() -> None:
    """Hand the data of a relation to those who prefer tables, and take back what they change."""


@data.command("export")
@click.argument("file", metavar="FILE.xlsx", type=_FILE)
@click.argument("relation", type=RELATION, metavar="[RELATION]", required=False)
@workspace_option
def export_data(file: Path, relation: str | None, workspace: Path | None) -> None:
    """Write a workbook with a sheet for each kind of facts, lists to choose from, and help at each head.

    It holds all of the data, whatever its sensitivity: it is for who keeps the data. A workbook that is there is
    written anew only where it says what the files say: what somebody typed into it is not lost.
    """
    world = open_workspace(workspace)
    chosen = _relation(world, relation)
    _check_libraries()
    from briefgen.spreadsheets.data_sheets import data_sheets
    from briefgen.spreadsheets.workbook_writing import workbook_bytes

    sheets = data_sheets(world, chosen)
    if file.exists():
        _check_nothing_is_lost(file, sheets, chosen.slug, world)
    try:
        file.write_bytes(workbook_bytes(sheets, chosen.slug))
    except OSError as error:
        fail_to_write(str(file), error, "close it in the program for tables, or look at the folder's rights")
    records = sum(len(sheet.rows) for sheet in sheets)
    click.echo(f"wrote {visible(str(file))}: {records} records of {chosen.slug} in {len(sheets)} sheets")
    click.echo(f"next: change it, then: briefgen data import {visible(str(file))} --dry-run")


def _check_nothing_is_lost(file: Path, sheets: Sequence[DataSheet], slug: str, world: Overlay[Disk]) -> None:
    """What stands in the place of a workbook says nothing that the files do not say."""
    from briefgen.spreadsheets.sheet_changes import changes_in
    from briefgen.spreadsheets.workbook_reading import WorkbookError

    name = visible(str(file))
    try:
        found = changes_in(_bytes(file), sheets, slug, world)
    except WorkbookError:
        fail(f"{name} is there already, and is no workbook of data", "choose another name, or move it away")
    if found.changes or found.problems:
        hint = f"take that over: briefgen data import {name}; or choose another name, or move it away"
        fail(f"{name} is there already, and says something else than the files", hint)


@data.command("import")
@click.argument("file", metavar="FILE.xlsx", type=_FILE)
@click.argument("relation", type=RELATION, metavar="[RELATION]", required=False)
@click.option("--dry-run", is_flag=True, help="Only tell what would change.")
@workspace_option
def import_data(file: Path, relation: str | None, workspace: Path | None, *, dry_run: bool) -> None:
    """Tell what a workbook changes, and write that into the files; what it leaves alone stays as it is.

    Nothing is written where any cell is wrong. Records that the workbook does not hold are told and left.
    """
    world = open_workspace(workspace)
    chosen = _relation(world, relation)
    _check_libraries()
    from briefgen.spreadsheets.data_sheets import data_sheets
    from briefgen.spreadsheets.sheet_changes import changes_in
    from briefgen.spreadsheets.workbook_reading import WorkbookError

    try:
        found = changes_in(_bytes(file), data_sheets(world, chosen), chosen.slug, world)
    except WorkbookError as error:
        fail(f"{file}: {error}", "save it as .xlsx")
    _print(found)
    if found.problems:
        click.echo("nothing is written", err=True)
        raise SystemExit(ExitCode.INPUTS)
    if dry_run or not found.files:
        click.echo("nothing is written" if found.files else "the workbook changes nothing")
        return
    _write(world, found.files)
    click.echo("next: briefgen check")


def _relation(world: Overlay[Disk], slug: str | None) -> Relation:
    """The relation that is named, or the only one, of data without an error."""
    from briefgen.load import load

    report = Report()
    loaded = report.keep(load(world))
    if report.has_errors:
        print_report(report, world)
        click.echo("mend these first: what cannot be read cannot be kept", err=True)
        raise SystemExit(ExitCode.INPUTS)
    known = {relation.slug: relation for relation in loaded.relations}
    if slug is None and len(known) == 1:
        return next(iter(known.values()))
    if slug is None:
        fail("which relation?", f"name one of: {', '.join(known)}" if known else "briefgen new relation IND-BRA")
    if slug not in known:
        fail(f"there is no relation '{slug}'", did_you_mean(slug, known) or "")
    return known[slug]


def _check_libraries() -> None:
    if missing := [name for name in _LIBRARIES if not find_spec(name)]:
        fail(
            f"workbooks need libraries that are not installed: {', '.join(missing)}",
            Extra.TABLES.installed_by,
        )


def _bytes(file: Path) -> bytes:
    from briefgen.spreadsheets.workbook_reading import MAX_WORKBOOK

    try:
        with file.open("rb") as opened:
            found = opened.read(MAX_WORKBOOK + 1)
    except OSError as error:
        fail(f"{file} cannot be read: {error.strerror}", "name a file that briefgen data export wrote")
    if len(found) > MAX_WORKBOOK:
        fail(f"{file} is larger than any data", "name a file that briefgen data export wrote")
    return found


def _print(found: SheetChanges) -> None:
    for problem in found.problems:
        where = f"{problem.where}: " if problem.where else ""
        click.echo(f"{visible(f'{where}error: {problem.message}')}\n      hint: {visible(problem.hint)}", err=True)
    if found.changes:
        rows = [(one.where, one.record, one.column, one.was or "-", one.now or "-") for one in found.changes]
        print_table(("cell", "record", "field", "was", "is to be"), rows)
    for sheet, name in found.missing:
        click.echo(f"left as it is, since the workbook does not hold it: {name} of {sheet}")


def _write(world: Overlay[Disk], files: Mapping[str, bytes]) -> None:
    """All files or none: where one cannot be written, those before it are put back."""
    before: dict[str, bytes | None] = {}
    for path, content in files.items():
        try:
            before[path] = world.own.read(path, len(content) * 2 + 8_000_000) if world.own.is_there(path) else None
            world.replace(path, content)
        except OSError as error:
            for done, was in before.items():
                if done != path and was is not None:
                    world.replace(done, was)
                elif done != path:
                    world.remove(done)
            fail_to_write(path, error, "look at what stands there, and at the folder's rights")
        click.echo(f"wrote {path}")
