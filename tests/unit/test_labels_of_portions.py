"""The labels that a view carries for an audience whose portions are marked: of what is in it, and of nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen.diagnostics import Place
from briefgen.model.origin import FactOrigin, Origin, OriginKind, Portions
from briefgen.model.values.sensitivity import Sensitivity
from samples.viewing import HIDES, seen

if TYPE_CHECKING:
    from collections.abc import Mapping

FACT, REFERENCE, PERSON, ORGANISATION = (
    OriginKind.FACT, OriginKind.REFERENCE, OriginKind.PERSON, OriginKind.ORGANISATION,
)  # fmt: skip
PUBLIC, OFFICIAL, RESTRICTED = Sensitivity
MARKED = HIDES + "portions: true\n"
REFERENCES = """\
[{"id": "ref", "type": "book", "title": "T", "author": [{"family": "A"}]},
 {"id": "quiet", "type": "book", "title": "U", "author": [{"family": "B"}], "custom": {"sensitivity": "official"}},
 {"id": "shut", "type": "book", "title": "V", "author": [{"family": "C"}], "custom": {"sensitivity": "restricted"}}]
"""


def labels(more: str, **files: str) -> Mapping[tuple[OriginKind, str], Sensitivity]:
    """Of a relation with one milestone, `step`, that has more fields."""
    step = f"- {{id: step, kind: other, title: Step, date: 2014, {more}}}\n"
    named = {f"{name}.yaml": text for name, text in files.items()}
    portions = seen({"references.json": REFERENCES, "milestones.yaml": step, **named}, MARKED).portions
    assert portions is not None
    return portions.labels


def test_a_view_has_no_labels_where_its_audience_does_not_ask_for_them() -> None:
    step = "- {id: step, kind: other, title: Step, date: 2014, sensitivity: official, sources: [{ref: ref}]}\n"

    assert seen({"milestones.yaml": step}).portions is None
    assert seen({"milestones.yaml": step}, HIDES + "portions: false\n").portions is None
    assert seen({"milestones.yaml": step}, MARKED).portions is not None


@pytest.mark.parametrize(
    ("more", "label"),
    [
        ("sensitivity: public, sources: [{ref: ref}]", PUBLIC),
        ("sensitivity: official, sources: [{ref: ref}]", OFFICIAL),
        ("sensitivity: public, note: A note, note_sensitivity: official, sources: [{ref: ref}]", OFFICIAL),
        ("sensitivity: public, note: A note, note_sensitivity: restricted, sources: [{ref: ref}]", PUBLIC),
        ("sensitivity: public, sources: [{ref: ref, sensitivity: official}]", OFFICIAL),
        ("sensitivity: public, sources: [{ref: ref}, {ref: ref, sensitivity: restricted}]", PUBLIC),
        ("sensitivity: public, sources: [{ref: ref}, {ref: quiet}]", OFFICIAL),
        ("sensitivity: public, sources: [{ref: ref}, {ref: shut}]", PUBLIC),
        ("sensitivity: public, sources: [{ref: ref}], note_sensitivity: official", PUBLIC),
    ],
)
def test_a_fact_is_as_strict_as_the_strictest_of_what_is_seen_of_it(more: str, label: Sensitivity) -> None:
    assert labels(more)[FACT, "step"] is label


def test_what_is_under_an_embargo_is_as_strict_as_its_reader_may_know() -> None:
    held = "sensitivity: public, embargo_until: 2030, sources: [{ref: ref}]"
    step = f"- {{id: step, kind: other, title: Step, date: 2014, {held}}}\n"
    found = seen({"milestones.yaml": step}, "hide: {embargoed: false}\nportions: true\n").portions

    assert found is not None
    assert found.labels[FACT, "step"] is OFFICIAL


def test_a_part_is_as_strict_as_its_fact_and_the_fact_as_its_parts_that_are_seen() -> None:
    body = "- {{id: jc, kind: council, name: N, sensitivity: {0}, sources: [{{ref: ref}}], sessions: [{1}]}}\n"
    session = "{{id: {0}, number: {1}, sensitivity: {2}, sources: [{{ref: ref}}]}}"

    def found(whole: str, *parts: str) -> dict[str, Sensitivity]:
        sessions = (session.format(f"s{at}", at, label) for at, label in enumerate(parts, 1))
        told = labels("sources: [{ref: ref}]", mechanisms=body.format(whole, ", ".join(sessions)))
        return {key: label for (kind, key), label in told.items() if kind is FACT and key != "step"}

    assert found("public", "public", "official") == {"jc": OFFICIAL, "s1": PUBLIC, "s2": OFFICIAL}
    assert found("official", "public") == {"jc": OFFICIAL, "s1": OFFICIAL}
    assert found("public", "public", "restricted") == {"jc": PUBLIC, "s1": PUBLIC}


def test_who_is_named_may_be_known_by_the_least_strict_fact_that_names_them() -> None:
    bodies = "- {id: oic, name: O, short: OIC}\n- {id: sco, name: S, short: SCO}\n- {id: eu, name: E, short: EU}\n"
    visit = (
        "- {{id: {0}, kind: state, title: T, date: 2015, sensitivity: {1}, "
        "venue: {{event: {2}}}, sources: [{{ref: ref}}]}}\n"
    )
    visits = "".join(
        visit.format(*one) for one in (("a", "official", "oic"), ("b", "public", "oic"), ("c", "official", "sco"))
    )
    found = seen({"data/organisations.yaml": bodies, "visits.yaml": visits}, MARKED).portions
    assert found is not None

    assert {key: label for (kind, key), label in found.labels.items() if kind is ORGANISATION} == {
        "oic": PUBLIC, "sco": OFFICIAL,
    }  # fmt: skip


def test_a_source_is_as_strict_as_its_own_label_and_the_least_strict_fact_that_cites_it() -> None:
    found = labels(
        "sources: [{ref: ref}, {ref: quiet}]",
        visits="- {id: v, kind: state, title: T, date: 2015, sensitivity: official, sources: [{ref: ref}]}\n",
    )

    assert (found[REFERENCE, "ref"], found[REFERENCE, "quiet"]) == (OFFICIAL, OFFICIAL)
    assert (REFERENCE, "shut") not in found
    assert labels("sources: [{ref: ref}]")[REFERENCE, "ref"] is PUBLIC


def test_a_source_that_a_text_alone_cites_has_a_label_too() -> None:
    text = "---\ntitle: Background\nsensitivity: public\n---\nSo it was [@quiet; @ref].\n"
    found = seen({"references.json": REFERENCES, "data/x-y/prose/background.md": text}, MARKED).portions

    assert found is not None
    assert (found.labels[REFERENCE, "ref"], found.labels[REFERENCE, "quiet"]) == (OFFICIAL, OFFICIAL)


def test_a_fact_is_as_strict_as_its_kind_asks() -> None:
    line = "- {id: say, title: Trade, text: We meet, party: PAK, sensitivity: public, sources: [{ref: ref}]}\n"

    assert labels("sources: [{ref: ref}]", lines_to_take=line)[FACT, "say"] is OFFICIAL


def origin(kind: OriginKind, name: str) -> Origin:
    return Origin((FactOrigin(name, Place("data/x-y/a.yaml"), kind=kind),))


@pytest.mark.parametrize(
    ("kind", "name", "label"),
    [
        (FACT, "a", PUBLIC), (FACT, "b", OFFICIAL), (FACT, "unknown", RESTRICTED), (OriginKind.PROSE, "b/12", OFFICIAL),
        (OriginKind.PROSE, "c/d/3", RESTRICTED), (REFERENCE, "a", RESTRICTED), (PERSON, "p", PUBLIC),
        (OriginKind.RELATION, "x-y", PUBLIC), (OriginKind.PARTY, "PAK", PUBLIC), (OriginKind.AUDIENCE, "a", RESTRICTED),
        (OriginKind.TEMPLATE, "a", None),
    ],
)  # fmt: skip
def test_what_has_no_label_that_is_known_counts_as_the_strictest(
    kind: OriginKind, name: str, label: Sensitivity | None
) -> None:
    portions = Portions(RESTRICTED, {(FACT, "a"): PUBLIC, (FACT, "b"): OFFICIAL, (PERSON, "p"): PUBLIC})

    assert portions.mark_of([origin(kind, name)]) is label
    assert portions.mark_of([origin(kind, name), origin(FACT, "a")]) is (label or PUBLIC)


def test_words_of_no_record_have_no_mark() -> None:
    assert Portions(RESTRICTED, {}).mark_of([]) is None
    assert Portions(RESTRICTED, {}).mark_of([Origin((), "the brief's own numbering")]) is None
