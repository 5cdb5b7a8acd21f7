"""One thing that a template can name."""

from __future__ import annotations

import enum

from briefgen.records import dataclass


class WordSort(enum.StrEnum):
    """What a word of templates is; the values are the headings under which they are listed."""

    VALUE = "value"
    FIELD = "field"
    FUNCTION = "function"
    FILTER = "filter"
    TEST = "test"
    OPTION = "option"
    WORDING = "wording"
    CITATION = "citation"


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateWord:
    """A value, a field of one, a function, a filter, a test, an option, an entry of the wording, or a citation."""

    name: str
    """As it is written; a field behind what it is one of: `visits.date`."""
    sort: WordSort
    type: str
    """Of a value what it is, in words; of all else what it takes."""
    about: str
    example: str = ""
    """Of a value as a brief of this workspace prints it; of a function or filter a call; of the wording its words."""
    audiences: tuple[str, ...] = ()
    """Whose briefs have such a value."""
