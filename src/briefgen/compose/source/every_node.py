"""All nodes of a parsed template: it is gone through many times before it runs, and Jinja2's own way is slow."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from jinja2 import nodes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

N = TypeVar("N", bound=nodes.Node)

_LEAVES = frozenset({nodes.Name, nodes.NSRef, nodes.Const, nodes.TemplateData, nodes.EnvironmentAttribute})
"""Kinds that hold words and values alone; most nodes are of one of these."""


class _Standing:
    """The tree that nobody changes now, and all its nodes."""

    root: nodes.Node | None = None
    nodes: Sequence[nodes.Node] = ()


@contextmanager
def unchanged(root: nodes.Node) -> Iterator[None]:
    """While a tree is looked at from all sides, and stays as it is, it is gone through once."""
    _Standing.root, _Standing.nodes = root, _below(root)
    try:
        yield
    finally:
        _Standing.root, _Standing.nodes = None, ()


def every(kind: type[N] | tuple[type[N], ...], root: nodes.Node) -> Iterator[N]:
    """The nodes of a kind below a node, in the order of the text, as they are when it is asked: none put in later."""
    found = _Standing.nodes if root is _Standing.root else _below(root)
    return iter([node for node in found if isinstance(node, kind)])


def _below(root: nodes.Node) -> list[nodes.Node]:
    found: list[nodes.Node] = []
    waiting = inner(root)
    while waiting:
        node = waiting.pop()
        found.append(node)
        if node.fields and type(node) not in _LEAVES:
            waiting += inner(node)
    return found


def inner(node: nodes.Node) -> list[nodes.Node]:
    """The nodes directly in a node, the last first."""
    found: list[nodes.Node] = []
    there = vars(node)
    for name in node.fields:
        value = there.get(name)
        if type(value) is list:
            found += [one for one in value if isinstance(one, nodes.Node)]
        elif isinstance(value, nodes.Node):
            found.append(value)
    found.reverse()
    return found
