"""The elements of a style as citeproc runs them, with its faults mended.

Each class says what it mends, and what citeproc 0.11 does instead. Everything else is citeproc's own.
docs/citations.md tells the list to editors.

A class stands in for one of `citeproc.model` and overrides what the elements call on each other: `render` runs
`process` and gives the result to `markup`, parents call `render_children`. None of this is promised. Were a method
renamed, its fault would be back without a word: the golden strings of the styles are what would tell. The requirement
is `<0.12` for that.
"""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from citeproc import DATES, NAMES, model
from citeproc.source import VariableError

from briefgen.compose.citations.csl.date_elements import DateElement, DatePart
from briefgen.compose.citations.csl.element_bases import Cased, Quick
from briefgen.compose.citations.csl.formatting import (
    CLOSE_LINK,
    CLOSE_QUOTE,
    OPEN_DATA,
    OPEN_LINK,
    OPEN_QUOTE,
    data,
    in_its_language,
    without_marks,
)
from briefgen.compose.citations.csl.reference_order import sorted_by
from briefgen.compose.citations.csl.text_case import quotes_marked
from briefgen.compose.citations.names_in_scripts import takes_initials
from briefgen.late_patterns import late_pattern

if TYPE_CHECKING:
    from briefgen.compose.citations.csl.items import CitedItem

_ADDRESSES = frozenset({"URL", "DOI"})
_NUMERIC = late_pattern(r"[A-Za-z]?\d+[A-Za-z]*(?:\s*[-–,&/.]\s*\w+)*")
_TITLES = frozenset({"title", "title-short", "container-title", "container-title-short", "original-title"})


class TextElement(Quick, Cased, model.Text):  # type: ignore[misc]  # citeproc has no types
    """Mends: quotes inside quotes, stops beside quotes, variables of a substitute, dashes in locators.

    `Quoted.quote` puts the outer marks around a text whatever it holds; here a quote is a mark, and `typesetting` gives
    it the form of its level. What was printed for a substitute is looked for by element and variable, so that `text`
    prints what `number` printed already. Every hyphen of a locator becomes a dash, in `B-12` too.
    """

    def _variable(self, item: CitedItem, context: Any) -> str | None:  # noqa: ANN401 - citeproc has no types
        layout, name = context.get_layout(), self.get("variable")
        if layout.is_silent_on(name):
            return None
        if self.get("form") == "short" and f"{name}-short" in item.reference:
            name = f"{name}-short"
        layout.used.add(name)
        if (own := _of_citation(item, name)) is not None:
            return own
        value = str(item.reference[name])
        if name.startswith("page"):
            return data(str(self._process(value, name)))
        return in_its_language(data(value)) if name in _TITLES else data(value)

    def markup(self, text: object, language: str) -> str | None:
        """The text in its form, or None where there is none."""
        if not text:
            return None
        name, quoted = self.get("variable"), self.get("quotes") == "true"
        words = self.strip_periods(str(text))
        if name not in _ADDRESSES and (quoted or self.get("text-case")):
            words = quotes_marked(words, _apostrophe(self))
        words = str(self.format(self.case(words, language)))
        if name in _ADDRESSES:
            return self._linked(words, quoted=quoted)
        return str(self.wrap(f"{OPEN_QUOTE}{words}{CLOSE_QUOTE}" if quoted else words))

    def _linked(self, words: str, *, quoted: bool) -> str:
        """An address as a link; a prefix such as `https://doi.org/` is a part of it."""
        prefix, suffix = self.get("prefix", ""), self.get("suffix", "")
        if prefix.startswith("http"):
            words, prefix = words.replace(OPEN_DATA, OPEN_DATA + prefix, 1), ""
        linked = f"{OPEN_LINK}{words}{CLOSE_LINK}"
        return str(prefix) + (f"{OPEN_QUOTE}{linked}{CLOSE_QUOTE}" if quoted else linked) + str(suffix)


def _of_citation(item: CitedItem, name: str) -> str | None:
    """What a citation says, not its record: its number and its spot."""
    if name == "citation-number":
        return str(item.number)
    return data(item.locator.identifier) if name == "locator" else None


def _apostrophe(element: Any) -> str:  # noqa: ANN401 - citeproc has no types
    """`’` in styles of which a closing quote is one, else as typed on a keyboard."""
    closing = (str(element.get_single_term(name=f"close-{kind}quote")) for kind in ("", "inner-"))
    return "’" if "’" in closing else "'"


class Number(Quick, Cased, model.Number):  # type: ignore[misc]  # citeproc has no types
    """Mends: a variable with a hyphen in its name prints nothing: it is looked for as it is written, not with `_`."""

    def process(self, item: CitedItem, context: Any = None, **_: Any) -> str | None:  # noqa: ANN401 - citeproc has no types
        """The number."""
        name = self.get("variable")
        layout = (context if context is not None else self).get_layout()
        if layout.is_silent_on(name):
            return None
        layout.used.add(name)
        if (own := _of_citation(item, name)) is not None:
            return own
        source = "page" if name == "page-first" else name
        return data(str(self._process(str(item.reference[source]), name)))


