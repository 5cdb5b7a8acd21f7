"""Titles computed from terms of office; `former` and `then` are never stored.

The office is that of the day that a sentence tells of. Whether it is over is asked as of the brief's own day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.facts.field_roles import FieldRole
from briefgen.model.facts.known import known_from

if TYPE_CHECKING:
    import datetime as dt

    from briefgen.compose.wording.numbers_money_dates import Wording
    from briefgen.model.facts.parties_people_references import Person, Term
    from briefgen.model.values.date import Date


def title_at(person: Person, date: Date, as_of: Date, wording: Wording) -> str:
    """The office held at a date: `then ...` where it is known to be over since, as of the brief's day.

    `former ...` where it is known to be over at the date itself, else empty.
    """
    day = date.sort_key[0]
    held = next((term for term in person.terms if term.held.overlaps(date) and not _is_over(term, day)), None)
    if held:
        title = _title(held, wording)
        return wording.phrases.then.format(title=title) if _is_over(held, as_of.sort_key[1]) else title
    over = [term for term in person.terms if _is_over(term, day)]
    past = max(over, key=lambda term: term.held.sort_key, default=None)
    return wording.phrases.former.format(title=_title(past, wording)) if past else ""


def _title(term: Term, wording: Wording) -> str:
    """What the office is called, with its fields where the title says none of them; `acting` for the time being."""
    title = term.title.in_language(wording.language.split("-", maxsplit=1)[0])
    if term.portfolio and not any(field.casefold() in title.casefold() for field in term.portfolio):
        title = wording.phrases.with_portfolio.format(title=title, portfolio=wording.joined(list(term.portfolio)))
    return wording.phrases.acting.format(title=title) if term.acting else title


def _is_over(term: Term, day: dt.date) -> bool:
    """Whether a term is known to be over on a day."""
    if term.over_by is not None:
        return known_from(FieldRole.ENDS, term.over_by) <= day
    return term.complete and term.held.sort_key[1] < day
