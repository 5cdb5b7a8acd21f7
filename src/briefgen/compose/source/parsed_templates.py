"""Templates as they were parsed: looked at first, then made into code, of one parsing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import nodes

_MOST = 64
"""Of those that wait to be made into code."""
_TREES: dict[str, nodes.Template] = {}


def keep_tree(text: str, template: nodes.Template) -> None:
    """Keep a sound template, as it was read from its spread text, for whoever makes code of it."""
    if len(_TREES) >= _MOST:
        _TREES.clear()
    _TREES[text] = template


def take_tree(text: str) -> nodes.Template | None:
    """A sound template that was kept, to be changed by who takes it; None where there is none."""
    return _TREES.pop(text, None)
