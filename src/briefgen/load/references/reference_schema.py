"""The JSON Schema of references.json: what a reference declares, under the names that CSL-JSON gives it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.load.shapes.value_schemas import words
from briefgen.model.facts.declarations import fields_of
from briefgen.model.facts.fact import TOPICS
from briefgen.model.facts.field_roles import FieldRole
from briefgen.model.facts.parties_people_references import CUSTOM, IGNORE_REASON, TITLE_SENTENCE, Reference, own_key
from briefgen.model.values.sensitivity import Sensitivity

if TYPE_CHECKING:
    from briefgen.load.shapes.value_schemas import JsonSchema
    from briefgen.model.facts.declarations import DeclaredField

_TEXT: JsonSchema = {"type": "string"}
_DATE: JsonSchema = {"type": ["object", "string"]}
_AS_IN = 'As in {"date-parts": [[2021, 4, 23]]}, or EDTF.'
_NOT_WRITTEN = {FieldRole.PLACE, FieldRole.AS_READ}
_NO_FIELDS = {
    IGNORE_REASON: "Why the checks do not apply.",
    TITLE_SENTENCE: "The title with capitals only where they always stay.",
}


def _schema() -> JsonSchema:
    fields = [field for field in fields_of(Reference) if field.role not in _NOT_WRITTEN]
    of_csl = {field.written: _property(field) for field in fields if not own_key(field.written)}
    ours = {key: _property(field) for field in fields if (key := own_key(field.written))}
    ours |= {key: {**_TEXT, "description": about} for key, about in _NO_FIELDS.items()}
    custom = {"type": "object", "description": "briefgen's own keys.", "properties": ours}
    return {
        "type": "array",
        "items": {
            "type": "object",
            "required": [field.written for field in fields if field.required],
            "properties": {**of_csl, CUSTOM: custom},
        },
    }


def _property(field: DeclaredField) -> JsonSchema:
    about = f"{field.about} {_AS_IN}" if field.role is FieldRole.HAPPENED else field.about
    return {"description": about, **_accepted(field)}


def _accepted(field: DeclaredField) -> JsonSchema:
    match field.role:
        case FieldRole.AUTHORS:
            return {"type": "array", "items": {"type": "object"}}
        case FieldRole.HAPPENED:
            return _DATE
        case FieldRole.ONE_OF:
            return words(field.choices)
        case FieldRole.SENSITIVITY:
            return words([label.word for label in Sensitivity])
        case FieldRole.TOPICS:
            return {"anyOf": [_TEXT, {"type": "array", "items": words(TOPICS)}]}
        case _:
            return {**_TEXT, "minLength": 1} if field.required else _TEXT


REFERENCES: JsonSchema = _schema()
