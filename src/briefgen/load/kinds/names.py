"""Which names a team may give to its kinds and their fields."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.diagnostics import echo
from briefgen.late_patterns import late_pattern
from briefgen.model.facts.declarations import fields_of
from briefgen.model.facts.fact import Fact
from briefgen.model.facts.field_roles import FieldRole
from briefgen.model.facts.own_fact import type_of
from briefgen.model.facts.own_roles import OWN_ROLES
from briefgen.model.facts.plans import COMMON
from briefgen.model.kinds import SHIPPED_KINDS
from briefgen.model.template_names import TAKEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from briefgen.model.facts.declarations import DeclaredField

_NAME = late_pattern(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*", re.ASCII)
_LONGEST = 40
_PATTERN = "small letters, digits and single _, with a letter first"
OF_FILES = frozenset({
    "relation", "rejected", "references", "people", "organisations", "indicators", "archive", "audience", "section",
    "style", "briefgen", "diagnostics", "kind",
})  # fmt: skip
"""Files of a workspace, or of its schemas."""
OF_EVERY_FACT = frozenset(field.name for field in fields_of(Fact))
OF_TEMPLATES = frozenset({"type", "holds", "of"})
"""What a template asks of a fact beside its fields: its kind, whether it holds on the day, what a plan is a part of."""
OF_A_ROW = frozenset({"locator", "quote"})
"""Columns of a table that belong to its sources."""
OF_MONEY = frozenset({"op", "half_unit", "scale", "currency"})
"""Columns that belong to an amount of money."""
OF_SHIPPED_KINDS: Mapping[str, str] = {type_of(kind.made_of): kind.collection for kind in SHIPPED_KINDS.values()}
"""What templates know the records of shipped kinds as → the kind."""
OF_THEIR_PARTS: Mapping[str, str] = {
    type_of(field.type): kind.collection
    for kind in SHIPPED_KINDS.values()
    for field in kind.fields
    if field.role is FieldRole.PARTS
}


def name_fault(name: str) -> tuple[str, str] | None:
    """Message and hint where a name is no name; the same for kinds and fields."""
    if not _NAME.fullmatch(name):
        proposed = re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_")
        hint = f"write '{proposed}'" if _NAME.fullmatch(proposed) else f"write {_PATTERN}"
        return f"the name '{echo(name)}' cannot be used in templates", hint
    if len(name) > _LONGEST:
        return f"the name has {len(name)} characters, at most {_LONGEST} are taken", "shorten it"
    return None


def collection_fault(name: str) -> tuple[str, str] | None:
    """Message and hint where a kind cannot be called so."""
    if fault := name_fault(name):
        return fault
    shipped = {kind.collection for kind in SHIPPED_KINDS.values()} | set(SHIPPED_KINDS)
    if name in shipped:
        return f"'{name}' is a kind that briefgen brings along", "choose another name"
    if name in OF_FILES:
        return f"'{name}' is the name of another file of a workspace", "choose another name"
    if name in TAKEN:
        return f"'{name}' means something else in templates", "choose another name, such as a plural"
    return None


def field_fault(name: str, before: Iterable[str]) -> tuple[str, str] | None:
    """Message and hint where a field cannot be called so; `before` are columns that are taken."""
    if fault := name_fault(name):
        return fault
    if name in OF_EVERY_FACT:
        return f"every fact has '{name}' already", "take it out, or choose another name"
    if name in OF_TEMPLATES:
        return f"'{name}' means something else in templates", "choose another name"
    if name in before:
        return f"'{name}' is a column that belongs to the {_owner(name)} of a row", "choose another name"
    return None


def plan_fault(field: DeclaredField, beside: Iterable[DeclaredField]) -> tuple[str, str] | None:
    """Message and hint where a record can be planned, and a plan would have something else under a common name."""
    roles = COMMON.get(field.name, ())
    is_sound = not roles or (field.role in roles and not field.many)
    if is_sound or not any(other.role is FieldRole.HAPPENED for other in beside):
        return None
    role = next(word for word, role in OWN_ROLES.items() if role is roles[0])
    message = f"'{field.name}' is what templates ask of every plan: here it needs the role {role}"
    return message, f"write 'role: {role}', or choose another name"


def type_fault(what: str, taken: Mapping[str, str]) -> tuple[str, str] | None:
    """Message and hint where templates know something else under what one record is called; `taken`: name → kind."""
    name = type_name(what)
    if name not in taken:
        return None
    message = f"templates know '{name}' from {taken[name]} already"
    return message, f"call it something else, or more exactly: 'a joint {what.partition(' ')[2]}'"


def type_name(what: str) -> str:
    """What templates know one of a kind as: `a joint venture` is `joint_venture`."""
    return re.sub(r"[ -]+", "_", what.partition(" ")[2].lower())


def _owner(name: str) -> str:
    return "amount" if name in OF_MONEY else "sources"
