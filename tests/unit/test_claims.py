"""Several claims on one quantity: each audience gets what it asks for, and unlike ones are not compared."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from briefgen.model.charts import Chart, Doubt, Point
from briefgen.model.document import Exhibit, TextRun
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.model.traversal import in_rows, inlines_in, origins_in, text_units
from briefgen.render.charts import Disc, drawing_of
from briefgen.world import Memory
from samples.composing import BASE, FOLDER, composed, loaded

if TYPE_CHECKING:
    from briefgen.model.document import Document

HEADER = (
    "id,period,exporter,importer,reporter,flow,value,half_unit,scale,currency,valuation,year_basis,status,sources\n"
)
TWO = """\
low,2019,PAK,BLR,,X,1.4,0.05,1000000,USD,,,asserted,other
high,2019,PAK,BLR,,X,15.1,0.05,1000000,USD,,,preferred,ref
back,2019,BLR,PAK,,X,35,0.5,1000000,USD,,,asserted,ref
"""
TEMPLATE = """\
{% for year in trade %}
{% set sold = year.exports.PAK if year.exports.PAK is defined else none %}
{% if sold %}Sold {{ sold|money }}{{ cite(sold) }}.{% else %}Nothing.{% endif %}

{% if year.turnover %}Both {{ year.turnover|money }}.{% endif %}

{% for claim in year.claims %}
- {{ claim.value|money }} {{ claim.status|label }}
{% endfor %}
{% if year.changes.PAK is defined %}It {{ year.changes.PAK|growth }}; {{ year.changes.PAK|growth("sign") }}.{% endif %}

