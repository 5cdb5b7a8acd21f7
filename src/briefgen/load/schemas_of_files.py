"""JSON Schemas (2020-12) for editors, made from the shapes that the loader reads with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefgen.load.facts.fact_shapes import shape_of
from briefgen.load.facts.fact_tables import table_shape
from briefgen.load.facts.people_organisations import INDICATOR, ORGANISATION, PERSON, REJECTED, relation_shape
from briefgen.load.facts.prose_files import head_shape
from briefgen.load.field_descriptions import description
from briefgen.load.kinds.kind_shapes import KIND
from briefgen.load.references.reference_schema import REFERENCES
from briefgen.load.settings.audience_files import IF_EMPTY, audience_shape
from briefgen.load.settings.section_ranks import RANK_SCHEMAS
from briefgen.load.settings.workspace_toml import (
    EDITIONS,
    FILES,
    FOLLOW,
    LIMITS,
    MOST_FILES,
    MOST_OF_A_LIMIT,
    ON_STALE,
    STATE,
    TEXTS,
    Config,
)
from briefgen.load.shapes.shape import Shape
from briefgen.load.shapes.usual_values import plainly, usual_of, usual_values
from briefgen.load.shapes.value_schemas import DEFINITIONS, named, words
from briefgen.load.styles.house_yaml import STYLE
from briefgen.load.wording.wording_schema import wording_schema
from briefgen.model.editions.following import USUAL_POLICY, Follow
from briefgen.model.facts.clearings import UNCLEARED
from briefgen.model.limits import USUAL, StalePolicy
from briefgen.model.looks.citation_style import OWN_STYLES
from briefgen.model.values.prose_text import Untranslated
from briefgen.model.worded_languages import tag_pattern
from briefgen.model.wording.labels import words_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from briefgen.load.shapes.value_schemas import JsonSchema
    from briefgen.model.facts.kind import Kind
    from briefgen.model.workspace import SectionTemplate

DIALECT = "https://json-schema.org/draft/2020-12/schema"
ENDING = ".schema.json"
_LISTS = {"people": PERSON, "organisations": ORGANISATION, "indicators": INDICATOR, "rejected": REJECTED}
"""Files that are a list of records, beside those of kinds of facts."""
_SETTINGS = {
    "author": "Who publishes the briefs.",
    "language": "The language of the briefs (BCP 47), one that they have words in: en-GB, en-US.",
    "style": "The house style: a name or a file under templates/styles/, as .yaml, .docx or .dotx.",
    "prose_language": "The language that prose in files NAME.md is in (ru), where it is not that of the briefs.",
    "untranslated": "What becomes of prose without a text in the language of the briefs: show, omit, refuse.",
    "audiences": "Whose briefs are made unasked: names of audiences, shipped ones or the workspace's own.",
    ON_STALE: "What becomes of a scheduled run where something has grown old: it fails, it passes and what is due goes "
    "into an issue, or it is told and nothing more.",
    STATE: "What briefs are until they are cleared, where their audience does not say it.",
    EDITIONS: "What is handed on and kept of the editions of briefs.",
    FILES: "Of how many editions before the one in the output the owner keeps the files; 1 where absent.",
    FOLLOW: "What stands beside each brief for those who follow it, where its audience does not say it: changes "
    "(Markdown), atom (a feed).",
    "section_seconds": "Processor time of one section of a brief, in seconds.",
    "file_seconds": "Processor time of writing one file, in seconds.",
    "memory_mb": "Address space of the process that makes briefs, in megabytes.",
}
_PATTERNS: dict[str, JsonSchema] = {
    "language": {"pattern": tag_pattern()},
    "prose_language": {"pattern": "^[a-z]{2,3}$"},
    "untranslated": {"enum": list(Untranslated)},
}
_OPTIONS: dict[type, JsonSchema] = {bool: named("truth"), int: named("whole"), str: named("words")}
"""The type of an option's default → what it may be."""
_TEXT: JsonSchema = {"type": "string"}
_INFERRED = "inferred"
"""The field that names other fields of its record; in some it only says yes or no."""


