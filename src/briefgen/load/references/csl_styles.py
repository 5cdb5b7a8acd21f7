"""Citation styles: templates/citations/*.csl, checked so far that citeproc can be trusted with them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from briefgen.diagnostics import Place, did_you_mean, echo
from briefgen.late_patterns import late_pattern
from briefgen.load.nodes.decoding import read_text
from briefgen.load.nodes.file_names import names_in
from briefgen.load.references.csl_parsing import Element, parse_tree
from briefgen.load.references.csl_vocabulary import (
    ATTRIBUTES,
    ELEMENTS,
    FORMS,
    NAMESPACE,
    NEEDS,
    RENDERING,
    VALUES,
    VARIABLES,
    WHOLE_NUMBERS,
)
from briefgen.model.looks.citation_style import CitationStyle, StyleKind
from briefgen.model.template_files import TemplateKind
from briefgen.world import READ_AFRESH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.diagnostics import Report
    from briefgen.load.nodes.part_readings import PartReading

_MAX_BYTES = 1_000_000
"""Several times the largest style that is in use."""
_LARGEST = 50_000
"""Elements that printing one entry may come to."""
_DEEPEST = 60
_WHOLE = late_pattern(r"\s*[0-9]{1,3}\s*")
_LANG = "http://www.w3.org/XML/1998/namespace lang"


class CitationStyles(Mapping[str, CitationStyle | None]):
    """Every style in the folder by its name; None for one with a fault, which is reported.

    Those of the workspace are read at once, so that all their faults are told. What is shipped is sound as it is, and
    is read when it is first asked for: an audience takes one of many.
    """

    def __init__(self, reading: PartReading, paths: Mapping[str, str]) -> None:
        self._reading, self._paths = reading, paths
        self._read: dict[str, CitationStyle | None] = {}

    @classmethod
    def of_workspace(cls, reading: PartReading) -> CitationStyles:
        """All that there are."""
        kind = TemplateKind.CITATION_STYLE
        names = names_in(reading.world, kind.folder, kind.endings[0], reading.report)
        found = cls(reading, {name: kind.path(name) for name in names})
        for name in found.own:
            found[name]  # its faults are told
        return found

    def read_through(self, reading: PartReading) -> CitationStyles:
        """The same for a part that is kept with all that it asked; where nothing is, each style is read once."""
        return self if reading.kept is READ_AFRESH else CitationStyles(reading, self._paths)

    @property
    def own(self) -> tuple[str, ...]:
        """Names of those that are not shipped."""
        return tuple(name for name, path in self._paths.items() if not self._reading.world.is_shipped(path))

    @property
    def sound(self) -> tuple[str, ...]:
        """Names of those that can be used."""
        own = self.own
        return tuple(name for name in self._paths if name not in own or self[name])

    def __getitem__(self, name: str) -> CitationStyle | None:
        if name not in self._read:
            self._read[name] = self._reading.part(("citation style", name), lambda of: _style(of, name))
        return self._read[name]

    def __contains__(self, name: object) -> bool:
        return name in self._paths

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


def _style(reading: PartReading, name: str) -> CitationStyle | None:
    world, report, path = reading.world, reading.report, TemplateKind.CITATION_STYLE.path(name)
    text = read_text(world, path, report, _MAX_BYTES)
    read = read_shipped_style if world.is_shipped(path) else read_citation_style
    return read(name, text, path, report) if text is not None else None


def read_citation_style(name: str, text: str, path: str, report: Report) -> CitationStyle | None:
    """One style; None where it has a fault that keeps it from being used."""
    root = parse_tree(text, path, report)
    if root is None:
        return None
    return _Check(root, report).style(name, text)


def read_shipped_style(name: str, text: str, path: str, report: Report) -> CitationStyle | None:
    """One of those that are shipped, each of which the program's own tests look through."""
    root = parse_tree(text, path, report)
    return None if root is None else _Check(root, report).sound_style(name, text)


