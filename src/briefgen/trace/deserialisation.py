"""A trace back out of its JSON. Whoever wrote that is not ours to trust: what cannot be read gives nothing."""

from __future__ import annotations

import json
from decimal import Decimal, InvalidOperation
from typing import Any

from briefgen.model.facts.fact import Source
from briefgen.model.origin import OriginKind
from briefgen.model.ranks import Fallen
from briefgen.model.values.quantity import Estimate, Interval
from briefgen.trace.record import Cause, Passage, Piece, Trace
from briefgen.trace.serialisation import FORMAT

_UNREADABLE = (KeyError, TypeError, ValueError, IndexError, AttributeError, InvalidOperation, RecursionError)


def trace_of_json(data: bytes) -> Trace | None:
    """The trace that a sidecar, or what was embedded in a file, holds; None where it holds none."""
    try:
        return _trace(json.loads(data))
    except _UNREADABLE:
        return None


def _trace(record: dict[str, Any]) -> Trace | None:
    if record["format"] != FORMAT:
        return None
    causes = tuple(_cause(cause) for cause in record["causes"])
    passages = tuple(_passage(passage, len(causes)) for passage in record["passages"])
    return Trace(str(record["title"]), str(record["audience"]), str(record["dated"]), causes, passages, _fallen(record))


def _fallen(record: dict[str, Any]) -> tuple[Fallen, ...]:
    found = record.get("left_out", ())
    return tuple(Fallen(str(one["section"]), int(one.get("items", 0)), int(one.get("of", 0))) for one in found)


def _cause(record: dict[str, Any]) -> Cause:
    sources = tuple(_source(source) for source in record.get("sources", ()))
    line, column = int(record.get("line", 0)), int(record.get("column", 0))
    return Cause(str(record["id"]), OriginKind(record["kind"]), str(record.get("file", "")), line, column, sources)


def _source(record: dict[str, Any]) -> Source:
    return Source(str(record["ref"]), _optional(record, "locator"), _optional(record, "quote"))


def _passage(record: dict[str, Any], causes: int) -> Passage:
    pieces = tuple(_piece(piece, causes) for piece in record["pieces"])
    return Passage(str(record["section"]), str(record["where"]), str(record["words"]), pieces)


def _piece(record: dict[str, Any], causes: int) -> Piece:
    indexes = tuple(int(index) for index in record["causes"])
    if any(not 0 <= index < causes for index in indexes):
        raise IndexError
    return Piece(str(record["text"]), int(record["at"]), indexes, _optional(record, "formula"), _value(record))


def _value(record: dict[str, Any]) -> Estimate | None:
    if "value" not in record:
        return None
    low, high = (Decimal(record[end]) if end in record else None for end in ("low", "high"))
    return Estimate(Decimal(record["value"]), Interval(low, high), str(record.get("unit", "")))


def _optional(record: dict[str, Any], name: str) -> str | None:
    return str(record[name]) if name in record else None
