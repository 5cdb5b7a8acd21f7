"""The reading half of a format: what its package must have, found by its name."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.formats import Format


class ReadingHalf(Protocol):
    """A package that reads the files of a format."""

    def faults_of(self, data: bytes, /) -> list[str]:
        """What is wrong with a made file, in words; empty for one that is whole and sound."""

    def parts_of(self, data: bytes, /) -> Iterator[tuple[str, str]]:
        """The name and text of every part that can hold words, whoever put it there."""


class TraceReadingHalf(ReadingHalf, Protocol):
    """A package that reads the files of a format in which the trace travels."""

    def trace_in(self, data: bytes, /) -> bytes | None:
        """The JSON of the trace that a file carries; None where there is none."""


def reading_half(form: Format) -> ReadingHalf:
    """What reads the files of a format; loaded when first asked for."""
    return cast("ReadingHalf", _package(form))


def trace_reading_half(form: Format) -> TraceReadingHalf:
    """What reads the files of a format that holds traces."""
    return cast("TraceReadingHalf", _package(form))


def _package(form: Format) -> object:
    return import_module(f"briefgen.reading.{form.name}")
