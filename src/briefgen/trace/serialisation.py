"""A trace as JSON: whole beside the files, without lines inside them.

A line number would tell a reader of the file how much stands above a fact that the reader may see. So what is
embedded names records and files, and no lines; the id of a nested record, which counts its neighbours, is cut to
that of the record it belongs to.
"""

from __future__ import annotations

import json
from json.encoder import encode_basestring_ascii as _quoted
from typing import TYPE_CHECKING

from briefgen.records import replace
from briefgen.trace.builder import trace_of
from briefgen.trace.cache import once_per_document

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from decimal import Decimal

    from briefgen.model.document import Document
    from briefgen.model.facts.fact import Source
    from briefgen.model.values.quantity import Estimate
    from briefgen.trace.record import Cause, Passage, Piece, Trace

FORMAT = "briefgen-trace-1"
SUFFIX = ".trace.json"
"""What a sidecar's name ends in: `minister.trace.json`."""
NAMESPACE = "urn:briefgen:trace:1"
"""Of the XML element that holds a trace in a Word file."""
_TIGHT = (",", ":")
BEFORE_PASSAGES = b',"passages":['
"""What stands before the last and longest field of a sidecar. No text in it can look so: its quotes are escaped."""
_MARKUP = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}


def is_sidecar(path: str) -> bool:
    """Whether a file of such a name is a sidecar."""
    return path.lower().endswith(SUFFIX)


def sidecar(document: Document) -> bytes:
    """The trace of a document with all that the document knows of it, for whoever keeps the data."""
    return (_json(trace_of(document), _passages_of(document)) + "\n").encode("ascii")


def text_of(record: dict[str, object]) -> bytes:
    """A sidecar's bytes."""
    return (json.dumps(record, separators=_TIGHT) + "\n").encode("ascii")


@once_per_document
def embedded(document: Document) -> str:
    """The trace as it travels inside a file: ASCII without `<`, `>` and `&`, so that it fits any markup."""
    whole = trace_of(document)
    bare = without_places(whole)
    text = _json(bare, _passages_of(document) if bare.passages is whole.passages else _passages(bare.passages))
    for character, escape in _MARKUP.items():
        text = text.replace(character, escape)
    return text


def without_places(trace: Trace) -> Trace:
    """A trace that names files, but no lines in them; records that then are one are kept once."""
    kept: dict[Cause, int] = {}
    index = [kept.setdefault(_bare(cause), len(kept)) for cause in trace.causes]
    causes = tuple(kept)
    if len(causes) == len(index):
        return replace(trace, causes=causes)
    return replace(trace, causes=causes, passages=tuple(_moved(passage, index) for passage in trace.passages))


def _moved(passage: Passage, index: Sequence[int]) -> Passage:
    """A passage whose pieces name their causes by new places."""
    pieces = [
        piece._replace(causes=tuple(dict.fromkeys(index[old] for old in piece.causes))) if piece.causes else piece
        for piece in passage.pieces
    ]
    return passage._replace(pieces=tuple(pieces))


def _bare(cause: Cause) -> Cause:
    return cause._replace(id=cause.id.partition("/")[0], line=0, column=0)


@once_per_document
def _passages_of(document: Document) -> str:
    """The passages as JSON, for the sidecar and for what travels in files: nearly always they are the same."""
    return _passages(trace_of(document).passages)


def _passages(passages: Iterable[Passage]) -> str:
    """A brief has hundreds of passages and pieces: these become text at once, without objects between."""
    return ",".join(map(_passage, passages))


def _json(trace: Trace, passages: str) -> str:
    """All of it, around its passages."""
    head: dict[str, object] = {
        "format": FORMAT, "title": trace.title, "audience": trace.audience, "dated": trace.dated,
    }  # fmt: skip
    fallen = [_filled({"section": one.section, "items": one.items, "of": one.of}) for one in trace.fallen]
    head |= {"left_out": fallen} if fallen else {}
    begin, causes = json.dumps(head, separators=_TIGHT).removesuffix("}"), ",".join(map(_cause, trace.causes))
    return f'{begin},"causes":[{causes}]{BEFORE_PASSAGES.decode("ascii")}{passages}]}}'


def _passage(passage: Passage) -> str:
    section, where, words = map(_quoted, passage[:3])
    pieces = ",".join(map(_piece, passage.pieces))
    return f'{{"section":{section},"where":{where},"words":{words},"pieces":[{pieces}]}}'


def _piece(piece: Piece) -> str:
    text, at, causes, formula, value = piece
    numbers = ",".join(map(str, causes)) if causes else ""
    derived = f',"formula":{_quoted(formula)}' if formula else ""
    exact = _estimate(value) if value else ""
    return f'{{"text":{_quoted(text)},"at":{at},"causes":[{numbers}]{derived}{exact}}}'


def _estimate(value: Estimate) -> str:
    """The fields of a number; those that say nothing are left out."""
    digits = (("value", value.value), ("low", value.interval.low), ("high", value.interval.high))
    said = "".join(f',"{name}":"{plain_digits(number)}"' for name, number in digits if number is not None)
    return f'{said},"unit":{_quoted(value.unit)}' if value.unit else said


def _cause(cause: Cause) -> str:
    """A record; what says nothing is left out."""
    key, kind, file, line, column, sources = cause
    named = f',"file":{_quoted(file)}' if file else ""
    place = (f',"line":{line}' if line else "") + (f',"column":{column}' if column else "")
    leaning = f',"sources":[{",".join(map(_source, sources))}]' if sources else ""
    return f'{{"id":{_quoted(key)},"kind":{_quoted(kind)}{named}{place}{leaning}}}'


def _source(source: Source) -> str:
    where = f',"locator":{_quoted(source.locator)}' if source.locator else ""
    words = f',"quote":{_quoted(source.quote)}' if source.quote else ""
    return f'{{"ref":{_quoted(source.ref)}{where}{words}}}'


def plain_digits(value: Decimal | None) -> str | None:
    """A number in plain digits, as text: JSON's own numbers would round it."""
    if value is None:
        return None
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _filled(fields: dict[str, object]) -> dict[str, object]:
    """The fields that say something."""
    return {name: value for name, value in fields.items() if value}
