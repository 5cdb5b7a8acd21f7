"""Law 1 for Markdown: whatever a text holds and wherever it stands, a reader of Markdown reads just that text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from briefgen.model.document import (
    Align,
    Block,
    BulletList,
    Callout,
    Caption,
    Cell,
    Cite,
    CrossRef,
    Document,
    Emphasis,
    Heading,
    Inline,
    KeyFigure,
    KeyFigures,
    LineBreak,
    Link,
    MarginNote,
    Note,
    NoteRef,
    NumberedList,
    Paragraph,
    ReferenceItem,
    ReferenceList,
    Row,
    Strong,
    Table,
    TextRun,
)
from briefgen.model.formats import FORMATS
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.model.values.address import parse_address
from briefgen.reading import faults_of
from briefgen.render import render
from readers.document_words import document_words
from readers.md import READER, md_running, md_tokens, md_words
from samples.hostile_words import MARKUP, TAGS
from samples.sample_document import front, text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

HOSTILE = sorted({
    *MARKUP, *TAGS, "===", "- - -", "***", "___", "+ x", "12) x", "1986. A year", "#", "## a ##", "a #", ":-:", "|-|",
    "> [!NOTE]", "[ ] task", "[x] task", "[1]: x", "[^1]: x", "`", "~~~", "a~b~", "~x~", "http://x.org/a_b_(c)*d*",
    "<https://x.org>", "&copy;", "&copy", "AT&T;", "US$5 and $x$", "\\*", "\\\\", "a\\", "!", "a!", "^", "__init__",
    "snake_case_name", "*a*b*", "**", "_", "a_", "(c)", "© ™", "«x»", "‘x’", "ß\u0301", "\u00a0x\u00a0", "%%", "2*3*4",
    "\ttab", "…", "1.5", "-5", "--", "—", "@x #12", ":100:", "x\n\n# y", "|", "\\|", "| a |\n| - |",
})  # fmt: skip
_TEXT = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(alphabet="ab *_#|[](){}<>&`\\^!~-+=:;'\"$@.1é«—\u00a0", min_size=1, max_size=7),
)
_LEAF: st.SearchStrategy[Inline] = st.one_of(
    _TEXT.map(TextRun),
    st.sampled_from(["[1]", "[1, 3]", "[2, p. 3]", "(Raza, 2021)", "1"]).map(lambda said: Cite((1,), said)),
    _TEXT.map(lambda said: CrossRef("x", said)),
    st.just(NoteRef(1)),
    st.just(LineBreak()),
)
_ADDRESSES = [parse_address(url) for url in (
    "https://example.org/", "https://example.org/a_(b)?c=1&copy=2#d", "http://x.org/|[b](*c*)'d'~", "mailto:a@b.org",
    "https://x.org/&copy;", "https://пример.рф/путь",
)]  # fmt: skip
_INLINE: st.SearchStrategy[Inline] = st.recursive(
    _LEAF,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda parts: Strong(tuple(parts))),
        st.lists(inner, max_size=3).map(lambda parts: Emphasis(tuple(parts))),
        st.builds(lambda url, parts: Link(url, tuple(parts)), st.sampled_from(_ADDRESSES), st.lists(inner, max_size=3)),
        st.sampled_from(_ADDRESSES).map(lambda url: Link(url, (TextRun(url),))),
    ),
    max_leaves=6,
)
_INLINES = st.lists(_INLINE, max_size=5).map(tuple)
_PARAGRAPH: st.SearchStrategy[Block] = _INLINES.map(Paragraph)
_NOTE = st.builds(MarginNote, _INLINES, st.lists(_INLINES.map(Paragraph), max_size=2).map(tuple))


def _nested(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    items = st.lists(st.lists(inner, max_size=2).map(tuple), max_size=3).map(tuple)
    table = st.builds(_table, st.lists(_INLINES, min_size=6, max_size=6), st.sampled_from([(1, 1), (2, 1), (1, 2)]))
    entries = st.lists(_INLINES, max_size=3)
    return st.one_of(
        items.map(BulletList),
        st.builds(NumberedList, items, st.integers(0, 12)),
        st.builds(Callout, st.just("note"), _INLINES, st.lists(inner, max_size=2).map(tuple)),
        table,
        st.builds(Row, st.tuples(table, inner), st.lists(_NOTE, max_size=2).map(tuple)),
        st.builds(KeyFigure, _INLINES, _INLINES, _INLINES).map(lambda card: KeyFigures((card, card))),
        st.builds(Heading, st.integers(1, 3), _INLINES, st.just("h")),
        st.builds(_references, entries, st.booleans(), st.sampled_from([1, 3])),
    )


def _table(cells: Sequence[tuple[Inline, ...]], joined: tuple[int, int]) -> Table:
    """Two columns, a head and two rows, of which the first cell may take more places."""
    columns, rows = joined
    first = (Cell(cells[2], columns, rows), *([] if columns == 2 else [Cell(cells[3])]))
    second = (*([] if rows == 2 else [Cell(cells[4])]), Cell(cells[5]))
    head = (Cell(cells[0]), Cell(cells[1]))
    caption = Caption("Table 1", cells[1], cells[2], cells[3])
    return Table("t", (Align.START, Align.DECIMAL), head, (first, second), caption)


def _references(entries: list[tuple[Inline, ...]], numbered: bool, step: int) -> ReferenceList:  # noqa: FBT001 - drawn
    items = (ReferenceItem(1 + number * step, inlines) for number, inlines in enumerate(entries))
    return ReferenceList(tuple(items), numbered)


_BLOCKS = st.lists(st.recursive(_PARAGRAPH, _nested, max_leaves=4), min_size=1, max_size=4)


def noted(blocks: Sequence[Block], **changes: str) -> Document:
    """A document of some blocks and one note."""
    return Document(front(**changes), (*blocks, Paragraph((NoteRef(1),))), (Note(1, text("A note.")),))


def written(whole: Document) -> bytes:
    """A document as Markdown."""
    return render(whole, "md", DEFAULT_STYLE).value.data


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(_BLOCKS)
def test_any_blocks_are_read_as_their_words(blocks: list[Block]) -> None:
    whole = noted(blocks)
    data = written(whole)

    assert md_words(data) == document_words(whole)
    assert faults_of(FORMATS["md"], data) == []


# ---------------------------------------------------------------- letter by letter

Letter = tuple[str, bool, bool, bool]
"""A character that is no blank, and whether it is strong, stressed and in a link."""


def letters(
    inlines: Sequence[Inline], *, strong: bool = False, stressed: bool = False, linked: bool = False
) -> Iterator[Letter]:
    """What a reader should see."""
    for inline in inlines:
        match inline:
            case TextRun() | CrossRef() | Cite():
                yield from ((c, strong, stressed, linked) for c in inline.text if not c.isspace())
            case Strong():
                yield from letters(inline.inlines, strong=True, stressed=stressed, linked=linked)
            case Emphasis():
                yield from letters(inline.inlines, strong=strong, stressed=True, linked=linked)
            case Link():
                leads = linked or not inline.url.startswith("javascript")
                yield from letters(inline.inlines, strong=strong, stressed=stressed, linked=leads)
            case NoteRef() | LineBreak():
                pass


def read_letters(tokens: Sequence[Token]) -> Iterator[Letter]:
    """What a reader sees."""
    depth = {"strong": 0, "em": 0, "link": 0}
    for token in tokens:
        kind, _, edge = token.type.partition("_")
        if kind in depth:
            depth[kind] += {"open": 1, "close": -1}[edge]
        elif token.type == "text":
            around = (depth["strong"] > 0, depth["em"] > 0, depth["link"] > 0)
            yield from ((c, *around) for c in token.content if not c.isspace())
        else:
            assert token.type in {"softbreak", "hardbreak", "footnote_ref"}, token


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(_INLINES)
@example((Strong(text("“a”")), TextRun("b")))
@example((TextRun("a"), Emphasis(text("b")), TextRun("c")))
@example((Strong(text("a ")), Strong(text("b")), Emphasis(text("c")), Strong((Emphasis(text("d")),))))
@example((TextRun("!"), Link(parse_address("https://x.org"), text("a"))))
@example((TextRun("^"), Cite((1,), "[1]"), TextRun("(b)")))
@example((NoteRef(1), TextRun("(b)")))
@example((NoteRef(1), TextRun(": b")))
@example((Strong(text("a&")), Strong(text("amp;"))))
@example(
    (Link(parse_address("https://x.org"), (TextRun("a"), NoteRef(1), Link(parse_address("https://y.org"), text("b")))),)
)
def test_any_inlines_are_read_letter_by_letter_with_their_marks(inlines: tuple[Inline, ...]) -> None:
    tokens = md_tokens(written(noted([Paragraph((TextRun("x "), *inlines))])))
    paragraphs = [at for at, token in enumerate(tokens) if token.type == "heading_close" and token.tag == "h1"]
    inline = next(t for t in tokens[paragraphs[0] :] if t.type == "inline" and t.content.startswith("x"))

    assert list(read_letters(inline.children or [])) == [("x", False, False, False), *letters(inlines)]


def test_addresses_stay_as_they_are() -> None:
    urls = _ADDRESSES
    data = written(noted([Paragraph((Link(url, text("a")), TextRun(" "), Link(url, text(url)))) for url in urls]))
    hrefs = [str(t.attrs["href"]) for top in md_tokens(data) for t in top.children or [] if t.type == "link_open"]

    wanted = (READER.normalizeLink(url.replace("(", "%28").replace(")", "%29")) for url in urls)
    assert hrefs == [href for href in wanted for _ in range(2)]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_around_the_text_are_words(words: str) -> None:
    said = dict.fromkeys(("title", "subtitle", "audience", "handling", "date_line", "watermark"), words)
    data = written(noted([], **said))
    plain = " ".join(words.split())

    assert md_words(data)[: 2 * len(words.split())] == 2 * words.split()
    assert faults_of(FORMATS["md"], data) == []
    assert [" ".join(_inline_words(line)) for line in md_running(data)] == [plain] * 5


def _inline_words(line: str) -> list[str]:
    tokens = READER.parse(line)
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    return "".join(t.content for t in tokens[1].children or []).split()


def test_what_means_nothing_in_markdown_is_not_escaped() -> None:
    plain = "Up 3 %; US$50–52 million (2019), ≈ 15.1 – “a third” of A&B's 1–2, #1, > 80, x = y + 1!"

    assert f"\n{plain}\n" in written(noted([Paragraph(text(plain))])).decode()
