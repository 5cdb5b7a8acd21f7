"""A relation with some facts that a reader may see, and others, drawn at will, that the reader may not."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from hypothesis import strategies as st

from briefgen.model.facts.field_roles import FieldRole
from briefgen.model.formats import FORMATS
from briefgen.model.kinds import SHIPPED_KINDS
from briefgen.pipeline import Job, JobResult, Order, here, make
from briefgen.publish import INTERNAL
from briefgen.world import Memory, MemoryOutputs
from samples.pictures import png

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.pipeline import Result
    from briefgen.pipeline.job import Executor

PAIRS = int(os.environ.get("BRIEFGEN_PAIRS") or ("100" if os.environ.get("CI") else "20"))
"""Of files; CONTRIBUTING.md tells of the long run."""
T = TypeVar("T")
FOLDER = "data/x-y"
TRADE = "id,period,exporter,importer,flow,value,op,half_unit,scale,currency,reporter,ignore,{labels},sources\n"
SERIES = "id,indicator,period,whose,towards,value,scale,unit,reporter,year_basis,{labels},sources\n"
RATES = "id,period,from,to,rate,whose,{labels},sources\n"
LABELS = ("sensitivity", "topics", "status", "recorded", "embargo_until")


@dataclass(frozen=True, slots=True)
class Link:
    """A field of a kind of facts that names other facts."""

    collection: str
    name: str
    is_many: bool
    to: str
    """The kind that it leads to."""

    @property
    def record(self) -> str:
        """The id of the visible fact whose link it is."""
        return f"with-{self.collection}-{self.name}".replace("_", "-")

    def line(self, hidden: tuple[str, ...]) -> str:
        """That fact as a record: with a visible fact where it may name several, and with hidden ones."""
        seen, secret = ("embassy", "hidden-0") if self.to == "milestones" else (f"seen-{self.to}", f"quiet-{self.to}")
        ids = [secret if key == "hidden-0" else key for key in hidden]
        named = f"[{', '.join((seen, *ids))}]" if self.is_many else "".join(ids[:1])
        return f"- {{id: {self.record}, {LEAST[self.collection]}{f', {self.name}: {named}' if named else ''}}}"

    @property
    def template(self) -> str:
        """All that a template can say of it."""
        said = f"item.{self.name}"
        several = f"{{{{ {said}|count|number }}}}{{% for link in {said} %}} {{{{ link }}}}{{% endfor %}}"
        one = f"{{{{ {said} }}}}"
        shown = f"- {{{{ item.id }}}}: {several if self.is_many else one}"
        return f"{{% for item in {self.collection} %}}{{% if {said} %}}\n{shown}\n{{% endif %}}{{% endfor %}}\n"


LINKS = tuple(
    Link(kind.collection, field.name, field.many, next(iter(field.narrowed.to), "milestones"))
    for kind in SHIPPED_KINDS.values()
    for field in kind.fields
    if field.role is FieldRole.LINK
)
"""Every field of every kind that is a link: one that is new is tried too."""
TARGETS = tuple(dict.fromkeys(link.to for link in LINKS if link.to != "milestones"))
"""Kinds, beside milestones, that links lead to: of each there is a fact that is seen, and one that is not.

Their ids are shorter than what the gate looks for, so that the comparison alone must find a link to them.
"""
LEAST = {
    "milestones": "kind: other, title: Linked",
    "visits": "kind: official, title: Linked",
    "agreements": "kind: mou, title: Linked",
    "commitments": "title: Linked, made: 2019",
    "programmes": "kind: roadmap, title: Linked",
    "investments": "kind: loan, title: Linked",
    "lines_to_take": "title: Linked, text: Linked, party: PAK",
    "mechanisms": "kind: council, name: Linked",
    "projects": "kind: other, name: Linked",
    "positions": "parties: [PAK], statement: Linked",
    "assessments": "kind: general, text: Linked",
    "recommendations": "action: Linked, area: trade",
}
"""What a record of each kind that has links must say."""

TEMPLATE = """\
{% call key_figures() %}
{% if trade and (trade|last).turnover %}
- **{{ (trade|last).turnover|money("value") }}** {{ (trade|last).turnover|money("unit") }}\\
  turnover
{% endif %}
- **{{ milestones|count|number }}** steps\\
  on record
{% endcall %}

