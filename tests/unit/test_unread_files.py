"""A file under data/ that nobody reads is told, with the name that was probably meant."""

from __future__ import annotations

import pytest

from briefgen.load import load
from samples.relation_files import FOLDER, world

RECORD = "- {id: v, kind: official, title: T, sources: [{ref: ref}]}\n"


def told(path: str) -> list[tuple[str, str, str, str | None]]:
    said = load(world({path: RECORD})).diagnostics
    return [(d.code, d.severity.value, d.place.path, d.hint) for d in said]


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("visit.yaml", "did you mean visits.yaml?"),
        ("visits.yml", "rename it to visits.yaml"),
        ("Visits.yaml", "rename it to visits.yaml"),
        ("visits.csv", "write what it holds into visits.yaml"),
        ("Trade.csv", "rename it to trade.csv"),
        ("trade.xlsx", "write what it holds into trade.csv"),
        ("trade.yaml", "write what it holds into trade.csv"),
        ("mechanism.yml", "did you mean mechanisms.yaml?"),
        ("references.yaml", "write what it holds into references.json"),
        ("reference.json", "did you mean references.json?"),
    ],
)
def test_a_slip_in_a_name_is_told_with_the_name_that_was_meant(name: str, hint: str) -> None:
    assert told(f"{FOLDER}/{name}") == [("BG124", "warning", f"{FOLDER}/{name}", hint)]


def test_where_nothing_is_near_it_is_said_what_is_read() -> None:
    [(code, _, _, hint)] = told(f"{FOLDER}/tariffs.yaml")

    assert code == "BG124"
    assert hint is not None
    assert hint.startswith(
        "a kind of your own is declared in kinds/NAME.yaml; read are: agreements.yaml, assessments.yaml, "
    )
    assert hint.endswith("trade.csv, visits.yaml")


@pytest.mark.parametrize(
    "name",
    [
        "README.md",
        "notes.txt",
        ".visits.yaml.swp",
        "visits.yaml.bak",
        "visits.yaml~",
        "~$trade.xlsx",
        "archive/ref.txt",
    ],
)
def test_what_is_no_data_is_left_alone(name: str) -> None:
    assert told(f"{FOLDER}/{name}") == []


SHARED = "people, organisations, indicators and rates"


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("peoples.yaml", "did you mean people.yaml?"),
        ("organizations.yaml", "did you mean organisations.yaml?"),
        ("visits.yaml", f"data of one relation stand in its folder, data/NAME; {SHARED} stand here"),
    ],
)
def test_the_same_for_what_all_relations_share(name: str, hint: str) -> None:
    assert told(f"data/{name}") == [("BG124", "warning", f"data/{name}", hint)]


WORDING, SECTIONS = "templates/wording", "templates/sections"


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        (f"{WORDING}/all.en.yml", "rename it to all.en.yaml"),
        (f"{WORDING}/en.YAML", "rename it to en.yaml"),
        (f"{WORDING}/en", None),
        (f"{SECTIONS}/empty.md", "empty.md.j2 is there too: take one of the two away"),
        (f"{SECTIONS}/trade.j2", "rename it to trade.md.j2"),
        (f"{SECTIONS}/trade.md.jinja2", "rename it to trade.md.j2"),
        (f"{SECTIONS}/trade.txt", "rename it to trade.md.j2"),
        (f"{SECTIONS}/old/trade.md.j2", "put what is in it into templates/sections/ itself"),
        ("templates/section/trade.md.j2", "did you mean templates/sections?"),
        ("templates/words/en.yaml", "folders are: audiences, citations, partials, sections, styles, wording"),
        (f"{WORDING}/trade.md.j2", "put it into templates/sections/ or templates/partials/"),
        ("templates/trade.md.j2", "put it into templates/sections/ or templates/partials/"),
        ("templates/styles/house.DOCX", "rename it to house.docx"),
        ("templates/styles/house.doc", "save it in Word as house.docx"),
        ("templates/audiences/press.yml", "rename it to press.yaml"),
        ("templates/citations/ours.xml", "rename it to ours.csl"),
    ],
)
def test_a_template_that_nobody_reads_is_told_with_its_right_name(path: str, hint: str | None) -> None:
    said = [(code, place, found) for code, _, place, found in told(path) if code == "BG124"]

    if hint is None:
        assert said == []
        return
    [(_, place, found)] = said
    assert path.startswith(place)
    assert found == hint


@pytest.mark.parametrize(
    "path",
    [
        f"{SECTIONS}/README.md", "templates/README.md", f"{SECTIONS}/trade.md.j2~", f"{SECTIONS}/.trade.md.j2.swp",
        f"{WORDING}/notes.bak", "templates/schemas/wording.schema.json", "templates/pictures/flag.png",
        "templates/copied.toml", f"{SECTIONS}/mine.md.j2", f"{WORDING}/en.yaml", "templates/partials/lines.md.j2",
    ],
)  # fmt: skip
def test_what_is_read_or_no_template_is_left_alone(path: str) -> None:
    assert [place for code, _, place, _ in told(path) if code == "BG124"] == []
