"""`briefgen new facts`: the empty file of a kind of facts, for a relation that was begun without it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from briefgen.cli.guidance.completed_names import KIND, RELATION
from briefgen.cli.relation_skeleton import kind_file
from briefgen.cli.workspace_option import fail, fail_to_write, open_workspace, workspace_option
from briefgen.diagnostics import did_you_mean
from briefgen.load import load
from briefgen.model.facts.own_fact import type_of

if TYPE_CHECKING:
    from pathlib import Path

    from briefgen.model.facts.kind import Kind
    from briefgen.model.facts.relation import Relation
    from briefgen.model.workspace import Workspace


@click.command("facts")
@click.argument("kind", type=KIND, metavar="KIND")
@click.argument("relation", type=RELATION, metavar="[RELATION]", required=False)
@workspace_option
def facts(kind: str, relation: str | None, workspace: Path | None) -> None:
    """Write the empty file of a kind of facts, told field by field, into the folder of a relation."""
    world = open_workspace(workspace)
    loaded = load(world).value
    wanted = _kind(kind, loaded)
    chosen = _relation(relation, loaded)
    path = f"data/{chosen.slug}/{wanted.file}"
    if world.is_there(path):
        fail(f"{path} is there already", "add records to it; its fields stand in docs/data.md")
    pair = (chosen.parties[0].id, chosen.parties[1].id)
    try:
        world.replace(path, kind_file(wanted, pair).encode())
    except OSError as error:
        fail_to_write(path, error, "look at what stands there, and at the folder's rights")
    click.echo(f"wrote {path}")
    click.echo("next: fill in a record, then: briefgen check && briefgen make")


def _kind(word: str, loaded: Workspace) -> Kind:
    """The kind by its name, or by what one of its records is called."""
    named = {**{type_of(kind.made_of): kind for kind in loaded.kinds.values()}, **loaded.kinds}
    if word not in named:
        meant = did_you_mean(word, loaded.kinds) or f"choose one of: {', '.join(loaded.kinds)}"
        fail(f"there is no kind of facts '{word}'", meant)
    return named[word]


def _relation(slug: str | None, loaded: Workspace) -> Relation:
    """The relation that is named, or the only one."""
    known = {relation.slug: relation for relation in loaded.relations}
    if slug is None and len(known) == 1:
        return next(iter(known.values()))
    if slug is None:
        hint = f"name one of: {', '.join(known)}" if known else "begin one: briefgen new relation IND-BRA"
        fail("which relation is it for?" if known else "there is no relation yet", hint)
    if slug not in known:
        meant = did_you_mean(slug, known) or f"choose one of: {', '.join(known)}"
        fail(f"there is no relation '{slug}'", meant)
    return known[slug]
