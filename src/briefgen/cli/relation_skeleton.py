"""The files of a new relation, written from what the kinds of facts declare: empty, and told field by field."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from inspect import cleandoc
from typing import TYPE_CHECKING, TypeAlias, assert_never

from babel import Locale

from briefgen.load.facts.fact_tables import table_shape
from briefgen.load.facts.prose_files import head_shape
from briefgen.model.facts.declarations import DeclaredField, fields_of
from briefgen.model.facts.declared_indicators import DeclaredIndicator
from briefgen.model.facts.fact import Fact
from briefgen.model.facts.field_roles import FieldRole, Nature
from briefgen.model.facts.parties_people_references import Organisation, Person
from briefgen.model.kinds import SHIPPED_KINDS
from briefgen.model.values.countries import ALPHA_2
from briefgen.model.values.country_adjectives import ADJECTIVES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from briefgen.model.facts.declarations import OwnRecord
    from briefgen.model.facts.kind import Kind
    from briefgen.model.values.date import Date

GAP = "TODO"
"""Stands where nothing is known; `check` tells it."""
_WIDTH = 110
_NAMES = {
    "COD": "Democratic Republic of the Congo", "COG": "Republic of the Congo", "HKG": "Hong Kong", "MAC": "Macao",
    "MMR": "Myanmar", "PSE": "Palestine",
}  # fmt: skip
"""Names that the CLDR has with marks for lists."""
_COMMON = {field.name for field in fields_of(Fact)} - {"id", "sources"}

_SELDOM = _COMMON - {"status", "note"}
_LAST = ("sources", "locator", "quote", "note")
"""Columns of a table that are filled in last."""

Pair = tuple[str, str]
Declaring: TypeAlias = "type | OwnRecord"
"""What declares fields."""


def name_of(code: str) -> str:
    """A country's English name: Brazil."""
    known = Locale("en").territories.get(ALPHA_2[code], code)
    return _NAMES.get(code) or str(known).replace(" & ", " and ")


def slug_of(pair: Pair) -> str:
    """The folder of a relation: `india-brazil`."""
    named = "-".join(map(name_of, pair)).replace("\u2019", "-")
    plain = unicodedata.normalize("NFKD", named).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain))


def relation_files(pair: Pair, day: Date, kinds: Collection[Kind]) -> dict[str, str]:
    """Name → text of every file in the folder of a new relation, a team's own kinds among them."""
    files = {"relation.yaml": _head(pair, day), "references.json": "[]\n"}
    for kind in kinds:
        if kind.is_shared or kind.is_folder:
            continue
        files[kind.file] = kind_file(kind, pair)
    files["README.md"] = _readme(pair, kinds)
    return files


def kind_file(kind: Kind, pair: Pair) -> str:
    """The file of a kind without a record: a header line, or its fields told in comments."""
    return _table(kind) if kind.is_table else _list(kind, pair)


def shared_files(pair: Pair) -> dict[str, str]:
    """Name → text of the files that all relations share."""
    said = {
        "people.yaml": ("people", "a person", Person),
        "organisations.yaml": ("organisations", "an organisation", Organisation),
        "indicators.yaml": ("indicators", "an indicator", DeclaredIndicator),
    }
    lists = {
        name: "\n".join([_schema(f"../templates/schemas/{schema}"), *_told(what, made, made.__doc__ or "", pair), ""])
        for name, (schema, what, made) in said.items()
    }
    return lists | {kind.file: _table(kind) for kind in SHIPPED_KINDS.values() if kind.is_shared}


def _told(what: str, made: Declaring, about: str, pair: Pair) -> list[str]:
    """What a list of records holds, and how one is written."""
    return [*_about(what, made, cleandoc(about)), *_example(made, pair)]


# ---------------------------------------------------------------- relation.yaml


