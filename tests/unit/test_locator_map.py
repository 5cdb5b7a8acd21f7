"""Maps of two countries: both in the frame, at the places where they lie, whatever lies between them."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from babel import Locale

from briefgen.model.charts import LocatorMap, MappedCountry
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.model.traversal import plain_text
from briefgen.model.values.countries import ALPHA_2
from briefgen.model.values.country_outlines import has_outline, outlines
from briefgen.model.values.map_frames import Bearing, area_of, frame_of, main_part
from briefgen.pipeline import Order
from briefgen.pipeline import make as make_briefs
from briefgen.render import render
from briefgen.render.charts import Box, Disc, Drawing, Label, Polygon, drawing_of
from readers.every_reader import READERS
from readers.pdf import pdf_faults
from samples.picture_workspace import composed, exhibits, world
from samples.rendering import rendered
from samples.sample_document import document

ALL = sorted(code for code in ALPHA_2 if has_outline(code))
WIDTH = 482.0
HARD = [
    ("PAK", "BLR"), ("NZL", "CHL"), ("FJI", "KIR"), ("SGP", "MYS"), ("MLT", "ITA"), ("USA", "RUS"), ("ZAF", "LSO"),
    ("CAN", "ARG"), ("IND", "MEX"), ("LIE", "CHE"), ("VAT", "ITA"), ("ESP", "NZL"), ("NOR", "FIN"), ("WSM", "TON"),
    ("RUS", "USA"), ("ATA", "NZL"), ("GRL", "DNK"), ("FRA", "BRA"), ("NRU", "KIR"), ("MDV", "LKA"),
    ("SXM", "MAF"), ("PRI", "VIR"), ("VCT", "BRB"),
]  # fmt: skip
"""Pairs across the antimeridian and the equator, at the ends of the world, within and beside each other."""
SAMPLE = list(itertools.islice(itertools.permutations(ALL, 2), 0, None, 137))
"""Every 137th of all pairs: each country is among them."""


def _plain(name: str) -> str:
    """A territory as the documentation has it: two names with a comma and "and" between, as CLDR's "&" is not read."""
    return name.replace("Caribbean Netherlands", "Bonaire, Sint Eustatius and Saba").replace(" & ", " and ")


def drawn(one: str, other: str, width: float = WIDTH) -> Drawing:
    countries = MappedCountry(one, f"The land of {one}", 0), MappedCountry(other, f"The land of {other}", 1)
    return drawing_of(LocatorMap(countries), DEFAULT_STYLE, width)


MISSING = ("BES", "BVT", "CCK", "CXR", "GIB", "GLP", "GUF", "MTQ", "MYT", "REU", "SJM", "TKL", "TUV", "UMI")
"""Codes of ISO 3166-1 that Natural Earth draws nothing for: Tuvalu, and territories."""


def test_every_code_has_an_outline_but_for_those_that_the_documentation_lists() -> None:
    said = (Path(__file__).parents[2] / "docs/templates.md").read_text(encoding="utf-8")
    listed = " ".join(said.partition("there is no outline:")[2].partition(". In a relation")[0].split()).split("; ")
    names = Locale("en").territories

    assert set(ALPHA_2) - set(ALL) == set(MISSING)
    assert sorted([*listed, "Tuvalu"]) == sorted(_plain(names[ALPHA_2[code]]) for code in MISSING)
    assert set(outlines()) - set(ALPHA_2) == {""}
    assert not has_outline("")


def test_every_country_is_in_the_sample() -> None:
    assert {code for pair in SAMPLE for code in pair} == set(ALL)


def test_no_outline_jumps_around_the_world() -> None:
    for rings in outlines().values():
        for ring in rings:
            assert all(abs(lon - other) < 180 or lat <= -89 for (lon, lat), (other, _) in itertools.pairwise(ring))
        sizes = [area_of(ring) for ring in rings]
        assert sizes[0] >= max(sizes) * 0.5


