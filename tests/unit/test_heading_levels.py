"""Headings one below another, and titles of boxes one below their place: the same in every format."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pikepdf
import pytest

from briefgen.compose.structure.heading_levels import without_gaps
from briefgen.model.document import Callout, CalloutKind, Heading, Paragraph
from briefgen.model.formats import FORMATS
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.model.traversal import every_block
from briefgen.reading import faults_of
from briefgen.render import render
from readers.docx import W, part
from readers.html import page
from readers.pdf import structure
from samples.composing import BASE, composed, loaded
from samples.relation_files import world
from samples.sample_document import document, text

if TYPE_CHECKING:
    from briefgen.model.document import Block

WORDS = Paragraph(text("Words."))


def heading(level: int, words: str = "Head") -> Heading:
    """A heading whose id is its words."""
    return Heading(level, text(words) if words else (), words.lower() or "none")


def box(*blocks: Block, title: str = "Box", kind: CalloutKind = CalloutKind.NOTE) -> Callout:
    """A box with words in it."""
    return Callout(kind, text(title) if title else (), blocks or (WORDS,), id=f"box-{title.lower()}" if title else "")


def levels(*blocks: Block) -> list[int]:
    """The levels of headings and of titles of boxes, in order."""
    every = every_block(without_gaps(blocks))
    return [b.level for b in every if isinstance(b, Heading) or (isinstance(b, Callout) and b.title)]


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        ((heading(1), heading(2), heading(3)), [1, 2, 3]),
        ((heading(3), heading(3), heading(1), heading(3)), [1, 2, 1, 2]),
        ((box(), heading(1)), [1, 1]),
        ((heading(1), box(), heading(1)), [1, 2, 1]),
        ((heading(1), heading(2), box(), heading(2), box()), [1, 2, 3, 2, 3]),
        ((heading(1), box(), heading(3)), [1, 2, 2]),
        ((heading(1), box(heading(1), WORDS), heading(2)), [1, 2, 3, 2]),
        ((heading(1), box(heading(3), heading(3)), heading(1)), [1, 2, 3, 3, 1]),
        ((heading(1), box(box()), box()), [1, 2, 3, 2]),
        ((heading(1), box(title=""), heading(2)), [1, 2]),
        ((heading(1), box(heading(3), title=""), heading(3)), [1, 2, 3]),
        ((heading(1), heading(2, ""), box()), [1, 2, 2]),
        ((heading(1), heading(2), heading(3), box(heading(1), heading(3), box(heading(1)))), [1, 2, 3, 4, 5, 5, 5, 5]),
        ((heading(1), WORDS, box(), box()), [1, 2, 2]),
    ],
)
def test_levels_close_their_gaps_and_boxes_stand_below_their_place(
    blocks: tuple[Block, ...], expected: list[int]
) -> None:
    assert levels(*blocks) == expected


DEEP = document(
    heading(1, "One"), heading(2, "Two"), heading(3, "Three"), box(heading(1, "In"), WORDS), heading(1, "Last"), WORDS
)
TOLD = [("One", 2), ("Two", 3), ("Three", 4), ("Box", 5), ("In", 6), ("Last", 2)]
"""Under the title, which is the first level."""


def test_levels_are_the_same_in_every_format() -> None:
    pdf, docx, html, md = (render(DEEP, form, DEFAULT_STYLE).value.data for form in ("pdf", "docx", "html", "md"))
    tagged = [(e.text().strip(), int(e.kind[1])) for e in structure(pdf).walk() if e.kind[1:].isdecimal()]
    paged = [(e.text_content(), int(e.tag[1])) for e in page(html).xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
    marked = [line.lstrip("> ") for line in md.decode().splitlines() if line.lstrip("> ").startswith("#")]

    assert tagged[1:] == paged[1:] == TOLD
    assert [(line.lstrip("# "), line.count("#")) for line in marked][1:] == TOLD
    assert word_levels(docx) == [(words, level - 1) for words, level in TOLD]
    assert [faults_of(FORMATS[form], data) for form, data in (("pdf", pdf), ("docx", docx), ("html", html))] == [[]] * 3


def word_levels(data: bytes) -> list[tuple[str, int]]:
    """Words and outline level of what Word's Navigation pane lists."""
    styles = {s.get(f"{W}styleId"): s for s in part(data, "word/styles.xml").iter(f"{W}style")}
    found = []
    for paragraph in part(data, "word/document.xml").iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        outline = styles[style.get(f"{W}val")].find(f"{W}pPr/{W}outlineLvl") if style is not None else None
        if outline is not None:
            words = "".join(t.text or "" for t in paragraph.iter(f"{W}t"))
            found.append((words, int(outline.get(f"{W}val")) + 1))
    return found


def test_boxes_are_in_navigation_and_not_in_contents() -> None:
    listed = document(heading(1, "One"), box(), heading(1, "Two"), WORDS, contents="Contents")
    pdf, docx, html = (render(listed, form, DEFAULT_STYLE).value.data for form in ("pdf", "docx", "html"))
    with pikepdf.open(io.BytesIO(pdf)) as opened, opened.open_outline() as outline:
        (title,) = outline.root
        bookmarks = [(one.title, [two.title for two in one.children]) for one in title.children]
    contents = "".join(part(docx, "word/document.xml").find(f".//{W}sdtContent").itertext())

    assert bookmarks == [("One", ["Box"]), ("Two", [])]
    assert ("Box", 2) in word_levels(docx)
    assert "Box" not in contents
    assert [entry.text_content() for entry in page(html).xpath("//nav//li")] == ["One", "Two"]


@pytest.mark.parametrize(
    ("template", "told"),
    [
        ('## A\n\n{% call callout("B") %}\nW.\n{% endcall %}\n', ""),
        ('## A\n\n{% call callout("B") %}\nW.\n{% endcall %}\n\n## C\n\nW.\n', ""),
        ('## A\n\n{% call callout("B") %}\nW.\n{% endcall %}\n\n{% call callout("C") %}\nW.\n{% endcall %}\n', ""),
        ('## A\n\n{% call callout("B") %}\nW.\n{% endcall %}\n\nMore.\n', "3:9"),
        ('## A\n\n{% call callout("B") %}\nW.\n{% endcall %}\n\n- More.\n', "3:9"),
        ("## A\n\n{% call callout() %}\nW.\n{% endcall %}\n\nMore.\n", ""),
        ('{% call callout("B", kind="caution") %}\nW.\n{% endcall %}\n\nMore.\n', "1:9"),
        ('## A\n\nBefore.\n\n{% call callout("B", kind="note") %}\nW.\n{% endcall %}\n\nMore.\n', "5:9"),
        ('## A\n\n{% call callout("B") %}\n{% endcall %}\n\nMore.\n', ""),
        ('{% call callout("B") %}\nW.\n{% endcall %}\n\n{% call key_figures() %}\n- **5** x\n{% endcall %}\n', "1:9"),
    ],
)
def test_text_that_goes_on_behind_a_box_is_told_at_the_box(template: str, told: str) -> None:
    _, said = composed(loaded(world({**BASE, "templates/sections/one.md.j2": template})), "reader")
    found = [f"{d.place.line}:{d.place.column}" for d in said if d.code == "BG447"]

    assert found == told.split()
