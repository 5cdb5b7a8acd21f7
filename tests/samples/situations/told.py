"""What the readers of the shipped briefs are told in a situation: each line once, with those who read it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from briefgen.compose import Ingredients, compose
from briefgen.load import load
from briefgen.model.document import ReferenceList
from briefgen.view import Request, view
from briefgen.world import Disk, Memory, Overlay, shipped_root
from readers.brief_lines import block_lines
from readers.document_words import words_of_inlines
from samples.situations.agreements import AGREEMENTS
from samples.situations.bodies import BODIES
from samples.situations.figures_beyond_trade import SERIES
from samples.situations.money_and_rules import MONEY, RULES
from samples.situations.trade import TRADE
from samples.situations.views_and_people import PEOPLE, VIEWS
from samples.situations.visits import VISITS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.model.audience import Audience, SectionChoice
    from briefgen.model.document import Document
    from briefgen.model.workspace import Workspace
    from samples.situations.one_situation import Situation

GROUPS = {
    "agreements": AGREEMENTS, "bodies": BODIES, "visits": VISITS, "trade": TRADE, "series": SERIES, "money": MONEY,
    "rules": RULES, "views": VIEWS, "people": PEOPLE,
}  # fmt: skip
"""Name of each golden file → its situations."""
READERS = ("minister", "parliament", "business", "public", "researcher")
"""One for each tone."""
_MARKER = re.compile(r" ?\[1\]")
_END = re.compile(r"(?<=[.?!]) (?=[A-Z(\[])")
_ORDER = (
    "summary", "key_figures", "say_ask", "lines_to_take", "sensitivities", "ahead", "agreements", "outcomes", "programmes",
    "mechanisms", "parliament", "forums", "politics", "timeline", "people_meet", "people", "trade", "products", "series",
    "investments", "compliance", "connectivity", "contacts", "positions", "views", "recommendations", "questions",
)  # fmt: skip
"""The sections in one order for all readers, so that what they are told can be laid side by side. Lists of ids and
sources, and how to read the research edition, are left out: no situation changes them."""
SHARED = {
    "data/people.yaml": """\
- id: kari
  name: Kari Berg
  sort_name: Berg, Kari
  terms:
    - {title: Prime Minister of Norway, party: NOR, level: head_of_government, held: 2017/2022, complete: true, over_by: 2023-01-01}
- id: nils
  name: Nils Dahl
  sort_name: Dahl, Nils
  terms:
    - {title: Prime Minister of Norway, party: NOR, level: head_of_government, held: 2023/..}
- id: amina
  name: Amina Otieno
  sort_name: Otieno, Amina
  terms:
    - {title: Cabinet Secretary for Trade of Kenya, party: KEN, level: minister, held: 2020/..}
- id: odhiambo
  name: Peter Odhiambo
  sort_name: Odhiambo, Peter
  terms:
    - {title: Principal Secretary for Ports of Kenya, party: KEN, level: senior_official, acting: true, held: 2026/..}
- id: wanjiru
  name: Grace Wanjiru
  sort_name: Wanjiru, Grace
""",
    "data/organisations.yaml": """\
- {id: oso, name: Organisation of Southern Oceans, short: OSO, event: OSO summit}
- {id: tides, name: Tides Initiative, short: Tides Initiative}
- {id: horizon, name: Union of Northern Harbours, short: UNH}
""",
    "data/indicators.yaml": """\
