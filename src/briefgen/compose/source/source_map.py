"""Where a line of rendered Markdown stands in its template.

Every literal line of a template starts with a marker that survives rendering; afterwards the markers are taken
out and leave a map from rendered lines to template lines. A line that is set in and holds values alone, none of which
has anything to say, goes with its markers: what is said of a member of a list may take several lines.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import nodes

from briefgen.compose.source.every_node import every
from briefgen.diagnostics import Place
from briefgen.late_patterns import late_pattern
from briefgen.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

START, END = "\ue002", "\ue003"
_SET_IN = ">"
"""Behind the number of a line that begins with blanks and then a value."""
_MARKER = late_pattern(f"{START}([^{END}]*):(\\d+)({_SET_IN}?){END}")
_TOKEN = late_pattern("\ue000[0-9]+\ue001")
_PRIVATE_USE = late_pattern("[\ue000-\uf8ff]")


def mark_lines(template: nodes.Template, name: str, line_of: Callable[[int], int]) -> None:
    """Put a marker at the start of every literal line of a parsed template; `line_of` gives the file's lines."""
    for data in every(nodes.TemplateData, template):
        lines = data.data.split("\n")
        signs = ["" for _ in lines[1:]] + [_SET_IN if lines[-1] and not lines[-1].strip(" ") else ""]
        marked = [
            f"{START}{name}:{line_of(data.lineno + i)}{sign}{END}{line}"
            for i, (line, sign) in enumerate(zip(lines, signs, strict=True))
        ]
        data.data = "\n".join(marked)


@dataclass(frozen=True, slots=True)
class Lined:
    """Rendered text without markers, and the place of each of its lines."""

    text: str
    places: tuple[Place, ...]

    def place(self, line: int) -> Place:
        """The template's line for a rendered line that counts from 0."""
        return self.places[min(line, len(self.places) - 1)] if self.places else Place("")


def take_markers(rendered: str, start: Place) -> Lined:
    """The text without its markers, with the place of every line; lines without one belong to the last seen."""
    places: list[Place] = []
    texts: list[str] = []
    seen = start
    last = ""
    """The last marker that was seen: the rows of a table all come from one line."""
    for line in rendered.split("\n"):
        words = line.replace(last, "")
        if START not in words and (words.strip(" ") or words == line):
            places.append(seen)
            texts.append(words)
            continue
        found = _MARKER.findall(line)
        if found:
            name, number, _ = _first_with_text(line) or found[-1]
            seen = Place(name, int(number), 1)
        text = _MARKER.sub("", line)
        if text.strip(" ") or not any(sign for _, _, sign in found):
            places.append(seen)
            texts.append(text)
        if found:
            name, number, sign = found[-1]
            seen, last = Place(name, int(number), 1), f"{START}{name}:{number}{sign}{END}"
    return Lined("\n".join(texts), tuple(places))


def without_markers(text: str) -> str:
    """A text without its markers."""
    return _MARKER.sub("", text)


def readable(text: str) -> str:
    """A text for a message: without markers, and three dots for each token."""
    return _PRIVATE_USE.sub("", _TOKEN.sub("...", without_markers(text)))


def _first_with_text(line: str) -> Sequence[str] | None:
    """The marker before the first words of a line."""
    for found in _MARKER.finditer(line):
        rest = line[found.end() :]
        if rest and not rest.startswith(START):
            return found.groups()
    return None
