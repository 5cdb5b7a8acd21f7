"""What the workbooks behind a file's charts hold: rows of tab-separated cells, whoever saved them last."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from briefgen.late_patterns import late_pattern
from briefgen.render.docx.charts.workbook import plain_number
from briefgen.render.docx.package.safe_parsing import Package
from briefgen.render.docx.package.wordprocessingml import NAMESPACES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element as Element

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_R = f"{{{NAMESPACES['r']}}}"
_CHART = f"{{{NAMESPACES['c']}}}chart"
_MOST_COLUMNS = 1000
_PLACE = late_pattern(r"([A-Z]{1,3})(\d{1,7})")


def chart_texts(data: bytes, figures: Mapping[str, Element]) -> dict[str, str]:
    """Key → the cells behind each chart; `figures` are the paragraphs that charts stand in.

    A chart whose workbook is gone, or cannot be read, says nothing.
    """
    found: dict[str, str] = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        package = Package(archive)
        related = {key: target for key, _, target in package.relations(package.main)}
        for key, paragraph in figures.items():
            charts = [related.get(chart.get(f"{_R}id", ""), "") for chart in paragraph.iter(_CHART)]
            books = [book for chart in charts for _, kind, book in package.relations(chart) if kind == "package"]
            found[key] = "\n".join(filter(None, (_cells(package.read(book)) for book in books if package.has(book))))
    return found


def _cells(book: bytes) -> str:
    """The first sheet of a workbook, row by row; empty for what is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(book)) as archive:
            package = Package(archive)
            named = {kind: target for _, kind, target in package.relations(package.main)}
            strings = package.parsed(named["sharedStrings"]).iter(f"{_S}si") if "sharedStrings" in named else ()
            shared = ["".join(item.itertext(f"{_S}t")) for item in strings]
            sheet = next(t for _, kind, t in package.relations(package.main) if kind == "worksheet")
            return "\n".join("\t".join(_row(row, shared)) for row in package.parsed(sheet).iter(f"{_S}row"))
    except (zipfile.BadZipFile, ValueError, LookupError, StopIteration):
        return ""


def _row(row: Element, shared: list[str]) -> Iterator[str]:
    """The cells of a row from the first column on."""
    column = 0
    for cell in row.iter(f"{_S}c"):
        place = _PLACE.fullmatch(cell.get("r", ""))
        at = _number(place[1]) if place else column
        if at >= _MOST_COLUMNS:
            return
        yield from [""] * (at - column)
        column = at + 1
        yield _cell(cell, shared)


def _cell(cell: Element, shared: list[str]) -> str:
    value = cell.findtext(f"{_S}v") or ""
    match cell.get("t", "n"):
        case "inlineStr":
            return "".join(cell.itertext(f"{_S}t"))
        case "s":
            return shared[int(value)]
        case "n":
            return plain_number(value) if value else ""
        case _:
            return value


def _number(letters: str) -> int:
    """A column's place from its name, counted from 0."""
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - ord("A") + 1
    return place - 1
