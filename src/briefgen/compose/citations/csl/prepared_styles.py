"""A style prepared once per process: read, given its language, and asked for markers and entries."""

from __future__ import annotations

import pickle
import threading
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from citeproc import LANGUAGE_NAMES, LOCALES_PATH, PRIMARY_DIALECTS
from citeproc.model import CitationStylesElement
from lxml import etree

from briefgen.compose.citations.csl.formatting import Formatter
from briefgen.compose.citations.csl.reference_order import in_style_order
from briefgen.compose.citations.csl.rendering_elements import ELEMENTS, Layout
from briefgen.compose.citations.csl.typesetting import Quotes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.compose.citations.csl.items import CitedItem

_CSL = "http://purl.org/net/xbiblio/csl"
_NAMES = {"cs": _CSL}
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_MOST_PREPARED = 32
"""Styles in a language: a workspace has a few, and a process may see several."""
_MOST_SAID = 2_000
"""Entries and markers of a style that are kept: a brief has some fifty, and is composed several times to fit."""
_WITH_LOCATORS = "; "
"""Between markers of which one names a spot: `[1, p. 4; 2]`."""


class Prepared:
    """One style in one language. Rendering writes into the style's own elements: `lock` lets one brief in at a time."""

    def __init__(self, source: str, language: str) -> None:
        # What citeproc's `CitationStylesStyle` and `CitationStylesBibliography` do, without the validation (the loader
        # has looked at the style) and the need of a bibliography.
        self.root = etree.fromstring(source.encode(), _parser())
        _add_missing_names(self.root)
        self.root.macros = {macro.get("name"): macro for macro in self.root.iterfind("cs:macro", _NAMES)}
        self.root.formatter, self.root.known_terms = Formatter, {}
        self.root.locales = list(_locales(self.root, self.root.get("default-locale") or language))
        for locale in self.root.locales:
            locale.style = self.root
        # lxml makes a Python object for an element when somebody asks, and forgets it, with what is noted on it, as
        # soon as nobody holds it.
        self._alive = [element for tree in (self.root, *self.root.locales) for element in tree.iter()]
        self.lock = threading.Lock()
        self._marker: Layout = self.root.find("cs:citation/cs:layout", _NAMES)
        listed = self.root.find("cs:bibliography/cs:layout", _NAMES)
        self._entry: Layout = self._marker if listed is None else listed
        self._said: dict[object, str] = {}
        """What was said of an item → the words: citeproc takes half a millisecond over each."""
        self.quotes = self._quotes()
        self.has_suffixes = self._marker.getparent().get("disambiguate-add-year-suffix") == "true"

    def ranked(self, items: Sequence[CitedItem]) -> list[CitedItem]:
        """The items in the order of the style's list; without one, as they come."""
        return in_style_order(items, self._entry)

    def entry(self, item: CitedItem) -> str:
        """One entry of the list, as marked text."""
        return self._once(self._entry, item, whole=True)

    def marker(self, item: CitedItem) -> str:
        """One reference as it is cited, as marked text, without what stands around all of a citation."""
        return self._once(self._marker, item, whole=False)

    def around(self, items: Sequence[CitedItem]) -> tuple[str, str, str]:
        """What stands before, between and after the markers of one citation."""
        between = str(self._marker.get("delimiter", ""))
        if any(item.has_locator for item in items) and between.strip() == ",":
            between = _WITH_LOCATORS
        before, after = str(self._marker.get("prefix", "")), str(self._marker.get("suffix", ""))
        if self._marker.get("vertical-align") == "sup" and not before and not after:
            before, after = "[", "]"  # a brief has no raised text: bare numbers would read as figures
        return before, between, after

    def citation(self, items: Sequence[CitedItem]) -> str:
        """A whole citation, for a note."""
        before, between, after = self.around(items)
        text = between.join(self.marker(item) for item in items)
        return str(self._marker.format(f"{before}{text}{after}"))

    def cited_order(self, items: Sequence[CitedItem]) -> list[CitedItem]:
        """The items of one citation in the style's order, else by their numbers."""
        return in_style_order(sorted(items, key=lambda item: item.number), self._marker)

    def _once(self, layout: Layout, item: CitedItem, *, whole: bool) -> str:
        """The words for an item, made once: they follow from what it holds and, outside of the list, its number."""
        number = None if layout.is_list else item.number
        # Two records are told apart by all that they hold; nothing is ever read from these bytes.
        key = (whole, number, item.spot, item.positions, pickle.dumps(item.reference))
        if key not in self._said:
            if len(self._said) >= _MOST_SAID:
                self._said.clear()
            self._said[key] = self._one(layout, item, whole=whole)
        return self._said[key]

    @staticmethod
    def _one(layout: Layout, item: CitedItem, *, whole: bool) -> str:
        layout.begin()
        text = layout.render_children(item)
        if text is None:
            return ""
        return str(layout.format(layout.wrap(text)) if whole else text)

    def _quotes(self) -> Quotes:
        def term(name: str) -> str:
            return str(self._marker.get_single_term(name=name))

        takes_stops = str(self._marker.get_locale_option("punctuation-in-quote")).lower() == "true"
        return Quotes(
            (term("open-quote"), term("close-quote")),
            (term("open-inner-quote"), term("close-inner-quote")),
            takes_stops,
        )


