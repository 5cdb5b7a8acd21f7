"""`briefgen schema`: what data files may hold, for editors that complete and check while one types."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from briefgen.cli.guidance.completed_names import FOLDER_NAME
from briefgen.cli.workspace_option import checked_name, fail_to_write, open_workspace, workspace_option
from briefgen.diagnostics.printers.as_json import SCHEMA
from briefgen.load import json_schemas, load
from briefgen.publish import HANDED_ON_LIST, MANIFEST

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = "templates/schemas"


@click.command()
@click.option(
    "--output", type=FOLDER_NAME, metavar="DIR", default=FOLDER, show_default=True, help="Where the schemas go."
)
@workspace_option
def schema(output: str, workspace: Path | None) -> None:
    """Write JSON Schemas for every file that people write, and for what briefgen writes for scripts.

    Audiences may name the sections that the workspace has, so write them anew when a section comes or goes. A
    kind of facts of the workspace's own gets a schema like any other.
    """
    world, output = open_workspace(workspace), checked_name(output, "--output")
    loaded = load(world).value
    made = json_schemas(loaded.sections, loaded.kinds, loaded.citation_styles) | {
        "diagnostics.schema.json": SCHEMA,
        "manifest.schema.json": MANIFEST,
        "handed_on.schema.json": HANDED_ON_LIST,
    }
    for name, content in made.items():
        text = json.dumps(content, indent=2, ensure_ascii=False) + "\n"
        try:
            world.replace(f"{output}/{name}", text.encode())
        except OSError as error:
            fail_to_write(output, error, "choose another folder with --output")
    click.echo(f"{len(made)} schemas in {output}/")
