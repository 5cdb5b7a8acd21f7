"""Texts that a brief shows without what they rest on, or without a fact that they name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.diagnostics import Diagnostic, Severity
from briefgen.late_patterns import late_pattern
from briefgen.model.facts.declarations import each_of, values_of, values_where, values_with
from briefgen.model.facts.field_roles import FieldRole
from briefgen.model.facts.relation import every_fact
from briefgen.model.values.prose_text import ProseText
from briefgen.model.values.text import Text
from briefgen.pipeline.judged.brief_seen import named
from briefgen.records import dataclass, field, replace

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefgen.diagnostics import Place
    from briefgen.model.facts.declarations import DeclaredField
    from briefgen.model.facts.fact import Fact
    from briefgen.pipeline.judged.brief_seen import BriefSeen
    from briefgen.pipeline.judged.excuses import Excuses

CODE = "BG323"
_SHORTEST = 8
"""Characters of a name that is looked for."""


@dataclass(slots=True)
class _Lone:
    """One text, with what is missing beside it."""

    place: Place
    said: str
    """Before the audiences."""
    missing: str
    """Behind them."""
    audiences: list[str] = field(default_factory=list)


def lone_texts(briefs: Sequence[BriefSeen], excuses: Excuses) -> Iterator[Diagnostic]:
    """BG323 for each text that some brief of a relation shows alone, once for all audiences."""
    facts = {fact.id: fact for fact in every_fact(briefs[0].relation)}
    names = {fact.id: tuple(_names_of(fact)) for fact in facts.values()}
    found: dict[tuple[str, str], _Lone] = {}
    for brief in briefs:
        shown = brief.shown
        told = [name for key in shown for name in names.get(key, ())]
        missing = {
            key: [name for name in of if _is_name(name) and not any(name in other for other in told)]
            for key, of in names.items()
            if key not in shown
        }
        for fact in (fact for fact in facts.values() if fact.id in shown):
            alone = {**dict(_naming(fact, missing, brief)), **dict(_groundless(fact, facts, shown))}
            for target, lone in alone.items():
                found.setdefault((fact.id, target), lone).audiences.append(brief.audience.id)
    for (of, _), lone in found.items():
        if not excuses.takes(facts[of], CODE):
            yield _finding(lone)


def _finding(lone: _Lone) -> Diagnostic:
    readers = " and ".join(f"'{one}'" for one in lone.audiences)
    hint = "show that too, or let the text say itself what it is about"
    return Diagnostic(CODE, Severity.INFO, lone.place, f"{lone.said} to {readers}{lone.missing}", hint)


def _groundless(fact: Fact, facts: Mapping[str, Fact], shown: frozenset[str]) -> Iterator[tuple[str, _Lone]]:
    """What a fact rests on, by the first, where none of it is shown beside it."""
    links = [(of, [key for key in each_of(of, value) if key in facts]) for of, value in values_where(fact, _leans)]
    targets = [key for _, keys in links for key in keys]
    if targets and shown.isdisjoint(targets):
        place = fact.at(next(of.name for of, keys in links if keys))
        yield targets[0], _Lone(place, f"'{fact.id}' is told", f" without what it rests on: {named(targets)}")


def _leans(of: DeclaredField) -> bool:
    """Whether a record rests on, or argues from, what the field leads to."""
    return of.narrowed.is_ground or of.narrowed.is_evidence


def _naming(fact: Fact, missing: Mapping[str, list[str]], brief: BriefSeen) -> Iterator[tuple[str, _Lone]]:
    """Each fact that a sentence of the brief names and the brief does not tell."""
    for of, value in values_with(fact, FieldRole.TEXT, FieldRole.PROSE):
        if (fact.id, of.name) not in brief.fields.shown:
            continue
        for at, words in _wordings(of, value, fact):
            for target, names in missing.items():
                name = _first_in(words, names)
                if name is not None and target.partition("/")[0] != fact.id.partition("/")[0]:
                    yield target, _Lone(at, f"'{fact.id}' names '{name}'", f", and nothing else is told of '{target}'")


def _wordings(of: DeclaredField, value: object, fact: Fact) -> Iterator[tuple[Place, str]]:
    for one in each_of(of, value):
        if isinstance(one, Text):
            yield from ((fact.at(of.name), words) for _, words in one.by_language)
        elif isinstance(one, ProseText):
            first = fact.at(of.name)
            yield from ((replace(first, line=first.line + line - 1), words) for line, words in one.paragraphs())


def _names_of(fact: Fact) -> Iterator[str]:
    """What a fact is called, in every language: its first line of words that has to be there."""
    called = next((pair for pair in values_of(fact) if pair[0].required and pair[0].role in _NAMING), None)
    for one in each_of(*called) if called else ():
        yield from (words for _, words in one.by_language) if isinstance(one, Text) else (str(one),)


def _first_in(words: str, names: Sequence[str]) -> str | None:
    """The first of some names that a text has; nearly none stands there at all."""
    for name in names:
        if name in words and _stands_in(name, words):
            return name
    return None


_NAMING = frozenset({FieldRole.TITLE, FieldRole.LINE})


def _is_name(words: str) -> bool:
    """Whether words begin like a name, and are long enough not to be found by chance."""
    return len(words) >= _SHORTEST and " " in words and words[0].isupper()


def _stands_in(name: str, words: str) -> bool:
    """Whether a name stands in a text; at the head of a sentence any words have a capital, and say less."""
    has_more = any(word[0].isupper() for word in name.split()[1:])
    return name in words and any(
        has_more or _INSIDE.search(words, 0, found.start()) is not None
        for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", words)
    )


_INSIDE = late_pattern(r"[\w,;:(][\"'‘“]?\s+[\"'‘“(]?\Z")
