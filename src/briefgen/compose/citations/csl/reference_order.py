"""How references are sorted: by the keys of a style, or as they come where it has none."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any

from briefgen.compose.citations.csl.formatting import without_marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.compose.citations.csl.items import CitedItem

_NAMESPACES = {"cs": "http://purl.org/net/xbiblio/csl"}


def in_style_order(items: Sequence[CitedItem], layout: Any) -> list[CitedItem]:  # noqa: ANN401 - citeproc has no types
    """The items in the order that the style wants for its list, or inside one citation."""
    sort = layout.getparent().find("cs:sort", _NAMESPACES)
    return list(items) if sort is None else list(sort.sort(list(items), layout))


def sorted_by(text: object) -> str:
    """What a text is sorted by: without marks, accents and leading quotes, in small letters."""
    plain = unicodedata.normalize("NFKD", without_marks(text)).casefold()
    return "".join(c for c in plain if not unicodedata.combining(c)).lstrip("'\"‘’“”«»„ ")
