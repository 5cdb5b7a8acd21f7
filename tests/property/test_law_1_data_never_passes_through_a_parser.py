"""Law 1: whatever data holds, it stands in the brief as it was written, and makes no markup."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.compose import inlines_in
from briefgen.model.document import BulletList, Callout, Heading, Paragraph, Table, Text
from briefgen.world import Memory
from composing import BASE, FOLDER, composed, loaded

TEMPLATE = """\
## On {{ milestones[0].title }}

A paragraph with **{{ milestones[0].title }}** and
_{{ milestones[0].text }}_, {{ parties[0].name }} there{{ cite(milestones[0]) }}.

- {{ milestones[0].title }}
- {{ milestones[0].title|capital }}

| Head {{ milestones[0].title }} | Other |
| --- | --- |
| {{ milestones[0].title }} | {{ milestones[0].note }} |

{% call callout("Box") %}
{{ milestones[0].title }}
{% endcall %}
"""
MARKUP = [
    "*a* | b", "**x**", "<b>AT&T</b>", "{{ 7*7 }}", "{% if x %}", "[a](http://b)", "![a](b)", "# h", "- item",
    "| a | b |", "`code`", "a\\|b", "&amp;", "<undefined>", "=1+1", "^[note]", "[^1]", "[^1]: x", "---", "1. x",
    "&#x41;", "    code", "> q", "a  ", "$x$", "~~x~~", "http://example.org", "<!-- x -->", "\\", "%s {0}", "]]>",
]  # fmt: skip


def workspace_with(words: str) -> dict[str, str]:
    """The files of a workspace whose data hold the words everywhere."""
    quoted = json.dumps(words, ensure_ascii=False)
    fields = f"kind: other, title: {quoted}, text: {quoted}, note: {quoted}, date: 2015, sources: [{{ref: ref}}]"
    return {
        **BASE,
        f"{FOLDER}/relation.yaml": BASE[f"{FOLDER}/relation.yaml"].replace("name: Pakistan", f"name: {quoted}"),
        f"{FOLDER}/milestones.yaml": f"- {{id: m, {fields}}}\n",
        "templates/sections/one.md.j2": TEMPLATE,
    }


def check(words: str) -> None:
    files = {name: text.encode() for name, text in workspace_with(words).items()}
    document, said = composed(loaded(Memory(files)), "reader")

    assert said == []
    kinds = [type(block) for block in document.blocks]
    assert kinds == [Heading, Paragraph, BulletList, Table, Callout]
    printed = [inline.text for inline in inlines_in(document.blocks) if isinstance(inline, Text) and inline.origin]
    trimmed = " ".join(words.split())
    assert set(printed) == {trimmed, trimmed[:1].upper() + trimmed[1:]}
    assert len(printed) == 10


@pytest.mark.parametrize("words", MARKUP)
def test_markup_in_data_is_words(words: str) -> None:
    check(words)


_WORDS = st.text(alphabet="ab *_#|[](){}%<>&`\\^!~-+=:;'\"$@.1", min_size=1, max_size=24).filter(str.strip)


@settings(max_examples=150, deadline=None)
@given(_WORDS)
def test_any_text_in_data_is_words(words: str) -> None:
    check(words)
