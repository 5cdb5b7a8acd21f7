"""What a brief must not hold: texts, quotes, notes and names that only hidden records have.

A text is searched for where it has at least 16 letters and digits, a name of a person or an organisation at least 8;
a long text in pieces of 48, so that a page break in it hides only one piece. What also stands in the view is no
secret. Shorter words, numbers and dates are not searched for: they would be found by chance.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from functools import cached_property
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, Any, assert_never

from briefgen.late_patterns import late_pattern
from briefgen.model.facts.declarations import each_of, leaves_of, values_of, values_with
from briefgen.model.facts.declared_indicators import DeclaredIndicator, Side, pieces_of
from briefgen.model.facts.field_roles import FieldRole, Nature
from briefgen.model.facts.relation import parts_of
from briefgen.model.facts.secret import Secret, squeezed
from briefgen.model.values.prose_text import ProseText, ValuedText
from briefgen.model.values.quantity import Quantity
from briefgen.model.values.text import Text
from briefgen.records import replace
from briefgen.view.mentioned import named_in

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from briefgen.diagnostics import Place
    from briefgen.model.facts.declarations import DeclaredField
    from briefgen.model.facts.fact import Fact
    from briefgen.model.facts.parties_people_references import Organisation, Person
    from briefgen.model.facts.relation import Relation
    from briefgen.model.view import View

SHORTEST_TEXT, SHORTEST_NAME, PIECE = 16, 8, 48
_MARKUP = late_pattern(r"\]\([^()]*\)|\[\^[^\[\]]*\]:?|\n\s*\n|\|")
"""What stands in a text between words that a reader does not see one behind the other."""
_RUN = 8
"""Letters; two records differ in most runs of so many."""
_NOT_WORDS = frozenset({"id", "place", "seed", "ref"})
"""Fields of what a view is made of that hold no words of the matter."""


def secrets_of(relation: Relation, seen: View) -> tuple[Secret, ...]:
    """The secrets of a relation towards the audience of a view, each once, in the order of the data."""
    return Searched(relation).secrets(seen)


class Searched:
    """The words of a relation as they are searched for: the same for all its audiences."""

    def __init__(self, relation: Relation) -> None:
        self._relation = relation
        self._squeezed: dict[str, str] = {}
        self._kept: dict[int, tuple[object, dict[str, None]]] = {}
        """By the identity of what was looked through, which is kept beside so that it stays its own: its texts."""

    def secrets(self, seen: View) -> tuple[Secret, ...]:
        """Those that the audience of a view may not see, each once, in the order of the data."""
        told = self._seen(seen)
        hidden = [word for word in self._words if word[2] not in told]
        if not hidden:  # what stands in the view letter by letter need not be squeezed
            return ()
        known = _Known({self._bare(text): None for text in told})
        found: dict[str, Secret] = {}
        for item, place, text, shortest in hidden:
            if (bare := self._bare(text)) not in known.texts:
                for probe in _pieces(bare, shortest):
                    if not known.holds(probe):
                        found.setdefault(probe, Secret(item, place, probe))
        return tuple(found.values())

    def _seen(self, seen: View) -> Mapping[str, None]:
        """Every text of the view. Most of its records stand in views of other audiences too, and are kept."""
        texts: dict[str, None] = {}
        told = [*chain.from_iterable(seen.items.values()), *seen.planned, *seen.trade, *seen.trade_periods]
        for one in told:
            if id(one) not in self._kept:
                self._kept[id(one)] = one, dict.fromkeys(texts_of(one))
            texts.update(self._kept[id(one)][1])
        texts.update(dict.fromkeys(texts_of(replace(seen, items={}, planned=(), trade=(), trade_periods=()))))
        return texts

    @cached_property
    def _words(self) -> tuple[tuple[str, Place, str, int], ...]:
        return tuple(_words(self._relation))

    def _bare(self, text: str) -> str:
        if text not in self._squeezed:
            self._squeezed[text] = squeezed(text)
        return self._squeezed[text]


class _Known:
    """What an audience sees, squeezed; asked for a piece, it seldom looks through all of it."""

    def __init__(self, texts: Collection[str]) -> None:
        self.texts = texts

    @cached_property
    def _whole(self) -> str:
        return "\n".join(self.texts)

    def holds(self, probe: str) -> bool:
        """Whether the piece stands in one of the texts.

        Wherever it did, one of its first few runs of letters would be one of those that the whole is cut into.
        """
        if len(probe) >= 2 * _RUN - 1 and not any(probe[at : at + _RUN] in self._runs for at in range(_RUN)):
            return False
        return probe in self._whole

    @cached_property
    def _runs(self) -> frozenset[str]:
        return frozenset(self._whole[at : at + _RUN] for at in range(0, len(self._whole), _RUN))


def _pieces(text: str, shortest: int) -> Iterator[str]:
    if len(text) < shortest:
        return
    for at in range(0, max(len(text) - shortest, 0) + 1, PIECE):
        yield text[at : at + PIECE]


def _words(relation: Relation) -> Iterator[tuple[str, Place, str, int]]:
    """Every text of the relation with the record it belongs to, and how long it must be to be searched for."""
    for fact in relation.facts:
        for part in (fact, *parts_of(fact)):
            for text in words_in(part):
                yield fact.id, fact.place, text, SHORTEST_TEXT
            for text in _typed_in(part):
                yield fact.id, fact.place, text, PIECE
    for reference in relation.references.values():
        for text in words_in(reference):
            yield reference.id, reference.place, text, SHORTEST_TEXT
    named = named_in(relation.facts)
    for record in (record for of in relation.shared.values() for record in of.values()):
        if record.id in named:
            shortest = SHORTEST_TEXT if isinstance(record, DeclaredIndicator) else SHORTEST_NAME  # no name of anybody
            for name in _names_of(record):
                yield record.id, record.place, name, shortest


def _typed_in(fact: Fact) -> Iterator[str]:
    """Runs of words of a text, as a reader would see them. A short one between two values may stand anywhere."""
    for field, value in values_with(fact, FieldRole.PROSE, FieldRole.VALUED):
        if field.role is FieldRole.PROSE:
            for words in value.words:
                yield from _MARKUP.split(words.text)
        elif value is not None and value.has_values:
            yield from value.typed


def _names_of(record: Person | Organisation | DeclaredIndicator) -> Iterator[str]:
    """What it is called: every line of its own. A title of office is no secret of whoever holds it."""
    for field, value in values_of(record):
        if field.role.nature is Nature.OURS:
            for name in each_of(field, value):
                yield from (
                    piece for text in _texts_in(name) for piece in pieces_of(text) if not isinstance(piece, Side)
                )


def words_in(record: object) -> Iterator[str]:
    """The words of a declared record, those of its actors, venues and sources too, but for those that only name it."""
    for leaf in leaves_of(record, _has_words):
        yield from _texts_in(leaf.value)


def _has_words(field: DeclaredField) -> bool:
    """Whether a single value of a field is searched for; records within are gone into, and parts are other facts."""
    match field.role.nature:
        case Nature.OURS | Nature.WORDS | Nature.CHOICE | Nature.NUMBER | Nature.NAME | Nature.LINK:
            return True
        case Nature.ITSELF | Nature.LABEL | Nature.DATE | Nature.COUNTRY | Nature.CITED:
            return False
        case Nature.RECORD | Nature.PARTS:
            return False
        case _:
            assert_never(field.role.nature)


def _texts_in(value: object) -> Iterator[str]:
    if isinstance(value, Text):
        yield from (words for _, words in value.by_language)
    elif isinstance(value, ValuedText):
        yield from () if value.has_values else value.in_words
    elif isinstance(value, ProseText):
        return  # looked for in longer pieces
    elif isinstance(value, Quantity):
        yield value.unit
    elif isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):  # a record of another standard: a citation style may print any of it
        yield from (text for part in value.values() for text in texts_of(part))


def texts_of(value: object) -> Iterator[str]:
    """Every text in a part of a view, whatever it is made of: what is seen there is no secret.

    What stands there several times, as an origin does behind each figure that was made of it, is gone through once.
    """
    waiting: list[Any] = [value]
    met: set[int] = set()
    while waiting:
        part = waiting.pop()
        kind = type(part)
        if kind is str:
            yield part
        elif kind not in _WORDLESS and id(part) not in met:
            met.add(id(part))
            if isinstance(part, str):
                yield part
            else:
                waiting += (_INSIDE.get(kind) or _inside(kind))(part)


_WORDLESS = frozenset({type(None), bool, int, Decimal, dt.date})
_INSIDE: dict[type, Callable[[Any], Iterable[object]]] = {}
"""What gives the parts of a value that may hold words, by the type of each that was met."""


def _inside(kind: type) -> Callable[[Any], Iterable[object]]:
    return _INSIDE.setdefault(kind, _parts_with_words(kind))


def _parts_with_words(kind: type) -> Callable[[Any], Iterable[object]]:
    """The members of a tuple, the values of a mapping, the fields of a record but for names; nothing of all else."""
    if issubclass(kind, tuple | list):
        return iter
    if issubclass(kind, dict):
        return kind.values
    own = fields(kind) if is_dataclass(kind) else ()
    names = [field.name for field in own if field.name not in _NOT_WORDS]
    if len(names) > 1:
        return attrgetter(*names)
    return lambda record: [getattr(record, name) for name in names]
