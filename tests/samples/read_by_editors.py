"""YAML as an editor reads it that checks by a JSON Schema: with types, where briefgen reads text."""

from __future__ import annotations

import re
from typing import Any

import yaml

CORE_TYPES = {"true": True, "false": False, "null": None, "~": None, "": None}


def typed(node: yaml.Node) -> Any:  # noqa: ANN401 - any YAML
    """A node as an editor reads it: YAML 1.2, core schema."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: typed(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [typed(item) for item in node.value]
    text = str(node.value)
    if not isinstance(node, yaml.ScalarNode) or node.style is not None:
        return text
    if re.fullmatch(r"[-+]?[0-9]+", text):
        return int(text)
    return float(text) if re.fullmatch(r"[-+]?[0-9]+\.[0-9]+", text) else CORE_TYPES.get(text, text)


def as_an_editor_reads(text: str) -> Any:  # noqa: ANN401 - any YAML
    """A file's values, with the types that an editor sees."""
    node = yaml.compose(text, Loader=yaml.BaseLoader)
    return None if node is None else typed(node)
