"""Charts of Word files, and the workbooks behind them, before the validators."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

from briefgen.model.charts import ChartKind
from conformance.judges import open_xml_faults, openxml_audit_faults
from samples.charts import EVIL, chart, word_file

if TYPE_CHECKING:
    from pathlib import Path


def test_charts_are_sound_for_both_validators_and_so_are_their_workbooks(tmp_path: Path) -> None:
    file = tmp_path / "charts.docx"
    file.write_bytes(word_file(*(chart(kind) for kind in ChartKind), chart(ChartKind.COLUMN, EVIL)))
    with zipfile.ZipFile(file) as package:
        book = tmp_path / "book.xlsx"
        book.write_bytes(package.read("word/embeddings/Microsoft_Excel_Sheet8.xlsx"))

    assert open_xml_faults(file) == []
    assert openxml_audit_faults(file) == ""
    assert open_xml_faults(book) == []
