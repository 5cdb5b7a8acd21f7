"""Inlines as a reader sees them: adjoining texts as one, no blanks at the ends, markers before their stops.

A comma, semicolon or colon that a template has typed falls where nothing stands before it: at the beginning, and behind
an opening bracket or a colon. A blank that it has typed falls before a comma, semicolon or full stop: what stood
between them, a citation say, may be missing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.compose.markdown.marker_positions import before_stops
from briefgen.late_patterns import late_pattern
from briefgen.model.document import Emphasis, Inline, LineBreak, Strong, TextRun
from briefgen.records import replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_OPENED = late_pattern(r"\((?:[,;:] *)+|:(?= )(?: ?[,;](?= ))+|:(?:[,;](?= ))+")
_SIGNS = late_pattern("[(:]| [,;.]")
_BEHIND_BLANK = late_pattern(r" +(?=[,;.](?: |$))")
_LEADING = late_pattern(r"[ \u00a0]*(?:[,;:](?= ) *)*")


def merge(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    """Adjoining texts of one origin as one; a template's typing in several lines leaves no double blanks."""
    runs: list[tuple[Inline, list[str]]] = []
    """Each inline with, of a text, the pieces that it is put together from at the end."""
    last: Inline | None = None
    pieces: list[str] = []
    for inline in inlines:
        if type(inline) is TextRun:
            if type(last) is TextRun and _are_one(last, inline):
                pieces.append(inline.text)
                continue
            blank = type(last) is LineBreak or (bool(pieces) and _ends_blank(pieces))
            text = inline.text.lstrip(" ") if blank else inline.text
            if not text:
                continue
            pieces = [text]
        elif not isinstance(inline, Strong | Emphasis) or inline.inlines:
            pieces = []
        else:
            continue
        last = inline
        runs.append((inline, pieces))
    return tuple([_with_text(i, _opened(i, _single("".join(p)))) if type(i) is TextRun else i for i, p in runs])


def _ends_blank(pieces: Sequence[str]) -> bool:
    """Whether the last of some pieces that holds anything ends with a blank."""
    return pieces[-1].endswith(" ") if pieces[-1] else next((p for p in reversed(pieces) if p), "").endswith(" ")


def _opened(run: TextRun, text: str) -> str:
    if run.origin is not None or not _SIGNS.search(text):
        return text
    return _BEHIND_BLANK.sub("", _OPENED.sub(lambda found: found[0][0], text))


def _begun(run: TextRun, text: str) -> str:
    """A text without the blanks that it begins with, and the signs with nothing before them that a template typed."""
    return text[_LEADING.match(text).end() :] if run.origin is None else text.lstrip(" \u00a0")  # type: ignore[union-attr]  # matches any text


def _with_text(run: TextRun, text: str) -> TextRun:
    return run if run.text == text else replace(run, text=text)


def tidy(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    """Merged, without blanks at either end, markers before the stops of their sentences."""
    given = tuple(inlines)
    if len(given) == 1 and type(given[0]) is TextRun:  # most cells of tables
        text = _begun(given[0], _single(given[0].text)).rstrip(" ")
        return (_with_text(given[0], text),) if text else ()
    out = before_stops(merge(given))
    if out and isinstance(out[0], TextRun):
        out[0] = _with_text(out[0], _begun(out[0], out[0].text))
    if out and isinstance(out[-1], TextRun):
        out[-1] = _with_text(out[-1], out[-1].text.rstrip(" "))
    return tuple([i for i in out if type(i) is not TextRun or i.text])


def _are_one(one: TextRun, other: TextRun) -> bool:
    """Whether two adjoining texts say one thing; a figure stays by itself."""
    alike = one.origin == other.origin and one.language == other.language
    return alike and one.value is None and other.value is None


def _single(text: str) -> str:
    while "  " in text:
        text = text.replace("  ", " ")
    return text
