"""How the reference tells what a schema lets stand somewhere, and a value that may stand there."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    Schema = Mapping[str, Any]

DEFINED = "#/$defs/"
VALUES = "#the-values"
_LONGEST_CHOICE = 12
"""Where a word is one of more than these, they are named once, among the values."""
_TRUTHS = (True, False)


class Words:
    """Tells values of one page; a long choice that several keys share is told among the values."""

    def __init__(self, choices: Mapping[str, list[str]]) -> None:
        """The long choices by the names that the page has for them."""
        self.choices = choices

    def of(self, schema: Schema) -> str:
        """What may stand there, in words; the words of a closed set are all named, here or among the values."""
        if "$ref" in schema:
            return _link(defined(schema).replace("_", " "))
        if words := schema.get("enum"):
            return self._choice(words)
        if "const" in schema:
            return code(schema["const"])
        if parts := [part for part in schema.get("anyOf", ()) if part != {"type": "null"}]:
            return self._either(parts)
        return self._of_type(schema)

    def _choice(self, words: list[Any]) -> str:
        for name, known in self.choices.items():
            if words == known:
                return _link(name)
        plain = dict.fromkeys(word.lower() if isinstance(word, str) else word for word in words)
        of_truth = [word for word in plain if word in _TRUTHS]
        kept = [word for word in plain if not (of_truth and word in {"true", "false"})]
        return ", ".join(dict.fromkeys(code(word) for word in kept))

    def _either(self, parts: list[Schema]) -> str:
        one, *others = parts
        if others and others[0].get("items") == one:
            return f"{self.of(one)}; or a list of such"
        told = [self.of(part) for part in parts]
        is_number = any("number" in words for words in told)
        return "; or ".join(dict.fromkeys(words for words in told if not (is_number and words == "text")))

    def _of_type(self, schema: Schema) -> str:
        match _type_of(schema):
            case "array":
                return f"list of: {self.of(schema['items'])}"
            case "integer":
                return f"whole number{_between(schema)}"
            case "number":
                return f"number{_between(schema)}"
            case "boolean":
                return "`true`, `false`"
            case "object":
                return "one with its options, `{trade: {chart: true}}`" if schema.get("maxProperties") == 1 else "group"
            case _:
                return "text"


def long_choice(schema: Schema) -> list[Any] | None:
    """The words of a closed set that has too many for a cell."""
    words = schema.get("enum")
    return words if words and len(words) > _LONGEST_CHOICE else None


def _type_of(schema: Schema) -> str:
    kind = schema.get("type", "object" if "properties" in schema else "string")
    return kind if isinstance(kind, str) else kind[0]


def _between(schema: Schema) -> str:
    low, high = schema.get("minimum"), schema.get("maximum")
    return f", {low} to {high}" if high is not None else "" if low is None else f", {low} or more"


def example_of(schema: Schema, definitions: Mapping[str, Schema]) -> Any:  # noqa: ANN401 - a value of JSON, or None
    """The first value that the schema itself names, or None where it names none."""
    if "$ref" in schema:
        return example_of(definitions[defined(schema)], definitions)
    for name in ("examples", "enum"):
        if name in schema:
            return schema[name][0]
    if _type_of(schema) == "array":
        inner = example_of(schema["items"], definitions)
        return None if inner is None else [inner]
    named = (example_of(part, definitions) for part in schema.get("anyOf", ()))
    return schema.get("const", next((value for value in named if value is not None), None))


def defined(schema: Schema) -> str:
    """The name of the definition that a schema refers to."""
    return str(schema["$ref"]).removeprefix(DEFINED)


def code(value: Any) -> str:  # noqa: ANN401 - a value of JSON
    """A value as it is written, for a cell."""
    number = f"{value:g}" if isinstance(value, float) else None
    written = value if isinstance(value, str) else number or json.dumps(value, ensure_ascii=False)
    return f"`{cell(written)}`" if written else '`""`'


def cell(text: str) -> str:
    """A text in a cell of a table."""
    return text.replace("|", "\\|").replace("\n", " ")


def _link(name: str) -> str:
    return f"[{name}]({VALUES})"
