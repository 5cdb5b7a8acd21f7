"""The tags of a template and their words, each with its place; read so that one slip does not hide the next."""

from __future__ import annotations

import enum
import re
from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING

from briefgen.compose.source.strange_characters import OPENING_QUOTES, QUOTES, hint_for, named_character
from briefgen.late_patterns import late_pattern
from briefgen.records import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Sequence


class WordKind(enum.Enum):
    """What a word of a tag is."""

    NAME = "name"
    NUMBER = "number"
    TEXT = "text"
    SIGN = "sign"


@dataclass(frozen=True, slots=True)
class TagWord:
    """A word of a tag: a name, a number, a text in quotes, or a sign."""

    kind: WordKind
    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Slip:
    """What is wrong at a place of a template, counted in characters from its start."""

    at: int
    message: str
    hint: str


@dataclass(slots=True)
class TemplateTag:
    """A tag with its words; `slips` are those of its characters and brackets."""

    opener: str
    start: int
    inner: int
    """Where what stands in it begins, behind the sign for blanks."""
    words: list[TagWord] = field(default_factory=list)
    closer: int = 0
    end: int = 0
    slips: list[Slip] = field(default_factory=list)

    @property
    def name(self) -> str:
        """`if`, `for`; nothing where a value is printed."""
        first = self.words[0] if self.words and self.opener == "{%" else None
        return first.text if first and first.kind is WordKind.NAME else ""


@dataclass(frozen=True, slots=True)
class Tags:
    """The tags of a template, and what is wrong outside of them."""

    source: str
    tags: tuple[TemplateTag, ...]
    slips: tuple[Slip, ...]

    def at(self, start: int) -> TemplateTag | None:
        """The tag that a place lies in."""
        found = bisect_right(self.tags, start, key=lambda tag: tag.start) - 1
        return self.tags[found] if found >= 0 and start < self.tags[found].end else None

    def line_and_column(self, start: int) -> tuple[int, int]:
        """Line and column of a place, both from 1."""
        return self.source.count("\n", 0, start) + 1, start - (self.source.rfind("\n", 0, start) + 1) + 1


MOST_DIGITS = 18
LARGE_NUMBER = f"a number of more than {MOST_DIGITS} digits cannot stand in a template"
_UNREADABLE = 4_000
"""Digits: Python refuses to read a number of more than 4,300, and does not say where it stands."""

_OPENERS = ("{{", "{%", "{#")
_OPENER = late_pattern(r"\{[{%#]|\{[ \t]+[{%]")
_WORD = late_pattern(r"(?P<name>[^\W\d]\w*)|(?P<sign>\*\*|//|==|!=|>=|<=|[-+*/%~()\[\]{}<>=.:|,;])")
_NUMBER = late_pattern(r"0[xX][\da-fA-F_]+|0[bB][01_]+|0[oO][0-7_]+|\d[\d_]*(?:\.\d[\d_]*)?(?:[eE][-+]?\d[\d_]*)?")
_TEXT = late_pattern(r"'[^'\\]*(?:\\.[^'\\]*)*'|\"[^\"\\]*(?:\\.[^\"\\]*)*\"", re.DOTALL)
_ENDS = {"{{": late_pattern(r"-?\}\}"), "{%": late_pattern(r"[-+]?%\}")}
_CLOSERS = {"{{": "}}", "{%": "%}"}
_WRONG_ENDS = late_pattern(r"[-+]?%\}\}?|-?\}\}|%[ \t]+\}|\}[ \t]+\}|\}")
_ANY_END = late_pattern(r"\}\}|%\}")
_END_RAW = late_pattern(r"\{%[-+]?\s*endraw\s*[-+]?%\}")
_PAIRS = {"(": ")", "[": "]", "{": "}"}


@lru_cache(maxsize=512)
def tags_of(source: str) -> Tags:
    """All tags of a template."""
    return _Scanner(source).scanned()


