"""Law 7: one slip in valid data gives at least one problem, and at the line of the slip."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.diagnostics import Diagnostic, Severity
from briefgen.load import load
from briefgen.validate import validate
from briefgen.world import Memory

ROOT = Path(__file__).parents[2]
FILES = {
    path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
    for top in ("data", "templates")
    for path in (ROOT / top).rglob("*.*")
}
RECORDS = sorted(path for path in FILES if path.startswith("data/") and path.endswith(".yaml"))
TABLES = sorted(path for path in FILES if path.endswith(".csv"))
FIELD = re.compile(r"( +)(- )?([a-z_]+): (.+)")
NARROW = {
    "as_of", "created", "date", "during", "held", "hedged", "horizon", "kind", "list_complete", "major", "recorded",
    "review_by", "role", "sensitivity", "sessions", "signed", "state", "status", "topics",
}  # fmt: skip
"""Fields that do not take any text."""
CHECKED = ("period", "flow", "value", "scale", "op", "half_unit", "status", "valuation", "year_basis", "exporter")


def fields(path: str, *, narrow: bool = False) -> list[tuple[int, re.Match[str]]]:
    """Index and parts of every line that gives a field on its own."""
    found = ((n, FIELD.fullmatch(line)) for n, line in enumerate(FILES[path].split("\n")))
    return [(n, match) for n, match in found if match and (match[3] in NARROW or not narrow)]


@st.composite
def slips(draw: st.DrawFn) -> tuple[str, int, str]:
    """A file, the line of the slip (from 1), and the file with it."""
    kind = draw(st.sampled_from(["misspelt", "twice", "wrong value", "wrong cell", "field too many"]))
    if kind in {"wrong cell", "field too many"}:
        return draw(_wrong_row(kind))
    path = draw(st.sampled_from([p for p in RECORDS if fields(p, narrow=True) and "rejected" not in p]))
    lines = FILES[path].split("\n")
    number, match = draw(st.sampled_from(fields(path, narrow=kind == "wrong value")))
    indent, dash, name, value = match[1], match[2] or "", match[3], match[4]
    if kind == "misspelt":
        lines[number] = f"{indent}{dash}{name}q: {value}"
    elif kind == "twice":
        lines.insert(number + 1, f"{indent}{' ' * len(dash)}{name}: {value}")
        number += 1
    else:
        lines[number] = f"{indent}{dash}{name}: what is this"
    return path, number + 1, "\n".join(lines)


@st.composite
def _wrong_row(draw: st.DrawFn, kind: str) -> tuple[str, int, str]:
    path = next(p for p in TABLES if p.endswith("trade.csv"))
    lines = FILES[path].split("\n")
    number = draw(st.integers(1, len(lines) - 2))
    if kind == "field too many":
        lines[number] += ",one more"
        return path, number + 1, "\n".join(lines)
    header, cells = lines[0].split(","), lines[number].split(",")
    column = header.index(draw(st.sampled_from([name for name in CHECKED if name in header])))
    cells[column] = "???"
    lines[number] = ",".join(cells)
    return path, number + 1, "\n".join(lines)


def errors(files: dict[str, str]) -> list[Diagnostic]:
    """What loading and checking say against files."""
    loaded = load(Memory({name: content.encode() for name, content in files.items()}))
    said = (*loaded.diagnostics, *validate(loaded.value))
    return [d for d in said if d.severity is Severity.ERROR]


@settings(max_examples=120)
@given(slips())
def test_a_slip_is_told_at_its_line(slip: tuple[str, int, str]) -> None:
    path, line, text = slip
    told = [d for d in errors({**FILES, path: text}) if d.place.path == path]

    assert line in {d.place.line for d in told}, "\n".join(map(str, told)) or "nothing was said"


def test_the_shipped_data_have_lines_to_slip_on() -> None:
    assert sum(len(fields(path)) for path in RECORDS) > 300


def test_without_a_slip_no_error_is_told() -> None:
    assert errors(FILES) == []
