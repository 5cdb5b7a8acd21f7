"""Where a piece of text came from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefgen.diagnostics import Place


@dataclass(frozen=True, slots=True)
class FactOrigin:
    """One fact that a text was made from."""

    fact: str
    """The fact's id."""
    place: Place
    refs: tuple[str, ...] = ()
    """Ids of the references it leans on."""


@dataclass(frozen=True, slots=True)
class Origin:
    """The facts a text was made from, and how."""

    facts: tuple[FactOrigin, ...]
    formula: str | None = None
    """For a derived value, in words and ids: `exports of BLR - exports of PAK`."""

    def joined(self, other: Origin | None, formula: str | None = None) -> Origin:
        """Both origins, each fact once, in order."""
        facts = dict.fromkeys((*self.facts, *(other.facts if other else ())))
        return Origin(tuple(facts), formula or self.formula)

    @property
    def refs(self) -> tuple[str, ...]:
        """Ids of all references, each once, in order."""
        return tuple(dict.fromkeys(ref for fact in self.facts for ref in fact.refs))
