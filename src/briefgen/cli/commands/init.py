"""`briefgen init`: a new workspace with the example relation; templates stay in briefgen unless they are asked for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefgen.cli.job_files import BRIEFGEN, LIBRARIES, job_files, lay_out_job
from briefgen.cli.workspace_option import checked_name, fail, fail_to_write, open_workspace
from briefgen.load.settings.audience_list import audience_line
from briefgen.load.settings.copy_record import PATH, digest, record_text
from briefgen.model.template_files import TEMPLATES, TemplateKind, named_by
from briefgen.world import shipped_root

if TYPE_CHECKING:
    from collections.abc import Iterator

_SCHEMAS = f"{TEMPLATES}/schemas/"
"""What editors read stands in every workspace: its files name their schema by a path."""
_CONFIG = """\
#:schema templates/schemas/briefgen.schema.json
# Who publishes the briefs, and in which language (BCP 47).
author = ""
language = "en-GB"
# Whose briefs are made: audiences that briefgen ships, and your own in templates/audiences/. `briefgen audiences` tells
# of each; a name that is taken out here is made only when it is asked for, by `briefgen make -a NAME`.
"""
_ON_STALE = """\
# What becomes of the scheduled job where a review is overdue or figures have grown old: "fail", "issue" (an open issue
# on GitHub, a warning on GitLab) or "tell".
on_stale = "issue"
"""
_EDITIONS = """\
# What stands beside each brief for those who follow it: "changes" (what was new in each edition), "atom" (a feed).
[editions]
follow = ["changes"]
"""
_README = """\
# Templates

briefgen brings its audiences, sections, house style and citation styles along: none of them needs to stand here. A file
of your own here takes the place of the shipped one of the same name.

    briefgen new section trade --from shipped    a copy to change: templates/sections/trade.md.j2
    briefgen new section tariffs                 a section of your own, to start from
    briefgen new audience press                  an audience of your own; list it in briefgen.toml

There are these kinds: {kinds}.
`briefgen audiences` says what is your own here; after an upgrade `briefgen check` says which shipped files have changed
since you copied them, by what `copied.toml` keeps.

`schemas/` is for editors that complete and check while one types. `briefgen schema` writes it anew: after an upgrade,
and when a section comes or goes.
"""


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default=".")
@click.option("--empty", is_flag=True, help="Without the example relation.")
@click.option("--full", is_flag=True, help="Copy every template too, instead of reading them out of briefgen.")
@click.option("--job", is_flag=True, help="Only the scheduled job's files, for a workspace that is there.")
@click.option(
    "--wheel",
    metavar="FILE.whl",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Let the job install this file, instead of a version from an index.",
)
def init(folder: Path, *, empty: bool, full: bool, job: bool, wheel: Path | None) -> None:
    """Lay out a workspace in FOLDER, with an example relation and a scheduled job.

    Templates are read out of briefgen; templates/ is for those of your own. Nothing that is there is overwritten.
    """
    checked_name(str(folder), "FOLDER")
    if wheel and wheel.suffix != ".whl":
        fail(f"--wheel {wheel} is no wheel", "name a file that ends in .whl")
    if job:
        if empty or full:
            fail("--job lays out the job alone", "leave --empty and --full out")
        open_workspace(folder)
        _lay_out_job(folder, wheel, renewed=True)
        click.echo(f"laid out the scheduled job in {folder}\nnext: schedule/briefs")
        return
    taken = [name for name in ("briefgen.toml", "data", "templates") if (folder / name).exists()]
    if taken:
        fail(f"{folder} already holds {', '.join(taken)}", "choose an empty folder: briefgen init FOLDER")
    try:
        _lay_out(folder, full=full, empty=empty)
    except OSError as error:
        fail_to_write(str(folder), error, "choose another folder: briefgen init FOLDER")
    _lay_out_job(folder, wheel, renewed=False)
    where = "" if folder == Path() else f"cd {folder} && "
    step = "briefgen new relation IND-BRA" if empty else "briefgen make --format pdf"
    click.echo(f"laid out a workspace in {folder}\nnext: {where}{step}")


def _lay_out(folder: Path, *, full: bool, empty: bool) -> None:
    shipped = {path: data for path, data in _shipped() if not (empty and path.startswith("data/"))}
    laid = {path: data for path, data in shipped.items() if full or not path.startswith(f"{TEMPLATES}/")}
    laid |= {path: data for path, data in shipped.items() if path.startswith(_SCHEMAS)}
    names = [name for path in shipped if (name := TemplateKind.AUDIENCE.name_in(path))]
    laid["briefgen.toml"] = f"{_CONFIG}{audience_line(names)}\n{_ON_STALE}{_EDITIONS}".encode()
    laid[f"{TEMPLATES}/README.md"] = _README.format(kinds=_kinds()).encode()
    copied = {path: digest(data) for path, data in laid.items() if named_by(path)}
    if copied:
        laid[PATH] = record_text(copied).encode()
    for path, data in laid.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    (folder / "output").mkdir(parents=True, exist_ok=True)


def _lay_out_job(folder: Path, wheel: Path | None, *, renewed: bool) -> None:
    """The job's files; one that is there and says something else is the team's own, which is told."""
    try:
        files = job_files(wheel)
        others = lay_out_job(folder, files, frozenset({BRIEFGEN, LIBRARIES}) if renewed else frozenset())
    except OSError as error:
        fail_to_write(str(error.filename or folder), error, "look at the folder's permissions")
    if others:
        click.echo(f"left as they are, and not as this briefgen lays them out: {', '.join(others)}")


def _shipped() -> Iterator[tuple[str, bytes]]:
    """Every file that briefgen ships, by its path in a workspace."""
    root = shipped_root()
    for top in ("data", TEMPLATES):
        for file in sorted(file for file in (root / top).rglob("*") if file.is_file()):
            yield file.relative_to(root).as_posix(), file.read_bytes()


def _kinds() -> str:
    *words, last = (kind.word for kind in TemplateKind)
    return f"{', '.join(words)} and {last}"
