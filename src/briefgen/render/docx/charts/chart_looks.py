"""Colours and type of native charts, by the theme's names: a chart follows the house file it is put into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.looks.contrast import ink_on
from briefgen.records import dataclass
from briefgen.render.docx.package.theme import ACCENTS
from briefgen.render.docx.package.wordprocessingml import attribute, colour

if TYPE_CHECKING:
    from briefgen.model.looks.style import Style

__all__ = ["ChartLook", "defaults", "fill", "ink_on", "line", "look_of", "run_properties", "text_properties", "words"]

_EMU_PER_POINT = 12_700


@dataclass(frozen=True, slots=True)
class ChartLook:
    """What a chart's texts and lines look like."""

    size: float
    font: str
    """`+mj-lt` or `+mn-lt`: the theme's family for headings or for text."""
    ink: str
    dark: str
    muted: str
    hairline: str
    edge: str
    palette: tuple[str, ...]
    language: str
    number: str = "General"

    def series(self, index: int) -> str:
        """The theme's name for a series colour: the parties' first, then the others round and round."""
        known = min(len(self.palette), ACCENTS)
        return f"accent{(index if index < min(known, 2) else 2 + (index - 2) % max(known - 2, 1)) + 1}"

    def colour(self, index: int) -> str:
        """The same as it is on paper."""
        return self.palette[int(self.series(index).removeprefix("accent")) - 1]


def look_of(style: Style, language: str) -> ChartLook:
    """The look of a style's charts."""
    text, palette = style.text["figure"], style.palette
    font = "+mj-lt" if text.family == "sans" else "+mn-lt"
    muted, hairline, edge = (colour(name) for name in (palette.muted, palette.hairline, palette.edge))
    return ChartLook(text.size, font, "tx1", palette.ink, muted, hairline, edge, palette.series, language)


def fill(name: str) -> str:
    """A solid fill in a theme colour or in a colour of its own."""
    kind = "schemeClr" if name.startswith(("accent", "tx", "bg")) else "srgbClr"
    return f'<a:solidFill><a:{kind} val="{name}"/></a:solidFill>'


def line(name: str, width: float, dash: str = "solid") -> str:
    """A line of a width in points."""
    return (
        f'<a:ln w="{round(width * _EMU_PER_POINT)}" cap="rnd">{fill(name)}<a:prstDash val="{dash}"/><a:round/></a:ln>'
    )


def text_properties(look: ChartLook, name: str, *, bold: bool = False, body: str = "<a:bodyPr/>") -> str:
    """How the words of a part of the chart look; `body` is how their lines lie."""
    end = f'<a:endParaRPr lang="{attribute(look.language)}"/>'
    return f"<c:txPr>{body}<a:lstStyle/><a:p>{defaults(look, name, bold=bold)}{end}</a:p></c:txPr>"


def run_properties(look: ChartLook, name: str, *, bold: bool = False) -> str:
    """How a run of words looks, for texts that inherit nothing."""
    own = f'<a:rPr lang="{attribute(look.language)}" sz="{_size(look)}" b="{int(bold)}">{fill(name)}'
    return f'{own}<a:latin typeface="{look.font}"/></a:rPr>'


def words(text: str, look: ChartLook, name: str, *, body: str = "<a:bodyPr/>") -> str:
    """A text of the chart's own; `body` is how its lines lie."""
    run = f"<a:r>{run_properties(look, name)}<a:t>{attribute(text)}</a:t></a:r>"
    return f"<c:rich>{body}<a:lstStyle/><a:p>{run}</a:p></c:rich>"


def defaults(look: ChartLook, name: str, *, bold: bool = False) -> str:
    """How the runs of a paragraph look."""
    own = f'<a:defRPr sz="{_size(look)}" b="{int(bold)}">{fill(name)}<a:latin typeface="{look.font}"/></a:defRPr>'
    return f"<a:pPr>{own}</a:pPr>"


def _size(look: ChartLook) -> int:
    return round(look.size * 100)
