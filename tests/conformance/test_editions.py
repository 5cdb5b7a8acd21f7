"""The mark of an edition in a PDF that judges look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.audience_choices import PdfStandard
from judged_pdfs import pdf
from judges import verapdf_faults

if TYPE_CHECKING:
    from pathlib import Path


def test_the_mark_keeps_the_pdf_valid_by_both_standards(tmp_path: Path) -> None:
    for standard, flavours in ((PdfStandard.UA1, "ua1,2a"), (PdfStandard.UA2, "ua2")):
        file = tmp_path / f"{standard}.pdf"
        file.write_bytes(pdf("public", standard))
        assert verapdf_faults(flavours, file) == []
