"""Section templates: the YAML header with their options, and their text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.diagnostics import Place, echo
from briefgen.load.nodes.headed_text import FENCE, headed
from briefgen.load.nodes.node import Mapping, Scalar
from briefgen.load.nodes.yaml_nodes import parse_yaml
from briefgen.load.settings.section_ranks import RANK_NAMES, ranks_in
from briefgen.model.ranks import UNRANKED
from briefgen.model.workspace import SectionTemplate
from briefgen.records import replace

if TYPE_CHECKING:
    from briefgen.diagnostics import Report
    from briefgen.load.nodes.node import Node
    from briefgen.model.audience import OptionValue

_KEYS = ("about", "options", *RANK_NAMES)
_DEFAULT, _ABOUT = "default", "about"
"""Of an option: what holds where an audience sets nothing, and what the option does."""
_OF_ANY_SECTION = ("if_empty", *RANK_NAMES)
"""What an audience says beside the options of whatever section: none can be called so."""
_OF_AUDIENCES = "each audience says it for itself, beside the section's name: - trade: {if_empty: drop}"


def read_section(name: str, text: str, path: str, report: Report) -> SectionTemplate | None:
    """One section's template; its header is blanked out so that line numbers stay those of the file.

    None where nobody can say which lines are its header.
    """
    found = headed(text)
    if found is None:
        if text.startswith(FENCE):
            report.error("BG116", Place(path, 1, 1), "the header is not closed", "end it with a line '---'")
            return None
        return SectionTemplate(name=name, options={}, source=text, place=Place(path, 1, 1))
    root = parse_yaml(found.yaml, path, report)
    blanked = "\n" * (found.first_line - 1) + found.body
    section = SectionTemplate(name=name, options={}, source=blanked, place=Place(path, 1, 1))
    if root is None:
        return section
    given = root.items if isinstance(root, Mapping) else {}
    read = {key: _option(key, node, report) for key, node in _options(root, report).items()}
    options = {key: default for key, (default, _) in read.items() if default is not None}
    meanings = {key: meaning for key, (_, meaning) in read.items() if meaning}
    return replace(section, options=options, meanings=meanings, ranks=ranks_in(given, UNRANKED, report))


def _options(root: Node, report: Report) -> dict[str, Node]:
    """What is said of each option that can be one."""
    if not isinstance(root, Mapping):
        report.error("BG116", root.place, "the header must hold fields", "write 'options:' and one option a line")
        return {}
    for name in root.items:
        if name not in _KEYS:
            hint = _OF_AUDIENCES if name == "if_empty" else f"one of: {', '.join(_KEYS)}"
            report.error("BG116", root.keys[name], f"the header has no field '{echo(name)}'", hint)
    node = root.items.get("options")
    if node is None or (isinstance(node, Scalar) and not node.text):
        return {}
    if not isinstance(node, Mapping):
        hint = "write 'options:' and below it, indented, 'limit: 5'"
        report.error("BG116", node.place, "options are written 'name: default', one a line", hint)
        return {}
    for name in _OF_ANY_SECTION:
        if name in node.items:
            hint = (
                _OF_AUDIENCES if name == "if_empty" else f"write '{name}:' beside 'options:', or give it another name"
            )
            report.error("BG116", node.keys[name], f"an option cannot be called '{name}'", hint)
    return {name: said for name, said in node.items.items() if name not in _OF_ANY_SECTION}


def _option(name: str, said: Node, report: Report) -> tuple[OptionValue | None, str]:
    """The default of an option and what it does; no default where it is written in another way than options are."""
    if isinstance(said, Scalar):
        return option_value(said.text), ""
    items = said.items if isinstance(said, Mapping) else {}
    default, about = items.get(_DEFAULT), items.get(_ABOUT, Scalar("", said.place))
    if {*items} - {_DEFAULT, _ABOUT} or not isinstance(default, Scalar) or not isinstance(about, Scalar):
        hint = f"write '{name}: 5', or '{name}: {{{_DEFAULT}: 5, {_ABOUT}: \"How many are listed.\"}}'"
        report.error("BG116", said.place, f"the option '{echo(name)}' is no default, alone or with a sentence", hint)
        return None, ""
    return option_value(default.text), " ".join(about.text.split())


def option_value(text: str) -> OptionValue:
    """An option's value: true and false, whole numbers, else a word."""
    if text in {"true", "false"}:
        return text == "true"
    return int(text) if re.fullmatch(r"\d{1,9}", text, re.ASCII) else text
