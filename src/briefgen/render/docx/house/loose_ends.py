"""What hangs loose in a house file once a brief stands in it: it led to replaced words, or never led anywhere.

Word passes over most of it, and mends the rest when it saves. A brief is read by other programs too, so nothing of it
goes out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefgen.render.docx.package.wordprocessingml import NAMESPACES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_W = f"{{{NAMESPACES['w']}}}"
_R = f"{{{NAMESPACES['r']}}}"
_DOC_PR = f"{{{NAMESPACES['wp']}}}docPr"
_SHOWN = ("image", "chart", "chartEx", "hyperlink", "header", "footer", "diagramData", "diagramLayout",
          "diagramQuickStyle", "diagramColors", "diagramDrawing", "package", "ink", "video", "media")  # fmt: skip
"""Kinds of relations that a document has only for what it shows: without it, the part would travel unseen."""
_STYLE_OF = tuple(f"{_W}{tag}" for tag in ("pStyle", "rStyle", "tblStyle"))
_FIELD = tuple(f"{_W}{tag}" for tag in ("fldChar", "instrText", "delInstrText"))
_LONGEST_NAME = 40
"""Letters of a bookmark's name that Word takes."""


def drop_unshown(part: Any) -> None:  # noqa: ANN401 - python-docx has no types
    """Take out what only the replaced words showed: pictures, charts, links, heads and feet."""
    used = {value for element in part.element.iter() for value in element.attrib.values()}
    for key in [key for key, relation in part.rels.items() if relation.reltype.rsplit("/", 1)[-1] in _SHOWN]:
        if key not in used:
            del part.rels[key]


def drop_undefined_styles(roots: Iterable[Any], styles: Any) -> None:  # noqa: ANN401 - lxml elements
    """Take out names of styles that the file does not define: Word sets such text in the default style."""
    known = {style.get(f"{_W}styleId") for style in styles.iter(f"{_W}style")}
    for root in roots:
        _remove(element for element in root.iter(*_STYLE_OF) if element.get(f"{_W}val") not in known)


def tie(body: Any) -> None:  # noqa: ANN401 - an lxml element
    """Take out of a body what pairs with nothing, leads to nothing, or is there twice."""
    _tie_bookmarks(body)
    _tie_links(body)
    _tie_fields(body, lambda code: _leads_nowhere(code, _bookmark_names(body)))
    _part_picture_ids(body)


def _tie_bookmarks(body: Any) -> None:  # noqa: ANN401 - an lxml element
    starts, ends = (list(body.iter(f"{_W}bookmark{side}")) for side in ("Start", "End"))
    closed = {end.get(f"{_W}id") for end in ends}
    kept: set[str] = set()
    names: set[str] = set()
    for start in starts:
        key, name = start.get(f"{_W}id"), start.get(f"{_W}name") or ""
        if key not in closed or key in kept or name in names or not 0 < len(name) <= _LONGEST_NAME:
            start.getparent().remove(start)
        else:
            kept.add(key)
            names.add(name)
    for end in ends:
        key = end.get(f"{_W}id")
        if key not in kept:
            end.getparent().remove(end)
        kept.discard(key)


def _bookmark_names(body: Any) -> set[str]:  # noqa: ANN401 - an lxml element
    return {start.get(f"{_W}name") for start in body.iter(f"{_W}bookmarkStart")}


def _tie_links(body: Any) -> None:  # noqa: ANN401 - an lxml element
    """Links to bookmarks that are gone; their words stay."""
    names = _bookmark_names(body)
    for link in list(body.iter(f"{_W}hyperlink")):
        anchor = link.get(f"{_W}anchor")
        if anchor is not None and anchor not in names:
            del link.attrib[f"{_W}anchor"]
            if link.get(f"{_R}id") is None:
                for child in list(link):
                    link.addprevious(child)
                link.getparent().remove(link)


def _leads_nowhere(code: str, names: set[str]) -> bool:
    words = code.split()
    return len(words) > 1 and words[0].upper() in {"REF", "PAGEREF", "NOTEREF"} and words[1] not in names


def _tie_fields(body: Any, is_lost: Callable[[str], bool]) -> None:  # noqa: ANN401 - an lxml element
    """Fields that do not begin and end in pairs, and those whose target is gone; what they show stays."""
    for simple in [s for s in body.iter(f"{_W}fldSimple") if is_lost(s.get(f"{_W}instr") or "")]:
        for child in list(simple):
            simple.addprevious(child)
        simple.getparent().remove(simple)
    open_fields: list[list[Any]] = []
    lost: list[Any] = []
    for element in list(body.iter(*_FIELD)):
        kind = element.get(f"{_W}fldCharType")
        if kind == "begin":
            open_fields.append([])
        if not open_fields:
            lost.append(element)
            continue
        open_fields[-1].append(element)
        if kind == "end":
            field = open_fields.pop()
            code = "".join(part.text or "" for part in field if part.tag != f"{_W}fldChar")
            lost += field if is_lost(code) else []
    _remove([*lost, *(element for field in open_fields for element in field)])


def _part_picture_ids(body: Any) -> None:  # noqa: ANN401 - an lxml element
    seen: set[str] = set()
    pictures = list(body.iter(_DOC_PR))
    free = _numbers(pictures)
    for picture in pictures:
        if picture.get("id") in seen:
            picture.set("id", next(free))
        seen.add(picture.get("id"))


def _numbers(pictures: list[Any]) -> Iterator[str]:
    taken = {picture.get("id") for picture in pictures}
    return (str(number) for number in range(1, len(taken) + len(pictures) + 1) if str(number) not in taken)


def _remove(elements: Iterable[Any]) -> None:
    for element in list(elements):
        element.getparent().remove(element)
