"""Which briefs lean on a record, and where: for the day on which a fact is corrected or a source withdrawn."""

from __future__ import annotations

import json
import os
from itertools import groupby
from typing import TYPE_CHECKING

import click

from briefgen.cli.trace_output import around
from briefgen.diagnostics import visible
from briefgen.model.facts.relation import every_fact
from briefgen.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from briefgen.cli.kept_traces import KeptBrief
    from briefgen.diagnostics import Place
    from briefgen.model.facts.relation import Relation
    from briefgen.trace import Cause, Passage, Piece, Trace


@dataclass(frozen=True, slots=True)
class Record:
    """What has the id in the data as they are now."""

    kind: str
    """`fact`, `reference`, `person`, `organisation` or `indicator`."""
    place: Place
    cited_by: tuple[str, ...] = ()
    """Of a reference: ids of the facts that lean on it."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A piece of a brief that leans on the record, by way of some of its causes."""

    passage: Passage
    piece: Piece
    causes: tuple[Cause, ...]


@dataclass(frozen=True, slots=True)
class Leaning:
    """A brief that leans on it."""

    brief: str
    """Its path without an ending."""
    files: tuple[str, ...]
    """Endings of the files that there are of it."""
    dated: str
    spots: tuple[Spot, ...]


def ids_in(relations: Iterable[Relation]) -> Mapping[str, list[Record]]:
    """Every id of the data with what it names; facts and parts of two relations may have the same."""
    found: dict[str, list[Record]] = {}
    for relation in relations:
        citing: dict[str, list[str]] = {}
        for fact in every_fact(relation):
            found.setdefault(fact.id, []).append(Record("fact", fact.place))
            for source in fact.sources:
                citing.setdefault(source.ref, []).append(fact.id)
        for reference in relation.references.values():
            cited = tuple(dict.fromkeys(citing.get(reference.id, ())))
            found.setdefault(reference.id, []).append(Record("reference", reference.place, cited))
        for kind, records in relation.shared.items():
            for record in records.values():
                _add(found, record.id, Record(kind, record.place))
    return found


def _add(found: dict[str, list[Record]], key: str, record: Record) -> None:
    """Once, though all relations share it."""
    known = found.setdefault(key, [])
    if record not in known:
        known.append(record)


def leaning_on(wanted: str, briefs: Iterable[tuple[KeptBrief, Trace]]) -> list[Leaning]:
    """The briefs in which something leans on a record, or on a part of it, or on a fact that cites it."""
    found: list[Leaning] = []
    for brief, trace in briefs:
        causes = {index: cause for index, cause in enumerate(trace.causes) if _is_meant(wanted, cause)}
        spots = tuple(
            Spot(passage, piece, tuple(causes[index] for index in piece.causes if index in causes))
            for passage in trace.passages
            for piece in passage.pieces
            if causes.keys() & set(piece.causes)
        )
        if spots:
            found.append(Leaning(os.path.relpath(brief.path), brief.endings, trace.dated, spots))
    return found


def _is_meant(wanted: str, cause: Cause) -> bool:
    is_it = cause.id == wanted or cause.id.startswith(f"{wanted}/")
    return is_it or any(source.ref == wanted for source in cause.sources)


# ---------------------------------------------------------------- for people


def print_impact(wanted: str, records: Sequence[Record], found: Sequence[Leaning], briefs: int) -> None:
    """What the id is, then each brief with the places, by section."""
    for record in records:
        cited = f", cited by {_count(len(record.cited_by), 'fact')}" if record.kind == "reference" else ""
        click.echo(visible(f"{record.place}  {wanted} ({record.kind}{cited})"))
    for leaning in found:
        files = ", ".join(leaning.files) or "no file of this edition is there"
        click.echo(f"\n{visible(leaning.brief)} ({files}; {visible(leaning.dated)})")
        for section, spots in groupby(leaning.spots, key=lambda spot: spot.passage.section):
            click.echo(visible(f"  {section or 'Before the first heading'}"))
            for _, of_one in groupby(spots, key=lambda spot: id(spot.passage)):
                _print_spots(wanted, list(of_one))
    pieces = sum(len(leaning.spots) for leaning in found)
    behind = f"{_count(pieces, 'piece')} of text in {len(found)}" if found else "no text in any"
    click.echo(f"\nit stands behind {behind} of {_count(briefs, 'brief')}")
    if unseen := _unseen(records, found):
        click.echo(visible(f"no brief shows what these say: {', '.join(unseen)}"))


def _print_spots(wanted: str, spots: Sequence[Spot]) -> None:
    """What of one passage leans on the record, and the words around the first of it."""
    first = spots[0]
    click.echo(visible(f"    {first.passage.where}: {around(first.passage, first.piece)}"))
    for spot in spots:
        by = ", ".join(cause.id for cause in spot.causes if cause.id != wanted)
        how = "; ".join(filter(None, (by and f"by {by}", spot.piece.formula and f"computed: {spot.piece.formula}")))
        click.echo(visible(f"        {spot.piece.text}{how and f'  ({how})'}"))


def _unseen(records: Iterable[Record], found: Iterable[Leaning]) -> list[str]:
    """The facts that cite a reference and stand in no brief."""
    seen = {cause.id for leaning in found for spot in leaning.spots for cause in spot.causes}
    return [fact for record in records for fact in record.cited_by if fact not in seen]


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


# ---------------------------------------------------------------- for programs


def impact_json(wanted: str, records: Sequence[Record], found: Sequence[Leaning]) -> str:
    """The same as one JSON object."""
    return json.dumps(
        {"id": wanted, "records": list(map(_record, records)), "briefs": list(map(_brief, found))}, indent=2
    )


def _record(record: Record) -> dict[str, object]:
    place = record.place
    where = {"file": place.path, "line": place.line, "column": place.column}
    return {"kind": record.kind, **where, "cited_by": list(record.cited_by)}


def _brief(leaning: Leaning) -> dict[str, object]:
    return {
        "brief": leaning.brief, "files": list(leaning.files), "dated": leaning.dated,
        "pieces": [
            {
                "section": spot.passage.section, "where": spot.passage.where, "words": spot.passage.words,
                "text": spot.piece.text, "formula": spot.piece.formula, "by": [cause.id for cause in spot.causes],
            }
            for spot in leaning.spots
        ],
    }  # fmt: skip
