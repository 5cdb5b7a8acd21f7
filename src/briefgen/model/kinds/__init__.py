"""The kinds of facts that briefgen brings along, each declared in a file of its own.

A file that is added here is a kind. It makes a frozen dataclass whose fields say their role, and one `KIND`. A team's
own kinds stand in its workspace, in the same words.
"""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING

from briefgen.model.facts.kind import Kind
from briefgen.model.facts.own_fact import OwnFact

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefgen.model.facts.fact import Fact

__all__ = ["SHIPPED_KINDS", "kind_of"]


def _found() -> dict[str, Kind]:
    """Name → kind, in their order."""
    files = (name.removesuffix(".py") for name in os.listdir(*__path__) if name.endswith(".py"))  # noqa: PTH208 - bare names
    modules = (import_module(f"{__name__}.{name}") for name in sorted(files) if name != "__init__")
    found = [kind for module in modules if isinstance(kind := vars(module).get("KIND"), Kind)]
    return {kind.name: kind for kind in sorted(found, key=lambda kind: (kind.order, kind.name))}


SHIPPED_KINDS: Mapping[str, Kind] = _found()
"""Name → kind, in the order in which a relation holds its facts and everything lists them; a team's own follow."""
_BY_CLASS = {kind.made_of: kind for kind in SHIPPED_KINDS.values()}


def kind_of(fact: Fact) -> Kind | None:
    """The kind of a fact that stands in a file of its own; None of a part of one."""
    kind = _BY_CLASS.get(type(fact))
    return fact.kind if kind is None and isinstance(fact, OwnFact) else kind
