"""`briefgen new relation`: the empty files of a relation between two countries."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from briefgen.cli.relation_skeleton import GAP, relation_files, shared_files, slug_of
from briefgen.cli.workspace_option import fail, fail_to_write, open_workspace, today_of, workspace_option
from briefgen.load import load
from briefgen.model.values.countries import ALPHA_2
from briefgen.validate.country_hints import country_hint

if TYPE_CHECKING:
    from pathlib import Path

    from briefgen.world import Disk, Overlay

_CODE = re.compile(r"\b[A-Z]{3}\b")


@click.command("relation")
@click.argument("pair", metavar="CODE-CODE")
@workspace_option
def relation(pair: str, workspace: Path | None) -> None:
    """Write the empty files of a relation: two countries by their ISO codes, the one whose brief it is first."""
    world = open_workspace(workspace)
    parties = _parties(pair)
    folder = f"data/{slug_of(parties)}"
    _refuse_what_is_there(world, parties, folder)
    kinds = load(world).value.kinds
    own = relation_files(parties, today_of(world, "new relation"), kinds.values())
    files = {f"{folder}/{name}": text for name, text in own.items()}
    shared = {f"data/{name}": text for name, text in shared_files(parties).items()}
    files |= {path: text for path, text in shared.items() if not world.is_there(path)}
    for path, text in files.items():
        try:
            world.replace(path, text.encode())
        except OSError as error:
            fail_to_write(path, error, "look at what stands there, and at the folder's rights")
    click.echo(f"wrote {folder}/: README.md there tells of its files")
    if GAP in files[f"{folder}/relation.yaml"]:
        click.echo(f"fill in what stands as {GAP} in {folder}/relation.yaml: there is no adjective on record")
    click.echo("next: fill in a record, then: briefgen check && briefgen make")


def _parties(pair: str) -> tuple[str, str]:
    """The two codes; what else was written is told by the codes that were meant."""
    words = [word.strip() for word in re.split(r"[-/,\u2013]", pair)]
    if len(words) != 2:  # noqa: PLR2004 - a pair
        fail(f"'{pair}' is no pair of countries", "write two ISO codes with a hyphen between: IND-BRA")
    unknown = [word for word in words if word not in ALPHA_2]
    if unknown:
        meant = [word if word in ALPHA_2 else _meant(word) for word in words]
        hint = f"write {'-'.join(filter(None, meant))}" if all(meant) else "write ISO 3166-1 alpha-3 codes: IND-BRA"
        fail(f"'{unknown[0]}' is no country code (ISO 3166-1 alpha-3)", hint)
    if words[0] == words[1]:
        fail(f"{words[0]} has no relation with itself", "name two countries")
    return words[0], words[1]


def _meant(word: str) -> str | None:
    found = _CODE.search(country_hint(word) or "")
    return found[0] if found else None


def _is_taken(world: Overlay[Disk], folder: str) -> bool:
    """Whether anything but an empty folder has that name."""
    try:
        return bool(world.own.list(folder))
    except OSError:
        return True


def _refuse_what_is_there(world: Overlay[Disk], parties: tuple[str, str], folder: str) -> None:
    """Nothing is overwritten, and a pair has one relation, whichever of the two stands first."""
    if _is_taken(world, folder):
        fail(f"{folder}/ is there already", "go on in its files, or move it away")
    for known in load(world).value.relations:
        if {party.id for party in known.parties} == set(parties):
            hint = "go on there; `perspective` in its relation.yaml says whose brief it is"
            fail(f"data/{known.slug}/ is the relation of {' and '.join(parties)} already", hint)
