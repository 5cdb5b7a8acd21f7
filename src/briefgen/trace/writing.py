"""A trace as JSON: whole beside the files, without lines inside them.

A line number would tell a reader of the file how much stands above a fact that the reader may see. So what is
embedded names records and files, and no lines; the id of a nested record, which counts its neighbours, is cut to
that of the record it belongs to.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from briefgen.trace.passages import trace_of

if TYPE_CHECKING:
    from decimal import Decimal

    from briefgen.model.document import Document
    from briefgen.model.fact import Source
    from briefgen.trace.record import Cause, Passage, Piece, Trace

FORMAT = "briefgen-trace-1"
SUFFIX = ".trace.json"
"""What a sidecar's name ends in: `minister.trace.json`."""
NAMESPACE = "urn:briefgen:trace:1"
"""Of the XML element that holds a trace in a Word file."""
_MARKUP = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}


def sidecar(document: Document) -> bytes:
    """The trace of a document with all that the document knows of it, for whoever keeps the data."""
    return text_of(_record(trace_of(document)))


def text_of(record: dict[str, object]) -> bytes:
    """A sidecar's bytes."""
    return (json.dumps(record, separators=(",", ":")) + "\n").encode("ascii")


def embedded(document: Document) -> str:
    """The trace as it travels inside a file: ASCII without `<`, `>` and `&`, so that it fits any markup."""
    text = json.dumps(_record(without_places(trace_of(document))), separators=(",", ":"))
    for character, escape in _MARKUP.items():
        text = text.replace(character, escape)
    return text


def without_places(trace: Trace) -> Trace:
    """A trace that names files, but no lines in them; records that then are one are kept once."""
    kept: dict[Cause, int] = {}
    index = [kept.setdefault(_bare(cause), len(kept)) for cause in trace.causes]

    def moved(piece: Piece) -> Piece:
        causes = tuple(dict.fromkeys(index[old] for old in piece.causes))
        return piece if causes == piece.causes else replace(piece, causes=causes)

    def told(passage: Passage) -> Passage:
        pieces = tuple(map(moved, passage.pieces))
        return passage if pieces == passage.pieces else replace(passage, pieces=pieces)

    return replace(trace, causes=tuple(kept), passages=tuple(map(told, trace.passages)))


def _bare(cause: Cause) -> Cause:
    return replace(cause, id=cause.id.partition("/")[0], line=0, column=0)


def _record(trace: Trace) -> dict[str, object]:
    return {
        "format": FORMAT,
        "title": trace.title,
        "audience": trace.audience,
        "dated": trace.dated,
        "causes": [_cause(cause) for cause in trace.causes],
        "passages": [
            {"section": p.section, "where": p.where, "words": p.words, "pieces": [_piece(piece) for piece in p.pieces]}
            for p in trace.passages
        ],
    }


def _cause(cause: Cause) -> dict[str, object]:
    where = {"line": cause.line, "column": cause.column}
    sources = [_source(source) for source in cause.sources]
    return _filled({"id": cause.id, "kind": cause.kind, "file": cause.file, **where, "sources": sources})


def _source(source: Source) -> dict[str, object]:
    return _filled({"ref": source.ref, "locator": source.locator, "quote": source.quote})


def _piece(piece: Piece) -> dict[str, object]:
    made: dict[str, object] = {"text": piece.text, "at": piece.at, "causes": list(piece.causes)}
    made |= _filled({"formula": piece.formula})
    if piece.value:
        bounds = piece.value.interval
        made |= {"value": plain_digits(piece.value.value)}
        made |= _filled({"low": plain_digits(bounds.low), "high": plain_digits(bounds.high), "unit": piece.value.unit})
    return made


def plain_digits(value: Decimal | None) -> str | None:
    """A number in plain digits, as text: JSON's own numbers would round it."""
    if value is None:
        return None
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _filled(fields: dict[str, object]) -> dict[str, object]:
    """The fields that say something."""
    return {name: value for name, value in fields.items() if value}
