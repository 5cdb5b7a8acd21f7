"""What a brief must not hold: texts, quotes, notes and names that only hidden records have.

A text is searched for where it has at least 16 letters and digits, a name of a person or an organisation at least 8;
a long text in pieces of 48, so that a page break in it hides only one piece. What also stands in the view is no
secret. Shorter words, numbers and dates are not searched for: they would be found by chance.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

from briefgen.model.facts.secret import Secret, squeezed
from briefgen.model.values.text import Text
from briefgen.view.mentioned import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.diagnostics import Place
    from briefgen.model.facts.relation import Relation
    from briefgen.model.view import View

SHORTEST_TEXT, SHORTEST_NAME, PIECE = 16, 8, 48
_NOT_WORDS = frozenset({"id", "place", "places", "seed", "ignore", "csl", "ref"})
"""Fields that hold no words of the matter."""


def secrets_of(relation: Relation, seen: View) -> tuple[Secret, ...]:
    """The secrets of a relation towards the audience of a view, each once, in the order of the data."""
    known = "\n".join(map(squeezed, dict.fromkeys(texts_of(seen))))
    found: dict[str, Secret] = {}
    for item, place, text, shortest in _words(relation):
        for probe in _pieces(squeezed(text), shortest):
            if probe not in known:
                found.setdefault(probe, Secret(item, place, probe))
    return tuple(found.values())


def _pieces(text: str, shortest: int) -> Iterator[str]:
    if len(text) < shortest:
        return
    for at in range(0, max(len(text) - shortest, 0) + 1, PIECE):
        yield text[at : at + PIECE]


def _words(relation: Relation) -> Iterator[tuple[str, Place, str, int]]:
    """Every text of the relation with the record it belongs to, and how long it must be to be searched for."""
    for fact in relation.facts:
        for text in texts_of(fact):
            yield fact.id, fact.place, text, SHORTEST_TEXT
    for reference in relation.references.values():
        for text in (reference.title, reference.url or ""):
            yield reference.id, reference.place, text, SHORTEST_TEXT
    words = frozenset(word for fact in relation.facts for word in words_of(fact))
    for person in relation.people.values():
        if person.id in words:
            for name in (person.name, person.sort_name, *person.variants):
                yield person.id, person.place, name, SHORTEST_NAME
    for body in relation.organisations.values():
        if body.id in words:
            for name in texts_of(body.name):
                yield body.id, body.place, name, SHORTEST_NAME


def texts_of(value: object) -> Iterator[str]:
    """Every text in a value, whatever it is made of."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Text):
        yield from (words for _, words in value.by_language)
    elif isinstance(value, tuple | list):
        for part in value:
            yield from texts_of(part)
    elif isinstance(value, dict):
        for part in value.values():
            yield from texts_of(part)
    else:
        for name in _fields_of_words(type(value)):
            yield from texts_of(getattr(value, name))


_FIELDS: dict[type, tuple[str, ...]] = {}


def _fields_of_words(kind: type) -> tuple[str, ...]:
    """The fields of a record that may hold words; none of what is no record."""
    if kind not in _FIELDS:
        _FIELDS[kind] = tuple(f.name for f in fields(kind) if f.name not in _NOT_WORDS) if is_dataclass(kind) else ()
    return _FIELDS[kind]
