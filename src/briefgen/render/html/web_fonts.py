"""The fonts of a page, embedded: of each face no more than the letters that the page has."""

from __future__ import annotations

from base64 import b64encode
from functools import lru_cache
from typing import TYPE_CHECKING

import uharfbuzz as hb

from briefgen.render.css import css_string
from briefgen.render.html.woff2 import woff2
from briefgen.render.typefaces import face

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.looks.style import Family, Style

_OWN = {"firago": "FiraGO", "source-serif-4": "Source Serif 4"}
"""What the bundled families are called: a team's own fonts are not ours to embed."""
_ALWAYS = frozenset(map(chr, range(0x20, 0x7F))) | frozenset("\u00a0§°·×–—‘’“”•…−≈≤≥↩")
"""Letters that nearly every page has: pages that have no others share their fonts."""
_FEATURES = ("tnum", "lnum")
"""What pages ask for beside what is always on."""


def font_faces(style: Style, page: str) -> str:
    """CSS that embeds the faces which a page is set in."""
    letters = _ALWAYS | frozenset(page)
    return "".join(
        f"@font-face{{font-family:{css_string(family.name)};font-weight:{700 if bold else 400};"
        f"font-style:{'italic' if italic else 'normal'};"
        f"src:url(data:font/woff2;base64,{_packed(family.source, letters, bold=bold, italic=italic)}) "
        'format("woff2")}\n'
        for family, bold, italic in _faces(style, page)
        if _OWN.get(family.source) == family.name
    )


def _faces(style: Style, page: str) -> Iterator[tuple[Family, bool, bool]]:
    """Those of the text styles, and those of words in bold or italics among them."""
    used = {(text.family, text.bold, text.italic) for text in style.text.values()}
    used |= {(name, True, False) for name in style.families if "<strong>" in page}
    used |= {(name, False, True) for name in style.families if "<em>" in page}
    yield from ((style.families[name], bold, italic) for name, bold, italic in sorted(used))


@lru_cache(maxsize=64)  # the briefs of a batch differ in few letters
def _packed(source: str, letters: frozenset[str], *, bold: bool, italic: bool) -> str:
    wanted = hb.SubsetInput()
    wanted.unicode_set.update(map(ord, letters))
    wanted.layout_feature_tag_set.update(int.from_bytes(tag.encode("ascii")) for tag in _FEATURES)
    wanted.flags = hb.SubsetFlags.NO_HINTING
    subset = hb.subset(face(source, bold=bold, italic=italic).hb_face, wanted)
    return b64encode(woff2(bytes(subset.blob.data))).decode("ascii")
