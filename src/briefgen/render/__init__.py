"""Document to bytes, one writer per format."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefgen.diagnostics import Outcome
    from briefgen.model.document import Document
    from briefgen.model.looks.style import Style
    from briefgen.model.rendering import Rendering

FORMATS = ("pdf", "docx", "html")
"""What a brief can be written as; also the files' endings."""


def render(document: Document, format_name: str, style: Style) -> Outcome[Rendering]:
    """The document as a file of one format; each writer and its libraries are loaded when first used.

    Raises:
        ValueError: for a format that is not one of `FORMATS`.
    """
    match format_name:
        case "pdf":
            from briefgen.render.pdf import write_pdf

            return write_pdf(document, style)
        case "docx":
            from briefgen.render.docx import write_docx

            return write_docx(document, style)
        case "html":
            from briefgen.render.html import write_html

            return write_html(document, style)
        case _:
            raise ValueError(format_name)


def prepare(formats: Iterable[str]) -> None:
    """Load what the writers of some formats need, ahead of the first brief."""
    from importlib import import_module

    for name in formats:
        if name in FORMATS:
            import_module(f"briefgen.render.{name}")


def sample_house(style: Style, language: str) -> bytes:
    """A documented Word file with every style that briefs use, to start a house style from."""
    from briefgen.render.docx.package.starter_file import sample_house as made

    return made(style, language)
