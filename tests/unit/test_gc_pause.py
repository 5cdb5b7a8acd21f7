"""Garbage collection is held back while a file is written, and never afterwards."""

from __future__ import annotations

import gc
import weakref
from functools import partial
from typing import TYPE_CHECKING

import pytest

from briefgen.compose.brief_state import Brief
from briefgen.compose.markdown.markdown_tree import MarkdownNode
from briefgen.gc_pause import collector_held_back, seldom_collected
from briefgen.model.document import Paragraph
from briefgen.model.formats import FORMATS
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.pipeline import Order, make
from briefgen.pipeline.compose_and_render import produce
from briefgen.world import Disk, Memory, Overlay, shipped_root
from samples.growing_relation import Counts, growing_relation
from samples.rendering import rendered
from samples.sample_document import document, text

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.pipeline.job import Job, JobResult


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
    with seldom_collected() as one_more:
        for _ in range(40):
            assert not gc.isenabled()
            left.append(weakref.ref(Knot()))
            one_more()

    alive = [knot for knot in left if knot() is not None]
    assert gc.isenabled()
    assert 0 < len(alive) < 20
    gc.collect()
    assert [knot for knot in left if knot() is not None] == []


def test_a_fault_among_briefs_turns_it_on_again() -> None:
    with pytest.raises(ZeroDivisionError), seldom_collected():
        raise ZeroDivisionError

    assert gc.isenabled()
    assert gc.get_freeze_count() == 0


def _made(produced: Callable[[Job], JobResult]) -> None:
    files = {path: text.encode() for path, text in growing_relation(Counts(milestones=2)).items()}
    world = Overlay(Memory(files), Disk(shipped_root()))
    make(world, Order(formats=("md",)), executor=lambda job: partial(produced, job))


def test_it_is_off_until_the_last_brief_is_made() -> None:
    seen: list[bool] = []

    def produced(job: Job) -> JobResult:
        seen.append(gc.isenabled())
        return produce(job)

    _made(produced)

    assert len(seen) > 1
    assert not any(seen)


def test_what_a_brief_is_composed_of_goes_without_the_collector() -> None:
    left: list[set[type]] = []

    def produced(job: Job) -> JobResult:
        gc.collect()
        product = produce(job)
        left.append({Brief, MarkdownNode} & {type(one) for one in gc.get_objects()})
        return product

    _made(produced)

    assert len(left) > 1
    assert not any(left)
    assert gc.isenabled()