def _head(pair: Pair, day: Date) -> str:
    names = [name_of(code) for code in pair]
    parties = "\n".join(
        f'  - {{id: {code}, name: {{en: "{name}"}}, adjective: {{en: "{ADJECTIVES.get(code, GAP)}"}}}}'
        for code, name in zip(pair, names, strict=True)
    )
    return f"""\
{_schema("../../templates/schemas/relation")}
title: {{en: "{names[0]}–{names[1]} relations"}}
# The name as sentences have it, and the adjective as in: {ADJECTIVES.get(pair[0], GAP)} exports.
parties:
{parties}
# The day whose state of the world the briefs show. Move it on when you have read newer sources.
as_of: {day}
# Whose brief it is: that party stands first.
perspective: {pair[0]}
# Who may know a record that does not say so itself: public, official or restricted. Public briefs show what is public.
default_sensitivity: official
# Who keeps the data, whom readers may ask, and when they are to be looked through again.
# owner: Desk for ...
# contact: desk@example.org
# review_by: 2030-01-01
"""


# ---------------------------------------------------------------- lists of records


def _schema(path: str) -> str:
    return f"# yaml-language-server: $schema={path}.schema.json"


def _list(kind: Kind, pair: Pair) -> str:
    lines = _told(kind.what, kind.made_of, kind.about, pair)
    return "\n".join([_schema(f"../../templates/schemas/{kind.name}"), *lines, ""])


def _about(what: str, made: Declaring, about: str) -> list[str]:
    """What the file holds, and each field with its sentence, as comments; required ones are marked."""
    doc = about.splitlines()[0] if about else what
    lines = [
        f"# {doc}",
        f"# The fields of {what}; * must be there. For topics, labels and notes see docs/data.md.",
        "#",
    ]
    fields = _entered(made)
    width = max(len(field.name) for field in fields)
    indent = "#" + " " * (width + 6)
    for field in fields:
        mark = "*" if field.required else " "
        words = f"{field.about}{_choices(field)}"
        first = f"#  {mark} {field.name:<{width}}  "
        lines += textwrap.wrap(words, _WIDTH, initial_indent=first, subsequent_indent=indent)
    return lines


def _choices(field: DeclaredField) -> str:
    return f" One of: {', '.join(map(str, field.choices))}." if field.choices else ""


def _entered(made: Declaring) -> list[DeclaredField]:
    """What an analyst fills in: what is needed first, sources last."""
    found = [f for f in fields_of(made) if f.name not in _COMMON and f.role is not FieldRole.PLACE]
    return sorted(found, key=lambda field: (field.role is FieldRole.SOURCES, not field.required))


def _example(made: Declaring, pair: Pair) -> list[str]:
    """A record as it is written, behind comment marks; what stands in it stands for what is to be filled in."""
    lines = ["#", "# To begin, take the marks off these lines, fill them in, and leave out what is not known:", "#"]
    for number, field in enumerate(_entered(made)):
        acts = any(f.role in _ACTING for f in _entered(made)[:number])
        value = _value(field, (pair[1], pair[0]) if acts else pair)
        lines.append(f"# {' ' if number else '-'} {field.name}: {value}")
    return lines


_NUMBERS = {
    FieldRole.WHOLE: "1", FieldRole.QUANTITY: "5 items", FieldRole.MONEY: "5000000 USD", FieldRole.RATE: "3.5 %",
}  # fmt: skip
"""A number of each role, as it is written in YAML, where a field shows none of its own."""
_SHARED = {
    FieldRole.PERSON: "people", FieldRole.ORGANISATION: "organisations", FieldRole.INDICATOR: "indicators",
}  # fmt: skip
"""The file of the records that a name leads to."""
_WORDS = {
    FieldRole.QUOTE: '"words of the source"', FieldRole.ADDRESS: "https://example.org",
    FieldRole.FILE: "photograph.jpg",
}  # fmt: skip
"""Words of each role, where dots would be none."""
_ACTING = frozenset({FieldRole.PARTY, FieldRole.ACTOR})
"""Where one party stands, the next such field is for the other."""


def _value(field: DeclaredField, pair: Pair) -> str:
    one = field.narrowed.example or _one(field, pair)
    if field.role is FieldRole.PARTY and field.many:
        return f"[{', '.join(sorted(pair))}]"
    return f"[{one}]" if field.many else one


