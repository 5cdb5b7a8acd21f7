from __future__ import annotations

import pytest

from samples.pictures import png
from samples.relation_files import FOLDER, diagnostics_of

PIXELS = {f"{FOLDER}/pictures/a.png": png()}


def picture(more: str) -> dict[str, str]:
    return {"pictures.yaml": f"- id: a\n  file: a.png\n  caption: C\n  alt: A\n  sources: [{{ref: ref}}]\n{more}"}


@pytest.mark.parametrize("credit", ["BelTA, CC BY 4.0", "own", "Ministry of Foreign Affairs of Belarus, public domain"])
def test_a_picture_with_a_credit_passes(credit: str) -> None:
    assert diagnostics_of(picture(f"  credit: {credit}\n"), only="BG284", pictures=PIXELS) == []


@pytest.mark.parametrize("more", ["", '  credit: " "\n'])
def test_a_picture_without_one_is_told(more: str) -> None:
    found = diagnostics_of(picture(more), only="BG284", pictures=PIXELS)

    assert found == ["pictures.yaml:1:3: warning[BG284] 'a' does not say whose picture it is"]


def test_a_picture_that_excuses_itself_is_left_alone() -> None:
    excused = picture("  ignore:\n    - BG284  # nobody knows any more\n")

    assert diagnostics_of(excused, only="BG284", pictures=PIXELS) == []
