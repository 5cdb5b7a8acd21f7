"""All nodes of a parsed template: it is gone through many times before it runs, and Jinja2's own way is slow."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from jinja2 import nodes

if TYPE_CHECKING:
    from collections.abc import Iterator

N = TypeVar("N", bound=nodes.Node)


def every(kind: type[N] | tuple[type[N], ...], root: nodes.Node) -> Iterator[N]:
    """The nodes of a kind below a node, in the order of the text, as they are when it is asked: none put in later."""
    return iter([node for node in _below(root) if isinstance(node, kind)])


def _below(root: nodes.Node) -> list[nodes.Node]:
    found: list[nodes.Node] = []
    waiting = _inner(root)
    while waiting:
        node = waiting.pop()
        found.append(node)
        if node.fields:
            waiting += _inner(node)
    return found


def _inner(node: nodes.Node) -> list[nodes.Node]:
    """The nodes directly in a node, the last first."""
    found: list[nodes.Node] = []
    there = vars(node)
    for name in node.fields:
        value = there.get(name)
        if type(value) is list:
            found += [inner for inner in value if isinstance(inner, nodes.Node)]
        elif isinstance(value, nodes.Node):
            found.append(value)
    found.reverse()
    return found
