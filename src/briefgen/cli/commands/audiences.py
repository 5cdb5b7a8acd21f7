"""`briefgen audiences`: who reads, with which clearance, what in which order; and who sees which fact."""

from __future__ import annotations

import math
import sys
from typing import TYPE_CHECKING

import click

from briefgen.batch import OwnProcess
from briefgen.cli.coverage_matrix import matrix_json, matrix_page, print_matrix
from briefgen.cli.output import print_report
from briefgen.cli.table import print_table
from briefgen.cli.terminal import columns, is_watched, wrapped
from briefgen.cli.workspace_option import open_workspace, workspace_option
from briefgen.diagnostics import Report, visible
from briefgen.load import load
from briefgen.model.template_files import TEMPLATES
from briefgen.model.workspace import CopyState
from briefgen.pipeline import Order, coverage, exit_code
from briefgen.pipeline.exit_codes import ExitCode

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from briefgen.model.audience import Audience
    from briefgen.model.workspace import Workspace
    from briefgen.world import World


@click.command()
@click.option("--matrix", is_flag=True, help="Every fact by audience: shown, or why it is hidden.")
@click.option("--format", "style", type=click.Choice(["human", "html", "json"]), help="Of the matrix; default: human.")
@click.option("--names", is_flag=True, help="Only the names of those whose briefs are made, one a line, for scripts.")
@workspace_option
def audiences(style: str | None, workspace: Path | None, *, matrix: bool, names: bool) -> None:
    """List the audiences, and which templates are your own.

    Of each audience: its clearance, what is hidden from it, its sections. Of templates: those of your own that stand in
    the place of shipped ones.
    """
    world = open_workspace(workspace)
    if names:
        raise SystemExit(_names(world))
    raise SystemExit(_matrix(world, style or "human") if matrix or style else _list(world))


def _list(world: World) -> int:
    report = Report()
    loaded = report.keep(load(world))
    rows = [
        (audience.id, audience.clearance.word, _hidden(audience), _sections(audience))
        for audience in loaded.audiences
        if audience.id not in loaded.unmade
    ]
    print_table(("audience", "clearance", "hidden", "sections"), rows)
    room = columns() if is_watched(sys.stdout) else math.inf
    for line in _own_files(loaded):
        click.echo("\n".join(wrapped(visible(line), room)))
    print_report(report, world)
    return 1 if report.has_errors else 0


def _names(world: World) -> int:
    """What is wrong with the others, `briefgen check` says."""
    loaded = load(world).value
    names = [audience.id for audience in loaded.audiences if audience.id not in loaded.unmade]
    for name in names:
        click.echo(name)
    return ExitCode.WELL if names else ExitCode.INPUTS


def _own_files(workspace: Workspace) -> Iterator[str]:
    """Who is left out, and which files stand in the place of shipped ones, one line for each state."""
    if workspace.unmade or workspace.copies:
        yield ""
    if workspace.unmade:
        yield f"made only when named: {', '.join(workspace.unmade)}"
    for state in CopyState:
        files = [copy.path.removeprefix(f"{TEMPLATES}/") for copy in workspace.copies if copy.state is state]
        if files:
            yield _said_of(state, files)


def _said_of(state: CopyState, files: list[str]) -> str:
    listed = ", ".join(files)
    match state:
        case CopyState.SAME:
            return f"the same as the shipped, so that briefgen migrate can take them out: {len(files)}"
        case CopyState.CHANGED:
            return f"your own instead of the shipped: {listed}"
        case CopyState.OUTDATED:
            return f"your own, copied before the shipped one changed: {listed}"
        case CopyState.UNTOUCHED:
            return f"copied before the shipped one changed, and never changed themselves: {listed}"


def _hidden(audience: Audience) -> str:
    words = sorted(audience.hide_topics | audience.hide_kinds | audience.hide_statuses)
    words += ["embargoed"] if audience.hide_embargoed else []
    words += ["uncited"] if audience.require_source else []
    return ", ".join(words) or "nothing"


def _sections(audience: Audience) -> str:
    return ", ".join(choice.name for choice in audience.sections)


def _matrix(world: World, style: str) -> int:
    with OwnProcess() as executor:
        result, found = coverage(world, Order(), executor)
    match style:
        case "html":
            click.echo(matrix_page(found), nl=False)
        case "json":
            click.echo(matrix_json(found))
        case _:
            print_matrix(found)
    print_report(result.report, world)
    return exit_code(result, making=False)
