"""Problems in templates, with the template's own line and column."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from jinja2.utils import Namespace

from briefgen.compose.source.block_structure import deepest
from briefgen.compose.source.source_map import readable
from briefgen.compose.source.spread_source import spread_of
from briefgen.compose.source.template_tags import tags_of
from briefgen.diagnostics import Place, Report, close_to
from briefgen.model.template_files import is_among
from briefgen.records import dataclass, field
from briefgen.trace import holds_figure

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from types import FrameType

    from jinja2 import Template


_UNPRINTABLE = {bool: "a yes or no", type(None): "an empty value", Namespace: "a namespace"}
_SHOWN = 60
"""Characters of a template's words that a message repeats."""


LISTED = "docs/templates.md lists what there is"
"""The next step where no name is near."""


FALLS_AWAY = "put what leans on it into [[ ... ]], which falls away without it; '??' there begins what is said instead"
"""The next step where a template takes for granted what need not be there."""
_LIKENESS = 0.7
"""Of two words that are taken for one: 'titel' and 'title' are, 'name' and 'namespace' are not."""
_MOST_LISTED = 20
"""Names that a hint lists."""


_ONLY_IN: Mapping[str, str] = {
    "loop": "'loop' is there inside of {% for %} only", "caller": "'caller' is there inside of a macro only",
}  # fmt: skip


def suggestion(word: str, known: Iterable[str], *, what: str = "") -> str:
    """The next step where a word is not known: the word that is nearly the same, else the few that there are."""
    words = sorted(set(known) - {word})
    if word in _ONLY_IN:
        return _ONLY_IN[word]
    near = close_to(word, words, _LIKENESS)
    if near:
        return f"did you mean '{near}'?"
    return f"{what}: {', '.join(words)}" if what and 0 < len(words) <= _MOST_LISTED else LISTED


def _stem(name: str) -> str:
    """`lines`, of `partials/lines.md.j2`."""
    return name.rpartition("/")[2].partition(".")[0]


_OF_MISSING = frozenset({"BG404", "BG412"})
"""Of a value that is not there, and was printed or asked."""


def _are_one_line(one: Place, other: Place) -> bool:
    return (one.path, one.line) == (other.path, other.line)


class TemplateStop(Exception):  # noqa: N818 - not an error: the problem has been reported already
    """Ends one section's rendering after its problem was reported."""