@pytest.mark.parametrize("pair", [*HARD, *SAMPLE], ids="-".join)
def test_both_lie_in_the_frame(pair: tuple[str, str]) -> None:
    frame = frame_of(*pair)

    assert 0.2 < frame.ratio < 1.3
    assert frame.box.east - frame.box.west <= 360.01
    assert -90 <= frame.box.south < frame.box.north <= 90
    for code, box in zip(pair, frame.countries, strict=True):
        east, west = main_part(code).east, main_part(code).west
        assert (box.west - west) % 360 == pytest.approx(0, abs=0.01) or (box.west - west) % 360 > 359.9
        assert box.east - box.west == pytest.approx(east - west)
        assert frame.box.west - 0.01 <= box.west <= box.east <= frame.box.east + 0.01
        if code != "ATA":
            assert frame.box.south <= box.south <= box.north <= frame.box.north


@pytest.mark.parametrize("pair", [*HARD, *SAMPLE[::7]], ids="-".join)
def test_both_are_seen_in_their_colours_and_named_on_the_paper(pair: tuple[str, str]) -> None:
    drawing = drawn(*pair)
    colours = DEFAULT_STYLE.palette.series[:2]
    shapes = {colour: [op for op in drawing.ops if isinstance(op, Polygon | Disc) and op.colour == colour]
              for colour in colours}  # fmt: skip
    labels = [op for op in drawing.ops if isinstance(op, Label)]
    plates = [op for op in drawing.ops if isinstance(op, Box)][1:]
    points = [point for op in drawing.ops if isinstance(op, Polygon) for point in op.points]

    assert all(shapes.values())
    assert [label.text for label in labels] == [f"The land of {code}" for code in pair]
    assert all(-0.01 <= x <= drawing.width + 0.01 and -0.01 <= y <= drawing.height + 0.01 for x, y in points)
    for plate in plates:
        assert plate.x >= 0
        assert plate.y >= 0
        assert plate.x + plate.width <= drawing.width
        assert plate.y + plate.height <= drawing.height
    one, other = plates
    assert (
        one.x + one.width <= other.x or other.x + other.width <= one.x
        or one.y + one.height <= other.y or other.y + other.height <= one.y
    )  # fmt: skip


@pytest.mark.parametrize(("code", "beside"), [("SGP", "MYS"), ("MLT", "ITA"), ("VAT", "ITA"), ("LIE", "DEU"),
                                              ("NRU", "AUS"), ("KIR", "NZL")])  # fmt: skip
def test_a_country_that_is_too_small_to_be_seen_has_a_dot(code: str, beside: str) -> None:
    dots = [op for op in drawn(code, beside).ops if isinstance(op, Disc)]

    assert [op.colour for op in dots] == ["#ffffff", DEFAULT_STYLE.palette.series[0]]
    assert not [op for op in drawn("PAK", "BLR").ops if isinstance(op, Disc)]


@pytest.mark.parametrize("inner", ["LSO", "SMR", "VAT", "SWZ"])
def test_a_country_within_another_is_painted_over_it(inner: str) -> None:
    around = {"LSO": "ZAF", "SWZ": "ZAF"}.get(inner, "ITA")
    ops = drawn(around, inner).ops
    last = {op.colour: at for at, op in enumerate(ops) if isinstance(op, Polygon | Disc)}

    assert last[DEFAULT_STYLE.palette.series[1]] > ops.index(
        next(op for op in ops if isinstance(op, Polygon) and op.colour == DEFAULT_STYLE.palette.series[0])
    )


@pytest.mark.parametrize(
    ("pair", "bearing"),
    [
        (("PAK", "BLR"), Bearing.NORTH_WEST), (("BLR", "PAK"), Bearing.SOUTH_EAST), (("NZL", "CHL"), Bearing.EAST),
        (("CAN", "ARG"), Bearing.SOUTH), (("DEU", "POL"), None), (("FJI", "KIR"), Bearing.NORTH_EAST),
        (("ZAF", "LSO"), None), (("ITA", "VAT"), None), (("PRT", "USA"), Bearing.WEST), (("AUS", "JPN"), Bearing.NORTH),
        (("MEX", "CUB"), Bearing.EAST), (("KEN", "MDG"), Bearing.SOUTH_EAST),
    ],
)  # fmt: skip
def test_where_the_other_lies(pair: tuple[str, str], bearing: Bearing | None) -> None:
    assert frame_of(*pair).bearing is bearing


# ---------------------------------------------------------------- in a brief

CALL = '{{ locator_map("Where they lie", name="map") }}\n\nSee {{ ref("map") }}.\n'


