"""The rank of a section and of the items of its lists, as a template's head or an audience says them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import echo
from briefgen.load.nodes.node import Scalar, kind_of
from briefgen.load.shapes.shape import BAD, Converter
from briefgen.model.ranks import KEPT, LOWEST, Ranks

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefgen.diagnostics import Report
    from briefgen.load.nodes.node import Node
    from briefgen.load.shapes.value_schemas import JsonSchema

KEEP = "keep"
SECTION_RANK, ITEM_RANK = "rank", "item_rank"
RANK_NAMES = (SECTION_RANK, ITEM_RANK)
_WORDS = {str(number): number for number in range(1, LOWEST + 1)} | {KEEP: KEPT}
_KNOWN: JsonSchema = {"anyOf": [{"const": KEEP}, {"type": "integer", "minimum": 1, "maximum": LOWEST}]}
RANK_SCHEMAS: Mapping[str, JsonSchema] = {
    SECTION_RANK: {
        "description": "What goes where the brief has too many pages: 9 first, 1 last, 'keep' never.", **_KNOWN,
    },
    ITEM_RANK: {
        "description": "The same for what the section's lists have beyond their least; else 8.",
        **_KNOWN,
    },
}  # fmt: skip


def _read(node: Node, report: Report) -> object:
    if isinstance(node, Scalar) and node.text in _WORDS:
        return _WORDS[node.text]
    found = (f"'{echo(node.text)}'" if node.text else "empty") if isinstance(node, Scalar) else kind_of(node)
    hint = f"9 goes first where the brief has too many pages, 1 last, '{KEEP}' never"
    report.error("BG165", node.place, f"a rank is {found}, not a whole number from 1 to {LOWEST} or '{KEEP}'", hint)
    return BAD


RANK = Converter(f"a whole number from 1 to {LOWEST}, or '{KEEP}'", _read, _KNOWN)


def ranks_in(given: Mapping[str, Node], usual: Ranks, report: Report) -> Ranks:
    """The ranks among some fields; `usual` are those of what is not given."""
    read = {name: RANK.read(given[name], report) for name in RANK_NAMES if name in given}
    section, items = (value if isinstance(value := read.get(name), int) else None for name in RANK_NAMES)
    if section is None:
        return Ranks(usual.section, usual.items if items is None else items)
    # An audience that ranks a section anew says so of its items too: those of the template were beside another rank.
    return Ranks(section, items)
