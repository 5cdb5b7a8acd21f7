"""How boxes are told from the text around them: the same in every format."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from briefgen.model.document import CalloutKind
from briefgen.records import dataclass

if TYPE_CHECKING:
    from briefgen.model.looks.style import Palette


@dataclass(frozen=True, slots=True)
class CalloutLook:
    """Colours of a box as `#rrggbb`."""

    ground: str
    """Empty for the page's own."""
    bar: str
    """Of the bar at its left; empty for none."""


def callout_look(kind: CalloutKind, palette: Palette) -> CalloutLook:
    """A box stands on a ground; one that warns behind a bar, without one.

    A house with a colour of its own for headings shows it at the left of the others too.
    """
    match kind:
        case CalloutKind.SUMMARY | CalloutKind.NOTE:
            return CalloutLook(palette.tint, palette.accent if palette.accent != palette.ink else "")
        case CalloutKind.CAUTION:
            return CalloutLook("", palette.caution)
        case _:
            assert_never(kind)
