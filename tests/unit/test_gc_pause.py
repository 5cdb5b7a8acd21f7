"""Garbage collection is held back while a file is written, and never afterwards."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Generator

import pytest

from briefgen.gc_pause import collector_held_back, seldom_collected
from briefgen.model.document import Paragraph
from briefgen.model.formats import FORMATS
from briefgen.model.looks.style import DEFAULT_STYLE
from samples.rendering import rendered
from samples.sample_document import document, text


def test_it_is_off_within_and_on_behind() -> None:
    with collector_held_back():
        assert not gc.isenabled()

    assert gc.isenabled()


def test_a_fault_turns_it_on_again() -> None:
    with pytest.raises(ZeroDivisionError), collector_held_back():
        raise ZeroDivisionError

    assert gc.isenabled()


def test_who_turned_it_off_finds_it_off() -> None:
    gc.disable()
    try:
        with collector_held_back():
            pass

        assert not gc.isenabled()
    finally:
        gc.enable()


@pytest.mark.parametrize("name", FORMATS)
def test_every_writer_leaves_it_on(name: str) -> None:
    rendered(document(Paragraph(text("words"))), name, DEFAULT_STYLE)

    assert gc.isenabled()


class Knot:
    """A part of a cycle, which only the collector lets go of."""

    def __init__(self) -> None:
        self.own = self


def test_between_briefs_it_is_off_and_cycles_are_let_go_of_after_every_few() -> None:
    left: list[weakref.ref[Knot]] = []
    for _ in seldom_collected(range(40)):
        assert not gc.isenabled()
        left.append(weakref.ref(Knot()))

    alive = [knot for knot in left if knot() is not None]
    assert gc.isenabled()
    assert 0 < len(alive) < 20
    gc.collect()
    assert [knot for knot in left if knot() is not None] == []


def test_a_loop_that_is_left_turns_it_on_again() -> None:
    loop = seldom_collected(range(3))
    assert isinstance(loop, Generator)
    next(loop)
    loop.close()

    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
