"""What became of facts between two editions, and what each reader is then told."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from briefgen.compose import Ingredients, compose
from briefgen.load import load
from briefgen.model.editions.snapshot import KeptEdition
from briefgen.view import Request, SharedWork, snapshot_of, view, with_changes, with_withdrawn, withdrawn_facts
from briefgen.world import Disk, Memory, Overlay, shipped_root
from readers.brief_lines import block_lines
from samples.situations.one_situation import Situation
from samples.situations.told import READERS, SHARED

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefgen.model.audience import Audience
    from briefgen.model.workspace import Workspace

_ROWS = "period,exporter,importer,reporter,value"
_COMMISSION = "id: body, kind: joint_commission, name: Joint Commission on Trade, created: 2019"
_FISH = "id: fish, kind: treaty, title: Treaty on fish"


@dataclass(frozen=True)
class TwoEditions:
    """A relation as it was, and as it is now."""

    title: str
    before: Mapping[str, str]
    now: Mapping[str, str]
    as_of_now: str = "2026-05-20"


PAIRS = (
    TwoEditions("A treaty is added, and a membership, which has no title",
                {"agreements": _FISH},
                {"agreements": f"{_FISH}\nkind: treaty, title: Treaty on ports, signed: 2024-03-01",
                 "memberships": "parties: [KEN, NOR], organisation: oso, role: member, during: 2012/.."}),
    TwoEditions("A known body holds a session",
                {"mechanisms": _COMMISSION},
                {"mechanisms": f"{_COMMISSION}, sessions: [{{number: 1, date: 2026-02-03}}]"}),
    TwoEditions("What was planned is on record",
                {"visits": "id: v, kind: working, title: Prime Minister of Norway in Nairobi, host: KEN, date: 2026-06-02, planned: true, recorded: 2026-05-01"},
                {"visits": "id: v, kind: working, title: Prime Minister of Norway in Nairobi, host: KEN, date: 2026-06-02"},
                "2026-07-01"),
    TwoEditions("A visit is planned, and another is put off",
                {"visits": "id: w, kind: working, title: Foreign Minister of Kenya in Oslo, host: NOR, date: 2026-06-09, planned: true, recorded: 2026-05-01"},
                {"visits": "id: w, kind: working, title: Foreign Minister of Kenya in Oslo, host: NOR, date: 2026-09-09, planned: true, recorded: 2026-05-01\n"
                           "id: v, kind: working, title: Prime Minister of Norway in Nairobi, host: KEN, date: 2026-10, planned: true, recorded: 2026-05-01"}),
    TwoEditions("A date is known to the day, and a count is another one",
                {"agreements": f"{_FISH}, signed: 2024", "mechanisms": f"{_COMMISSION}, sessions_held: [{{value: 3 sessions, as_of: 2025}}]"},
                {"agreements": f"{_FISH}, signed: 2024-03-01", "mechanisms": f"{_COMMISSION}, sessions_held: [{{value: 4 sessions, as_of: 2025}}]"}),
    TwoEditions("A title is worded otherwise, and a treaty goes from one state to another",
                {"agreements": f"{_FISH}, state: signed, signed: 2024"},
                {"agreements": "id: fish, kind: treaty, title: Treaty on fisheries, state: ratified, signed: 2024"}),
    TwoEditions("A figure is revised, and those that are computed from it move",
                {"trade": f"{_ROWS}\n2024,KEN,NOR,KEN,3.0\n2024,NOR,KEN,KEN,40.0"},
                {"trade": f"{_ROWS}\n2024,KEN,NOR,KEN,3.5\n2024,NOR,KEN,KEN,40.0"}),
    TwoEditions("Figures of a new year are added",
                {"trade": f"{_ROWS}\n2024,KEN,NOR,KEN,3.0\n2024,NOR,KEN,KEN,40.0"},
                {"trade": f"{_ROWS}\n2024,KEN,NOR,KEN,3.0\n2024,NOR,KEN,KEN,40.0\n2025,KEN,NOR,KEN,4.0\n2025,NOR,KEN,KEN,41.0"}),
    TwoEditions("A count of students is revised, and one of visitors added",
                {"series": "period,indicator,whose,towards,value\n2024,students,KEN,NOR,410"},
                {"series": "period,indicator,whose,towards,value\n2024,students,KEN,NOR,412\n2025,visitors,NOR,KEN,8200"}),
    TwoEditions("The newest figures have grown old",
                {"trade": f"{_ROWS}\n2024,KEN,NOR,KEN,3.0"},
                {"trade": f"{_ROWS}\n2024,KEN,NOR,KEN,3.0"},
                "2029-01-15"),
    TwoEditions("A treaty with a day, a body without one and a figure are retracted",
                {"agreements": f"{_FISH}\nkind: treaty, title: Treaty on ports, signed: 2024-03-01", "mechanisms": _COMMISSION,
                 "trade": f"{_ROWS}\n2024,KEN,NOR,KEN,3.0"},
                {"agreements": f"{_FISH}\nkind: treaty, title: Treaty on ports, signed: 2024-03-01, status: retracted",
                 "mechanisms": f"{_COMMISSION}, status: retracted", "trade": f"{_ROWS},status\n2024,KEN,NOR,KEN,3.0,retracted"}),
    TwoEditions("A treaty, two milestones and a figure are deleted or hidden",
                {"agreements": f"{_FISH}\nkind: treaty, title: Treaty on ports, signed: 2024",
                 "milestones": "kind: other, title: One, date: 2015\nkind: other, title: Two, date: 2016",
                 "trade": f"{_ROWS}\n2024,KEN,NOR,KEN,3.0"},
                {"agreements": _FISH}),
)  # fmt: skip


@cache
def _workspace() -> Workspace:
    """Two relations for each pair, in its order, over what is shipped."""
    files = dict(SHARED)
    for number, pair in enumerate(PAIRS, 1):
        files |= Situation(pair.title, pair.before).files(f"data/old-{number:02d}")
        files |= Situation(pair.title, pair.now, {"as_of": pair.as_of_now}).files(f"data/new-{number:02d}")
    outcome = load(Overlay(Memory({path: text.encode() for path, text in files.items()}), Disk(shipped_root())))
    assert [(str(one.place), one.message) for one in outcome.diagnostics] == []
    return outcome.value


def _audience(reader: str) -> Audience:
    """As it is shipped, but for its sections: what is new alone."""
    by_id = {one.id: one for one in _workspace().audiences}
    (section,) = (one for one in by_id["researcher"].sections if one.name == "changes")
    marked = by_id["minister"].stale_after
    return replace(by_id[reader], sections=(section,), stale_after=marked)


def lines_for(number: int, reader: str) -> Iterator[str]:
    """What a reader is told of a pair, counted from one."""
    found, audience = _workspace(), _audience(reader)
    relations = {one.slug: one for one in found.relations}
    before, now = (view(relations[f"{age}-{number:02d}"], audience, Request()).value for age in ("old", "new"))
    last = KeptEdition(1, "mark", before.as_of, snapshot_of(before))
    contract = SharedWork(relations[f"new-{number:02d}"]).contract(audience)
    withdrawn = withdrawn_facts(relations[f"new-{number:02d}"], contract)
    seen = with_changes(now, with_withdrawn(snapshot_of(now), withdrawn, [last]), last)
    outcome = compose(Ingredients(seen, found.sections, found.partials, found.wording.of(seen)))
    assert [one.message for one in outcome.diagnostics if one.severity == "error"] == []
    for block in outcome.value.blocks:
        yield from (line.replace("\u00a0", " ") for line in block_lines(block) if not line.startswith("Source: "))


def as_text_by_reader() -> str:
    """A golden file: each pair, and what each reader is told of it."""
    parts: list[str] = []
    for number, pair in enumerate(PAIRS, 1):
        parts.append(f"{'=' * 100}\n{number}. {pair.title}\n")
        for reader in READERS:
            parts += [f"{reader:>12}  {line}" for line in lines_for(number, reader)]
            parts.append("")
    return "\n".join(parts)
