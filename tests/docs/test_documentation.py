"""The documentation names everything there is, and leads nowhere that is not."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import indent
from typing import TYPE_CHECKING

import click
import pytest

from briefgen.cli import main
from briefgen.compose.charts.charted_trade import ChartedFigures
from briefgen.compose.template.namespace import known_names
from briefgen.compose.template.sandbox import STOCK_FILTERS
from briefgen.compose.wording.wording_styles import DateStyle, MoneyStyle, NumberStyle, PercentStyle
from briefgen.diagnostics import CODES
from briefgen.load.facts.fact_shapes import shape_of
from briefgen.load.facts.fact_tables import table_shape
from briefgen.load.settings.audience_files import audience_shape
from briefgen.load.settings.section_ranks import RANK_NAMES
from briefgen.model.document import CalloutKind
from briefgen.model.formats import ALL, FORMATS
from briefgen.model.kinds import SHIPPED_KINDS
from samples.argument_tables import arguments_table
from samples.data_tables import BEGIN, END, tables
from samples.wording_table import table as words_table

if TYPE_CHECKING:
    from briefgen.model.facts.kind import Kind

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
TEMPLATES = (ROOT / "docs/templates.md").read_text(encoding="utf-8")
COMMANDS = (ROOT / "docs/commands.md").read_text(encoding="utf-8")
SECTIONS = sorted((ROOT / "templates/sections").glob("*.md.j2"))
DATA = (ROOT / "docs/data.md").read_text(encoding="utf-8")
COLLECTIONS = [kind.collection for kind in SHIPPED_KINDS.values()]
PARTS_OF_LANGUAGE = {"loop", "caller", "d"}
"""What Jinja2's own documentation tells, and a short form."""


def words_of(text: str) -> set[str]:
    """The words of a page, code included."""
    return set(re.findall(r"[a-z_]+", text))


@pytest.mark.parametrize("name", sorted({*known_names(COLLECTIONS), *STOCK_FILTERS} - PARTS_OF_LANGUAGE))
def test_every_name_of_templates_is_told(name: str) -> None:
    assert name in words_of(TEMPLATES)


def test_every_style_kind_and_audience_field_is_told() -> None:
    wanted = {
        *MoneyStyle,
        *NumberStyle,
        *PercentStyle,
        *DateStyle,
        *CalloutKind,
        *ChartedFigures,
        *audience_shape(SHIPPED_KINDS).fields,
    }

    assert wanted - words_of(TEMPLATES) == set()


def test_the_fields_that_an_audience_needs_are_told_as_such() -> None:
    rows = re.findall(r"^\| (`[^|]*) \| required", TEMPLATES, re.MULTILINE)

    assert {name for row in rows for name in words_of(row)} == set(audience_shape(SHIPPED_KINDS).required)


def test_the_example_of_a_section_is_the_shipped_one() -> None:
    shipped = (ROOT / "templates/sections/forums.md.j2").read_text(encoding="utf-8")

    assert indent(shipped, " " * 4) in TEMPLATES


def test_options_that_audiences_are_told_to_set_are_read_by_the_section() -> None:
    told = re.findall(r"- (\w+): \{(\w+): \d+\}", TEMPLATES)
    sections = {path.name.removesuffix(".md.j2"): path.read_text(encoding="utf-8") for path in SECTIONS}

    assert {("forums", "limit"), ("recommendations", "limit")} <= set(told)
    of_any = set(RANK_NAMES)
    assert [(n, option) for n, option in told if option not in of_any and f"options.{option}" not in sections[n]] == []


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.name)
def test_every_option_of_a_shipped_section_is_read(section: Path) -> None:
    _, head, body = section.read_text(encoding="utf-8").split("---\n", 2)
    declared = re.findall(r"^  (\w+):", head.partition("options:\n")[2], re.MULTILINE)

    assert [option for option in declared if f"options.{option}" not in body] == []


@pytest.mark.parametrize("kind", SHIPPED_KINDS.values(), ids=lambda kind: kind.name)
def test_every_field_of_the_data_is_told(kind: Kind) -> None:
    shape = table_shape(kind) if kind.is_table else shape_of(kind)

    assert set(shape.fields) - words_of(DATA) == set()


def test_the_tables_of_the_data_are_what_the_records_declare(request: pytest.FixtureRequest) -> None:
    before, _, rest = DATA.partition(f"{BEGIN}\n\n")
    told, _, after = rest.partition(f"\n\n{END}")
    if request.config.getoption("--update-golden"):
        (ROOT / "docs/data.md").write_text(f"{before}{BEGIN}\n\n{tables()}\n\n{END}{after}", encoding="utf-8")
        told = tables()

    assert told == tables()


