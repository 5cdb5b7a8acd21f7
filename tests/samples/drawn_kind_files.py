"""Declarations that nobody wrote, in files, and files of facts of them, some of which must not be told.

Every role that a team can give is drawn, single or with several values, in records, in parts of them and in tables.
What may be told is reckoned here by hand, from what the documentation says of dates and labels.
"""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from samples.composing import BASE, FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterator

MARK = "zqxkjv"
"""Stands in every word of what must not be told."""
REACHED = {  # written: as an event, as a value up to then, as the sum of a period
    "2015": (True, True, True),
    "2021-04-23": (True, True, True),
    "2021-04": (True, True, False),
    "2017/..": (True, True, False),
    "2021-04-24": (False, False, False),
    "2033-05": (False, False, False),
    "2034/..": (False, False, False),
}
"""Whether a date has been reached on 2021-04-23. Of dates that have, none prints a day after it."""
AS_AN_EVENT, UP_TO_THEN, AS_A_SUM = range(3)
DATES = {
    "happened": AS_AN_EVENT, "begins": AS_AN_EVENT, "ends": AS_AN_EVENT, "during": AS_AN_EVENT,
    "holds-for": UP_TO_THEN, "speaks-of": UP_TO_THEN, "period": AS_A_SUM,
}  # fmt: skip
LONG_AGO = "1907"
"""When what is hidden by a label happened: no other date says so."""
SEVERAL = ("line", "text", "words", "one-of", "party", "country", "person", "organisation", "link", "quote")
IN_ROWS = (
    "line", "title", "text", "quote", "words", "one-of", "truth", "major", "whole", "quantity", "money", "rate",
    "party", "country", "person", "organisation", "link",
)  # fmt: skip
IN_RECORDS = (*IN_ROWS, "actor", "venue")
PRINTED = {
    "venue": "{{ %s|place }}", "actor": "{{ %s|actor }}", "truth": "it is so", "major": "it is major",
    "party": "{{ %s|name }}", "country": "{{ %s|label }}", "person": "{{ %s|name }} {{ %s|title_at(as_of) }}",
    "organisation": "{{ %s|name }}",
}  # fmt: skip
"""How a template prints a value of a role, where not bare."""
WHY: st.SearchStrategy[dict[str, Any]] = st.sampled_from([
    {}, {}, {}, {}, {"sensitivity": "restricted"}, {"topics": ["defence"]}, {"recorded": "2033"}, {"recorded": "2020"},
    {"embargo_until": "2021-04-24"}, {"embargo_until": "2021-04-23"}, {"status": "retracted"},
])  # fmt: skip
OTHER_SIDE: dict[str, Any] = {"for": "the other side"}
"""Not told, since it is not for the briefs of this side: no label, but what a party field says."""
HARMLESS: tuple[dict[str, Any], ...] = ({}, {"recorded": "2020"}, {"embargo_until": "2021-04-23"})
NAMED = {
    "data/people.yaml": BASE["data/people.yaml"] + f"- {{id: {MARK}-person, name: A {MARK} person, sort_name: A}}\n",
    "data/organisations.yaml": f"{BASE['data/organisations.yaml']}- {{id: {MARK}-body, name: {MARK}, short: {MARK}}}\n",
    f"{FOLDER}/references.json": json.dumps([
        *json.loads(BASE[f"{FOLDER}/references.json"]),
        {"id": f"{MARK}-ref", "type": "book", "title": f"A {MARK} book", "author": [{"family": "B"}]},
    ]),
    "templates/audiences/reader.yaml": BASE["templates/audiences/reader.yaml"] + "hide: {topics: [defence]}\n",
}  # fmt: skip


@dataclass(frozen=True)
class DrawnFiles:
    """A workspace, and what of its facts may be told."""

    files: dict[str, str]
    told: frozenset[str]
    """Ids as the reader's brief has them."""
    hidden: frozenset[str]
    """Ids of records that must not be told, as they stand in the files."""
    numbers: frozenset[str]
    """Numbers that stand in them alone."""


