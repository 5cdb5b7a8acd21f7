"""The schemas that editors use say what the loader says: of the shipped data, and of every way to get it wrong."""

from __future__ import annotations

import copy
import json
import re
import tomllib
from functools import cache
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
import yaml
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from briefgen.cli import main
from briefgen.diagnostics import Place, Report
from briefgen.load import json_schemas
from briefgen.load.facts.fact_shapes import FactReader, shape_of
from briefgen.load.facts.fact_tables import table_shape
from briefgen.load.facts.people_organisations import ORGANISATION, PERSON, REJECTED, read_list, relation_shape
from briefgen.load.facts.sensitivity_labels import Labels
from briefgen.load.field_descriptions import description
from briefgen.load.kinds.kind_shapes import KIND
from briefgen.load.nodes.csv_rows import Columns, parse_csv
from briefgen.load.nodes.node import Mapping, Node, Scalar
from briefgen.load.nodes.part_readings import PartReading
from briefgen.load.nodes.yaml_nodes import parse_yaml
from briefgen.load.references.csl_styles import CitationStyles
from briefgen.load.settings.audience_files import KnownSections, audience_shape, read_audience
from briefgen.load.shapes.shape import Shape
from briefgen.load.styles.house_yaml import STYLE, read_style
from briefgen.model.facts.fact import Sensitivity
from briefgen.model.kinds import SHIPPED_KINDS
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.records import replace
from briefgen.world import READ_AFRESH, Memory, laid_over_shipped
from samples.read_by_editors import as_an_editor_reads
from samples.shipped_briefs import ROOT, WORKSPACE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from briefgen.model.audience import Audience

SHIPPED = ROOT / "templates/schemas"
SECTIONS = WORKSPACE.sections
STYLES = CitationStyles.of_workspace(PartReading(laid_over_shipped(ROOT), Report(), READ_AFRESH))
SHAPES = {kind.name: shape_of(kind) for kind in SHIPPED_KINDS.values() if not kind.is_table}
ROWS = {
    kind.name: table_shape(kind)
    for kind in SHIPPED_KINDS.values()
    if kind.is_table and (ROOT / f"data/pakistan-belarus/{kind.file}").exists()
}
LISTS = {"people": PERSON, "organisations": ORGANISATION, "rejected": REJECTED}
AUDIENCE = audience_shape(SHIPPED_KINDS)
GROUPS = {"relation": relation_shape(SHIPPED_KINDS), "audience": AUDIENCE, "style": STYLE, "kind": KIND}
FILES = sorted(path for top in ("data", "templates") for path in (ROOT / top).rglob("*.yaml"))
REFUSED = {"BG103", "BG106", "BG107", "BG108", "BG109", "BG110", "BG111", "BG114", "BG117", "BG118"}


@cache
def validator(name: str) -> jsonschema.Draft202012Validator:
    """The validator of a schema."""
    return jsonschema.Draft202012Validator(
        json_schemas(SECTIONS, SHIPPED_KINDS, WORKSPACE.citation_styles)[f"{name}.schema.json"]
    )


def schema_of(path: Path) -> str:
    """The schema that a file names in its first line."""
    found = re.match(r"# yaml-language-server: \$schema=(\S+)\n", path.read_text(encoding="utf-8"))
    assert found, path
    target = (path.parent / found[1]).resolve()
    assert target.parent == SHIPPED
    assert target.is_file()
    return target.name.removesuffix(".schema.json")


def test_the_shipped_schemas_are_what_the_command_writes(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["schema", "--workspace", str(ROOT), "--output", str(tmp_path)])

    assert result.exit_code == 0, result.output
    written = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert written == {path.name: path.read_bytes() for path in SHIPPED.iterdir()}, "run: briefgen schema"
    assert set(json_schemas({})) | {f"{name}.schema.json" for name in ("diagnostics", "manifest", "handed_on")} == set(
        written
    )