## Steps

{% for step in milestones[:5] %}
- {{ step.date|date if step.date else "undated" }}: {{ step.title }}{{ note(step.note) }}{{ cite(step) }}
{% endfor %}

{{ timeline("Steps in time", milestones) }}

{% for shown in pictures %}
{{ picture(shown, width=20) }}
{% endfor %}
{{ picture("quiet-picture") }}

## Trade

{% call table("Goods", row_header=true) %}
| Period | Turnover | Share |
| :-- | --: | --: |
{% for year in trade %}
| {{ year.period|date }} | {{ year.turnover|money if year.turnover else "–" }} | {% if year.shares[parties[0].id] is defined %}{{ year.shares[parties[0].id]|percent }}{% endif %} |
{% endfor %}
{% endcall %}

{{ chart("bar", "Goods by direction", trade) }}

## Figures

{% for one in series() %}
{% set last = one.values|last %}
{{ one|capital }}: {{ last.figure|quantity }} in {{ last.period|date }}{% if last.change %}, {{ last.change|growth }}{% endif %}{{ cite(one) }}, of {{ one.values|count|number }}.

{% endfor %}
{{ chart("bar", "Students by direction", series("students")) }}

## Rates

{% for rate in rates %}
- {{ rate.id }}: {{ rate.rate|number }} {{ rate.into }} to one {{ rate.currency }}, {{ rate.period|date }}, {{ rate.whose }}{{ cite(rate) }}
{% endfor %}

{% for year in trade %}
{% set there = year.turnover|converted("PKR") if year.turnover else none %}
{{ year.period|date }}: {% if there %}{{ there|money }}{{ cite(there) }}{% else %}not converted{% endif %}.

{% endfor %}
## Own lines

{% for one in briefings %}
- {{ one.id }}: {{ one.title }}, {{ one.cost|money }}
{% endfor %}

## Bodies

{% for body in mechanisms %}
### {{ body.name }}

{% for chair in body.cochairs %}{{ chair.id }}: {{ chair.person|name }}. {% endfor %}

{% endfor %}
{% if recommendations %}
## Asks

{% for ask in recommendations %}
- {{ ask.action }} ({{ ask.facts|count|number }} facts)
{% endfor %}
{% endif %}

## Prose

{% for text in prose_texts %}
{{ prose(text.id) }}

{% endfor %}
## Links

LINKS
## Sources

{{ reference_list() }}
""".replace("LINKS", "\n".join(link.template for link in LINKS))  # noqa: E501 - a row of a table is one line

_AUDIENCE = """\
name: {name}
brief_for: brief for the {name}
opening: memo
subtitle: What is known
limits: {{words: 20, pages: 1}}
sections: [all]
clearance: {clearance}
"""
BASE = {
    f"{FOLDER}/relation.yaml": """\
title: Relations
parties:
  - {id: PAK, name: Pakistan, adjective: Pakistani}
  - {id: BLR, name: Belarus, adjective: Belarusian}
as_of: 2021-04-23
default_sensitivity: public
""",
    "data/indicators.yaml": """\
- {id: quiet, name: quiet deliveries, measures: flow, unit: crate, phrase: "quiet deliveries of {whose} to {towards}"}
- {id: students, name: students, measures: stock, unit: student, phrase: "students from {whose} in {towards}"}
- {id: gas, name: gas, measures: flow, unit: tonne, phrase: "gas sold by {whose} to {towards}"}
""",
    "data/organisations.yaml": "- {id: oic, name: OIC, short: OIC}\n",
    "templates/audiences/insider.yaml": _AUDIENCE.format(name="insider", clearance="restricted"),
    "templates/audiences/reader.yaml": _AUDIENCE.format(name="reader", clearance="public")
    + "hide: {topics: [defence], statuses: [contested]}\n",
    "templates/sections/all.md.j2": TEMPLATE,
    "kinds/briefings.yaml": """\
what: a briefing
fields:
  title: {role: title, required: true}
  party: {role: party, own_side: true, many: true}
  cost: {role: money}
