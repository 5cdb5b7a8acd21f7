"""Names are spelt as people.yaml has them.

What it checks: our own wording of facts for variants and near spellings of people's names.

Why it matters: one person under two spellings reads like two people, and an index or a search misses one.

Example: "Andrej Kobyakov" where people.yaml has Andrei Kobyakov.

How to fix: write the registered spelling; a spelling that sources use belongs under `variants`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.late_patterns import late_pattern
from briefgen.model.facts.relation import every_fact
from briefgen.validate.authored_text import own_words
from briefgen.validate.finding import info

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding


_NAME = late_pattern(r"\b[A-Z][\w'-]+(?: [A-Z][\w'-]+)+")
_ALIKE = 0.85


def names_are_spelt_as_registered(relation: Relation) -> Iterator[Finding]:
    """BG228 for a name that is almost that of a person."""
    spellings: dict[str, dict[str, str]] = {}
    for person in relation.people.values():
        for name in (person.name, *person.variants):
            spellings.setdefault(_initials(name), {})[name] = person.name
    for fact in every_fact(relation):
        for field, text in own_words(fact):
            for written in _NAME.findall(text):
                meant = _meant(written, spellings.get(_initials(written), {}))
                if meant and meant != written:
                    message = f"'{written}' is registered as '{meant}'"
                    yield info("BG228", fact.at(field), message, "write it as people.yaml has it", fact)


def _initials(name: str) -> str:
    """The first letters of a name: a near spelling shares them, and only such names are compared."""
    return "".join(word[0] for word in name.split())


def _meant(written: str, spellings: Mapping[str, str]) -> str | None:
    """The registered spelling of what is probably a person's name."""
    if written in spellings:
        return spellings[written]
    if not spellings:
        return None
    from difflib import get_close_matches  # most texts name nobody who is registered

    close = get_close_matches(written, spellings, n=1, cutoff=_ALIKE)
    return spellings[close[0]] if close else None
