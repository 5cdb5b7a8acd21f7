"""The blocks of two versions of a text as one: paragraphs and tables that stayed, changed, went and came."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import etree

from briefgen.records import dataclass
from briefgen.render.docx.redline.alignment import BlockStep, aligned
from briefgen.render.docx.redline.likeness import W, alike, vocabulary
from briefgen.render.docx.redline.paragraphs import changed_paragraph, whole_paragraph
from briefgen.render.docx.redline.revisions import DELETED, INSERTED
from briefgen.render.docx.redline.tables import changed_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element as Element

    from briefgen.render.docx.redline.carrying import Carrier

_P, _TBL, _SDT = f"{W}p", f"{W}tbl", f"{W}sdt"
_WHOLE = f"{W}whole"
"""An attribute that no file has: of a content control that only one of two files has, until the text is together."""
_ANCHOR = "_bg_"
"""How the names of bookmarks begin that stand around the words of a block."""


class NotComparableError(ValueError):
    """Two files differ in what tracked changes cannot say."""


@dataclass(frozen=True, slots=True)
class Differ:
    """Makes one text of two."""

    carrier: Carrier

    def merged(self, olds: Sequence[Element], news: Sequence[Element]) -> list[Element]:
        """The blocks of the newer text, with those of the older one as taken out."""
        steps = self._steps(olds, news)
        for step in steps:
            if step.old is not None and step.new is not None:
                self._same_lists(olds[step.old], news[step.new])
        made = [self._block(step, olds, news) for step in steps]
        self._settle_end(steps, olds, news, made)
        return [element for block in made for element in self._with_ranges(block)]

    # ------------------------------------------------------------ what became of what

    def _steps(self, olds: Sequence[Element], news: Sequence[Element]) -> list[BlockStep]:
        old, new = self.carrier.old, self.carrier.new
        words = [[vocabulary(one) for one in side] for side in (olds, news)]

        def likeness(before: int, now: int) -> float:
            kinds = _kind(olds[before]), _kind(news[now])
            if kinds[0] != kinds[1]:
                return 0.0
            is_one = kinds[0][0] == _SDT or _anchors(olds[before]) & _anchors(news[now])
            return 1.0 if is_one else alike(words[0][before], words[1][now])

        keys = [side.key(one) for side, blocks in ((old, olds), (new, news)) for one in blocks]
        found = list(aligned(keys[: len(olds)], keys[len(olds) :], likeness))
        return _ends_met(_tables_met(found, olds, news), olds, news)

    def _same_lists(self, old: Element, new: Element) -> None:
        if old.tag == new.tag == _P:
            self.carrier.same_list(old, new)

    # ------------------------------------------------------------ one block

    def _block(self, step: BlockStep, olds: Sequence[Element], news: Sequence[Element]) -> Element:
        if step.old is None and step.new is not None:
            return self.whole(deepcopy(news[step.new]), INSERTED)
        if step.new is None and step.old is not None:
            return self.whole(self.carrier.carried(deepcopy(olds[step.old])), DELETED)
        assert step.old is not None and step.new is not None  # noqa: S101, PT018 - a step is of at least one side
        if step.is_same:
            return deepcopy(news[step.new])
        return self._changed(olds[step.old], news[step.new])

    def whole(self, block: Element, name: str) -> Element:
        """A block that only one of the two has, as put in or taken out."""
        reviser = self.carrier.reviser
        if block.tag == _P:
            if block.find(f"{W}pPr/{W}sectPr") is not None:
                raise NotComparableError("a division of the house file is not in both")
            whole_paragraph(block, name, reviser)
        elif block.tag == _TBL:
            for row in block.findall(f"{W}tr"):
                self.whole_row(row, name)
        elif block.tag == _SDT:
            for one in _content(block):
                self.whole(one, name)
            block.set(_WHOLE, name)
        else:
            raise NotComparableError(f"{block.tag.removeprefix(W)} is not in both")
        return block

    def _with_ranges(self, block: Element) -> list[Element]:
        """A block; of a content control that only one has, what says so of its beginning and its end."""
        name = block.attrib.pop(_WHOLE, "")
        if not name:
            return [block]
        begins, ends = (f"customXml{name.capitalize()}Range{end}" for end in ("Start", "End"))
        mark, content = self.carrier.reviser.mark, _content(block)
        content.insert(0, etree.Element(f"{W}{ends}", {f"{W}id": "0"}))
        content.append(mark(begins))
        return [mark(begins), block, etree.Element(f"{W}{ends}", {f"{W}id": "0"})]

    def whole_row(self, row: Element, name: str) -> None:
        """Say of a row, and of all that stands in it, that it was put in or taken out."""
        for cell in row.findall(f"{W}tc"):
            for block in cell:
                if block.tag != f"{W}tcPr":
                    self.whole(block, name)
        self.carrier.reviser.mark_row(row, name)

    def _changed(self, old: Element, new: Element) -> Element:
        if new.tag == _P:
            return changed_paragraph(old, new, (self.carrier.old, self.carrier.new), self.carrier)
        if new.tag == _TBL:
            return changed_table(old, new, self)
        made = deepcopy(new)
        _content(made)[:] = self.merged(list(_content(old)), list(_content(new)))
        return made

    # ------------------------------------------------------------ the end

    def _settle_end(
        self, steps: Sequence[BlockStep], olds: Sequence[Element], news: Sequence[Element], made: list[Element]
    ) -> None:
        """The end of the last paragraph cannot be put in or taken out: that of the one before the change can."""
        tail = len(steps)
        while tail and (steps[tail - 1].old is None) != (steps[tail - 1].new is None):
            tail -= 1
        if tail == len(steps):
            return
        last, name = made[-1], DELETED if steps[-1].new is None else INSERTED
        if tail == 0 or made[tail - 1].tag != _P or last.tag != _P:
            raise NotComparableError("the text ends in a table that is not in both")
        stayed = steps[tail - 1]
        assert stayed.old is not None and stayed.new is not None  # noqa: S101, PT018 - it is in both
        reviser = self.carrier.reviser
        _unmark(last, name)
        reviser.mark_paragraph(made[tail - 1], name)
        self._keep_end(last, name, olds[stayed.old], news[stayed.new])

    def _keep_end(self, last: Element, name: str, old: Element, new: Element) -> None:
        """The end that stays says what the paragraph before it is like, in the version that has nothing behind it."""
        own = last.find(f"{W}pPr")
        if name == DELETED:
            now = new.find(f"{W}pPr")
            if own is not None:
                last.remove(own)
            last.insert(0, etree.Element(f"{W}pPr") if now is None else deepcopy(now))
            before = own
        else:
            found = old.find(f"{W}pPr")
            before = None if found is None else self.carrier.carried(deepcopy(found))
        self.carrier.reviser.keep_properties(last.find(f"{W}pPr"), before, last, "pPr")


def _ends_met(steps: list[BlockStep], olds: Sequence[Element], news: Sequence[Element]) -> list[BlockStep]:
    """The last paragraphs of both as one, where each stands behind all that both have."""
    kept = max((at for at, one in enumerate(steps) if one.old is not None and one.new is not None), default=-1)
    tail = steps[kept + 1 :]
    gone, come = BlockStep(len(olds) - 1, None), BlockStep(None, len(news) - 1)
    if gone in tail and come in tail and olds[-1].tag == news[-1].tag == _P:
        rest = [one for one in tail if one not in (gone, come)]
        return [*steps[: kept + 1], *rest, BlockStep(len(olds) - 1, len(news) - 1)]
    return steps


def _tables_met(steps: list[BlockStep], olds: Sequence[Element], news: Sequence[Element]) -> list[BlockStep]:
    """A table that went and one that came at its place are one: two that follow each other would grow together."""
    found: list[BlockStep] = []
    for step in steps:
        last = found[-1] if found else None
        if (
            last is not None
            and last.old is not None
            and last.new is None
            and step.old is None
            and step.new is not None
            and olds[last.old].tag == news[step.new].tag == _TBL
        ):
            found[-1] = BlockStep(last.old, step.new)
        else:
            found.append(step)
    return found


def _content(control: Element) -> Element:
    found = control.find(f"{W}sdtContent")
    return etree.SubElement(control, f"{W}sdtContent") if found is None else found


def _unmark(paragraph: Element, name: str) -> None:
    marks = paragraph.find(f"{W}pPr/{W}rPr")
    if marks is not None:
        for one in marks.findall(f"{W}{name}"):
            marks.remove(one)
        if len(marks) == 0 and (holder := marks.getparent()) is not None:
            holder.remove(marks)


def _kind(block: Element) -> tuple[str, str]:
    """What a block can become by being changed: a paragraph of its style, a table."""
    style = block.find(f"{W}pPr/{W}pStyle")
    return block.tag, "" if style is None else style.get(f"{W}val", "")


def _anchors(block: Element) -> set[str]:
    names = (one.get(f"{W}name", "") for one in block.iter(f"{W}bookmarkStart"))
    return {name for name in names if name.startswith(_ANCHOR)}
