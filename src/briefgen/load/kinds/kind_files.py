"""The files under kinds/. A declaration that is wrong is told at its place, and no fact of such a kind is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefgen.diagnostics import Place, Report
from briefgen.load.kinds.field_files import FieldFiles, in_words
from briefgen.load.kinds.kind_shapes import KIND
from briefgen.load.kinds.names import OF_SHIPPED_KINDS, OF_THEIR_PARTS, collection_fault, type_fault, type_name
from briefgen.load.nodes.file_names import names_in
from briefgen.load.nodes.node import Mapping as MappingNode
from briefgen.load.nodes.node import kind_of
from briefgen.load.nodes.yaml_files import yaml_of
from briefgen.load.shapes.shape import BAD
from briefgen.model.facts.kind import Kind
from briefgen.model.facts.own_fact import own_record
from briefgen.model.kinds import SHIPPED_KINDS
from briefgen.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

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
    own = [name for name in names_in(world, FOLDER, ENDING, report) if _has_a_name(name, report)]
    every = {*SHIPPED_KINDS, *own}
    types = {**OF_THEIR_PARTS, **OF_SHIPPED_KINDS}
    read = {name: _kind(world, name, every, types, report) for name in own}
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


def _has_a_name(name: str, report: Report) -> bool:
    """Whether a kind can be called so; a built-in kind of the name, or a word of templates, is told."""
    fault = collection_fault(name)
    if fault:
        report.error("BG132", Place(f"{FOLDER}/{name}{ENDING}"), *fault)
    return fault is None


def _kind(world: World, name: str, every: set[str], types: dict[str, str], report: Report) -> Kind | None:
    """One kind; None where anything of it is wrong. What one record is called is noted in `types`."""
    own = Report()
    root = yaml_of(world, f"{FOLDER}/{name}{ENDING}", own, "write what one is called, and its fields")
    values = KIND.read(root, own) if root is not None else BAD
    made = _made(name, values, every, types, own) if isinstance(values, dict) else None
    report.extend(own.diagnostics)
    return None if own.has_errors else made


def _made(name: str, values: dict[str, Any], every: set[str], types: dict[str, str], report: Report) -> Kind | None:
    is_table = values.get("table", False)
    what = in_words(values["what"], values["places"]["what"], report)
    if what is not None:
        if fault := type_fault(what, types):
            report.error("BG132", values["places"]["what"], *fault)
        types.setdefault(type_name(what), name)
    node = values["fields"]
    if not isinstance(node, MappingNode):
        hint = "write 'name: {role: ...}' below it, one a line"
        report.error("BG108", node.place, f"the fields of a kind are {kind_of(node)}", hint)
        return None
    fields = FieldFiles(every, report, is_table=is_table).fields(node)
    if what is None:
        return None
    about = values.get("about") or f"{what[0].upper()}{what[1:]}."
    record = own_record(type_name(what), about, fields)
    return Kind(name=name, what=what, made_of=record, is_table=is_table)
