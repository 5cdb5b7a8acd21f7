"""How much work one brief is, counted in calls of functions in a warm process: a clock would tell of the machine.

A bound lies a little above what was counted. Who meets one looks where the calls come from (`profile.print_stats()`),
and raises it only for work that a reader gets something for.
"""

from __future__ import annotations

import cProfile
import pstats
from dataclasses import replace
from functools import cache, partial
from typing import TYPE_CHECKING, NamedTuple

import pytest

from briefgen.diagnostics import Severity
from briefgen.load import load
from briefgen.model.formats import FORMATS
from briefgen.pipeline import Order, make
from briefgen.pipeline.compose_and_render import produce
from briefgen.pipeline.six_stages import here
from briefgen.publish.gate import leaks_in
from briefgen.reading import faults_of
from briefgen.view import Request, Searched, view
from briefgen.world import Disk, Memory, Overlay, shipped_root
from samples.fingerprints import fingerprint
from samples.growing_relation import Counts, growing_relation

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.pipeline.job import Job, JobResult
    from briefgen.world import World

_COUNTS = Counts(months=24, products=12, milestones=16, visits=8)
_AUDIENCE = """
name: Office
brief_for: office brief
subtitle: Where the relation stands
clearance: official
citations: {style: short, markers: numbers}
limits: {pages: 20, words: 8000}
sections: [flows, goods, past, list]
"""
_SECTIONS = {
    "flows": """
## Flows

Total trade was {{ (trade|last).turnover|money }} in {{ (trade|last).period|date }}{{ cite((trade|last).turnover) }}.

{{ chart("line", "Trade by direction", trade) }}

{% call(row) table("Trade", rows=trade) %}
| Period | One sells | The other sells | Turnover |
| :-- | --: | --: | --: |
| {{ row.period|date("short") }}
| {{ row.exports[parties[0].id]|money("sign") }}
| {{ row.exports[parties[1].id]|money("sign") }}
| {{ row.turnover|money("sign") }}
|
{% endcall %}
""",
    "goods": """
## Goods

{% call(one) table("Goods", rows=products) %}
| Goods | Seller |
| --- | --- |
| {{ one.label }} | {{ one.exporter|name }}{{ cite(one) }} |
{% endcall %}
""",
    "past": """
## Past

{{ timeline("What happened", events(), form="table") }}

{% for one in visits %}
- [[{{ one.title }}[[ on {{ one.date|date }}]]{{ cite(one) }}.]]
{% endfor %}
""",
    "list": "\n## Sources\n\n{{ reference_list() }}\n",
}  # fmt: skip


class _Brief(NamedTuple):
    job: Job
    made: JobResult


def _world() -> World:
    files = growing_relation(_COUNTS) | {"templates/audiences/office.yaml": _AUDIENCE}
    files |= {
        f"templates/sections/{name}.md.j2": f"---\nabout: A sample.\n---{text}" for name, text in _SECTIONS.items()
    }
    return Overlay(Memory({path: text.encode() for path, text in files.items()}), Disk(shipped_root()))


@cache
def _brief() -> _Brief:
    """The job of the brief, and what it came to, in a process that has made it before."""
    jobs: list[Job] = []

    def keep(job: Job) -> Callable[[], JobResult]:
        jobs.append(job)
        return here(job)

    made = make(_world(), Order(audiences=("office",), formats=("pdf", "docx", "html")), executor=keep)
    assert [told for told in made.report.diagnostics if told.severity is Severity.ERROR] == []
    return _Brief(jobs[0], produce(jobs[0]))


def _seen() -> None:
    relation, office = _loaded()
    Searched(relation).secrets(view(relation, office, Request()).value)


@cache
def _loaded():  # type: ignore[no-untyped-def]  # noqa: ANN202 - what `load` gives, of this workspace
    workspace = load(_world()).value
    return workspace.relations[0], next(one for one in workspace.audiences if one.id == "office")


def _written(*formats: str) -> None:
    produce(replace(_brief().job, formats=formats))


def _looked_through() -> None:
    for name, file in _brief().made.files.items():
        assert faults_of(FORMATS[name], file.data) == []
        assert leaks_in(FORMATS[name], "a file", file.data, ()) == ()


_BOUNDS: dict[str, tuple[Callable[[], object], int]] = {
    "the view, and what to search for": (_seen, 158_500),
    "what decides that it is made anew": (lambda: fingerprint(_brief().job), 92_000),
    "composed, with its pages counted": (_written, 95_500),
    "PDF": (partial(_written, "pdf"), 130_500),
    "Word": (partial(_written, "docx"), 122_500),
    "a web page": (partial(_written, "html"), 121_500),
    "looked through": (_looked_through, 3_300),
}


@pytest.mark.parametrize("stage", _BOUNDS)
def test_a_brief_takes_no_more_calls_than_it_did(stage: str) -> None:
    work, most = _BOUNDS[stage]
    _brief()
    work()
    profile = cProfile.Profile()
    profile.runcall(work)
    assert int(pstats.Stats(profile).total_calls) <= most  # type: ignore[attr-defined]  # of its own, and documented
