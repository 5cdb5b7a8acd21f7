"""Our styles and lists beside those of a house file: by name where the file has them, else put in.

Word saves only those of its built-in styles that somebody has used: a file without a list has no style for lists.
"""

from __future__ import annotations

import copy
from typing import Any

from briefgen.records import dataclass
from briefgen.render.docx.package.word_styles import IN_MARGIN, STYLE_IN_MARGIN
from briefgen.render.docx.package.wordprocessingml import NAMESPACES

_W = f"{{{NAMESPACES['w']}}}"
_RENAMED = {"figure": "Exhibit", "reference": "Reference Entry"}
_TO_STYLES = ("basedOn", "next", "link")


@dataclass(frozen=True, slots=True)
class ListNumbering:
    """Where our numberings stand in the file."""

    shift: int
    ours: frozenset[int]

    def of(self, number: int) -> int:
        """The file's number of one of ours."""
        return number + self.shift if number in self.ours else number


def merge_styles(theirs: Any, ours: Any, numbers: ListNumbering) -> dict[str, str]:  # noqa: ANN401 - lxml elements
    """Put in what is missing; our style id → the file's.

    Body text falls back to the file's default paragraph, tables to its first own table style: an editor who changes
    those changes the brief.
    """
    known: dict[tuple[str, str], str] = {}
    _rename(theirs)
    for style in theirs.iter(f"{_W}style"):
        known.setdefault((style.get(f"{_W}type"), _name(style)), style.get(f"{_W}styleId"))
    defaults = {s.get(f"{_W}type"): s.get(f"{_W}styleId") for s in theirs.iter(f"{_W}style") if _is_default(s)}
    ids: dict[str, str] = {}
    missing: list[Any] = []
    for style in ours.iter(f"{_W}style"):
        kind, key = style.get(f"{_W}type"), style.get(f"{_W}styleId")
        found = known.get((kind, _name(style))) or _stand_in(theirs, style, defaults)
        if found is None:
            missing.append(style)
            found = _free(key, set(known.values()))
        ids[key] = known[kind, _name(style)] = found
    for style in missing:
        theirs.append(_adopted(style, ids, numbers))
    _match_borders(theirs, ids, {style.get(f"{_W}styleId") for style in missing})
    _keep_captions(theirs, ids)
    _set_language(theirs, ours)
    return ids


def _rename(styles: Any) -> None:  # noqa: ANN401 - lxml elements
    """Styles of a file by their new names: LibreOffice takes such a name of a style for a tag of a PDF."""
    names = {_name(style): style.find(f"{_W}name") for style in styles.iter(f"{_W}style")}
    for old, new in _RENAMED.items():
        if old in names and new.lower() not in names:
            names[old].set(f"{_W}val", new)


def _match_borders(styles: Any, ids: dict[str, str], missing: set[str]) -> None:  # noqa: ANN401 - lxml elements
    """Our other styles of the margin take the borders of the file's own: LibreOffice parts frames of unlike ones."""
    by_id = {style.get(f"{_W}styleId"): style for style in styles.iter(f"{_W}style")}
    own = by_id[ids[STYLE_IN_MARGIN]]
    for key in (IN_MARGIN & missing) if STYLE_IN_MARGIN not in missing else ():
        properties, borders = by_id[ids[key]].find(f"{_W}pPr"), own.find(f"{_W}pPr/{_W}pBdr")
        ours = properties.find(f"{_W}pBdr")
        if borders is not None:
            ours.addprevious(copy.deepcopy(borders))
        properties.remove(ours)


def _keep_captions(styles: Any, ids: dict[str, str]) -> None:  # noqa: ANN401 - lxml elements
    """A caption stays on the page of what it stands over, in the brief's copy of a file that does not say so."""
    caption = next(style for style in styles.iter(f"{_W}style") if style.get(f"{_W}styleId") == ids["Caption"])
    properties = caption.find(f"{_W}pPr")
    if properties is None:
        properties = caption.makeelement(f"{_W}pPr")
        look = caption.find(f"{_W}rPr")
        caption.append(properties) if look is None else look.addprevious(properties)
    if properties.find(f"{_W}keepNext") is None:
        properties.insert(0, properties.makeelement(f"{_W}keepNext"))


