"""`briefgen fields`: what templates can name, with what the data have of it, and who sees that."""

from __future__ import annotations

import json
from dataclasses import asdict
from itertools import groupby
from typing import TYPE_CHECKING

import click

from briefgen.cli.guidance.completed_names import AUDIENCE, FIELDS_NAME, RELATION
from briefgen.cli.output import print_report
from briefgen.cli.table import print_table
from briefgen.cli.workspace_option import as_of_date, fail, open_workspace, workspace_option
from briefgen.diagnostics import Report, did_you_mean, visible
from briefgen.pipeline.exit_codes import ExitCode

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from briefgen.compose.catalogue.template_word import TemplateWord
    from briefgen.model.workspace import Workspace

_LONGEST = 60
"""Characters of an example."""
_HEADS = {
    "value": "Values",
    "field": "Fields of values",
    "option": "Options of the section",
    "function": "Functions",
    "filter": "Filters, behind |",
    "test": "Tests, behind is",
    "wording": "Entries of the wording",
    "citation": "What prose can cite",
}
_PAGE = """\
# Fields

What a section template can name: each value with its type, an example of this workspace's data as a brief prints it,
and the audiences that have one. `briefgen fields` prints the same for the workspace it is run in; with a name, such as
`briefgen fields trade`, what the section and the value of that name are about. How a section is written is told in
[templates](templates.md).

This page is made from the code and the shipped data: `briefgen fields --format markdown > docs/fields.md`.
"""


@click.command()
@click.argument("name", type=FIELDS_NAME, metavar="[NAME]", required=False)
@click.option(
    "-a",
    "--audience",
    "audiences",
    type=AUDIENCE,
    multiple=True,
    help="Only what this audience sees; may be given again.",
)
@click.option(
    "--relation", "relations", type=RELATION, multiple=True, help="Examples of this relation alone; may be given again."
)
@click.option("--as-of", metavar="DATE", help="The day that is shown: a date, or 'today'; default: the relation's.")
@click.option(
    "--format",
    "style",
    type=click.Choice(["human", "json", "markdown", "snippets"]),
    default="human",
    show_default=True,
)
@workspace_option
def fields(
    name: str | None,
    audiences: tuple[str, ...],
    relations: tuple[str, ...],
    as_of: str | None,
    style: str,
    workspace: Path | None,
) -> None:
    """List what templates can name: values, their fields, functions, filters, tests, entries of the wording, citations.

    With NAME only what is about a section (trade), a value (visits), a field (visits.date), a function or filter
    (money), or one of the words value, field, function, filter, test, wording and citation.
    """
    world = open_workspace(workspace)
    from briefgen.load import load
    from briefgen.pipeline.catalogue.names_there_are import names_there_are
    from briefgen.view import Request

    report = Report()
    loaded = report.keep(load(world))
    _check_named("audience", audiences, [audience.id for audience in loaded.audiences])
    _check_named("relation", relations, [relation.slug for relation in loaded.relations])
    readers = [one for one in loaded.audiences if one.id in audiences or not (audiences or one.id in loaded.unmade)]
    shown = [relation for relation in loaded.relations if not relations or relation.slug in relations]
    request = Request(as_of_date(as_of, world), loaded.language, loaded.author)
    words = names_there_are(loaded, shown, readers, request)
    found = _about(name, words, loaded) if name else words
    _print(found, style)
    if report.has_errors:
        print_report(report, world)
        raise SystemExit(ExitCode.INPUTS)


def _check_named(what: str, names: Sequence[str], known: Sequence[str]) -> None:
    for name in names:
        if name not in known:
            fail(f"there is no {what} '{name}'", did_you_mean(name, known) or "")


def _about(name: str, words: Sequence[TemplateWord], workspace: Workspace) -> list[TemplateWord]:
    """What a name is about: all of a sort, or what a section uses and what bears the name; else it is wrong usage."""
    from briefgen.pipeline.catalogue.names_of_section import names_of_section

    if name in _HEADS:
        return [word for word in words if word.sort == name]
    of_section = list(names_of_section(name, workspace, words)) if name in workspace.sections else []
    named = [word for word in words if word.name == name or word.name.startswith(f"{name}.")]
    if not of_section and not named and name not in workspace.sections:
        known = [*_HEADS, *workspace.sections, *(word.name for word in words)]
        fail(f"templates know no '{name}'", did_you_mean(name, known) or "'briefgen fields' lists all there is")
    return list(dict.fromkeys([*of_section, *named]))


def _print(words: Sequence[TemplateWord], style: str) -> None:
    match style:
        case "json":
            click.echo(json.dumps([asdict(word) for word in words], ensure_ascii=False, indent=1))
        case "markdown":
            click.echo(fields_page([word for word in words if word.sort != "citation"]), nl=False)
        case "snippets":
            click.echo(json.dumps(_snippets(words), ensure_ascii=False, indent=1))
        case _:
            for number, (sort, group) in enumerate(_by_sort(words)):
                click.echo(("\n" if number else "") + _HEADS[sort])
                print_table(_COLUMNS, [_row(word) for word in group])


def _snippets(words: Sequence[TemplateWord]) -> dict[str, dict[str, str]]:
    """What editors complete, in the form of VS Code: each word by its name, and citations by their keys."""
    return {
        f"{word.sort} {word.name}": {
            "prefix": word.name.strip("[]"),
            "body": _body(word).replace("\\", "\\\\").replace("$", "\\$").replace("}", "\\}"),
            "description": f"{word.about} ({_cut(word.example)})" if word.example else word.about,
        }
        for word in words
        if word.sort not in {"option", "wording"}
    }


def _body(word: TemplateWord) -> str:
    """What is written for a word: a function or filter by its example."""
    return word.example if word.sort in {"function", "filter"} and word.example else word.name


_COLUMNS = ("name", "type, or what it takes", "what it is", "example", "seen by")


def _by_sort(words: Sequence[TemplateWord]) -> Iterator[tuple[str, list[TemplateWord]]]:
    ordered = sorted(words, key=lambda word: list(_HEADS).index(word.sort))
    return ((str(sort), list(group)) for sort, group in groupby(ordered, key=lambda word: word.sort))


def _row(word: TemplateWord) -> tuple[str, ...]:
    return (word.name, word.type, word.about, _cut(word.example), ", ".join(word.audiences))


def _cut(text: str) -> str:
    line = visible(" ".join(text.split()))
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 3].rstrip()}..."


def fields_page(words: Sequence[TemplateWord]) -> str:
    """All of them as a page, in Markdown."""
    parts = [_PAGE]
    for sort, group in _by_sort(words):
        heads = _COLUMNS if any(word.audiences for word in group) else _COLUMNS[:-1]
        parts += [f"\n## {_HEADS[sort]}\n\n", _line(heads), "|---" * len(heads) + "|\n"]
        parts += [_line((f"`{word.name}`", *_told_all(_row(word)[1 : len(heads)]))) for word in group]
    return "".join(parts)


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def _told_all(cells: Sequence[str]) -> list[str]:
    return [_told(cell) for cell in cells]


def _told(cell: str) -> str:
    """Words as they stand, whatever signs are in them."""
    for sign in "\\|*_<>[]`":
        cell = cell.replace(sign, f"\\{sign}")
    return cell
