"""What is measured of a table, once for all that ask: each format, and several rooms of each.

A table is known again by itself and the style by itself, not by ones like them, and what was measured goes with the
table.
"""

from __future__ import annotations

import weakref
from functools import wraps
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.model.document import Table
    from briefgen.model.looks.style import Style

    T = TypeVar("T")


def once_per_table(measure: Callable[[Table, Style], T]) -> Callable[[Table, Style], T]:
    """Measure anew only another table, or in another style than last time."""
    kept: dict[int, tuple[weakref.ref[Table], Style, T]] = {}

    @wraps(measure)
    def measured(table: Table, style: Style) -> T:
        place = id(table)
        known = kept.get(place)
        if known is None or known[0]() is not table or known[1] is not style:
            gone = weakref.ref(table, lambda _: kept.pop(place, None))
            known = kept[place] = gone, style, measure(table, style)
        return known[2]

    return measured