class _Check:
    """Looks through one style; all its faults are told at once."""

    def __init__(self, root: Element, report: Report) -> None:
        self.root, self.report, self._faults = root, report, 0
        self.macros = {e.attributes.get("name", ""): e for e in root.children if _local(e) == "macro"}
        self._sizes: dict[str, int] = {}

    def style(self, name: str, text: str) -> CitationStyle | None:
        """The style, if it is one and sound."""
        if not self._is_style():
            return None
        parts = [part for part in self.root.children if _local(part) != "info"]
        for part in parts:
            for element in part.every():
                self._element(element)
        self._attributes(self.root)
        self._locales()
        layout = self._layout()
        if layout is None or self._faults:
            return None
        for part in parts:
            self._size(part, 0)
        if self._faults:
            return None
        return self._made(name, text, layout)

    def sound_style(self, name: str, text: str) -> CitationStyle | None:
        """The same of one whose elements need not be looked through."""
        layout = self._layout()
        return None if layout is None else self._made(name, text, layout)

    def _made(self, name: str, text: str, layout: Element) -> CitationStyle:
        return CitationStyle(id=name, gives=self._gives(layout), source=text, place=self.root.place)

    def _fault(self, place: Place, message: str, hint: str | None = None) -> None:
        self._faults += 1
        self.report.error("BG119", place, message, hint)

    def _is_style(self) -> bool:
        if self.root.tag == f"{NAMESPACE} style":
            return True
        hint = f'a style begins with <style xmlns="{NAMESPACE}" class="in-text" version="1.0">'
        self._fault(self.root.place, f"this is no CSL style, but '{echo(_local(self.root))}'", hint)
        return False

    def _layout(self) -> Element | None:
        """What prints a marker; None, after telling why, where a style has none."""
        if self.root.attributes.get("class") is None:
            self._fault(self.root.place, "the style does not say its class", 'write class="in-text" or class="note"')
        citation = next((e for e in self.root.children if _local(e) == "citation"), None)
        layout = next((e for e in citation.children if _local(e) == "layout"), None) if citation else None
        if layout is not None:
            return layout
        links = [e.attributes for e in self.root.every() if _local(e) == "link"]
        parent = next((link.get("href") for link in links if link.get("rel") == "independent-parent"), None)
        if parent:
            hint = f"put the style it points to here instead: {echo(parent)}"
            self._fault(self.root.place, "the style only points to another one", hint)
        else:
            place = citation.place if citation else self.root.place
            self._fault(
                place, "the style has no citation with a layout", "add <citation><layout>...</layout></citation>"
            )
        return None

    def _locales(self) -> None:
        seen: set[str | None] = set()
        for element in self.root.children:
            if _local(element) == "locale":
                language = element.attributes.get(_LANG)
                if language in seen:
                    self._fault(element.place, f"there are two locales for '{language or 'all'}'", "make them one")
                seen.add(language)

    # ------------------------------------------------------------ one element

    def _element(self, element: Element) -> None:
        name = _local(element)
        if not element.tag.startswith(f"{NAMESPACE} ") or name not in ELEMENTS:
            self._fault(element.place, f"CSL has no element '{echo(name)}'", did_you_mean(name, ELEMENTS))
            return
        self._attributes(element)
        needed = NEEDS.get(name)
        if needed and not needed & set(element.attributes):
            options = sorted(needed)
            said = f"no {options[0]}" if len(options) == 1 else f"none of {', '.join(options)}"
            self._fault(element.place, f"'{name}' has {said}", f'write <{name} {options[-1]}="...">')
        macro = element.attributes.get("macro")
        if macro is not None and macro not in self.macros:
            hint = did_you_mean(macro, self.macros) or f'define it: <macro name="{echo(macro)}">...</macro>'
            self._fault(element.place, f"there is no macro '{echo(macro)}'", hint)
        if name in RENDERING:
            for variable in element.attributes.get("variable", "").split():
                if variable not in VARIABLES:
                    message = f"CSL has no variable '{echo(variable)}': it prints nothing"
                    self.report.warning("BG119", element.place, message, did_you_mean(variable, VARIABLES))

    def _attributes(self, element: Element) -> None:
        for name, value in element.attributes.items():
            known = FORMS.get(_local(element)) if name == "form" else VALUES.get(name)
            if known is not None and value not in known:
                self._fault(element.place, f"{name} cannot be '{echo(value)}'", did_you_mean(value, known))
            elif name in WHOLE_NUMBERS and not _WHOLE.fullmatch(value):
                self._fault(element.place, f"{name} cannot be '{echo(value)}'", "write a whole number")
            elif " " not in name and name not in ATTRIBUTES:
                message = f"CSL has no attribute '{echo(name)}': it has no effect"
                self.report.warning("BG119", element.place, message, did_you_mean(name, ATTRIBUTES))

    # ------------------------------------------------------------ macros written out

    def _size(self, element: Element, depth: int) -> int:
        """How many elements printing one comes to at most, with macros written out and one branch of each choice."""
        if depth > _DEEPEST:
            self._fault(element.place, "macros call each other in a circle, or too deeply", "end the circle")
            return 0
        sizes = [self._size(child, depth + 1) for child in element.children]
        size = 1 + (max(sizes, default=0) if _local(element) == "choose" else sum(sizes))
        name = element.attributes.get("macro")
        if name is not None and not self._faults:
            if name not in self._sizes:
                self._sizes[name] = self._size(self.macros[name], depth + 1)
            size += self._sizes[name]
        if size > _LARGEST and not self._faults:
            message = f"the style comes to more than {_LARGEST} elements with its macros written out"
            self._fault(element.place, message, "call fewer macros from each other")
        return size

    def _gives(self, layout: Element) -> StyleKind:
        if self.root.attributes.get("class") == "note":
            return StyleKind.NOTES
        used = {
            variable for e in self._written_out(layout, set()) for variable in e.attributes.get("variable", "").split()
        }
        return StyleKind.NUMBERS if "citation-number" in used else StyleKind.AUTHOR_DATE

    def _written_out(self, element: Element, seen: set[str]) -> Iterator[Element]:
        for inner in element.every():
            yield inner
            name = inner.attributes.get("macro")
            if name is not None and name not in seen:
                seen.add(name)
                yield from self._written_out(self.macros[name], seen)


def _local(element: Element) -> str:
    return element.tag.rpartition(" ")[2]
