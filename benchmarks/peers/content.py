"""The words of a finished brief as data for the others, which are handed what ours has to compute and to word."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_CAPTION = re.compile(r"\*\*(?P<number>(?:Table|Figure) \d+\.)\*\* ?(?P<title>.*)")


def content_of(desk: Path, name: str) -> dict[str, Any]:
    """What the brief `output/NAME.md` of a desk says, by sections; the figures of its charts, from the desk's trade."""
    head, *parts = (desk / f"output/{name}.md").read_text(encoding="utf-8").split("\n## ")
    title = re.search(r"^# (.*)$", head, re.MULTILINE)
    if not title:
        raise ValueError(head)
    *sections, sources = (_section(part, desk) for part in parts)
    return {
        "title": _plain(title[1]),
        "subtitle": _plain(head[title.end() :].strip().partition("\n")[0]),
        "audience": _plain(head.partition("\n")[0]),
        "sections": sections,
        "sources": sources["points"] or sources["paragraphs"],
    }


def _section(text: str, desk: Path) -> dict[str, Any]:
    heading, _, body = text.partition("\n")
    made: dict[str, Any] = {"heading": _plain(heading), "paragraphs": [], "charts": [], "tables": [], "points": []}
    exhibit: dict[str, Any] | None = None
    for block in filter(None, map(str.strip, body.split("\n\n"))):
        named = _CAPTION.match(block)
        if named and named["number"].startswith("Table"):
            exhibit = {"caption": _plain(f"{named['number']} {named['title']}"), "head": [], "rows": [], "source": ""}
            made["tables"].append(exhibit)
        elif named:
            exhibit = {**_chart(desk, is_sum="urnover" in block), "caption": _plain(named[0]), "alt": "", "source": ""}
            made["charts"].append(exhibit)
        elif block.startswith("Source: ") and exhibit:
            exhibit["source"], exhibit = _plain(block), None
        elif block.startswith("|") and exhibit:
            exhibit["head"], _, *exhibit["rows"] = (list(_cells(line)) for line in block.splitlines())
        elif exhibit and "alt" in exhibit:
            exhibit["alt"] = f"{exhibit['alt']} {_plain(block)}".strip()
        elif re.match(r"(-|\d+\.) ", block):
            made["points"] += [_plain(re.sub(r"^(-|\d+\.) ", "", line)) for line in block.splitlines()]
        else:
            made["paragraphs"].append(_plain(block))
    return made


def _cells(line: str) -> Iterator[str]:
    return map(_plain, line.strip("| ").split(" | "))


def _plain(words: str) -> str:
    return re.sub(r"\\(.)", r"\1", words.replace("**", "").replace("\\\n", " ")).strip()


def _chart(desk: Path, *, is_sum: bool) -> dict[str, Any]:
    (table,) = desk.glob("data/*/trade.csv")
    with table.open(encoding="utf-8") as rows:
        found = [(row["period"], row["exporter"], float(row["value"])) for row in csv.DictReader(rows)]
    names = sorted({period for period, _, _ in found})
    of = {(period, side): value for period, side, value in found}
    sides = sorted({side for _, side, _ in found})
    series = [{"name": side, "heights": [of[name, side] for name in names]} for side in sides]
    if is_sum:
        series = [{"name": "Turnover", "heights": [sum(of[name, side] for side in sides) for name in names]}]
    return {"names": names, "series": series, "top": max(max(one["heights"]) for one in series)}
