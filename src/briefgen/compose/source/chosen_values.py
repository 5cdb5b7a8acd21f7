"""Filters that let a value stand under a condition, or some members of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2.runtime import Undefined

from briefgen.compose.source.absent_values import MissingText
from briefgen.compose.values.template_value import unwrap
from briefgen.model.view import Item

if TYPE_CHECKING:
    from collections.abc import Sequence


def when(value: object, condition: object) -> object:
    """The value where the condition holds; else it is missing, so that the clause around it falls away."""
    return value if condition else MissingText()


def at_most(values: Sequence[object], count: int) -> object:
    """The first members of a list; all of them where the number is 0."""
    if isinstance(values, Undefined):
        return str(values)
    return tuple(values)[: count if count > 0 else None]


def sayable(values: Sequence[object]) -> object:
    """The facts of a list that may be said to anybody: they are public on the day, and nobody contests them."""
    if isinstance(values, Undefined):
        return str(values)
    return tuple(value for value in values if isinstance(item := unwrap(value), Item) and item.may_be_said)
