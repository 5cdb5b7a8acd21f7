"""Law 1: whatever data holds, it stands in the brief as it was written, and makes no markup."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.model.document import (
    BulletList,
    Callout,
    Emphasis,
    Heading,
    Link,
    Paragraph,
    ReferenceList,
    Table,
    TextRun,
)
from briefgen.model.traversal import in_rows, inlines_in
from briefgen.world import Memory
from readers.plain_signs import with_plain_signs
from samples.composing import BASE, FOLDER, composed, loaded
from samples.hostile_words import MARKUP, TAGS

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
    kinds = [type(block) for block in in_rows(document.blocks)]
    assert kinds == [Heading, Paragraph, BulletList, Table, Callout]
    said_words = [inline for inline in inlines_in(document.blocks) if isinstance(inline, TextRun) and inline.origin]
    printed = [with_plain_signs(inline.text) for inline in said_words]
    trimmed = with_plain_signs(" ".join(words.split()))
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


# ---------------------------------------------------------------- records of references, through citeproc

ROOT = Path(__file__).parents[2]
PLAIN_STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<citation><layout><text variable="citation-number"/></layout></citation>
<bibliography><layout><group delimiter=". ">
<names variable="author"><name form="short"/></names><text variable="title" font-style="italic"/>
<text variable="publisher"/><text variable="container-title"/><text variable="archive"/>
</group></layout></bibliography></style>"""


def entry_with(words: str, style: str) -> ReferenceList:
    """The list of a brief whose one reference holds the words everywhere."""
    record = {
        "id": "ref", "type": "book", "title": words, "author": [{"family": words}, {"literal": words}],
        "publisher": words, "container-title": words, "archive": words,
    }  # fmt: skip
    files = {
        **BASE,
        f"{FOLDER}/references.json": json.dumps([record]),
        f"{FOLDER}/milestones.yaml": "- {id: m, kind: other, title: M, date: 2015, sources: [{ref: ref}]}\n",
        "templates/sections/one.md.j2": "{{ cite(milestones[0]) }}\n\n{{ reference_list() }}\n",
        "templates/citations/own.csl": style,
        "templates/audiences/reader.yaml": BASE["templates/audiences/reader.yaml"] + "citations: {style: own}\n",
    }
    document, said = composed(loaded(Memory({name: text.encode() for name, text in files.items()})), "reader")
    assert said == []
    return next(block for block in in_rows(document.blocks) if isinstance(block, ReferenceList))


def check_entry(words: str) -> None:
    tidy = with_plain_signs(" ".join(words.split()))
    listed = entry_with(words, PLAIN_STYLE)
    printed = [inline for inline in inlines_in([listed]) if isinstance(inline, TextRun)]
    text = with_plain_signs("".join(inline.text for inline in printed))
    kinds = {type(inline) for inline in listed.items[0].inlines}

    assert text.count(tidy) >= 6
    assert kinds <= {TextRun, Emphasis, Link}
    rest = text.replace(tidy, "")
    assert set(rest) <= set(",. "), rest


@pytest.mark.parametrize("words", TAGS)
def test_markup_in_a_reference_is_words(words: str) -> None:
    check_entry(words)


@settings(max_examples=150, deadline=None)
@given(_WORDS)
def test_any_text_in_a_reference_is_words(words: str) -> None:
    check_entry(words)


@pytest.mark.parametrize("name", ["gost", "apa", "chicago"])
@pytest.mark.parametrize("words", ["<b>&", '<span class="nocase">x</span>', "{{ 7*7 }}", "*a* | b", "&amp;&#x41;"])
def test_markup_stays_words_in_the_shipped_styles(words: str, name: str) -> None:
    style = (ROOT / f"templates/citations/{name}.csl").read_text(encoding="utf-8")
    listed = entry_with(words, style)
    text = "".join(inline.text for inline in inlines_in([listed]) if isinstance(inline, TextRun))

    assert words.casefold() in text.casefold()
    assert {type(inline) for inline in listed.items[0].inlines} <= {TextRun, Emphasis, Link}
