"""Content controls of a house file that a brief fills, by their tags."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

from briefgen.model.traversal import heading_of, plain_text
from briefgen.render.docx.package.wordprocessingml import DECLARED, NAMESPACES, run
from briefgen.render.running_marks import running_mark

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefgen.model.document import FrontMatter

BODY, HANDLING = "briefgen:body", "briefgen:handling"
_W = f"{{{NAMESPACES['w']}}}"


def texts_of(front: FrontMatter) -> dict[str, str]:
    """Tag → what stands in its control."""
    return {
        "briefgen:title": plain_text(heading_of(front)),
        "briefgen:subtitle": plain_text(front.standfirst) or front.subtitle,
        "briefgen:audience": front.audience,
        HANDLING: running_mark(front),
        "briefgen:date": front.date_line,
        "briefgen:author": front.author,
    }


def filled_tags(control: Any) -> set[str]:  # noqa: ANN401 - an lxml element
    """The tag of a control, as a set of one or none."""
    tag = control.find(f"{_W}sdtPr/{_W}tag")
    return set() if tag is None else {tag.get(f"{_W}val")}


def tags_in(roots: Iterable[Any]) -> set[str]:
    """The tags of all controls."""
    return {tag for root in roots for control in root.iter(f"{_W}sdt") for tag in filled_tags(control)}


def fill(roots: Iterable[Any], front: FrontMatter) -> set[str]:
    """Fill every control whose tag is one of ours; the tags that were filled."""
    texts = texts_of(front)
    done: set[str] = set()
    for root in roots:
        for control in list(root.iter(f"{_W}sdt")):
            for tag in filled_tags(control) & set(texts):
                _write(control, texts[tag])
                done.add(tag)
    return done


def _write(control: Any, text: str) -> None:  # noqa: ANN401 - an lxml element
    """One run in place of the control's content, in the look of its first run."""
    from docx.oxml import parse_xml

    content = control.find(f"{_W}sdtContent")
    if content is None:
        return
    for placeholder in control.findall(f"{_W}sdtPr/{_W}showingPlcHdr"):
        placeholder.getparent().remove(placeholder)
    first = next(content.iter(f"{_W}r"), None)
    look = first.find(f"{_W}rPr") if first is not None else None
    made = parse_xml(run(text).replace("<w:r>", f"<w:r {DECLARED}>", 1))
    if look is not None:
        made.insert(0, copy.deepcopy(look))
        for style in made.iter(f"{_W}rStyle"):
            if "placeholder" in style.get(f"{_W}val", "").lower():
                style.getparent().remove(style)
                break
    paragraph = next(content.iter(f"{_W}p"), None)
    holder = content if paragraph is None else paragraph
    for child in [child for child in holder if child.tag != f"{_W}pPr"]:
        holder.remove(child)
    for extra in [child for child in content if child.tag == f"{_W}p" and child is not paragraph]:
        content.remove(extra)
    holder.append(made)
