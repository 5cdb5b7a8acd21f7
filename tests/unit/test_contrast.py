"""Contrast as WCAG 2.2 reckons it, at the colours whose ratios are published."""

from __future__ import annotations

import pytest

from briefgen.model.looks.contrast import contrast, ink_on


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21),
        ("#ffffff", "#ffffff", 1),
        ("#000000", "#000000", 1),
        ("#ff0000", "#ffffff", 3.998),
        ("#00ff00", "#ffffff", 1.372),
        ("#0000ff", "#ffffff", 8.592),
        ("#767676", "#ffffff", 4.542),
        ("#777777", "#ffffff", 4.478),
        ("#123456", "#fedcba", 9.787),
        ("#0a0a0a", "#000000", 1.061),
        ("#0b0b0b", "#000000", 1.067),
    ],
)
def test_two_colours_have_the_published_ratio_whichever_comes_first(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.001)
    assert contrast(other, one) == contrast(one, other)


def test_the_ink_on_a_ground_is_white_where_that_reads_at_least_as_well() -> None:
    assert ink_on("#000000", "#1c2430") == "#ffffff"
    assert ink_on("#ffffff", "#1c2430") == "#1c2430"
    assert ink_on("#0b4f6c", "#1c2430") == "#ffffff"
    assert ink_on("#eef3f6", "#1c2430") == "#1c2430"
    assert ink_on("#000000", "#FFFFFF") == "#ffffff"