def test_a_folder_that_cannot_be_written_ends_with_5(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file where the folder should be", encoding="utf-8")
    result = CliRunner().invoke(main, ["schema", "--workspace", str(tmp_path), "--output", "taken"])

    assert result.exit_code == 5
    assert "BG601" in result.stderr


@pytest.mark.parametrize("path", sorted(SHIPPED.iterdir()), ids=lambda path: path.name)
def test_every_schema_is_one(path: Path) -> None:
    schema = json.loads(path.read_text(encoding="utf-8"))

    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(schema)


def shapes_in(accepted: Any) -> Iterator[Shape]:  # noqa: ANN401 - a schema, or a part of one
    """Every shape in what a converter accepts, nested ones too."""
    if isinstance(accepted, Shape):
        yield accepted
        for field in accepted.fields.values():
            yield from shapes_in(field.converter.accepts)
    elif isinstance(accepted, dict | list):
        for part in accepted.values() if isinstance(accepted, dict) else accepted:
            yield from shapes_in(part)


ALL_SHAPES = {
    shape.what: shape
    for top in (*SHAPES.values(), *(file.shape for file in LISTS.values()), *GROUPS.values(), *ROWS.values())
    for shape in shapes_in(top)
}


@pytest.mark.parametrize("what", ALL_SHAPES)
def test_every_field_is_described_in_a_sentence(what: str) -> None:
    for field, read in ALL_SHAPES[what].fields.items():
        text = read.about or description(what, field)
        assert text[0].isupper() or text.split()[0] in {"numbers", "sans"}, f"{what}: {field}"
        assert text.endswith((".", "USD.")), f"{what}: {field}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_shipped_file_names_its_schema_and_fits_it(path: Path) -> None:
    value = as_an_editor_reads(path.read_text(encoding="utf-8"))

    assert [error.message for error in validator(schema_of(path)).iter_errors(value)] == []


def test_references_settings_and_section_heads_fit_theirs() -> None:
    for path in (ROOT / "data").rglob("references.json"):
        validator("references").validate(json.loads(path.read_text(encoding="utf-8")))
    validator("briefgen").validate(tomllib.loads('author = "Desk"\nlanguage = "en-GB"\n'))
    heads = [path.read_text(encoding="utf-8").split("---\n") for path in (ROOT / "templates/sections").glob("*.j2")]
    assert len(heads) > 20
    for head in heads:
        validator("section").validate(as_an_editor_reads(head[1]))
    assert not validator("briefgen").is_valid({"autor": "Desk"})
    assert not validator("briefgen").is_valid({"language": "fr"})
    assert validator("briefgen").is_valid({"language": "EN-us"})
    assert not validator("references").is_valid([{"id": "a", "type": "book"}])


def test_a_rate_fits_its_schema() -> None:
    row = {"id": "a", "period": "2020", "from": "USD", "to": "PKR", "rate": "160.2", "whose": "A bank"}

    validator("rates").validate([row])
    assert not validator("rates").is_valid([{name: value for name, value in row.items() if name != "whose"}])


@pytest.mark.parametrize(("name", "shape"), [(name, shape) for name, shape in ROWS.items() if name != "rates"])
def test_rows_fit_theirs(name: str, shape: Shape) -> None:
    columns = Columns(
        frozenset(shape.fields), frozenset(shape.required), frozenset({"seed", "topics", "sources", "ignore"})
    )
    text = (ROOT / f"data/pakistan-belarus/{name}.csv").read_text(encoding="utf-8")
    rows = [plain(row) for row in parse_csv(text, name, columns, Report())]

    assert len(rows) > 5
    validator(name).validate(rows)
    assert not validator(name).is_valid([{**rows[0], "vallue": "1"}])


def plain(node: Node) -> Any:  # noqa: ANN401 - any YAML
    """A node as text, lists and groups."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        return {name: plain(value) for name, value in node.items.items()}
    return [plain(item) for item in node.items]


def loader_refuses(name: str, value: Any) -> bool:  # noqa: ANN401 - any YAML
    """Whether the loader finds a fault in the shape of a file."""
    report = Report()
    written = yaml.safe_dump(value, allow_unicode=True, width=1000).replace(": null\n", ":\n")
    root = parse_yaml(written, f"{name}.yaml", report)
    assert root is not None
    if name in SHAPES:
        FactReader(Labels(Sensitivity.PUBLIC), report).records(SHIPPED_KINDS[name], root)
    elif name == "audience":
        read_audience(name, AUDIENCE, root, KnownSections(SECTIONS), STYLES, report)
    elif name in LISTS:
        read_list(LISTS[name], root, report)
    else:
        GROUPS[name].read(root, report)
    return bool({d.code for d in report.diagnostics} & REFUSED)


def records(value: Any, schema: Any) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:  # noqa: ANN401 - any YAML
    """Every record in a value, with the schema that describes it."""
    for choice in [schema, *schema.get("anyOf", ())]:
        if isinstance(value, dict) and "properties" in choice:
            if choice.get("additionalProperties") is False:
                yield value, choice
            for name, part in value.items():
                yield from records(part, choice["properties"].get(name, {}))
        if isinstance(value, list) and "items" in choice:
            for item in value:
                yield from records(item, choice["items"])


def listed_words(schema: dict[str, Any]) -> bool:
    """Whether a field takes words of a list, alone or several."""
    choices = [schema, *schema.get("anyOf", ())]
    return any("enum" in choice or choice.get("$ref") == "#/$defs/topic" for choice in choices)


@st.composite
def mistakes(draw: st.DrawFn) -> tuple[str, Any, Any]:
    """A shipped file, whole, and with one mistake in it."""
    path = draw(st.sampled_from([file for file in FILES if file.parent.name != "wording"]))  # see test_wording_files
    name = schema_of(path)
    whole = as_an_editor_reads(path.read_text(encoding="utf-8"))
    broken = copy.deepcopy(whole)
    found, schema = draw(st.sampled_from(list(records(broken, validator(name).schema))))
    worded = [field for field in found if listed_words(schema["properties"].get(field, {}))]
    needed = [field for field in found if field in schema.get("required", ())]
    kinds = ["unknown", *(["missing"] if needed else []), *(["word"] if worded else [])]
    match draw(st.sampled_from(kinds)):
        case "unknown":
            found[draw(st.from_regex(r"[a-z]{3,8}_zz", fullmatch=True))] = "x"
        case "missing":
            del found[draw(st.sampled_from(needed))]
        case _:
            found[draw(st.sampled_from(worded))] = draw(st.from_regex(r"[a-z]{3,8}_zz", fullmatch=True))
    return name, whole, broken


@given(mistakes())
def test_the_loader_and_the_schema_refuse_the_same_mistakes(found: tuple[str, Any, Any]) -> None:
    name, whole, broken = found

    assert validator(name).is_valid(whole)
    assert not loader_refuses(name, whole)
    assert not validator(name).is_valid(broken)
    assert loader_refuses(name, broken)


def with_sections(*choices: object) -> dict[str, Any]:
    """An audience with some sections."""
    return {"name": "A", "brief_for": "a", "subtitle": "s", "clearance": "public", "sections": list(choices)}


@pytest.mark.parametrize(
    "choice", ["trad", {"trade": {"chrat": True}}, {"trade": {"if_empty": "hide"}}, {"trad": None}]
)
def test_a_section_or_option_that_is_not_there_is_refused_by_both(choice: object) -> None:
    assert not validator("audience").is_valid(with_sections(choice))
    assert loader_refuses("audience", with_sections(choice))


@pytest.mark.parametrize("choice", ["trade", {"trade": {"chart": True, "if_empty": "drop"}}, {"trade": None}])
def test_a_section_that_is_there_is_taken_by_both(choice: object) -> None:
    validator("audience").validate(with_sections(choice))
    assert not loader_refuses("audience", with_sections(choice))


_SECTIONS = with_sections("trade")
EMPTY: dict[str, Any] = {
    "no sections": with_sections(),
    "no pages": {**_SECTIONS, "limits": {"pages": 0}},
    "no words": {**_SECTIONS, "limits": {"words": 0, "pages": 2}},
    "no words, as a text": {**_SECTIONS, "limits": {"words": "00"}},
    "less than no words": {**_SECTIONS, "limits": {"words": -1}},
    "words and a half": {**_SECTIONS, "limits": {"words": "1.5"}},
    "more words than are counted": {**_SECTIONS, "limits": {"words": "0" * 9 + "1"}},
    "no digits": {**_SECTIONS, "numbers": {"digits": 0}},
}
FILLED: dict[str, Any] = {
    "one page": {**_SECTIONS, "limits": {"pages": 1}},
    "many words": {**_SECTIONS, "limits": {"words": 999_999_999}},
    "zeros before": {**_SECTIONS, "limits": {"pages": "007"}},
    "no limit": {**_SECTIONS, "limits": {"pages": None}},
    "one digit": {**_SECTIONS, "numbers": {"digits": 1}},
    "stale at once": {**_SECTIONS, "stale_after": {"trade": {"months": 0}}},
}


@pytest.mark.parametrize("case", EMPTY)
def test_an_audience_whose_brief_would_be_empty_is_refused_by_both(case: str) -> None:
    assert not validator("audience").is_valid(EMPTY[case])
    assert loader_refuses("audience", EMPTY[case])


@pytest.mark.parametrize("case", FILLED)
def test_an_audience_with_room_is_taken_by_both(case: str) -> None:
    assert [error.message for error in validator("audience").iter_errors(FILLED[case])] == []
    assert not loader_refuses("audience", FILLED[case])


def milestone(**fields: object) -> list[dict[str, Any]]:
    """A file of one milestone."""
    whole = {"id": "a", "kind": "other", "date": "2015", "title": "T", "sources": [{"ref": "x", "quote": "so it is"}]}
    return [{**whole, **fields}]


BOTH_REFUSE: dict[str, Any] = {
    "month 13": milestone(date="2019-13"),
    "month 0": milestone(date="2019-00"),
    "30 February": milestone(date="2019-02-30"),
    "31 April": milestone(date="2019-04-31"),
    "31 November, about": milestone(date="2019-11-31~"),
    "day 0": milestone(date="2019-04-00"),
    "day 32": milestone(date="2019-01-32"),
    "a span to a month 13": milestone(date="2018-01/2018-13"),
    "since a month 13": milestone(date="2018-13/.."),
    "an empty title": milestone(title=""),
    "a title of blanks": milestone(title="  "),
    "an empty title of a language": milestone(title={}),
    "a title of 501 characters": milestone(title="x" * 501),
    "a title of 501 characters in a language": milestone(title={"en": "x" * 501}),
    "a quote of 26 words": milestone(sources=[{"ref": "x", "quote": "word " * 26}]),
    "a label that is none": milestone(sensitivity="secret"),
    "an id in capitals": milestone(id="A"),
    "an id of 101 letters": milestone(id="a" * 101),
    "a quantity in words": [{**milestone()[0], "years": "many years"}],
    "a kind that is none": milestone(kind="party"),
}
BOTH_READ: dict[str, Any] = {
    "29 February of a leap year": milestone(date="2020-02-29"),
    "28 February": milestone(date="2019-02-28"),
    "30 April": milestone(date="2019-04-30"),
    "31 December": milestone(date="2019-12-31"),
    "a title of 500 characters": milestone(title="x" * 500),
    "a title in two languages": milestone(title={"en": "x" * 500, "ru": "y"}),
    "a quote of 25 words": milestone(sources=[{"ref": "x", "quote": "word " * 25}]),
    "a field marked as inferred": milestone(inferred=["date"]),
    "one word for it": milestone(inferred="date"),
    "a number with marks of thousands": [{**milestone()[0], "years": "1,247,500 years"}],
    "a number with a decimal comma": [{**milestone()[0], "years": "about 2,5 years"}],
    "an id of 100 letters": milestone(id="a" * 100),
    "an empty note": milestone(note=None),
}


@pytest.mark.parametrize("case", BOTH_REFUSE)
def test_what_a_schema_can_say_both_refuse(case: str) -> None:
    assert not validator("milestones").is_valid(BOTH_REFUSE[case])
    assert loader_refuses("milestones", BOTH_REFUSE[case])


@pytest.mark.parametrize("case", BOTH_READ)
def test_and_nothing_that_is_read(case: str) -> None:
    assert [error.message for error in validator("milestones").iter_errors(BOTH_READ[case])] == []
    assert not loader_refuses("milestones", BOTH_READ[case])


def test_a_name_under_inferred_is_one_of_the_record() -> None:
    """The loader leaves it to a rule, BG257, which knows what is filled in."""
    assert not validator("milestones").is_valid(milestone(inferred=["nothing"]))
    assert not validator("visits").is_valid([{**milestone()[0], "inferred": ["years"]}])


@pytest.mark.parametrize("style", ["gots", "GOST", "apa.csl"])
def test_a_citation_style_that_is_not_there_is_refused_by_both(style: str) -> None:
    audience = {**with_sections("trade"), "citations": {"style": style}}

    assert not validator("audience").is_valid(audience)
    assert loader_refuses("audience", audience)
    for known in ("gost", "plain", "names"):
        assert validator("audience").is_valid({**with_sections("trade"), "citations": {"style": known}})


def counted_as(schema: dict[str, Any]) -> dict[str, Any]:
    """What a group's schema says its keys count as, written down."""
    written = {name: value["default"] for name, value in schema["properties"].items() if "default" in value}
    for name, value in schema["properties"].items():
        below = next((part for part in value.get("anyOf", ()) if part.get("properties")), None)
        if below and (held := counted_as(below)):
            written[name] = held
    return written


def test_a_style_that_writes_down_what_is_usual_is_the_usual_style() -> None:
    report = Report()
    written = counted_as(json_schemas({})["style.schema.json"])
    written.pop("logos")  # a logo has no usual file
    read = read_style(parse_yaml(yaml.safe_dump(written), "house.yaml", report), Memory({}), report)

    assert read == DEFAULT_STYLE
    assert report.diagnostics == ()
    assert len(written["text"]) == len(DEFAULT_STYLE.text)


def test_an_audience_that_writes_down_what_is_usual_is_like_one_that_leaves_it_out() -> None:
    needed = {"name": "A", "brief_for": "for A", "subtitle": "B", "clearance": "public", "sections": ["trade"]}
    written = counted_as(json_schemas({})["audience.schema.json"])
    written.pop("stale_after")  # an age has no usual months
    report, read = Report(), []
    for text in (needed, {**needed, **written}):
        root = parse_yaml(yaml.safe_dump(text, sort_keys=False), "a.yaml", report)
        read.append(read_audience("a", AUDIENCE, root, KnownSections(SECTIONS), STYLES, report))

    assert report.diagnostics == ()
    assert {"opening", "hide", "citations", "numbers", "pdf"} <= set(written)
    assert without_places(read[0]) == without_places(read[1])


def without_places(audience: Audience | None) -> Audience:
    """The audience, wherever its file says what it says."""
    assert audience is not None
    (section,) = audience.sections
    nowhere = Place("")
    return replace(audience, place=nowhere, sections=(replace(section, place=nowhere),))
