"""What is said to readers who do not see the page, beside what is printed: words for links, for signs and acronyms."""

from __future__ import annotations

import enum

from briefgen.records import dataclass


class ExpandedWhere(enum.Enum):
    """Where a short form stands for its words; elsewhere the same letters mean something else."""

    WORD = "as a word"
    """An acronym."""
    CURRENCY = "by an amount"
    """The sign of a currency, which may cling to a figure: `US$15`."""
    SIGN = "before a figure"
    """`≈ 15`."""
    SPAN = "behind a figure, before what ends the span"
    """The dash of `2019–2021`."""
    ARROW = "between two words"


@dataclass(frozen=True, slots=True)
class Expansion:
    """A sign or acronym, and the words that it stands for."""

    short: str
    words: str
    where: ExpandedWhere = ExpandedWhere.WORD
    language: str = ""
    """BCP 47, where the words are in another language than the brief."""


@dataclass(frozen=True, slots=True)
class SpokenWords:
    """The words of one brief. Braces name what is filled in; an empty pattern says nothing beyond what is printed."""

    source: str = ""
    """`marker` is what a numbered citation prints, without its brackets, and `name` whose work it is."""
    source_named: str = ""
    """Of a citation that prints the `name`."""
    note: str = ""
    section: str = ""
    box: str = ""
    expansions: tuple[Expansion, ...] = ()
    """Those that the brief has, each short form once."""


SILENT = SpokenWords()
"""Of a document that says nothing beyond what it prints."""


@dataclass(frozen=True, slots=True)
class PartNames:
    """What the parts of a file are called that no words of the brief name, in its language; empty for no name."""

    skip: str = ""
    """The link of a web page that leads past its head."""
    contents: str = ""
    """The headings of a web page, to unfold."""
    notes: str = ""
    """The footnotes, where they stand behind the text."""
    back: str = ""
    """From a footnote to its place in the text; `{number}` is the footnote's."""
    key_figures: str = ""
    """A table of key figures in a Word file."""
    category: str = ""
    """What sort of paper it is, in the properties of a Word file."""


NAMELESS = PartNames()
