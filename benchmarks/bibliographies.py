"""Read every library of references below a folder, and hold what is read against pandoc's reading.

    python benchmarks/bibliographies.py FOLDER [--differences N]

Counts exceptions, entries that are neither read nor told, and entries whose title or authors pandoc reads otherwise.
A file that pandoc refuses is compared entry by entry, as far as it takes them.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import unicodedata
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from briefgen.diagnostics import Report, print_short
from briefgen.load.nodes.decoding import read_text
from briefgen.load.references.bibtex import parse_bibtex
from briefgen.load.references.csl_json import parse_references
from briefgen.world import Memory

_ENTRY = re.compile(r"^[ \t]*@\s*(\w+)\s*[{(]\s*([^,\s}]+)\s*,", re.MULTILINE)
_NO_REFERENCES = {"string", "comment", "preamble", "xdata"}
_MARKUP = re.compile(r"</?(?:i|b|sup|sub|span)[^>]*>|\\(?:mathrm|mathbf|mathcal|mbox|text|mathit|mathbb|frac|sqrt)\b")
_SECONDS = 20


class Reading(NamedTuple):
    """What of a record is compared."""

    title: str
    authors: str
    is_other: str = ""
    """Why pandoc's title is no measure, where it is none."""


def main() -> int:
    """Read, compare, print the counts; 1 where anything was lost untold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--differences", type=int, default=0, help="how many differences to print")
    options = parser.parse_args()
    counts: Counter[str] = Counter()
    shown: list[str] = []
    for path in sorted(p for p in options.folder.rglob("*") if p.suffix in {".bib", ".bibtex", ".biblatex", ".json"}):
        _one(path, counts, shown)
    for name, count in sorted(counts.items()):
        print(f"{count:8}  {name}")
    print("\n".join(shown[: options.differences]))
    return 1 if counts["crashes"] or counts["entries lost untold"] else 0


def _one(path: Path, counts: Counter[str], shown: list[str]) -> None:
    report = Report()
    text = read_text(Memory({path.name: path.read_bytes()}), path.name, report)
    kind = "CSL-JSON" if path.suffix == ".json" else "BibTeX"
    counts[f"{kind} files"] += 1
    if text is None:
        counts["files refused with a message"] += 1
        return
    try:
        read = (parse_references if kind == "CSL-JSON" else parse_bibtex)(text, str(path), report)
    except Exception as error:  # noqa: BLE001 - what is counted here
        counts["crashes"] += 1
        shown.append(f"CRASH {path}: {error!r}")
        return
    counts[f"{kind} records read"] += len(read)
    counts["files without an error"] += not report.has_errors
    shown.extend(print_short(d) for d in report.diagnostics)
    for code in {f"records with {d.code} {d.severity}" for d in report.diagnostics}:
        counts[code] += sum(f"records with {d.code} {d.severity}" == code for d in report.diagnostics)
    if kind == "BibTeX":
        _count_lost(path, text, {r.id.lower() for r in read}, {d.place.line for d in report.diagnostics}, counts, shown)
        _compare(path, text, {r.id: _ours(dict(r.csl)) for r in read}, counts, shown)


def _count_lost(path: Path, text: str, read: set[str], told: set[int], counts: Counter[str], shown: list[str]) -> None:
    for found in _ENTRY.finditer(text):
        if found[1].lower() in _NO_REFERENCES:
            continue
        counts["entries"] += 1
        lines = range(text.count("\n", 0, found.start()) + 1, text.count("\n", 0, found.end()) + 1 + 200)
        if found[2].lower() not in read and not told & set(lines):
            counts["entries lost untold"] += 1
            shown.append(f"LOST {path}: {found[2]}")


def _compare(path: Path, text: str, ours: dict[str, Reading], counts: Counter[str], shown: list[str]) -> None:
    theirs = _pandoc(text)
    if theirs is None:
        counts["files that pandoc refuses, or reads for longer than 20 seconds"] += 1
        return
    for key, their in theirs.items():
        if key not in ours:
            continue
        counts["entries compared with pandoc"] += 1
        if not their.title:
            counts["of these, without a title in pandoc's reading"] += 1
            continue
        for name in ("title", "authors"):
            mine, other = getattr(ours[key], name), getattr(their, name)
            if mine != other:
                short = "pandoc leaves letters out" if _holds(mine, other) else ""
                why = f": {their.is_other or short}" if name == "title" and (their.is_other or short) else ""
                counts[f"{name} differs{why}"] += 1
                shown.append(f"{name}{why} {path.name} {key}\n   ours   {mine}\n   pandoc {other}")


def _holds(whole: str, part: str) -> bool:
    """Whether one text is another with letters left out."""
    letters = iter(whole)
    return all(letter in letters for letter in part)


def _pandoc(text: str) -> dict[str, Reading] | None:
    try:
        done = subprocess.run(
            ["pandoc", "-f", "biblatex", "-t", "csljson"],  # noqa: S607 - as it is found
            input=text.encode(), capture_output=True, check=False, timeout=_SECONDS,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return None
    if done.returncode:
        return None
    return {record["id"]: _ours(record) for record in json.loads(done.stdout)}


def _ours(record: dict[str, object]) -> Reading:
    """A title and the authors of a record as letters and digits, so that no sign and no markup counts."""
    people = record.get("author")
    names = people if isinstance(people, list) else []
    order = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix", "literal")
    said = [" ".join(str(name.get(part, "")) for part in order) for name in names]
    title = str(record.get("title", ""))
    is_other = "pandoc leaves TeX in it" if "\\" in title else ""
    is_other = "pandoc takes the title of the whole work" if "volume-title" in record else is_other
    return Reading(_letters(title), "|".join(map(_letters, said)), is_other)


def _letters(text: str) -> str:
    plain = unicodedata.normalize("NFKC", _MARKUP.sub("", text)).casefold()
    dotted = unicodedata.normalize("NFC", plain.replace("\u0131", "i"))
    return "".join(c for c in dotted if c.isalnum() or unicodedata.combining(c))


if __name__ == "__main__":
    sys.exit(main())
