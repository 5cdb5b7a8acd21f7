"""A made-up desk for measuring: one relation, one audience, sections of its own; a number gives figures and words.

The brief is what the first comparison with other programs was made of: a page of prose, four tables (20 milestones,
12 bodies, 10 years of trade, 20 products), two charts, eight recommendations, ten sources.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

RELATION, AUDIENCE = "pak-blr", "office"
_FOLDER = f"data/{RELATION}"
_MILESTONES, _BODIES, _YEARS, _PRODUCTS, _ACTIONS, _SOURCES = 20, 12, 10, 20, 8, 10
_FIRST_YEAR = 2011
_TRADE = "id,period,exporter,importer,flow,value,scale,currency,reporter,valuation,year_basis,worded_as,counts,sources"
_GOODS = "id,exporter,importer,label,hs_code,value,scale,currency,period,sources"
_SECTIONS = Path(__file__).parent / "desk_sections"
_WORDS = (
    "agreement", "border", "capital", "delegation", "embassy", "framework", "harvest", "industry", "joint", "knowledge",
    "loan", "market", "notice", "office", "partner", "quarter", "railway", "session", "treaty", "university", "visit",
)  # fmt: skip


def write_desk(folder: Path, number: int, rows: int = 0, *, words: int | None = None) -> None:
    """Write the files of the desk, with the figures of a number, and its words or those of another.

    With rows it is one table of so many.
    """
    spoken = number if words is None else words
    for path, text in (_files(number, spoken) | ({} if not rows else _long(spoken, rows))).items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


def write_relations(folder: Path, numbers: range) -> None:
    """Write a desk of many relations, one for each number."""
    for number in numbers:
        for path, text in _files(number, number).items():
            target = folder / path.replace(_FOLDER, f"{_FOLDER}-{number:05}")
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")


def _files(number: int, spoken: int) -> dict[str, str]:
    rise = 1 + number % 97 / 100
    return {
        "briefgen.toml": f'audiences = ["{AUDIENCE}"]\n',
        f"templates/audiences/{AUDIENCE}.yaml": _AUDIENCE,
        **{f"templates/sections/{one.name}": one.read_text(encoding="utf-8") for one in _SECTIONS.iterdir()},
        f"{_FOLDER}/relation.yaml": _RELATION,
        f"{_FOLDER}/trade.csv": "\n".join((_TRADE, *_trade(rise))),
        f"{_FOLDER}/products.csv": "\n".join((_GOODS, *_products(spoken, rise))),
        f"{_FOLDER}/milestones.yaml": "".join(_milestones(spoken)),
        f"{_FOLDER}/mechanisms.yaml": "".join(_bodies(spoken)),
        f"{_FOLDER}/recommendations.yaml": "".join(_actions(spoken)),
        f"{_FOLDER}/references.json": json.dumps([_source(spoken, n) for n in range(_SOURCES)]),
    }  # fmt: skip


def _words(spoken: int, number: int, count: int = 4) -> str:
    """So many words, others for each brief and each number in it."""
    state, found = (spoken * 1_000_003 + number) * 2_654_435_761 % 2**32 or 1, []
    for _ in range(count):
        state = (state * 1_664_525 + 1_013_904_223) % 2**32
        found.append(_WORDS[(state >> 8) % len(_WORDS)])
    return " ".join(found)


def _trade(rise: float) -> Iterator[str]:
    for year in range(_YEARS):
        there, back = (16.8 + year * 1.7) * rise, (40.6 - year * 0.9) * rise
        for side, other, value in (("PAK", "BLR", there), ("BLR", "PAK", back)):
            key = f"t-{_FIRST_YEAR + year}-{side.lower()}"
            told = "PAK,FOB,calendar,exports,goods,work-0"
            yield f"{key},{_FIRST_YEAR + year},{side},{other},X,{value:.1f},1000000,USD,{told}"


def _products(spoken: int, rise: float) -> Iterator[str]:
    for number in range(_PRODUCTS):
        side, other = ("PAK", "BLR") if number % 2 else ("BLR", "PAK")
        value = (2.26 + number * 0.31) * rise
        yield f"p-{number},{side},{other},Goods of {_words(spoken, number, 2)} {number},{8701 + number},{value:.2f},1000000,USD,2020,work-{number % _SOURCES}"  # noqa: E501


def _milestones(spoken: int) -> Iterator[str]:
    for number in range(_MILESTONES):
        day = f"{1992 + number * 29 // _MILESTONES}-{number % 12 + 1:02}-{number + 3:02}"
        yield (
            f"- id: m-{number}\n  kind: other\n  date: {day}\n"
            f"  title: The {_words(spoken, number)} opens with words of both sides\n"
            f"  text: The {_words(spoken, number)} is opened\n  venue: {{country: {('PAK', 'BLR')[number % 2]}}}\n"
            f"  topics: [politics]\n  sources:\n    - {{ref: work-{number % _SOURCES}}}\n"
        )


def _bodies(spoken: int) -> Iterator[str]:
    for number in range(_BODIES):
        named = _words(spoken, number, 3).title()
        yield (
            f"- id: b-{number}\n  kind: working_group\n  name: Joint Group on {named} {number}\n"
            f"  created: {2008 + number}\n  cadence: yearly\n  topics: [trade]\n"
            f"  sources:\n    - {{ref: work-{number % _SOURCES}}}\n"
        )


def _actions(spoken: int) -> Iterator[str]:
    for number in range(_ACTIONS):
        yield (
            f"- id: r-{number}\n  action: Hold the {_words(spoken, number)} every year, publish what it decides within sixty days, and report on each decision.\n"  # noqa: E501
            f"  area: trade\n  owner: Both governments\n  horizon: ongoing\n  facts: [m-{number}]\n  topics: [trade]\n"
            f"  sources:\n    - {{ref: work-{number % _SOURCES}}}\n"
        )


def _source(spoken: int, number: int) -> dict[str, object]:
    return {
        "id": f"work-{number}", "type": "book", "title": f"A book on the {_words(spoken, number)}, part {number}",
        "author": [{"family": f"{_words(spoken, number, 1).title()}{number}", "given": "A."}],
        "publisher": "Press", "publisher-place": "Minsk",
        "issued": {"date-parts": [[2001 + number]]}, "custom": {"source_class": "academic"},
    }  # fmt: skip


def _long(spoken: int, rows: int) -> dict[str, str]:
    """So many milestones, printed in one table of four columns."""
    days = (f"{1900 + number // 300}-{number % 300 // 25 + 1:02}-{number % 25 + 1:02}" for number in range(rows))
    facts = (
        f"- id: m-{number}\n  kind: other\n  date: {day}\n  title: The {_words(spoken, number)} of {number}\n"
        f"  venue: {{country: {('PAK', 'BLR')[number % 2]}}}\n  topics: [politics]\n"
        f"  sources:\n    - {{ref: work-{number % _SOURCES}}}\n"
        for number, day in enumerate(days)
    )
    return {f"{_FOLDER}/milestones.yaml": "".join(facts), f"templates/audiences/{AUDIENCE}.yaml": _LONG_AUDIENCE}


_RELATION = """\
title: Pakistan–Belarus relations
parties:
  - {id: PAK, name: Pakistan, adjective: Pakistani}
  - {id: BLR, name: Belarus, adjective: Belarusian}
as_of: 2021-04-23
perspective: PAK
default_sensitivity: public
owner: A desk
review_by: 2099-12-31
"""
_HEAD = """\
name: {en: Office}
brief_for: {en: brief for an office}
subtitle: {en: 'What binds both, and what does not yet'}
clearance: public
tone: neutral
"""
_AUDIENCE = f"{_HEAD}sections: [past, events, bodies, flows, goods, prospects, actions, sources]\n"
_LONG_AUDIENCE = f"{_HEAD}sections: [events, sources]\n"
