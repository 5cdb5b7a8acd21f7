"""The numbers of a table as one hand wrote them: what a comma means in one row, it means in all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.late_patterns import late_pattern
from briefgen.load.nodes.node import Scalar
from briefgen.load.shapes.number_hints import plainly
from briefgen.records import replace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from briefgen.diagnostics import Report
    from briefgen.load.nodes.node import Mapping

_THOUSANDS = r"[1-9]\d{0,2}"
_PARTED = r"[ \u00a0\u202f'\u2019]"
_DOUBTFUL = late_pattern(rf"-?{_THOUSANDS}[.,]\d{{3}}", re.ASCII)
"""Either mark may be the decimal point here, or part thousands."""
_BY_COMMA = late_pattern(
    rf"-?(?:\d+,\d+|{_THOUSANDS}(?:(?:\.|{_PARTED})\d{{3}})+,\d+|{_THOUSANDS}(?:\.\d{{3}}){{2,}})", re.ASCII
)
_BY_POINT = late_pattern(
    rf"-?(?:\d+\.\d+|{_THOUSANDS}(?:(?:,|{_PARTED})\d{{3}})+\.\d+|{_THOUSANDS}(?:,\d{{3}}){{2,}})", re.ASCII
)
_SHOWN = 3


def in_plain_numbers(rows: list[Mapping], columns: AbstractSet[str], report: Report) -> list[Mapping]:
    """The rows with the numbers of these columns as digits with at most a point, where they mean one number.

    `1,247` alone can mean two. Beside `15,1` it is 1.247, beside `1,000.5` it is 1247; where nothing tells, or rows
    tell both, that is one error for the whole table. So it is with `1.247` beside `15,1`.
    """
    fields = [field for row in rows for name in columns if isinstance(field := row.items.get(name), Scalar)]
    marks = set(filter(None, (_decimal_mark(field.text) for field in fields)))
    doubtful = [field for field in fields if _is_doubtful(field.text, marks)]
    if doubtful and len(marks) != 1:
        _tell(doubtful, report)
    comma = marks == {","}
    return [_rewritten(row, columns, comma=comma) for row in rows]


def _decimal_mark(text: str) -> str:
    """The sign that is the decimal point of whoever wrote a number, where it tells."""
    if _DOUBTFUL.fullmatch(text):
        return ""
    if _BY_COMMA.fullmatch(text):
        return ","
    return "." if _BY_POINT.fullmatch(text) else ""


def _is_doubtful(text: str, marks: set[str]) -> bool:
    """A single point is a decimal point, as numbers are written here, unless another row has a comma for it."""
    return bool(_DOUBTFUL.fullmatch(text)) and ("," in text or "," in marks)


def _tell(doubtful: list[Scalar], report: Report) -> None:
    first, *others = doubtful
    whole = re.sub("[.,]", "", first.text)
    message = f"'{first.text}' can mean {whole} or {first.text.replace(',', '.')}"
    if others:
        shown = ", ".join(f"'{field.text}' in line {field.place.line}" for field in others[:_SHOWN])
        rest = len(others) - _SHOWN
        message += f"; in doubt too: {shown}{f' and {rest} more' if rest > 0 else ''}"
    hint = "write all numbers of the file with a point before the decimals and nothing between thousands"
    report.error("BG111", first.place, message, hint)


def _rewritten(row: Mapping, columns: AbstractSet[str], *, comma: bool) -> Mapping:
    changed = dict(_changed(row, columns, comma=comma))
    return replace(row, items={**row.items, **changed}) if changed else row


def _changed(row: Mapping, columns: AbstractSet[str], *, comma: bool) -> Iterator[tuple[str, Scalar]]:
    for name in columns:
        field = row.items.get(name)
        if isinstance(field, Scalar):
            plain = _plain(field.text, comma=comma)
            if plain != field.text:
                yield name, replace(field, text=plain)


def _plain(text: str, *, comma: bool) -> str:
    if not _DOUBTFUL.fullmatch(text):
        return plainly(text)
    decimal, parting = (",", ".") if comma else (".", ",")
    return text.replace(parting, "").replace(decimal, ".")
