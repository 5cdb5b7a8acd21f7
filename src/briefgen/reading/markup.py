"""The text of XML and HTML, attributes and comments included."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.late_patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

_TAG = late_pattern(r"(<!--.*?-->|<[^>]*>)", re.DOTALL)
_COMMENT_BEGIN = "<!--"
_COMMENT = late_pattern(r"<!--(.+)-->", re.DOTALL)
_VALUE = late_pattern(r"""=\s*(?:"([^"]*)"|'([^']*)')""")
_PORTION = 1 << 18
"""Characters that are taken apart at once."""
_PICTURE = late_pattern(r"data:image/(?:png|jpeg);base64,[A-Za-z0-9+/=]+")
"""Pixels hold no words, and by chance their letters may spell one."""
_ESCAPE = late_pattern(r"\\u([0-9a-fA-F]{4})")


def texts_of_markup(data: bytes) -> str:
    """What stands between the tags, as one text, then what stands in them; in tags that are alike, once.

    Words that are cut into several runs join again: only the tags between them are gone.
    """
    markup = _PICTURE.sub("", data.decode("utf-8", "replace"))
    between: list[str] = []
    tags: dict[str, None] = {}  # a table of thousands of rows has few, each many times
    for portion in _portions(markup):
        pieces = _TAG.split(portion)
        between.append("".join(pieces[::2]))
        tags.update(dict.fromkeys(pieces[1::2]))
    inside = [_unescaped(one or other) for tag in tags for one, other in _VALUE.findall(tag)]
    comments = [found[1] for tag in tags if (found := _COMMENT.fullmatch(tag))]
    return _ESCAPE.sub(_character, "\n".join((_unescaped("".join(between)), *inside, *comments)))


def _portions(markup: str) -> Iterator[str]:
    """The markup in parts: all of a long one would be taken apart into as many again. No part ends within a tag."""
    begin, size = 0, len(markup) if _COMMENT_BEGIN in markup else _PORTION
    while begin < len(markup):
        end = markup.find(">", begin + size) + 1 or len(markup)
        yield markup[begin:end]
        begin = end


def _unescaped(text: str) -> str:
    if "&" not in text:
        return text
    from html import unescape  # with all names of HTML, which a PDF has none of

    return unescape(text)


def _character(found: re.Match[str]) -> str:
    return chr(int(found[1], 16))
