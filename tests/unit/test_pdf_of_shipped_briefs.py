"""The PDF of the shipped briefs: by both profiles, with their words in order, each part of its structure complete."""

from __future__ import annotations

import re

import pytest

from briefgen.model.audience_choices import PdfStandard
from readers.document_words import document_words
from readers.pdf import Element, pdf_faults, structure, structure_words
from samples.judged_pdfs import NAMES, made, pdf
from samples.shipped_briefs import AUDIENCES


@pytest.mark.parametrize("profile", ["ua1", "2a"])
@pytest.mark.parametrize("name", AUDIENCES)
def test_a_shipped_brief_conforms(name: str, profile: str) -> None:
    assert pdf_faults(pdf(name), profile) == []


@pytest.mark.parametrize("standard", PdfStandard)
@pytest.mark.parametrize("name", AUDIENCES)
def test_the_structure_of_a_shipped_brief_says_its_words_in_their_order(name: str, standard: PdfStandard) -> None:
    assert structure_words(pdf(name, standard)) == document_words(made(name))


@pytest.mark.parametrize("name", NAMES)
def test_every_link_has_its_annotation_every_head_is_a_heading_and_every_figure_says_something(name: str) -> None:
    elements = list(structure(pdf(name)).walk())
    assert all(link.annotations for link in elements if link.kind == "Link")
    for head in (element for element in elements if element.kind == "THead"):
        cells = [c for row in head.children if isinstance(row, Element) for c in row.children]
        assert {c.kind for c in cells if isinstance(c, Element)} == {"TH"}
    alts = [figure.alt for figure in elements if figure.kind == "Figure"]
    assert all(len(alt.split()) > 5 and not re.search(r"\.(png|svg|jpe?g)\b", alt) for alt in alts)
