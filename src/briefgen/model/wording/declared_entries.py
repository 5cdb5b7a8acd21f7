"""What an entry of the wording can be: words alone, several by keys, or a list in an order."""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003 - read by who asks for the declarations

from briefgen.model.wording.patterns import NOTHING, Handed
from briefgen.records import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """What an entry is for."""

    about: str
    handed: Handed = NOTHING


@dataclass(frozen=True, slots=True)
class Entries:
    """Several entries under one name, by keys."""

    about: str
    keys: Mapping[str, Handed]
    """Key → what its entry is handed."""


@dataclass(frozen=True, slots=True)
class OfFacts:
    """Several entries under one name, by keys that the kinds of facts of a workspace give."""

    about: str
    handed: Handed = NOTHING


@dataclass(frozen=True, slots=True)
class ListOf:
    """Words in an order that means something: zero to nine."""

    about: str
    length: int


Declaration = Entry | Entries | OfFacts | ListOf
