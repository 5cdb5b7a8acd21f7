"""What the parts of a file are called that no words of the brief name: for who hears them or looks for them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PartNames:
    """The names of one brief, in its language; an empty one leaves its part without a name."""

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
