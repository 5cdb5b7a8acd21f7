"""Files of Markdown with a head: YAML between two lines `---`."""

from __future__ import annotations

import re

from briefgen.late_patterns import late_pattern
from briefgen.records import dataclass

_HEAD = late_pattern(r"---[ ]*\n(.*?)^---[ ]*$\n?", re.DOTALL | re.MULTILINE)
FENCE = "---"


@dataclass(frozen=True, slots=True)
class Headed:
    """A text taken apart."""

    yaml: str
    """The head, each line of it on the line of the file."""
    body: str
    first_line: int
    """Of the body, in the file."""


def headed(text: str) -> Headed | None:
    """The head and the body of a text; None where it has no head, or one that is never closed."""
    found = _HEAD.match(text)
    if found is None:
        return None
    return Headed(f"\n{found[1]}", text[found.end() :], found[0].count("\n") + 1)
