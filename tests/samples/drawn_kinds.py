"""Kinds of facts that nobody wrote: any roles, links and parts, and facts of them, some of which must not be told."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, Any

from hypothesis import strategies as st

from briefgen.diagnostics import Place
from briefgen.model.facts.field_roles import Declared, FieldRole, Narrowed
from briefgen.model.facts.kind import Kind
from briefgen.model.values.date import Date, parse_date
from briefgen.model.values.sensitivity import Sensitivity
from briefgen.model.values.text import Text
from samples.made_records import made_record

if TYPE_CHECKING:
    from briefgen.model.facts.fact import Fact

AS_OF = "2021-04-23"
REACHED = {  # written: as an event, as a value up to then, as the sum of a period
    "2015": (True, True, True),
    "2021-04-23": (True, True, True),
    "2021-04-24": (False, False, False),
    "2021-04": (True, True, False),
    "2021": (True, True, False),
    "../2021": (True, True, False),
    "../2022": (False, False, False),
    "2017/..": (True, True, False),
    "2019/2022": (True, False, False),
    "2022/..": (False, False, False),
}
"""Whether a date has been reached on the as-of date, by hand."""
OVER = {text: text == "2015" for text in REACHED}
"""Whether the last day that a date can mean lies before the as-of date."""
AS_AN_EVENT, UP_TO_THEN, AS_A_SUM = range(3)
HOW = {
    FieldRole.HAPPENED: AS_AN_EVENT, FieldRole.BEGINS: AS_AN_EVENT, FieldRole.ENDS: AS_AN_EVENT,
    FieldRole.DURING: AS_AN_EVENT, FieldRole.HOLDS_FOR: UP_TO_THEN, FieldRole.SPEAKS_OF: UP_TO_THEN,
    FieldRole.PERIOD: AS_A_SUM, FieldRole.SCHEDULED: AS_AN_EVENT,
}  # fmt: skip
FOLLOWING = (FieldRole.BEGINS, FieldRole.ENDS)
SECRET, PLANNED, STATE, UNTOLD = "Zyx secret words", "Wvu planned words", "is in force", "not said"
"""What a hidden fact says, and a plan; what cannot be said before a date; what stands for it till then."""


@dataclass(frozen=True)
class Drawn:
    """A kind, and facts of it, parts among them."""

    kind: Kind
    facts: tuple[Fact, ...]
    told: frozenset[str]
    """Ids of the facts and parts that may be told as what was, by what they were drawn to be."""
    plans: frozenset[str]
    """Ids of those that may be told as what is to come."""
    later: frozenset[tuple[str, str]]
    """Id and field of the dates of told facts that are still to come."""


def _declared(of: Any, role: FieldRole, default: Any, **narrowed: Any) -> tuple[Any, Any]:  # noqa: ANN401 - any type
    return Annotated[of, Declared(role, "What it is.", Narrowed(**narrowed))], field(default=default)


def drawn_class(name: str, roles: tuple[FieldRole, ...], parts: type[Fact] | None = None) -> type[Fact]:
    """A kind's class: words, two links, a field for each role of a date, one for words that one of them dates."""
    fields: list[tuple[str, Any, Any]] = [
        ("words", *_declared(Text | None, FieldRole.TEXT, None)),
        ("one", *_declared(str | None, FieldRole.LINK, None)),
        ("several", *_declared(tuple[str, ...], FieldRole.LINK, ())),
        *((role.name.lower(), *_declared(Date | None, role, None)) for role in roles),
    ]
    if FieldRole.BEGINS in roles:
        state = _declared(str, FieldRole.ONE_OF, UNTOLD, choices=(STATE, UNTOLD), tells_of="begins")
        fields.append(("state", *state))
    if parts:
        fields.append(("within", *_declared(tuple[parts, ...], FieldRole.PARTS, (), each="a part")))  # type: ignore[valid-type]
    return made_record(name, fields)


ROLES = st.permutations(list(HOW)).map(tuple)
WRITTEN = st.sampled_from([*REACHED, *(text for text, reached in REACHED.items() for _ in range(2) if all(reached))])
WHY: st.SearchStrategy[dict[str, Any]] = st.sampled_from([
    {}, {}, {}, {"sensitivity": Sensitivity.RESTRICTED}, {"topics": ("defence",)}, {"recorded": "2022"},
    {"recorded": "2020"}, {"embargo_until": "2021-04-24"}, {"embargo_until": "2021-04-23"},
    {"planned": True}, {"planned": True, "recorded": "2020"}, {"planned": True, "recorded": "2020"},
    {"planned": True, "recorded": "2022"}, {"planned": True, "recorded": "2020", "topics": ("defence",)},
])  # fmt: skip


def _is_hidden_by(why: dict[str, Any]) -> bool:
    harmless = {"recorded": "2020", "embargo_until": "2021-04-23", "planned": True}
    return any(why[name] != harmless.get(name) for name in why)


def _is_secret(why: dict[str, Any]) -> bool:
    """Whether labels hide a fact, not time."""
    return _is_hidden_by({name: value for name, value in why.items() if name != "recorded"})


