"""Problems in templates, with the template's own line and column."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from jinja2.runtime import Undefined
from jinja2.utils import Namespace, missing
from markupsafe import Markup

from briefgen.compose.source.source_map import readable
from briefgen.compose.values.template_value import Shown, field_names, named_kind
from briefgen.diagnostics import Place, Report, did_you_mean, with_article
from briefgen.model.view import Item
from briefgen.trace import holds_figure

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from types import FrameType


_UNPRINTABLE = {bool: "a yes or no", type(None): "an empty value", Namespace: "a namespace"}
_SHOWN = 60
"""Characters of a template's words that a message repeats."""


LISTED = "docs/templates.md lists what there is"
"""The next step where no name is near."""


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

    def at_current_line(self, code: str, message: str, hint: str | None = None, near: str = "") -> None:
        """Report an error at the template line that is running now; `near` is the word the column points at."""
        self.report.error(code, self.here(near), readable(message), hint and readable(hint))

    def unprintable(self, value: object) -> None:
        """Report, at the line that is running now, that a value has no words: a function, a list, a namespace ..."""
        what = _UNPRINTABLE.get(type(value), "a function" if callable(value) else "a list")
        hint = "loop over it, or name one field" if what == "a list" else "ask for it with {% if %}"
        self.at_current_line("BG404", f"{what} cannot be printed", hint)

    def nothing(self, message: str, near: str) -> None:
        """Report, at the line that is running now, that a template takes for granted what need not be there."""
        self.at_current_line("BG412", message, "ask with {% if %} whether it is there", near)

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

    def here(self, near: str = "") -> Place:
        """The template line that is running now."""
        frame: FrameType | None = sys._getframe(1)  # noqa: SLF001 - the only way from a filter to its template line
        while frame is not None:
            template = frame.f_globals.get("__jinja_template__")
            if template is not None:
                line = template.get_corresponding_lineno(frame.f_lineno)
                return self.place(template.name or "", line, near)
            frame = frame.f_back
        return Place("")

    def place(self, name: str, line: int, near: str = "") -> Place:
        """A line of a template, and the column of a word on it."""
        path = f"templates/{name}"
        lines = self.sources.get(name, "").split("\n")
        text = lines[line - 1] if 0 < line <= len(lines) else ""
        return Place(path, line, text.find(near) + 1 if near and near in text else 1)


class ReportedUndefined(Undefined):
    """A name or field that is not there: reports itself when used, and lets the template go on to its next problem."""

    __slots__ = ()
    problems: Problems

    def _report(self) -> None:
        name, owner, problems = str(self._undefined_name), self._undefined_obj, self.problems
        if isinstance(owner, ReportedUndefined):
            bool(owner)  # reports itself: what comes first is what is wrong
        elif owner is None:
            problems.nothing(f"'{name}' is asked of nothing: what stands before it is not there", name)
        elif owner is missing and name.lstrip("-").isdigit():
            problems.nothing(f"there is no member {name}: the list is shorter", name)
        elif isinstance(owner, Shown):
            kind = owner.raw.kind if isinstance(owner.raw, Item) else named_kind(owner.raw)
            hint = did_you_mean(name, field_names(owner.raw)) or "print it as it is: it has no fields"
            message = f"{with_article(kind.replace('_', ' '))} has no field '{name}'"
            problems.at_current_line("BG402", message, hint, name)
        elif isinstance(owner, dict):
            hint = did_you_mean(name, map(str, owner)) or LISTED
            problems.at_current_line("BG402", f"there is no '{name}' here", hint, name)
        else:
            hint = did_you_mean(name, problems.known) or LISTED
            problems.at_current_line("BG402", f"'{name}' is not defined", hint, name)

    def __str__(self) -> str:
        self._report()
        return ""

    def __html__(self) -> Markup:
        return Markup(str(self))  # noqa: S704 - always empty

    def __iter__(self) -> Iterator[object]:
        self._report()
        return iter(())

    def __bool__(self) -> bool:
        self._report()
        return False

    def __len__(self) -> int:
        self._report()
        return 0

    def __eq__(self, other: object) -> bool:
        self._report()
        return False

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return 0

    def __call__(self, *_args: object, **_kwargs: object) -> Any:  # noqa: ANN401 - whatever follows is nothing
        """Nothing: what was called is not there."""
        self._report()
        return ""

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever follows is nothing
        if name[:2] == "__":
            raise AttributeError(name)
        self._report()
        return self


def undefined_type(problems: Problems) -> type[Undefined]:
    """The undefined type of one brief's templates."""
    return type("Undefined", (ReportedUndefined,), {"problems": problems, "__slots__": ()})
