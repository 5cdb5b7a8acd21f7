"""Prose of one relation: Markdown, the values of facts that it prints, and the references that it cites.

A text of a line or a few sentences in a record may hold such values too.
"""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from briefgen.late_patterns import late_pattern
from briefgen.records import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LONGEST_PROSE = 100_000
"""Characters of one text: thirty pages, with room."""


class Untranslated(enum.StrEnum):
    """What becomes of prose that has no text in the language of the briefs: a closed set."""

    SHOW = "show"
    """Its default text stands there, marked as what it is in."""
    OMIT = "omit"
    """It is left out."""
    REFUSE = "refuse"
    """No brief of the relation is made."""


@dataclass(frozen=True, slots=True)
class ProseLanguages:
    """In which languages prose is asked for and written; of their tags the first part counts."""

    briefs: str = "en"
    default: str = ""
    """What `NAME.md` is in; where nobody says so, what the briefs are in."""
    untranslated: Untranslated = Untranslated.SHOW


class TextSpot(NamedTuple):
    """Where something stands: both count from 1, the line from the first one below the head."""

    line: int
    column: int


class ProseCall(enum.StrEnum):
    """What can be asked for between `{{` and `}}`: a closed set."""

    FACT = "fact"
    """A value of a fact, by its id."""
    PICTURE = "picture"
    """A picture, by its id, in a paragraph of its own."""
    TRADE = "trade"
    """A year of trade or another period of it, with all that is computed from its rows."""
    SERIES = "series"
    """What an indicator was in a period, in one direction."""


@dataclass(frozen=True, slots=True)
class Words:
    """Markdown as it was typed."""

    text: str
    line: int
    """Of its first character."""
    column: int

    def spot(self, at: int) -> TextSpot:
        """Where its character of that number stands."""
        before = self.text[:at]
        broken = before.rfind("\n")
        return TextSpot(self.line + before.count("\n"), at - broken if broken >= 0 else self.column + at)


@dataclass(frozen=True, slots=True)
class Cited:
    """One reference of a citation."""

    ref: str
    locator: str | None
    spot: TextSpot


@dataclass(frozen=True, slots=True)
class Citation:
    """`[@reference, p. 12; @other]`."""

    cited: tuple[Cited, ...]
    line: int


@dataclass(frozen=True, slots=True)
class FieldStep:
    """`.title`."""

    name: str
    spot: TextSpot


@dataclass(frozen=True, slots=True)
class Argument:
    """A text, a whole number, true or false that a filter is given."""

    value: str | int | bool
    name: str
    """Empty where it stands without one."""
    spot: TextSpot


@dataclass(frozen=True, slots=True)
class FilterStep:
    """`|date("short")`."""

    name: str
    arguments: tuple[Argument, ...]
    spot: TextSpot


@dataclass(frozen=True, slots=True)
class Asked:
    """`{{ fact("visit-2015").date|date }}`."""

    call: ProseCall
    id: str
    fields: tuple[FieldStep, ...]
    filters: tuple[FilterStep, ...]
    spot: TextSpot
    """Of the id."""
    period: str = ""
    """Of a series; of trade it is the id."""
    whose: str = ""
    towards: str = ""
    definition: str = ""
    """What exactly is counted, where sources count unlike things."""

    @property
    def said(self) -> str:
        """What it asks for, in messages: the id of a fact, or the call."""
        match self.call:
            case ProseCall.FACT | ProseCall.PICTURE:
                return self.id
            case ProseCall.TRADE:
                return f'trade("{self.id}")'
            case ProseCall.SERIES:
                return f'series("{self.id}", "{self.period}")'


Piece: TypeAlias = Words | Citation | Asked


@dataclass(frozen=True, slots=True)
class ProseText:
    """A text, cut at what is no Markdown of its own."""

    pieces: tuple[Piece, ...] = ()
    language: str = ""
    """That it is in, where that is another one than the brief's."""
    turn: int | None = 0
    """Of the texts of one name, that with the lowest stands in a brief, of those that its audience may know; None of
    one that is in no language of the briefs."""

    @property
    def asked(self) -> tuple[Asked, ...]:
        """What it asks for, in order."""
        return tuple(piece for piece in self.pieces if isinstance(piece, Asked))

    @property
    def cited(self) -> tuple[Cited, ...]:
        """What it cites, in order."""
        return tuple(one for piece in self.pieces if isinstance(piece, Citation) for one in piece.cited)

    @property
    def words(self) -> tuple[Words, ...]:
        """What was typed."""
        return tuple(piece for piece in self.pieces if isinstance(piece, Words))

    @property
    def starts(self) -> tuple[int, ...]:
        """Every line that something begins on."""
        lines = {line for words in self.words for line in range(words.line, words.line + words.text.count("\n") + 1)}
        return tuple(sorted({1, *lines, *(piece.line for piece in self.pieces if isinstance(piece, Citation))}))

    def citing(self, may_cite: Callable[[str], bool]) -> ProseText:
        """The text without the references that may not be named; a citation of none is gone."""
        pieces: list[Piece] = []
        for piece in self.pieces:
            if isinstance(piece, Citation):
                left = tuple(one for one in piece.cited if may_cite(one.ref))
                pieces += [replace(piece, cited=left)] if left else []
            else:
                pieces.append(piece)
        return replace(self, pieces=tuple(pieces))

    def paragraphs(self) -> Iterator[tuple[int, str]]:
        """First line and words of each paragraph, in one line; dots stand for values."""
        whole = "".join(self._typed(piece) for piece in self.pieces)
        first = next((piece.line for piece in self.pieces[:1] if isinstance(piece, Words | Citation)), 1)
        for found in _PARAGRAPH.finditer(whole):
            yield first + whole.count("\n", 0, found.start()), " ".join(found[0].split())

    @staticmethod
    def _typed(piece: Piece) -> str:
        match piece:
            case Words():
                return piece.text
            case Asked():
                return VALUE
            case Citation():
                return ""


NO_TEXT = ProseText()
VALUE = "…"
"""Stands for a value where only the words of a text are looked at."""
_PARAGRAPH = late_pattern(r"[^\s](?:.|\n(?!\s*(?:\n|$)))*")


@dataclass(frozen=True, slots=True)
class ValuedText:
    """One wording, or one per language; `""` is the language of a plain one. It holds no markup and no citations."""

    by_language: tuple[tuple[str, ProseText], ...]

    def wording(self, language: str) -> tuple[str, ProseText]:
        """What stands for a language, with the language that it is in where that is another one, else empty."""
        wordings = dict(self.by_language)
        found = wordings.get(language) or wordings.get("")
        other, first = self.by_language[0]
        return ("", found) if found else (other, first)

    @property
    def asked(self) -> Iterator[Asked]:
        """What it asks for, in all its languages: an audience is held to the whole record."""
        return (asked for _, text in self.by_language for asked in text.asked)

    @property
    def typed(self) -> Iterator[str]:
        """What was typed, each run between two values by itself."""
        return (words.text for _, text in self.by_language for words in text.words)

    @property
    def in_words(self) -> Iterator[str]:
        """Each wording as it was typed; dots stand for values."""
        for _, text in self.by_language:
            yield "".join(piece.text if isinstance(piece, Words) else VALUE for piece in text.pieces)

    @property
    def has_values(self) -> bool:
        """Whether a value stands in any wording."""
        return any(True for _ in self.asked)
