"""`briefgen new prose`: a file of prose in the folder of a relation, begun from a few lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from briefgen.cli.guidance.completed_names import RELATION
from briefgen.cli.workspace_option import fail, fail_to_write, open_workspace, workspace_option
from briefgen.diagnostics import Report, did_you_mean
from briefgen.load import load
from briefgen.load.facts.prose_files import ENDING, is_name
from briefgen.load.nodes.file_names import folded
from briefgen.model.kinds.prose import KIND

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from briefgen.model.facts.relation import Relation
    from briefgen.world import Disk, Overlay

_LOOK = "look at what stands there, and at the folder's rights"
_BEGUN = """\
---
# yaml-language-server: $schema=../../../templates/schemas/prose.schema.json
# docs/data.md says what the head may hold and what the text below it.
title: {{{language}: "{title}"}}
sensitivity: official
sources: []
---
"""
_BEGUN_IN_LANGUAGE = """\
---
# yaml-language-server: $schema=../../../templates/schemas/prose.schema.json
# What this head leaves out it has from that of {default}: a title of its own is written as
# title: {{{language}: ...}}
---
"""
_HINT = 'write the text below the head of {path}, with {{{{ fact("id").field|filter }}}} and [@reference, p. 12]'


@click.command("prose")
@click.argument("name")
@click.option(
    "--relation", "slug", type=RELATION, metavar="RELATION", help="Its folder; needed where there are several."
)
@workspace_option
def prose(name: str, slug: str | None, workspace: Path | None) -> None:
    """Begin prose of a relation, in prose/NAME.md of its folder."""
    world = open_workspace(workspace)
    name = name.removesuffix(ENDING)
    told = Report()
    if not is_name(name, "", told):
        first = told.diagnostics[0]
        fail(first.message, first.hint or "")
    relation = _chosen(load(world).value.relations, slug)
    folder = f"data/{relation.slug}/{KIND.name}"
    _refuse_what_is_there(world, folder, name, relation)
    path, (bare, _, language) = f"{folder}/{name}{ENDING}", name.partition(".")
    try:
        world.replace(path, _begun(bare, language, world.own.is_there(f"{folder}/{bare}{ENDING}")).encode())
    except OSError as error:
        fail_to_write(path, error, _LOOK)
    click.echo(f"wrote {path}")
    click.echo(f"next: {_HINT.format(path=path)}")
    click.echo(f"an audience shows it by a section: - background: {{prose: {bare}, if_empty: drop}}")


def _begun(name: str, language: str, has_default: bool) -> str:  # noqa: FBT001 - one use
    """The file as it begins; in another language than the default, whose head it then has."""
    if language and has_default:
        return _BEGUN_IN_LANGUAGE.format(default=f"{name}{ENDING}", language=language)
    return _BEGUN.format(title=name.replace("-", " ").capitalize(), language=language or "en")


def _chosen(relations: Sequence[Relation], slug: str | None) -> Relation:
    """The relation that is named, or the only one."""
    known = {relation.slug: relation for relation in relations}
    if slug is None and len(known) == 1:
        return next(iter(known.values()))
    if slug is None:
        hint = f"name one with --relation: {', '.join(known)}" if known else "begin one: briefgen new relation IND-BRA"
        fail(f"there are {len(known)} relations" if known else "there is no relation", hint)
    if slug not in known:
        fail(f"there is no relation '{slug}'", did_you_mean(slug, known) or "name a folder under data/")
    return known[slug]


def _refuse_what_is_there(world: Overlay[Disk], folder: str, name: str, relation: Relation) -> None:
    """Nothing is overwritten, and no id is given twice."""
    try:
        files = world.own.list(folder)
    except OSError as error:
        fail_to_write(folder, error, _LOOK)
    for file in files:
        if folded(file) == folded(f"{name}{ENDING}"):
            fail(f"{folder}/{file} is there already", "go on in it, or choose another name")
    for fact in relation.facts:
        if fact.id == name:
            fail(f"'{name}' is the id of another fact: {fact.place}", "choose another name")