""",
}

STEPS = [
    (
        "- {id: recognition, kind: recognition, title: Recognition, date: 1991-12-25, note: By cable,"
        " sources: [{ref: second}]}"
    ),
    "- {id: embassy, kind: embassy_opening, title: Embassy opens, date: 2014-11, sources: [{ref: first}]}",
    "- {id: undated, kind: other, title: Consulate, note: Day not known, sources: [{ref: second}]}",
    "- {id: visit, kind: other, title: Visit to Minsk, date: 2016, sources: [{ref: first}]}",
    "- {id: plan, kind: other, title: Plan of work, date: 2017-02, sources: [{ref: third}]}",
    "- {id: talks, kind: other, title: Talks, date: 2018~, sources: [{ref: third}]}",
]
ROWS = [
    {"id": "a18", "period": "2018", "exporter": "PAK", "importer": "BLR", "flow": "X", "value": "12.5"},
    {"id": "b18", "period": "2018", "exporter": "BLR", "importer": "PAK", "flow": "X", "value": "30.1"},
    {"id": "a19", "period": "2019", "exporter": "PAK", "importer": "BLR", "flow": "X", "value": "15.1"},
    {"id": "b19", "period": "2019", "exporter": "BLR", "importer": "PAK", "flow": "X", "value": "35.1"},
]
FIGURES = [
    {"id": "s18", "indicator": "students", "period": "2018", "whose": "PAK", "towards": "BLR", "value": "40"},
    {"id": "s19", "indicator": "students", "period": "2019", "whose": "PAK", "towards": "BLR", "value": "44"},
    {"id": "g19", "indicator": "gas", "period": "2019", "whose": "BLR", "towards": "PAK", "value": "7.5"},
]
CHAIRS = ["{party: PAK, person: p1}", "{party: BLR, person: p2}"]
ASKS = ["- {id: ask, action: Meet once a year, area: politics, facts: [embassy, hidden-0]}"]
PICTURES = [
    "- {id: seen-picture, file: seen.png, caption: A square, alt: What is seen., credit: Desk, sources: [{ref: first}]}"
]
PIXELS = {f"{FOLDER}/pictures/{name}": png(shade=shade) for name, shade in (
    ("seen.png", 10), ("quiet-0.png", 90), ("quiet-1.png", 170))}  # fmt: skip
"""Files of pictures: one that is seen, and others that hidden records name."""
BRIEFINGS = ["- {id: seen-briefing, title: Ours, party: [PAK], cost: 20 USD}"]
"""Of a team's own kind, whose records are for the briefs of the parties that they name."""
RATES_SEEN = [
    {"id": "r18", "period": "2018", "from": "USD", "to": "PKR", "rate": "121.8", "whose": "A bank"},
    {"id": "e19", "period": "2019", "from": "EUR", "to": "USD", "rate": "1.12", "whose": "Another"},
    {"id": "p19", "period": "2019", "from": "EUR", "to": "GBP", "rate": "0.88", "whose": "Another"},
]
"""The last is of currencies that hidden amounts alone may be in."""
REFERENCES = [f'{{"id": "{name}", "type": "book", "title": "The {name} book", "author": [{{"family": "{name}"}}]}}'
              for name in ("first", "second", "third")]  # fmt: skip
SHARED_REFERENCES = [REFERENCES[0].replace("first", name) for name in ("bank", "secret-b")]
"""Which rates lean on."""
SEEN_PROSE = """\
---
sensitivity: public
sources:
  - {ref: second}
HIDDEN---
# How it began

After {{ fact("recognition").date|date }} came an embassy [@first, p. 3; @second].
It was {{ fact("embassy").title }}.[^1] {{ trade("2019").exports.PAK|money }} were sold, and
{{ series("students", "2019", whose="PAK").figure|quantity }} came.

[^1]: One of several.
"""
"""Prose that both readers see; where `HIDDEN` stands, its head may name a source that only one of them may see."""
HEADLINES = [
    (
        "- {id: seen-headline, audiences: [reader, insider], headline: 'After {{ fact(\"recognition\").date|date }}',"
        " standfirst: 'There were talks.', leans_on: [embassy, {fact: talks, field: date, value: 2018~}],"
        " written: 2021-01}"
    ),
]
PEOPLE = ["- {id: p1, name: Ann One, sort_name: One}", "- {id: p2, name: Bob Two, sort_name: Two}"]

