"""A workspace with a fact for every reason that leaves it out of a brief."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samples.relation_files import world

if TYPE_CHECKING:
    from pathlib import Path

    from briefgen.world import Memory


AUDIENCE = """\
name: Reader
brief_for: brief
subtitle: Everything
clearance: official
hide: {topics: [defence], kinds: [positions], statuses: [contested]}
require_source: true
sections: [steps]
"""
SOURCED = "sources: [{ref: ref}]"
FILES = {
    "milestones.yaml": f"""\
- {{id: shown, kind: other, title: T, date: 2015, {SOURCED}}}
- {{id: secret, kind: other, title: T, sensitivity: restricted, {SOURCED}}}
- {{id: arms, kind: other, title: T, topics: [trade, defence], {SOURCED}}}
- {{id: doubted, kind: other, title: T, status: contested, {SOURCED}}}
- {{id: gone, kind: other, title: T, status: retracted, {SOURCED}}}
- {{id: soon, kind: other, title: T, embargo_until: 2022, {SOURCED}}}
- {{id: later, kind: other, title: T, recorded: 2022, {SOURCED}}}
- {{id: bare, kind: other, title: T}}
""",
    "positions.yaml": f"- {{id: stance, parties: [PAK], statement: S, {SOURCED}}}\n",
    "forums.yaml": f"- {{id: forum, kind: forum, name: N, {SOURCED}}}\n",
    "mechanisms.yaml": f"""\
- {{id: open, kind: other, name: N, {SOURCED},
   cochairs: [{{party: BLR, person: head, status: retracted}}, {{party: BLR, person: head}}]}}
- {{id: closed, kind: other, name: N, sensitivity: restricted, {SOURCED},
   sessions: [{{number: 1, sensitivity: public}}]}}
""",
    "templates/sections/steps.md.j2": """\
{% for step in milestones %}{{ step.title }} {% endfor %}
{% for body in mechanisms %}{% for chair in body.cochairs %}{{ chair.person|name }}{% endfor %}{% endfor %}
""",
    "templates/audiences/reader.yaml": AUDIENCE,
}  # fmt: skip
REASONS = {
    "shown": None, "secret": "clearance", "arms": "topic", "doubted": "status", "gone": "status", "soon": "embargo",
    "later": "as of", "bare": "uncited", "open": "section absent", "open/cochairs/1": "status", "open/cochairs/2": None,
    "closed": "clearance", "closed/sessions/1": "parent", "forum": "section absent", "stance": "kind",
}  # fmt: skip


def workspace() -> Memory:
    """The workspace, with its one audience."""
    made = world(FILES)
    del made.files["templates/audiences/all.yaml"]
    return made


def written(folder: Path) -> Path:
    """The workspace in a folder."""
    for name, data in workspace().files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder
