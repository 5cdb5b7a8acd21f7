from __future__ import annotations

from briefgen.model.document import Paragraph
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.render.pdf import write_pdf
from samples.sample_document import document, text


def test_a_document_does_not_change_the_next_one() -> None:
    one, other = document(Paragraph(text("fi ﬁ one"))), document(Paragraph(text("ﬁ fi a\u00a0b")))
    first = write_pdf(one, DEFAULT_STYLE)
    write_pdf(other, DEFAULT_STYLE)
    assert write_pdf(one, DEFAULT_STYLE) == first
