"""The text of XML and HTML, attributes and comments included."""

from __future__ import annotations

import re

from briefgen.late_patterns import late_pattern

_TAG = late_pattern(r"<!--(.*?)-->|<[^>]*>", re.DOTALL)
_VALUE = late_pattern(r"""=\s*(?:"([^"]*)"|'([^']*)')""")
_PICTURE = late_pattern(r"data:image/(?:png|jpeg);base64,[A-Za-z0-9+/=]+")
"""Pixels hold no words, and by chance their letters may spell one."""
_ESCAPE = late_pattern(r"\\u([0-9a-fA-F]{4})")


def texts_of_markup(data: bytes) -> str:
    """What stands between the tags, as one text, then what stands in them.

    Words that are cut into several runs join again: only the tags between them are gone.
    """
    markup = _PICTURE.sub("", data.decode("utf-8", "replace"))
    between = _unescaped(_TAG.sub("", markup))
    inside, comments = _within_tags(markup)
    return _ESCAPE.sub(_character, "\n".join((between, *inside, *comments)))


def _within_tags(markup: str) -> tuple[list[str], list[str]]:
    """The values of all attributes, and the comments."""
    known: dict[str, list[str]] = {}  # a table of thousands of rows has few tags, each many times
    inside: list[str] = []
    comments: list[str] = []
    for found in _TAG.finditer(markup):
        tag = found[0]
        values = known.get(tag)
        if values is None:
            values = known[tag] = [_unescaped(one or other) for one, other in _VALUE.findall(tag)]
        inside += values
        if found[1]:
            comments.append(found[1])
    return inside, comments


def _unescaped(text: str) -> str:
    if "&" not in text:
        return text
    from html import unescape  # with all names of HTML, which a PDF has none of

    return unescape(text)


def _character(found: re.Match[str]) -> str:
    return chr(int(found[1], 16))
