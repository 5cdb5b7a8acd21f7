"""Where the briefs of a workspace are, and what its owner keeps of them: asked alike by every command that asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from briefgen.cli.guidance.completed_names import FOLDER_NAME
from briefgen.publish import INTERNAL

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


def folder_options(briefs: str, records: str = "Where the owner's records are.") -> Callable[[Any], Any]:
    """`--output` and `--internal`, with what their help says of them."""
    output = click.option("--output", type=FOLDER_NAME, metavar="DIR", default="output", show_default=True, help=briefs)
    internal = click.option(
        "--internal", type=FOLDER_NAME, metavar="DIR", default=INTERNAL, show_default=True, help=records
    )
    return lambda command: output(internal(command))
