"""The JSON Schema of a file of words: every entry with what it is for."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from briefgen.load.wording.wording_entries import TONES, keys_of
from briefgen.model.wording.declared_entries import Entries, Entry, ListOf, OfFacts
from briefgen.model.wording.patterns import CATEGORIES, OTHER
from briefgen.model.wording.phrases import declarations

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from briefgen.load.shapes.value_schemas import JsonSchema
    from briefgen.model.wording.declared_entries import Declaration
    from briefgen.model.wording.patterns import Handed

_TEXT: JsonSchema = {"type": "string"}


def wording_schema(of_facts: Mapping[str, Collection[str]]) -> JsonSchema:
    """What a file of words may hold; `of_facts` are the keys that the kinds of facts of the workspace give."""
    entries = {name: _declared(name, declared, of_facts) for name, declared in declarations().items()}
    tones = {"description": "Tone: the one that speaks for it where it has no words.", "type": "object",
             "additionalProperties": _TEXT}  # fmt: skip
    return {"type": ["object", "null"], "additionalProperties": False, "properties": {TONES: tones, **entries}}


def _declared(name: str, declared: Declaration, of_facts: Mapping[str, Collection[str]]) -> JsonSchema:
    match declared:
        case Entry():
            return {"description": _about(declared.about, declared.handed), **_entry(declared.handed)}
        case Entries():
            keys = {key: _described(handed) for key, handed in declared.keys.items()}
        case OfFacts():
            keys = {key: _described(declared.handed) for key in keys_of(name, of_facts)}
        case ListOf():
            items = {"type": "array", "items": _TEXT, "minItems": declared.length, "maxItems": declared.length}
            return {"description": declared.about, **items}
        case _:
            assert_never(declared)
    return {"description": declared.about, "type": "object", "additionalProperties": False, "properties": keys}


def _described(handed: Handed) -> JsonSchema:
    about = _about("", handed)
    return {"description": about, **_entry(handed)} if about else _entry(handed)


def _about(about: str, handed: Handed) -> str:
    """What an entry is for, and what it is handed."""
    needs = "".join(f" {' or '.join(f'{{{slot}}}' for slot in among)}" for among in handed.needed)
    may = "".join(f" {{{slot}}}" for slot in handed.optional)
    said = (about, f"It has{needs}." if needs else "", f"It may have{may}." if may else "")
    return " ".join(filter(None, said))


def _entry(handed: Handed) -> JsonSchema:
    """Words; or words by tone; where a number chooses, by plural category, in place of words."""
    forms: JsonSchema = {
        "type": "object", "required": [OTHER], "additionalProperties": False,
        "properties": dict.fromkeys(CATEGORIES, _TEXT),
    }  # fmt: skip
    words = [_TEXT, forms] if handed.by else [_TEXT]
    by_tone = {"type": "object", "additionalProperties": {"anyOf": words} if handed.by else _TEXT}
    return {"anyOf": [*words, by_tone]}
