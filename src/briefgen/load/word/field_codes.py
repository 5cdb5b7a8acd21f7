"""Fields of a Word file: one that fetches or runs something when the file is opened is refused."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.load.word.opc_parts import RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

_UNSAFE = frozenset({
    "DDE", "DDEAUTO", "INCLUDETEXT", "INCLUDEPICTURE", "INCLUDE", "IMPORT", "LINK", "EMBED", "MACROBUTTON", "DATABASE",
    "RD", "AUTOTEXT", "AUTOTEXTLIST", "CONTROL", "HTMLCONTROL",
})  # fmt: skip
_ANYWHERE = re.compile(rf"\b({'|'.join(sorted(_UNSAFE))})\b")
"""In capitals wherever it stands: a field may build another one's code."""
_TOKEN = re.compile(r'"[^"]*"|\S+')
_WITH_WORDS = frozenset({"\\l", "\\o", "\\t"})
"""Switches of HYPERLINK that have an argument (ISO/IEC 29500-1, 17.16.5.25)."""
_ELSEWHERE = re.compile(r"(?!(https?|mailto):)[a-z][a-z0-9+.-]*:|\\", re.IGNORECASE)


def check_fields(name: str, root: Element) -> None:
    """Refuse the part of which a field fetches or runs something.

    Raises:
        RefusedError: naming the part and the field.
    """
    for code in _codes(root):
        words = [token.strip('"') for token in _TOKEN.findall(code)]
        first = words[0].upper() if words else ""
        found = _ANYWHERE.search(code)
        if first in _UNSAFE or found:
            kind = first if first in _UNSAFE else found[0] if found else ""
            raise RefusedError(f"{name} holds a field that fetches or runs something ({kind})")
        if first == "HYPERLINK" and _ELSEWHERE.match(address := _address(words[1:])):
            raise RefusedError(f"{name} holds a link to {address[:60]!r}, which is none of http, https or mailto")


def _address(words: list[str]) -> str:
    """The address among the words behind HYPERLINK; empty for a link within the file."""
    waiting = iter(words)
    for word in waiting:
        if word.lower() in _WITH_WORDS:
            next(waiting, None)
        elif not re.fullmatch(r"\\[a-z]", word, re.IGNORECASE):
            return word
    return ""


def _codes(root: Element) -> Iterator[str]:
    """The code of every field. It may be split over runs and paragraphs, and hold other fields; changes count too."""
    open_fields: list[list[str]] = []
    loose: list[str] = []
    for element in root.iter():
        kind = _local(element.tag)
        if kind == "fldSimple":
            yield _attribute(element, "instr")
        elif kind in {"instrText", "delInstrText"}:
            for code in (*open_fields[-1:], loose):
                code.append(element.text or "")
        elif kind == "fldChar":
            match _attribute(element, "fldCharType"):
                case "begin":
                    open_fields.append([])
                case "end" if open_fields:
                    yield "".join(open_fields.pop())
                case _:
                    pass
        elif kind == "p":
            yield "".join(loose)
            loose = []
    yield "".join(loose)
    yield from map("".join, open_fields)


def _local(tag: object) -> str:
    """A name without its namespace: there are two for the same thing, and readers take either."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _attribute(element: Element, name: str) -> str:
    return next((str(value) for key, value in element.attrib.items() if _local(key) == name), "")