WHY = ("sensitivity: restricted", "sensitivity: official", "topics: [defence]", "status: retracted",
       "status: contested", "recorded: 2022", "embargo_until: 2022-01")  # fmt: skip
"""Every reason for which the reader may not see a fact."""


@dataclass(frozen=True, slots=True)
class Hidden:
    """Records that the reader may not see, each with the place in its file that it is put at."""

    steps: tuple[tuple[int, str], ...]
    rows: tuple[tuple[int, dict[str, str]], ...]
    chairs: tuple[tuple[int, str], ...]
    asks: tuple[tuple[int, str], ...]
    references: tuple[tuple[int, str], ...]
    links: tuple[tuple[str, ...], ...] = ()
    """For each of `LINKS` the hidden facts that a visible one names."""
    prose: tuple[str, ...] = ()
    """Files of prose, by number."""
    source: str = ""
    """A source of the prose that is seen."""
    in_language: str = ""
    """The head of a text that would stand in place of the prose that is seen; empty where there is none."""
    targets: tuple[str, ...] = ("sensitivity: restricted",) * len(TARGETS)
    """For each of `TARGETS` why one of its facts is hidden."""
    pictures: tuple[tuple[int, str], ...] = ()
    figures: tuple[tuple[int, dict[str, str]], ...] = ()
    rates: tuple[tuple[int, dict[str, str]], ...] = ()
    briefings: tuple[tuple[int, str], ...] = ()
    headlines: tuple[tuple[int, str], ...] = ()

    def world(self) -> Memory:
        """The workspace with them."""
        return Memory({**{name: text.encode() for name, text in self.files().items()}, **PIXELS})

    def files(self) -> dict[str, str]:
        """Its files that hold text."""
        chairs = "\n".join(f"    - {chair}" for chair in _woven(CHAIRS, self.chairs))
        rows = "".join(f"{_line(row)}\n" for row in _woven(ROWS, self.rows))
        rates = "".join(f"{_rate_line(row)}\n" for row in _woven(RATES_SEEN, self.rates))
        figures = "".join(f"{_figure_line(row)}\n" for row in _woven(FIGURES, self.figures))
        records = {
            "milestones": _woven(STEPS, self.steps),
            "mechanisms": [f"- id: body\n  kind: council\n  name: Council\n  cochairs:\n{chairs}"],
            "recommendations": _woven(ASKS, self.asks),
            "pictures": _woven(PICTURES, self.pictures),
            "briefings": _woven(BRIEFINGS, self.briefings),
            "headlines": _woven(HEADLINES, self.headlines),
        }
        for link, hidden in zip(LINKS, self.links or [()] * len(LINKS), strict=True):
            records.setdefault(link.collection, []).append(link.line(hidden))
        for kind, why in zip(TARGETS, self.targets, strict=True):
            seen = [f"- {{id: seen-{kind}, {LEAST[kind]}}}", f"- {{id: quiet-{kind}, {LEAST[kind]}, {why}}}"]
            records.setdefault(kind, []).extend(seen)
        texts = {f"{FOLDER}/prose/quiet-{number}.md": text for number, text in enumerate(self.prose)}
        if self.in_language:
            texts[f"{FOLDER}/prose/seen.en.md"] = f"---\n{self.in_language}\n---\n{SEEN_PROSE.split('---', 2)[2]}"
        return {
            **BASE,
            **texts,
            f"{FOLDER}/prose/seen.md": SEEN_PROSE.replace("HIDDEN", self.source),
            **{f"{FOLDER}/{name}.yaml": "\n".join(lines) + "\n" for name, lines in records.items()},
            f"{FOLDER}/trade.csv": TRADE.format(labels=",".join(LABELS)) + rows,
            f"{FOLDER}/series.csv": SERIES.format(labels=",".join(LABELS)) + figures,
            "data/rates.csv": RATES.format(labels=",".join(LABELS)) + rates,
            "data/references.json": f"[{','.join(SHARED_REFERENCES)}]",
            f"{FOLDER}/references.json": f"[{','.join(_woven(REFERENCES, self.references))}]",
            "data/people.yaml": "\n".join([*(p for p in _PEOPLE_OF_HIDDEN if self.chairs), *PEOPLE]) + "\n",
        }