class LabelElement(Quick, Cased, model.Label):  # type: ignore[misc]  # citeproc has no types
    """Mends: a count such as number-of-volumes loses its label; a label is printed without its number.

    `Label._is_plural` asks the citation for the count, which only the record has; and nothing asks whether the variable
    that a label stands for is there.
    """

    def process(
        self,
        item: CitedItem,
        variable: str | None = None,
        plural: bool | None = None,  # noqa: FBT001 - citeproc's signature
        **kwargs: Any,  # noqa: ANN401 - likewise
    ) -> object:
        """The words for the variable, where there is one."""
        name = self.get("variable")
        if variable is None and name not in (item if name == "locator" else item.reference):
            raise VariableError
        return super().process(item, variable, plural, **kwargs)

    def _is_plural(self, item: CitedItem) -> bool:
        name = self.get("variable")
        if name == "locator":
            return self.RE_MULTIPLE_NUMBERS.search(item.locator.identifier) is not None
        value = without_marks(item.reference.get(name, ""))
        if name.startswith("number-of"):
            return value.isdecimal() and int(value) > 1
        return self.RE_MULTIPLE_NUMBERS.search(value) is not None


class NamePart(Cased, model.Name_Part):  # type: ignore[misc]  # citeproc has no types
    """Mends: the case of a name, and a part that is not there: citeproc sets it in a case all the same, and stops."""

    def format_part(self, given: str | None, family: str | None) -> tuple[str | None, str | None]:
        """Given and family name."""
        is_given = self.get("name") == "given"
        part = given if is_given else family
        if not part:
            return given, family
        made = str(self.wrap(self.format(self.case(part))))
        return (made, family) if is_given else (given, made)


class Name(Quick, model.Name):  # type: ignore[misc]  # citeproc has no types
    """Mends: names without capitals get initials; `and others` is a name like any other.

    Only the marks are kept from the initials: citeproc takes a part that begins with no capital for a particle, and
    sets a stop beside it. It knows no list that is not whole, so that a name stands in for the others, and the list is
    cut before it.
    """

    def initialize(self, given: str, mark: str, context: Any) -> str:  # noqa: ANN401 - citeproc has no types
        """Initials, where the script has them."""
        name = without_marks(given)
        if not takes_initials(name):
            return data(name)
        made = str(super().initialize(name, mark, context))
        last = name.split()[-1]
        # Behind a particle at the end, citeproc sets the stop of an initial that is not there.
        return (
            made.removesuffix(mark.strip()).rstrip() if last.islower() and made.endswith(f" {mark.strip()}") else made
        )

    def process(
        self,
        item: CitedItem,
        variable: str,
        context: Any = None,  # noqa: ANN401 - citeproc has no types
        sort_options: dict[str, str] | None = None,
        **kwargs: Any,  # noqa: ANN401 - likewise
    ) -> object:
        """The names of a role."""
        names = item.reference.get(variable, [])
        if getattr(names, "and_others", False):
            least, first = (self.get_option(f"et-al-{what}", context, sort_options) for what in ("min", "use-first"))
            count = len(names) + 1
            shown = min(first, len(names)) if least and count >= least else len(names)
            cut = {"et-al-min": str(count), "et-al-use-first": str(shown), "et-al-use-last": "false"}
            sort_options = {**(sort_options or {}), **cut}
            item = SimpleNamespace(reference={variable: [*names, names[-1]]})  # type: ignore[assignment]  # all that is asked of it
        return super().process(item, variable, context=context, sort_options=sort_options, **kwargs)


class Names(Quick, model.Names):  # type: ignore[misc]  # citeproc has no types
    """Mends: names that already stand for the author are printed once more."""

    def process(self, item: CitedItem, names_context: Any = None, context: Any = None, **kwargs: Any) -> object:  # noqa: ANN401 - citeproc has no types
        """The names of the roles."""
        layout = (context if context is not None else self).get_layout()
        roles = [role for role in self.get("variable").split() if role in item.reference]
        if roles and all(role in layout.repressed for role in roles):
            raise VariableError
        layout.used.update(roles)
        return super().process(item, names_context=names_context, context=context, **kwargs)


