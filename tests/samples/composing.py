"""Workspaces to composed briefs, without files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.compose import Ingredients, compose
from briefgen.load import load
from briefgen.model.limits import ResourceLimits
from briefgen.pipeline import Job
from briefgen.view import Request, view
from briefgen.world import Memory

if TYPE_CHECKING:
    from briefgen.diagnostics import Diagnostic
    from briefgen.model.document import Document
    from briefgen.model.workspace import Workspace
    from briefgen.world import World

FOLDER = "data/x-y"
BASE = {
    f"{FOLDER}/relation.yaml": """\
title: Relations
parties:
  - {id: PAK, name: Pakistan, adjective: Pakistani}
  - {id: BLR, name: Belarus, adjective: Belarusian}
as_of: 2021-04-23
default_sensitivity: public
""",
    f"{FOLDER}/references.json": """\
[{"id": "ref", "type": "book", "title": "A book", "author": [{"family": "Author"}], "issued": {"date-parts": [[2020]]}},
 {"id": "other", "type": "book", "title": "Another", "author": [{"family": "Other"}]}]""",
    "data/people.yaml": """\
- id: head
  name: A Head
  sort_name: Head, A
  terms:
    - {title: President of Belarus, party: BLR, level: head_of_state, held: 2015-01-01/2018-12-31, complete: true}
""",
    "data/organisations.yaml": "- {id: oic, name: A Large Organisation, short: OIC, event: OIC summit}\n",
    "templates/audiences/reader.yaml": """\
name: Reader
brief_for: brief for the reader
subtitle: What is known
clearance: public
sections: [one]
""",
}

MILESTONES = "".join(f"- {{id: milestone-{n}, kind: other, title: Step {n}, date: 201{n}}}\n" for n in range(1, 4))
VISITS = "".join(
    f"- {{id: visit-{n}, kind: official, title: Talks {n}, host: PAK, date: 201{n}}}\n" for n in range(1, 8)
)
"""Of the folder, for `told`."""


def loaded(world: World) -> Workspace:
    """A workspace that loads without a word."""
    outcome = load(world)
    assert outcome.diagnostics == ()
    return outcome.value


def composed(workspace: Workspace, audience: str, request: Request | None = None) -> tuple[Document, list[Diagnostic]]:
    """One brief of the first relation, and what was said while it was made.

    Templates of tests show an exhibit and say nothing of it: that is told of nearly all, and left out here.
    """
    document, said = composed_with_every_note(workspace, audience, request)
    return document, [one for one in said if one.code != "BG465"]


def composed_with_every_note(
    workspace: Workspace, audience: str, request: Request | None = None
) -> tuple[Document, list[Diagnostic]]:
    """The same with the notes of exhibits that no sentence mentions."""
    chosen = next(a for a in workspace.audiences if a.id == audience)
    seen = view(workspace.relations[0], chosen, request or Request())
    made_of = Ingredients(seen.value, workspace.sections, workspace.partials, workspace.wording.of(seen.value))
    outcome = compose(made_of)
    return outcome.value, [*seen.diagnostics, *outcome.diagnostics]


def job(
    template: str = "{{ title }}.\n", formats: tuple[str, ...] = ("html",), limits: ResourceLimits | None = None
) -> Job:
    """A brief to make of one template."""
    files = {
        **BASE,
        f"{FOLDER}/milestones.yaml": "- {id: m, kind: other, title: T, date: 2015}\n",
        "templates/sections/one.md.j2": template,
    }
    workspace = load(Memory({name: text.encode() for name, text in files.items()})).value
    seen = view(workspace.relations[0], workspace.audiences[0], Request()).value
    return Job(
        view=seen,
        sections=dict(workspace.sections),
        partials=dict(workspace.partials),
        phrases=workspace.wording.of(seen),
        style=workspace.style,
        formats=formats,
        limits=limits or ResourceLimits(),
    )


def told(sources: dict[str, str]) -> list[Diagnostic]:
    """What is said of a workspace with these templates, notes left out."""
    files = {**BASE, f"{FOLDER}/milestones.yaml": MILESTONES, f"{FOLDER}/visits.yaml": VISITS, **sources}
    workspace = loaded(Memory({path: text.encode() for path, text in files.items()}))
    return [d for d in composed(workspace, "reader")[1] if d.severity != "info"]
