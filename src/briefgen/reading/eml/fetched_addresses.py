"""What the page of a mail would have a program fetch or run."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from briefgen.late_patterns import late_pattern

_FETCHING = frozenset({"src", "srcset", "background", "data", "poster", "action", "formaction"})
_ACTIVE = frozenset({"script", "link", "iframe", "object", "embed", "form", "base", "svg", "audio", "video"})
_IN_CSS = late_pattern(r"url\s*\(|@import", re.IGNORECASE)


def addresses_in(page: str) -> list[str]:
    """Each address that is fetched, in order; of an element or a rule that is no mail's matter, its name.

    Example:
        >>> addresses_in('<p>src="x"<img src="cid:a"><script>')
        ['cid:a', 'script']
    """
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return reader.found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _ACTIVE:
            self.found.append(tag)
        for name, value in attrs:
            if name in _FETCHING or name.startswith("on"):
                self.found.append(value or name)
            elif name == "style":
                self._look_at(value or "")

    def handle_data(self, data: str) -> None:
        if self.cdata_elem:  # the words of a style sheet
            self._look_at(data)

    def _look_at(self, css: str) -> None:
        self.found.extend(_IN_CSS.findall(css))
