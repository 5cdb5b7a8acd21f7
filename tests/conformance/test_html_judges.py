"""Pages before a browser and axe: no barrier, nothing beyond a narrow screen, no more paper than the PDF takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
import pytest

from briefgen.model.document import Caption, Document, Exhibit, TextRun
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.render import render
from conformance import judges
from samples import second_relation
from samples.hard_timelines import HARD
from samples.sample_document import front, sample_document, torture_document
from samples.shipped_briefs import AUDIENCES, brief

if TYPE_CHECKING:
    from pathlib import Path

    from conformance.judges import PageVerdict


def timelines() -> Document:
    """All the hard ones on one page."""
    exhibits = (
        Exhibit(f"figure-{number}", shown, Caption(f"Figure {number}", (TextRun(name),)), f"{name}.")
        for number, (name, shown) in enumerate(HARD.items(), 1)
    )
    return Document(front(), tuple(exhibits))


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[PageVerdict, Path]]:
    """Name → what is said of the page, and the PDF of the same brief."""
    folder = tmp_path_factory.mktemp("pages")
    made = {name: brief(name) for name in AUDIENCES}
    made |= {
        "culture": second_relation.brief("culture"),
        "sample": sample_document(),
        "torture": torture_document(2),
        "timelines": timelines(),
    }
    for name, document in made.items():
        for ending in ("html", "pdf"):
            (folder / f"{name}.{ending}").write_bytes(render(document, ending, DEFAULT_STYLE).value.data)
    verdicts = judges.page_verdicts(folder, *(folder / f"{name}.html" for name in made))
    return {name: (verdict, folder / f"{name}.pdf") for name, verdict in zip(made, verdicts, strict=True)}


NAMES = [*AUDIENCES, "culture", "sample", "torture", "timelines"]


@pytest.mark.parametrize("name", [name for name in NAMES if name != "torture"])  # which repeats its captions
def test_axe_finds_no_barrier_and_nothing_against_best_practice(
    name: str, judged: dict[str, tuple[PageVerdict, Path]]
) -> None:
    assert judged[name][0].violations == []


@pytest.mark.parametrize("name", NAMES)
def test_no_page_is_wider_than_its_screen(name: str, judged: dict[str, tuple[PageVerdict, Path]]) -> None:
    assert judged[name][0].beyond == {"1280": 0, "390": 0, "320": 0}


@pytest.mark.parametrize("name", NAMES)
def test_its_fonts_load_and_nothing_is_asked_of_the_network(
    name: str, judged: dict[str, tuple[PageVerdict, Path]]
) -> None:
    assert (judged[name][0].failed, judged[name][0].outside) == (0, [])


@pytest.mark.parametrize("name", AUDIENCES)
def test_on_paper_it_takes_a_sheet_more_than_the_pdf_at_the_most(
    name: str, judged: dict[str, tuple[PageVerdict, Path]]
) -> None:
    verdict, pdf = judged[name]
    assert len(pypdfium2.PdfDocument(verdict.printed)) <= len(pypdfium2.PdfDocument(pdf)) + 1


def test_on_paper_most_take_as_many_sheets_as_the_pdf(judged: dict[str, tuple[PageVerdict, Path]]) -> None:
    more = {
        name
        for name in AUDIENCES
        if len(pypdfium2.PdfDocument(judged[name][0].printed)) > len(pypdfium2.PdfDocument(judged[name][1]))
    }
    assert len(more) * 2 < len(AUDIENCES), more


@pytest.mark.parametrize("name", AUDIENCES)
def test_every_printed_sheet_bears_the_mark_and_its_number(
    name: str, judged: dict[str, tuple[PageVerdict, Path]]
) -> None:
    said = brief(name).front
    sheets = pypdfium2.PdfDocument(judged[name][0].printed)
    for number, sheet in enumerate(sheets, 1):
        words = " ".join(sheet.get_textpage().get_text_bounded().split())
        assert said.page_label.format(page=number, pages=len(sheets)) in words
        assert words.count(said.handling) >= 2 * bool(said.handling)
        assert said.audience in words
