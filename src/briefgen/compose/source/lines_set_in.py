"""Lines that belong to a repeated one and are not set in below it: what that line names is not there for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from jinja2 import nodes

from briefgen.compose.source.block_structure import EACH
from briefgen.compose.source.every_node import every
from briefgen.compose.source.falling_clauses import woven
from briefgen.compose.source.template_tags import Slip, WordKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefgen.compose.source.spread_source import Spread
    from briefgen.compose.source.template_tags import Tags, TemplateTag


class LinesNotSetIn(NamedTuple):
    """One slip for all lines below a repeated one that ask for what it names, and these names."""

    slips: tuple[Slip, ...] = ()
    names: Mapping[str, int] = {}
    """Name → where it is first asked for."""


def lines_not_set_in(template: nodes.Template, spread: Spread) -> LinesNotSetIn:
    """What is to be said of names that `{% each %}` alone gives, where they are asked for outside of its lines."""
    tags, regions = spread.tags, woven(spread.tags).repeated
    if not regions:
        return LinesNotSetIn()
    words = [(word, spread.start(word.lineno)) for word in every(nodes.Name, template)]
    words += [(name, spread.start(macro.lineno)) for macro in every(nodes.Macro, template) for name in macro.args]
    repeated = [tag for tag in tags.tags if tag.name == EACH]
    elsewhere = {word.name for word, at in words if word.ctx != "load" and tags.at(at) not in repeated}
    slips: dict[int, Slip] = {}
    names: dict[str, int] = {}
    for word, at in sorted(words, key=lambda found: found[1]):
        if word.ctx != "load" or word.name in elsewhere or any(begin <= at < end for begin, end in regions):
            continue
        giving = next((tag for tag in reversed(repeated) if tag.end <= at and word.name in _named_by(tag)), None)
        if giving is not None:
            names.setdefault(word.name, at)
            slips.setdefault(giving.start, _slip(tags, giving, word.name, at))
    return LinesNotSetIn(tuple(slips.values()), names)


def _named_by(tag: TemplateTag) -> set[str]:
    """`one`, of `{% each one in visits %}`."""
    words = [word.text for word in tag.words]
    behind = words.index("in") if "in" in words else 0
    return {word.text for word in tag.words[1:behind] if word.kind is WordKind.NAME}


def _slip(tags: Tags, giving: TemplateTag, name: str, at: int) -> Slip:
    line, _ = tags.line_and_column(giving.start)
    begin = tags.source.rfind("\n", 0, at) + 1
    hint = "set this line in by two blanks, and so each further one that is said of the same member"
    if tags.source.startswith("\t", begin):
        hint = "set the line in by two blanks: a tab does not do"
    message = f"'{name}' is there on line {line}, with its '{{% each %}}', and on lines below it that are set in"
    return Slip(at, message, hint)
