"""The sample documents as PDF, made once for all tests that look at them."""

from __future__ import annotations

from functools import cache

from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.render.docx import write_docx
from briefgen.render.pdf import write_pdf
from samples.sample_document import sample_document, torture_document


@cache
def sample_pdf() -> bytes:
    """The sample brief."""
    return write_pdf(sample_document(), DEFAULT_STYLE).value.data


@cache
def torture_pdf() -> bytes:
    """The torture document."""
    return write_pdf(torture_document(), DEFAULT_STYLE).value.data


@cache
def sample_docx() -> bytes:
    """The sample brief as a Word file."""
    return write_docx(sample_document(), DEFAULT_STYLE).value.data
