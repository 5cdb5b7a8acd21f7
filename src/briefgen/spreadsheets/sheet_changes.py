"""What a workbook changes in the files: found cell by cell, tried on a copy, and told."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from briefgen.diagnostics import Severity, did_you_mean
from briefgen.load import load
from briefgen.load.nodes.csv_edits import table_edited, table_of, with_row
from briefgen.load.nodes.yaml_edits import CellEdit, edited, with_record
from briefgen.load.nodes.yaml_spans import records_of
from briefgen.records import dataclass, field
from briefgen.spreadsheets.data_sheets import ID, titled
from briefgen.spreadsheets.workbook_reading import CellProblem, read_workbook
from briefgen.spreadsheets.workbook_writing import workbook_bytes
from briefgen.validate import validate
from briefgen.world.with_files import WithFiles

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefgen.diagnostics import Diagnostic
    from briefgen.spreadsheets.data_sheets import DataSheet
    from briefgen.spreadsheets.workbook_reading import GivenSheet, GivenWorkbook
    from briefgen.world import World


@dataclass(frozen=True, slots=True)
class CellChange:
    """One value that the workbook says otherwise than the files."""

    where: str
    record: str
    column: str
    was: str
    now: str


@dataclass(slots=True)
class SheetChanges:
    """What a workbook comes to."""

    changes: list[CellChange] = field(default_factory=list)
    problems: list[CellProblem] = field(default_factory=list)
    """Where there is one, nothing may be written."""
    missing: list[tuple[str, str]] = field(default_factory=list)
    """Sheet and id of records that it does not hold: they are left as they are."""
    files: dict[str, bytes] = field(default_factory=dict)
    """Path → what it would say."""


def changes_in(data: bytes, sheets: Sequence[DataSheet], relation: str, world: World) -> SheetChanges:
    """What a workbook changes, against what the same sheets give when they are written and read now.

    So whatever a workbook cannot keep of a text is no change. Raises WorkbookError where it cannot be read.
    """
    given, now = read_workbook(data), read_workbook(workbook_bytes(sheets, relation))
    found = SheetChanges(problems=list(given.problems))
    if given.relation and given.relation != relation:
        message = f"the workbook holds data of '{given.relation}', not of '{relation}'"
        found.problems.append(CellProblem("", message, f"write: briefgen data import FILE.xlsx {given.relation}"))
        return found
    known = titled(sheets)
    for title in given.sheets.keys() - known.keys():
        hint = did_you_mean(title, known) or "delete the sheet"
        found.problems.append(CellProblem(title, "no data have a sheet of this name", hint))
    for title, sheet in known.items():
        if title in given.sheets:
            _compare(sheet, given.sheets[title], now.sheets[title], found)
    if not found.problems:
        found.problems += _faults(found, known, given, world)
    return found


def _compare(sheet: DataSheet, given: GivenSheet, now: GivenSheet, found: SheetChanges) -> None:
    """What one sheet changes: its file anew, where all is sound."""
    unknown = [name for name in given.columns if name and name not in sheet.known]
    for name in unknown:
        hint = did_you_mean(name, sheet.known) or "delete the column"
        found.problems.append(CellProblem(given.cell(1, name), f"there is no column '{name}' here", hint))
    unnamed = list(_unnamed(given))
    found.problems += unnamed
    if unknown or unnamed:
        return
    before = {row[ID]: row for _, row in now.rows if ID in row}
    raw = {row[ID]: row for row in sheet.rows if ID in row}
    edits: dict[tuple[str, str], str] = {}
    added: list[dict[str, str]] = []
    for number, row in given.rows:
        old = before.get(row[ID])
        changed = [name for name in given.columns if name and row.get(name, "") != (old or {}).get(name, "")]
        was = raw.get(row[ID], {})
        found.changes += [
            CellChange(given.cell(number, name), row[ID], name, was.get(name, ""), row.get(name, ""))
            for name in changed
        ]
        if old is None:
            added.append({name: row[name] for name in given.columns if name in row})
        else:
            edits |= {(row[ID], name): row.get(name, "") for name in changed}
    ids = {row[ID] for _, row in given.rows}
    found.missing += [(sheet.name, name) for name in before if name not in ids]
    if edits or added:
        found.files[sheet.path] = _rewritten(sheet, edits, added)


def _unnamed(given: GivenSheet) -> Iterator[CellProblem]:
    """Rows that say of no record, or of one that another row is about, which records they are."""
    counted = Counter(row.get(ID, "") for _, row in given.rows)
    for number, row in given.rows:
        if ID not in row:
            hint = "name the record, in small letters, digits and hyphens"
            yield CellProblem(given.cell(number, ID), "the row has no id", hint)
        elif counted[row[ID]] > 1:
            message = f"the id '{row[ID]}' stands in {counted[row[ID]]} rows"
            yield CellProblem(given.cell(number, ID), message, "give each record an id of its own")


def _rewritten(sheet: DataSheet, edits: Mapping[tuple[str, str], str], added: Sequence[dict[str, str]]) -> bytes:
    """The file with all that changes, and nothing else."""
    text, mark = sheet.text.removeprefix("\ufeff"), "\ufeff" if sheet.text.startswith("\ufeff") else ""
    if sheet.is_table:
        rows = {row.get(ID, ""): number for number, row in enumerate(table_of(text, sheet.known).cells())}
        text = table_edited(text, sheet.known, {(rows[id_], name): new for (id_, name), new in edits.items()})
        for row in added:
            text = with_row(text, sheet.known, row, [column.name for column in sheet.columns])
    else:
        structures = frozenset(column.name for column in sheet.columns if column.is_structure)
        text = edited(text, [CellEdit(id_, name, new, name in structures) for (id_, name), new in edits.items()])
        for row in added:
            text = with_record(text, row, structures)
    return (mark + text).encode()


def _faults(
    found: SheetChanges, known: Mapping[str, DataSheet], given: GivenWorkbook, world: World
) -> Iterator[CellProblem]:
    """What would be wrong in the data that is not wrong now, each told at its cell."""
    if not found.files:
        return
    before = Counter(map(_said, _errors(world)))
    after = WithFiles(world, found.files)
    for error in _errors(after):
        if before[_said(error)]:
            before[_said(error)] -= 1
            continue
        title = next((title for title, sheet in known.items() if sheet.path == error.place.path), "")
        where = _cell_of(error, known[title], given.sheets[title], found) if title in given.sheets else ""
        yield CellProblem(where or str(error.place), error.message, error.hint or "correct the cell")


def _errors(world: World) -> list[Diagnostic]:
    loaded = load(world)
    return [said for said in (*loaded.diagnostics, *validate(loaded.value, None)) if said.severity is Severity.ERROR]


def _said(error: Diagnostic) -> tuple[str, str, str]:
    return error.code, error.place.path, error.message


def _cell_of(error: Diagnostic, sheet: DataSheet, given: GivenSheet, found: SheetChanges) -> str:
    """The cell whose value stands at the place of an error."""
    text = found.files[sheet.path].decode().removeprefix("\ufeff") if sheet.path in found.files else sheet.text
    lines = text.split("\n")
    at = sum(len(line) + 1 for line in lines[: error.place.line - 1]) + max(error.place.column - 1, 0)
    if sheet.is_table:
        name, column = _spot_in_table(text, sheet, at)
    else:
        name, column = _spot_in_list(text, at)
    number = next((number for number, row in given.rows if row.get(ID) == name), 0)
    return given.cell(number, column) if number else ""


def _spot_in_list(text: str, at: int) -> tuple[str, str]:
    for record in records_of(text):
        if record.start <= at <= record.end:
            cells, inside = record.cells(), ""
            for name, value in record.values.items():
                if record.keys[name][0] <= at <= value.end:
                    inside = (
                        name
                        if value.group is None
                        else next(
                            (f"{name}.{key}" for key, one in value.group.values.items() if one.start <= at <= one.end),
                            next((key for key in cells if key.startswith(f"{name}.")), name),
                        )
                    )
            return cells.get(ID, ""), inside or ID
    return "", ""


def _spot_in_table(text: str, sheet: DataSheet, at: int) -> tuple[str, str]:
    table = table_of(text, sheet.known)
    for row, cells in zip(table.rows, table.cells(), strict=True):
        if row[0].start <= at <= row[-1].end:
            column = next((name for name, one in zip(table.head, row, strict=False) if one.start <= at <= one.end), ID)
            return cells.get(ID, ""), column
    return "", ""
