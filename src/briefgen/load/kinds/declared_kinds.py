"""What the files under kinds/ declare, one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefgen.diagnostics import Place, Report
from briefgen.load.kinds.field_files import FieldFiles, in_words
from briefgen.load.kinds.kind_shapes import KIND
from briefgen.load.kinds.names import OF_SHIPPED_KINDS, OF_THEIR_PARTS, collection_fault, type_fault, type_name
from briefgen.load.nodes.node import Mapping as MappingNode
from briefgen.load.nodes.node import kind_of
from briefgen.load.nodes.yaml_files import yaml_of
from briefgen.load.shapes.shape import BAD
from briefgen.model.facts.kind import Kind
from briefgen.model.facts.own_fact import own_record
from briefgen.model.kinds import SHIPPED_KINDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefgen.world import World


def declared_kinds(world: World, paths: Mapping[str, str], report: Report) -> dict[str, Kind | None]:
    """Name → what the file at a path declares; None where anything of it is wrong, which is told.

    What cannot be the name of a kind is told and left out.
    """
    own = {name: path for name, path in paths.items() if _has_a_name(name, path, report)}
    every = {*SHIPPED_KINDS, *own}
    types = {**OF_THEIR_PARTS, **OF_SHIPPED_KINDS}
    return {name: _kind(world, name, path, every, types, report) for name, path in own.items()}


def _has_a_name(name: str, path: str, report: Report) -> bool:
    """Whether a kind can be called so; a built-in kind of the name, or a word of templates, is told."""
    fault = collection_fault(name)
    if fault:
        report.error("BG132", Place(path), *fault)
    return fault is None


def _kind(world: World, name: str, path: str, every: set[str], types: dict[str, str], report: Report) -> Kind | None:
    """One kind; None where anything of it is wrong. What one record is called is noted in `types`."""
    own = Report()
    root = yaml_of(world, path, own, "write what one is called, and its fields")
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
