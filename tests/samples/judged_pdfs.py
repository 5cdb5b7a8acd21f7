"""The documents whose PDF is judged, and their PDF by either standard, made once."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from briefgen.model.audience_choices import PdfStandard
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.render.pdf import write_pdf
from samples import second_relation
from samples.pictures import pictures_document
from samples.sample_document import sample_document, torture_document
from samples.shipped_briefs import AUDIENCES, brief

if TYPE_CHECKING:
    from briefgen.model.document import Document

OF_THE_SECOND = {f"{second_relation.RELATION} {audience}": audience for audience in ("culture", "researcher")}
"""The longest, and the team's own."""
NAMES = [*AUDIENCES, "sample", "torture", *OF_THE_SECOND, "pictures"]


@cache
def made(name: str) -> Document:
    """A shipped brief or one of the tests' documents."""
    match name:
        case _ if name in OF_THE_SECOND:
            return second_relation.brief(OF_THE_SECOND[name])
        case "sample":
            return sample_document()
        case "torture":
            return torture_document(40)
        case "pictures":
            return pictures_document()
        case _:
            return brief(name)


@cache
def pdf(name: str, standard: PdfStandard = PdfStandard.UA1) -> bytes:
    """Its PDF by one standard."""
    document = made(name)
    return write_pdf(replace(document, front=replace(document.front, standard=standard)), DEFAULT_STYLE).value.data
