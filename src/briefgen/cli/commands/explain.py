"""`briefgen explain`: what a diagnostic is about, and what to do."""

from __future__ import annotations

import json
import textwrap
from dataclasses import asdict
from itertools import groupby
from typing import TYPE_CHECKING

import click

from briefgen.cli.commands.explain_section import explain_section
from briefgen.cli.guidance.completed_names import AUDIENCE, CODE, RELATION, SECTION
from briefgen.cli.workspace_option import fail, workspace_option
from briefgen.diagnostics import CODES, code_of, did_you_mean
from briefgen.validate.explanations import Explanation, explanation

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_WIDTH = 100
_HEAD = """\
# Checks

What `briefgen` may say, by code and short name. `briefgen explain CODE` prints the same. A fact excuses itself from a
check of stage validate with `ignore: [NAME]  # the reason`; docs/data.md says how.

This page is made from the code: `briefgen explain --format markdown > docs/rules.md`.
"""


@click.command()
@click.argument("code", type=CODE, required=False)
@click.option(
    "--section", type=SECTION, metavar="NAME", help="Say instead what a section prints in a brief, and why not more."
)
@click.option(
    "-a", "--audience", "audiences", type=AUDIENCE, multiple=True, help="With --section: for this audience alone."
)
@click.option("--relation", "relations", type=RELATION, multiple=True, help="With --section: of this relation alone.")
@click.option("--as-of", metavar="DATE", help="With --section: the day that is shown; default: the relation's.")
@click.option("--format", "style", type=click.Choice(["human", "markdown", "json"]), default="human", show_default=True)
@workspace_option
def explain(
    code: str | None,
    section: str | None,
    audiences: tuple[str, ...],
    relations: tuple[str, ...],
    as_of: str | None,
    style: str,
    workspace: Path | None,
) -> None:
    """Say what CODE (such as BG204, or its short name TRD-SUM) is about; without it, list all codes.

    With --section: whether a section is in the brief of an audience, which of its facts are hidden and why, which
    conditions of its template held, and what it prints.
    """
    if section:
        if code or style == "markdown":
            fail("--section takes no code and no page", "write: briefgen explain --section trade -a public")
        raise SystemExit(explain_section(section, audiences, relations, as_of, style, workspace))
    if audiences or relations or as_of:
        fail("an audience, relation or day is asked for with --section alone", "name a section: --section trade")
    known = code_of(code.upper()) if code else None
    if code and known is None:
        names = [name for key, (short, _) in CODES.items() for name in (key, short)]
        fail(f"there is no check '{code}'", did_you_mean(code.upper(), names) or "'briefgen explain' lists them all")
    wanted = [explanation(key) for key in ([known] if known else CODES)]
    if style == "markdown":
        click.echo("".join(_page(wanted)), nl=False)
    elif style == "json":
        click.echo(json.dumps([asdict(each) for each in wanted], ensure_ascii=False, indent=1))
    else:
        click.echo("\n".join(_full(wanted[0]) if known else _list(wanted)))


def _list(wanted: list[Explanation]) -> Iterator[str]:
    longest = max(len(each.name) for each in wanted)
    for stage, group in groupby(wanted, key=lambda each: each.stage):
        yield f"{stage}:"
        yield from (f"  {each.code}  {each.name:<{longest}}  {each.line}" for each in group)


def _full(each: Explanation) -> Iterator[str]:
    yield f"{each.code} {each.name} ({each.stage}): {each.line}"
    for text in (each.title, *(f"{head}: {text}" for head, text in each.parts)):
        if text:
            yield ""
            yield from textwrap.wrap(text, _WIDTH, break_long_words=False, break_on_hyphens=False)


def _page(wanted: list[Explanation]) -> Iterator[str]:
    """The page of all checks, in Markdown."""
    yield _HEAD
    for stage, group in groupby(wanted, key=lambda each: each.stage):
        yield f"\n## {stage.capitalize()}\n"
        for each in group:
            yield f"\n### {each.code} {each.name}\n\n{each.line[0].upper()}{each.line[1:]}.\n"
            yield f"\n{each.title}\n" if each.title else ""
            yield "".join(f"\n**{head}:** {text}\n" for head, text in each.parts)
