"""The sections of a house file: which of their pages have a running head and foot, and how wide their text is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefgen.render.docx.package.wordprocessingml import NAMESPACES

if TYPE_CHECKING:
    from collections.abc import Iterator

_W = f"{{{NAMESPACES['w']}}}"
_ID = f"{{{NAMESPACES['r']}}}id"
_OFF = {"0", "false", "off"}


def blank_stories(document: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - python-docx has no types
    """`header` or `footer`, and the kind of pages that the file's first section leaves without one.

    A later section takes over what it does not name itself (ISO/IEC 29500-1, 17.10.5), so the first one decides.
    """
    body = document.element.body
    first = next(body.iter(f"{_W}sectPr"))
    kinds = ["default"]
    kinds += ["first"] if any(_is_on(section.find(f"{_W}titlePg")) for section in body.iter(f"{_W}sectPr")) else []
    kinds += ["even"] if _is_on(document.settings.element.find(f"{_W}evenAndOddHeaders")) else []
    for story in ("header", "footer"):
        there = {reference.get(f"{_W}type", "default") for reference in first.iter(f"{_W}{story}Reference")}
        yield from ((story, kind) for kind in kinds if kind not in there)


def _is_on(toggle: Any) -> bool:  # noqa: ANN401 - an lxml element
    return toggle is not None and toggle.get(f"{_W}val") not in _OFF


def story_widths(document: Any, default: int) -> dict[str, int]:  # noqa: ANN401 - python-docx has no types
    """Relation of a running head or foot → the width of its section's text, in twentieths of a point.

    `default` is the width where a section does not say it in numbers.
    """
    widths: dict[str, int] = {}
    for section in document.element.body.iter(f"{_W}sectPr"):
        for reference in section.iter(f"{_W}headerReference", f"{_W}footerReference"):
            widths.setdefault(reference.get(_ID), _text_width(section, default))
    return widths


def _text_width(section: Any, default: int) -> int:  # noqa: ANN401 - an lxml element
    size, margins = section.find(f"{_W}pgSz"), section.find(f"{_W}pgMar")
    if size is None or margins is None:
        return default
    try:
        around = sum(int(margins.get(f"{_W}{side}", "0")) for side in ("left", "right", "gutter"))
        width = int(size.get(f"{_W}w", "0")) - around
    except ValueError:
        return default
    return width if width > 0 else default
