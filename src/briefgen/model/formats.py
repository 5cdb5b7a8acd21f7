"""What a brief can be written as: one declaration for each format, from which all else that names formats is derived.

A format has two halves, packages of its name: `render/NAME` writes it, `reading/NAME` reads what was written.
"""

from __future__ import annotations

import enum
from types import MappingProxyType
from typing import TYPE_CHECKING

from briefgen.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Extent(enum.StrEnum):
    """How much of a brief a format says."""

    WHOLE = "whole"
    """The same words and numbers in the same order as every other whole format."""
    EXTRACT = "extract"
    """Less than that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One format."""

    name: str
    """As it is asked for: `pdf`; also the name of the packages with its halves."""
    title: str
    """As it is called in a sentence: `PDF`."""
    endings: tuple[str, ...]
    """What the names of its files end in; the first is what `make` gives, under the others a file may come back."""
    holds_trace: bool
    """Whether the origins of its figures travel in the file."""
    in_all: bool
    """Whether `all` makes it."""
    media_type: str
    """What a browser is told that it is."""
    has_pages: bool = False
    """Whether its layout is briefgen's own, so that its pages are what an audience's limit counts."""
    is_lines: bool = False
    """Whether people read its files as they stand, a line to each piece of the brief."""
    extent: Extent = Extent.WHOLE
    tracks_changes: bool = False
    """Whether two editions can be told as one file with tracked changes."""
    needs: tuple[str, ...] = ()
    """Formats declared above it, of whose bytes it is made."""

    @property
    def ending(self) -> str:
        """What the name of a made file ends in: `.pdf`."""
        return self.endings[0]


_PAGE_OF_WEB = "text/html"
_DECLARED = (
    Format(
        name="pdf", title="PDF", endings=(".pdf",), holds_trace=True, in_all=True, has_pages=True,
        media_type="application/pdf",
    ),
    Format(
        name="docx", title="DOCX", endings=(".docx", ".dotx"), holds_trace=True, in_all=True, tracks_changes=True,
        media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    Format(
        name="html", title="HTML", endings=(".html",), holds_trace=True, in_all=True, media_type=_PAGE_OF_WEB,
    ),
    Format(
        name="md", title="Markdown", endings=(".md",), holds_trace=False, in_all=False, is_lines=True,
        media_type="text/markdown",
    ),
    Format(
        name="eml", title="mail", endings=(".eml",), holds_trace=True, in_all=False, media_type="message/rfc822",
        needs=("pdf",),
    ),
)  # fmt: skip

FORMATS: Mapping[str, Format] = MappingProxyType({form.name: form for form in _DECLARED})
"""Every format by its name."""
USUAL = _DECLARED[0].name
"""What is made where none is asked for."""
PAGED = next(form for form in _DECLARED if form.has_pages)
"""The one by which the pages of a brief are counted."""
TRACKED = next(form for form in _DECLARED if form.tracks_changes)
"""The one in which two editions are told as one."""
REDLINE = f".redline{TRACKED.ending}"
"""What the name of such a file ends in."""
IN_LINES = next(form for form in _DECLARED if form.is_lines)
"""The one that a terminal can show."""
BROWSED = next(form for form in _DECLARED if form.media_type == _PAGE_OF_WEB)
"""The one that a browser shows as a page of its own, whose words can be asked where they come from."""
ALL = "all"
"""What may be asked for in place of every format that a desk hands on."""


def asked_for(words: Iterable[str]) -> tuple[str, ...]:
    """The names that some words ask for, each once: names themselves, or `all`; the usual one where there are none."""
    every = tuple(form.name for form in _DECLARED if form.in_all)
    names = dict.fromkeys(name for word in words for name in (every if word == ALL else (word,)))
    return tuple(names) or (USUAL,)


def in_making_order(names: Iterable[str], declared: Mapping[str, Format] = FORMATS) -> tuple[Format, ...]:
    """The formats of some names and those that they need, in the order in which they can be made.

    Raises:
        ValueError: for a name that no format has.
    """
    wanted = {form.name for name in names for form in _with_needed(name, declared)}
    return tuple(form for form in declared.values() if form.name in wanted)


def _with_needed(name: str, declared: Mapping[str, Format]) -> Iterable[Format]:
    if name not in declared:
        raise ValueError(name)
    yield declared[name]
    for needed in declared[name].needs:
        yield from _with_needed(needed, declared)


def format_of_kind(media_type: str) -> Format | None:
    """The format of a media type; None where no format has it."""
    return next((form for form in _DECLARED if form.media_type == media_type), None)


def format_of(path: str) -> Format | None:
    """The format whose files have such names; None where no format has."""
    name = path.lower()
    return next((form for form in _DECLARED if name.endswith(form.endings)), None)
