"""What is said of a brief by who knows no line of the data: with its line, or nothing where a record is excused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import SENTENCE_CODES, SHIPPED, code_of
from briefgen.late_patterns import late_pattern
from briefgen.model.facts.relation import every_fact
from briefgen.model.origin import OriginKind
from briefgen.records import replace

if TYPE_CHECKING:
    import re
    from collections.abc import Collection, Iterable, Mapping

    from briefgen.diagnostics import Diagnostic, Place
    from briefgen.model.facts.relation import Relation

_TEMPLATE = late_pattern(r"(?<![\w:/])templates/[\w/.-]*[\w]")
"""The path of a template in words."""
_OF_WHAT_IS_MISSING = frozenset({"BG301", "BG303", "BG407", "BG409", "BG410", "BG412"})
"""What is said of a brief that misses something."""
_OF_WHAT_IS_MET = frozenset({"BG402", "BG404"})
"""What is said of a template that is handed what it cannot print."""


def placed(diagnostic: Diagnostic, places: Mapping[tuple[str, str], Place]) -> Diagnostic:
    """A diagnostic about a record, at the record's line in the file that it names; of a text, by where it begins."""
    if (text := places.get((OriginKind.PROSE.value, diagnostic.place.path))) and diagnostic.place.line:
        line = text.line + diagnostic.place.line - 1
        return replace(diagnostic, place=replace(diagnostic.place, line=line))
    if not diagnostic.about:
        return diagnostic
    file = diagnostic.place.path
    of_that_name = (places.get((kind.value, diagnostic.about)) for kind in OriginKind)
    found = [place for place in of_that_name if place is not None]
    place = next((place for place in found if place.path == file), found[0] if found and not file else None)
    return diagnostic if place is None else replace(diagnostic, place=place)


def with_shipped_told(diagnostic: Diagnostic, shipped: Collection[str]) -> Diagnostic:
    """A diagnostic whose hint names shipped templates as such, where it names them beside its own place."""

    def told(found: re.Match[str]) -> str:
        return f"{SHIPPED}{found[0]}" if found[0] in shipped else found[0]

    if diagnostic.code not in SENTENCE_CODES or not diagnostic.hint:
        return diagnostic
    return replace(diagnostic, hint=_TEMPLATE.sub(told, diagnostic.hint))


def follows(diagnostic: Diagnostic, shipped: Collection[str]) -> bool:
    """Whether it may follow from an error in the data, and so is not told beside one.

    That left a record out, or a link without what it leads to: briefs miss something, and a shipped template, which is
    sound as it is, meets what it cannot print.
    """
    return diagnostic.code in _OF_WHAT_IS_MISSING or (
        diagnostic.code in _OF_WHAT_IS_MET and diagnostic.place.path in shipped
    )


def prose_among(places: Iterable[tuple[str, str]]) -> set[str]:
    """The files of texts among some places."""
    return {path for kind, path in places if kind == OriginKind.PROSE.value}


def is_excused(diagnostic: Diagnostic, relation: Relation) -> bool:
    """Whether the record that a sentence comes from is excused from what is said of it."""
    if diagnostic.code not in SENTENCE_CODES or not diagnostic.about:
        return False
    excuses = (excuse for fact in every_fact(relation) if fact.id == diagnostic.about for excuse in fact.ignore)
    return any(code_of(excuse.code) == diagnostic.code for excuse in excuses)
