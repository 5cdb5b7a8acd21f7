"""The files under kinds/. A declaration that is wrong is told at its place, and no fact of such a kind is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import Place
from briefgen.load.nodes.file_names import names_in
from briefgen.model.facts.kind import Kind
from briefgen.model.facts.own_fact import own_record
from briefgen.model.kinds import SHIPPED_KINDS
from briefgen.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefgen.diagnostics import Report
    from briefgen.world import World

FOLDER, ENDING = "kinds", ".yaml"
_NOTES = (".md", ".txt")
"""Endings of what may lie beside the declarations."""


@dataclass(frozen=True, slots=True)
class Kinds:
    """The kinds of a workspace."""

    known: Mapping[str, Kind]
    """Name → kind, in order: those that briefgen brings along, then the workspace's own by their names."""
    refused: frozenset[str] = frozenset()
    """Names of those whose declaration is wrong: nothing of them is read, and nobody complains of their names."""

    @property
    def names(self) -> tuple[str, ...]:
        """What audiences and labels may name."""
        return (*self.known, *sorted(self.refused))

    @property
    def in_templates(self) -> dict[str, Kind]:
        """What templates may ask for: those that were refused too, without a fact, so that one fault is told once."""
        nothing = own_record("", "", ())
        return {
            **self.known,
            **{name: Kind(name=name, what="a fact", made_of=nothing) for name in sorted(self.refused)},
        }


def read_kinds(world: World, report: Report) -> Kinds:
    """Every kind that facts of the workspace may be of."""
    _tell_unread(world, report)
    names = names_in(world, FOLDER, ENDING, report)
    if not names:
        return Kinds(SHIPPED_KINDS)
    from briefgen.load.kinds.declared_kinds import declared_kinds  # most teams have none of their own

    read = declared_kinds(world, {name: f"{FOLDER}/{name}{ENDING}" for name in names}, report)
    known = {name: kind for name, kind in read.items() if kind}
    refused = frozenset(read) - frozenset(known)
    return Kinds({**SHIPPED_KINDS, **known}, refused)


def _tell_unread(world: World, report: Report) -> None:
    """What lies beside the declarations and is none: its name may be a slip."""
    try:
        names = world.list(FOLDER)
    except OSError:
        return  # told where the names are read
    for name in names:
        if not name.startswith((".", "~")) and not name.endswith((ENDING, *_NOTES)):
            hint = f"a kind is declared in {FOLDER}/NAME{ENDING}"
            report.error("BG132", Place(f"{FOLDER}/{name}"), "is no declaration of a kind", hint)