def _stand_in(theirs: Any, style: Any, defaults: dict[str, str]) -> str | None:  # noqa: ANN401 - lxml elements
    if _is_default(style) or style.get(f"{_W}styleId") == "BodyText":
        return defaults.get(style.get(f"{_W}type"))
    if style.get(f"{_W}styleId") == "BriefTable":
        tables = (s for s in theirs.iter(f"{_W}style") if s.get(f"{_W}type") == "table")
        own = (s.get(f"{_W}styleId") for s in tables if s.get(f"{_W}customStyle") in {"1", "true"})
        return next(own, None)
    return None


def _name(style: Any) -> str:  # noqa: ANN401 - an lxml element
    return str(style.find(f"{_W}name").get(f"{_W}val")).lower()


def _is_default(style: Any) -> bool:  # noqa: ANN401 - an lxml element
    return style.get(f"{_W}default") in {"1", "true"}


def _free(key: str, taken: set[str]) -> str:
    while key in taken:
        key += "Brief"
    return key


def _adopted(style: Any, ids: dict[str, str], numbers: ListNumbering) -> Any:  # noqa: ANN401 - lxml elements
    """A style of ours, leaning on the file's."""
    made = copy.deepcopy(style)
    made.set(f"{_W}styleId", ids[style.get(f"{_W}styleId")])
    for tag in _TO_STYLES:
        for element in made.iter(f"{_W}{tag}"):
            element.set(f"{_W}val", ids.get(element.get(f"{_W}val"), element.get(f"{_W}val")))
    for element in made.iter(f"{_W}numId"):
        element.set(f"{_W}val", str(numbers.of(int(element.get(f"{_W}val")))))
    return made


def _set_language(theirs: Any, ours: Any) -> None:  # noqa: ANN401 - lxml elements
    """The brief's language for all text that names none."""
    wanted = ours.find(f"{_W}docDefaults//{_W}lang")
    defaults = theirs.find(f"{_W}docDefaults")
    if defaults is None:
        theirs.insert(0, copy.deepcopy(ours.find(f"{_W}docDefaults")))
        return
    found = defaults.find(f"{_W}rPrDefault/{_W}rPr/{_W}lang")
    if found is not None:
        found.set(f"{_W}val", wanted.get(f"{_W}val"))
        return
    holder = defaults.find(f"{_W}rPrDefault/{_W}rPr")
    if holder is None:
        for old in defaults.findall(f"{_W}rPrDefault"):
            defaults.remove(old)
        made = copy.deepcopy(ours.find(f"{_W}docDefaults/{_W}rPrDefault"))
        for child in list(made[0]):
            if child.tag != f"{_W}lang":
                made[0].remove(child)
        defaults.insert(0, made)
    else:
        holder.append(copy.deepcopy(wanted))


def merge_numbering(theirs: Any, ours: Any) -> ListNumbering:  # noqa: ANN401 - lxml elements
    """Our lists behind the file's own; styles of the file are not bound to them."""
    kinds, lists = (list(theirs.iter(f"{_W}{tag}")) for tag in ("abstractNum", "num"))
    kind_shift = max((int(kind.get(f"{_W}abstractNumId")) for kind in kinds), default=-1) + 1
    shift = max((int(number.get(f"{_W}numId")) for number in lists), default=0)
    # The schema wants all kinds of lists before all lists, and the clean-up mark last.
    behind = lists[0] if lists else next(iter(theirs.findall(f"{_W}numIdMacAtCleanup")), None)
    for kind in list(ours.iter(f"{_W}abstractNum")):
        kind.set(f"{_W}abstractNumId", str(int(kind.get(f"{_W}abstractNumId")) + kind_shift))
        for link in list(kind.iter(f"{_W}pStyle")):
            link.getparent().remove(link)
        theirs.append(kind) if behind is None else behind.addprevious(kind)
    clean_up = theirs.find(f"{_W}numIdMacAtCleanup")
    made = list(ours.iter(f"{_W}num"))
    numbers = ListNumbering(shift, frozenset(int(number.get(f"{_W}numId")) for number in made))
    for number in made:
        number.set(f"{_W}numId", str(numbers.of(int(number.get(f"{_W}numId")))))
        kind = number.find(f"{_W}abstractNumId")
        kind.set(f"{_W}val", str(int(kind.get(f"{_W}val")) + kind_shift))
        theirs.append(number) if clean_up is None else clean_up.addprevious(number)
    return numbers
