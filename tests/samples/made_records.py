"""Classes of facts that a test declares while it runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefgen.model.facts.fact import Fact
from briefgen.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable


def made_record(name: str, fields: Iterable[tuple[str, Any, Any]]) -> type[Any]:
    """A class of facts with these fields beside those of every fact: a name, a type, and what `field` gives."""
    declared = list(fields)
    held = {"__annotations__": {field: hint for field, hint, _ in declared}, "__module__": __name__}
    kind = type(name, (Fact,), held | {field: default for field, _, default in declared})
    return dataclass(frozen=True, slots=True, kw_only=True)(kind)
