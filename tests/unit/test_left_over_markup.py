"""Marks in a template that nothing takes for markup are told; those that are meant, or come from data, are not."""

from __future__ import annotations

import pytest

from briefgen.model.document import Document, Heading, NoteRef
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.model.traversal import every_block, inlines_in
from briefgen.render import render
from briefgen.world import Memory
from readers.document_words import document_words
from readers.docx import barriers
from readers.html import page
from readers.md import md_tokens
from samples.composing import BASE, FOLDER, composed, loaded

WHOLE = r"a \*b, *c [d _e `f **g ~~h <b> ![i](j k) [l](m n) [^1] {{ #"
TABLE = "| a | b |\n|---|---|\n"


def brief(text: str) -> tuple[Document, list[tuple[str, str, str, str]]]:
    """The brief of a section whose third line the text begins in, and place, severity, message and hint of all said."""
    files = {
        **BASE, f"{FOLDER}/milestones.yaml": f"- {{id: m, kind: other, title: '{WHOLE}', date: 2015}}\n",
        "templates/sections/one.md.j2": f"## S\n\n{text}\n",
    }  # fmt: skip
    document, said = composed(loaded(Memory({path: words.encode() for path, words in files.items()})), "reader")
    assert {d.code for d in said} <= {"BG406"}
    return document, [(f"{d.place.line}:{d.place.column}", d.severity.value, d.message, d.hint or "") for d in said]


REFUSED = [
    "javascript:alert", "javascript:alert(1)", "JavaScript:alert", "data:text/html,x", "vbscript:x", "file:///etc/passwd",
    "file:///S:/desk/report.docx", "FILE:///S:/x", "data:image/png;base64,xx", "S:/desk/report.docx", "ftp://a.org/b",
    "trade.html", "#trade",
]  # fmt: skip


@pytest.mark.parametrize("address", REFUSED)
@pytest.mark.parametrize("link", ["[x]({})", "Before [x]({}) behind", "[x]\n\n[x]: {}"])
def test_a_link_that_no_brief_can_have_is_an_error_and_its_words_stay(link: str, address: str) -> None:
    document, said = brief(link.format(address))
    ((place, severity, message, hint),) = said

    assert (place[:2], severity, message.partition("' ")[0]) == ("3:", "error", f"the address '{address}")
    assert hint == "link to http, https or mailto addresses"
    assert not any("](" in words or "javascript" in words for words in document_words(document))


NOT_A_LINK = "is not read as a link"
STANDS = "is printed as it stands: it is no markup of briefs, or not closed"
HALF = "is printed as it stands: its other half is missing"
LEFT_OVER = [
    ("[x](S:/desk/my report.docx)", "3:1", "[x](S:/desk/my report.docx)", NOT_A_LINK),
    ("[x](https://a.org/my report)", "3:1", "[x](https://a.org/my report)", NOT_A_LINK),
    ("See [x] (https://a.org).", "3:5", "[x] (https://a.org)", NOT_A_LINK),
    ("[x](https://a.org", "3:1", "[x](https://a.org", NOT_A_LINK),
    ("[{{ title }}](S:/a b)", "3:1", "[...](S:/a b)", NOT_A_LINK),
    ("[x][y]", "3:1", "[x][y]", "is a link whose address is nowhere given"),
    ("[x][]", "3:1", "[x][]", "is a link whose address is nowhere given"),
    ("[x(https://a.org)", "3:1", "[", HALF),
    ("a\n[draft", "4:1", "[", HALF),
    ("draft]", "3:6", "]", HALF),
    ("[a] b]", "3:3", "]", HALF),
    ("Trade is small.[^1]", "3:16", "[^1]", "is a footnote without its text"),
    ("Words.\nTrade.[^note]", "4:7", "[^note]", "is a footnote without its text"),
    ("A **bold* word", "3:3", "*", STANDS),
    ("A *bold** word", "3:3", "*", STANDS),
    ("**Trade: **text", "3:1", "**", STANDS),
    ("A ** word", "3:3", "**", STANDS),
    ("A *word", "3:3", "*", STANDS),
    ("word* {{ title }}", "3:5", "*", STANDS),
    ("*{{ title }}", "3:1", "*", STANDS),
    ("A _word", "3:3", "_", STANDS),
    ("word_ x", "3:5", "_", STANDS),
    ("__strong_", "3:1", "_", STANDS),
    ("A `code", "3:3", "`", STANDS),
    ("code` x", "3:5", "`", STANDS),
    ("~~old~~", "3:1", "~~", STANDS),
    ("![x](a b.png)", "3:1", "![x](a b.png)", "is no picture, and a brief has none"),
    ("![x]", "3:1", "![x]", "is no picture, and a brief has none"),
    ("<b>x", "3:1", "<b>", STANDS),
    ("##Trade", "3:1", "##", "makes no heading here"),
    ("###Trade", "3:1", "###", "makes no heading here"),
    ("- one\n- a *b", "4:5", "*", STANDS),
    (f"{TABLE}| c | [d |", "5:7", "[", HALF),
    ("{% call callout('A *b') %}\nx\n{% endcall %}", "3:20", "*", STANDS),
    ("{% call callout('T') %}\nx [y\n{% endcall %}", "4:3", "[", HALF),
]


