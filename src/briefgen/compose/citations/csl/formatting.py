"""Marks: how bold, italic, links and quotes pass through citeproc, which knows only strings.

A mark is a private-use character. The loader refuses those in data and styles, so a mark can only come from here,
and no data can make one. Data stands between two marks of its own: what the processor puts between pieces may be
mended, what a record says may not.
"""

from __future__ import annotations

from typing import NamedTuple

OPEN_ITALIC, CLOSE_ITALIC = "\ue010", "\ue011"
OPEN_BOLD, CLOSE_BOLD = "\ue012", "\ue013"
OPEN_LINK, CLOSE_LINK = "\ue014", "\ue015"
OPEN_QUOTE, CLOSE_QUOTE = "\ue016", "\ue017"
OPEN_DATA, CLOSE_DATA = "\ue018", "\ue019"
OPEN_KEPT, CLOSE_KEPT = "\ue01a", "\ue01b"
"""Around a word whose capitals stay: a name."""
SENTENCE = "\ue01c"
"""In a title whose names are all marked as kept, so that the rest may be set in lower case."""
OPEN_TITLE, CLOSE_TITLE = "\ue01d", "\ue01e"
"""Around a title, which is in the language of its record."""

_FIRST, _LAST = "\ue010", "\ue01e"


def is_mark(character: str) -> bool:
    """Whether a character is one of ours."""
    return _FIRST <= character <= _LAST


def without_marks(text: object) -> str:
    """The words alone; quotes that wait for their form fall away."""
    return "".join(character for character in str(text) if not is_mark(character))


def data(text: str) -> str:
    """What a record says."""
    return f"{OPEN_DATA}{text}{CLOSE_DATA}"


def in_its_language(title: str) -> str:
    """A title of a record."""
    return f"{OPEN_TITLE}{title}{CLOSE_TITLE}"


class Formatter:
    """The hooks that citeproc calls for formatted text. What a brief has no form for stays as it is."""

    preformat = staticmethod(str)

    @staticmethod
    def Italic(text: object) -> str:  # noqa: N802 - citeproc's name
        """A title."""
        return f"{OPEN_ITALIC}{text}{CLOSE_ITALIC}"

    @staticmethod
    def Bold(text: object) -> str:  # noqa: N802 - citeproc's name
        """A heavy word."""
        return f"{OPEN_BOLD}{text}{CLOSE_BOLD}"

    Oblique = Italic
    Light = Underline = Superscript = Subscript = SmallCaps = staticmethod(str)


class CharacterFormat(NamedTuple):
    """How a character stands."""

    italic: bool
    bold: bool
    link: bool
    is_title: bool
    is_data: bool


class FormattedCharacter(NamedTuple):
    """A character, or a quotation mark that waits for its form, and how it stands."""

    character: str
    look: CharacterFormat


_DEPTHS = {
    OPEN_ITALIC: (0, 1), CLOSE_ITALIC: (0, -1), OPEN_BOLD: (1, 1), CLOSE_BOLD: (1, -1),
    OPEN_LINK: (2, 1), CLOSE_LINK: (2, -1), OPEN_TITLE: (3, 1), CLOSE_TITLE: (3, -1),
    OPEN_DATA: (4, 1), CLOSE_DATA: (4, -1),
}  # fmt: skip


def cells(text: str) -> list[FormattedCharacter]:
    """A marked text as characters that know how they stand."""
    found: list[FormattedCharacter] = []
    depths = [0, 0, 0, 0, 0]
    look = CharacterFormat(italic=False, bold=False, link=False, is_title=False, is_data=False)
    for character in text:
        if not is_mark(character) or character in {OPEN_QUOTE, CLOSE_QUOTE}:
            found.append(FormattedCharacter(character, look))
        elif character in _DEPTHS:
            kind, step = _DEPTHS[character]
            depths[kind] += step
            look = CharacterFormat(*(depth > 0 for depth in depths))
    return found
