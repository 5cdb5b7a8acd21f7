"""The running head and foot: decoration that every page carries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.records import dataclass, replace
from briefgen.render.pdf.layout.layout_context import MM
from briefgen.render.pdf.text.line_breaking import Line
from briefgen.render.running_marks import running_mark

if TYPE_CHECKING:
    from briefgen.model.document import FrontMatter
    from briefgen.render.pdf.layout.layout_context import Workshop
    from briefgen.render.pdf.text.inline_layout import Setting
    from briefgen.render.pdf.text.manners import Manner

HEAD = "<</Type/Pagination/Subtype/Header/Attached[/Top]>>"
FOOT = "<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>"
_HEAD_SHARE, _FOOT_SHARE = 0.42, 0.55
"""How far down its margin a baseline stands."""
_GAP = 12.0


@dataclass(frozen=True, slots=True)
class HeadersFooters:
    """One line of a head or foot, ready to paint."""

    line: Line
    x: float
    baseline: float
    """Down from the top of the page."""
    artifact: str


class RunningLines:
    """Makes the heads and feet of one brief."""

    def __init__(self, workshop: Workshop, front: FrontMatter) -> None:
        self._workshop = workshop
        self._front = front
        self._look = workshop.manner("running", tabular=True)
        page = workshop.style.page
        self._left, self._right = page.left_mm * MM, (page.width_mm - page.right_mm) * MM
        self._foot_y = (page.height_mm - page.bottom_mm * (1 - _FOOT_SHARE)) * MM
        bold = replace(self._look, bold=True, spacing=self._look.size * 0.08)
        mark = running_mark(front)
        self._first, self._others = (
            self._pair([(mark, bold)], front.audience, self._head_y(on_first=on_first), HEAD)
            for on_first in (True, False)
        )
        self._foot = [(mark, bold), (front.date_line, self._look)]

    def on(self, page: int, pages: int) -> list[HeadersFooters]:
        """The head and foot of a page, counted from 1."""
        label = self._front.page_label.replace("{page}", str(page)).replace("{pages}", str(pages))
        return [*(self._first if page == 1 else self._others), *self._pair(self._foot, label, self._foot_y, FOOT)]

    def _head_y(self, *, on_first: bool) -> float:
        """Where the head's line stands: under the pictures of the head, if there are any."""
        style = self._workshop.style
        below = style.logos_end(on_first=on_first)
        return max(style.page.top_mm * _HEAD_SHARE * MM, below + self._look.leading if below else 0.0)

    def _pair(self, left: list[tuple[str, Manner]], right: str, y: float, artifact: str) -> list[HeadersFooters]:
        """Texts at the left and one at the right of a line; the left ones give way where they would meet."""
        right_setting = self._fitted(right, self._look, self._right - self._left)
        end, x = self._right - right_setting.full_width, self._left
        found = [(right_setting, end)]
        for text, look in left:
            setting = self._fitted(text, look, end - _GAP - x)
            found.append((setting, x))
            x += setting.full_width + _GAP if setting.words else 0.0
        return [HeadersFooters(_whole(setting), x, y, artifact) for setting, x in found if setting.words]

    def _fitted(self, text: str, look: Manner, width: float) -> Setting:
        """A text, cut at a word where it is wider than the room."""
        setting = self._workshop.typesetter.decoration(text, look)
        words = text.split()
        while setting.full_width > width and words:
            words.pop()
            setting = self._workshop.typesetter.decoration(" ".join(words) + "…" if words else "", look)
        return setting


def _whole(setting: Setting) -> Line:
    return Line(setting, 0, len(setting.words), setting.full_width)