def test_the_table_of_arguments_is_what_the_functions_declare(request: pytest.FixtureRequest) -> None:
    before, _, rest = TEMPLATES.partition(f"{BEGIN}\n\n")
    told, _, after = rest.partition(f"\n\n{END}")
    if request.config.getoption("--update-golden"):
        written = f"{before}{BEGIN}\n\n{arguments_table()}\n\n{END}{after}"
        (ROOT / "docs/templates.md").write_text(written, encoding="utf-8")
        told = arguments_table()

    assert told == arguments_table()


def test_the_table_of_words_is_what_the_entries_declare(request: pytest.FixtureRequest) -> None:
    page = (ROOT / "docs/wording.md").read_text(encoding="utf-8")
    before, _, rest = page.partition(f"{BEGIN}\n\n")
    told, _, after = rest.partition(f"\n\n{END}")
    if request.config.getoption("--update-golden"):
        (ROOT / "docs/wording.md").write_text(f"{before}{BEGIN}\n\n{words_table()}\n\n{END}{after}", encoding="utf-8")
        told = words_table()

    assert told == words_table()


_CONTEXT = click.Context(main)
COMMANDS_TOLD = [command for name in main.list_commands(_CONTEXT) if (command := main.get_command(_CONTEXT, name))]


@pytest.mark.parametrize("command", COMMANDS_TOLD, ids=lambda command: command.name)
def test_every_command_and_option_is_told(command: click.Command) -> None:
    options = [option for parameter in command.params for option in parameter.opts if option.startswith("--")]

    assert f"## briefgen {command.name}" in COMMANDS
    assert [option for option in options if option not in COMMANDS] == []


def test_every_format_is_told_as_it_is_declared() -> None:
    rows = [
        f"| `{form.name}` | {form.title} | `{form.ending}` | {form.extent} | {_yes(said=form.in_all)} "
        f"| {_yes(said=form.holds_trace)} |"
        for form in FORMATS.values()
    ]

    assert re.findall(r"^\| `\w+` \| \w+ \| `\..*$", COMMANDS, re.MULTILINE) == rows
    assert f"[-f {'|'.join([*FORMATS, ALL])}]" in COMMANDS


def _yes(*, said: bool) -> str:
    return "yes" if said else "no"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_and_codes_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    links = [target for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", text) if "://" not in target]

    assert [link for link in links if not (page.parent / link).exists()] == []
    assert set(re.findall(r"\bBG\d{3}\b", text)) - set(CODES) == set()


MODULES = {path.relative_to(ROOT / "src/briefgen").as_posix() for path in (ROOT / "src/briefgen").rglob("*.py")}
FOLDERS = {
    f"{path.relative_to(ROOT / 'src/briefgen').as_posix()}/"
    for path in (ROOT / "src/briefgen").rglob("*")
    if path.is_dir() and path.name != "__pycache__"
}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_modules_and_folders_of_the_code_are_named_as_they_are(page: Path) -> None:
    """A name may leave out the folders that its heading speaks of; the last parts must be there."""
    text = page.read_text(encoding="utf-8")
    named = re.findall(r"`([a-z_/]+\.py)`", text.replace("what_must_hold", "flows_add_up"))
    modules = [name.removeprefix("src/briefgen/") for name in named]
    folders = re.findall(r"`src/briefgen/([a-z_/]+/)`", text)
    if page.name == "architecture.md":
        folders += [name for name in re.findall(r"`([a-z_/]+/)`", text) if name not in OUTSIDE_THE_PACKAGE]

    known = [f"/{name}" for name in (*MODULES, *(path.as_posix() for path in (ROOT / "tests").rglob("*.py")))]
    assert [name for name in modules if not any(path.endswith(f"/{name}") for path in known)] == []
    assert [name for name in folders if not any(f"/{path}".endswith(f"/{name}") for path in FOLDERS)] == []


OUTSIDE_THE_PACKAGE = {"src/briefgen/", "tests/property/", "tests/e2e/", "pipeline/", "desk/"}


def test_the_laws_are_told_to_readers_and_builders_and_each_has_its_tests() -> None:
    readers = re.findall(r"^\| (\d+) \| ", (ROOT / "docs/trust.md").read_text(encoding="utf-8"), re.MULTILINE)
    laws = (ROOT / "docs/architecture.md").read_text(encoding="utf-8").partition("## The laws")[2]
    tested = {path.name.split("_")[2] for path in (ROOT / "tests/property").glob("test_law_*.py")}

    assert readers == re.findall(r"^(\d+)\. ", laws, re.MULTILINE)
    assert readers == [str(number) for number in range(1, len(readers) + 1)]
    assert tested == set(readers[:-1])
