"""Law 6: the same inputs give the same bytes, whatever was made before, in whatever order.

Two processes with other hash seeds, clocks and time zones are compared in tests/e2e/test_make.py.
"""

from __future__ import annotations

from functools import cache
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefgen.model.document import Document, Emphasis, Heading, Paragraph, Strong, TextRun
from briefgen.model.formats import FORMATS
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.pipeline import Order, make
from briefgen.world import Memory
from samples.rendering import rendered
from samples.sample_document import front

ROOT = Path(__file__).parents[2]
FILES = {
    path.relative_to(ROOT).as_posix(): path.read_bytes()
    for top in ("data", "templates")
    for path in (ROOT / top).rglob("*.*")
}

_WORDS = st.text(alphabet="abcxyzéßЖиў0123456789 -,.", min_size=1, max_size=60)
_INLINE = st.one_of(
    _WORDS.map(TextRun), _WORDS.map(lambda w: Strong((TextRun(w),))), _WORDS.map(lambda w: Emphasis((TextRun(w),)))
)
_BLOCK = st.one_of(
    st.lists(_INLINE, min_size=1, max_size=4).map(lambda inlines: Paragraph(tuple(inlines))),
    st.builds(lambda n, w: Heading(1, (TextRun(w),), f"h-{n}"), st.integers(0, 10**9), _WORDS),
)
_DOCUMENT = st.lists(_BLOCK, max_size=5).map(lambda blocks: Document(front(), tuple(blocks)))


def written(document: Document) -> dict[str, bytes]:
    """A document in every format."""
    return {name: rendered(document, name, DEFAULT_STYLE) for name in FORMATS}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_DOCUMENT, _DOCUMENT)
def test_a_file_does_not_remember_what_was_made_before_it(one: Document, other: Document) -> None:
    first = written(one)
    written(other)

    assert written(one) == first


@cache
def made(audiences: tuple[str, ...], *, backwards: bool = False) -> dict[str, bytes]:
    """What runs put into output/, an audience after the other, from files that are listed in one order or the other."""
    world = Memory(dict(reversed(FILES.items())) if backwards else FILES)
    for audience in audiences:
        result = make(world, Order(audiences=(audience,), formats=tuple(FORMATS)))
        assert [brief.failed for brief in result.briefs] == [False]
    return {path: data for path, data in world.files.items() if path.startswith("output/")}


@pytest.mark.parametrize("order", list(permutations(("business", "public", "minister")))[1:])
def test_briefs_are_the_same_in_any_order(order: tuple[str, ...]) -> None:
    assert made(order) == made(("business", "public", "minister"))


def test_the_order_in_which_a_disk_lists_its_files_does_not_matter() -> None:
    assert made(("researcher",), backwards=True) == made(("researcher",))
