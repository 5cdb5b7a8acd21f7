"""The tokens of a text as a tree, made in one pass and read as plain fields: a brief asks some thousand times."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from weakref import ref

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

BREAKS = frozenset({"softbreak", "hardbreak"})
"""What ends a line within a paragraph."""
_OPEN = "_open"
_BEGINS, _ENDS = 1, -1


class MarkdownNode:
    """A token, or two that belong together with what stands between them, or the whole text."""

    __slots__ = ("__weakref__", "_parent", "at", "attrs", "children", "content", "map", "meta", "tag", "type")

    def __init__(self, token: Token | None, parent: MarkdownNode | None) -> None:
        self._parent = ref(parent) if parent else None
        """Parents hold their children: if these held them too, only the collector would end a tree."""
        self.at = len(parent.children) if parent else 0
        """Its place among the children of its parent."""
        self.children: list[MarkdownNode] = []
        self.type = token.type.removesuffix(_OPEN) if token else "root"
        self.tag = token.tag if token else ""
        self.content = token.content if token else ""
        self.map = token.map if token else None
        """First line, and the one behind the last, from 0; None of what stands in a line."""
        self.attrs: dict[str, str | int | float] = token.attrs if token else {}
        self.meta: dict[Any, Any] = token.meta if token else {}

    @property
    def parent(self) -> MarkdownNode | None:
        """What it stands in, for as long as somebody holds the whole text."""
        return self._parent() if self._parent else None

    @property
    def previous_sibling(self) -> MarkdownNode | None:
        """What stands before it in the same parent."""
        parent = self.parent
        return parent.children[self.at - 1] if parent and self.at else None

    @property
    def next_sibling(self) -> MarkdownNode | None:
        """What stands behind it in the same parent."""
        parent = self.parent
        row = parent.children if parent else []
        return row[self.at + 1] if self.at + 1 < len(row) else None

    def walk(self) -> Iterator[MarkdownNode]:
        """It and all below it, in the order of the text."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting += reversed(node.children)


def tree_of(tokens: Sequence[Token]) -> MarkdownNode:
    """The tree of a whole text."""
    root = MarkdownNode(None, None)
    _grow(root, tokens)
    return root


def _grow(root: MarkdownNode, tokens: Sequence[Token]) -> None:
    here = root
    for token in tokens:
        if token.nesting == _ENDS:
            here = here.parent or root
            continue
        node = MarkdownNode(token, here)
        here.children.append(node)
        if token.children:
            _grow(node, token.children)
        if token.nesting == _BEGINS:
            here = node
