"""Where each piece of a brief came from: made from a document, written, and read back out of files.

`trace_of` makes the trace of a document, `sidecar` and `embedded` write it, `read_trace` reads it back from a
sidecar, PDF, DOCX or HTML file, `with_places` fills in the lines that an embedded trace leaves out.
"""

from briefgen.trace.builder import trace_of
from briefgen.trace.deserialisation import read_trace
from briefgen.trace.line_places import with_lines, with_places
from briefgen.trace.record import Cause, Passage, Piece, Trace, holds_figure
from briefgen.trace.serialisation import NAMESPACE, SUFFIX, embedded, plain_digits, sidecar

__all__ = [
    "NAMESPACE",
    "SUFFIX",
    "Cause",
    "Passage",
    "Piece",
    "Trace",
    "embedded",
    "holds_figure",
    "plain_digits",
    "read_trace",
    "sidecar",
    "trace_of",
    "with_lines",
    "with_places",
]
