"""The fields of a kind: what each says must fit its role, and the other fields."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from briefgen.diagnostics import did_you_mean, echo, with_article
from briefgen.late_patterns import late_pattern
from briefgen.load.kinds.kind_shapes import FIELD
from briefgen.load.kinds.names import (
    OF_A_ROW,
    OF_MONEY,
    OF_SHIPPED_KINDS,
    field_fault,
    plan_fault,
    type_fault,
    type_name,
)
from briefgen.load.nodes.node import Mapping, Scalar, Sequence, kind_of
from briefgen.load.shapes.shape import BAD
from briefgen.model.facts.declarations import DeclaredField
from briefgen.model.facts.field_roles import FieldRole, Narrowed, Nature
from briefgen.model.facts.own_fact import own_record
from briefgen.model.facts.own_roles import EXTRAS, OWN_ROLES, OwnRole, own_role
from briefgen.records import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Collection

    from briefgen.diagnostics import Place, Report
    from briefgen.load.nodes.node import Node
    from briefgen.model.facts.declarations import OwnRecord

_WHAT = late_pattern(r"an? [a-z]+(?:[ -][a-z]+)*", re.IGNORECASE | re.ASCII)


def in_words(text: str, place: Place, report: Report) -> str | None:
    """What one record is called; None where messages could not say it."""
    if _WHAT.fullmatch(text):
        return text
    named = with_article(text)
    is_bare = _WHAT.fullmatch(named) and not _WHAT.match(text)
    hint = f"write '{named}'" if is_bare else "write it such as 'an investment'"
    report.error("BG131", place, f"'{echo(text)}' is not 'a' or 'an' and letters", hint)
    return None


@dataclass(frozen=True, slots=True)
class FieldFiles:
    """Reads the fields of one kind."""

    kinds: Collection[str]
    """Names of all kinds, where links may lead."""
    report: Report
    is_table: bool = False
    of_parts: bool = False
    money: list[str] = field(default_factory=list)
    """Amounts of money so far: a row has columns for one."""

    def fields(self, node: Mapping) -> tuple[DeclaredField, ...]:
        """The fields that are declared well; every other one is told."""
        if not node.items:
            self.report.error("BG107", node.place, "no field is declared", "write 'name: {role: ...}', one a line")
        found = [self._field(name, node) for name in node.items]
        made = tuple(field for field in found if field)
        for declared in made:
            self._check_tells_of(declared, made, node)
            if fault := plan_fault(declared, made):
                self.report.error("BG132", node.keys[declared.name], *fault)
        return made

    def _field(self, name: str, node: Mapping) -> DeclaredField | None:
        if fault := field_fault(name, self._columns(node)):
            self.report.error("BG132", node.keys[name], *fault)
            return None
        said = node.items[name]
        if not isinstance(said, Mapping):
            hint = f"write '{name}: {{role: ...}}'"
            message = f"the field '{name}' is a group of words, and this is {kind_of(said)}"
            self.report.error("BG108", said.place, message, hint)
            return None
        values = FIELD.read(said, self.report)
        if values is BAD:
            return None
        word, role = values["role"], OWN_ROLES[values["role"]]
        allowed = own_role(role)
        if allowed is None or not self._fits(name, word, allowed, said, values):
            return None
        if not (self._choices_are_sound(said) and self._links_lead_somewhere(said)):
            return None
        return self._declared(name, role, allowed, values)

    def _columns(self, node: Mapping) -> frozenset[str]:
        """The columns that a row has beside its fields."""
        if not self.is_table:
            return frozenset()
        return OF_A_ROW | (
            OF_MONEY if any(_role_word(said) == "money" for said in node.items.values()) else frozenset()
        )

    # ------------------------------------------------------------ what fits a role

    def _fits(self, name: str, word: str, allowed: OwnRole, said: Mapping, values: dict[str, Any]) -> bool:
        sound = True
        for extra in EXTRAS:
            if extra in values and extra not in allowed.takes:
                takes = ", ".join(allowed.takes)
                hint = f"take it out; {word} takes {takes}" if takes else "take it out"
                self.report.error("BG131", said.keys[extra], f"'{extra}' says nothing of role {word}", hint)
                sound = False
        for extra in allowed.needs:
            if not values.get(extra):
                hint = _NEEDED.get(extra, f"add '{extra}: ...'")
                self.report.error("BG131", said.keys["role"], f"role {word} needs '{extra}'", hint)
                sound = False
        return self._fits_in(name, word, allowed, said) and sound

    def _fits_in(self, name: str, word: str, allowed: OwnRole, said: Mapping) -> bool:
        """Whether a row, or a part, can hold it."""
        place = said.items["role"].place
        if self.of_parts and word == "parts":
            self.report.error("BG131", place, "a part has no parts of its own", "make them a kind, and link to it")
            return False
        if self.is_table and not allowed.in_table:
            hint = "take 'table: true' out, or declare the field otherwise"
            self.report.error("BG131", place, f"a row of a table holds no {word}", hint)
            return False
        if self.is_table and word == "money":
            self.money.append(name)
            if len(self.money) > 1:
                message = f"a row has columns for one amount of money, '{self.money[0]}'"
                self.report.error("BG131", place, message, "take 'table: true' out, or make it a kind of its own")
                return False
        return True

    # ------------------------------------------------------------ the field

    def _declared(self, name: str, role: FieldRole, allowed: OwnRole, values: dict[str, Any]) -> DeclaredField | None:
        places = values["places"]
        each = in_words(values["each"], places["each"], self.report) if "each" in values else ""
        if each and (fault := type_fault(each, OF_SHIPPED_KINDS)):
            self.report.error("BG132", places["each"], *fault)
        parts = self._parts(each, values) if role is FieldRole.PARTS else None
        if each is None or (role is FieldRole.PARTS and parts is None):
            return None
        many = role is FieldRole.PARTS or values.get("many", False)
        narrowed = Narrowed(
            choices=tuple(values.get("choices", ())), to=tuple(values.get("to", ())), each=each,
            tells_of=values.get("tells_of", ""),
            may_be_world=values.get("may_be_world", False), may_be_third=values.get("may_be_third", False),
            own_side=values.get("own_side", False), laid_down=values.get("laid_down", False),
        )  # fmt: skip
        return DeclaredField(
            name, role, values.get("about") or allowed.about, parts or allowed.type, many,
            values.get("required", False), narrowed, () if many else allowed.default,
        )  # fmt: skip

    def _parts(self, each: str | None, values: dict[str, Any]) -> OwnRecord | None:
        node = values["fields"]
        if not isinstance(node, Mapping):
            message = f"the fields of a part are {kind_of(node)}"
            self.report.error("BG108", node.place, message, "write 'name: {role: ...}', one a line")
            return None
        fields = FieldFiles(self.kinds, self.report, of_parts=True).fields(node)
        return own_record(type_name(each or ""), values.get("about", ""), fields)

    def _choices_are_sound(self, said: Mapping) -> bool:
        seen: set[str] = set()
        for word, place in _members(said, "choices"):
            if not word.strip() or word in seen:
                fault = f"the word '{echo(word)}' stands twice" if word in seen else "a word of the list is empty"
                self.report.error("BG131", place, fault, "write each word once")
                return False
            seen.add(word)
        return True

    def _links_lead_somewhere(self, said: Mapping) -> bool:
        for kind, place in _members(said, "to"):
            if kind not in self.kinds:
                message = f"there is no kind '{echo(kind)}' to link to"
                self.report.error("BG131", place, message, did_you_mean(kind, self.kinds))
                return False
        return True

    def _check_tells_of(self, declared: DeclaredField, made: tuple[DeclaredField, ...], node: Mapping) -> None:
        """A word can tell only of a date that stands beside it."""
        wanted = declared.narrowed.tells_of
        dates = [other.name for other in made if other.role.nature is Nature.DATE]
        said = node.items[declared.name]
        if wanted and wanted not in dates and isinstance(said, Mapping):
            hint = did_you_mean(wanted, dates) or "name a field with the role of a date"
            message = f"'{echo(wanted)}' is no date of this record"
            self.report.error("BG131", said.items["tells_of"].place, message, hint)


_NEEDED = {
    "choices": "add 'choices: [one, another]'",
    "each": "add 'each: a stage', in your words",
    "fields": "add 'fields: {name: {role: ...}}'",
}


def _role_word(said: Node) -> str:
    """The role that a field names, whether or not all else of it is right."""
    word = said.items.get("role") if isinstance(said, Mapping) else None
    return word.text if isinstance(word, Scalar) else ""


def _members(said: Mapping, extra: str) -> list[tuple[str, Place]]:
    """The words of a list, each with its place."""
    node = said.items.get(extra)
    members = node.items if isinstance(node, Sequence) else (node,)
    return [(member.text, member.place) for member in members if isinstance(member, Scalar)]
