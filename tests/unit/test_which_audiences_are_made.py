"""Whose briefs are made: whom the settings list, or one's own, or all that are shipped."""

from __future__ import annotations

import pytest

from briefgen.load import load
from briefgen.pipeline import Order, check, make
from briefgen.world import Memory, Overlay
from samples.relation_files import MINIMAL

FOLDER = "templates/audiences"
READER = MINIMAL[f"{FOLDER}/all.yaml"]
SHIPPED = {f"{FOLDER}/{name}.yaml": READER for name in ("minister", "public")}


def workspace(own: dict[str, str], settings: str | None = None) -> Overlay[Memory]:
    """The minimal workspace with other audiences, over two that are shipped."""
    files = {path: text for path, text in MINIMAL.items() if not path.startswith(FOLDER)} | own
    files |= {} if settings is None else {"briefgen.toml": settings}
    return Overlay(*(Memory({path: text.encode() for path, text in layer.items()}) for layer in (files, SHIPPED)))


def made(world: Overlay[Memory], *named: str) -> list[str]:
    """The audiences for which files are made, and what keeps them from being made."""
    result = make(world, Order(formats=("html",), audiences=named))
    errors = [f"{d.code} {d.message}" for d in result.report.diagnostics if d.severity == "error"]
    return [brief.audience for brief in result.briefs if not brief.failed] + errors


OWN = {f"{FOLDER}/press.yaml": READER}


def test_without_a_list_and_own_audiences_all_shipped_ones_are_made() -> None:
    assert made(workspace({})) == ["minister", "public"]


def test_a_workspace_with_audiences_of_its_own_never_makes_a_shipped_one_unasked() -> None:
    assert made(workspace(OWN)) == ["press"]
    assert made(workspace({f"{FOLDER}/public.yaml": READER})) == ["public"]


def test_any_that_there_is_may_be_asked_for() -> None:
    assert made(workspace(OWN), "public") == ["public"]
    assert made(workspace(OWN, 'audiences = ["press"]\n'), "minister", "press") == ["minister", "press"]


def test_those_that_are_listed_are_made_and_no_others() -> None:
    assert made(workspace(OWN, 'audiences = ["press", "public"]\n')) == ["press", "public"]
    assert made(workspace({}, 'audiences = ["minister"]\n')) == ["minister"]
    assert made(workspace({f"{FOLDER}/minister.yaml": READER}, 'audiences = ["minister", "public"]\n')) == [
        "minister",
        "public",
    ]


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ('audiences = ["ministre"]\n', "BG113 there is no audience 'ministre'"),
        ("audiences = []\n", "BG112 'audiences' names nobody"),
        ('audiences = "public"\n', "BG112 'audiences' must be a list of names"),
    ],
)
def test_a_faulty_list_makes_nothing_for_nobody(settings: str, said: str) -> None:
    assert made(workspace(OWN, settings)) == [said]


@pytest.mark.parametrize("stranger", ["minister.yml", "README.md", "drafts/press.yaml"])
def test_what_stands_among_ones_own_audiences_and_is_none_is_not_taken_for_their_absence(stranger: str) -> None:
    name = stranger.partition("/")[0]

    assert made(workspace({f"{FOLDER}/{stranger}": READER})) == [f"BG101 holds '{name}', but no audience"]
    assert made(workspace({f"{FOLDER}/{stranger}": READER}, 'audiences = ["public"]\n')) == ["public"]


def test_a_hidden_file_is_nobody() -> None:
    assert made(workspace({f"{FOLDER}/.gitkeep": ""})) == ["minister", "public"]


def test_faults_of_an_audience_that_is_not_made_keep_nothing_from_being_made() -> None:
    broken = {f"{FOLDER}/draft.yaml": "clearance: secret\n", **OWN}
    world = workspace(broken, 'audiences = ["press"]\n')

    assert made(world) == ["press"]
    said = {d.code for d in check(world, Order()).report.diagnostics}
    assert ("BG280" in said, said & {"BG107", "BG109"}) == (True, set())
    assert {d.code for d in check(world, Order(audiences=("draft",))).report.diagnostics} >= {"BG107", "BG109"}


def test_a_style_that_is_not_there_is_told_to_every_audience_that_names_it() -> None:
    styled = f"{READER}style: nosuch\n"
    world = workspace({f"{FOLDER}/draft.yaml": styled, f"{FOLDER}/press.yaml": styled}, 'audiences = ["press"]\n')

    places = [d.place.path for d in load(world).diagnostics if d.code == "BG141"]
    assert places == [f"{FOLDER}/draft.yaml", f"{FOLDER}/press.yaml"]
    assert made(world) == ["BG141 there is no house style 'nosuch'"]


def test_the_place_of_a_name_in_a_list_is_its_own_line() -> None:
    world = workspace(OWN, "audiences = [\n  'press',\n  'presse',\n]\n")

    assert [str(d.place) for d in load(world).diagnostics if d.code != "BG160"] == ["briefgen.toml:3:3"]
