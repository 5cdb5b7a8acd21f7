from __future__ import annotations

from briefgen.diagnostics import print_short
from briefgen.load import load
from briefgen.validate import validate
from briefgen.world import Memory, Overlay
from samples.relation_files import MINIMAL, world

READER = MINIMAL["templates/audiences/all.yaml"]
FAR = {"templates/audiences/far.yaml": READER}


def notes(settings: str, own: dict[str, str]) -> list[str]:
    """What is said of audiences that are left out."""
    files = world(own)
    files.files["briefgen.toml"] = settings.encode()
    found = validate(load(Overlay(files, Memory({path: text.encode() for path, text in FAR.items()}))).value)
    return [print_short(d) for d in found if d.code == "BG280"]


def test_audiences_of_ones_own_that_are_listed_pass() -> None:
    assert notes('audiences = ["all", "near"]\n', {"templates/audiences/near.yaml": READER}) == []


def test_one_that_is_left_out_is_told_at_the_list() -> None:
    assert notes('audiences = ["all"]\n', {"templates/audiences/near.yaml": READER}) == [
        "briefgen.toml:1:14: info[BG280] the list leaves out your audience 'near': nothing is made for it"
    ]


def test_shipped_ones_may_be_left_out() -> None:
    assert notes('audiences = ["all"]\n', {}) == []


def test_without_a_list_ones_own_are_made() -> None:
    assert notes("", {"templates/audiences/near.yaml": READER}) == []