@lru_cache(maxsize=_MOST_PREPARED)
def prepared(source: str, language: str) -> Prepared:
    """The style in a language; made once per process."""
    return Prepared(source, language)


def year_suffixes(keys: Sequence[str]) -> list[str]:
    """`a`, `b` ... for markers that read alike, in order; nothing for one that is alone."""
    alike: dict[str, int] = {}
    for key in keys:
        alike[key] = alike.get(key, 0) + 1
    seen: dict[str, int] = {}
    suffixes = []
    for key in keys:
        seen[key] = seen.get(key, 0) + 1
        suffixes.append(_letters(seen[key]) if alike[key] > 1 else "")
    return suffixes


def _letters(number: int) -> str:
    """1 → a, 26 → z, 27 → aa."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


def _parser() -> etree.XMLParser:
    # lxml makes the elements of a style of these classes while it parses: citeproc's by their names, ours over them.
    lookup = etree.ElementNamespaceClassLookup()
    namespace = lookup.get_namespace(_CSL)
    namespace[None] = CitationStylesElement
    own = {cls.__name__.replace("_", "-").lower(): cls for cls in _library_elements()}
    namespace.update({**own, **ELEMENTS})
    parser = etree.XMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, resolve_entities=False, no_network=True
    )
    parser.set_element_class_lookup(lookup)
    return parser


def _library_elements() -> Iterator[Any]:
    """The classes of citeproc; ours are among the subclasses as soon as they are made."""
    return (cls for cls in CitationStylesElement.__subclasses__() if cls.__module__ == "citeproc.model")


def _add_missing_names(root: Any) -> None:  # noqa: ANN401 - citeproc has no types
    """Mends: citeproc adds the `name` that a style leaves out anew at every use."""
    for names in root.iter(f"{{{_CSL}}}names"):
        is_stand_in = names.getparent().tag == f"{{{_CSL}}}substitute"
        if not is_stand_in and names.find("cs:name", _NAMES) is None:
            names.insert(0, names.makeelement(f"{{{_CSL}}}name"))


def _locales(root: Any, language: str) -> Iterator[Any]:  # noqa: ANN401 - citeproc has no types
    """Where terms and dates are looked up, the nearest first (CSL 1.0.2, "Locale fallback")."""
    short = language.split("-", maxsplit=1)[0]
    inside = {locale.get(_LANG): locale for locale in root.iterfind("cs:locale", _NAMES)}
    yield from (inside[key] for key in dict.fromkeys((language, short, None)) if key in inside)
    wanted = [language if language in LANGUAGE_NAMES else "", PRIMARY_DIALECTS.get(short, ""), "en-US"]
    for name in dict.fromkeys(filter(None, wanted)):
        path = Path(LOCALES_PATH) / f"locales-{name}.xml"
        if path.is_file():
            yield etree.parse(str(path), _parser()).getroot()
