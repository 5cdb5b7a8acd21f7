"""Labels fail closed: what nobody labelled is restricted, what is hidden takes its sources, notes and names along."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen.load import load
from briefgen.model.audience import Audience
from briefgen.model.values.date import parse_date
from briefgen.model.values.sensitivity import Sensitivity
from briefgen.view import Request, view
from samples.relation_files import FOLDER, MINIMAL, diagnostics_of, world

if TYPE_CHECKING:
    from briefgen.model.view import Item, View

NO_DEFAULT = MINIMAL[f"{FOLDER}/relation.yaml"].replace("default_sensitivity: public\n", "")
REFERENCES = """[
 {"id": "open", "type": "book", "title": "Open", "author": [{"family": "A"}]},
 {"id": "closed", "type": "book", "title": "Closed", "author": [{"family": "B"}],
  "custom": {"sensitivity": "restricted"}},
 {"id": "army", "type": "book", "title": "Army", "author": [{"family": "C"}], "custom": {"topics": ["defence"]}}]"""


def milestone(text: str) -> str:
    return f"- {{id: m, kind: other, title: T, date: 2015, {text}}}\n"


def seen(files: dict[str, str], as_of: str | None = None, **contract: object) -> View:
    """What an audience without clearance sees; `contract` changes the audience."""
    loaded = load(world({"references.json": REFERENCES, **files})).value
    whole = next(a for a in loaded.audiences if a.id == "all")
    fields = {name: getattr(whole, name) for name in ("id", "name", "brief_for", "subtitle", "place")}
    audience = Audience(**{**fields, "clearance": Sensitivity.PUBLIC, **contract})
    return view(loaded.relations[0], audience, Request(parse_date(as_of) if as_of else None)).value


def milestones(files: dict[str, str], as_of: str | None = None, **contract: object) -> tuple[Item, ...]:
    return seen(files, as_of, **contract).items["milestones"]


def test_a_record_without_any_label_is_restricted_and_reported() -> None:
    files = {"relation.yaml": NO_DEFAULT, "milestones.yaml": milestone("sources: [{ref: open}]")}

    assert milestones(files) == ()
    assert len(milestones(files, clearance=Sensitivity.RESTRICTED)) == 1
    said = [line for line in diagnostics_of({**files, "references.json": REFERENCES}) if "BG130" in line]
    assert said == ["milestones.yaml:1:3: warning[BG130] 'm' has no sensitivity: it counts as restricted"]


def test_a_row_without_any_label_is_restricted_and_reported() -> None:
    header = "id,period,exporter,importer,flow,value,scale,currency,sources\n"
    files = {"relation.yaml": NO_DEFAULT, "trade.csv": header + "t,2019,PAK,BLR,X,1,1000,USD,ref\n"}

    assert seen(files).trade == ()
    said = [line for line in diagnostics_of(files) if "BG130" in line]
    assert said == ["trade.csv:2:1: warning[BG130] 't' has no sensitivity: it counts as restricted"]


def test_a_blank_label_is_no_label() -> None:
    record = "- id: m\n  kind: other\n  title: T\n  sensitivity:\n"

    assert milestones({"relation.yaml": NO_DEFAULT, "milestones.yaml": record}) == ()


def test_a_file_has_a_label_of_its_own() -> None:
    head = MINIMAL[f"{FOLDER}/relation.yaml"] + "file_sensitivity: {milestones: official}\n"
    files = {"relation.yaml": head, "milestones.yaml": milestone("note: N")}

    assert milestones(files) == ()
    assert len(milestones(files, clearance=Sensitivity.OFFICIAL)) == 1
    assert len(milestones({**files, "milestones.yaml": milestone("sensitivity: public")})) == 1


@pytest.mark.parametrize(
    ("label", "what"),
    [("sensitivity: secret", "secret"), ("note_sensitivity: none", "none"), ("topics: [spying]", "spying")],
)
def test_an_unknown_label_is_an_error_and_the_record_is_left_out(label: str, what: str) -> None:
    files = {"milestones.yaml": milestone(label)}

    assert any(f"error[BG109] '{what}'" in line for line in diagnostics_of(files))
    assert milestones(files, clearance=Sensitivity.RESTRICTED) == ()


@pytest.mark.parametrize(
    "custom", ['"sensitivity": "secret"', '"sensitivity": 1', '"topics": "spying"', '"topics": [1]']
)
def test_an_unknown_label_of_a_reference_is_an_error(custom: str) -> None:
    references = f'[{{"id": "r", "type": "book", "title": "T", "custom": {{{custom}}}}}]'

    assert any("error[BG109]" in line for line in diagnostics_of({"references.json": references}))


def test_a_hidden_reference_takes_its_sources_along() -> None:
    files = {"milestones.yaml": milestone("sources: [{ref: closed, quote: Q}, {ref: open}, {ref: army}]")}
    made = seen(files, hide_topics=frozenset({"defence"}))

    assert [source.ref for source in made.items["milestones"][0].fields["sources"]] == ["open"]  # type: ignore[attr-defined]
    assert made.items["milestones"][0].origin.refs == ("open",)
    assert list(made.references) == ["open"]


def test_a_source_has_a_label_of_its_own() -> None:
    record = milestone("sources: [{ref: open, quote: Q, sensitivity: official}, {ref: closed, topics: [defence]}]")
    files = {"milestones.yaml": record}

    assert list(seen(files).references) == []
    assert list(seen(files, clearance=Sensitivity.OFFICIAL).references) == ["open"]


def test_a_fact_whose_sources_are_all_hidden_is_uncited() -> None:
    files = {"milestones.yaml": milestone("sources: [{ref: closed}]")}

    assert len(milestones(files)) == 1
    assert milestones(files, require_source=True) == ()


def test_a_note_has_a_label_of_its_own() -> None:
    files = {"milestones.yaml": milestone("note: N, note_sensitivity: official")}

    assert milestones(files)[0].fields["note"] is None
    assert str(milestones(files, clearance=Sensitivity.OFFICIAL)[0].fields["note"]) == "N"


@pytest.mark.parametrize(
    ("until", "as_of", "shown"),
    [("2021-05-01", "2021-04-30", False), ("2021-05-01", "2021-05-01", True), ("2021-05", "2021-05-30", False),
     ("2021-05", "2021-05-31", True), ("2021/..", "2030-01-01", False)],
)  # fmt: skip
def test_an_embargo_holds_until_its_last_day(until: str, as_of: str, *, shown: bool) -> None:
    files = {"milestones.yaml": milestone(f"embargo_until: {until}")}

    assert bool(milestones(files, as_of)) is shown
    assert len(milestones(files, as_of, hide_embargoed=False)) == 1


def test_parts_take_the_labels_of_their_mechanism_and_are_counted_anew() -> None:
    record = """\
- id: jc
  kind: joint_commission
  name: Commission
  cochairs:
    - {party: PAK, person: other, sensitivity: restricted}
    - {party: BLR, person: head}
"""
    made = seen({"mechanisms.yaml": record})
    parts = made.items["mechanisms"][0].fields["cochairs"]

    assert [part.id for part in parts] == ["jc/cochairs/1"]  # type: ignore[attr-defined]
    assert list(made.people) == ["head"]
    assert seen({"mechanisms.yaml": "- {id: jc, kind: other, name: N, embargo_until: 2030, sessions: [{number: 1}]}\n"}
                ).items["mechanisms"] == ()  # fmt: skip


def test_a_view_knows_only_the_people_and_organisations_that_its_facts_name() -> None:
    visit = "- {id: v, kind: state, title: T, date: 2015, visitor: {party: BLR, person: head}, venue: {event: oic}}\n"

    assert (list(seen({}).people), list(seen({}).organisations)) == ([], [])
    made = seen({"visits.yaml": visit})
    assert (list(made.people), list(made.organisations)) == (["head"], ["oic"])
    hidden = seen({"visits.yaml": visit.replace("{id", "{sensitivity: official, id")})
    assert (list(hidden.people), list(hidden.organisations)) == ([], [])