class Substitute(Quick, model.Substitute):  # type: ignore[misc]  # citeproc has no types
    """Mends: only a bare variable is kept from a second printing, one inside a macro is not.

    `add_to_repressed_list` notes the element and the variable of the child itself; of a macro it notes nothing. Here a
    layout collects what is printed while a child runs, whatever prints it, and that is used up.
    """

    def render(self, item: CitedItem, context: Any = None, **kwargs: Any) -> object:  # noqa: ANN401 - citeproc has no types
        """The first child that has something to say; its variables are empty from here on."""
        layout = context.get_layout()
        for child in self.iterchildren():
            used, layout.used = layout.used, set()
            try:
                text = self._child(child, item, context, kwargs)
            except VariableError:
                text = None
            if text:
                layout.repressed |= layout.used
                layout.used |= used
                return text
            layout.used = used
        return None

    def _child(self, child: Any, item: CitedItem, context: Any, kwargs: dict[str, Any]) -> object:  # noqa: ANN401 - citeproc has no types
        """Names without a form of their own take that of the names they stand in for."""
        if isinstance(child, Names) and child.name is None:
            kwargs = {**kwargs, "names_context": self.getparent()}
        return child.render(item, context=context, **kwargs)


class If(Quick, model.If):  # type: ignore[misc]  # citeproc has no types
    """Mends: `disambiguate` counts as true; near-note stops the run; a position is told by the text, not guessed.

    A condition that `If.render` does not know adds no result, and all of none is true. For near-note it asks the style
    for an option that only the citation has, which is a KeyError. And positions follow from what citeproc's own driver
    has rendered so far, which is not used here: notes get their numbers when the whole brief is there.
    """

    def render(self, item: CitedItem, context: Any = None, delimiter: str = "", **kwargs: Any) -> object:  # noqa: ANN401 - citeproc has no types
        """The branch, where its conditions hold."""
        if self.get("disambiguate") == "true" and self.get("match") != "any":
            raise model.ConditionFailed
        return super().render(item, context=context, delimiter=delimiter, **kwargs)

    def _is_numeric(self, item: CitedItem) -> list[bool]:
        """Whether variables are numbers: 2, 2b, 12/345, 17-FZ; citeproc takes only the first two for such."""
        return [
            _NUMERIC.fullmatch(str(item.reference.get(name, ""))) is not None for name in self.get("is-numeric").split()
        ]

    def _position(self, item: CitedItem, context: Any) -> list[bool]:  # noqa: ANN401 - citeproc has no types
        layout = (context if context is not None else self).get_layout()
        return [not layout.is_list and place in item.positions for place in self.get("position").split()]


class ElseIf(If):
    """The next branch."""


class Key(Quick, model.Key):  # type: ignore[misc]  # citeproc has no types
    """Mends: marks, quotes and accents take part in the order: citeproc compares what it prints, in small letters."""

    def sort_keys(self, items: list[CitedItem], context: Any) -> list[object]:  # noqa: ANN401 - citeproc has no types
        """What each item is sorted by; None sorts last."""
        layout = context.get_layout()
        keys: list[object] = []
        for item in items:
            layout.begin()
            keys.append(self._key(item, context))
        return keys

    def _key(self, item: CitedItem, context: Any) -> object:  # noqa: ANN401 - citeproc has no types
        if "macro" in self.attrib:
            options = {"name-as-sort-order": "all"}
            for name in ("names-min", "names-use-first", "names-use-last"):
                if name in self.attrib:
                    options[name.replace("names", "et-al")] = self.get(name)
            found = self.get_macro(self.get("macro")).render(item, context=context, sort_options=options)
            return sorted_by(found) if found else None
        name = self.get("variable")
        if name == "citation-number":
            return item.number
        value = item.reference.get(name)
        if not value:
            return None
        if name.replace("-", "_") in DATES:
            return value.sort_key()
        if name.replace("-", "_") in NAMES:
            return sorted_by(self._format_name(item, name))
        return sorted_by(value)


class Layout(Quick, model.Layout):  # type: ignore[misc]  # citeproc has no types
    """What is printed for one reference: remembers which variables an entry has used up."""

    def begin(self) -> None:
        """A new entry: nothing is used yet."""
        self.used: set[str] = set()
        self.repressed: set[str] = set()

    def is_silent_on(self, name: str) -> bool:
        """Whether a variable is used up, or printed by whoever writes the list: the number of an entry."""
        return name in self.repressed or (name == "citation-number" and self.is_list)

    @property
    def is_list(self) -> bool:
        """Whether this is the bibliography."""
        return str(self.getparent().tag).endswith("}bibliography")


class Group(Quick, model.Group):  # type: ignore[misc]  # citeproc has no types
    """A group: nothing of it is mended but the speed."""


ELEMENTS = {
    "text": TextElement, "number": Number, "label": LabelElement, "name-part": NamePart, "name": Name, "names": Names,
    "substitute": Substitute, "date": DateElement, "date-part": DatePart, "if": If, "else-if": ElseIf, "key": Key,
    "layout": Layout, "group": Group,
}  # fmt: skip
"""Element of CSL → the class that stands for it; all others are citeproc's own."""
