"""Titles computed from terms of office at a date; `former` is never stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefgen.compose.wording.numbers_money_dates import Wording
    from briefgen.model.facts.parties_people_references import Person, Term
    from briefgen.model.values.date import Date


def title_at(person: Person, date: Date, wording: Wording) -> str:
    """The office held at a date, `former ...` where it is known to be over by then, else empty."""
    language = wording.language.split("-", maxsplit=1)[0]
    held = next((term for term in person.terms if term.held.overlaps(date)), None)
    if held:
        return held.title.in_language(language)
    past = next((term for term in person.terms if _is_over(term, date)), None)
    return wording.phrases.former.format(title=past.title.in_language(language)) if past else ""


def _is_over(term: Term, date: Date) -> bool:
    end = term.over_by or (term.held if term.complete else None)
    return bool(end and end.upper and date.lower and date.lower >= (term.over_by or end).sort_key[0])
