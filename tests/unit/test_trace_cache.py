"""The trace of the last document is kept for its other formats, and for nothing else."""

from __future__ import annotations

import gc
import itertools
import weakref
from dataclasses import replace
from typing import TYPE_CHECKING

from briefgen.trace import embedded
from briefgen.trace.cache import once_per_document
from samples.sample_document import sample_document

if TYPE_CHECKING:
    from briefgen.model.document import Document


def document() -> Document:
    """The sample brief, anew each time."""
    return replace(sample_document())


def test_the_other_formats_of_a_brief_get_what_was_made() -> None:
    brief = document()

    assert embedded(brief) is embedded(brief)


def test_a_document_that_is_only_alike_gets_its_own() -> None:
    numbers = itertools.count(1)
    counted = once_per_document(lambda _: next(numbers))
    first, second = document(), document()

    assert second == first
    assert [counted(first), counted(second), counted(second), counted(first)] == [1, 2, 2, 3]


def test_nothing_of_a_brief_outlives_it() -> None:
    made = once_per_document(lambda _: set[int]())
    brief = document()
    kept = weakref.ref(made(brief))

    assert kept() is not None
    del brief
    gc.collect()
    assert kept() is None


def test_a_document_that_goes_late_takes_nothing_from_the_next() -> None:
    made = once_per_document(lambda _: object())
    first, second = document(), document()
    made(first)
    kept = made(second)
    del first
    gc.collect()

    assert made(second) is kept
