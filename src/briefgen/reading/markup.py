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
    from html import unescape  # with all names of HTML, which a PDF has none of

    markup = _PICTURE.sub("", data.decode("utf-8", "replace"))
    between = unescape(_TAG.sub("", markup))
    inside = (unescape(one or other) for tag in _TAG.finditer(markup) for one, other in _VALUE.findall(tag[0]))
    comments = (tag[1] for tag in _TAG.finditer(markup) if tag[1])
    return _ESCAPE.sub(_character, "\n".join((between, *inside, *comments)))


def _character(found: re.Match[str]) -> str:
    return chr(int(found[1], 16))
