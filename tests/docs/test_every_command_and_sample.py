"""Each command that the documentation names can be typed, and each sample of a file is one that briefgen reads."""

from __future__ import annotations

import json
import re
import shlex
import tomllib
from contextlib import suppress
from textwrap import dedent
from typing import TYPE_CHECKING, Any

import click
import jsonschema
import pytest

from briefgen.cli import main
from briefgen.diagnostics import Extra
from samples.documented_commands import COMMANDS, PAGES, ROOT, TYPED, Written
from samples.read_by_editors import as_an_editor_reads
from samples.schema_tables import names, schema

if TYPE_CHECKING:
    from collections.abc import Iterator

_ANY = re.compile(r"^new (KIND|\.\.\.)")
"""What stands for several commands."""


OF_OTHERS = ("json.schemas", "distributed:", "joint_venture: joint venture", "wind-park")
"""Words of samples for other programs (an editor, Dask), and of a kind that a team declares: its page has its test."""


def told(written: Written) -> str:
    return f"{written.page}: {written.text}"


def parsed(words: list[str]) -> None:
    """Reads a command as click does when it is typed, and runs nothing."""
    context = click.Context(main, info_name="briefgen")
    if words == ["--version"]:
        return
    name, command, rest = main.resolve_command(context, words)
    while isinstance(command, click.Group) and rest:
        name, command, rest = command.resolve_command(context, rest)
    if command is not None and "--help" not in rest and not isinstance(command, click.Group):
        command.make_context(name, list(rest), parent=context)


@pytest.mark.parametrize("written", TYPED, ids=told)
def test_a_command_can_be_typed_as_it_stands(written: Written) -> None:
    """One that is named and not shown goes without what it works on: `briefgen new relation`."""
    with suppress(click.MissingParameter):
        parsed(shlex.split(written.text))


def test_what_cannot_be_typed_is_noticed() -> None:
    assert len(TYPED) > 100
    for wrong in ("make --formt pdf", "mkae", "make -f pfd"):
        with pytest.raises(click.UsageError):
            parsed(shlex.split(wrong))


@pytest.mark.parametrize(
    "written", [one for one in COMMANDS if one not in TYPED and not _ANY.search(one.text)], ids=told
)
def test_a_synopsis_names_options_that_there_are(written: Written) -> None:
    word, *rest = re.findall(r"[\w.-]+", written.text)
    command: click.Command | None = main.get_command(click.Context(main), word)
    if isinstance(command, click.Group):
        command = command.get_command(click.Context(command), rest[0]) or command
    assert command is not None, word
    known = {option for parameter in command.params for option in parameter.opts}

    assert set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", written.text)) - known - {"--help"} == set()


def options(command: click.Command) -> Iterator[frozenset[str]]:
    """The names of each of its options, and of those of its commands."""
    for inner in command.commands.values() if isinstance(command, click.Group) else ():
        yield from options(inner)
    yield from (frozenset(one.opts) for one in command.params if isinstance(one, click.Option))


@pytest.mark.parametrize("name", main.list_commands(click.Context(main)))
def test_the_page_of_commands_has_each_option(name: str) -> None:
    page = (ROOT / "docs/commands.md").read_text(encoding="utf-8")
    [said] = re.findall(rf"^## briefgen {name}$(.*?)(?=^## )", page, re.MULTILINE | re.DOTALL)
    command = main.get_command(click.Context(main), name)
    assert command is not None
    known = {"--workspace", *re.findall(r"(?<![\w-])--?[a-z][a-z-]*", said)}

    assert [names for names in options(command) if not known & names] == []


def test_the_page_of_commands_has_each_extra_that_briefgen_asks_for() -> None:
    page = (ROOT / "docs/commands.md").read_text(encoding="utf-8")
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    [said] = re.findall(r"^## Extras$(.*?)(?=^## )", page, re.MULTILINE | re.DOTALL)

    assert re.findall(r"^\| `(\w+)` \|", said, re.MULTILINE) == sorted(Extra)
    assert set(Extra) == declared.keys() - {"test", "bench", "judges", "dev"}


# ---------------------------------------------------------------- samples of files


def samples() -> list[Written]:
    """Every block that is YAML of a file: a group of keys, or a list of records."""
    found = []
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        blocks = re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)
        blocks += [
            dedent(block) for block in re.findall(r"(?:^\n)((?: {4}.*\n)(?: {4}.*\n|\n(?= {4}))*)", text, re.MULTILINE)
        ]
        found += [Written(page.name, block) for block in blocks if _is_yaml(block)]
    return found


def _is_yaml(block: str) -> bool:
    if re.search(r"\{%|\{\{|^#? ?---|^briefgen |^\w+ = ", block, re.MULTILINE) or any(
        one in block for one in OF_OTHERS
    ):
        return False
    return re.match(r"(#.*\n)*(- )?(\w[\w.]*:|\{)", block) is not None


def _asks_for(name: str, value: object) -> bool:
    return (name == "required" and isinstance(value, list)) or name == "minItems"


def loose(part: Any) -> Any:  # noqa: ANN401 - a schema, or a part of one
    """The schema without what must be there: a sample shows what it is about."""
    if isinstance(part, dict):
        shown = {name: value for name, value in part.items() if not _asks_for(name, value)}
        return {name: value if name == "if" else loose(value) for name, value in shown.items()}
    return [loose(value) for value in part] if isinstance(part, list) else part


def judges() -> Iterator[jsonschema.Draft202012Validator]:
    """One for each file, and one for a record of each list: a sample may show a part of one.

    References may hold whatever Zotero has, so that they would take any sample.
    """
    for name in sorted({*names()} - {"references"}):
        whole = loose(schema(name))
        yield jsonschema.Draft202012Validator(whole)
        if "items" in whole:
            yield jsonschema.Draft202012Validator({**whole["items"], "$defs": whole.get("$defs", {})})


JUDGES = list(judges())


@pytest.mark.parametrize("written", samples(), ids=lambda written: told(written)[:70])
def test_a_sample_is_of_a_file_that_is_read(written: Written) -> None:
    value = as_an_editor_reads(written.text)

    assert any(judge.is_valid(value) for judge in JUDGES), json.dumps(value)


@pytest.mark.parametrize(
    "wrong", ["- date: 2016-13", "clearence: public", "palette: {ink: blue}", "- trade: {chart: true}"]
)
def test_a_sample_that_is_read_nowhere_is_noticed(wrong: str) -> None:
    assert not any(judge.is_valid(as_an_editor_reads(wrong)) for judge in JUDGES)
