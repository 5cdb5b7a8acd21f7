"""`briefgen style`: what is read from a house style, and a Word file to start from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefgen.cli.guidance.command_lists import ListedWhole
from briefgen.cli.output import print_report
from briefgen.cli.workspace_option import checked_name, fail
from briefgen.diagnostics import Place, Report
from briefgen.load import describe_house
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.world import Disk

if TYPE_CHECKING:
    from briefgen.load import HouseReading


@click.group(cls=ListedWhole)
def style() -> None:
    """Look at a team's Word file as a house style, or write one to start from."""


@style.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def show(file: Path) -> None:
    """Say what is read from FILE (.docx or .dotx), what is missing and whether a brief can be put into it."""
    from briefgen.pipeline.house_trial import unfit

    if not file.is_file():
        fail(f"there is no file {file}", "name a .docx or .dotx that is there")
    world, report = Disk(file.parent), Report()
    reading = describe_house(world, file.name, Place(file.name), report)
    if reading:
        fault = unfit(reading.style)
        if fault:
            report.add(fault)
        for line in _lines(reading):
            click.echo(line)
    print_report(report, world)
    raise SystemExit(1 if report.has_errors else 0)


@style.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--letter", is_flag=True, help="US Letter instead of A4.")
def new(file: Path, *, letter: bool) -> None:
    """Write a documented Word file with every style that briefs use to FILE (.docx)."""
    from briefgen.records import replace
    from briefgen.render import sample_house

    checked_name(str(file), "FILE")
    if file.suffix != ".docx":
        fail(f"{file} is no .docx", f"write {file.with_suffix('.docx')}")
    if file.exists():
        fail(f"{file} is there already", "choose another name, or move it away")
    page = replace(DEFAULT_STYLE.page, width_mm=215.9, height_mm=279.4) if letter else DEFAULT_STYLE.page
    data = sample_house(replace(DEFAULT_STYLE, page=page), "en-GB")
    try:
        Disk(file.parent).replace(file.name, data)
    except OSError as error:
        fail(f"{file} cannot be written: {error.strerror}", "choose another folder")
    click.echo(
        f"wrote {file}\nnext: change its styles in Word, put it into templates/styles/, and name it in an audience:"
    )
    click.echo(f"  style: {file.name}")


def _lines(reading: HouseReading) -> list[str]:
    page, palette = reading.style.page, reading.style.palette
    sides = (page.top_mm, page.right_mm + page.beside_mm, page.bottom_mm, page.left_mm)
    margins = ", ".join(f"{mm:.1f}" for mm in sides)
    head = f"page       {page.width_mm:.1f} x {page.height_mm:.1f} mm, margins {margins} mm (top, right, bottom, left)"
    lines = [head, f"slots      {', '.join(reading.slots) or 'none: a brief replaces the whole text'}"]
    lines.append(f"notes      {reading.notes}")
    for role, what in (("sans", "headings"), ("serif", "text")):
        family = reading.style.families[role]
        instead = dict(reading.elsewhere).get(family.name)
        lines.append(f"{what:10} {family.name}" + (f" (not bundled: the PDF uses {instead})" if instead else ""))
    colours = {"ink": palette.ink, "accent": palette.accent, "muted": palette.muted, "table head": palette.head_fill}
    lines.append("colours    " + ", ".join(f"{name} {value}" for name, value in colours.items() if value))
    lines.append(f"tables     {_tables(reading)}")
    lines += [f"logo       {line}" for line in _logos(reading)]
    lines.append(f"series     {', '.join(palette.series)}")
    for name, text in reading.style.text.items():
        weight = f"{' bold' if text.bold else ''}{' italic' if text.italic else ''}"
        source = "from the file" if name in reading.read else "ours, at the file's size"
        lines.append(f"{name:14} {text.size:g}/{text.leading:g} pt{weight}, {text.colour}: {source}")
    return lines


def _tables(reading: HouseReading) -> str:
    """What was read from the file's own table style."""
    cells, palette = reading.style.cells, reading.style.palette
    if cells is None:
        return "no table style of its own: ours is put in"
    sides = ", ".join(f"{points:g}" for points in (cells.top, cells.right, cells.bottom, cells.left))
    bands = " and ".join(fill or "none" for fill in (palette.odd_fill, palette.even_fill))
    banded = f"bands of {cells.band_rows} on {bands}" if palette.is_banded else "no bands"
    return f"room in cells {sides} pt (top, right, bottom, left), {banded}"


def _logos(reading: HouseReading) -> list[str]:
    """The pictures of the running heads: what they are, where they stand, and what is not shown."""
    pages = {(True, True): "every page", (True, False): "the first page", (False, True): "all pages but the first"}
    found = [
        f"{logo.kind}, {logo.width:.0f} x {logo.height:.0f} pt at {logo.x:.0f}, {logo.y:.0f} on "
        f"{pages[logo.on_first, logo.on_others]}, {repr(logo.alt) if logo.alt else 'decorative (no alternative text)'}"
        for logo in reading.style.logos
    ]
    return [*found, *(f"not read: {what}" for what in reading.unread)] or ["none in the header"]
