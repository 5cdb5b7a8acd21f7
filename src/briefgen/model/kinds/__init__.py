"""The kinds of facts that briefgen brings along, each declared in a file of its own.

A file that is added here is a kind. It makes a frozen dataclass whose fields say their role, and one `KIND`. A team's
own kinds stand in its workspace, in the same words.
"""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from briefgen.model.facts.declarations import DeclarationError
from briefgen.model.facts.kind import Kind
from briefgen.model.facts.own_fact import OwnFact

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefgen.model.facts.fact import Fact

__all__ = ["SHIPPED_KINDS", "kind_of"]


def _found() -> dict[str, Kind]:
    """Name → kind, in their order."""
    modules = (import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__))
    found = [kind for module in modules if isinstance(kind := vars(module).get("KIND"), Kind)]
    return {kind.name: kind for kind in sorted(found, key=lambda kind: (kind.order, kind.name))}


def _checked(kinds: dict[str, Kind]) -> dict[str, Kind]:
    """The kinds, every link among them leading to one, every word of a date to a field."""
    for kind in kinds.values():
        for field in kind.fields:
            if unknown := set(field.narrowed.to) - set(kinds):
                raise DeclarationError(f"{kind.name}.{field.name} leads to no kind: {', '.join(sorted(unknown))}")
            if field.narrowed.tells_of and field.narrowed.tells_of not in {other.name for other in kind.fields}:
                raise DeclarationError(f"{kind.name}.{field.name} tells of no field: {field.narrowed.tells_of}")
            for word, name in field.narrowed.dated:
                if word not in field.choices or name not in {other.name for other in kind.fields}:
                    raise DeclarationError(f"{kind.name}.{field.name} dates '{word}' by no field: {name}")
    return kinds


SHIPPED_KINDS: Mapping[str, Kind] = _checked(_found())
"""Name → kind, in the order in which a relation holds its facts and everything lists them; a team's own follow."""
_BY_CLASS = {kind.made_of: kind for kind in SHIPPED_KINDS.values()}


def kind_of(fact: Fact) -> Kind | None:
    """The kind of a fact that stands in a file of its own; None of a part of one."""
    kind = _BY_CLASS.get(type(fact))
    return fact.kind if kind is None and isinstance(fact, OwnFact) else kind
