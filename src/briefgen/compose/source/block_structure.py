"""Which tags of a template do not fit together: what is never closed, and what closes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.compose.source.template_tags import Slip
from briefgen.diagnostics import close_to
from briefgen.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefgen.compose.source.template_tags import Tags, TemplateTag

OPENING = frozenset({"for", "if", "macro", "call", "filter", "block", "with", "set", "autoescape", "raw"})
BETWEEN = frozenset({"else", "elif"})
ENDING = frozenset(f"end{name}" for name in OPENING)
EACH = "each"
"""The tag that repeats its line."""
ALONE = frozenset({"include", "import", "from", "extends", "print", EACH})
KNOWN = OPENING | BETWEEN | ENDING | ALONE

_LIKENESS = 0.75


@dataclass(slots=True)
class _Open:
    name: str
    at: int
    has_else: bool = False


def structure_slips(tags: Tags) -> Iterator[Slip]:
    """Each tag that does not fit those before it, and each block that is left open."""
    waiting: list[_Open] = []
    named: set[str] = set()
    for tag in tags.tags:
        name = meant(tag.name)
        if name == "block" and len(tag.words) > 1:
            if tag.words[1].text in named:
                message = f"there are two blocks '{tag.words[1].text}'"
                yield Slip(tag.words[1].start, message, "give one of them another name")
            named.add(tag.words[1].text)
        if name in OPENING and not is_whole(tag):
            waiting.append(_Open(name, tag.start))
        elif name in BETWEEN:
            yield from _between(tag, name, waiting)
        elif name in ENDING:
            yield from _closed(tags, tag, name, waiting)
    for left in waiting:
        hint = f"write {{% end{left.name} %}} where it is to end"
        yield Slip(left.at, f"'{{% {left.name} %}}' is never closed", hint)


def deepest(tags: Tags, most: int) -> int:
    """The place of the first block that stands in more than so many others; else of the longest tag."""
    depth = 0
    for tag in tags.tags:
        if tag.name in OPENING and not is_whole(tag):
            depth += 1
            if depth > most:
                return tag.start
        elif tag.name in ENDING:
            depth -= 1
    return max(tags.tags, key=lambda tag: len(tag.words)).start if tags.tags else 0


def is_whole(tag: TemplateTag) -> bool:
    """Whether a tag needs no other that ends it: `{% set x = 1 %}`."""
    return meant(tag.name) == "set" and len(tag.words) > 2  # noqa: PLR2004 - the tag's name and the value's


def meant(name: str) -> str:
    """The tag that a misspelled one was to be, where that is plain; of a block, so that its end closes something."""
    if name in KNOWN or not name:
        return name
    if name in {"elseif", "elsif", "elsf"}:
        return "elif"
    turned = next((known for known in sorted(KNOWN) if sorted(known) == sorted(name)), None)  # two letters changed over
    return turned or close_to(name, sorted(KNOWN), _LIKENESS) or name


def _between(tag: TemplateTag, name: str, waiting: list[_Open]) -> Iterator[Slip]:
    top = waiting[-1] if waiting else None
    if top is None or top.name not in ({"if"} if name == "elif" else {"if", "for"}):
        yield Slip(tag.start, f"'{{% {name} %}}' belongs to no {{% if %}}", "take it out, or open its {% if %} above")
    elif top.has_else:
        yield Slip(tag.start, f"'{{% {name} %}}' stands behind an {{% else %}}", "put {% else %} last, and once")
    elif name == "else":
        top.has_else = True


def _closed(tags: Tags, tag: TemplateTag, name: str, waiting: list[_Open]) -> Iterator[Slip]:
    if not waiting:
        yield Slip(tag.start, f"'{{% {name} %}}' closes nothing", "take it out, or open its block above")
        return
    wanted = name.removeprefix("end")
    if all(opened.name != wanted for opened in waiting):  # the wrong end of the block that is open
        opened = waiting.pop()
        yield _still_open(tags, tag, opened, name, f"write {{% end{opened.name} %}} instead")
        return
    while waiting:
        opened = waiting.pop()
        if opened.name == wanted:
            return
        yield _still_open(tags, tag, opened, name, f"write {{% end{opened.name} %}} before this line")


def _still_open(tags: Tags, tag: TemplateTag, opened: _Open, name: str, hint: str) -> Slip:
    line, _ = tags.line_and_column(opened.at)
    return Slip(tag.start, f"'{{% {opened.name} %}}' of line {line} is still open at '{{% {name} %}}'", hint)


def names_of_tags() -> Iterable[str]:
    """Every word that a tag can begin with."""
    return sorted(KNOWN)