@dataclass(slots=True)
class Problems:
    """Reports what goes wrong while templates run."""

    report: Report
    sources: Mapping[str, str]
    """Template path → text, to find columns in."""
    known: list[str] = field(default_factory=list)
    """Names a template may use, for suggestions."""
    unread: frozenset[str] = frozenset()
    """Templates that are there and could not be read, which has been told."""
    falling: int = 0
    """In how many clauses, or rows, the template is that fall away where a value is missing: there it may be."""
    _not_there: set[str] = field(default_factory=set)
    _doubts: dict[Place, tuple[str, str]] = field(default_factory=dict)
    """Where a template prints what was likely meant otherwise → message and next step."""
    _lines: dict[Template, list[tuple[int, int]]] = field(default_factory=dict)
    """Lines of templates and of their code, the last first: Jinja2 reads them from a text each time it is asked."""

    def at_current_line(self, code: str, message: str, hint: str | None = None, near: str = "") -> None:
        """Report an error at the template line that is running now; `near` is the word the column points at."""
        self.report.error(code, self.here(near), readable(message), hint and readable(hint))

    def unprintable(self, value: object) -> None:
        """Report, at the line that is running now, that a value has no words: a function, a list, a namespace ..."""
        what = _UNPRINTABLE.get(type(value), "a function" if callable(value) else "a list")
        hint = "loop over it, or name one field" if what == "a list" else "ask for it with {% if %}"
        hint = self._meant_here() or FALLS_AWAY if value is None else hint
        self.at_current_line("BG404", f"{what} cannot be printed", hint)

    def nothing(self, message: str, near: str, hint: str = FALLS_AWAY) -> None:
        """Report, at the line that is running now, that a template takes for granted what need not be there."""
        if not self.falling:
            self.at_current_line("BG412", message, self._meant_here() or hint, near)

    def doubt(self, place: Place, message: str, hint: str) -> None:
        """Keep a warning of what was likely meant otherwise, until it is known whether anything is missing there."""
        self._doubts[place] = message, hint

    def _meant_here(self) -> str | None:
        """What was likely meant on the line that is running now, where that is kept."""
        here = self.here()
        return next((hint for at, (_, hint) in self._doubts.items() if _are_one_line(at, here)), None)

    def tell_doubts(self) -> None:
        """Tell what is kept, but for lines of which an error says it: one slip is told once."""
        told = [one.place for one in self.report.diagnostics if one.code in _OF_MISSING] if self._doubts else []
        for place, (message, hint) in self._doubts.items():
            if not any(_are_one_line(place, other) for other in told):
                self.report.warning("BG406", place, message, hint)
        self._doubts.clear()

    def nothing_placed(self, message: str, hint: str, near: str) -> None:
        """Note, at the line that is running now, that a call places nothing of all that it was given."""
        self.report.info("BG418", self.here(near), message, hint)

    def typed(self, words: str, place: Place | None = None) -> None:
        """Warn of a figure that a template's own words hold; without a place, at the line that is running now."""
        if holds_figure(words):
            shown = " ".join(readable(words).split())[:_SHOWN]
            at = self.here(shown) if place is None else place
            hint = "print it from the data, or mark it: {{ typed('2030', 'why it stands here') }}"
            self.report.warning("BG440", at, f"a figure is typed: '{shown}'", hint)

    def no_template(self, name: str, place: Place) -> None:
        """Report that a template is named which is not there."""
        if is_among(name, self.unread) or name in self._not_there:
            return  # told at the file itself, or where it was named when the template was read
        self._not_there.add(name)
        partials = [known for known in self.sources if known.startswith("partials/")]
        if name == "None":  # what was to name it is not there itself
            message, hint = "what is to be placed here is no template", 'name it in quotes: "partials/lines.md.j2"'
            self.report.error("BG401", place, message, hint)
            return
        by_stem = {_stem(known): known for known in partials or self.sources}
        near = by_stem.get(close_to(_stem(name), by_stem, _LIKENESS) or "")
        listed = f"there are: {', '.join(sorted(partials))}" if 0 < len(partials) <= _MOST_LISTED else ""
        hint = f"did you mean '{near}'?" if near else listed or "put the file into templates/partials/"
        self.report.error("BG401", place, f"there is no template '{readable(name)}'", hint)

    def here(self, near: str = "") -> Place:
        """The template line that is running now."""
        frame: FrameType | None = sys._getframe(1)  # noqa: SLF001 - the only way from a filter to its template line
        while frame is not None:
            template = frame.f_globals.get("__jinja_template__")
            if template is not None:
                return self.here_in(template.name or "", self._line_of(template, frame.f_lineno), near)
            frame = frame.f_back
        return Place("")

    def _line_of(self, template: Template, code_line: int) -> int:
        """The line of a template, as the engine counts it, that a line of its code was made of."""
        if template not in self._lines:
            self._lines[template] = template.debug_info[::-1]
        return next((line for line, of_code in self._lines[template] if of_code <= code_line), 1)

    def here_in(self, name: str, line: int, near: str = "") -> Place:
        """The place of a line as the engine counts it, a word a line; of a word in the same tag, if it is there."""
        return Place(f"templates/{name}", *spread_of(self.sources.get(name, "")).place(line, near))

    def on_line(self, name: str, line: int, near: str = "") -> Place:
        """The place of a line of the file, and of the first word like that on it."""
        lines = self.sources.get(name, "").split("\n")
        text = lines[line - 1] if 0 < line <= len(lines) else ""
        return Place(f"templates/{name}", line, text.find(near) + 1 if near and near in text else 1)

    def at(self, name: str, start: int) -> Place:
        """The place of a character of a template, counted from its start."""
        return Place(f"templates/{name}", *tags_of(self.sources[name]).line_and_column(start))

    def longest(self, name: str) -> int:
        """The place of the longest tag of a template."""
        return deepest(tags_of(self.sources[name]), len(self.sources[name]))
