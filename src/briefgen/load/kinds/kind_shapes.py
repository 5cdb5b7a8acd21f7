"""The shape of a file that declares a kind, and of one of its fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefgen.load.shapes.converters import LINE, TRUTH, WORDS, one_of
from briefgen.load.shapes.shape import Converter, Field, Shape, list_of
from briefgen.model.facts.own_roles import EXTRAS, OWN_ROLES, own_role

if TYPE_CHECKING:
    from briefgen.diagnostics import Report
    from briefgen.load.nodes.node import Node
    from briefgen.load.shapes.value_schemas import JsonSchema
    from briefgen.model.facts.own_roles import OwnRole

_IDENTIFIER = {"propertyNames": {"pattern": "^[a-z][a-z0-9]*(_[a-z0-9]+)*$"}}


def _raw(node: Node, _report: Report) -> Node:
    """Kept as a node: what a field may say depends on its role, and on the other fields."""
    return node


def _read(**values: Any) -> dict[str, Any]:  # noqa: ANN401 - whatever the file says
    return values


def _fields_schema(field: Shape) -> JsonSchema:
    by_role = [_of_role(word, made) for word, role in OWN_ROLES.items() if (made := own_role(role))]
    return {"type": "object", "minProperties": 1, **_IDENTIFIER, "additionalProperties": {"allOf": [field, *by_role]}}


def _of_role(word: str, made: OwnRole) -> JsonSchema:
    """What a field of a role must say, and what it cannot."""
    refused = {extra: False for extra in EXTRAS if extra not in made.takes}
    asked = {"properties": {"role": {"const": word}}, "required": ["role"]}
    return {"if": asked, "then": {"required": list(made.needs), "properties": refused}}


_OF_ANY = {
    "about": Field(LINE, about="What it is, in a sentence for whoever fills it in."),
    "required": Field(TRUTH, about="Whether every record must have it."),
    "many": Field(TRUTH, about="Whether it may hold several: a list, or in a table several with ';' between."),
    "choices": Field(list_of(WORDS), about="Of one-of: the words."),
    "tells_of": Field(WORDS, about="Of one-of and truth: the date that it is about, before which it cannot be said."),
    "to": Field(list_of(WORDS), about="Of a link: the kinds that it may lead to; any where absent."),
    "may_be_world": Field(TRUTH, about="Of a party or country: whether WLD may stand there, for all countries."),
    "may_be_third": Field(TRUTH, about="Of an actor: whether it may be of another country than the parties."),
    "own_side": Field(TRUTH, about="Of a party: whether the record is for that party's own briefs alone."),
    "laid_down": Field(
        TRUTH, about="Of an end: whether it may be laid down beforehand, and is told while it lies ahead."
    ),
}
_PART = Shape("a field of a part", {
    "role": Field(one_of([role for role in OWN_ROLES if role != "parts"]), required=True, about="What the field is."),
    **_OF_ANY,
}, _read)  # fmt: skip
FIELD = Shape("a field of a kind", {
    "role": Field(one_of(OWN_ROLES), required=True, about="What the field is: docs/kinds.md lists the roles."),
    **_OF_ANY,
    "each": Field(LINE, about="Of parts: what one is: a stage."),
    "fields": Field(Converter("fields", _raw, _fields_schema(_PART)), about="Of parts: the fields of each."),
}, _read, wants_places=True)  # fmt: skip
"""Whatever its role; which of it fits the role is told once that is known."""
FIELDS = Converter("fields", _raw, _fields_schema(FIELD))
KIND = Shape("a kind", {
    "what": Field(LINE, required=True, about="What one of its records is called: an investment."),
    "about": Field(LINE, about="What the kind is, in a sentence."),
    "table": Field(TRUTH, about="Whether its records stand in NAME.csv, a row each, and not in NAME.yaml."),
    "fields": Field(FIELDS, required=True, about="The fields, beside those that every fact has."),
}, _read, wants_places=True)  # fmt: skip