def json_schemas(
    sections: Mapping[str, SectionTemplate], kinds: Mapping[str, Kind], citation_styles: Collection[str]
) -> dict[str, JsonSchema]:
    """File name → schema, for every file that people write.

    Audiences may name the sections, kinds of facts and citation styles that are there. The schema of a CSV file
    describes its rows as arrays of fields by column.
    """
    groups = {"relation": relation_shape(kinds), "style": STYLE, "kind": KIND}
    made = {name: _list_of(name, file.shape) for name, file in _LISTS.items()}
    made |= {name: _document(f"{shape.what[0].upper()}{shape.what[1:]}", shape) for name, shape in groups.items()}
    for kind in kinds.values():
        schema = _of_kind(kind)
        made[kind.name] = {**schema, "description": kind.about}
    made["audience"] = _document("An audience", _audience(sections, kinds, citation_styles))
    made["references"] = _document("references.json: CSL-JSON, as Zotero exports it", REFERENCES)
    made["section"] = _document("The head of a section template", _SECTION)
    made["wording"] = _document("A file of words", wording_schema(words_of(kinds.values())))
    made["briefgen"] = _document("briefgen.toml", _CONFIG)
    return {f"{name}{ENDING}": schema for name, schema in sorted(made.items())}


def _of_kind(kind: Kind) -> JsonSchema:
    if kind.is_folder:
        return _document(f"{kind.file}: the head of {kind.what}", head_shape(kind))
    return _rows_of(kind.name, table_shape(kind)) if kind.is_table else _list_of(kind.name, shape_of(kind))


def _audience(
    sections: Mapping[str, SectionTemplate], kinds: Mapping[str, Kind], citation_styles: Collection[str]
) -> JsonSchema:
    made = _record(audience_shape(kinds))
    made["properties"]["sections"] |= _choices_of(sections) if sections else {}
    if citation_styles:
        (citations, *_) = made["properties"]["citations"]["anyOf"]
        citations["properties"]["style"] |= _or_blank(words(sorted({*citation_styles, *OWN_STYLES})))
    return made


def _choices_of(sections: Mapping[str, SectionTemplate]) -> JsonSchema:
    """The sections of a workspace, alone or with the options that their templates declare."""
    with_options = {
        "type": "object",
        "minProperties": 1,
        "maxProperties": 1,
        "additionalProperties": False,
        "properties": {name: _options_of(section) for name, section in sections.items()},
    }
    return {"items": {"anyOf": [words(sections), with_options]}}


def _options_of(section: SectionTemplate) -> JsonSchema:
    options = {
        name: {"default": default, **_OPTIONS[type(default)]}
        | ({"description": section.meanings[name]} if name in section.meanings else {})
        for name, default in section.options.items()
    }
    properties = {**options, "if_empty": IF_EMPTY, **RANK_SCHEMAS}
    return {"type": ["object", "null"], "additionalProperties": False, "properties": properties}


def _list_of(name: str, shape: Shape) -> JsonSchema:
    return _document(f"{name}.yaml: a list, each item {shape.what}", {"type": ["array", "null"], "items": shape})


def _rows_of(name: str, shape: Shape) -> JsonSchema:
    about = f"{name}.csv: each row {shape.what}; what holds several values with ';' between is an array here"
    return _document(about, {"type": "array", "items": shape})


def _document(title: str, schema: JsonSchema | Shape) -> JsonSchema:
    body = _expanded(schema)
    used = sorted(_definitions_in(body))
    definitions = {"$defs": {name: DEFINITIONS[name] for name in used}} if used else {}
    return {"$schema": DIALECT, "title": title, **(body | {"title": title}), **definitions}


def _expanded(schema: Any) -> Any:  # noqa: ANN401 - a schema, or a part of one
    """The schema with every shape in it written out."""
    if isinstance(schema, Shape):
        return _record(schema)
    if isinstance(schema, dict):
        return {key: _expanded(value) for key, value in schema.items()}
    return [_expanded(value) for value in schema] if isinstance(schema, list) else schema


def _record(shape: Shape) -> JsonSchema:
    properties, usual = {}, usual_values(shape)
    for name, field in shape.fields.items():
        accepted = _expanded(field.converter.accepts)
        if name == _INFERRED and "anyOf" in accepted:
            accepted = _own_names(shape)
        properties[name] = {
            "description": field.about or description(shape.what, name),
            **({"default": usual[name]} if name in usual else {}),
            **(_filled(accepted) if field.required else _or_blank(accepted)),
        }
    head = {"title": shape.what, "type": "object", "additionalProperties": False}
    return {**head, "required": shape.required, "properties": properties}