def parties(one: str, other: str) -> dict[str, str]:
    return {
        "data/x-y/relation.yaml": f"""\
title: Relations
parties:
  - {{id: {one}, name: Land {one}, adjective: Landish}}
  - {{id: {other}, name: Land {other}, adjective: Otherish}}
as_of: 2021-04-23
default_sensitivity: public
"""
    }


def test_a_map_stands_with_what_can_be_said_of_it() -> None:
    found, said = composed(world(CALL))
    (exhibit,) = exhibits(found)

    assert said == []
    assert exhibit.alt == "Map: Pakistan and Belarus. On it, Belarus lies to the north-west of Pakistan."
    assert plain_text(exhibit.caption.title) == "Where they lie"
    assert plain_text(exhibit.caption.source) == "Natural Earth."
    assert plain_text(exhibit.caption.note) == (
        "Boundaries as Natural Earth draws them; no opinion on the status of any territory is meant."
    )


def test_a_note_stands_behind_the_one_on_boundaries() -> None:
    (exhibit,) = exhibits(composed(world('{{ locator_map("T", note="And more.") }}\n'))[0])

    assert plain_text(exhibit.caption.note).endswith("is meant. And more.")


def test_of_what_reaches_around_the_other_no_direction_is_said() -> None:
    (exhibit,) = exhibits(composed(world(CALL, more=parties("ZAF", "LSO")))[0])

    assert exhibit.alt == "Map: Land ZAF and Land LSO."


@pytest.mark.parametrize(("pair", "names"), [(("TUV", "NZL"), "Land TUV"), (("AUS", "TUV"), "Land TUV"),
                                             (("TUV", "GIB"), "Land TUV or Land GIB")])  # fmt: skip
def test_without_an_outline_no_map_is_placed_and_it_is_told(pair: tuple[str, str], names: str) -> None:
    found, said = composed(world('{{ locator_map("T") }}\n', more=parties(*pair)))

    assert exhibits(found) == []
    assert [(d.code, d.message) for d in said] == [("BG418", f"the map is not placed: there is no outline of {names}")]
    assert "pictures.yaml" in (said[0].hint or "")


@pytest.mark.parametrize("code", MISSING)
def test_a_country_without_an_outline_leaves_neither_a_box_nor_a_number(code: str) -> None:
    """In all formats the brief is that of a section that never asked."""
    asking = '## Where\n\n{{ locator_map("Where they lie") }}\n\nWords.\n\n{{ picture("visit") }}\n'
    never = asking.replace('{{ locator_map("Where they lie") }}\n\n', "")
    files = parties("NZL", code)
    found, said = composed(world(asking, more=files))

    assert [d.code for d in said] == ["BG418"]
    assert [exhibit.caption.label for exhibit in exhibits(found)] == ["Figure 1"]
    assert made(asking, files) == made(never, files)


def made(section: str, files: dict[str, str]) -> dict[str, list[str]]:
    """Format → words of the brief in it."""
    found = world(section, more=files)
    result = make_briefs(found, Order(formats=tuple(READERS)))
    assert not any(brief.failed for brief in result.briefs)
    read = {name: words(found.files[f"output/x-y/reader.{name}"]) for name, words in READERS.items()}
    return {name: [word for word in said if not word.startswith("2021-04-23.")] for name, said in read.items()}


def test_what_refers_to_a_map_that_is_not_placed_is_told_at_its_line_and_falls_away() -> None:
    found, said = composed(world(CALL, more=parties("NZL", "TUV")))

    assert exhibits(found) == []
    assert [(d.code, d.severity, d.place.line) for d in said] == [("BG418", "info", 1), ("BG404", "warning", 3)]


@pytest.mark.parametrize("pair", [("PAK", "BLR"), ("USA", "RUS"), ("SGP", "MYS")], ids="-".join)
def test_the_pdf_of_a_map_conforms_and_each_format_gives_the_same_bytes_twice(pair: tuple[str, str]) -> None:
    found = document(*exhibits(composed(world(CALL, more=parties(*pair)))[0]))
    data = render(found, "pdf", DEFAULT_STYLE).value.data

    assert [fault for profile in ("ua1", "2a") for fault in pdf_faults(data, profile)] == []
    for name in ("pdf", "docx", "html"):
        assert rendered(found, name, DEFAULT_STYLE) == rendered(found, name, DEFAULT_STYLE)
