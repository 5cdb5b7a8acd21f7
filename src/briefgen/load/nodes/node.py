"""YAML and JSON as trees of text with places: no type is guessed, every value knows its line and column."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from briefgen.records import dataclass

if TYPE_CHECKING:
    from briefgen.diagnostics import Place


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value, as text."""

    text: str
    place: Place
    remark: str = ""
    """The comment that stands beside a suppression."""


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple[Node, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values in file order; each key once."""

    items: dict[str, Node]
    keys: dict[str, Place]
    """Where each key stands."""
    place: Place


Node: TypeAlias = Scalar | Sequence | Mapping


def kind_of(node: Node) -> str:
    """What a node is, in the user's words."""
    match node:
        case Scalar():
            return "a single value"
        case Sequence():
            return "a list"
        case Mapping():
            return "a group of fields"
