"""Files under data/ that look like data and that nobody reads: a slip in a name loses them whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import Place, close_to, visible
from briefgen.load.nodes.file_names import folded

if TYPE_CHECKING:
    from collections.abc import Collection

    from briefgen.diagnostics import Report
    from briefgen.world import World

_DATA = (".yaml", ".yml", ".csv", ".tsv", ".json", ".bib", ".ris", ".xlsx", ".xls", ".ods")
"""Endings of what may hold facts. Notes, texts and what programs leave behind are no slips."""


def tell_unread(world: World, folder: str, read: Collection[str], report: Report, elsewhere: str = "") -> None:
    """BG124 for each file of a folder that looks like data and is none of those that are read.

    `elsewhere` is the next step for a file that is none of them, nor nearly.
    """
    for name in _names(world, folder):
        if name not in read and not name.startswith((".", "~")) and folded(name).endswith(_DATA):
            place = Place(f"{folder}/{name}")
            hint = _hint(name, read) or elsewhere or f"read are: {', '.join(sorted(read))}"
            report.warning("BG124", place, "no file of this name is read", hint)


def _names(world: World, folder: str) -> list[str]:
    """What stands in a folder; one that cannot be read is told by whoever reads a file of it."""
    try:
        return world.list(folder)
    except OSError:
        return []


def _hint(name: str, read: Collection[str]) -> str | None:
    """The file of the same name but for its ending or its capitals, else the nearest."""
    stem, _, ending = folded(name).rpartition(".")
    same = next((known for known in read if known.rpartition(".")[0] == stem), None)
    if same:
        is_as_it_is = same.endswith("yaml" if ending == "yml" else ending)
        return f"rename it to {same}" if is_as_it_is else f"write what it holds into {same}"
    near = close_to(folded(name), read) or close_to(f"{stem}.yaml", read)
    return f"did you mean {visible(near)}?" if near else None
