"""The functions, filters and tests of templates, from their declarations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.compose.catalogue.template_word import TemplateWord, WordSort
from briefgen.compose.template import parameters
from briefgen.model.template_names import BLOCKS, FILTERS, FUNCTIONS, OF_THE_LANGUAGE, TESTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefgen.compose.template.parameters import Parameter, Signature

_NO_FILTERS: tuple[str, ...] = ()


def language_words() -> Iterator[TemplateWord]:
    """What looks things up, what places something, what the language brings along; then filters and tests."""
    for name, about in {**FUNCTIONS, **BLOCKS, **OF_THE_LANGUAGE}.items():
        yield _word(name, WordSort.FUNCTION, about, parameters.FUNCTIONS)
    signatures = {**parameters.stock_filters(_NO_FILTERS, _NO_FILTERS), **parameters.FILTERS}
    for name, about in FILTERS.items():
        yield _word(name, WordSort.FILTER, about, signatures)
    for name, about in TESTS.items():
        signature = parameters.test_takes(name)
        yield TemplateWord(name=name, sort=WordSort.TEST, type=takes(signature), about=about, example=signature.example)


def _word(name: str, sort: WordSort, about: str, signatures: Mapping[str, Signature]) -> TemplateWord:
    signature = signatures.get(name)
    if signature is None:  # of the language itself: nothing is handed to it
        return TemplateWord(name=name, sort=sort, type="", about=about)
    return TemplateWord(name=name, sort=sort, type=takes(signature), about=about, example=signature.example)


def takes(signature: Signature) -> str:
    """What it takes, in a line."""
    return "; ".join(map(_told, signature.parameters)) or "nothing"


def _told(parameter: Parameter) -> str:
    """One argument; what need not be given stands with what holds then."""
    what = " or ".join(parameter.one_of) or parameter.told
    default = "" if parameter.is_needed else f" ({parameter.default})"
    several = ", one or more" if parameter.is_many else ""
    return f"{parameter.name}{'=' if parameter.is_named else ''} {what}{default}{several}"
