"""`briefgen verify`: whether the output is what was made."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from briefgen.batch import OwnProcess
from briefgen.cli.guidance.folder_options import folder_options
from briefgen.cli.output import print_report
from briefgen.cli.workspace_option import checked_output, fail, open_workspace, workspace_option
from briefgen.diagnostics import FOR_MACHINES, FOR_PEOPLE, Report
from briefgen.model.formats import FORMATS
from briefgen.pipeline.exit_codes import ExitCode
from briefgen.publish import Places, recorded, verify

if TYPE_CHECKING:
    from pathlib import Path

    from briefgen.publish import Manifest
    from briefgen.world import Disk, Overlay


@click.command(name="verify")
@click.option("--rebuild", is_flag=True, help="Make the briefs a second time, in memory, and compare the bytes.")
@click.option("--format", "style", type=click.Choice([*FOR_PEOPLE, *FOR_MACHINES]), default="human", show_default=True)
@folder_options("Where the briefs are.")
@workspace_option
def verify_output(style: str, output: str, internal: str, workspace: Path | None, *, rebuild: bool) -> None:
    """Hold the files in the output against the manifest: is all there, unchanged, and of one edition?"""
    world = open_workspace(workspace)
    places = Places(checked_output(output, world), checked_output(internal, world, "--internal"))
    report = Report()
    try:
        known = recorded(places.owners, world.outputs)
        report.extend(verify(known, world.outputs))
    except OSError as error:
        fail(f"{output} cannot be read: {error.strerror or error}", "look at its permissions")
    manifest = known.value[0]
    if not manifest.briefs and not report.diagnostics:
        fail(f"nothing is known of briefs in {output}/", "run 'briefgen make' first")
    if rebuild:
        report.extend(_rebuilt(world, manifest, places).diagnostics)
    print_report(report, world, style)
    if style in FOR_PEOPLE and not report.has_errors:
        files = sum(len(record.handed_on) for record in manifest.briefs.values())
        click.echo(f"{files} {'file' if files == 1 else 'files'} in {output}/ as made{' and made again' * rebuild}")
    raise SystemExit(ExitCode.INPUTS if report.has_errors else ExitCode.WELL)


def _rebuilt(world: Overlay[Disk], manifest: Manifest, places: Places) -> Report:
    from briefgen.pipeline.rebuilding import rebuilt

    used = {name for record in manifest.briefs.values() for name in record.files}
    with OwnProcess(tuple(name for name in FORMATS if name in used)) as executor:
        return rebuilt(world, manifest, places, executor)
