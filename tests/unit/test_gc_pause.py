"""Garbage collection is held back while a file is written, and never afterwards."""

from __future__ import annotations

import gc

import pytest

from briefgen.gc_pause import collector_held_back
from briefgen.model.document import Paragraph
from briefgen.model.formats import FORMATS
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.render import render
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
    render(document(Paragraph(text("words"))), name, DEFAULT_STYLE)

    assert gc.isenabled()
