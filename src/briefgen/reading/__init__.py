"""Finished files read by other code than wrote them: inspected, taken apart for the gate, asked for their trace.

A package here is the reading half of the format of its name; it is loaded when such a file is first read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.formats import format_of
from briefgen.reading.owners_records import record_faults
from briefgen.reading.reading_half import reading_half, trace_reading_half
from briefgen.trace import is_sidecar, trace_of_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.editions.following import Follow
    from briefgen.model.formats import Format
    from briefgen.trace import Trace

__all__ = ["faults_of", "followed_faults", "followed_parts", "parts_of", "read_trace", "record_faults"]


def faults_of(form: Format, data: bytes) -> list[str]:
    """What is wrong with a made file, in words; empty for one that is whole and sound."""
    return reading_half(form).faults_of(data)


def parts_of(form: Format, data: bytes) -> Iterator[tuple[str, str]]:
    """The name and text of every part of a made file that can hold words."""
    return reading_half(form).parts_of(data)


def followed_faults(name: Follow, data: bytes) -> list[str]:
    """What is wrong with a file for those who follow a brief, in words; empty for one that is whole and sound."""
    from briefgen.reading.followed_files import faults_of_followed  # only where somebody follows a brief

    return faults_of_followed(name, data)


def followed_parts(name: Follow, data: bytes) -> Iterator[tuple[str, str]]:
    """The name and text of every part of such a file that can hold words."""
    from briefgen.reading.followed_files import parts_of_followed

    return parts_of_followed(name, data)


def read_trace(path: str, data: bytes) -> Trace | None:
    """The trace in a sidecar or brief of such a name; None where there is none that can be read.

    The files are not ours to trust: what cannot be read gives nothing, and nothing is unpacked beyond a bound.
    """
    if is_sidecar(path):
        return trace_of_json(data)
    form = format_of(path)
    found = trace_reading_half(form).trace_in(data) if form and form.holds_trace else None
    return None if found is None else trace_of_json(found)
