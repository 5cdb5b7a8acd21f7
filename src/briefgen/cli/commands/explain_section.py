"""`briefgen explain --section`: what a section prints in a brief, and why not more."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from briefgen.batch import OwnProcess
from briefgen.cli.output import print_report
from briefgen.cli.table import print_table
from briefgen.cli.workspace_option import as_of_date, fail, open_workspace
from briefgen.diagnostics import Report, did_you_mean, visible
from briefgen.pipeline import Order
from briefgen.pipeline.exit_codes import ExitCode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from briefgen.model.workspace import Workspace
    from briefgen.pipeline.catalogue.section_told import SectionTold


def explain_section(
    name: str, audiences: tuple[str, ...], relations: tuple[str, ...], as_of: str | None, style: str,
    workspace: Path | None,
) -> int:  # fmt: skip
    """Tell of a section in the briefs of some audiences, else of all that are made; the exit code."""
    world = open_workspace(workspace)
    day = as_of_date(as_of, world)
    with OwnProcess() as executor:
        from briefgen.load import load
        from briefgen.pipeline.catalogue.section_told import section_told

        report = Report()
        loaded = report.keep(load(world, relations))
        if report.has_errors:
            print_report(report, world)
            return ExitCode.INPUTS
        _check(name, audiences, relations, loaded)
        order = Order(relations=relations, audiences=audiences, as_of=day)
        found = [
            section_told(loaded, relation, audience, name, order, executor)
            for relation in loaded.relations
            if not relations or relation.slug in relations
            for audience in loaded.audiences
            if audience.id in audiences or not (audiences or audience.id in loaded.unmade)
        ]
    if style == "json":
        click.echo(json.dumps([_plain(told) for told in found], ensure_ascii=False, indent=1))
    else:
        for number, told in enumerate(found):
            click.echo("\n" if number else "", nl=False)
            _print(told)
    return ExitCode.WELL


def _check(name: str, audiences: Iterable[str], relations: Iterable[str], loaded: Workspace) -> None:
    known = {
        "section": ([name], list(loaded.sections)),
        "audience": (audiences, [audience.id for audience in loaded.audiences]),
        "relation": (relations, [relation.slug for relation in loaded.relations]),
    }
    for what, (asked, there) in known.items():
        for one in asked:
            if one not in there:
                fail(f"there is no {what} '{one}'", did_you_mean(one, there) or "")


def _plain(told: SectionTold) -> dict[str, object]:
    said = [{"code": one.code, "place": str(one.place), "message": one.message, "hint": one.hint} for one in told.told]
    return {**asdict(told), "told": said}


def _print(told: SectionTold) -> None:
    """First whether it is there, then what of the data it can print, then what it prints."""
    click.echo(f"section '{told.section}' for '{told.audience}' in {told.relation}: {_verdict(told)}")
    click.echo(f"  file: {told.file}")
    for line in _lines(told):
        click.echo(visible(f"  {line}"))
    if told.conditions:
        click.echo("")
        rows = [(str(one.line), visible(one.words), one.answer) for one in told.conditions]
        print_table(("line", "condition", "answer"), rows)
    if told.text:
        click.echo("\nit prints:\n")
        click.echo("\n".join(visible(line) for line in told.text.split("\n")))


def _verdict(told: SectionTold) -> str:
    if not told.place:
        return "not in the brief, since the audience does not list it"
    if not told.is_there:
        return "not in the brief, since it prints nothing"
    if told.fell:
        return "shortened, or left out, so that the brief keeps to its pages"
    return "in the brief" if told.text else "in the brief, where it prints what other sections lean on"


def _lines(told: SectionTold) -> Iterator[str]:
    if told.place:
        yield f"place: {told.place}; where it is empty: {told.if_empty}"
    yield f"listed by: {', '.join(told.listed_by) or 'no audience'}"
    if told.options:
        yield f"options: {', '.join(f'{key}: {value}' for key, value in told.options.items())}"
    if told.fell:
        yield f"page-fit: {told.fell}"
    for kind, counts in told.facts.items():
        yield f"{kind}: {', '.join(f'{number} {word}' for word, number in counts.items())}"
    if told.empty:
        yield f"nothing on record for this audience: {', '.join(told.empty)}"
    for one in told.told:
        yield f"said: {one.place}: {one.code} {one.message}" + (f" ({one.hint})" if one.hint else "")
