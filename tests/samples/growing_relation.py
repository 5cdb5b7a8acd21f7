"""A made-up relation with as many facts of each kind as one asks for, to see what grows with them."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = "data/pak-blr"
_FIRST_YEAR = 2005
_WORDS = (
    "border", "capital", "delegation", "embassy", "framework", "harvest", "industry", "joint", "knowledge", "loan",
    "market", "notice", "office", "partner", "quarter", "railway", "session", "treaty", "university", "visit", "window",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Counts:
    """How many facts of each kind."""

    months: int = 12
    """Of trade, three rows each: both flows and their sum."""
    products: int = 4
    milestones: int = 8
    visits: int = 6
    agreements: int = 6
    mechanisms: int = 2
    sessions: int = 6
    """Of every mechanism."""
    positions: int = 4
    recommendations: int = 5
    assessments: int = 4
    references: int = 6
    people: int = 6

    def times(self, factor: int, *names: str) -> Counts:
        """The same with so many times the facts of some kinds, or of all."""
        grown = names or tuple(field.name for field in fields(self))
        return replace(self, **{name: getattr(self, name) * factor for name in grown})


FIFTEEN_YEARS = Counts(months=180, products=180, milestones=40, visits=30, agreements=20, mechanisms=12,
                       recommendations=25, references=40, people=30)  # fmt: skip
"""What a busy desk keeps: monthly trade of fifteen years, and what happened in them."""


def growing_relation(counts: Counts) -> dict[str, str]:
    """Files of a workspace with one relation of so many facts; the same ones each time."""
    return {
        "data/people.yaml": "".join(_people(counts)),
        "data/organisations.yaml": "- id: oic\n  name: An Organisation\n  short: OIC\n",
        f"{FOLDER}/relation.yaml": _RELATION,
        f"{FOLDER}/trade.csv": "\n".join((_TRADE, *_trade(counts))) + "\n",
        f"{FOLDER}/products.csv": "\n".join((_PRODUCTS, *_products(counts))) + "\n",
        f"{FOLDER}/milestones.yaml": "".join(_milestones(counts)),
        f"{FOLDER}/visits.yaml": "".join(_visits(counts)),
        f"{FOLDER}/agreements.yaml": "".join(_agreements(counts)),
        f"{FOLDER}/mechanisms.yaml": "".join(_mechanisms(counts)),
        f"{FOLDER}/positions.yaml": "".join(_positions(counts)),
        f"{FOLDER}/recommendations.yaml": "".join(_recommendations(counts)),
        f"{FOLDER}/assessments.yaml": "".join(_assessments(counts)),
        f"{FOLDER}/references.json": json.dumps([_reference(number) for number in range(counts.references)]),
    }


_RELATION = """\
title: Pakistan–Belarus relations
parties:
  - {id: PAK, name: Pakistan, adjective: Pakistani}
  - {id: BLR, name: Belarus, adjective: Belarusian}
