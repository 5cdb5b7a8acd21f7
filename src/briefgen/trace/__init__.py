"""Where each piece of a brief came from: made from a document, written, and read back.

`trace_of` makes the trace of a document, `sidecar` and `embedded` write it, `trace_of_json` reads what they wrote,
`with_places` fills in the lines that an embedded trace leaves out.
"""

from briefgen.trace.builder import trace_of
from briefgen.trace.deserialisation import trace_of_json
from briefgen.trace.line_places import with_lines, with_places
from briefgen.trace.record import Cause, Passage, Piece, Trace, holds_figure
from briefgen.trace.serialisation import NAMESPACE, SUFFIX, embedded, is_sidecar, plain_digits, sidecar

__all__ = [
    "NAMESPACE",
    "SUFFIX",
    "Cause",
    "Passage",
    "Piece",
    "Trace",
    "embedded",
    "holds_figure",
    "is_sidecar",
    "plain_digits",
    "sidecar",
    "trace_of",
    "trace_of_json",
    "with_lines",
    "with_places",
]
