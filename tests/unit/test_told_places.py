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


def test_words_of_the_shipped_wording_are_told_as_such_beside_a_file_of_ones_own(
    capsys: pytest.CaptureFixture[str],
) -> None:
    own = {
        "templates/wording/en.yaml": "unstated: not known\n",
        "templates/audiences/all.yaml": MINIMAL["templates/audiences/all.yaml"] + "limits: {sentence_words: 9}\n",
        SECTION: "{{ trade|reasons|joined }}\n",
        "data/x-y/trade.csv": "id,period,exporter,importer,flow,value,scale,currency,sources\n"
        "a,2019,PAK,BLR,X,10,1,USD,ref\nb,2020,PAK,BLR,X,12,1,USD,ref\n",
    }
    said = told(own, {}, capsys)

    (line,) = (line for line in said.splitlines() if "BG326" in line)
    assert line.startswith("briefgen:templates/wording/en.yaml:")
    assert "; to change that file: briefgen new wording en\n" in said


def test_shipped_sections_among_the_hardest_sentences_are_told_as_such(capsys: pytest.CaptureFixture[str]) -> None:
    own = {"templates/audiences/all.yaml": MINIMAL["templates/audiences/all.yaml"] + "limits: {grade: 1}\n"}
    said = told(own, {SECTION: "Considerable international considerations necessitate deliberations.\n"}, capsys)

    assert f"begin with what weighs most: briefgen:{SECTION}:1:1 (grade " in said
