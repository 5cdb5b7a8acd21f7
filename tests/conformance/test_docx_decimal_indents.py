"""Columns of figures in Word files, as another program shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
import pytest

from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.render import render
from conformance.judges import libreoffice, open_xml_faults, openxml_audit_faults
from readers.docx import right_indents
from samples.feature_documents import FIGURE_COLUMNS, figure_column

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(("cells", "mark"), FIGURE_COLUMNS)
def test_the_digit_before_the_point_ends_in_one_place(cells: list[str], mark: str, tmp_path: Path) -> None:
    file = tmp_path / "figures.docx"
    file.write_bytes(render(figure_column(cells, mark), "docx", DEFAULT_STYLE).value.data)
    with pypdfium2.PdfDocument(libreoffice(file, "pdf", tmp_path).read_bytes()) as pdf:
        layer = pdf[0].get_textpage()
        words = layer.get_text_range()
        edges = [layer.get_charbox(i)[2] for i, c in enumerate(words) if c == "7"][: len(cells)]
        layer.close()

    # At the right edge they would differ by ten points and more. The font that stands in for FiraGO here is a fifth
    # wider, and so is what a figure should have been shifted by.
    assert max(edges) - min(edges) < max(right_indents(file.read_bytes())) / 20 * 0.25
    assert max(right_indents(file.read_bytes())) > 180
    assert open_xml_faults(file) == []
    assert openxml_audit_faults(file) == ""
