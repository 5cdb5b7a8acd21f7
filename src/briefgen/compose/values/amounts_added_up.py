"""Sums of an amount over facts, each of one unit and of one word of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.values.arithmetic import signed_sum
from briefgen.model.values.quantity import Quantity
from briefgen.model.view import Figure, GroupSum

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.view import Item

_GONE = {"superseded", "retracted"}


def sums_of(items: Sequence[Item], field: str, by: str) -> tuple[GroupSum, ...]:
    """A sum for each word, in the order of the items, and within it for each unit; of one amount too."""
    groups: dict[str, dict[str, list[Item]]] = {}
    without: dict[str, int] = {}
    for item in items:
        if item.fields.get("status") in _GONE:
            continue
        word, amount = str(item.fields.get(by) or "") if by else "", item.fields.get(field)
        of_word = groups.setdefault(word, {})
        if isinstance(amount, Quantity):
            of_word.setdefault(amount.unit, []).append(item)
        else:
            without[word] = without.get(word, 0) + 1
    return tuple(
        made
        for word, of_word in groups.items()
        for found in of_word.values()
        if (made := _sum(word, found, field, without.get(word, 0)))
    )


def _sum(word: str, items: Sequence[Item], field: str, without: int) -> GroupSum | None:
    """None where the amounts have no common bound: more than one and less than another."""
    amounts = [item.fields[field] for item in items]
    quantity = signed_sum([(1, amount) for amount in amounts if isinstance(amount, Quantity)])
    if quantity is None:
        return None
    of = f", {word.replace('_', ' ')}" if word else ""
    origin = items[0].origin.joined_with([item.origin for item in items[1:]], f"sum of {field} of {len(items)}{of}")
    contested = any(item.fields.get("status") == "contested" for item in items)
    figure = Figure(quantity, origin, derived=True, contested=contested)
    return GroupSum(word, figure, len(items), without, tuple(items), origin)