def _one(field: DeclaredField, pair: Pair) -> str:
    """A value of a field's role, as it is written."""
    match field.role.nature:
        case Nature.ITSELF:
            return "name-of-the-record"
        case Nature.LABEL | Nature.OURS:
            return '"..."'
        case Nature.WORDS:
            return _WORDS.get(field.role, '"..."')
        case Nature.CHOICE:
            return str(field.choices[0]) if field.choices else "true"
        case Nature.NUMBER:
            return _NUMBERS[field.role]
        case Nature.DATE:
            return {FieldRole.PERIOD: "2024", FieldRole.DURING: "2020-01/.."}.get(field.role, "2020-01-31")
        case Nature.COUNTRY:
            return pair[0]
        case Nature.NAME:
            return f"id-in-{_SHARED[field.role]}-yaml"
        case Nature.CITED:
            return "id-in-references-json"
        case Nature.LINK:
            return "id-of-another-record"
        case Nature.RECORD | Nature.PARTS:
            return f"{{{', '.join(_within(field.type, pair))}}}"
        case _:
            assert_never(field.role.nature)


_FIRST = frozenset({FieldRole.HAPPENED, FieldRole.PERSON, FieldRole.QUOTE, FieldRole.WORDS, FieldRole.COUNTRY})
"""What a record within a record is shown with, beside what it must have."""


def _within(made: Declaring, pair: Pair) -> Iterator[str]:
    is_fact = not isinstance(made, type) or issubclass(made, Fact)
    told = {FieldRole.HAPPENED} if is_fact else _FIRST
    for field in fields_of(made):
        if (field.required or field.role in told) and field.role not in {FieldRole.PLACE, FieldRole.ID}:
            yield f"{field.name}: {_value(field, pair)}"


# ---------------------------------------------------------------- tables and the page beside them


def _table(kind: Kind) -> str:
    """The header line: what must be there first, and none of what few records carry."""
    columns = {name: field for name, field in table_shape(kind).fields.items() if name not in _SELDOM}
    ordered = sorted(columns, key=lambda name: (name != "id", not columns[name].required, name in _LAST))
    return ",".join(ordered) + "\n"


def _readme(pair: Pair, kinds: Collection[Kind]) -> str:
    tables = "\n".join(_columns(kind) for kind in kinds if kind.is_table)
    texts = "".join(_texts(kind) for kind in kinds if kind.is_folder)
    return f"""\
# {name_of(pair[0])} and {name_of(pair[1])}

Each `.yaml` file tells in its comments what its records are made of. A claim names its source: the id of a record in
`references.json`, which Zotero exports as CSL-JSON. Nothing needs to be filled in order: what is empty falls out of the
briefs.

    briefgen check     what is wrong, what is missing, and what no brief shows
    briefgen make      the briefs, in output/{slug_of(pair)}/

The tables have a header line and one row for each claim. The order of their columns is free; those that you do not need
can be taken out, and all that are named here can be put in.
{tables}{texts}"""


def _texts(kind: Kind) -> str:
    fields = head_shape(kind).fields
    own = [name for name in fields if name not in {field.name for field in fields_of(Fact)}]
    rows = "\n".join(f"| {name} | {fields[name].about} |" for name in own)
    return f"""
## {kind.file}

{kind.about} `briefgen new {kind.name} NAME` begins one; a section places it with `{{{{ prose("NAME") }}}}`.

| field of the head | what it is |
|---|---|
{rows}
"""


def _columns(kind: Kind) -> str:
    columns = table_shape(kind).fields
    rows: Iterable[str] = (
        f"| {f'**{name}**' if field.required else name} | {field.about} |" for name, field in columns.items()
    )
    return "\n".join(
        [
            "",
            f"## {'../' if kind.is_shared else ''}{kind.file}",
            "",
            "| column (bold: must be there) | what it is |",
            "|---|---|",
            *rows,
            "",
        ]
    )
