"""Where the words of a drawing stand, and the laws that every chart and timeline keeps, whatever it shows."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from briefgen.render.charts import Label
from briefgen.render.typefaces import face

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefgen.model.looks.style import Style
    from briefgen.render.charts import Drawing

LEAST_LETTER = 7.0
_ASCENT, _DESCENT = 0.70, 0.18
"""Of a letter's size: what figures and capitals reach above their line, and hanging letters below it."""
_TOUCH = 0.3
"""Points by which two boxes may reach into one another: less than a hair's breadth of paper."""


class Frame(NamedTuple):
    """The box of a label."""

    left: float
    top: float
    right: float
    bottom: float
    text: str

    def overlaps(self, other: Frame) -> bool:
        """Whether both cover some place."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > _TOUCH and down > _TOUCH


def frames(drawing: Drawing, style: Style) -> list[Frame]:
    """The box of each label, by the font's own widths."""
    source = style.families[style.text["figure"].family].source
    return [_frame(op, source) for op in drawing.ops if isinstance(op, Label) and op.text.strip()]


def _frame(label: Label, source: str) -> Frame:
    width = face(source, bold=label.bold).width(label.text, label.size, tabular=True)
    left = {"start": label.x, "middle": label.x - width / 2, "end": label.x - width}[label.anchor]
    return Frame(left, label.y - label.size * _ASCENT, left + width, label.y + label.size * _DESCENT, label.text)


def overlapping(found: Iterable[Frame]) -> list[tuple[str, str]]:
    """Pairs of labels that lie on each other."""
    return [(one.text, other.text) for one, other in combinations(found, 2) if one.overlaps(other)]


def outside(found: Iterable[Frame], width: float, height: float) -> list[str]:
    """Labels that reach out of the drawing."""
    return [
        frame.text
        for frame in found
        if frame.left < -_TOUCH or frame.top < -_TOUCH or frame.right > width + _TOUCH or frame.bottom > height + _TOUCH
    ]


def faults(drawing: Drawing, style: Style) -> list[str]:
    """What of a drawing breaks a law of geometry, in words; nothing where all hold."""
    found = frames(drawing, style)
    told = [f"'{one}' lies on '{other}'" for one, other in overlapping(found)]
    told += [f"'{text}' reaches out of the drawing" for text in outside(found, drawing.width, drawing.height)]
    labels = [op for op in drawing.ops if isinstance(op, Label)]
    return told + [f"'{op.text}' is {op.size} points small" for op in labels if op.size < LEAST_LETTER]
