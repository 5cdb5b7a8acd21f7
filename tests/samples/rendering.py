"""A document as a file of any format, with the formats that this one is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.formats import in_making_order
from briefgen.render import render

if TYPE_CHECKING:
    from briefgen.model.document import Document
    from briefgen.model.looks.style import Style
    from briefgen.model.rendering import Rendering


def rendered(document: Document, name: str, style: Style) -> bytes:
    """The bytes of the file."""
    made: dict[str, Rendering] = {}
    for form in in_making_order([name]):
        made[form.name] = render(document, form.name, style, made).value
    return made[name].data
