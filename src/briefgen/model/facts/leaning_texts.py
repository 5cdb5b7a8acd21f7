"""What texts lean on: the values that they ask for, and the facts that they say they rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import Place
from briefgen.model.facts.declarations import values_where, values_with
from briefgen.model.facts.field_roles import FieldRole
from briefgen.model.values.prose_text import Asked, FieldStep, ProseCall, TextSpot
from briefgen.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.declarations import DeclaredField
    from briefgen.model.facts.fact import Fact

_NOWHERE = TextSpot(1, 1)
_ROLES = frozenset({FieldRole.PROSE, FieldRole.VALUED, FieldRole.GROUNDS})


@dataclass(frozen=True, slots=True)
class NeededFact:
    """One thing that the readers of a text need to be allowed to know."""

    asked: Asked
    how: str
    """`names`, `leans on`."""
    start: Place
    is_counted: bool = False
    """Whether spots in the text count from where it starts, as those below a head do."""

    def at(self, spot: TextSpot) -> Place:
        """Where something of it stands: of a value in a record, where the value begins."""
        if not self.is_counted:
            return self.start
        return Place(self.start.path, self.start.line + spot.line - 1, spot.column)

    @property
    def place(self) -> Place:
        """Where it is asked for."""
        return self.at(self.asked.spot)


def leans_on(fact: Fact) -> Iterator[NeededFact]:
    """Everything that a fact leans on, in the order of its fields."""
    for field, value in values_where(fact, _leans):
        if field.role is FieldRole.PROSE:
            yield from (NeededFact(asked, "names", fact.at(field.name), is_counted=True) for asked in value.asked)
        elif field.role is FieldRole.VALUED:
            asked_for = value.asked if value is not None else ()
            yield from (NeededFact(asked, "names", fact.at(field.name)) for asked in asked_for)
        else:
            for ground in value:
                step = (FieldStep(ground.field, _NOWHERE),) if ground.value is not None else ()
                yield NeededFact(Asked(ProseCall.FACT, ground.fact, step, (), _NOWHERE), "leans on", ground.place)


def has_text_that_leans(fact: Fact) -> bool:
    """Whether a fact may lean on others so: nothing leans on it in its turn."""
    return any(True for _ in values_where(fact, _leans))


def rests_on_facts(fact: Fact) -> bool:
    """Whether its sources are those of the facts that it names: each of its readers may know all of them."""
    return any(value for _, value in values_with(fact, FieldRole.GROUNDS))


def _leans(field: DeclaredField) -> bool:
    return field.role in _ROLES
