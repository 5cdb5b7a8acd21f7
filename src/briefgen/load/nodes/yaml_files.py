"""YAML files of a workspace, as nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import Place, Report
from briefgen.load.nodes.decoding import read_text
from briefgen.load.nodes.yaml_nodes import parse_yaml

if TYPE_CHECKING:
    from briefgen.load.nodes.node import Node
    from briefgen.world import World


def yaml_of(world: World, path: str, report: Report, if_empty: str = "") -> Node | None:
    """A YAML file as nodes; None where it is missing, empty or wrong. `if_empty` is what to do where it must not be."""
    if not world.is_there(path):
        return None
    text = read_text(world, path, report)
    if text is None:
        return None
    own = Report()
    root = parse_yaml(text, path, own)
    if root is None and not own.has_errors and if_empty:
        own.error("BG107", Place(path, 1, 1), "holds nothing", if_empty)
    report.extend(own.diagnostics)
    return root
