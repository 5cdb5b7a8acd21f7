"""What was last made of a document, for the next format of the same brief.

Every format of a brief and its sidecar carry the same trace. It is known again by the document itself, not by one
like it: what was made for one reader can never stand in the file of another. It goes as soon as its document does.
"""

from __future__ import annotations

import weakref
from functools import wraps
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.model.document import Document

    T = TypeVar("T")


def once_per_document(make: Callable[[Document], T]) -> Callable[[Document], T]:
    """Make it anew only for another document than last time."""
    last: list[tuple[weakref.ref[Document], T]] = []

    def forget(_gone: weakref.ref[Document]) -> None:
        last.clear()  # a reference that was replaced is gone itself, and does not call

    @wraps(make)
    def made(document: Document) -> T:
        for reference, kept in last:
            if reference() is document:
                return kept
        fresh = make(document)
        last[:] = [(weakref.ref(document, forget), fresh)]
        return fresh

    return made
