"""Law 1: what stands in any field of text, found in the schema itself, is printed as it stands or refused by place."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields, is_dataclass
from typing import TYPE_CHECKING, Any

import pytest

from briefgen.load import load
from briefgen.load.facts.fact_shapes import shape_of
from briefgen.load.facts.fact_tables import table_shape
from briefgen.load.facts.people_organisations import ORGANISATION, PERSON, REJECTED, relation_shape
from briefgen.load.facts.prose_files import head_shape
from briefgen.load.settings.audience_files import audience_shape
from briefgen.load.shapes.shape import Field, Shape
from briefgen.load.shapes.value_schemas import named
from briefgen.model.document import TextRun
from briefgen.model.formats import FORMATS
from briefgen.model.kinds import SHIPPED_KINDS
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.model.traversal import inlines_in
from briefgen.world import Memory
from readers.every_reader import READERS
from samples.composing import BASE, FOLDER, composed
from samples.pictures import png
from samples.rendering import rendered

if TYPE_CHECKING:
    from collections.abc import Iterator

WORDS = "x <undefined> y AT&T <b> *a* | b {{7*7}} =1+1"
TEXTS = [named(definition) for definition in ("text", "title", "words", "line", "quote")]
SAMPLES = {
    "id": "own", "party": "PAK", "party_or_world": "PAK", "date": "2015", "day": "2015", "quantity": "2", "whole": 1,
    "truth": "true", "number": "1", "period": "2019", "picture_file": "T.png", "topic": "politics",
    "text": "T", "words": "T",
}  # fmt: skip
WITH_VALUES = {"headline", "standfirst"}
"""Of facts: in them braces print values, unless a backslash stands before."""
AUDIENCE_FILE = "templates/audiences/reader.yaml"
OTHERWISE = {"audience", "audiences", "ignore", "inferred", "seed", "style", "tone", "unit"}
"""Codes, names of fields and of files; they are looked up, and no brief prints them."""
BESIDE = {
    "currency",
    "headline",
    "label",
    "locator",
    "note",
    "portfolio",
    "quote",
    "scheme",
    "short",
    "standfirst",
    "variants",
}
"""What is printed with a fact's sources or through functions of its own: tried with the record, not by its name."""


@dataclass(frozen=True)
class Spot:
    """A field of text in one of the files."""

    file: str
    shape: Shape
    path: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.file.rpartition('/')[2]}: {'.'.join(self.path)}"


def _inner(accepts: Any) -> tuple[Any, bool]:  # noqa: ANN401 - a schema or a shape
    """What a field, or each member of its list, takes; and whether it is a list."""
    parts: list[Any] = accepts.get("anyOf", []) if isinstance(accepts, dict) else []
    if len(parts) == 2 and isinstance(parts[1], dict) and parts[1].get("type") == "array":
        return parts[0], True
    return accepts, False


def spots(file: str, shape: Shape, of: Shape | None = None, path: tuple[str, ...] = ()) -> Iterator[Spot]:
    """Every field of text of a shape, those of nested records too."""
    for name, field in shape.fields.items():
        inner, _ = _inner(field.converter.accepts)
        if isinstance(inner, Shape):
            yield from spots(file, inner, of or shape, (*path, name))
        elif inner in TEXTS and name not in OTHERWISE:
            yield Spot(file, of or shape, (*path, name))


def _sample(field: Field) -> Any:  # noqa: ANN401 - any value of YAML
    inner, is_list = _inner(field.converter.accepts)
    inner = inner["anyOf"][0] if "anyOf" in (inner if isinstance(inner, dict) else {}) else inner
    if isinstance(inner, Shape):
        made: Any = record(inner, ())
    else:
        made = inner["enum"][0] if "enum" in inner else SAMPLES.get(inner.get("$ref", "").rpartition("/")[2], "T")
    return [made] if is_list else made


def record(shape: Shape, path: tuple[str, ...], words: object = WORDS) -> dict[str, Any]:
    """A record with what it needs, and the words in one field."""
    made = {name: _sample(field) for name, field in shape.fields.items() if field.required}
    if "audiences" in made:
        made |= {"audiences": "reader", "leans_on": []}
    if "edition" in made:
        made |= {"audience": "reader", "edition": "2021-04-23.0123abcd", "on": "2021-05-02"}
    if "ref" in made:
        made["ref"] = "ref"
    if path:
        name, *rest = path
        inner, is_list = _inner(shape.fields[name].converter.accepts)
        value = record(inner, tuple(rest), words) if rest else words
        made[name] = [value] if is_list else value
    return made