@pytest.mark.parametrize(("text", "place", "sign", "message"), LEFT_OVER, ids=[case[0] for case in LEFT_OVER])
def test_what_stays_as_it_was_typed_is_told_once_at_its_place(text: str, place: str, sign: str, message: str) -> None:
    _, said = brief(text)

    assert [found[:3] for found in said] == [(place, "warning", f"'{sign}' {message}")]
    assert said[0][3]


@pytest.mark.parametrize(
    "text",
    [
        "{{ milestones[0].title }}", "**{{ milestones[0].title }}** and *{{ title }}*", "[{{ title }}](https://a.org)",
        "A [sic] word, [1] and [a [b] c]", r"\[x], \[0, 5) and x\]", r"\*x, \_y, \`z, \~~",
        "5 * 3, a _ b, snake_case_word",
        "Name: ____ here", "*a* **b** _c_ __d__ ***e***", "a&amp;b &#91;", "No. 1, #1 and C#",
        "Text.[^1]\n\n[^1]: A note.",
        "Text^[A note.]", "[x]\n\n[x]: https://a.org", "<https://a.org>", "a  \nb", "x\\\ny", f"{TABLE}| c | < |",
    ],
)  # fmt: skip
def test_markup_that_is_read_or_meant_as_it_stands_is_not_told(text: str) -> None:
    assert brief(text)[1] == []


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("Words.\n\n[^1]: A note.", "5:1", "nothing refers to the footnote '[^1]', and it is not printed"),
        ("A.[^1]\n\n[^1]: One.\n[^2]: Two.", "6:1", "nothing refers to the footnote '[^2]', and it is not printed"),
        ("A.[^1]\n\n[^1]: One.\n\n[^1]: Two.", "7:1", "the footnote '[^1]' is given twice"),
    ],
)
def test_a_footnote_that_is_not_printed_is_told(text: str, place: str, message: str) -> None:
    assert [found[:3] for found in brief(text)[1]] == [(place, "warning", message)]


def test_a_footnote_in_its_sentence_is_one_and_its_faults_are_told_there() -> None:
    document, said = brief("Words.\nText^[A *note].")

    assert any(isinstance(inline, NoteRef) for inline in inlines_in(document.blocks))
    assert [(place, message) for place, _, message, _ in said] == [("4:9", f"'*' {STANDS}")]


def test_a_note_of_more_than_words_is_an_error() -> None:
    _, said = brief("Text.[^1]\n\n[^1]: Note.\n\n    - a\n    - b")

    assert [found[:3] for found in said] == [("7:1", "error", "a footnote holds more than paragraphs of words")]


def levels(document: Document) -> list[int]:
    """The levels of its headings, in order."""
    return [block.level for block in every_block(document.blocks) if isinstance(block, Heading)]


@pytest.mark.parametrize(
    ("headings", "expected", "told"),
    [
        ("#### D", [1, 2], ["3:1"]), ("### C\n\n#### D", [1, 2, 3], []), ("## B\n\n#### D", [1, 1, 2], ["5:1"]),
        ("#### D\n\n#### E", [1, 2, 3], ["3:1"]), ("### C\n\n## B\n\n#### D", [1, 2, 1, 2], ["7:1"]),
        ("### C\n\n### D", [1, 2, 2], []),
    ],
)  # fmt: skip
def test_a_gap_between_headings_is_closed_and_told(headings: str, expected: list[int], told: list[str]) -> None:
    document, said = brief(f"x\n\n{headings}\n\ny".removeprefix("x\n\n"))

    assert levels(document) == expected
    assert [place for place, *_ in said] == told
    assert all("is set as level" in message and hint.startswith("write '###") for _, _, message, hint in said)


def test_every_format_closes_a_gap_alike() -> None:
    document, _ = brief("#### Deep\n\ntext\n\n#### Deeper\n\ntext\n\n## Top\n\n#### Again\n\ntext")
    html = page(render(document, "html", DEFAULT_STYLE).value.data)
    text = render(document, "md", DEFAULT_STYLE).value.data

    assert [int(e.tag[-1]) for e in html.iter() if str(e.tag)[-2:] in {"h2", "h3", "h4"}] == [2, 3, 4, 2, 3]
    assert [t.tag for t in md_tokens(text) if t.type == "heading_open"][1:] == ["h2", "h3", "h4", "h2", "h3"]
    assert barriers(render(document, "docx", DEFAULT_STYLE).value.data) == []