{% endfor %}
{{ chart("bar", "Trade", trade) }}
"""


def brief(rows: str, how: str = "", template: str = TEMPLATE) -> Document:
    audience = BASE["templates/audiences/reader.yaml"] + (f"claims: {how}\n" if how else "")
    files = {
        **BASE,
        f"{FOLDER}/trade.csv": HEADER + rows,
        "templates/sections/one.md.j2": template,
        "templates/audiences/reader.yaml": audience,
    }
    document, said = composed(loaded(Memory({name: text.encode() for name, text in files.items()})), "reader")
    assert said == []
    return document


def words(document: Document) -> str:
    """All the words of a brief."""
    texts = (i.text for i in inlines_in(document.blocks) if isinstance(i, TextRun))
    return " ".join("".join(texts).replace("\u00a0", " ").split())


def facts(document: Document) -> set[str]:
    return {fact.fact for origin in origins_in(text_units(document.blocks)) for fact in origin.facts}


@pytest.mark.parametrize("how", ["", "preferred"])
def test_one_gets_the_preferred_claim_with_a_mark_in_text_sum_and_chart(how: str) -> None:
    document = brief(TWO, how)
    [chart] = [block.graphic for block in in_rows(document.blocks) if isinstance(block, Exhibit)]

    assert "Sold US$15.1 million (sources differ)" in words(document)
    assert "Both about US$50 million (sources differ)" in words(document)
    assert "1.4" not in words(document)
    assert [series.points[0].label for series in chart.series] == ["15.1 (sources differ)", "35"]  # type: ignore[union-attr]
    assert facts(document) == {"high", "back"}


def test_one_gets_all_claims_each_with_its_status() -> None:
    told = words(brief(TWO, "all"))

    assert "Sold US$15.1 million (sources differ)" in told
    assert "US$1.4 million asserted" in told
    assert "US$15.1 million preferred" in told


def test_one_gets_the_range_of_all_claims_and_its_rows() -> None:
    document = brief(TWO, "range")

    assert "Sold US$1.4 to 15.1 million (sources differ)" in words(document)
    assert "Both US$36.4 to 50.1 million (sources differ)" in words(document)
    assert {"low", "high"} <= facts(document)


def test_one_gets_nothing_where_sources_differ() -> None:
    document = brief(TWO, "none")

    assert words(document).startswith("Nothing.")
    assert facts(document) == {"back"}


@pytest.mark.parametrize("how", ["preferred", "range", "none"])
def test_two_claims_that_agree_are_no_dispute(how: str) -> None:
    rows = TWO.replace("low,2019,PAK,BLR,,X,1.4,", "low,2019,PAK,BLR,,X,15.1,")
    told = words(brief(rows, how))

    assert "Sold US$15.1 million" in told
    assert "differ" not in told


@pytest.mark.parametrize("currency", ["EUR", "PKR", "BYN", "GBP", "CHF", "CNY", "RUB", "KZT", "INR", "JPY"])
@pytest.mark.parametrize("value", ["15.1", "15.12", "1.4"])
def test_claims_in_two_currencies_are_not_known_to_agree_whatever_their_numbers(currency: str, value: str) -> None:
    rows = TWO.replace("X,1.4,0.05,1000000,USD", f"X,{value},0.05,1000000,{currency}")

    assert "Sold US$15.1 million (sources differ)" in words(brief(rows))
    assert "Sold US$15.1 million (sources differ)" in words(brief(rows, "range"))
    assert words(brief(rows, "none")).startswith("Nothing.")


@pytest.mark.parametrize(("status", "shown"), [("superseded", False), ("retracted", False), ("contested", True)])
def test_what_was_superseded_or_withdrawn_disputes_nothing(status: str, shown: bool) -> None:  # noqa: FBT001 - a parameter
    told = words(brief(TWO.replace("asserted,other", f"{status},other"), "preferred"))

    assert ("sources differ" in told) is shown


def test_a_superseded_claim_is_history_that_only_the_one_who_sees_all_sees() -> None:
    rows = (
        TWO.replace("asserted,other", "superseded,other")
        + "more,2019,PAK,BLR,BLR,X,18,0.5,1000000,USD,,,contested,other\n"
    )

    assert "US$1.4 million superseded" in words(brief(rows, "all"))
    assert "Sold US$15.1 to 18 million (sources differ)" in words(brief(rows, "range"))


def year(number: int, value: str, reporter: str, valuation: str, basis: str) -> str:
    return f"y{number},{number},PAK,BLR,{reporter},X,{value},0.5,1000000,USD,{valuation},{basis},asserted,ref\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (("PAK", "FOB", "calendar"), ("BLR", "FOB", "calendar")),
        (("PAK", "FOB", "calendar"), ("PAK", "CIF", "calendar")),
        (("PAK", "FOB", "calendar"), ("PAK", "FOB", "unknown")),
        (("PAK", "FOB", "calendar"), ("PAK", "unknown", "calendar")),
        (("PAK", "FOB", "calendar"), ("", "FOB", "calendar")),
        (("PAK", "FOB", "calendar"), ("BLR", "CIF", "calendar")),
        (("", "", ""), ("", "", "")),
    ],
)
def test_across_a_change_of_basis_no_growth_is_named(before: tuple[str, str, str], after: tuple[str, str, str]) -> None:
    told = words(brief(year(2018, "40", *before) + year(2019, "80", *after)))

    assert "US$40 million" in told
    assert "US$80 million" in told
    for word in ("rose", "fell", "100.0%", "risen"):
        assert word not in told


def test_what_is_computed_from_a_contested_figure_is_marked_too() -> None:
    basis = ("PAK", "FOB", "calendar")
    rows = year(2018, "40", *basis) + year(2019, "80", *basis).replace("asserted", "contested")
    told = words(brief(rows))

    assert "rose by between 96.3% and 103.8% (sources differ); ≈ +100.0% [+96.3% … +103.8%] (sources differ)." in told
    assert told.count("(sources differ)") == 3


CLAIMED = [
    (("PAK", "FOB"), ("BLR", "FOB")),
    (("PAK", "FOB"), ("BLR", "CIF")),
    (("PAK", "FOB"), ("PAK", "CIF")),
    (("PAK", "FOB"), ("", "FOB")),
    (("PAK", "FOB"), ("PAK", "unknown")),
    (("PAK", "FOB"), ("", "")),
]


@pytest.mark.parametrize(("one", "other"), CLAIMED)
@pytest.mark.parametrize("is_turned", [False, True])
def test_a_range_of_claims_on_several_bases_is_held_against_no_year_of_one_of_them(
    one: tuple[str, str], other: tuple[str, str], *, is_turned: bool
) -> None:
    pair = (other, one) if is_turned else (one, other)
    first, second = (year(2019, value, *basis, "calendar") for value, basis in zip(("80", "90"), pair, strict=True))
    told = words(brief(year(2018, "40", *one, "calendar") + first + second.replace("y2019", "z2019"), "range"))

    assert "Sold US$80 to 90 million (sources differ)" in told
    for word in ("rose", "fell", "risen", "fallen", "%"):
        assert word not in told


def test_a_range_of_claims_on_one_basis_is_held_against_a_year_of_it() -> None:
    basis = ("PAK", "FOB", "calendar")
    claims = year(2019, "80", *basis) + year(2019, "90", *basis).replace("y2019", "z2019")
    told = words(brief(year(2018, "40", *basis) + claims, "range"))

    assert "Sold US$80 to 90 million (sources differ)" in told
    assert "rose by between" in told


def test_growth_on_one_basis_is_told_plainly() -> None:
    basis = ("PAK", "FOB", "calendar")

    assert "rose by between 96.3% and 103.8%" in words(brief(year(2018, "40", *basis) + year(2019, "80", *basis)))


# ---------------------------------------------------------------- charts of dots

DOTS = '{{ chart("dot", "Trade", trade) }}\n'
THREE = TWO + "third,2019,PAK,BLR,,X,22.5,0.05,1000000,USD,,,contested,other\n"


def dots(rows: str, how: str = "") -> tuple[Exhibit, Point]:
    """The chart of dots of a brief, and the dot of Pakistan's sales."""
    [exhibit] = [block for block in in_rows(brief(rows, how, DOTS).blocks) if isinstance(block, Exhibit)]
    assert isinstance(exhibit.graphic, Chart)
    [point] = [series.points[0] for series in exhibit.graphic.series if series.name.startswith("Pakistan")]
    assert point
    return exhibit, point