def _own_names(shape: Shape) -> JsonSchema:
    """Names of a record's own fields, one or several."""
    names = words(name for name in shape.fields if name not in {"id", _INFERRED})
    return {"anyOf": [names, {"type": "array", "items": names}]}


def _filled(schema: JsonSchema) -> JsonSchema:
    """What is required may not be blank; what is chosen from a list is not anyway."""
    return schema if "enum" in schema else {**schema, "allOf": [named("filled")]}


def _or_blank(schema: JsonSchema) -> JsonSchema:
    """What is not required may stand there without a value."""
    choices = schema["anyOf"] if set(schema) == {"anyOf"} else [schema]
    return {"anyOf": [*choices, {"type": "null"}]}


def _definitions_in(schema: Any) -> set[str]:  # noqa: ANN401 - a schema, or a part of one
    if isinstance(schema, dict):
        own = {str(schema["$ref"]).removeprefix("#/$defs/")} if "$ref" in schema else set()
        return own.union(*map(_definitions_in, schema.values()))
    return set().union(*map(_definitions_in, schema)) if isinstance(schema, list) else set()


_DEFAULT: JsonSchema = {"type": ["boolean", "integer", "string"]}
_MEANT: JsonSchema = {
    "type": "object",
    "additionalProperties": False,
    "required": ["default"],
    "properties": {
        "default": {**_DEFAULT, "description": "What holds where an audience sets nothing."},
        "about": {**_TEXT, "description": "What the option does, in a sentence, for editors."},
    },
}
_SECTION: JsonSchema = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "about": {**_TEXT, "description": "What the section shows, for editors."},
        **RANK_SCHEMAS,
        "options": {
            "type": ["object", "null"],
            "description": "What audiences may set, each with its default: true or false, a whole number, or a word; "
            "or with its default and a sentence that says what it does.",
            "additionalProperties": {"anyOf": [_DEFAULT, _MEANT]},
        },
    },
}


def _defaulted(properties: dict[str, JsonSchema], made: object) -> dict[str, JsonSchema]:
    """Settings, each with what it counts as where it is left out: the attribute of its name."""
    usual = plainly(usual_of(made))
    return {name: said | ({"default": usual[name]} if name in usual else {}) for name, said in properties.items()}


_CONFIG: JsonSchema = {
    "type": "object",
    "additionalProperties": False,
    "properties": _defaulted(
        {
            **{name: {**_TEXT, **_PATTERNS.get(name, {}), "description": _SETTINGS[name]} for name in TEXTS},
            "audiences": {
                "type": "array",
                "description": _SETTINGS["audiences"],
                "items": _TEXT,
                "minItems": 1,
                "uniqueItems": True,
            },
            STATE: {"enum": list(map(str, UNCLEARED)), "description": _SETTINGS[STATE]},
            ON_STALE: {"enum": [policy.value for policy in StalePolicy], "description": _SETTINGS[ON_STALE]},
            EDITIONS: {
                "type": "object",
                "description": _SETTINGS[EDITIONS],
                "additionalProperties": False,
                "properties": _defaulted(
                    {
                        FOLLOW: {
                            "type": "array",
                            "description": _SETTINGS[FOLLOW],
                            "items": {"enum": list(map(str, Follow))},
                            "uniqueItems": True,
                        },
                        FILES: {
                            "type": "integer",
                            "minimum": 0,
                            "maximum": MOST_FILES,
                            "description": _SETTINGS[FILES],
                        },
                    },
                    USUAL_POLICY,
                ),
            },
            "limits": {
                "type": "object",
                "description": "How much of the machine one brief may take.",
                "additionalProperties": False,
                "properties": _defaulted(
                    {
                        name: {
                            "type": "integer",
                            "minimum": 1,
                            "maximum": MOST_OF_A_LIMIT,
                            "description": _SETTINGS[name],
                        }
                        for name in LIMITS
                    },
                    USUAL,
                ),
            },
        },
        Config,
    ),
}
