"""What a template may write out as it stands: characters that no token is made of, and numbers that can be printed."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from jinja2 import nodes

from briefgen.compose.source.every_node import every
from briefgen.compose.source.template_tags import LARGE_NUMBER, MOST_DIGITS

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOO_LARGE: int = 10**MOST_DIGITS

PRIVATE_USE = "a private-use character cannot stand in a template"


def refused_constants(template: nodes.Template) -> Iterator[tuple[int, str]]:
    """Line and message of each text or number that cannot stand in a template.

    Looks at what was parsed, as a string literal can spell a private-use character by its number, which would forge a
    token. Must run before line markers are put in: they are made of such characters.
    """
    for data in every(nodes.TemplateData, template):
        for at, line in enumerate(data.data.split("\n")):
            if _has_private_use(line):
                yield data.lineno + at, PRIVATE_USE
    for const in every(nodes.Const, template):
        if isinstance(const.value, str) and _has_private_use(const.value):
            yield const.lineno, PRIVATE_USE
        if isinstance(const.value, int | float) and not _is_small(const.value):
            yield const.lineno, LARGE_NUMBER


def _has_private_use(text: str) -> bool:
    return not text.isascii() and any(unicodedata.category(character) == "Co" for character in text)


def _is_small(number: float) -> bool:
    return -_TOO_LARGE < number < _TOO_LARGE  # infinity is not