@pytest.mark.parametrize("how", ["", "all"])
def test_a_dot_that_sources_differ_on_stands_beside_what_the_others_say(how: str) -> None:
    exhibit, point = dots(THREE, how)

    assert point.doubt is Doubt.CONTESTED
    assert set(point.others) == {Decimal("1.4"), Decimal("22.5")}
    assert isinstance(exhibit.graphic, Chart)
    assert exhibit.graphic.ticks[-1] >= Decimal("22.5")
    assert "about" not in exhibit.alt
    assert "15.1 (sources differ), and 1.4 and 22.5 by other sources in 2019" in exhibit.alt.replace("\u00a0", " ")


def test_what_has_no_place_on_the_axis_is_not_drawn_beside_it() -> None:
    _, point = dots(TWO.replace("low,2019,PAK,BLR,,X,1.4,0.05,1000000,USD", "low,2019,PAK,BLR,,X,1.4,0.05,1000000,PKR"))

    assert (point.doubt, point.others) == (Doubt.CONTESTED, ())


def test_sources_that_agree_have_no_dots_beside_each_other() -> None:
    exhibit, point = dots(TWO.replace("1.4", "15.1"))

    assert (point.doubt, point.others) == (Doubt.NONE, ())
    assert "other sources" not in exhibit.alt


def test_what_was_superseded_is_not_drawn() -> None:
    _, point = dots(TWO.replace("asserted,other", "superseded,other"))

    assert point.others == ()


def test_what_is_hidden_is_not_drawn() -> None:
    hidden = THREE.replace("\n", ",public\n").replace("contested,other,public", "contested,other,restricted")
    header = HEADER.replace("sources\n", "sources,sensitivity\n")
    audience = BASE["templates/audiences/reader.yaml"]
    files = {
        **BASE, f"{FOLDER}/trade.csv": header + hidden, "templates/sections/one.md.j2": DOTS,
        "templates/audiences/reader.yaml": audience,
    }  # fmt: skip
    document, _ = composed(loaded(Memory({name: text.encode() for name, text in files.items()})), "reader")
    [exhibit] = [block for block in in_rows(document.blocks) if isinstance(block, Exhibit)]

    assert "1.4 by other sources" in exhibit.alt
    assert "22.5" not in exhibit.alt


def test_a_ring_stands_for_each_source() -> None:
    exhibit, _ = dots(THREE)
    assert isinstance(exhibit.graphic, Chart)
    drawing = drawing_of(exhibit.graphic, DEFAULT_STYLE, 351.5)
    holes = [op for op in drawing.ops if isinstance(op, Disc) and op.colour == "#ffffff"]

    assert len({round(hole.x, 1) for hole in holes}) == 3
    assert all(0 < hole.x < drawing.width for hole in holes)