- {id: students, name: students, measures: stock, unit: student, unit_plural: students, phrase: 'students from {whose} in {towards}', about: Enrolled for a degree.}
- {id: visitors, name: visitors, measures: flow, unit: visitor, unit_plural: visitors, phrase: 'visitors from {whose} in {towards}'}
- {id: invested, name: direct investment, measures: stock, unit: currency, phrase: 'direct investment of {whose} in {towards}'}
- {id: net, name: net direct investment, measures: flow, unit: currency, phrase: 'net direct investment of {whose} in {towards}', may_be_negative: true}
- {id: flights, name: direct flights, measures: stock, unit: flight a week, unit_plural: flights a week, phrase: 'the air service from {whose} to {towards}'}
- {id: refused, name: refused visas, measures: flow, unit: '%', phrase: 'the share of visas that {towards} refused to applicants from {whose}'}
- {id: tea, name: tea, measures: flow, unit: tonne, unit_plural: tonnes, phrase: 'tea sold by {whose} to {towards}'}
""",
}  # fmt: skip


@cache
def workspace() -> Workspace:
    """A relation for each situation, in the order of the groups, over what is shipped."""
    files = dict(SHARED)
    for group, situations in GROUPS.items():
        for number, situation in enumerate(situations, 1):
            files |= situation.files(f"data/{_slug(group, number)}")
    outcome = load(Overlay(Memory({path: text.encode() for path, text in files.items()}), Disk(shipped_root())))
    assert [one.message for one in outcome.diagnostics] == []
    return outcome.value


def _slug(group: str, number: int) -> str:
    return f"{group}-{number:02d}"


@cache
def brief_of(group: str, number: int, reader: str) -> Document:
    """The brief that a reader gets in a situation."""
    found = workspace()
    audience = _reader(next(one for one in found.audiences if one.id == reader))
    relation = next(one for one in found.relations if one.slug == _slug(group, number))
    seen = view(relation, audience, Request())
    outcome = compose(Ingredients(seen.value, found.sections, found.partials, found.wording.of(seen.value)))
    assert [one.message for one in outcome.diagnostics if one.severity == "error"] == []
    return outcome.value


def _reader(audience: Audience) -> Audience:
    """An audience as it is shipped, but for the order of its sections."""
    kept = sorted((one for one in audience.sections if one.name in _ORDER), key=lambda one: _ORDER.index(one.name))
    return replace(audience, sections=tuple(map(_without_rows, kept)))


def _without_rows(section: SectionChoice) -> SectionChoice:
    """A section without the tables that repeat the facts one by one, and list what is not computed."""
    left_out = {"trade": {"rows": False, "indicators": False}, "series": {"rows": False}}.get(section.name, {})
    return replace(section, options={**section.options, **left_out})


def told(group: str, number: int) -> list[tuple[str, str]]:
    """What is printed, a line and its readers: `all` where all have it."""
    readers_of: dict[str, list[str]] = {}
    for reader in READERS:
        place = 0
        lines = list(readers_of)
        for line in _sentences(brief_of(group, number, reader)):
            if line in readers_of:
                place = max(place, lines.index(line) + 1)
            else:
                lines.insert(place, line)
                place += 1
                readers_of = {one: readers_of.get(one, []) for one in lines}
            if reader not in readers_of[line]:
                readers_of[line].append(reader)
    return [("all" if len(who) == len(READERS) else ", ".join(who), line) for line, who in readers_of.items()]


def _sentences(document: Document) -> Iterator[str]:
    blocks = [block for block in document.blocks if not isinstance(block, ReferenceList)]
    for block in blocks:
        for line in block_lines(block):
            if not line.startswith("Source: "):
                plain = _MARKER.sub("", line.replace("\u00a0", " "))
                yield from filter(None, map(str.strip, _END.sub("\n", plain).split("\n")))
    for note in document.notes:
        yield f"({note.number}) {words_of_inlines(note.inlines)}"


def as_text(group: str, situations: Sequence[Situation]) -> str:
    """A golden file: each situation with its facts, and what is printed of it."""
    parts: list[str] = []
    for number, situation in enumerate(situations, 1):
        parts.append(f"{'=' * 100}\n{number}. {situation.title}\n")
        for kind, lines in situation.facts.items():
            parts += [f"    {kind}: {line.strip()}" for line in lines.strip().splitlines()]
        parts += ["", *(f"{who:>22}  {line}" for who, line in told(group, number)), ""]
    return "\n".join(parts)
