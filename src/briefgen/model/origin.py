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
    locators: tuple[tuple[str, str], ...] = ()
    """Reference and the spot in it, where the source of the fact names one."""


@dataclass(frozen=True, slots=True)
class RecordOrigin:
    """One reference whose record a text was made from."""

    ref: str
    place: Place


@dataclass(frozen=True, slots=True)
class Origin:
    """The facts or records a text was made from, and how."""

    facts: tuple[FactOrigin, ...]
    formula: str | None = None
    """For a derived value, in words and ids: `exports of BLR - exports of PAK`."""
    records: tuple[RecordOrigin, ...] = ()
    """For an entry of the reference list: its record."""

    def joined(self, other: Origin | None, formula: str | None = None) -> Origin:
        """Both origins, each fact once, in order."""
        facts = dict.fromkeys((*self.facts, *(other.facts if other else ())))
        records = dict.fromkeys((*self.records, *(other.records if other else ())))
        return Origin(tuple(facts), formula or self.formula, tuple(records))

    @property
    def refs(self) -> tuple[str, ...]:
        """Ids of all references, each once, in order."""
        return tuple(dict.fromkeys(ref for fact in self.facts for ref in fact.refs))

    @property
    def locators(self) -> tuple[tuple[str, str], ...]:
        """The spots in references, each once, in order."""
        return tuple(dict.fromkeys(spot for fact in self.facts for spot in fact.locators))
