"""What stands first at the head and foot of each page: how the file is handled, and whether it is a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefgen.model.document import FrontMatter

_BETWEEN = " · "


def running_mark(front: FrontMatter) -> str:
    """Both marks, or the one that there is; empty where the brief has neither."""
    return _BETWEEN.join(filter(None, (front.handling, front.state.mark if front.state else "")))
