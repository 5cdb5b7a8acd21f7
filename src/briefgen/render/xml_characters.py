"""What XML cannot say (XML 1.0, 2.2), in whatever format it is written."""

from __future__ import annotations

from briefgen.late_patterns import late_pattern

# Named one by one: a class of all others reaches over all of Unicode, and takes 3 ms of every command to be compiled.
ILLEGAL = "\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff"
"""Characters that no XML holds, as the inside of a class of a regular expression."""
_ILLEGAL = late_pattern(f"[{ILLEGAL}]")


def legal(text: str) -> str:
    r"""Text with characters that XML forbids replaced, so that no data can break a file.

    Example:
        >>> legal("A\x00B")
        'A\ufffdB'
    """
    return _ILLEGAL.sub("\ufffd", text)
