"""The owner's account of who sees what: every fact, every reason, and nothing of it among the briefs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from briefgen.cli import main
from briefgen.pipeline import Order, coverage, make
from relation_files import FOLDER, world

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
    made = world(FILES)
    del made.files["templates/audiences/all.yaml"]
    return made


def test_every_fact_has_its_reason() -> None:
    result, (found,) = coverage(workspace(), Order())

    assert [d for d in result.report.diagnostics if d.severity == "error"] == []
    assert {verdict.fact: verdict.reason for verdict in found.verdicts} == REASONS
    places = {verdict.fact: str(verdict.place) for verdict in found.verdicts}
    assert places["secret"] == f"{FOLDER}/milestones.yaml:2:3"


def test_a_run_keeps_the_account_outside_the_folder_of_the_briefs() -> None:
    made = workspace()
    make(made, Order(formats=("html",)))
    written = sorted(path for path in made.files if path.startswith("output/"))

    own = ["output/.internal/x-y/reader.redactions.json", "output/.internal/x-y/reader.trace.json"]
    assert written == [*own, "output/x-y/reader.html"]
    account = json.loads(made.files[written[0]])
    assert {fact["id"]: fact["reason"] for fact in account["facts"]} == {
        fact: reason or "shown" for fact, reason in REASONS.items()
    }
    assert (account["relation"], account["audience"], account["as_of"]) == ("x-y", "reader", "2021-04-23")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, data in workspace().files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return tmp_path


@pytest.mark.parametrize("style", ["human", "html", "json"])
def test_the_matrix_names_every_fact_and_reason(style: str, folder: Path) -> None:
    done = CliRunner().invoke(main, ["audiences", "--matrix", "--format", style, "--workspace", str(folder)])

    assert done.exit_code == 0, done.output
    assert [word for word in (*REASONS, *filter(None, REASONS.values())) if word not in done.stdout] == []
    if style == "json":
        (relation,) = json.loads(done.stdout)
        assert {fact["id"]: fact["audiences"]["reader"] for fact in relation["facts"]} == {
            fact: reason or "shown" for fact, reason in REASONS.items()
        }


def test_the_list_tells_all_that_is_hidden(folder: Path) -> None:
    done = CliRunner().invoke(main, ["audiences", "--workspace", str(folder)])

    assert "contested, defence, positions, embargoed, uncited" in done.stdout