@dataclass
class Desk:
    """What is written while a workspace is drawn."""

    draw: st.DrawFn
    every: list[str]
    """Ids of all records and parts."""
    numbers: Iterator[int] = field(default_factory=lambda: count(7_700_001))
    hidden_numbers: set[str] = field(default_factory=set)

    def declared(self, roles: tuple[str, ...], *, is_table: bool) -> dict[str, dict[str, Any]]:
        """Some fields, each of another role; dates and a link always, so that there is something to hide."""
        chosen = self.draw(st.lists(st.sampled_from(roles), unique=True, min_size=3, max_size=8))
        dates = self.draw(st.lists(st.sampled_from(sorted(DATES)), unique=True, max_size=3))
        dates += self.draw(st.sampled_from([["happened"], ["happened", "begins"], ["ends", "happened"], ["period"]]))
        fields = {f"f_{role.replace('-', '_')}": self._field(role) for role in dict.fromkeys([*chosen, "link", *dates])}
        if "f_begins" in fields:
            fields["state"] = {"role": "one-of", "choices": ["in_force", MARK], "tells_of": "f_begins"}
        return dict(self.draw(st.permutations(list(fields.items())))) if not is_table else fields

    def _field(self, role: str) -> dict[str, Any]:
        made: dict[str, Any] = {"role": role}
        if role == "one-of":
            made["choices"] = ["known", MARK]
        if role in SEVERAL and self.draw(st.booleans()):
            made["many"] = True
        if role == "party" and self.draw(st.booleans()):
            made["own_side"] = True
        return made

    def why(self, fields: dict[str, dict[str, Any]]) -> dict[str, Any]:
        """A reason to hide a record, or none; one that can be the other side's own sometimes is."""
        if _own_side(fields) and self.draw(st.sampled_from([True, False, False])):
            return OTHER_SIDE
        return self.draw(WHY)

    def dated(self, fields: dict[str, dict[str, Any]]) -> dict[str, str]:
        """Dates of a record: field → date; often one that follows later on what happened."""
        following = [name for name in ("f_begins", "f_ends") if name in fields]
        if following and "f_happened" in fields and self.draw(st.booleans()):
            return {"f_happened": "2015", **dict.fromkeys(following, self.draw(st.sampled_from(list(REACHED))))}
        dates = [name for name, said in fields.items() if said["role"] in DATES]
        chosen = self.draw(st.lists(st.sampled_from(dates), unique=True, max_size=3))
        return {name: self.draw(st.sampled_from([*REACHED, "2015", "2015", "2021-04-23"])) for name in chosen}

    def values(
        self, fields: dict[str, dict[str, Any]], dates: dict[str, str], *, told: bool, by_label: bool
    ) -> dict[str, Any]:
        """What a record says: marked, where it must not be told."""
        said: dict[str, Any] = {}
        for name, declared in fields.items():
            role = declared["role"]
            if role in DATES:
                said |= {name: LONG_AGO if by_label else dates[name]} if name in dates else {}
            elif name == "state":
                is_later = "f_begins" in dates and not REACHED[dates["f_begins"]][AS_AN_EVENT]
                said[name] = MARK if is_later or not told else "in_force"
            elif role == "link":
                links = self.draw(st.lists(st.sampled_from(self.every), max_size=3, unique=True))
                said |= {name: links if declared.get("many") else links[0]} if links else {}
            elif declared.get("own_side"):
                said |= self._side(name, told=told, by_label=by_label, is_many=declared.get("many", False))
            elif role != "parts" and self.draw(st.integers(0, 4)):
                value = self._value(role, told=told)
                said[name] = [value] if declared.get("many") else value
        return said

    def _side(self, name: str, *, told: bool, by_label: bool, is_many: bool) -> dict[str, Any]:
        """For whose briefs a record is; one that names the other side, or nobody, is for none of these."""
        if told or not by_label:
            party = self.draw(st.sampled_from(["PAK", ["PAK", "BLR"]])) if is_many else "PAK"
            return {name: party}
        other = self.draw(st.sampled_from(["BLR", None]))
        return {} if other is None else {name: [other] if is_many else other}

    def _value(self, role: str, *, told: bool) -> Any:  # noqa: ANN401 - of any role
        match role:
            case "whole" | "quantity" | "money" | "rate":
                number = str(next(self.numbers)) if not told else "42"
                if not told:
                    self.hidden_numbers.add(number)
                return number + {"whole": "", "quantity": " units", "money": " USD", "rate": " %"}[role]
            case "truth" | "major":
                return True
            case "one-of":
                return "known" if told else MARK
            case "party":
                return "PAK"
            case "country":
                return "DEU" if told else "FJI"
            case "person":
                return "head" if told else f"{MARK}-person"
            case "organisation":
                return "oic" if told else f"{MARK}-body"
            case "actor":
                return {"party": "BLR", "role": "ministers" if told else f"{MARK} ministers"}
            case "venue":
                return {"city": "Minsk" if told else MARK, "country": "BLR" if told else "FJI"}
            case _:
                return "Open words" if told else f"Words of {MARK}"


def is_told(fields: dict[str, dict[str, Any]], dates: dict[str, str], why: dict[str, Any], parts: list[bool]) -> bool:
    """Whether a record may be told; of its parts, those that the reader may know at some time count."""
    if why not in HARMLESS:
        return False
    roles = {fields[name]["role"]: text for name, text in dates.items()}
    if not roles and "recorded" not in why and parts:
        return any(parts)
    counted = {
        role: text for role, text in roles.items()
        if role != "ends"
        and not (role == "begins" and "happened" in roles)
        and not (role == "speaks-of" and "recorded" in why)
    }  # fmt: skip
    return all(REACHED[text][DATES[role]] for role, text in counted.items())


def _own_side(fields: dict[str, dict[str, Any]]) -> bool:
    return any(declared.get("own_side") for declared in fields.values())


def _is_secret(why: dict[str, Any]) -> bool:
    """Whether a label hides it, at whatever time."""
    return why not in HARMLESS and "recorded" not in why


@st.composite
def drawn_files(draw: st.DrawFn) -> DrawnFiles:
    """A workspace with one kind in YAML, with parts, and one in a table; links lead anywhere."""
    ids = [f"one-{n}" for n in range(draw(st.integers(1, 3)))]
    rows = [f"row-{n}" for n in range(draw(st.integers(0, 2)))]
    held = {key: draw(st.integers(0, 2)) for key in ids}
    desk = Desk(draw, [*ids, *rows, *(f"{key}/within/{n + 1}" for key in ids for n in range(held[key]))])
    part_fields = desk.declared(IN_RECORDS, is_table=False)
    fields = desk.declared(IN_RECORDS, is_table=False)
    fields["within"] = {"role": "parts", "each": "a piece", "fields": part_fields}
    columns = desk.declared(IN_ROWS, is_table=True)
    told: set[str] = set()
    records = [_record(desk, key, held[key], fields, part_fields, told) for key in ids]
    table = [_row(desk, key, columns, told) for key in rows]
    seen = {key.split("|")[1] for key in told}
    files = {
        **BASE, **NAMED,
        "kinds/ones.yaml": json.dumps({"what": "a drawn fact", "fields": fields}),
        "kinds/rows.yaml": json.dumps({"what": "a drawn row", "table": True, "fields": columns}),
        f"{FOLDER}/ones.yaml": "".join(f"- {json.dumps(record)}\n" for record in records),
        "templates/sections/one.md.j2": _template("ones", fields) + _template("rows", columns) + _EVERYTHING,
        **({f"{FOLDER}/rows.csv": _csv(columns, table)} if table else {}),
    }  # fmt: skip
    hidden = frozenset(desk.every) - {key.split("|")[0] for key in told}
    return DrawnFiles(files, frozenset(seen), hidden, frozenset(desk.hidden_numbers))


