"""What a brief says to readers who do not see it: patterns for its links, and what its signs and acronyms stand for."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from briefgen.compose.typography.quotation_signs import with_signs
from briefgen.compose.wording.digits import MINUS
from briefgen.compose.wording.figure_wording import is_currency
from briefgen.compose.wording.introduced_acronyms import introduced_in, is_acronym
from briefgen.model.document import Document, TextRun
from briefgen.model.facts.controlled_vocabularies import Valuation
from briefgen.model.traversal import document_units, leaves, runs
from briefgen.model.values.spoken_words import ExpandedWhere, Expansion, SpokenWords

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefgen.compose.brief_state import Brief
    from briefgen.model.document import Block, FrontMatter, Note

_SPANS = ("–", "…")
_ARROW = "→"
_VALUATIONS = (Valuation.FOB.value, Valuation.CIF.value)


def spoken_words(brief: Brief, front: FrontMatter, blocks: Sequence[Block], notes: Sequence[Note]) -> SpokenWords:
    """The words of a brief that is composed; of the signs and acronyms those that it has."""
    said = brief.wording.phrases.spoken
    document = Document(front, tuple(blocks), tuple(notes))
    texts = [leaf for run in runs(document_units(document)) for leaf in leaves(run) if type(leaf) is TextRun]
    return SpokenWords(
        said["source"].text, said["source_named"].text, said["note"].text, said["section"].text, said["box"].text,
        _expansions(brief, texts),
    )  # fmt: skip


def _expansions(brief: Brief, texts: Sequence[TextRun]) -> tuple[Expansion, ...]:
    """Each short form of the texts once; one that stands for two things is not expanded, the longer ones come first."""
    text = "\n".join([run.text for run in texts if not run.language])
    found: dict[str, Expansion | None] = {}
    by_wording = (_signs(brief), _currencies(brief, texts), _abbreviations(brief))
    for one in chain(*by_wording, _organisations(brief), _introduced(text)):
        if one.short not in text:
            continue
        before = found.setdefault(one.short, one)
        if before is not None and before.words.casefold() != one.words.casefold():
            found[one.short] = None
    kept = (one for one in found.values() if one is not None)
    return tuple(sorted(kept, key=lambda one: (-len(one.short), one.short)))


def _signs(brief: Brief) -> Iterator[Expansion]:
    phrases = brief.wording.phrases
    for sign, meaning in phrases.sign_meanings.items():
        yield Expansion(sign, meaning, ExpandedWhere.SIGN)
    yield Expansion(MINUS, phrases.spoken["minus"].text, ExpandedWhere.SIGN)
    yield Expansion(_ARROW, phrases.spoken["arrow"].text, ExpandedWhere.ARROW)
    yield from (Expansion(sign, phrases.spoken["span"].text, ExpandedWhere.SPAN) for sign in _SPANS)


def _currencies(brief: Brief, texts: Iterable[TextRun]) -> Iterator[Expansion]:
    """Signs and codes of the currencies that the brief has amounts in, by their names in the plural."""
    words = brief.wording.cldr
    for code in sorted({run.value.unit for run in texts if run.value and is_currency(run.value.unit)}):
        _, name, symbol = words.currency(code)
        if name != code:
            yield Expansion(code, name)
            if symbol != code:
                yield Expansion(symbol, name, ExpandedWhere.CURRENCY)


def _abbreviations(brief: Brief) -> Iterator[Expansion]:
    """Abbreviations among the words of the language, where it has some."""
    phrases = brief.wording.phrases
    fiscal = "".join(before for before, _ in phrases.fiscal_year_short.pieces()).strip()
    printed = {"fiscal_year": fiscal, "undated": phrases.undated}
    printed |= {code: phrases.labels[code].text for code in _VALUATIONS if code in phrases.labels}
    for name, short in printed.items():
        if is_acronym(short) or "." in short:  # in other languages they may be words
            yield Expansion(short, phrases.spoken[name].text)


def _organisations(brief: Brief) -> Iterator[Expansion]:
    """The short names of the organisations that the view knows; it knows those alone that its facts name."""
    tongue = brief.view.language.partition("-")[0]
    for _, body in sorted(brief.view.organisations.items()):
        other, name = body.name.wording(tongue)
        if is_acronym(body.short) and body.short != name:
            yield Expansion(body.short, with_signs(name, other or brief.view.language), language=other)


def _introduced(text: str) -> Iterator[Expansion]:
    for line in text.split("\n"):
        if "(" in line:
            yield from (Expansion(short, words) for short, words in introduced_in(line))
