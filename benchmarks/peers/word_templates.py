"""The Word templates of the others: the same brief in the language of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import docx

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document


def write_templates(folder: Path) -> None:
    """Write `docxtpl.docx` and `docxtemplater.docx`."""
    _docxtpl().save(str(folder / "docxtpl.docx"))
    _docxtemplater().save(str(folder / "docxtemplater.docx"))


def _docxtpl() -> Document:
    made = docx.Document()
    _say(made, ("{{ title }}", "Title"), "{{ subtitle }}", "{%p for s in sections %}", ("{{ s.heading }}", "Heading 1"))
    _say(
        made, "{%p for p in s.paragraphs %}", "{{ p }}", "{%p endfor %}", "{%p for t in s.tables %}", "{{ t.caption }}"
    )
    for columns in (4, 5):
        _say(made, f"{{%p if t.head|length == {columns} %}}")
        heads, cells = ([f"{{{{ {of}[{n}] }}}}" for n in range(columns)] for of in ("t.head", "r"))
        _table(made, [heads, ["{%tr for r in t.rows %}"], cells, ["{%tr endfor %}"]], columns)
        _say(made, "{%p endif %}")
    _say(
        made, "{{ t.source }}", "{%p endfor %}", "{%p for i in s.points %}", ("{{ i }}", "List Bullet"), "{%p endfor %}"
    )
    _say(made, "{%p endfor %}", ("Sources", "Heading 1"), "{%p for i in sources %}", ("{{ i }}", "List Number"))
    _say(made, "{%p endfor %}")
    return made


def _docxtemplater() -> Document:
    made = docx.Document()
    _say(made, ("{title}", "Title"), "{subtitle}", "{#sections}", ("{heading}", "Heading 1"))
    _say(made, "{#paragraphs}", "{.}", "{/paragraphs}", "{#tables}", "{caption}")
    for columns, (begin, end) in {4: ("{^wide}", "{/wide}"), 5: ("{#wide}", "{/wide}")}.items():
        _say(made, begin)
        heads = [f"{{{n}}}" for n in range(columns)]
        heads[0], heads[-1] = "{#head_row}" + heads[0], heads[-1] + "{/head_row}"
        cells = [f"{{{n}}}" for n in range(columns)]
        cells[0], cells[-1] = "{#rows}" + cells[0], cells[-1] + "{/rows}"
        _table(made, [heads, cells], columns)
        _say(made, end)
    _say(made, "{source}", "{/tables}", "{#points}", ("{.}", "List Bullet"), "{/points}", "{/sections}")
    _say(made, ("Sources", "Heading 1"), "{#sources}", ("{.}", "List Number"), "{/sources}")
    return made


def _say(made: Document, *paragraphs: str | tuple[str, str]) -> None:
    for one in paragraphs:
        words, style = (one, "Normal") if isinstance(one, str) else one
        made.add_paragraph(words, style)


def _table(made: Document, rows: list[list[str]], columns: int) -> None:
    table = made.add_table(len(rows), columns)
    for row, words in zip(table.rows, rows, strict=True):
        for cell, word in zip(row.cells, words, strict=False):
            cell.text = word
