"""The collector of cyclic garbage, held back while a brief is made or a file is written.

Reading, viewing, composing and writing make a great many small objects that live until they are done. The collector
would look through all of them again and again and find nothing: on a table of 6,200 rows that was two fifths of the
time of writing it, and a fifth of checking fifteen years of months.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_BETWEEN = 16
"""Briefs between two collections: the cycles that one leaves behind take a megabyte or so."""


@contextmanager
def collector_held_back() -> Iterator[None]:
    """Work without cyclic garbage collection; afterwards it is as it was."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@contextmanager
def seldom_collected() -> Iterator[Callable[[], None]]:
    """Many briefs with a collection after every few, instead of whenever the collector would have one.

    It looks through all that lives: at every turn that took a tenth of the time of making a brief. What is there
    before the first (code, a workspace) is left out of it, for it stays until the last. What is given is called behind
    each brief. All of the last one belongs inside: at the first turn outside, it would be looked through as it is made.
    """
    was_on = gc.isenabled()
    numbers = count(1)

    def one_more() -> None:
        if next(numbers) % _BETWEEN == 0:
            gc.collect()

    gc.disable()
    gc.freeze()
    try:
        yield one_more
    finally:
        gc.unfreeze()
        if was_on:
            gc.enable()
