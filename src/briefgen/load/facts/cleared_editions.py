"""The editions that relation.yaml says are cleared: each by its mark, with who cleared it and on which day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import did_you_mean, echo
from briefgen.load.nodes.decoding import clean_text
from briefgen.load.shapes.converters import LINE
from briefgen.load.shapes.shape import Field, Shape, from_text
from briefgen.load.shapes.value_schemas import LONGEST_LINE
from briefgen.model.facts.clearings import EDITION_FORM, ClearedEdition, Clearing
from briefgen.model.values.date import Date, Precision, parse_day

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from briefgen.diagnostics import Report
    from briefgen.load.shapes.value_schemas import JsonSchema

_EDITION: JsonSchema = {"type": "string", "pattern": f"^{EDITION_FORM.pattern}$"}
_ON: JsonSchema = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}


def _edition_mark(text: str) -> str:
    if not EDITION_FORM.fullmatch(text):
        raise ValueError("not the mark of an edition")
    shown_by(text)
    return text


def clearing_of(edition: str, name: str, day: str) -> Clearing:
    """What three words say; raises ValueError with a message for the user."""
    by = " ".join(clean_text(name).split())
    if not 0 < len(by) <= LONGEST_LINE:
        raise ValueError(f"a name has 1 to {LONGEST_LINE} characters")
    found = Clearing(_edition_mark(edition), by, _day(day))
    if found.on.sort_key[1] < shown_by(edition).sort_key[0]:
        raise ValueError(f"it shows {shown_by(edition)}, which had not come on {day}")
    return found


def shown_by(edition: str) -> Date:
    """The day that an edition shows; raises ValueError where it is none."""
    return parse_day(edition.rpartition(".")[0])


def _day(text: str) -> Date:
    date = parse_day(text)
    if date.precision is not Precision.DAY:
        raise ValueError("this is no day: a brief is cleared on one")
    return date


EDITION = from_text(
    "the mark of an edition", "BG108", _edition_mark,
    lambda _: "copy it from the brief's memo line or properties: 2021-04-23.3f2a9c1b", _EDITION,
)  # fmt: skip
ON = from_text("a day such as 2021-04-23", "BG110", _day, lambda _: "write year, month and day: 2021-05-02", _ON)
CLEARED_EDITION = Shape("a cleared edition", {
    "audience": Field(LINE, required=True), "edition": Field(EDITION, required=True),
    "by": Field(LINE, required=True), "on": Field(ON, required=True),
}, ClearedEdition)  # fmt: skip


def tell_of_cleared(cleared: Iterable[ClearedEdition], audiences: Collection[str], report: Report) -> None:
    """BG113 for an audience that there is not; BG341 for what cannot have been cleared so, and for a second word on it.

    A clearing without a brief would be waited for in vain; the other two would have a brief say what is not so.
    """
    first: dict[tuple[str, str], ClearedEdition] = {}
    for one in cleared:
        shown = shown_by(one.edition)
        if one.audience not in audiences:
            message = f"there is no audience '{echo(one.audience)}'"
            report.error("BG113", one.place, message, did_you_mean(one.audience, audiences))
        if one.on.sort_key[1] < shown.sort_key[0]:
            message = f"it was cleared on {one.on}, and shows {shown}, which had not come then"
            report.error("BG341", one.place, message, "look up the day and the edition: one of them is another one's")
        before = first.setdefault((one.audience, one.edition), one)
        if before is not one:
            message = f"edition {one.edition} is cleared twice, first in line {before.place.line}"
            report.error("BG341", one.place, message, "leave one, and name all who cleared it under 'by'")
