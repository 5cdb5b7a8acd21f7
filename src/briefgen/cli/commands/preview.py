"""`briefgen preview`: a brief in the browser, made anew at each save."""

from __future__ import annotations

import re
from importlib.util import find_spec
from typing import TYPE_CHECKING

import click

from briefgen.cli.editions.changes_output import told as told_change
from briefgen.cli.guidance.completed_names import AUDIENCE, RELATION
from briefgen.cli.guidance.folder_options import folder_options
from briefgen.cli.output import source_lines, where_it_is
from briefgen.cli.workspace_option import (
    as_of_date,
    checked_output,
    fail,
    open_workspace,
    workspace_option,
)
from briefgen.diagnostics import Extra, did_you_mean
from briefgen.model.formats import ALL, asked_for

if TYPE_CHECKING:
    from pathlib import Path

_EDITOR = "vscode://file{path}:{line}:{column}"
_LIBRARIES = ("starlette", "uvicorn", "watchfiles")
_OPENS = re.compile(r"(?!(?:javascript|data|vbscript|blob|about|http|https):)[a-z][a-z0-9+.-]*:\S*\{path\}\S*")
"""The address of a program; a script and a page of somebody else's are none."""


@click.command()
@click.argument("relation", type=RELATION, metavar="[RELATION]", required=False)
@click.option("-a", "--audience", type=AUDIENCE, help="The audience that is shown first.")
@click.option("--as-of", metavar="DATE", help="The day to show first, or 'today'; default: the relation's own.")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Default: any that is free.")
@click.option("--owner", is_flag=True, help="Show also what an audience does not see, and why; let nobody look on.")
@click.option("--editor", metavar="ADDRESS", default=_EDITOR, show_default=True, help="What opens a place in a file.")
@click.option("--browser", is_flag=True, help="Open the page in the browser.")
@folder_options("Where the last edition is.")
@workspace_option
def preview(
    relation: str | None,
    audience: str | None,
    as_of: str | None,
    port: int,
    editor: str,
    output: str,
    internal: str,
    workspace: Path | None,
    *,
    owner: bool,
    browser: bool,
) -> None:
    """Show a brief in the browser as it will be, and make it anew at each save. Writes nothing."""
    if missing := [name for name in _LIBRARIES if not find_spec(name)]:
        fail(
            f"the preview needs libraries that are not installed: {', '.join(missing)}",
            Extra.PREVIEW.installed_by,
        )
    if editor and not _OPENS.fullmatch(editor):
        fail(f"--editor {editor} opens no file", f"write it like {_EDITOR}")
    world = open_workspace(workspace)
    checked = checked_output(output, world), checked_output(internal, world, "--internal")
    day = str(as_of_date(as_of, world) or "")
    first = {"relation": relation or "", "audience": audience or "", "as-of": day}
    from briefgen.batch import OwnProcess

    with OwnProcess(asked_for([ALL])) as executor:
        from briefgen.preview import Bench, HowTold, offer_of, serve  # after that began: nothing is read before

        offer = offer_of(world)
        for what, name, known in (("relation", relation, offer.relations), ("audience", audience, offer.audiences)):
            if name and name not in known:
                fail(f"there is no {what} '{name}'", did_you_mean(name, known) or f"there is: {', '.join(known)}")
        told = HowTold(where_it_is, source_lines, told_change)
        bench = Bench(
            world=world, executor=executor, told=told, output=checked[0], internal=checked[1], is_owners=owner,
            editor=editor,
        )  # fmt: skip
        try:
            serve(bench, port, first, lambda address: _tell(address, opens=browser))
        except OSError as error:
            fail(f"port {port} cannot be listened at: {error.strerror}", "take another, or leave --port out")


def _tell(address: str, *, opens: bool) -> None:
    click.echo(f"{address}\nthe brief is made anew at each save; Ctrl-C ends the preview")
    if opens:
        click.launch(address)
