"""The tables of docs/schemas.md and docs/styles.md, made from the JSON Schemas that the declarations give."""

from __future__ import annotations

import json
import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from samples.schema_words import VALUES, Words, cell, code, example_of, long_choice

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    Schema = Mapping[str, Any]

BEGIN = "<!-- made from the schemas: python -m pytest tests/docs --update-golden -->"
END = "<!-- end of what is made from the schemas -->"
ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "templates/schemas"
ENDING = ".schema.json"
TOLD_ELSEWHERE = {"wording": "wording.md", "style": "styles.md", "kind": "kinds.md"}
TOLD_HERE = ("briefgen", "audience", "section", "relation", "diagnostics", "manifest", "handed_on")
"""Files whose keys stand on the page of schemas; of all others the data's page has the tables."""
HEAD = ("key", "value", "where it is left out", "for example", "what it is")
ANY_NAME = "NAME"
"""Stands for a key that the writer chooses, or for each of many."""
_ALIKE = 5
"""So many keys of one group that take the same are told as one."""
_SHIPPED = {
    "audience": "templates/audiences/*.yaml",
    "relation": "data/*/relation.yaml",
    "style": "templates/styles/house.yaml",
    "section": "templates/sections/*.md.j2",
}
"""Where files of a schema stand that examples are taken from."""


class Key(NamedTuple):
    """A key of a file, with the groups that it stands in."""

    path: tuple[str, ...]
    schema: Schema
    needed: bool = False


@cache
def schema(name: str) -> Schema:
    """A schema by its name."""
    made: Schema = json.loads((FOLDER / f"{name}{ENDING}").read_text(encoding="utf-8"))
    return made


def names() -> list[str]:
    """Of every schema."""
    return sorted(path.name.removesuffix(ENDING) for path in FOLDER.iterdir())


def schema_tables() -> str:
    """Every schema in a row, then each of those that are told here, then the values."""
    rows = [(f"`{name}{ENDING}`", cell(schema(name)["title"]), _told_at(name)) for name in names()]
    every = _table(("schema", "what it describes", "where its keys are told"), rows)
    words = Words(choices())
    parts = [f"## {name}{ENDING}\n\n{_keys_of(name, words)}" for name in TOLD_HERE]
    return "\n\n".join([f"## All of them\n\n{every}", *parts, _values(words)])


def style_tables() -> str:
    """A table for each group of a style file; of its texts, what each is set as, and what each may set."""
    whole, words = schema("style"), Words(choices())
    parts = [_group(name, whole, words) for name in ("page", "palette", "families", "logos")]
    return "\n\n".join([*parts, _texts(whole, words)]).replace(f"({VALUES})", f"(schemas.md{VALUES})")


def choices() -> dict[str, list[str]]:
    """Closed sets of many words that keys share, by the name that the page has for them."""
    audience = schema("audience")["properties"]
    of_sections = audience["sections"]["items"]["anyOf"][0]["enum"]
    of_kinds = next(_groups(audience["hide"]))["properties"]["kinds"]["anyOf"][0]["enum"]
    return {"section": of_sections, "kind of facts": of_kinds}


def _told_at(name: str) -> str:
    if name in TOLD_HERE:
        return f"[here](#{name}schemajson)"
    page = TOLD_ELSEWHERE.get(name, "data.md")
    return f"[{page}]({page})"


def _keys_of(name: str, words: Words) -> str:
    whole = schema(name)
    rows = [_row(key, whole, name, words) for key in keys(whole)]
    options = _options(whole, words) if name == "audience" else ""
    return f"{cell(whole['title'])}.\n\n{_table(HEAD, rows)}{options}"


def keys(of: Schema, path: tuple[str, ...] = ()) -> Iterator[Key]:
    """Every key, those of a group behind the group; many that take the same are told as one, `NAME`."""
    for name, value in _told_once(of.get("properties", {})).items():
        if name != ANY_NAME or "description" in value:
            yield Key((*path, name), value, name in of.get("required", ()))
        for group in _groups(value):
            yield from keys(group, (*path, name))
            break


def _told_once(properties: Mapping[str, Schema]) -> Mapping[str, Schema]:
    bare = [{word: part for word, part in value.items() if word != "description"} for value in properties.values()]
    if len(bare) < _ALIKE or any(value != bare[0] for value in bare):
        return properties
    first, *_ = properties
    about = properties[first]["description"].replace(first, ANY_NAME)
    return {ANY_NAME: {**bare[0], "description": f"{about} NAME is a {_what_it_is(list(properties))}."}}


def _what_it_is(given: list[str]) -> str:
    named = {"topic": list(schema("audience")["$defs"]["topic"]["enum"]), **choices()}
    return next(f"[{name}]({VALUES})" for name, known in named.items() if given == known)


def _groups(value: Schema) -> Iterator[Schema]:
    """The groups that may stand there, however they are wrapped; one name with options behind it is no group."""
    if value.get("maxProperties") == 1:
        return
    if value.get("properties"):
        yield value
    below = value.get("additionalProperties")
    if isinstance(below, dict) and any(_groups(below)):
        yield {"properties": {ANY_NAME: below}}
    for part in [*value.get("anyOf", ()), value.get("items")]:
        if isinstance(part, dict):
            yield from _groups(part)


def _row(key: Key, whole: Schema, file: str, words: Words) -> tuple[str, ...]:
    name = f"`{'.'.join(key.path)}`"
    default = code(key.schema["default"]) if "default" in key.schema else ""
    found = shipped_example(file, key.path)
    found = example_of(key.schema, whole.get("$defs", {})) if found is None else found
    about = cell(str(key.schema.get("description", "")))
    return f"**{name}**" if key.needed else name, words.of(key.schema), default, _shown(found), about


