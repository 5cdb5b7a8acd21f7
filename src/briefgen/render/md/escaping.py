"""Text that stays text: a backslash before what Markdown could read as markup."""

from __future__ import annotations

import re
from urllib.parse import quote

from briefgen.late_patterns import late_pattern

PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
"""What every reader of Markdown takes for punctuation (CommonMark 2.1)."""
_ENTITY = late_pattern(r"&(?=#|[A-Za-z][A-Za-z0-9]*;)")
_ADDRESS = late_pattern(r"(?<=http|ttps):(?=//)|(?<=www)\.", re.IGNORECASE)
_BARE = r"(?<![\]!^])\[[\d+−](?:[^\W_]|[.,;%+−–… \u00a0-])*\](?![(:\[])"
"""Numbers in brackets: citations and intervals. They would name a link that is defined elsewhere, and there is none."""
_MARKUP = late_pattern(
    rf"(?P<bare>{_BARE})|[\\`*_\[\]<|~]|\$(?!\d)|{_ENTITY.pattern}|{_ADDRESS.pattern}", re.IGNORECASE
)
"""Marks, code, links, tags, cells, deletions, references to characters; the dollar of formulas, not of money; and what
makes a link of an address that is none, with every backslash that follows."""
_OPENS_A_BLOCK = late_pattern(
    r"""
    (?:\#{1,6}|[-+])(?=[ \t]|$)          # a heading, an item
    | >                                  # a quotation
    | (?=[-=:][-=:\ \t]*$)               # a rule, the line under a heading or under the head of a table
    | \d{1,9}(?=[.)](?:[ \t]|$))         # a numbered item: its point or bracket
    """,
    re.VERBOSE,
)
_ENDS_AN_ADDRESS = late_pattern(r"[\s\x00-\x1f\x7f()<>\\`|]")
_CLOSES_A_HEADING = late_pattern(r"(?:^|(?<=[ \t]))(?=#+$)")


def escaped(text: str) -> str:
    """A text for the middle of a line."""
    return _MARKUP.sub(lambda found: found[0] if found["bare"] else f"\\{found[0]}", text)


def destination(address: str) -> str:
    """An address for the brackets of a link."""
    return _ENTITY.sub(r"\\\g<0>", _ENDS_AN_ADDRESS.sub(lambda found: quote(found[0]), address))


def line_guarded(line: str) -> str:
    """A line of a paragraph that does not begin a block of another kind."""
    found = _OPENS_A_BLOCK.match(line)
    if found is None:
        return line
    at = found.end() if found[0].isdigit() else 0
    return f"{line[:at]}\\{line[at:]}"


def heading_guarded(line: str) -> str:
    """The words of a heading, of which no sign at the end is taken for its close."""
    return _CLOSES_A_HEADING.sub(r"\\", line)


def character_reference(character: str) -> str:
    """A character by its number: what stands beside it then is punctuation."""
    return f"&#{ord(character)};"