as_of: 2030-01-01
perspective: PAK
default_sensitivity: public
owner: A desk
review_by: 2030-12-31
"""
_TRADE = "id,period,exporter,importer,flow,value,scale,currency,sources"
_PRODUCTS = "id,exporter,importer,label,hs_code,sources"


def _words(number: int) -> str:
    """Four words that no other number has."""
    made = []
    for _ in range(4):
        made.append(_WORDS[number % len(_WORDS)])
        number //= len(_WORDS)
    return " ".join(made)


def _day(number: int, of: int) -> str:
    """Days spread over fifteen years, none twice in a row."""
    place = number * 5475 // max(of, 1)
    return f"{_FIRST_YEAR + place // 365}-{place % 365 // 31 + 1:02d}-{place % 28 + 1:02d}"


def _source(number: int, counts: Counts) -> str:
    return f"  sources:\n    - {{ref: work-{number % counts.references}}}\n"


def _people(counts: Counts) -> Iterator[str]:
    for number in range(counts.people):
        side, country = (("PAK", "Pakistan"), ("BLR", "Belarus"))[number % 2]
        yield (
            f"- id: person-{number}\n  name: Given{number} Family{number}\n  sort_name: Family{number}, Given{number}\n"
            f"  terms:\n    - {{title: Minister {number} of {country}, party: {side}, level: minister, "
            f"held: 2005/2029}}\n"
        )


def _trade(counts: Counts) -> Iterator[str]:
    for number in range(counts.months):
        month = f"{_FIRST_YEAR + number // 12}-{number % 12 + 1:02d}"
        sold, bought = 150 + number * 7 % 90, 350 + number * 11 % 70
        source = f"work-{number % counts.references}"
        for side, other, flow, value in (
            ("PAK", "BLR", "X", sold), ("BLR", "PAK", "X", bought), ("PAK", "BLR", "TURNOVER", sold + bought),
        ):  # fmt: skip
            key = f"t-{month}-{side}-{flow}".lower()
            yield f"{key},{month},{side},{other},{flow},{value / 10},1000000,USD,{source}"


def _products(counts: Counts) -> Iterator[str]:
    for number in range(counts.products):
        side, other = ("PAK", "BLR") if number % 2 else ("BLR", "PAK")
        yield f"p-{number},{side},{other},goods of {_words(number)},,work-{number % counts.references}"


def _milestones(counts: Counts) -> Iterator[str]:
    for number in range(counts.milestones):
        yield (
            f"- id: milestone-{number}\n  kind: other\n  date: {_day(number, counts.milestones)}\n"
            f"  title: The {_words(number)} opens\n  text: The {_words(number)} is opened by both sides\n"
            f"  topics: [politics]\n{'  major: true' + chr(10) if number % 2 else ''}{_source(number, counts)}"
        )


def _visits(counts: Counts) -> Iterator[str]:
    for number in range(counts.visits):
        side, host = ("PAK", "BLR") if number % 2 == 0 else ("BLR", "PAK")
        visitor = f"{{party: {side}, person: person-{_of(number, counts)}}}"
        yield (
            f"- id: visit-{number}\n  kind: official\n  date: {_day(number, counts.visits)}\n"
            f"  title: Visit about {_words(number)}\n  visitor: {visitor}\n"
            f"  host: {host}\n  venue: {{country: {host}}}\n  topics: [politics]\n{_source(number, counts)}"
        )


def _of(number: int, counts: Counts) -> int:
    """A person of the side that goes on this visit."""
    return (number % max(counts.people - counts.people % 2, 2)) if counts.people > 1 else 0


def _agreements(counts: Counts) -> Iterator[str]:
    for number in range(counts.agreements):
        yield (
            f"- id: agreement-{number}\n  kind: treaty\n  signed: {_day(number, counts.agreements)}\n"
            f"  title: Treaty on {_words(number)}\n  state: signed\n  topics: [law]\n{_source(number, counts)}"
        )


def _mechanisms(counts: Counts) -> Iterator[str]:
    for number in range(counts.mechanisms):
        sessions = "".join(
            f"    - {{number: {held + 1}, date: {_day(held, counts.sessions)}, venue: {{country: PAK}}}}\n"
            for held in range(counts.sessions)
        )
        pair = number // 2  # each body has one other that may be the same, however many there are
        yield (
            f"- id: body-{number}\n  kind: working_group\n  name: Working Group on {_words(pair)} {pair}\n"
            f"  created: {_FIRST_YEAR}\n  topics: [trade]\n{_source(number, counts)}  sessions:\n{sessions}"
        )


def _positions(counts: Counts) -> Iterator[str]:
    for number in range(counts.positions):
        yield (
            f"- id: position-{number}\n  parties: [PAK, BLR]\n  statement: Both sides hold to {_words(number)}.\n"
            f"  topics: [politics]\n{_source(number, counts)}"
        )


def _recommendations(counts: Counts) -> Iterator[str]:
    for number in range(counts.recommendations):
        yield (
            f"- id: recommendation-{number}\n  action: Keep up the {_words(number)}.\n  area: trade\n"
            f"  owner: Both governments\n  horizon: ongoing\n  facts: [milestone-{number % counts.milestones}]\n"
            f"  topics: [trade]\n{_source(number, counts)}"
        )


def _assessments(counts: Counts) -> Iterator[str]:
    for number in range(counts.assessments):
        yield (
            f"- id: assessment-{number}\n  kind: assessment\n  text: The {_words(number)} is said to help.\n"
            f"  supports: [milestone-{number % counts.milestones}]\n  topics: [politics]\n{_source(number, counts)}"
        )


def _reference(number: int) -> dict[str, object]:
    return {
        "id": f"work-{number}", "type": "book", "title": f"A book on {_words(number)}, part {number}",
        "author": [{"family": f"Author{number}", "given": "A."}], "publisher": "Press", "publisher-place": "Minsk",
        "issued": {"date-parts": [[2001 + number % 4]]}, "custom": {"source_class": "academic"},
    }  # fmt: skip
