"""`briefgen new kind`: the declaration of a team's own kind of facts, told field by field."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from briefgen.cli.workspace_option import fail, fail_to_write, open_workspace, workspace_option
from briefgen.diagnostics import with_article
from briefgen.load.kinds.names import collection_fault

if TYPE_CHECKING:
    from pathlib import Path

_DECLARATION = """\
# yaml-language-server: $schema=../templates/schemas/kind.schema.json
# A kind of facts of your own: each field says by its role what it is, and all else follows from that.
# docs/kinds.md lists the roles.

# One of its records, with its article; templates know it as x.type.
what: {what}
# What the kind is, in a sentence.
about: What one of these records is, in a sentence.

# Beside these a record has what every fact may have: id, sources, topics, sensitivity, status, note ...
fields:
  # A few words of ours: what it is called in lists and timelines.
  title: {{role: title, required: true, about: What it is called.}}
  # When it happened: no brief of an earlier day tells it.
  date: {{role: happened, about: When it took place.}}
  # A word out of a list of your own.
  state: {{role: one-of, choices: [planned, running, finished], about: How far it has come.}}
  # One of the two parties.
  party: {{role: party, about: Whose it is.}}
  # Sentences of ours.
  text: {{role: text, about: What there is to say of it.}}
  # Other fields that records may have:
  # amount: {{role: money, about: How much it costs.}}
  # agreement: {{role: link, to: [agreements], about: The agreement that it leans on.}}
  # major: {{role: major, about: Whether it belongs in a short timeline.}}
"""


@click.command("kind")
@click.argument("name")
@workspace_option
def kind(name: str, workspace: Path | None) -> None:
    """Write the declaration of a kind of facts of your own to kinds/NAME.yaml.

    NAME is what files and templates call its records together, such as scholarships.
    """
    world = open_workspace(workspace)
    if fault := collection_fault(name):
        fail(*fault)
    path = f"kinds/{name}.yaml"
    if world.is_there(path):
        fail(f"{path} is there already", "add fields to it: docs/kinds.md lists the roles")
    try:
        world.replace(path, declaration(name).encode())
    except OSError as error:
        fail_to_write(path, error, "look at what stands there, and at the folder's rights")
    click.echo(f"wrote {path}")
    click.echo(f"next: say what its records hold, then: briefgen new facts {name} && briefgen schema")
    click.echo(f"no shipped section prints them: briefgen new section {name}, and list it in an audience")


def declaration(name: str) -> str:
    """The file of a kind of that name."""
    words = re.sub(r"\d", "", name).replace("_", " ").strip()
    one = words[:-1] if words.endswith("s") and not words.endswith("ss") else f"{words} record"
    return _DECLARATION.format(what=with_article(one))
