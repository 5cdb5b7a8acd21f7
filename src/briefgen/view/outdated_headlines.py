"""Headlines that what they lean on has left behind: their words are the desk's, and nobody else would notice.

Two things can be known. A value that the desk wrote down beside the fact is another one now, whatever made it so. And a
fact, or a later row of the same figures, became known after the day on which the headline was written.
"""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from briefgen.diagnostics import echo
from briefgen.late_patterns import late_pattern
from briefgen.model.facts.declarations import values_of
from briefgen.model.facts.field_roles import FieldRole
from briefgen.model.facts.known import dates_of, known_from
from briefgen.model.facts.leaning_texts import leans_on
from briefgen.model.facts.relation import parts_of
from briefgen.model.kinds.headlines import Headline
from briefgen.model.observations import Observation, subject_of
from briefgen.model.values.quantity import ANY_SIGN, SIGNS, Op, Quantity
from briefgen.model.values.text import Text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    from briefgen.diagnostics import Report
    from briefgen.model.facts.fact import Fact
    from briefgen.model.facts.parties_people_references import Ground
    from briefgen.model.facts.relation import Relation
    from briefgen.view.access import Contract

_SIGNS = {
    Op.EQ: "", Op.ABOUT: "about ", Op.RANGE: "", Op.MORE_THAN: "> ", Op.AT_LEAST: ">= ", Op.LESS_THAN: "< ",
    Op.AT_MOST: "<= ",
}  # fmt: skip
_SAID = late_pattern(rf"(?P<sign>{ANY_SIGN})\s*(?P<rest>.*)")
_NUMBER = late_pattern(r"-?\d+(?:\.\d+)?", re.ASCII)


def tell_outdated(relation: Relation, contract: Contract, report: Report) -> None:
    """BG350 for a value that is another one now, BG351 for what is younger than the headline, where it stands."""
    headlines = [fact for fact in relation.facts if isinstance(fact, Headline) and contract.hidden(fact) is None]
    if not headlines:
        return
    permitted = [fact for fact in relation.facts if contract.hidden(fact) is None]
    known = {part.id: part for fact in permitted for part in (*parts_of(fact), fact) if contract.hidden(part) is None}
    for headline in headlines:
        for ground in headline.leans_on:
            _tell_another_value(headline, ground, known, report)
        _tell_younger(headline, known, contract, report)


# ---------------------------------------------------------------- another value


def _tell_another_value(headline: Headline, ground: Ground, known: Mapping[str, Fact], report: Report) -> None:
    fact = known.get(ground.fact)
    if fact is None or ground.value is None:
        return
    values = {field.name: value for field, value in values_of(fact)}
    if ground.field not in values or is_said_by(ground.value, values[ground.field]):
        return
    now, place = said_of(values[ground.field]), fact.at(ground.field)
    message = (
        f"'{headline.id}' was written when {ground.field} of '{ground.fact}' was {echo(ground.value)}; "
        f"now it is {echo(now)} ({place.path}:{place.line})"
    )
    hint = "read it against the fact; then write the new value here, and the day in 'written'"
    report.warning("BG350", ground.place, message, hint)


def is_said_by(words: str, value: object) -> bool:
    """Whether words are what a file would have for a value; of a number its digits do, with or without its unit."""
    plain = " ".join(words.split())
    if isinstance(value, Quantity):
        said = _SAID.fullmatch(plain)
        numbers = _NUMBER.findall(said["rest"].replace(",", "")) if said else []
        stated = [value.value] if value.high is None else [value.value, value.high]
        return said is not None and _as_numbers(numbers) == stated and _bound(SIGNS[said["sign"]]) == _bound(value.op)
    if isinstance(value, Text):
        return plain in {" ".join(wording.split()) for _, wording in value.by_language}
    return plain == said_of(value)


def _as_numbers(texts: list[str]) -> list[Decimal]:
    try:
        return [Decimal(text) for text in texts]
    except InvalidOperation:
        return []


def _bound(op: Op) -> Op | None:
    """The bound that a number is; "about" may be left out, and a range is told by its two numbers."""
    return None if op in {Op.EQ, Op.ABOUT, Op.RANGE} else op


def said_of(value: object) -> str:
    """A value as messages name it, in the form that files have."""
    if value is None or value == ():
        return "empty"
    if isinstance(value, Quantity):
        number = f"{value.value:f}" if value.high is None else f"{value.value:f}..{value.high:f}"
        return f"{_SIGNS[value.op]}{number}"
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


# ---------------------------------------------------------------- younger than the headline


def _tell_younger(headline: Headline, known: Mapping[str, Fact], contract: Contract, report: Report) -> None:
    written, today = headline.written.sort_key[1], contract.as_of.sort_key[1]
    hint = "read it against what is known now; then write the day in 'written'"
    for key in dict.fromkeys(leaning.asked.id for leaning in leans_on(headline)):
        fact = known.get(key)
        for one in (fact, *_later_rows(fact, known)) if fact else ():
            day = _known_on(one, today)
            if day is None or day <= written:
                continue
            what = f"has a date of {day}" if one is fact else f"goes on in '{one.id}', known from {day} on"
            where = f"{one.place.path}:{one.place.line}"
            message = f"'{headline.id}' was written {headline.written}; '{key}', on which it leans, {what} ({where})"
            report.warning("BG351", headline.at("written"), message, hint)


def _known_on(fact: Fact, today: dt.date) -> dt.date | None:
    """The last day by today on which something of a fact became known."""
    days = [known_from(field.role, date) for part in (*parts_of(fact), fact) for field, date in dates_of(part)]
    days += [known_from(FieldRole.RECORDED, part.recorded) for part in (*parts_of(fact), fact) if part.recorded]
    return max((day for day in days if day <= today), default=None)


def _later_rows(fact: Fact, known: Mapping[str, Fact]) -> Iterator[Fact]:
    """Rows that carry a figure on into later periods."""
    if isinstance(fact, Observation):
        for other in known.values():
            if isinstance(other, Observation) and subject_of(other) == subject_of(fact):
                yield from [other] if other.period.sort_key[1] > fact.period.sort_key[1] else []