_PEOPLE_OF_HIDDEN = ["- {id: spy, name: Zoe Zero, sort_name: Zero}"]


def _woven(seen: list[T], hidden: tuple[tuple[int, T], ...]) -> list[T]:
    out = list(seen)
    for at, record in hidden:
        out.insert(at % (len(out) + 1), record)
    return out


def _line(row: dict[str, str]) -> str:
    whole = {"scale": "1000000", "currency": "USD", "half_unit": "0.05", "sources": "first", **row}
    header = TRADE.format(labels=",".join(LABELS)).strip().split(",")
    return ",".join(whole.get(name, "") for name in header)


def _figure_line(row: dict[str, str]) -> str:
    whole = {"sources": "second", "reporter": "BLR", "year_basis": "calendar", **row}
    return ",".join(whole.get(name, "") for name in SERIES.format(labels=",".join(LABELS)).strip().split(","))


def _rate_line(row: dict[str, str]) -> str:
    whole = {"sensitivity": "public", "sources": "bank", **row}
    return ",".join(whole.get(name, "") for name in RATES.format(labels=",".join(LABELS)).strip().split(","))


_AT = st.integers(0, 9)
_WHY = st.sampled_from(WHY)
_REFS = st.sampled_from(["first", "third", "secret-0", "secret-1"])
_LINKED = st.sampled_from([(), ("hidden-0",), ("hidden-0", "hidden-0")])
"""What a visible fact names of the first hidden one, which is always there."""
_TITLE = st.sampled_from(["Arms deal", "Ключ", "A long quiet word " * 9, "9,999"])
_DATE = st.sampled_from(["", "date: 1900-01-02, ", "date: 2019-11, ", "date: 2021-04-22, ", "note: Hidden note, "])


@st.composite
def _step(draw: st.DrawFn, number: int) -> tuple[int, str]:
    fields = f"{draw(_DATE)}{draw(_WHY)}, sources: [{{ref: {draw(_REFS)}}}]"
    return draw(_AT), f'- {{id: hidden-{number}, kind: other, title: "{draw(_TITLE)}", {fields}}}'


@st.composite
def _row(draw: st.DrawFn, number: int) -> tuple[int, dict[str, str]]:
    one, other = draw(st.permutations(["PAK", "BLR"]))
    label, _, value = draw(_WHY).partition(": ")
    row = {"id": f"row-{number}", "exporter": one, "importer": other, label: value.strip("[]")}
    row |= {"reporter": ("DEU", "FRA", "GBR")[number], "ignore": "BG204;BG205"}  # another's figures need not add up
    row |= {"period": draw(st.sampled_from(["2018", "2019", "2020", "1999"])), "sources": draw(_REFS)}
    row |= {"flow": draw(st.sampled_from(["X", "TURNOVER"])), "value": str(draw(st.integers(1, 10**6)))}
    row |= {"currency": draw(st.sampled_from(["USD", "USD", "GBP"]))}
    return draw(_AT), row | {"scale": draw(st.sampled_from(["1", "1000", "1000000"]))}


@st.composite
def _rate(draw: st.DrawFn, number: int) -> tuple[int, dict[str, str]]:
    """A rate that the reader may not see: beside one that may be seen, before it, or of the other direction."""
    label, _, value = draw(_WHY).partition(": ")
    one, other = draw(st.sampled_from([("USD", "PKR"), ("PKR", "USD"), ("EUR", "USD"), ("USD", "GBP")]))
    row = {"id": f"rate-{number}", "period": draw(st.sampled_from(["2018", "2019", "2020"])), "from": one, "to": other}
    row |= {"rate": str(draw(st.integers(2, 500))), "whose": draw(st.sampled_from(["A bank", "A quiet bank"]))}
    row |= {"sources": draw(st.sampled_from(["bank", "secret-b"])), label: value.strip("[]")}
    return draw(_AT), row


@st.composite
def _briefing(draw: st.DrawFn) -> tuple[int, str]:
    """A record for the other side's briefs, for nobody's, or with a label."""
    whose = draw(st.sampled_from(["party: [BLR]", "party: BLR", f"party: [PAK], {draw(_WHY)}"]))
    cost = draw(st.sampled_from(["9,999 USD", "9 GBP"])).replace(",", "")
    return draw(_AT), f'- {{id: quiet-briefing, title: "{draw(_TITLE)}", {whose}, cost: {cost}}}'


