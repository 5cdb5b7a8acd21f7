"""A valid record of every kind, as an analyst writes it: a test names the fields that are otherwise in it.

`...` stands where the fields go that a record does not have of itself, in the order in which a test names them: so the
lines of a record, and with them the place of a finding, can be counted here.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

Value: TypeAlias = "str | Sequence[str] | None"
"""The YAML of a field on one line, or the items of its list, a line each; None leaves the field out."""


@dataclass(frozen=True, slots=True)
class Record:
    """A record's text; calling it gives the text with other values, and with more fields at its dots."""

    text: str

    def __call__(self, **given: Value) -> str:
        """The record with these fields."""
        indent = "  " if self.text.startswith("- ") else ""
        return "".join(self._fields(indent, given))

    def _fields(self, indent: str, given: Mapping[str, Value]) -> Iterator[str]:
        starts = rf"^(?=.{{{len(indent)}}}[\w.])"
        own = {_name(field): field for field in re.split(starts, self.text, flags=re.MULTILINE) if field}
        for name, field in own.items():
            if name == "...":
                yield from (_field(indent, more, value) for more, value in given.items() if more not in own)
            else:
                yield _field(field[: len(indent)], name, given[name]) if name in given else field


def _name(field: str) -> str:
    return field.removeprefix("- ").strip().partition(":")[0]


def _field(start: str, name: str, value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return f"{start}{name}: {value}\n"
    return f"{start}{name}:\n" + "".join(f"{' ' * len(start)}  - {item}\n" for item in value)


# ---------------------------------------------------------------- facts

HEAD = "{party: BLR, person: head}"
"""The one person of the minimal workspace, in office in 2015."""

visit = Record("""\
- id: a
  kind: official
  title: Visit
  sources: [{ref: ref}]
  ...
""")
visit_of_the_head = Record("""\
- id: a
  kind: official
  title: Visit
  date: 2015
  visitor: {party: BLR, person: head}
  host: PAK
  ...
  sources: [{ref: ref}]
""")
agreement = Record("""\
- id: a
  kind: treaty
  title: Treaty
  signed: 2015
  ...
  sources:
    - {ref: ref, quote: 'the agreement'}
""")
stock = Record("""\
- id: stock
  kind: stock
  title: Documents
  count: '> 80 documents'
  ...
  sources: [{ref: ref}]
""")
milestone = Record("""\
- id: a
  kind: other
  title: M
  ...
  sources: [{ref: ref}]
""")
embassy = Record("""\
- id: embassy
  kind: embassy_opening
  title: Embassy
  date: 2015
  sending: BLR
  host: PAK
  ...
  sources:
    - {ref: ref, quote: 'the Belarusian embassy in Pakistan opened'}
""")
commission = Record("""\
- id: jc
  kind: joint_commission
  name: JC
  ...
  sources: [{ref: ref}]
""")
position = Record("""\
- id: a
  parties: [PAK, BLR]
  statement: Both agree.
  ...
  sources: [{ref: ref}]
""")
assessment = Record("""\
- id: claim
  kind: assessment
  text: Exports rose.
  ...
  sources: [{ref: ref}]
""")
recommendation = Record("""\
- id: a
  action: Meet.
  area: politics
  ...
  sources: [{ref: ref}]
""")
investment = Record("""\
- id: a
  kind: loan
  title: Loan for roads
  ...
  sources: [{ref: ref}]
""")
commitment = Record("""\
- id: a
  title: Send a draft
  made: 2019-05
  ...
  sources: [{ref: ref}]
""")
programme = Record("""\
- id: a
  kind: programme
  title: Programme of cooperation
  ...
  sources: [{ref: ref}]
""")
restriction = Record("""\
- id: a
  kind: sanctions
  title: Travel ban
  affects: [BLR]
  ...
  sources: [{ref: ref}]
""")
contact = Record("""\
- id: a
  kind: embassy
  name: Embassy
  party: BLR
  ...
  sources: [{ref: ref}]
""")
line_to_take = Record("""\
- id: a
  title: Debt
  text: We work with all creditors.
  party: PAK
  ...
  sources: [{ref: ref}]
""")


# ---------------------------------------------------------------- people, the relation, an audience

person = Record("""\
- id: head
  name: Head
  sort_name: Head
  ...
""")
relation = Record("""\
title: Relations
parties:
  - {id: PAK, name: Pakistan, adjective: Pakistani}
  - {id: BLR, name: Belarus, adjective: Belarusian}
as_of: 2021-04-23
...
""")
audience = Record("""\
name: All
brief_for: brief
subtitle: Everything
clearance: restricted
...
sections: [empty]
""")


# ---------------------------------------------------------------- references


def references(*items: dict[str, object]) -> str:
    """A library, an item on each line."""
    return "[" + ",\n ".join(json.dumps(item) for item in items) + "]\n"


def book(**fields: object) -> dict[str, object]:
    """The book that every record leans on; None leaves a field out."""
    whole = {"id": "ref", "type": "book", "title": "T", "author": [{"family": "A"}], **fields}
    return {name: value for name, value in whole.items() if value is not None}


def other_book(**fields: object) -> dict[str, object]:
    """A second book, by somebody else."""
    return book(**{"id": "other", "title": "U", "author": [{"family": "B"}], **fields})


def page(**fields: object) -> dict[str, object]:
    """A page of the web in the place of the book."""
    return book(type="webpage", **fields)


def day(*parts: int) -> dict[str, object]:
    """A date as CSL-JSON has it."""
    return {"date-parts": [parts]}


# ---------------------------------------------------------------- trade

_USUAL = ("1000000", "USD", "ref")
"""What a row goes on with that ends behind its value."""


KNOWN = {
    "reporter": ["PAK", "PAK"], "valuation": ["FOB", "FOB"], "year_basis": ["calendar", "calendar"],
}  # fmt: skip
"""Columns of two rows of trade that may be compared."""


def trade(*rows: str, **more: Sequence[str]) -> str:
    """Rows such as `a,2019,PAK,BLR,X,15.1`, in millions of dollars out of the book unless they go on themselves.

    Further columns stand before the sources, each with a value for every row.
    """
    header = ["id", "period", "exporter", "importer", "flow", "value", "scale", "currency", *more, "sources"]
    lines = [header]
    for at, row in enumerate(rows):
        given = row.split(",")
        *cells, source = [*given, *_USUAL[len(given) - 6 :]]
        lines.append([*cells, *(values[at] for values in more.values()), source])
    return "".join(f"{','.join(line)}\n" for line in lines)


def trade_by_product(*rows: str) -> str:
    """Rows such as `a,2019,12,HS17,8701`: an id, a year, thousands of dollars, and the scheme and code of a product."""
    header = "id,period,exporter,importer,flow,value,scale,currency,reporter,valuation,scheme,code,status,sources"
    cells = [row.split(",", 3) for row in rows]
    lines = [f"{i},{period},PAK,BLR,X,{value},1000,USD,,,{product},,ref" for i, period, value, product in cells]
    return "".join(f"{line}\n" for line in (header, *lines))
