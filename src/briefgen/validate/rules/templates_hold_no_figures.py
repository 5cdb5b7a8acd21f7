"""Figures come from data.

What it checks: digits in the words of templates, in prose, and in headlines and standfirsts of a desk, outside tags,
comments, citations and list numbers. In prose and headlines a year is no figure, unless a unit follows.

Why it matters: a typed figure has no source, does not change with the data, and cannot be traced.

Example: `Trade came to 52 million.`

How to fix: print the value: `{{ year.turnover|money }}`, in prose
`{{ fact("turnover-2019").value|money }}`. A number that belongs to a name that no data hold is marked in a template:
`{{ typed("2030", "the name of the agenda") }}`; the head of prose says `ignore: [TPL-FIGURE]` with the reason.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.late_patterns import late_pattern
from briefgen.model.facts.declarations import values_with
from briefgen.model.facts.field_roles import FieldRole
from briefgen.model.kinds.prose import Prose
from briefgen.validate.finding import warning
from briefgen.validate.template_lines import MARKUP, TAGS, matches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.fact import Fact
    from briefgen.model.workspace import Workspace
    from briefgen.validate.finding import Finding


_HINT = "print it: 'briefgen fields' lists what the data have; or mark it: {{ typed('2030', 'why it stands here') }}"
_SIGN = late_pattern(r"&#(?:\d{1,7}|[xX][0-9a-fA-F]{1,6});")
"""A character by its number."""
_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DATE = rf"\d{{1,2}}\s+{_MONTH}(?:\s+\d{{4}})?\b|{_MONTH}\s+\d{{1,2}},\s+\d{{4}}\b"
_FIGURE = late_pattern(rf"(?<!\w)(?<!\w[-\u2010\u2011])(?:(?P<date>{_DATE})|\d+(?:[.,]\d+)*)")
"""Not the digits of a name: G20, COVID-19."""
_MARKUP = late_pattern(
    r"^[ >]*\d+[.)](?= )|\[\^\d+\]|\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)|<[^<>\n]*>|`[^`\n]*`", re.MULTILINE
)
"""Digits of prose that are no figures. No part of it looks past what begins it again: anybody may have written it."""
_YEAR = late_pattern(
    r"(?:1[5-9]|20)\d\d(?![\d.,]*\d)(?!\s*(?:%|per cent|thousand|million|billion|trillion|[A-Z]{3}\b))"
)
"""Four digits that a reader takes for a year."""


_IN_LINES = 'print it from a fact: {{ fact("id").field }}; or say why it stands there: ignore: [TPL-FIGURE]'


def templates_hold_no_figures(workspace: Workspace) -> Iterator[Finding]:
    """BG275 for each figure in a template's own words, in prose or in a headline."""
    for place, figure in matches(workspace, _FIGURE, TAGS, MARKUP, _SIGN):
        yield warning("BG275", place, f"{_named(figure)} is typed into the template", _HINT)
    for relation in workspace.relations:
        for fact in relation.facts:
            if isinstance(fact, Prose):
                yield from _in_prose(fact)
            else:
                yield from _in_lines(fact)


def _in_lines(fact: Fact) -> Iterator[Finding]:
    """Of texts of a line or a few sentences, which hold no markup."""
    for field, text in values_with(fact, FieldRole.VALUED):
        for typed in text.typed if text is not None else ():
            for found in _figures(typed):
                message = f"{_named(found[0])} is typed into the {field.name} of '{fact.id}'"
                yield warning("BG275", fact.at(field.name), message, _IN_LINES, fact)


def _figures(text: str) -> Iterator[re.Match[str]]:
    """All but what a reader takes for a year."""
    return (found for found in _FIGURE.finditer(text) if not _YEAR.match(text, found.start()))


def _named(figure: str) -> str:
    """A figure, or a date, which is told as one."""
    return f"the {'date' if re.fullmatch(_DATE, figure) else 'figure'} {' '.join(figure.split())}"


def _in_prose(fact: Prose) -> Iterator[Finding]:
    hint = 'print it from a fact: {{ fact("id").field }}; or say in the head why it stands: ignore: [TPL-FIGURE]'
    for words in fact.text.words:
        typed = _MARKUP.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), words.text)
        for found in _figures(typed):
            at = words.spot(found.start())
            message = f"{_named(found[0])} is typed into the prose '{fact.id}'"
            yield warning("BG275", fact.at_spot(*at), message, hint, fact)