def _record(
    desk: Desk, key: str, held: int, fields: dict[str, Any], part_fields: dict[str, Any], told: set[str]
) -> dict[str, Any]:
    """A record with its parts; `told` takes the ids that may be told, as they stand and as they are printed."""
    drawn = [(desk.dated(part_fields), desk.why(part_fields)) for _ in range(held)]
    known = [is_told(part_fields, dates, why, []) for dates, why in drawn]
    dates, why = desk.dated(fields), desk.why(fields)
    told_now = [now for now, (_, label) in zip(known, drawn, strict=True) if not _is_secret(label)]
    is_shown = is_told(fields, dates, why, told_now)
    parts = []
    for number, (part, now) in enumerate(zip(drawn, known, strict=True), 1):
        is_part_shown = is_shown and now
        by_label = _is_secret(part[1]) or _is_secret(why)
        said = desk.values(part_fields, part[0], told=is_part_shown, by_label=by_label)
        parts.append({**said, **_labels(part[1], told=is_part_shown)})
        if is_part_shown:
            told.add(f"{key}/within/{number}|{key}/within/{sum(known[:number])}")
    if is_shown:
        told.add(f"{key}|{key}")
    said = desk.values(fields, dates, told=is_shown, by_label=_is_secret(why))
    return {"id": key, **said, "within": parts, **_labels(why, told=is_shown)}


def _row(desk: Desk, key: str, columns: dict[str, Any], told: set[str]) -> dict[str, Any]:
    dates, why = desk.dated(columns), desk.why(columns)
    is_shown = is_told(columns, dates, why, [])
    if is_shown:
        told.add(f"{key}|{key}")
    said = desk.values(columns, dates, told=is_shown, by_label=_is_secret(why))
    labels = {**_written(why), "sources": [{"ref": "ref" if is_shown else f"{MARK}-ref"}]}
    return {"id": key, **said, **labels}


def _labels(why: dict[str, Any], *, told: bool) -> dict[str, Any]:
    """Its labels and sources; of what may be told, one source may not."""
    hidden = {"ref": f"{MARK}-ref", "quote": f"Words of {MARK}", "sensitivity": "restricted"}
    return {**_written(why), "sources": [{"ref": "ref"}, hidden] if told else [hidden]}


def _written(why: dict[str, Any]) -> dict[str, Any]:
    """The labels of a record."""
    return {} if why is OTHER_SIDE else why


# ---------------------------------------------------------------- as files


def _csv(columns: dict[str, Any], rows: list[dict[str, Any]]) -> str:
    money = [name for name, said in columns.items() if said["role"] == "money"]
    common = ("id", "sources", "sensitivity", "topics", "recorded", "embargo_until", "status")
    out = io.StringIO()
    writer = csv.DictWriter(out, [*common, *columns, *(("scale", "currency") if money else ())], lineterminator="\n")
    writer.writeheader()
    for row in rows:
        cells = {name: _cell(value) for name, value in row.items()}
        for name in money:
            if name in cells:
                cells |= {name: cells[name].removesuffix(" USD"), "scale": "1", "currency": "USD"}
        writer.writerow(cells)
    return out.getvalue()


def _cell(value: Any) -> str:  # noqa: ANN401 - of any role
    if isinstance(value, list):
        return ";".join(str(part["ref"]) if isinstance(part, dict) else str(part) for part in value)
    return str(value).lower() if isinstance(value, bool) else str(value)


def _template(collection: str, fields: dict[str, Any]) -> str:
    lines = ["{{ x.id }}, {{ x.type|label }}.", *(_printed("x", name, said) for name, said in fields.items())]
    return f"{{% for x in {collection} %}}\n{' '.join(lines)}{{{{ cite(x) }}}}\n\n{{% endfor %}}\n"


def _printed(owner: str, name: str, said: dict[str, Any]) -> str:
    value = f"{owner}.{name}"
    if said["role"] == "parts":
        inner = " ".join(_printed("part", field, declared) for field, declared in said["fields"].items())
        return f"{{% for part in {value} %}}{{{{ part.id }}}} {inner} {{% endfor %}}"
    words = PRINTED.get(said["role"], "{{ %s }}")
    if said.get("many"):
        return f"{{% for v in {value} %}}{words.replace('%s', 'v')} {{% endfor %}}"
    return f"{{% if {value} %}}{words.replace('%s', value)} {{% endif %}}"


_EVERYTHING = """\
{% for x in facts() %}
- {{ x.id }}{% for source in x.sources %}, {{ source.ref }} {% if source.quote %}{{ source.quote }}{% endif %}

{% endfor %}
{% endfor %}

{{ timeline("All that happened", events()) }}

{{ reference_list() }}
"""