def _is_told(dates: dict[FieldRole, str], why: dict[str, Any], parts: list[bool]) -> bool:
    """Whether a fact may be told, written out from what the documentation says of dates."""
    if _is_hidden_by(why) or "planned" in why:
        return False
    if not dates.keys() - {FieldRole.ENDS} and "recorded" not in why and parts:
        return any(parts)
    counted = {
        role: text for role, text in dates.items()
        if not (role is FieldRole.BEGINS and FieldRole.HAPPENED in dates)
        and role is not FieldRole.ENDS
        and not (role is FieldRole.SPEAKS_OF and "recorded" in why)
        and not (role is FieldRole.SCHEDULED and ("recorded" in why or FieldRole.HAPPENED in dates))
    }  # fmt: skip
    return all(REACHED[text][HOW[role]] for role, text in counted.items())


def _is_a_plan(dates: dict[FieldRole, str], why: dict[str, Any]) -> bool:
    """Whether a fact may be told as a plan: recorded by then, and its day not over."""
    is_recorded = "planned" in why and "recorded" in why and not _is_hidden_by(why)
    return is_recorded and not OVER[dates.get(FieldRole.HAPPENED, "2022/..")]


def _dates_its_parent(dates: dict[FieldRole, str], why: dict[str, Any]) -> bool:
    """Whether what a fact is a part of is as old as it: a plan has been known since it was recorded."""
    if "planned" in why:
        return why.get("recorded") == "2020"
    return _is_told(dates, why, [])


@st.composite
def drawn_kinds(draw: st.DrawFn) -> Drawn:
    """A kind and up to four facts of it; links lead anywhere."""
    part_roles, roles = draw(ROLES), draw(ROLES)
    part_class = drawn_class("DrawnPart", part_roles)
    made = drawn_class("DrawnFact", roles, part_class)
    ids = [f"fact-{number}" for number in range(draw(st.integers(1, 4)))]
    every = [*ids, *(f"{key}/within/{n}" for key in ids for n in (1, 2))]
    told: set[str] = set()
    plans: set[str] = set()
    later: set[tuple[str, str]] = set()
    facts = []
    for key in ids:
        parts = [_fact(draw, part_class, part_roles, f"{key}/within/{n}", every) for n in (1, 2)]
        parts = parts[: draw(st.integers(0, 2))]
        fact, dates, why = _fact(draw, made, roles, key, every)
        facts.append(dataclasses.replace(fact, within=tuple(part for part, *_ in parts)))  # type: ignore[call-arg]
        known = [_is_told(part_dates, part_why, []) for _, part_dates, part_why in parts]
        at_some_time = [_dates_its_parent(part_dates, w) for _, part_dates, w in parts if not _is_secret(w)]
        if _is_a_plan(dates, why):
            plans.add(key)
        if _is_told(dates, why, at_some_time):
            told.add(key)
            told |= {part.id for (part, *_), is_told in zip(parts, known, strict=True) if is_told}
            plans |= {part.id for part, part_dates, part_why in parts if _is_a_plan(part_dates, part_why)}
            later |= _later(fact, dates)
            later |= {found for part, part_dates, _ in parts if part.id in told for found in _later(part, part_dates)}
    kind = Kind(name="drawn", what="a drawn fact", made_of=made)
    return Drawn(kind, tuple(facts), frozenset(told), frozenset(plans), frozenset(later))


def _later(fact: Fact, dates: dict[FieldRole, str]) -> set[tuple[str, str]]:
    late = [role for role in FOLLOWING if role in dates and not REACHED[dates[role]][AS_AN_EVENT]]
    return {(fact.id, role.name.lower()) for role in late}


def _words(dates: dict[FieldRole, str], why: dict[str, Any]) -> str:
    """What the fact says: a secret where nothing of it may be told, marked words where it may be as a plan alone."""
    if "planned" in why:
        return PLANNED if _is_a_plan(dates, why) else SECRET
    return SECRET if _is_hidden_by(why) else "Open words"


def _fact(
    draw: st.DrawFn, made: type[Fact], roles: tuple[FieldRole, ...], key: str, every: list[str]
) -> tuple[Fact, dict[FieldRole, str], dict[str, Any]]:
    """A fact, the dates and the labels that it was drawn with."""
    dated = draw(st.lists(st.sampled_from(roles), unique=True, max_size=3))
    dates = {role: draw(WRITTEN) for role in dated}
    why: dict[str, Any] = draw(WHY)
    labels: dict[str, Any] = {"sensitivity": Sensitivity.PUBLIC, **why}
    labels |= {name: parse_date(labels[name]) for name in ("recorded", "embargo_until") if name in labels}
    values: dict[str, Any] = {role.name.lower(): parse_date(text) for role, text in dates.items()}
    values["one"] = draw(st.sampled_from([None, *every]))
    values["several"] = tuple(draw(st.lists(st.sampled_from(every), max_size=3, unique=True)))
    values["words"] = Text.plain(_words(dates, why))
    if FieldRole.BEGINS in roles:
        values["state"] = STATE
    return made(id=key, place=Place("data/x-y/drawn.yaml", 7), **labels, **values), dates, why