def _shown(example: object) -> str:
    return "" if example is None else code(example)


def _options(whole: Schema, words: Words) -> str:
    """What the sections take that are shipped: what each takes, then what one takes alone."""
    _, with_options = whole["properties"]["sections"]["items"]["anyOf"]
    taken = {name: value["properties"] for name, value in with_options["properties"].items()}
    shared = set.intersection(*(set(options) for options in taken.values()))
    first = next(iter(taken.values()))
    head = ("option", "value", "what it is")
    of_all = [(f"`{name}`", words.of(value), cell(value["description"])) for name, value in first.items() if
              name in shared]  # fmt: skip
    alone = [
        (f"`{section}`", f"`{name}`", words.of(value), code(value["default"]), cell(value["description"]))
        for section, options in taken.items()
        for name, value in options.items()
        if name not in shared
    ]
    own = ("section", "option", "value", "where it is left out", "what it is")
    return f"\n\nBehind the name of any section:\n\n{_table(head, of_all)}\n\nOf one alone:\n\n{_table(own, alone)}"


def _values(words: Words) -> str:
    """The values that many keys share, and the closed sets that several name."""
    found = {
        name: value for file in names() if file != "wording" for name, value in schema(file).get("$defs", {}).items()
    }
    rows = [(name.replace("_", " "), _value(name, value, words), _shown(example_of(value, {}))) for name, value in
            sorted(found.items()) if name != "filled"]  # fmt: skip
    rows += [(name, ", ".join(map(code, known)), code(known[0])) for name, known in choices().items()]
    return f"## The values\n\n{_table(('value', 'what it is', 'for example'), sorted(rows))}"


def _value(name: str, value: Schema, words: Words) -> str:
    about = cell(str(value.get("description", "")))
    choice = long_choice(value)
    if name.startswith("party") or not (choice or "enum" in value):
        return about
    return " ".join(filter(None, (about, words.of(value))))


def _group(name: str, whole: Schema, words: Words) -> str:
    told = [Key(key.path[1:], key.schema, key.needed) for key in keys(whole) if key.path[0] == name]
    rows = [_row(Key((name, *key.path), key.schema), whole, "style", words) for key in told if key.path]
    short = [(row[0].replace(f"`{name}.", "`"), *row[1:]) for row in rows]
    return f"## {name}\n\n{cell(whole['properties'][name]['description'])}\n\n{_table(HEAD, short)}"


def _texts(whole: Schema, words: Words) -> str:
    (group, *_) = _groups(whole["properties"]["text"])
    texts = {name: next(_groups(value))["properties"] for name, value in group["properties"].items()}
    taken = next(iter(texts.values()))
    rows = [(f"`{name}`", group["properties"][name]["description"], _set(may)) for name, may in texts.items()]
    may_set = [_row(Key(("text", "body", name), value), whole, "style", words) for name, value in taken.items()]
    short = [(f"`{name}`", row[1], row[3], row[4]) for name, row in zip(taken, may_set, strict=True)]
    return "\n\n".join(
        [
            f"## text\n\n{cell(whole['properties']['text']['description'])}",
            _table(("text", "what is set so", "where nothing is said"), rows),
            "Each takes these keys:",
            _table(("key", "value", "for example", "what it is"), short),
        ]
    )


def _set(text: Mapping[str, Schema]) -> str:
    usual = {name: value["default"] for name, value in text.items() if value.get("default")}
    return ", ".join(name if value is True else f"{name} {code(value)}" for name, value in usual.items())


def _table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    return "\n".join(f"| {' | '.join(row)} |" for row in [head, ("---",) * len(head), *rows])


@cache
def shipped(name: str) -> tuple[Any, ...]:
    """What the shipped files of a schema say, as an editor reads them."""
    if name == "briefgen":
        return (tomllib.loads(SETTINGS),)
    files = sorted(ROOT.glob(_SHIPPED[name])) if name in _SHIPPED else []
    texts = (path.read_text(encoding="utf-8") for path in files)
    heads = (text.split("---\n", 2)[1] if name == "section" else text for text in texts)
    return tuple(yaml.load(head, Loader=yaml.BaseLoader) for head in heads)  # noqa: S506 - texts and no objects


SETTINGS = """
author = "Eastern Europe Desk"
language = "en-GB"
style = "ministry"
prose_language = "ru"
audiences = ["minister", "public"]
state = "for_clearance"
[editions]
follow = ["changes"]
files = 3
[limits]
section_seconds = 20
file_seconds = 120
memory_mb = 2000
"""
"""Settings as a team may have them: the repository needs none."""


def shipped_example(name: str, path: tuple[str, ...]) -> Any:  # noqa: ANN401 - a value of a file, or None
    """The first value that a shipped file gives to a key, where it is no group."""
    found = (value for said in shipped(name) for value in _at(said, path) if isinstance(value, (str, int, list)))
    return next(
        (value for value in found if value and not (isinstance(value, list) and isinstance(value[0], dict))), None
    )


def _at(said: Any, path: tuple[str, ...]) -> Iterator[Any]:  # noqa: ANN401 - a part of a file
    if isinstance(said, list) and path:
        for item in said:
            yield from _at(item, path)
    elif not path:
        yield said.get("en") if isinstance(said, dict) else said
    elif isinstance(said, dict):
        below = said.values() if path[0] == ANY_NAME else [said[path[0]]] if path[0] in said else []
        for value in below:
            yield from _at(value, path[1:])
