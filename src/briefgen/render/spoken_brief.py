"""What a brief says to readers who do not see it, worded once for every format: its links, its signs and acronyms."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, assert_never
from urllib.parse import urlsplit

from briefgen.late_patterns import late_pattern
from briefgen.model.document import Callout, Exhibit, Heading, ReferenceList, Table
from briefgen.model.traversal import every_block, plain_text
from briefgen.model.values.spoken_words import ExpandedWhere

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefgen.model.document import Block, Link, TextRun
    from briefgen.model.values.spoken_words import Expansion, SpokenWords

_BRACKETS = "()[] "
_LONGEST_PATH = 60
_IN_ADDRESS = late_pattern(r"://|\bwww\.|@")


class SpokenBrief:
    """The descriptions of a document's links, and its texts by what is said of their parts."""

    def __init__(self, words: SpokenWords, blocks: Iterable[Block]) -> None:
        self._words = words
        self._sources: dict[int, str] = {}
        self._places: dict[str, str] = {}
        for block in every_block(blocks):
            if isinstance(block, ReferenceList):
                self._sources.update((item.number, item.spoken_name) for item in block.items if block.numbered)
            elif isinstance(block, Heading | Callout | Table | Exhibit):
                self._places[block.id] = _place(block, words)
        self._pattern = _pattern(words.expansions)
        self._shorts = tuple(one.short for one in words.expansions)

    def source(self, number: int, printed: str) -> str:
        """Of a citation and what is printed of it: `Source 1, Raza and Nawaz (2021)`."""
        marker, name = printed.strip(_BRACKETS), self._sources.get(number, "")
        pattern = self._words.source if name else self._words.source_named
        return pattern.format(marker=marker, name=name or marker) or printed

    def note(self, number: int) -> str:
        """Of a footnote's mark: `Note 3`."""
        return self._words.note.format(number=number) or str(number)

    def place(self, target: str, printed: str) -> str:
        """Of what leads to another block: `Table 2, Visits`, `Section Trade`."""
        return self._places.get(target) or printed

    def address(self, link: Link) -> str:
        """Of what leads to an address: its plain name, behind the words that are printed in its place."""
        printed = _one_line(plain_text(link.inlines))
        if not printed or is_address(printed):
            return plain_address(link.url)
        host = site_of(link.url)
        return f"{printed}, {host}" if host and host not in printed else printed

    def pieces(self, run: TextRun) -> Iterator[tuple[str, Expansion | None]]:
        """A text in parts, each with what it stands for; nothing is known of another language, or of addresses."""
        text, at = run.text, 0
        for found in self._found(run):
            expansion = _expansion(found, self._words.expansions)
            if _is_introduced(text, found, expansion):
                continue
            if found.start() > at:
                yield text[at : found.start()], None
            yield found[0], expansion
            at = found.end()
        if at < len(text):
            yield text[at:], None

    def is_plain(self, run: TextRun) -> bool:
        """Whether nothing is to be said of any part of a text."""
        return next(self._found(run), None) is None

    def _found(self, run: TextRun) -> Iterator[re.Match[str]]:
        """The short forms of a text."""
        text = run.text
        for short in self._shorts:  # nearly no text has one, and looking for where it stands takes much longer
            if short in text:
                break
        else:
            return iter(())
        if self._pattern is None or run.language or is_address(text):
            return iter(())
        return self._pattern.finditer(text)


def _place(block: Heading | Callout | Table | Exhibit, words: SpokenWords) -> str:
    match block:
        case Heading():
            return words.section.format(title=_one_line(plain_text(block.inlines)))
        case Callout():
            return words.box.format(title=_one_line(plain_text(block.title)))
        case Table() | Exhibit():
            caption = block.caption
            return ", ".join(filter(None, (caption.label, _one_line(plain_text(caption.title))))) if caption else ""


def _one_line(words: str) -> str:
    return " ".join(words.split())


def is_address(words: str) -> bool:
    """Whether some words are an address, or hold one."""
    return _IN_ADDRESS.search(words) is not None


def site_of(url: str) -> str:
    """The site of an address: `unesco.org`.

    Example:
        >>> site_of("https://www.unesco.org/en/articles?id=3")
        'unesco.org'
    """
    return urlsplit(url).netloc.rpartition("@")[2].removeprefix("www.")


def plain_address(url: str) -> str:
    """An address as one would say it: without what every address has, and without what only machines read.

    Example:
        >>> plain_address("https://www.unesco.org/en/articles/?id=3#top")
        'unesco.org/en/articles'
    """
    path = urlsplit(url).path.rstrip("/")
    return site_of(url) + (path if len(path) <= _LONGEST_PATH else "") or url


def _is_introduced(text: str, found: re.Match[str], expansion: Expansion) -> bool:
    """Whether the words have just been said: `Eurasian Economic Union (EAEU)`."""
    before = text[: found.start()]
    if expansion.where is not ExpandedWhere.WORD or before[-1:] != "(" or text[found.end() : found.end() + 1] != ")":
        return False
    said = before[:-1].rstrip().casefold()
    return not said or said.endswith(expansion.words.casefold())


def _expansion(found: re.Match[str], expansions: tuple[Expansion, ...]) -> Expansion:
    return expansions[(found.lastindex or 1) - 1]


@cache
def _pattern(expansions: tuple[Expansion, ...]) -> re.Pattern[str] | None:
    """Finds every short form where it stands for its words; the longer of two is looked for first."""
    if not expansions:
        return None
    return re.compile("|".join(f"({_where(one)})" for one in expansions))


def _where(one: Expansion) -> str:
    short = re.escape(one.short)
    match one.where:
        case ExpandedWhere.WORD:
            return rf"(?<![\w@./&$]){short}(?![\w@/&$]|\.\w)"
        case ExpandedWhere.CURRENCY:
            return rf"(?<![^\W\d_]){short}"
        case ExpandedWhere.SIGN:
            return rf"{short}(?=\s?[^\s\d]{{0,4}}\s?\d)"
        case ExpandedWhere.SPAN:
            behind = r"[^\s\w]?[^\W\d_]*\d|[^\W\d_]+\s\d"
            return rf"(?<=[\d%]){short}(?={behind})|(?<=[\d%]\s){short}(?=\s[^\s\w]?\d)"
        case ExpandedWhere.ARROW:
            return rf"(?<=\w\s){short}(?=\s\w)"
    assert_never(one.where)
