"""`briefgen init`: a new workspace with templates and the example relation."""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefgen.cli.workspace_option import checked_name, fail

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

UNWRITABLE = 5
_CONFIG = """\
#:schema templates/schemas/briefgen.schema.json
# Who publishes the briefs, and in which language (BCP 47).
author = ""
language = "en-GB"
"""


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default=".")
def init(folder: Path) -> None:
    """Lay out a workspace in FOLDER: data/ with an example relation, templates/, briefgen.toml."""
    checked_name(str(folder), "FOLDER")
    taken = [name for name in ("briefgen.toml", "data", "templates") if (folder / name).exists()]
    if taken:
        fail(f"{folder} already holds {', '.join(taken)}", "choose an empty folder: briefgen init FOLDER")
    try:
        _lay_out(folder)
    except OSError as error:
        message = f"{folder}: error[BG601] cannot be written: {error.strerror}"
        click.echo(f"{message}\n      hint: choose another folder: briefgen init FOLDER", err=True)
        raise SystemExit(UNWRITABLE) from None
    where = "" if folder == Path() else f"cd {folder} && "
    click.echo(f"laid out a workspace in {folder}\nnext: {where}briefgen make --format pdf")


def _lay_out(folder: Path) -> None:
    for source, path in _files(_starter()):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(source.read_bytes())
    (folder / "output").mkdir(parents=True, exist_ok=True)
    (folder / "briefgen.toml").write_text(_CONFIG, encoding="utf-8")


def _starter() -> Traversable:
    """The files a workspace starts from: in the wheel beside the code, in a checkout at its top."""
    packed = resources.files("briefgen") / "starter"
    return packed if packed.is_dir() else resources.files("briefgen") / ".." / ".."


def _files(root: Traversable) -> Iterator[tuple[Traversable, Path]]:
    for top in ("data", "templates"):
        yield from _below(root / top, Path(top))


def _below(folder: Traversable, path: Path) -> Iterator[tuple[Traversable, Path]]:
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        if entry.is_dir():
            yield from _below(entry, path / entry.name)
        else:
            yield entry, path / entry.name
