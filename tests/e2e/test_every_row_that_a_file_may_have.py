"""What may be entered can be made: as many rows as a CSV file may have stand in one table of every whole format."""

from __future__ import annotations

from briefgen.load.nodes.csv_rows import MAX_ROWS
from briefgen.model.formats import FORMATS, Extent
from briefgen.pipeline import Order, check, make
from briefgen.world import Memory
from samples.composing import BASE, FOLDER

_SECTION = """---
about: All goods.
---
{% call(one) table("Goods", rows=products) %}
| Goods | Exporter | Importer | Year |
| --- | --- | --- | --- |
| {{ one.label }} | {{ one.exporter|name }} | {{ one.importer|name }} | {{ one.period|date("short") }} |
{% endcall %}
"""


def _world(rows: int) -> Memory:
    goods = (f"p-{n},PAK,BLR,goods number {n},2020" for n in range(rows))
    files = BASE | {
        f"{FOLDER}/products.csv": "\n".join(("id,exporter,importer,label,period", *goods)),
        "templates/sections/one.md.j2": _SECTION,
    }
    return Memory({path: text.encode() for path, text in files.items()})


def test_as_many_rows_as_a_file_may_have_are_checked_and_made_in_every_format() -> None:
    formats = tuple(name for name, form in FORMATS.items() if form.extent is Extent.WHOLE)
    world = _world(MAX_ROWS - 1)  # and the head

    told = make(world, Order(formats=formats, fit=False)).report

    assert not told.has_errors
    for name in formats:
        assert f"output/x-y/reader{FORMATS[name].ending}" in world.files
    assert b"goods number 19998" in world.files["output/x-y/reader.md"]


def test_more_rows_than_that_are_told_at_the_first_that_is_too_many() -> None:
    told = [one for one in check(_world(MAX_ROWS + 1), Order(fit=False)).report.diagnostics if one.code == "BG103"]

    assert [(one.place.path, one.hint is not None) for one in told] == [(f"{FOLDER}/products.csv", True)]


def test_a_table_that_is_too_much_is_told_at_its_own_section_alone() -> None:
    world = _world(3_000)
    wide = _SECTION.replace("| {{ one.label }} |", f"| {'many words, ' * 400}{{{{ one.label }}}} |")
    world.files |= {
        "templates/sections/one.md.j2": wide.encode(),
        "templates/sections/two.md.j2": b"{{ title }}.\n",
        "templates/audiences/reader.yaml": BASE["templates/audiences/reader.yaml"]
        .replace("[one]", "[one, two]")
        .encode(),
    }

    told = [one for one in check(world, Order(fit=False)).report.diagnostics if one.severity == "error"]

    assert [(one.code, one.place.path, one.place.line) for one in told] == [
        ("BG405", "templates/sections/one.md.j2", 4)
    ]
