"""Who took part in what is told: each person once, with the offices held on the days that are told of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.compose.source.absent_values import MissingText
from briefgen.compose.wording.office_titles import title_at
from briefgen.compose.wording.wording_styles import DateStyle
from briefgen.model.facts.parties_people_references import Actor

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from markupsafe import Markup

    from briefgen.compose.brief_state import Brief
    from briefgen.compose.values.template_value import Shown
    from briefgen.model.values.date import Date
    from briefgen.model.view import Item


def people_who_acted(brief: Brief, others: Iterable[str]) -> object:
    """Of each `person` who took part in a dated fact, `told`: the offices of those days; others stand behind them.

    Where no office of any of them is on record, `days` has them alone, with the sign before it.
    """
    acts: dict[str, list[Item]] = {}
    every = sorted(
        (item for items in brief.view.items.values() for item in items if item.happened),
        key=lambda item: item.happened.sort_key if item.happened else (),
    )
    for item in every:
        for person in dict.fromkeys(actor.person for actor in _actors(item) if actor.person):
            acts.setdefault(person, []).append(item)
    known = dict.fromkeys([*acts, *others])
    return tuple(
        {"person": brief.shown(person), **_told(brief, person, acts.get(person, [])),
         "office": brief.shown(_last_office(brief, person, acts.get(person, [])))}
        for person in known
    )  # fmt: skip


def _actors(item: Item) -> Iterator[Actor]:
    for value in item.fields.values():
        yield from (one for one in (value if isinstance(value, tuple) else (value,)) if isinstance(one, Actor))


def _told(brief: Brief, person: str, items: Sequence[Item]) -> dict[str, object]:
    """`President of Belarus (29 May 2015, 5 Oct 2016); Prime Minister (2018)`, or what makes a clause fall away."""
    offices: list[tuple[str, list[Markup]]] = []
    for item in items:
        date = item.happened
        if date is None:
            continue
        office, told = _office(brief, person, date), _token(brief, brief.wording.date(date, DateStyle.SHORT), item)
        if not offices or offices[-1][0] != office:
            offices.append((office, []))
        offices[-1][1].append(told)
    phrases = brief.wording.phrases
    texts = [phrases.held.format(title=office, dates=phrases.listed.in_a_row(dates)) for office, dates in offices]
    said = brief.tokens(phrases.listed_apart.in_a_row(texts)) if offices else MissingText()
    if any(office for office, _ in offices):
        return {"told": said, "days": MissingText()}
    return {"told": MissingText(), "days": said}


def _last_office(brief: Brief, person: str, items: Sequence[Item]) -> str:
    return next((_office(brief, person, item.happened) for item in reversed(items) if item.happened), "")


def _office(brief: Brief, person: str, date: Date) -> str:
    known = brief.view.people.get(person)
    return title_at(known, date, brief.view.as_of, brief.wording) if known else ""


def _token(brief: Brief, words: str, of: Item) -> Markup:
    shown: Shown = brief.worded(words, brief.shown(of))
    return brief.printed(shown)