@st.composite
def _figure(draw: st.DrawFn, number: int) -> tuple[int, dict[str, str]]:
    one, other = draw(st.permutations(["PAK", "BLR"]))
    label, _, value = draw(_WHY).partition(": ")
    row = {"id": f"figure-{number}", "whose": one, "towards": other, label: value.strip("[]"), "sources": draw(_REFS)}
    row |= {"indicator": draw(st.sampled_from(["students", "gas", "quiet"])), "reporter": ("DEU", "FRA", "GBR")[number]}
    row |= {
        "period": draw(st.sampled_from(["2018", "2019", "2020", "1999"])),
        "value": str(draw(st.integers(1, 10**6))),
    }
    return draw(_AT), row


@st.composite
def _picture(draw: st.DrawFn) -> tuple[int, str]:
    file = draw(st.sampled_from(["seen.png", "quiet-0.png", "quiet-1.png"]))
    words = f"caption: {draw(st.sampled_from(['Arms', 'Bread']))}, alt: A quiet room."
    return draw(
        _AT
    ), f"- {{id: quiet-picture, file: {file}, {words}, credit: Spy, {draw(_WHY)}, sources: [{{ref: first}}]}}"


@st.composite
def hidden_facts(draw: st.DrawFn) -> Hidden:
    """Any set of records that the reader may not see."""
    chair = st.tuples(_AT, _WHY.map(lambda why: f"{{party: BLR, person: spy, {why}}}"))
    ask = st.tuples(_AT, _WHY.map(lambda why: f"- {{id: quiet, action: Wait, area: trade, facts: [plan], {why}}}"))
    secrets = [(draw(_AT), REFERENCES[0].replace("first", f"secret-{number}")) for number in (0, 1)]
    return Hidden(
        steps=tuple(draw(_step(number)) for number in range(draw(st.integers(1, 4)))),
        rows=tuple(draw(_row(number)) for number in range(draw(st.integers(0, 3)))),
        chairs=tuple(draw(st.lists(chair, max_size=2))),
        asks=tuple(draw(st.lists(ask, max_size=1))),
        references=tuple(secrets),
        links=tuple(draw(_LINKED) for _ in LINKS),
        prose=tuple(draw(st.lists(_prose(), max_size=2))),
        source=draw(st.sampled_from(["", "  - {ref: secret-0, sensitivity: restricted}\n"])),
        in_language=draw(st.just("") | _WHY),
        targets=tuple(draw(_WHY) for _ in TARGETS),
        pictures=tuple(draw(st.lists(_picture(), max_size=1))),
        figures=tuple(draw(_figure(number)) for number in range(draw(st.integers(0, 3)))),
        rates=tuple(draw(_rate(number)) for number in range(draw(st.integers(0, 3)))),
        briefings=tuple(draw(st.lists(_briefing(), max_size=1))),
        headlines=tuple(draw(_headline(number)) for number in range(draw(st.integers(0, 2)))),
    )


@st.composite
def _headline(draw: st.DrawFn, number: int) -> tuple[int, str]:
    """A headline that the reader may not see: of another audience, by its label, or for what it leans on or names."""
    words, both = draw(_TITLE), "audiences: [reader, insider], "
    how = draw(st.sampled_from(["audiences: [insider], leans_on: [embassy]", "label", "ground", "value", "names"]))
    if how == "label":
        how = f"{both}leans_on: [embassy], {draw(_WHY)}"
    elif how == "ground":
        how = f"{both}leans_on: [embassy, hidden-0]"
    elif how == "value":
        how = f"{both}leans_on: [{{fact: hidden-0, field: title, value: Quiet}}]"
    elif how == "names":
        words, how = '{{ fact("hidden-0").title }}', f"{both}leans_on: [embassy]"
    written = draw(st.sampled_from(["2020", "2021-04"]))
    return draw(_AT), f"- {{id: quiet-headline-{number}, headline: '{words}', {how}, written: {written}}}"


