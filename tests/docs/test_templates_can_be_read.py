"""Shipped sections can be read by who edits them: they hold more lines of words than tags that control."""

from __future__ import annotations

import re
from typing import NamedTuple

import pytest

from samples.shipped_briefs import ROOT

SECTIONS = sorted(path for folder in ("sections", "partials") for path in (ROOT / "templates" / folder).glob("*.md.j2"))
_TAG = re.compile(r"\{%.*?%\}", re.DOTALL)
_QUOTED = re.compile(r'"[^"]* [^"]*"')
_COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
_WORDS = re.compile(r"[^\W\d_]")


class Counted(NamedTuple):
    """How much of a section is control, and how much is said."""

    tags: int
    lines: int


def counted(text: str) -> Counted:
    """Tags that control, an opening and a closing one each for itself, and lines that hold words or print a value.

    A caption in the tag that opens a table is words.
    """
    body = _COMMENT.sub("", text.split("---\n", 2)[-1] if text.startswith("---\n") else text)
    lines = _TAG.sub(_caption, body).split("\n")
    return Counted(len(_TAG.findall(body)), sum(bool(_WORDS.search(line)) for line in lines))


def _caption(tag: re.Match[str]) -> str:
    return " ".join(_QUOTED.findall(tag[0])) if tag[0].removeprefix("{%").strip().startswith("call") else ""


@pytest.mark.parametrize(
    ("text", "tags", "lines"),
    [
        ("---\nabout: Words.\n---\n## Head\n\nWords.\n", 0, 2),
        ("## Head\n{% if visits %}\n{{ visits|count }}\n{% endif %}\n", 2, 2),
        ("{% each v in visits %}- {{ v.title }}\n  [[, {{ v.note }}]]\n", 1, 2),
        ("| A | B |\n| --- | --: |\n{% for v in visits %}| {{ v.title }} | 1 |{% endfor %}\n", 2, 2),
        ("{# {% if %} words #}\n{% set a = 1\n   + 2 %}\n|\n", 1, 0),
        ('{% call(v) table("Visits of ministers", rows=visits) %}\n| A |\n{% set a = "b c" %}\n{% endcall %}\n', 3, 2),
        ("{%- if a -%}b{%- else -%}c{%- endif -%}", 3, 1),
    ],
)
def test_tags_and_lines_are_counted(text: str, tags: int, lines: int) -> None:
    assert counted(text) == (tags, lines)


@pytest.mark.parametrize("section", [path.name.removesuffix(".md.j2") for path in SECTIONS])
def test_a_shipped_section_holds_fewer_tags_than_lines_of_words(section: str) -> None:
    (path,) = (path for path in SECTIONS if path.name == f"{section}.md.j2")
    found = counted(path.read_text(encoding="utf-8"))

    assert found.tags < found.lines
