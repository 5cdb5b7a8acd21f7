"""The one walk over a document: nothing that a reader reads is passed over, and nothing is met twice.

Documents are drawn from the types of their fields, so a new kind of block, or a new field of one, is drawn as soon as
it is declared.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import enum
import itertools
import types
import typing
from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.diagnostics import Place
from briefgen.model import charts, document, origin, placed_picture, timelines, traversal
from briefgen.model.charts import Chart, ChartKind, Point, Series
from briefgen.model.document import Document, FrontMatter, Note, TextRun
from briefgen.model.facts import clearings
from briefgen.model.traversal import document_units, every_block, inlines_in, leaves, mapped, runs
from briefgen.model.values import picture_file, quantity, spoken_words
from briefgen.model.values.address import Address

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from briefgen.model.document import Block

    Draw = Callable[[st.SearchStrategy[Any]], Any]

NAMES = {"id", "key", "target", "url", "kind", "standard", "language", "decimal_mark", "code", "signed", "spoken_name"}
"""Fields that hold names and settings: no reader reads them; and the name of a source, which is heard of a link."""
PROPERTIES = {
    "summary", "author", "keywords", "relation", "reader", "copy", "edition", "spoken", "parts", "said", "by", "on",
}  # fmt: skip
"""What a file says of itself beside its pages, what is heard in the place of its words, and names of its parts."""
NAMESPACE = {
    **vars(charts),
    **vars(timelines),
    **vars(placed_picture),
    **vars(picture_file),
    **vars(document),
    **vars(origin),
    **vars(quantity),
    **vars(spoken_words),
    **vars(clearings),
    "Decimal": Decimal,
    "dt": dt,
    "Address": Address,
    "Place": Place,
}
DEEPEST = 3


def hints_of(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind, NAMESPACE)


class Maker:
    """Draws values of a type; every string is another one."""

    def __init__(self, draw: Draw) -> None:
        self.draw, self.number = draw, itertools.count()

    def made(self, hint: Any, depth: int = 0) -> Any:  # noqa: ANN401 - of any type
        if isinstance(hint, type) and issubclass(hint, enum.Enum):
            return self.draw(st.sampled_from(list(hint)))
        if typing.get_origin(hint) is tuple:
            return self._tuple(typing.get_args(hint), depth)
        if typing.get_origin(hint) in {typing.Union, types.UnionType}:
            return self._one_of(typing.get_args(hint), depth)
        if isinstance(hint, type) and dataclasses.is_dataclass(hint):
            return self._record(hint, depth)
        return self._plain(hint)

    def _plain(self, hint: Any) -> object:  # noqa: ANN401 - of any type
        """A value of a kind that holds no others; one that is new here is an error."""
        made: dict[object, Callable[[], object]] = {
            str: lambda: f"<{next(self.number)}>",
            bytes: lambda: b"pixels",
            Address: lambda: Address(f"<{next(self.number)}>"),
            int: lambda: self.draw(st.integers(1, 3)),
            bool: lambda: self.draw(st.booleans()),
            Decimal: lambda: Decimal(next(self.number)),
            dt.date: lambda: dt.date(2020, 1, 1),
            types.NoneType: lambda: None,
        }
        return made[hint]()

    def _tuple(self, arguments: tuple[Any, ...], depth: int) -> tuple[object, ...]:
        if arguments[-1] is not Ellipsis:
            return tuple(self.made(argument, depth) for argument in arguments)
        most = 3 if depth < DEEPEST else 1
        return tuple(self.made(arguments[0], depth + 1) for _ in range(self.draw(st.integers(0, most))))

    def _one_of(self, kinds: tuple[Any, ...], depth: int) -> object:
        shallow = [kind for kind in kinds if not holds_others(kind)]
        return self.made(self.draw(st.sampled_from(kinds if depth < DEEPEST else shallow or kinds)), depth)

    def _record(self, kind: type, depth: int) -> object:
        if kind is Chart:
            return self._chart()
        if kind is origin.Origin:
            return origin.Origin((origin.FactOrigin(f"fact-{next(self.number)}", Place("data/x.yaml")),))
        if kind in {quantity.Estimate, Place}:  # a number, and where a template has its words
            return None
        return kind(**{name: self.made(hint, depth + 1) for name, hint in hints_of(kind).items()})

    def _chart(self) -> Chart:
        """A point for each category, as there is one in every chart."""
        categories = tuple(self.made(str) for _ in range(self.draw(st.integers(0, 3))))
        series = tuple(
            Series(self.made(str), tuple(self.made(Point | None) for _ in categories), 0)
            for _ in range(self.draw(st.integers(0, 2)))
        )
        ticks = (self.made(str), self.made(str))
        breaks = tuple(charts.Break(1, self.made(str)) for _ in range(self.draw(st.integers(0, 2))))
        around = (
            self.made(str),
            (Decimal(0), Decimal(1)),
            ticks,
            (self.made(str), self.made(str)),
            breaks,
            self.made(str),
        )
        return Chart(ChartKind.BAR, categories, series, *around)


def holds_others(kind: Any) -> bool:  # noqa: ANN401 - of any type
    return kind in {document.Strong, document.Emphasis, document.Link, document.BulletList, document.NumberedList,
                    document.MarginNote, document.Row, document.Callout}  # fmt: skip


@st.composite
def documents(draw: Draw) -> Document:
    maker = Maker(draw)
    blocks = tuple(maker.made(document.Block) for _ in range(draw(st.integers(0, 4))))
    notes = tuple(maker.made(Note) for _ in range(draw(st.integers(0, 2))))
    return Document(maker.made(FrontMatter), blocks, notes)


def strings_of(value: object, names: set[str]) -> Iterator[str]:
    """Every string of a value by reflection, but in fields of some names."""
    if isinstance(value, str) and not isinstance(value, enum.Enum):
        yield value
    elif isinstance(value, tuple):
        for inner in value:
            yield from strings_of(inner, names)
    elif dataclasses.is_dataclass(value) and not isinstance(value, origin.Origin):
        for field in dataclasses.fields(value):
            if field.name not in names or isinstance(value, timelines.TimelineHeads):
                yield from strings_of(getattr(value, field.name), names)


def reached(found: list[traversal.TextUnit]) -> list[str]:
    return [leaf.text for run in runs(found) for leaf in leaves(run) if hasattr(leaf, "text")]


@given(documents())
@settings(max_examples=200)
def test_every_string_is_reached_exactly_once(drawn: Document) -> None:
    body = (drawn.blocks, drawn.notes)
    expected = Counter((*strings_of(drawn.front, NAMES | PROPERTIES), *strings_of(body, NAMES)))

    assert Counter(reached(document_units(drawn))) == expected
    assert set(expected.values()) <= {1}


@given(documents())
@settings(max_examples=100)
def test_rewriting_meets_the_runs_in_the_order_of_reading_and_changes_nothing_else(drawn: Document) -> None:
    met: list[traversal.Run] = []

    def note(run: traversal.Run) -> traversal.Run:
        met.append(run)
        return run

    assert tuple(mapped(block, note) for block in drawn.blocks) == drawn.blocks
    inlines = [leaf for run in met for leaf in leaves(run)]
    assert inlines == inlines_in(drawn.blocks)


@given(documents())
@settings(max_examples=100)
def test_rewriting_reaches_every_inline(drawn: Document) -> None:
    def crossed(run: traversal.Run) -> traversal.Run:
        return traversal.replaced(run, lambda leaf: (TextRun("x"),) if isinstance(leaf, TextRun) else (leaf,))

    rewritten = tuple(mapped(block, crossed) for block in drawn.blocks)
    texts = [leaf.text for leaf in inlines_in(rewritten) if isinstance(leaf, TextRun)]

    assert set(texts) <= {"x"}
    assert len(texts) == sum(isinstance(leaf, TextRun) for leaf in inlines_in(drawn.blocks))
    assert [type(block) for block in every_block(rewritten)] == [type(block) for block in every_block(drawn.blocks)]


def test_every_kind_of_block_is_drawn() -> None:
    seen: set[type[Block]] = set()

    @given(documents())
    @settings(max_examples=200)
    def look(drawn: Document) -> None:
        seen.update(type(block) for block in every_block(drawn.blocks))

    look()

    assert seen == set(typing.get_args(document.Block))
