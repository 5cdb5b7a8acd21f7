"""The looks of a mail, written at each element: some programs drop style sheets, Word's engine knows little CSS.

Classes are there for dark screens alone: programs that know no style sheets turn colours about by themselves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.late_patterns import late_pattern

if TYPE_CHECKING:
    from briefgen.model.looks.style import Style

_PX = 1.5
"""CSS pixels to a point of the style: a screen is read from further away than paper."""
_LARGEST = 28
_PLAIN_NAME = late_pattern(r"[A-Za-z0-9][A-Za-z0-9 -]*")
_LIKE = {
    "serif": "Georgia,'Times New Roman',serif",
    "sans-serif": "'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif",
}
DARK = """\
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.page{background:#14181d!important}
.page,.page td,.page th,.page h1,.page h2,.page h3,.page h4,.page h5,.page h6{color:#e6eaee!important}
.page .m{color:#a9b4be!important}
.page .t{background:#232b33!important}
.page .r,.page .g td,.page .g th{border-color:#4a5560!important}
.page a{color:#9cc9ef!important}
}
"""
"""For programs that show mails dark and read style sheets; pictures keep their white ground."""


class MailLook:
    """Attributes for the elements of a mail, from the house style."""

    def __init__(self, style: Style) -> None:
        self._style = style
        self.palette = style.palette

    def text(self, name: str, more: str = "") -> str:
        """Size, weight and colour of a kind of text, as attributes; what is muted has a class too."""
        muted = ' class="m"' if self._style.text[name].colour == "muted" else ""
        return f'{muted} style="{self.css(name)}{more}"'

    def css(self, name: str) -> str:
        """The same as declarations."""
        text = self._style.text[name]
        size = min(round(text.size * _PX), _LARGEST)
        weight = ("italic " if text.italic else "") + ("bold " if text.bold else "")
        colour = getattr(self.palette, text.colour, text.colour)
        coloured = f"color:{colour};" if colour != self.palette.ink else ""  # which the page itself has
        height = max(round(size * text.leading / text.size), size + 2)
        return f"font:{weight}{size}px/{height}px {self.family(text.family)};{coloured}"

    def family(self, key: str) -> str:
        """Families that the reader's machine may have, none of which is fetched."""
        family = self._style.families[key]
        own = f"'{family.name}'," if _PLAIN_NAME.fullmatch(family.name) else ""
        return own + _LIKE.get(family.fallback, _LIKE["sans-serif"])
