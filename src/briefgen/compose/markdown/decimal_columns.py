"""Which columns of a table hold figures, so that their decimal points can stand one under the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.late_patterns import late_pattern
from briefgen.model.document import Align
from briefgen.model.traversal import plain_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.document import Cell

_BLANK = "[ \u00a0\u202f]?"
_FIGURE = late_pattern(
    f"[≈<>≤≥~±+−-]?{_BLANK}"  # a sign or an operator
    rf"[^\d\s.,()\[\]]{{0,4}}{_BLANK}"  # a currency
    r"\d[\d.,\u00a0\u202f'’]*"
    r"(?:[ \u00a0\u202f]?[^\d\[\]]{1,24})?"  # a unit
    r"(?:[ \u00a0]?\[[^\]]*\])?"  # the interval
)


def aligned(align: Sequence[Align], rows: Sequence[Sequence[Cell]]) -> tuple[Align, ...]:
    """The alignment of each column: right-aligned ones that hold figures are aligned at the decimal point.

    Rows with joined cells have no say.
    """
    plain_rows = [row for row in rows if len(row) == len(align) and all(cell.rows == 1 for cell in row)]
    columns = zip(*plain_rows, strict=True) if plain_rows else ((),) * len(align)
    return tuple(
        Align.DECIMAL if side is Align.END and _holds_figures(column) else side
        for side, column in zip(align, columns, strict=True)
    )


def _holds_figures(column: Sequence[Cell]) -> bool:
    texts = [plain_text(cell.inlines) for cell in column]
    figures = [text for text in texts if any(character.isdigit() for character in text)]
    return bool(figures) and all(_FIGURE.fullmatch(text) for text in figures)