SHAPES = {kind.name: shape_of(kind) for kind in SHIPPED_KINDS.values() if not (kind.is_table or kind.is_folder)}
FACTS = [spot for name, shape in SHAPES.items() for spot in spots(f"{FOLDER}/{name}.yaml", shape)]
HEADS = [
    spot for kind in SHIPPED_KINDS.values() if kind.is_folder
    for spot in spots(f"{FOLDER}/{kind.name}/own.md", head_shape(kind))
]  # fmt: skip
ROWS = [
    spot for kind in SHIPPED_KINDS.values() if kind.is_table for spot in spots(kind.path(FOLDER), table_shape(kind))
]
RELATION, AUDIENCE = relation_shape(SHIPPED_KINDS), audience_shape(SHIPPED_KINDS)
OTHERS = [
    *spots("data/people.yaml", PERSON.shape), *spots("data/organisations.yaml", ORGANISATION.shape),
    *spots(f"{FOLDER}/rejected.yaml", REJECTED.shape), *spots(f"{FOLDER}/relation.yaml", RELATION),
    *spots(AUDIENCE_FILE, AUDIENCE),
]  # fmt: skip
ALL = [*FACTS, *HEADS, *ROWS, *OTHERS]


BESIDE_THE_FACTS: dict[str, str | bytes] = {
    "templates/sections/one.md.j2": "Words.\n",
    "data/indicators.yaml": "- {id: own, name: T, measures: flow, unit: tonne}\n",
    f"{FOLDER}/pictures/T.png": png(),
}
"""What records lead to."""


def files_with(spot: Spot, written: str) -> dict[str, str | bytes]:
    """A workspace whose one spot holds words; `written` is how they stand in the file, with quotation marks."""
    mark = "@words@"
    made = record(spot.shape, spot.path, mark)
    base: dict[str, str | bytes] = {**BASE, **BESIDE_THE_FACTS}
    if spot.file.endswith(".csv"):
        if set(spot.path) & {"locator", "quote"}:
            made["sources"] = "ref"
        if spot.file == "data/rates.csv":  # read for a relation that holds money in one of its currencies
            made |= {name: "USD" for name in ("from", "to") if name not in spot.path}
            row = "id,period,exporter,importer,flow,value,scale,currency\nx,2019,PAK,BLR,X,1,1,USD\n"
            base = {**base, f"{FOLDER}/trade.csv": row}
        else:
            made.setdefault("value", 1)
        cells = (str(value[0] if isinstance(value, list) else value) for value in made.values())
        return {**base, spot.file: f"{','.join(made)}\n{','.join(cells)}\n".replace(mark, written)}
    if spot.file.endswith(".md"):
        return {**base, spot.file: f"---\n{json.dumps(made)}\n---\nWords.\n".replace(f'"{mark}"', written)}
    if spot.shape is RELATION:
        party = {"id": "BLR", "name": "Belarus", "adjective": "Belarusian"}
        made = {**made, "parties": [*made["parties"], party], "default_sensitivity": "public"}
        made["parties"][0]["id"] = "PAK"
    if spot.shape is AUDIENCE:
        made = {**made, "sections": ["one"]}
    whole = made if spot.shape in (RELATION, AUDIENCE) else [made]
    return {**base, spot.file: json.dumps(whole).replace(f'"{mark}"', written)}


def texts(node: object) -> Iterator[str]:
    """Every text of a value that was loaded."""
    if isinstance(node, str):
        yield node
    elif is_dataclass(node):
        for field in fields(node):
            yield from texts(getattr(node, field.name))
    elif isinstance(node, dict):
        for value in node.values():
            yield from texts(value)
    elif isinstance(node, tuple | list | frozenset):
        for value in node:
            yield from texts(value)


def memory(files: dict[str, str | bytes]) -> Memory:
    """Files in memory."""
    return Memory({name: data.encode() if isinstance(data, str) else data for name, data in files.items()})


def line_of(spot: Spot) -> int:
    """The line that the record stands on: below the columns of a table, and the fence of a head."""
    return 2 if spot.file.endswith((".csv", ".md")) else 1


