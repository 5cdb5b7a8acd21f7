"""What the elements of a style have in common, for those that stand in for citeproc's own."""

from __future__ import annotations

from typing import Any

from citeproc import model
from citeproc.string import String

from briefgen.compose.citations.csl.text_case import in_case

_FALLBACK = {"symbol": "short", "verb-short": "verb", "short": None, "verb": None}
"""Form of a term → the form to take where the language has none (CSL 1.0.2, "Terms")."""
_FORMATS = frozenset({"font-style", "font-variant", "font-weight", "text-decoration", "vertical-align"})


class Quick:
    """Mends: macros, terms and layouts are looked up anew by XPath each time; a term's form does not fall back.

    `Locale.get_term` asks for a term in just the form that is wanted; where a language has it in the long form alone,
    nothing is printed.
    """

    def get_layout(self) -> Any:  # noqa: ANN401 - citeproc has no types
        """The layout that the element stands in."""
        element: Any = self
        while not isinstance(element, model.Layout):
            element = element.getparent()
        return element

    def format(self, text: object) -> object:
        """The text in its type; most elements have none, and citeproc would climb to the root five times to see it."""
        return super().format(text) if _FORMATS & set(self.keys()) else str(text)  # type: ignore[misc, attr-defined]  # mixed into elements of citeproc

    def get_macro(self, name: str) -> Any:  # noqa: ANN401 - citeproc has no types
        """A macro by its name."""
        return self.get_root().macros[name]  # type: ignore[attr-defined]  # likewise

    def get_single_term(self, name: str, form: str | None = None, **options: Any) -> Any:  # noqa: ANN401 - citeproc has no types
        """The words for a term, for one."""
        term = self._term_of(name, form, options)
        return term.single if term is not None else String("")

    def get_plural_term(self, name: str, form: str | None = None, **options: Any) -> Any:  # noqa: ANN401 - citeproc has no types
        """The words for a term, for several."""
        term = self._term_of(name, form, options)
        return term.multiple if term is not None else String("")

    def _term_of(self, name: str, form: str | None, options: dict[str, Any]) -> Any:  # noqa: ANN401 - citeproc has no types
        known = getattr(self.get_root(), "known_terms", None)  # type: ignore[attr-defined]  # likewise
        key = (name, form, *sorted(options.items()))
        if known is not None and key in known:
            return known[key]
        term = self.get_term(name, form, **options)  # type: ignore[attr-defined]  # likewise
        if term is None and form in _FALLBACK:
            term = self._term_of(name, _FALLBACK[form], options)
        if known is not None:
            known[key] = term
        return term


class Cased:
    """Mends: case by words loses double blanks, breaks on formatted text, and passes over a word behind a quote.

    `TextCased.case` splits at blanks and joins with one each, calls methods that only citeproc's own string type has,
    and makes the first character of a word a capital, which may be a quotation mark.
    """

    def case(self, text: object, language: str | None = None) -> object:
        """The text in the style's case."""
        kind = self.get("text-case")  # type: ignore[attr-defined]  # likewise
        return in_case(str(text), kind, english=language in {None, "en"}) if kind else text
