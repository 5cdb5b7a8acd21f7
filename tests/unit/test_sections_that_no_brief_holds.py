"""Sections that no brief is made with: a workspace's own are looked through, shipped ones are sound as they are."""

from __future__ import annotations

import pytest

from briefgen.compose.template.namespace import known_everywhere
from briefgen.compose.template.template_checks import read_template
from briefgen.load import load
from briefgen.pipeline import Order, check
from briefgen.world import Memory, Overlay, packaged
from briefgen.world.overlay import laid_over_shipped, shipped_root
from samples.composing import BASE

SHIPPED = load(laid_over_shipped(shipped_root())).value
ONE = {"templates/sections/one.md.j2": "{{ title }}\n"}
KNOWN = known_everywhere(kind.collection for kind in SHIPPED.kinds.values())


def told(own: dict[str, str]) -> list[str]:
    files = {path: text.encode() for path, text in (BASE | ONE | own).items()}
    report = check(Overlay(Memory(files), packaged()), Order()).report
    return [f"{d.code} {d.place}" for d in report.diagnostics if d.severity == "error"]


@pytest.mark.parametrize("name", SHIPPED.sections)
def test_a_shipped_section_is_sound_and_places_no_file_that_a_workspace_may_have_changed(name: str) -> None:
    reading = read_template(SHIPPED.sections[name].source, KNOWN)

    assert not reading.faults
    assert not reading.doubts
    assert reading.sound.others == ()


def test_a_section_of_the_workspace_is_looked_through_also_where_it_takes_the_place_of_a_shipped_one() -> None:
    wrong = {
        "templates/sections/mine.md.j2": "{{ nothing_of_it }}\n",
        "templates/sections/trade.md.j2": "{{ of_it }}\n",
    }

    assert told({}) == []
    assert told(wrong) == ["BG402 templates/sections/mine.md.j2:1:4", "BG402 templates/sections/trade.md.j2:1:4"]