def column_of(spot: Spot, files: dict[str, str | bytes], words: str) -> int:
    """Where words stand in that line."""
    return str(files[spot.file]).split("\n")[line_of(spot) - 1].index(words) + 1


@pytest.mark.parametrize("spot", ALL, ids=str)
def test_the_words_of_a_field_are_loaded_as_they_stand(spot: Spot) -> None:
    quoted = '"' + WORDS.replace('"', '""') + '"' if spot.file.endswith(".csv") else json.dumps(WORDS)
    if spot.file.endswith("headlines.yaml") and set(spot.path) & WITH_VALUES:
        quoted = quoted.replace("{", "\\\\{").replace("}", "\\\\}")
    outcome = load(memory(files_with(spot, quoted)))

    assert [d for d in outcome.diagnostics if d.severity.value == "error"] == []
    assert WORDS in set(texts((outcome.value.relations, outcome.value.audiences)))


@pytest.mark.parametrize("character", ["\x1b", "\u202e", "\x00"])
@pytest.mark.parametrize("spot", ALL, ids=str)
def test_a_character_that_fools_is_refused_at_its_place(spot: Spot, character: str) -> None:
    files = files_with(spot, f'"a{character}b"')
    place = f"{spot.file}:{line_of(spot)}:{column_of(spot, files, character)}"
    said = [(str(d.place), d.code) for d in load(memory(files)).diagnostics]

    assert (place, "BG102") in said


@pytest.mark.parametrize("spot", [s for s in ALL if not s.file.endswith(".csv")], ids=str)
def test_an_escape_for_such_a_character_is_refused_at_its_place(spot: Spot) -> None:
    files = files_with(spot, '"a\\u202eb"')
    place = f"{spot.file}:{line_of(spot)}:{column_of(spot, files, chr(34) + 'a' + chr(92) + 'u202e')}"
    said = [(str(d.place), d.code) for d in load(memory(files)).diagnostics]

    assert (place, "BG102") in said


COLLECTIONS = {"trade": "observations", "series": "series_rows", "own": "prose_texts"}
"""File → what templates call what is in it, where that is not the same."""


def _loop(spot: Spot) -> str:
    """A template that prints the field of every record, through the lists on the way."""
    kind = spot.file.rpartition("/")[2].partition(".")[0]
    before, name, after, shape = "", COLLECTIONS.get(kind, kind), "", spot.shape
    before, after, name = f"{{% for r0 in {name} %}}", "{% endfor %}", "r0"
    for depth, part in enumerate(spot.path, 1):
        inner, is_list = _inner(shape.fields[part].converter.accepts)
        name = f"{name}.{shape.fields[part].target or part}"
        if is_list:
            before, after, name = f"{before}{{% for r{depth} in {name} %}}", f"{after}{{% endfor %}}", f"r{depth}"
        shape = inner if isinstance(inner, Shape) else shape
    return f"Said: {before}{{{{ {name} }}}}{after}.\n"


PRINTED = [s for s in (*FACTS, *HEADS, *ROWS) if not (BESIDE | {"sources", "venue"}) & set(s.path)]


@pytest.mark.parametrize("spot", PRINTED, ids=str)
def test_what_a_template_prints_of_a_field_is_the_same_in_every_format(spot: Spot) -> None:
    quoted = '"' + WORDS + '"' if spot.file.endswith(".csv") else json.dumps(WORDS)
    reader = BASE[AUDIENCE_FILE].replace("clearance: public", "clearance: official")  # some kinds are never public
    files = {**files_with(spot, quoted), "templates/sections/one.md.j2": _loop(spot), AUDIENCE_FILE: reader}
    workspace = load(memory(files)).value
    document, said = composed(workspace, "reader")

    assert [d for d in said if d.severity.value == "error"] == []
    assert WORDS in {i.text for i in inlines_in(document.blocks) if isinstance(i, TextRun) and i.origin}
    for name in FORMATS:
        data = rendered(document, name, DEFAULT_STYLE)
        assert WORDS in " ".join(" ".join(READERS[name](data)).split()), name


def test_the_schema_has_fields_to_try() -> None:
    assert len(ALL) > 90
    assert len(PRINTED) > 20
    assert {"a source", "a venue"} <= {
        inner.what for shape in SHAPES.values() for f in shape.fields.values()
        if isinstance(inner := _inner(f.converter.accepts)[0], Shape)
    }  # fmt: skip
