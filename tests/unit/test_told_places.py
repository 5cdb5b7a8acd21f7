"""Where a problem is said to be: in a file of the workspace, or in one that briefgen ships."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.cli.output import print_report
from briefgen.pipeline import Order, check
from briefgen.world import Memory, Overlay
from samples.relation_files import MINIMAL

if TYPE_CHECKING:
    import pytest

SECTION = "templates/sections/empty.md.j2"
FAULTY = "First.\n\nThe {{ titel }}.\n"


def told(own: dict[str, str], shipped: dict[str, str], capsys: pytest.CaptureFixture[str]) -> str:
    """What a check prints of the minimal workspace without its section, with some files over others."""
    files = {path: text for path, text in MINIMAL.items() if path != SECTION} | own
    layers = (Memory({path: text.encode() for path, text in layer.items()}) for layer in (files, shipped))
    world = Overlay(*layers)
    print_report(check(world, Order()).report, world)
    return capsys.readouterr().err


def test_a_fault_in_a_shipped_section_is_told_with_its_line_and_the_way_to_change_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    said = told({}, {SECTION: FAULTY}, capsys)

    assert f"briefgen:{SECTION}:3:8: error[BG402]" in said
    assert "    3 | The {{ titel }}.\n" in said
    assert "did you mean 'title'?; to change that file: briefgen new section empty --from shipped\n" in said


def test_the_same_fault_in_a_file_of_ones_own_is_told_in_that(capsys: pytest.CaptureFixture[str]) -> None:
    said = told({SECTION: FAULTY}, {SECTION: "Well.\n"}, capsys)

    assert f"\n{SECTION}:3:8: error[BG402]" in f"\n{said}"
    assert "to change that file" not in said
