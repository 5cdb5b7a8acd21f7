"""How a trace is printed: for people, as JSON, and as a count."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from briefgen.diagnostics import visible
from briefgen.model.origin import OriginKind
from briefgen.model.ranks import listed
from briefgen.records import dataclass
from briefgen.trace import plain_digits

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal

    from briefgen.model.values.quantity import Estimate
    from briefgen.trace import Cause, Passage, Piece, Trace

    Pair = tuple[Passage, Piece]

_MOST_PLACES = 4
_AROUND = 60
"""Characters of a passage that are shown on either side of a piece."""


@dataclass(frozen=True, slots=True)
class Found:
    """A file that was asked about."""

    path: str
    trace: Trace
    words: str | None
    is_of_this_edition: bool
    """Whether the lines are those that the file was made from."""


def matching(trace: Trace, words: str | None, *, everything: bool) -> list[Pair]:
    """The figures that hold some words, or stand for that very number; all of them without words."""
    pairs = [(passage, piece) for passage in trace.passages for piece in passage.pieces]
    kept = [pair for pair in pairs if everything or pair[1].is_figure]
    if words is None:
        return kept
    wanted = _plain(words)
    return [(passage, piece) for passage, piece in kept if wanted in _plain(piece.text) or wanted in _numbers(piece)]


def _plain(text: str) -> str:
    """Without blanks, which a reader types in other places than a page sets them: `29 %` and `29%`."""
    return "".join(text.replace("\N{MINUS SIGN}", "-").casefold().split())


def _numbers(piece: Piece) -> set[str]:
    """The number behind a figure as a source may write it: as it is, in thousands, millions, billions."""
    if piece.value is None:
        return set()
    return {f"{(piece.value.value / scale).normalize():f}" for scale in (1, 1_000, 1_000_000, 1_000_000_000)}


# ---------------------------------------------------------------- for people


def print_found(found: Found, pairs: Sequence[Pair]) -> int:
    """Each figure with everything behind it, by section; the exit code."""
    trace = found.trace
    click.echo(visible(f"{trace.audience} ({trace.dated})"))
    if trace.fallen:
        click.echo(visible(f"left out so that it keeps to its pages: {listed(trace.fallen)}"))
    if not found.is_of_this_edition:
        click.echo("the lines are those of the data as they are now: no sidecar of this edition was found", err=True)
    if not pairs:
        click.echo(f"nothing in {found.path} says {visible(found.words or 'a figure')!r}", err=True)
        return 1
    section = None
    for passage, piece in pairs:
        if passage.section != section:
            section = passage.section
            click.echo(f"\n{visible(section) or 'Before the first heading'}")
        _print_piece(trace, passage, piece)
    _print_references(trace, pairs)
    lost = sum(not piece.has_origin for _, piece in pairs)
    click.echo(f"\n{_count(len(pairs))}, {'all with their origin' if not lost else f'{lost} without an origin'}")
    return 1 if lost else 0


def _print_piece(trace: Trace, passage: Passage, piece: Piece) -> None:
    number = f"  = {_number(piece.value)}" if piece.value else ""
    click.echo(visible(f"  {piece.text}{number}"))
    click.echo(visible(f"      {passage.where}: {around(passage, piece)}"))
    if piece.formula:
        click.echo(visible(f"      formula: {piece.formula}"))
    for index in piece.causes:
        _print_cause(trace.causes[index])
    if not piece.has_origin:
        click.echo("      no origin")


def _print_cause(cause: Cause) -> None:
    place = ":".join([cause.file, *(str(n) for n in (cause.line, cause.column) if n)])
    kind = "" if cause.kind is OriginKind.FACT else f" ({cause.kind})"
    click.echo(visible(f"      {place}  {cause.id}{kind}"))
    for source in cause.sources:
        parts = [source.ref, source.locator, f'"{source.quote}"' if source.quote else None]
        click.echo(visible(f"          {', '.join(part for part in parts if part)}"))
    if not cause.sources and cause.kind is OriginKind.FACT:
        click.echo("          no source is recorded")


def _print_references(trace: Trace, pairs: Sequence[Pair]) -> None:
    """The references behind the pieces, as the brief lists them."""
    causes = [trace.causes[index] for _, piece in pairs for index in piece.causes]
    entries = {source.ref: trace.entry_of(source.ref) for cause in causes for source in cause.sources}
    if any(entries.values()):
        click.echo("\nReferences")
    for ref, entry in entries.items():
        if entry:
            click.echo(visible(f"  {ref}: {entry}"))


def around(passage: Passage, piece: Piece) -> str:
    """The words of a passage on either side of a piece."""
    start, end = max(piece.at - _AROUND, 0), piece.at + len(piece.text) + _AROUND
    before, after = "…" if start else "", "…" if end < len(passage.words) else ""
    return f"{before}{passage.words[start:end].strip()}{after}"


def _number(value: Estimate) -> str:
    low, high = value.interval.low, value.interval.high
    unit = f" {value.unit}" if value.unit else ""
    if low == high == value.value:
        return f"{_digits(value.value)}{unit}"
    ends = ("any less" if low is None else _digits(low), "any more" if high is None else _digits(high))
    return f"{_digits(value.value)}{unit} [{ends[0]} to {ends[1]}]"


def _digits(value: Decimal) -> str:
    """A number with its thousands apart and at most four decimals."""
    places = min(max(-int(value.as_tuple().exponent), 0), _MOST_PLACES)
    text = f"{value:,.{places}f}"
    return text.rstrip("0").rstrip(".") if places else text


def _count(number: int) -> str:
    return f"{number} figure{'' if number == 1 else 's'}"


# ---------------------------------------------------------------- for programs


def print_json(trace: Trace, pairs: Sequence[Pair]) -> int:
    """The same as one JSON object; the exit code."""
    record = {
        "title": trace.title,
        "audience": trace.audience,
        "dated": trace.dated,
        "left_out": [{"section": one.section, "items": one.items, "of": one.of} for one in trace.fallen],
        "figures": [_record(trace, passage, piece) for passage, piece in pairs],
    }
    click.echo(json.dumps(record, indent=2))
    return 1 if not pairs or any(not piece.has_origin for _, piece in pairs) else 0


def _record(trace: Trace, passage: Passage, piece: Piece) -> dict[str, object]:
    value = piece.value
    bounds = value.interval if value else None
    return {
        "section": passage.section,
        "where": passage.where,
        "words": passage.words,
        "text": piece.text,
        "formula": piece.formula,
        "value": plain_digits(value.value) if value else None,
        "low": plain_digits(bounds.low) if bounds else None,
        "high": plain_digits(bounds.high) if bounds else None,
        "unit": value.unit if value else None,
        "causes": [_cause(trace, trace.causes[index]) for index in piece.causes],
    }


def _cause(trace: Trace, cause: Cause) -> dict[str, object]:
    sources = [
        {"ref": s.ref, "entry": trace.entry_of(s.ref), "locator": s.locator, "quote": s.quote} for s in cause.sources
    ]
    where = {"file": cause.file, "line": cause.line or None, "column": cause.column or None}
    return {"id": cause.id, "kind": cause.kind, **where, "sources": sources}


# ---------------------------------------------------------------- as a count


def print_summary(traces: Mapping[str, Trace]) -> int:
    """For each brief, how many figures it prints and how many lead back to an origin; the exit code."""
    width = max(map(len, traces), default=len("brief"))
    click.echo(f"{'brief':<{width}}  figures  with origin")
    total = traced = 0
    for path, trace in traces.items():
        figures = [piece for _, piece in trace.figures()]
        sound = sum(piece.has_origin for piece in figures)
        total, traced = total + len(figures), traced + sound
        click.echo(f"{path:<{width}}  {len(figures):>7}  {_share(sound, len(figures))}")
    if len(traces) > 1:
        click.echo(f"{'all':<{width}}  {total:>7}  {_share(traced, total)}")
    return 0 if traced == total else 1


def print_uncounted(gone: Sequence[str], older: Sequence[str]) -> None:
    """What stands in the output and is of no brief that was counted."""
    if gone:
        click.echo(f"not counted, since a plain 'briefgen make' does not make it: {', '.join(gone)}", err=True)
    if older:
        click.echo(f"not counted, since it is of an earlier edition: {', '.join(older)}", err=True)
    if gone or older:
        click.echo("      hint: make it anew, or take it away with briefgen make --prune", err=True)


def _share(part: int, whole: int) -> str:
    return f"{part:>5} ({100 * part // whole if whole else 100} %)"