class _Scanner:
    def __init__(self, source: str) -> None:
        self.source = source
        self.tags: list[TemplateTag] = []
        self.slips: list[Slip] = []

    def scanned(self) -> Tags:
        at = 0
        while found := _OPENER.search(self.source, at):
            at = self._from(found)
        return Tags(self.source, tuple(self.tags), tuple(self.slips))

    def _from(self, found: re.Match[str]) -> int:
        """What begins there is read; where to go on."""
        start, opener = found.start(), found[0]
        if opener == "{#":
            end = self.source.find("#}", start)
            if end < 0:
                self.slips.append(Slip(start, "'{#' is never closed", "write '#}' where the comment is to end"))
                end = self.source.find("\n", start)
            return end + 2 if end >= 0 else len(self.source)
        if opener not in _OPENERS:
            return self._torn(start, opener)
        tag = self._tag(opener, start)
        self.tags.append(tag)
        if tag.name == "raw" and not tag.slips:
            ended = _END_RAW.search(self.source, tag.end)
            if ended is None:
                self.slips.append(Slip(start, "'{% raw %}' is never closed", "write {% endraw %} where it is to end"))
                return tag.end
            self.tags.pop()  # nothing in it is read
            return ended.end()
        return tag.end

    def _torn(self, start: int, opener: str) -> int:
        """`{ %`: only a tag's end on the same line shows that one was meant."""
        sign = opener[-1]
        line = self.source[start : self._line_end(start)]
        if sign == "%" and "%}" in line:
            message, hint = "a blank stands inside the '{%' of a tag", "write '{%' in one piece"
            tag = self._tag("{%", start, len(opener))
            tag.slips.insert(0, Slip(start, message, hint))
            self.tags.append(tag)
            return tag.end
        return start + 1

    def _line_end(self, start: int) -> int:
        end = self.source.find("\n", start)
        return len(self.source) if end < 0 else end

    def _tag(self, opener: str, start: int, width: int = 2) -> TemplateTag:
        at = start + width
        at += self.source[at : at + 1] in {"-", "+"}
        tag, open_brackets = TemplateTag(opener, start, at), list[TagWord]()
        if self.source.startswith("{{%", start):
            tag.slips.append(Slip(start, "'{{%' begins no tag", "write {{ value }}, or {% tag %}"))
            at += 1
        while True:
            at = self._behind_blanks(at)
            if at >= len(self.source) or self._begins_another(tag, at):
                return self._never_closed(tag)
            if not any(word.text == "{" for word in open_brackets) and (ended := self._ended(tag, at)):
                tag.closer, tag.end = at, ended
                self._check_brackets_closed(tag, open_brackets)
                return tag
            at = self._word(tag, at, open_brackets)

    def _behind_blanks(self, at: int) -> int:
        while at < len(self.source) and self.source[at].isspace():
            at += 1
        return at

    def _ended(self, tag: TemplateTag, at: int) -> int | None:
        """Where the tag ends, if it does here; the wrong end is told, and taken for the right one."""
        right = _ENDS[tag.opener].match(self.source, at)
        if right:
            self._check_brace_behind(tag, right.end())
            return right.end()
        wrong = _WRONG_ENDS.match(self.source, at)
        if wrong is None:
            return None
        if not tag.slips:
            message = f"'{tag.opener}' is closed by '{wrong[0]}'"
            tag.slips.append(Slip(at, message, f"write '{_CLOSERS[tag.opener]}', in one piece"))
        return wrong.end()

    def _check_brace_behind(self, tag: TemplateTag, end: int) -> None:
        if self.source.startswith("}", end) and self.source[max(tag.start - 1, 0)] != "{":
            tag.slips.append(Slip(end, "a brace stands behind the end of the tag", "take it out"))

    def _begins_another(self, tag: TemplateTag, at: int) -> bool:
        """Whether a tag begins here, which cannot be inside of another."""
        if not self.source.startswith(_OPENERS, at):
            return False
        line_end, own = self._line_end(at), _CLOSERS[tag.opener]
        inner = _ANY_END.search(self.source, at, line_end)
        end = self.source.find(own, inner.end(), line_end) if inner else -1
        if inner and end >= 0 and not any(opener in self.source[inner.end() : end] for opener in _OPENERS):
            message = f"a tag stands inside the one that begins with '{tag.opener}'"
            tag.slips.append(Slip(at, message, "write the name alone: inside a tag no more braces are needed"))
            tag.closer, tag.end = end, end + len(own)
        return True

    def _never_closed(self, tag: TemplateTag) -> TemplateTag:
        """The tag with its end where its line ends, so that what follows is read."""
        if tag.end:
            return tag
        closer = _CLOSERS[tag.opener]
        end = self._line_end(tag.inner)
        another = _OPENER.search(self.source, tag.inner, end)
        tag.closer = tag.end = another.start() if another else end
        tag.words = [word for word in tag.words if word.start < tag.end]
        message, hint = f"'{tag.opener}' is never closed", f"write '{closer}' where the tag is to end"
        tag.slips = [slip for slip in tag.slips if slip.at < tag.end]
        tag.slips.insert(0, Slip(tag.start, message, hint))
        return tag

    def _word(self, tag: TemplateTag, at: int, open_brackets: list[TagWord]) -> int:
        """The next word is read; where to go on."""
        source, character = self.source, self.source[at]
        if character in "'\"":
            return self._text(tag, at)
        if character in QUOTES:
            return self._curly(tag, at)
        number = _NUMBER.match(source, at)
        if number:
            tag.words.append(TagWord(WordKind.NUMBER, number[0], at))
            if len(number[0]) > _UNREADABLE:
                tag.slips.append(Slip(at, LARGE_NUMBER, "give it a scale, or take it from the data"))
            return number.end()
        found = _WORD.match(source, at)
        if found is None:
            said = named_character(source[at:])
            self._tell_once(tag, Slip(at, f"{said} cannot stand in a tag", hint_for(source[at:])))
            return at + 1
        word = TagWord(WordKind(found.lastgroup), found[0], at)
        tag.words.append(word)
        if word.kind is WordKind.SIGN:
            self._bracket(tag, word, open_brackets)
        return found.end()

    def _text(self, tag: TemplateTag, at: int) -> int:
        found, line_end = _TEXT.match(self.source, at), self._line_end(at)
        ending = self.source.find(_CLOSERS[tag.opener], at, line_end)
        if found and not self._swallows(found, ending):
            tag.words.append(TagWord(WordKind.TEXT, found[0], at))
            return found.end()
        message = f"the text that begins with {self.source[at]} has no end"
        tag.slips.append(Slip(at, message, f"close it with a second {self.source[at]}"))
        end = ending if ending >= 0 else line_end
        tag.words.append(TagWord(WordKind.TEXT, "''", at))
        return end

    def _swallows(self, found: re.Match[str], ending: int) -> bool:
        """Whether a text is one that lost its second quote, and took the end of its tag and more for words."""
        if ending < 0 or found.end() <= ending:
            return False
        beyond = self.source[ending : found.end()]
        return "\n" in beyond or any(opener in beyond for opener in _OPENERS)

    def _curly(self, tag: TemplateTag, at: int) -> int:
        """Words in the quotes of a word processor count as a text, so that what follows is read."""
        quote = self.source[at]
        message = f"the quote {quote} cannot stand in a tag"
        self._tell_once(tag, Slip(at, message, "type straight quotes: \"...\" or '...'"))
        line_end = self._line_end(at)
        ending = self.source.find(_CLOSERS[tag.opener], at, line_end)
        end = ending if ending >= 0 else line_end
        closing = [i for i in range(at + 1, end) if self.source[i] in QUOTES or self.source[i] in "\"'"]
        if quote in OPENING_QUOTES and closing:
            tag.words.append(TagWord(WordKind.TEXT, "''", at))
            return closing[0] + 1
        if closing and self.source[closing[0]] == quote:
            tag.words.append(TagWord(WordKind.TEXT, "''", at))
            return closing[0] + 1
        return at + 1

    @staticmethod
    def _tell_once(tag: TemplateTag, slip: Slip) -> None:
        if slip.hint not in [told.hint for told in tag.slips]:
            tag.slips.append(slip)

    @staticmethod
    def _bracket(tag: TemplateTag, word: TagWord, open_brackets: list[TagWord]) -> None:
        if word.text in _PAIRS:
            open_brackets.append(word)
        elif word.text in _PAIRS.values():
            if open_brackets and _PAIRS[open_brackets[-1].text] == word.text:
                open_brackets.pop()
                return
            if not open_brackets:
                tag.slips.append(Slip(word.start, f"'{word.text}' closes nothing", "take it out, or open it before"))
                return
            opened = open_brackets.pop()
            hint = f"write '{_PAIRS[opened.text]}'"
            tag.slips.append(Slip(word.start, f"'{opened.text}' is closed by '{word.text}'", hint))

    @staticmethod
    def _check_brackets_closed(tag: TemplateTag, open_brackets: Sequence[TagWord]) -> None:
        if tag.slips:
            return
        for word in open_brackets:
            hint = f"write '{_PAIRS[word.text]}' where it is to end"
            tag.slips.append(Slip(word.start, f"'{word.text}' is never closed", hint))
