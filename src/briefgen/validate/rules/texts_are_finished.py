"""Texts are finished.

What it checks: our wording of facts, the title of the relation and what its parties are called, for TODO, TBD, FIXME
and ???. XX at the end of a phrase is a warning, and none behind a name: Super Bowl XXX and the XX session are numerals.

Why it matters: data is printed as it stands, braces too: what was left for later is read by the minister.

Example: `title: Visit of XX`.

How to fix: fill the gap; values of other facts belong into the template.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.late_patterns import late_pattern
from briefgen.model.facts.relation import every_fact
from briefgen.validate.authored_text import own_words
from briefgen.validate.finding import error, warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.diagnostics import Place
    from briefgen.model.facts.fact import Fact
    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding


_GAP = late_pattern(r"\?\?\?|\b(?:TODO|TBD|FIXME|[Ll]orem ipsum)\b")
_PERHAPS = late_pattern(r"\bXX+(?=\W*$|[.,;:%])")
_NUMERAL = late_pattern(r"[A-Z][\w'\u2019-]* XXX?$")
"""Up to thirty, behind a name."""


def texts_are_finished(relation: Relation) -> Iterator[Finding]:
    """BG256 for a text that would be printed with its gap."""
    for text, place in _of_the_relation(relation):
        yield from _gaps(text, f"'{text}'", place)
    for fact in every_fact(relation):
        for name, text in own_words(fact):
            yield from _gaps(text, f"'{fact.id}'", fact.at(name), fact)


def _gaps(text: str, what: str, place: Place, fact: Fact | None = None) -> Iterator[Finding]:
    if found := _GAP.search(text):
        yield error("BG256", place, f"{what} still holds '{found[0]}'", "fill the gap", fact)
    elif (found := _PERHAPS.search(text)) and not _NUMERAL.search(text[: found.end()]):
        yield warning("BG256", place, f"{what} may still hold a gap: '{found[0]}'", "fill it, if it is one", fact)


def _of_the_relation(relation: Relation) -> Iterator[tuple[str, Place]]:
    """The words of relation.yaml with where they stand."""
    yield from ((text, relation.at("title")) for _, text in relation.title.by_language)
    for party in relation.parties:
        yield from ((text, party.place) for words in (party.name, party.adjective) for _, text in words.by_language)
