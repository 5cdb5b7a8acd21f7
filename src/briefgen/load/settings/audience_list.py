"""The line in briefgen.toml that lists whose briefs are made, as it is written into a file."""

from __future__ import annotations

import json
import tomllib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

KEY = "audiences"


def audience_line(names: Iterable[str]) -> str:
    """`audiences = ["minister", "public"]`."""
    return f"{KEY} = {json.dumps(list(names), ensure_ascii=False)}"


def with_audiences(text: str, names: Iterable[str]) -> str | None:
    """The settings with that line, all else as it was; None where there is no place of which that is sure.

    The line goes before the first table, where the settings of the whole workspace end; the result is read again.
    """
    line = audience_line(names)
    try:
        wanted = {**tomllib.loads(text), KEY: list(names)}
    except ValueError:
        return None
    end = "\r\n" if "\r\n" in text else "\n"
    lines = text.splitlines(keepends=True)
    tables = [number for number, each in enumerate(lines) if each.lstrip().startswith("[")]
    for number in (*tables, len(lines)):
        before, after = "".join(lines[:number]), "".join(lines[number:])
        made = f"{before}{end if before and not before.endswith(end) else ''}{line}{end}{after}"
        if _says(made, wanted):
            return made
    return None


def _says(text: str, wanted: dict[str, object]) -> bool:
    try:
        return tomllib.loads(text) == wanted
    except ValueError:
        return False