_VALUE = st.sampled_from(
    ["", '{{ fact("embassy").title }}', '{{ fact("hidden-0").title }}', "[@first]", "**9,999**[^1]"]
)
_WORDS_OF_PROSE = st.sampled_from(["A quiet word.\n\n", "# Ключ\n\n", "- one\n- two\n\n", "| a |\n| - |\n| b |\n\n"])


@st.composite
def _prose(draw: st.DrawFn) -> str:
    """Prose that the reader may not see: by its label, or because it names a hidden fact."""
    names_hidden = draw(st.booleans())
    label = "sensitivity: public" if names_hidden else draw(_WHY)
    named = '{{ fact("hidden-0").title }}' if names_hidden else draw(_VALUE)
    words = draw(st.lists(_WORDS_OF_PROSE, min_size=1, max_size=3))
    head = f"---\ntitle: {draw(_TITLE)!r}\n{label}\nsources: [{{ref: {draw(_REFS)}}}]\n---\n"
    return f"{head}{''.join(words)}\nSaid {named} and {draw(_VALUE)}.\n\n[^1]: A note.\n"


class NotMadeError(Exception):
    """A brief was not made: nothing can be compared."""


@dataclass(frozen=True, slots=True)
class Published:
    """All that a run gives to the reader."""

    files: dict[str, bytes]
    said: tuple[str, ...]
    """What was said while the reader's briefs were made, which a log of the run may show."""


def published(
    hidden: Hidden,
    formats: tuple[str, ...] = tuple(FORMATS),
    audiences: tuple[str, ...] = ("insider", "reader"),
    executor: Executor = here,
) -> Published:
    """A whole run, and what the reader gets of it."""
    world = hidden.world()
    order = Order(audiences=audiences, formats=formats, discreet=True, manifests=True)
    result = make(world, order, executor=executor)
    if any(made.failed for made in result.briefs):
        raise NotMadeError(_errors(result))
    handed_on = {path: data for path, data in world.files.items() if path.startswith("output/") and not _is_own(path)}
    said = tuple(
        f"{d.place}: {d.code} {d.message}" for d in result.report.diagnostics
        if "'insider'" not in d.message and d.code != "BG604"
    )  # fmt: skip
    return Published({path: data for path, data in handed_on.items() if "insider" not in path}, said)


def touched_after(hidden: Hidden, since: Hidden) -> list[str]:
    """The reader's files that a second run puts in place, where nothing changed but the hidden facts since the first.

    A file that is not put in place anew keeps its time.
    """
    world, placed = hidden.world(), list[str]()

    class Noted(MemoryOutputs):
        def move(self, source: str, target: str) -> None:
            placed.append(target)
            super().move(source, target)

    order = Order(audiences=("reader",), formats=("html", "md"), discreet=True, manifests=True)
    make(world, order)
    made = {path: data for path, data in world.files.items() if path.startswith(("output/", ".briefgen/"))}
    world.files = {**since.world().files, **made}
    result = make(world, order, outputs=Noted(world.files))
    if any(brief.failed for brief in result.briefs):
        raise NotMadeError(_errors(result))
    return [path for path in placed if path.startswith("output/")]


def handed_over(hidden: Hidden) -> list[str]:
    """All that the making of the reader's brief is given, written out."""
    jobs: list[Job] = []

    def noting(job: Job) -> Callable[[], JobResult]:
        jobs.append(job)
        return lambda: JobResult(diagnostics=())

    published_to = hidden.world()
    make(published_to, Order(audiences=("reader",)), executor=noting)
    return [repr(job) for job in jobs]


def _is_own(path: str) -> bool:
    """Whether a file stays with the owner: what was left out, and the sidecar with its lines of the data."""
    return path.startswith(f"{INTERNAL}/")


def _errors(result: Result) -> list[str]:
    return [f"{d.place} {d.code} {d.message}" for d in result.report.diagnostics if d.severity == "error"]


def assert_alike(one: Published, other: Published) -> None:
    """Nothing tells the two runs apart.

    What differs is named, not shown: the leaks that tests plant differ in whole files, and showing how takes minutes.
    """
    assert sorted(one.files) == sorted(other.files)
    differing = [path for path, data in one.files.items() if data != other.files[path]]
    assert differing == []
    is_said_alike = one.said == other.said
    assert is_said_alike
