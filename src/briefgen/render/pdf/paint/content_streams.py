"""Placed slices as content streams: marked content for what has a meaning, artifacts for the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.records import dataclass
from briefgen.render.pdf.layout.boxes import Leader, ListedDrawing, PageNumber, Picture, PixelBox, Rule, TextLine
from briefgen.render.pdf.objects.syntax import colour, number
from briefgen.render.pdf.objects.tag_tree import bounds
from briefgen.render.pdf.paint.vector_drawings import painted, told_together
from briefgen.render.pdf.paint.watermark import WATERMARK
from briefgen.render.pdf.text.inline_layout import FORCED, Setting
from briefgen.render.pdf.text.line_breaking import Line
from briefgen.render.pdf.text.lines_as_seen import line_as_seen

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.render.pdf.layout.boxes import Frame, Item
    from briefgen.render.pdf.objects.tag_tree import Slot
    from briefgen.render.pdf.paint.font_embedding import Fonts, FontUse
    from briefgen.render.pdf.paint.picture_objects import Pictures
    from briefgen.render.pdf.text.manners import Run, Target
    from briefgen.render.pdf.text.shaped_words import Font

PAGINATION = "<</Type/Pagination>>"
_LAYOUT = "<</Type/Layout>>"
_UNDERLINE, _UNDERLINE_THICKNESS = 0.17, 0.045
"""How far below the letters the line under a link ends, and how thick it is, of their size."""


@dataclass(frozen=True, slots=True)
class Area:
    """A clickable area."""

    target: Target
    box: tuple[float, float, float, float]
    """Left, bottom, right, top."""


class PagePainter:
    """The content of one page. Text without a mark is a fault of ours and raises."""

    def __init__(
        self,
        index: int,
        height: float,
        fonts: Fonts,
        pictures: Pictures,
        page_of: Callable[[str], int],
        behind: str = "",
    ) -> None:
        self.slots: list[Slot] = []
        """The slot of each marked-content number."""
        self.areas: list[Area] = []
        self.pictures: dict[str, str] = {}
        """What the page names pictures by."""
        self._index = index
        self._height = height
        self._fonts = fonts
        self._pictures = pictures
        self._page_of = page_of
        self._behind = behind
        self._shapes: list[str] = []
        self._figures: list[str] = []
        self._text: list[str] = []
        self._mark: Slot | str | None = None
        self._font: Font | None = None
        self._colour = ""
        self._size = self._rise = self._spacing = 0.0

    def item(self, item: Item, top: float, repeated: str = "") -> None:
        """Paint one thing of a slice whose top is so far from the top of the page.

        `repeated` names the artifact that it is where it stood on an earlier page.
        """
        match item:
            case TextLine():
                self.line(item.line, item.x, top + item.y, repeated)
            case Rule():
                self.rule(item, top)
            case Picture():
                self._picture(item, top)
            case ListedDrawing():
                self._listed(item, top)
            case PixelBox():
                self._pixels(item, top)
            case Leader():
                self._leader(item, top)
            case PageNumber():
                self._page_number(item, top)

    def rule(self, rule: Rule, top: float) -> None:
        """A horizontal line, hanging from its place."""
        y = self._height - top - rule.y - rule.thickness
        self._fill(rule.x, y, rule.length, rule.thickness, rule.colour)

    def box(self, frame: Frame, top: float, bottom: float) -> None:
        """The part of a box on this page."""
        y, height = self._height - bottom, bottom - top
        if frame.tint:
            self._fill(frame.x, y, frame.width, height, frame.tint)
        if frame.bar:
            self._fill(frame.x, y, frame.bar_width, height, frame.bar)

    def _fill(self, x: float, y: float, width: float, height: float, value: str) -> None:
        self._shapes.append(f"{colour(value)} rg {number(x)} {number(y)} {number(width)} {number(height)} re f")

    def _leader(self, leader: Leader, top: float) -> None:
        y = self._height - top - leader.y
        if leader.length > 0:
            ends = f"{number(leader.x)} {number(y)} m {number(leader.x + leader.length)} {number(y)} l S"
            self._shapes.append(f"q {colour(leader.colour)} RG .6 w 1 J [0 3]0 d {ends} Q")

    def _page_number(self, item: PageNumber, top: float) -> None:
        """The number, and the whole entry as one area that leads there."""
        setting = Setting()
        setting.add(str(self._page_of(item.target.place)), item.run)
        width = setting.full_width
        self.line(Line(setting, 0, len(setting.words), width), item.right - width, top + item.y)
        left, upper, right, lower = item.area
        self.areas.append(Area(item.target, (left, self._height - top - lower, right, self._height - top - upper)))

    def _picture(self, picture: Picture, top: float) -> None:
        drawing, scale = picture.drawing, picture.scale
        upper = self._height - top - picture.y
        lower = upper - drawing.height * scale
        box = bounds(picture.x, lower, picture.x + drawing.width * scale, upper)
        picture.slot.tag.attributes = box
        self._figures += [
            f"/Figure<</MCID {self._number(picture.slot)}>>BDC q",
            f"{scale:.4f} 0 0 {scale:.4f} {number(picture.x)} {number(upper)} cm",
            painted(drawing.ops, self._fonts, picture.source),
            "Q EMC",
        ]

    def _listed(self, listed: ListedDrawing, top: float) -> None:
        upper = self._height - top - listed.y
        scale = listed.scale
        self._figures.append(f"q {scale:.4f} 0 0 {scale:.4f} {number(listed.x)} {number(upper)} cm")
        for told, ops in told_together(listed.drawing):
            if told is None:
                mark = f"/Artifact{_LAYOUT}BDC"
            else:
                slot = listed.slots[told]
                mark = f"/{slot.tag.kind}<</MCID {self._number(slot)}>>BDC"
            self._figures += [mark, painted(ops, self._fonts, listed.source), "EMC"]
        self._figures.append("Q")

    def _pixels(self, box: PixelBox, top: float) -> None:
        name, picture = self._pictures.named(box.pixels)
        self.pictures[name] = picture
        lower = self._height - top - box.y - box.height
        box.slot.tag.attributes = bounds(box.x, lower, box.x + box.width, lower + box.height)
        self._figures += [
            f"/Figure<</MCID {self._number(box.slot)}>>BDC q",
            f"{number(box.width)} 0 0 {number(box.height)} {number(box.x)} {number(lower)} cm /{name} Do",
            "Q EMC",
        ]

    def _number(self, slot: Slot) -> int:
        self.slots.append(slot)
        slot.marks += ((self._index, len(self.slots) - 1),)
        return len(self.slots) - 1

    def line(self, line: Line, x: float, baseline: float, artifact: str = "") -> None:
        """A line of text with its baseline so far from the top of the page.

        Words of one run are shown by one operator, with the space behind them: at a line's end too, or readers of the
        text would join its last word with the next line's first.
        """
        seen, y = line_as_seen(line), self._height - baseline
        setting = seen.setting
        words, runs, after = setting.words, setting.runs, setting.after
        self._text.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm")
        last = len(words) - 1
        pieces: list[str] = []
        run: Run | None = None
        use: FontUse | None = None
        for index in range(seen.start, seen.end):
            word = words[index]
            if use is None or runs[index] is not run or word.font is not use.font:
                self._show(pieces)
                run, pieces = runs[index], []
                use = self._prepare(run, word.font, artifact)
            pieces.append(use.known.get(word) or use.codes(word))
            if index < last and ((space := after[index]) > 0 or space == FORCED):
                pieces.append(use.space)
        self._show(pieces)
        if setting.has_links and not artifact:
            self._link(seen, x, y)

    def _show(self, pieces: list[str]) -> None:
        codes = "".join(pieces)
        if not codes:
            return
        if self._mark is None:
            raise AssertionError("text outside marked content")
        self._text.append(f"[{codes.replace('><', '')}]TJ")

    def _prepare(self, run: Run, font: Font, artifact: str) -> FontUse:
        """Marks, font, colour, rise and spacing for what comes next."""
        mark = artifact or run.slot
        if mark is None:
            raise AssertionError("text that has no place in the structure")
        if mark is not self._mark:
            self._begin(mark)
        use = self._fonts.use(font)
        if self._font is not font or self._size != run.size:
            self._font, self._size = font, run.size
            self._text.append(f"/{use.name} {number(run.size)} Tf")
        if self._colour != run.colour:
            self._colour = run.colour
            self._text.append(f"{colour(run.colour)} rg")
        if self._rise != run.rise:
            self._rise = run.rise
            self._text.append(f"{number(run.rise)} Ts")
        if self._spacing != run.spacing:
            self._spacing = run.spacing
            self._text.append(f"{number(run.spacing)} Tc")
        return use

    def _begin(self, mark: Slot | str) -> None:
        if mark == self._mark:  # content that goes on over lines is one piece
            return
        self._end()
        self._mark = mark
        if isinstance(mark, str):
            self._text.append(f"/Artifact{mark}BDC")
        else:
            self._text.append(f"/{mark.tag.kind}<</MCID {self._number(mark)}>>BDC")

    def _end(self) -> None:
        if self._mark is not None:
            self._text.append("EMC")
            self._mark = None

    def _link(self, seen: Line, x: float, y: float) -> None:
        """The areas of the links in a line."""
        setting = seen.setting
        target: Target | None = None
        left = right = x
        size = rise = 0.0
        ink = ""
        for index in range(seen.start, seen.end):
            run = setting.runs[index]
            if run.target is not target:
                self._area(target, left, right, y + rise, size, ink)
                target, left, size, rise, ink = run.target, x, run.size, run.rise, run.colour
            x += setting.widths[index]
            right = x
            x += max(setting.after[index], 0.0)
        self._area(target, left, right, y + rise, size, ink)

    def _area(self, target: Target | None, left: float, right: float, y: float, size: float, ink: str) -> None:
        if target and right > left:
            if target.is_underlined:
                self._fill(left, y - _UNDERLINE * size, right - left, _UNDERLINE_THICKNESS * size, ink)
            self.areas.append(Area(target, (left, y - 0.25 * size, right, y + 0.85 * size)))

    def content(self, logos: str = "") -> str:
        """The content stream: what is behind, logos, shapes, figures, then text.

        Shapes of the whole page are one artifact, and text one object; text comes last, so that no ground covers it.
        The order says nothing to readers: that is the structure's.
        """
        self._end()
        parts = []
        if self._behind:
            parts.append(f"/Artifact{WATERMARK}BDC {self._behind} EMC")
        if logos:
            parts.append(logos)
        if self._shapes:
            parts += [f"/Artifact{_LAYOUT}BDC", *self._shapes, "EMC"]
        parts += self._figures
        if self._text:
            parts += ["BT", *self._text, "ET"]
        return "\n".join(parts) + "\n"
