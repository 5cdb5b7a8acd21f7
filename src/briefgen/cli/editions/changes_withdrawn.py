"""What was told and is retracted since, as text, Markdown or JSON: for the owner of the data."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.pipeline.editions.withdrawals import EditionThatTold, FileThatTold, Withdrawal


def print_withdrawals(found: Sequence[Withdrawal], form: str) -> None:
    """Print each retracted fact with the editions whose view held it, and their files."""
    if form == "json":
        click.echo(json.dumps([_json(one) for one in found], ensure_ascii=False, indent=1))
        return
    head, item = ("## ", "- ") if form == "markdown" else ("", "  ")
    for one in found:
        click.echo(f"{head}{one.fact} ({one.place})")
        for edition in one.told:
            click.echo(f"{item}{edition.relation}/{edition.audience}, {_edition(edition)}")
            for line in _files(edition):
                click.echo(f"  {item}{line}")
        if not one.told:
            click.echo(f"{item}told in no edition that is kept")
    if not found:
        click.echo("no fact is retracted")


def _edition(edition: EditionThatTold) -> str:
    return f"edition {edition.number} ({edition.mark}), as of {edition.as_of}"


def _files(edition: EditionThatTold) -> Iterator[str]:
    yield from (f"{file.path}, sha256 {file.sha256}: {_said(file)}" for file in edition.files)
    if not edition.files:
        yield "its files are not kept: whether it stood in them is not known"


def _said(file: FileThatTold) -> str:
    if file.is_printed is None:
        return "holds no trace, so it may say it"
    return "says it" if file.is_printed else "does not say it"


def _json(one: Withdrawal) -> dict[str, Any]:
    told = [
        {
            "relation": edition.relation,
            "audience": edition.audience,
            "number": edition.number,
            "edition": edition.mark,
            "as_of": edition.as_of,
            "files": [{"path": file.path, "sha256": file.sha256, "printed": file.is_printed} for file in edition.files],
        }
        for edition in one.told
    ]
    return {"fact": one.fact, "file": one.place.path, "line": one.place.line, "told": told}
