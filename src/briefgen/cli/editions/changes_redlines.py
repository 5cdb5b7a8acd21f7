"""Redlines as files, for `briefgen changes --redline`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefgen.batch import OwnProcess
from briefgen.cli.workspace_option import checked_output, fail, fail_to_write
from briefgen.model.formats import TRACKED
from briefgen.world import is_address

if TYPE_CHECKING:
    from briefgen.diagnostics import Report
    from briefgen.pipeline import Order
    from briefgen.pipeline.editions.changes_between import EditionsAsked
    from briefgen.world import Disk, Overlay


def checked_folder(folder: str | None, output: str, world: Overlay[Disk]) -> str:
    """The folder of redlines, if one is asked for and no briefs lie in it; another is wrong usage."""
    if folder is None:
        return ""
    folder = checked_output(folder, world, "--redline")
    if is_address(folder) or is_address(output):
        is_among = f"{folder}/".startswith(f"{output}/")
    else:
        inside = Path(os.path.realpath(world.own.root / folder))
        is_among = inside.is_relative_to(os.path.realpath(world.own.root / output))
    if is_among:
        fail(f"--redline {folder} lies in {output}/, among the briefs", "choose a folder beside it: redlines")
    return folder


def write_redlines(world: Overlay[Disk], order: Order, asked: EditionsAsked, folder: str) -> Report:
    """Write a redline of each brief that changed, and say where; what kept some from being made."""
    from briefgen.pipeline.editions.redlines import redlines

    with OwnProcess((TRACKED.name,)) as executor:
        report, found = redlines(world, order, asked, executor)
    for one in found:
        path = f"{folder}/{one.path}"
        try:
            world.outputs.remove(f"{path}.new")
            world.outputs.create(f"{path}.new", one.data)
            world.outputs.move(f"{path}.new", path)
        except OSError as error:
            fail_to_write(path, error, "mend the folder, or name another")
        newer = f"edition {one.new.number}" if one.new.number else "what the data say now"
        click.echo(f"{path}: from edition {one.old.number} to {newer}", err=True)
    return report
