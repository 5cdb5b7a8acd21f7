"""Titles of an entry: with subtitle and addition, of what it appeared in, and what stands in where there is none."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from briefgen.load.references.tex_words import CLOSE_NAME, OPEN_NAME

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefgen.load.references.entry_losses import EntryLosses

_INSTEAD = (
    "shorttitle", "booktitle", "maintitle", "eventtitle", "titleaddon", "issuetitle", "journaltitle", "journal",
    "series", "note", "howpublished", "addendum", "number", "shorthand", "doi", "eprint", "url",
)  # fmt: skip
"""Fields that name an entry without a title, the best first."""
_ENDS = tuple(".?!:…")


def title_of(kind: str, values: Mapping[str, str], losses: EntryLosses) -> tuple[str, str | None]:
    """A title, and its sentence form where braces tell which words are names; empty where nothing names the entry."""
    if kind == "periodical" and "issuetitle" in values:
        return _whole(values, "issue", losses), None
    if not values.get("title"):
        return _instead(kind, values, losses), None
    marked = [losses.words.marked(values[name]) for name in ("title", "subtitle") if values.get(name)]
    given = _without_marks(_whole(values, "", losses))
    if values.get("titleaddon") or any(OPEN_NAME not in part for part in marked):
        return given, None
    sentence = _joined([_sentence(part) for part in marked], ": ")
    return given, sentence if sentence.casefold() == given.casefold() else None


def container_of(kind: str, values: Mapping[str, str], losses: EntryLosses) -> str:
    """What an entry appeared in: a journal, a book, a site."""
    if kind == "periodical" and "issuetitle" in values:
        return _whole(values, "", losses)
    if journal := values.get("journaltitle") or values.get("journal"):
        if "booktitle" in values:
            losses.add("its book's title gives way to its journal's")
        return _whole({**values, "journaltitle": journal}, "journal", losses)
    if not values.get("title"):
        return ""  # whatever there is stands in for the title
    return _joined([whole for kind in ("main", "book") if (whole := _whole(values, kind, losses))], ": ")


def _whole(values: Mapping[str, str], lead: str, losses: EntryLosses) -> str:
    """A title with its subtitle, and the addition behind both."""
    said = [losses.words.plain(values.get(f"{lead}{name}", "")) for name in ("title", "subtitle", "titleaddon")]
    title = _joined([part for part in said[:2] if part], ": ")
    return _joined([part for part in (title, said[2]) if part], ". ")


def _joined(parts: list[str], mark: str) -> str:
    """Parts with a mark between, or a blank where the first ends in a stop."""
    out = parts[0] if parts else ""
    for part in parts[1:]:
        out = f"{out} {part}" if out.endswith(_ENDS) or not out else f"{out}{mark}{part}"
    return out.strip()


def _instead(kind: str, values: Mapping[str, str], losses: EntryLosses) -> str:
    """What names an entry that has no title."""
    for name in _INSTEAD:
        if words := losses.words.plain(values.get(name, "")):
            losses.add(f"it has no title, and '{name}' stands in for it")
            return words
    if any(values.get(name) for name in ("author", "editor")):
        losses.add("it has no title, and its kind stands in for it")
        return f"[{kind}]"
    return ""


def _without_marks(words: str) -> str:
    return _tidy(words.replace(OPEN_NAME, "").replace(CLOSE_NAME, ""))


def _tidy(words: str) -> str:
    """With single blanks, and letters composed with the marks that stood behind a brace."""
    return unicodedata.normalize("NFC", " ".join(words.split()))


def _sentence(marked: str) -> str:
    """A title in small letters but for its first one and for what braces protect."""
    given = _without_marks(marked)
    parts = re.split(f"{OPEN_NAME}([^{CLOSE_NAME}]*){CLOSE_NAME}", marked)
    sentence = " ".join("".join(part if place % 2 else part.lower() for place, part in enumerate(parts)).split())
    at = next((i for i, c in enumerate(sentence) if c.isalpha()), 0)
    return _tidy(sentence[:at] + given[at : at + 1] + sentence[at + 1 :])
