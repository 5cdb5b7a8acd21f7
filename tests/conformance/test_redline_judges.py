"""Tracked changes before outside judges: both validators, and LibreOffice that opens, accepts and rejects them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.render import redlined, render
from conformance.judges import libreoffice_all, libreoffice_settled, open_xml_faults, openxml_audit_faults
from readers.docx import W, part
from samples.changed_documents import KINDS, pair

if TYPE_CHECKING:
    from pathlib import Path

DAY = dt.date(2021, 4, 23)
BESIDE = {"a chart", "a table", "a picture", "a whole section"}
"""What has a source line beside it: LibreOffice makes a frame of that, and the marks of changes in it are lost."""
IN_FIELDS = {"the order of sources", "the last source", "a table of contents"}
"""What changes numbers that are fields: LibreOffice loses the marks of a field, or cannot find what it leads to."""
LOST_IN_LIBREOFFICE = BESIDE | IN_FIELDS


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """For each kind of change the older file, the newer one, and the redline."""
    made = tmp_path_factory.mktemp("redlines")
    for number, kind in enumerate(KINDS):
        old, new = (render(one, "docx", DEFAULT_STYLE).value.data for one in pair(kind))
        for name, data in (("old", old), ("new", new), ("redline", redlined(old, new, "Desk", DAY).value)):
            (made / f"{number}-{name}.docx").write_bytes(data)
    return made


def file_of(folder: Path, kind: str, name: str = "redline") -> Path:
    return folder / f"{KINDS.index(kind)}-{name}.docx"


@pytest.mark.parametrize("kind", KINDS)
def test_both_validators_find_nothing_in_a_redline(kind: str, folder: Path) -> None:
    file = file_of(folder, kind)

    assert open_xml_faults(file) == []
    assert openxml_audit_faults(file) == ""


def test_libreoffice_opens_every_redline(folder: Path, tmp_path: Path) -> None:
    files = [file_of(folder, kind) for kind in KINDS]

    for made in libreoffice_all(files, "pdf", tmp_path):
        with pypdfium2.PdfDocument(made) as opened:
            assert len(opened) >= 2, made


@pytest.fixture(scope="module")
def settled(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Path]:
    """Kind and choice → the redline as LibreOffice leaves it with all changes accepted or rejected."""
    made = tmp_path_factory.mktemp("settled")
    return {
        (kind, choice): file
        for choice in ("Accept", "Reject")
        for kind, file in zip(
            KINDS, libreoffice_settled([file_of(folder, kind) for kind in KINDS], choice, made), strict=True
        )
    }


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in LOST_IN_LIBREOFFICE])
def test_libreoffice_accepts_to_the_newer_words_and_rejects_to_the_older(
    kind: str, folder: Path, settled: dict[tuple[str, str], Path]
) -> None:
    assert said(settled[kind, "Accept"]) == said(file_of(folder, kind, "new"))
    assert said(settled[kind, "Reject"]) == said(file_of(folder, kind, "old"))


def said(file: Path) -> list[str]:
    """The words of each paragraph that has some, in the body."""
    body = part(file.read_bytes(), "word/document.xml")
    texts = ("".join(one.text or "" for one in paragraph.iter(f"{W}t")) for paragraph in body.iter(f"{W}p"))
    return [text.strip() for text in texts if text.strip()]
