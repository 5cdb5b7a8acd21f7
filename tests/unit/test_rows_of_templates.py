"""Notes of the margin as templates write them: each in the row of what it stands behind, whatever it is written in."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

import pytest

from briefgen.model.document import (
    BulletList,
    Callout,
    Heading,
    KeyFigures,
    MarginNote,
    NumberedList,
    Paragraph,
    Row,
    Table,
    TextRun,
)
from briefgen.model.traversal import every_block, regrouped
from briefgen.world import Memory
from readers.document_words import words_of_inlines
from samples.composing import BASE, composed, loaded

if TYPE_CHECKING:
    from briefgen.diagnostics import Diagnostic
    from briefgen.model.document import Block, NoteBlock

NOTE = '{% call margin("Who acts.") %}\nBoth sides.\n{% endcall %}\n'
TABLE = '{% call table("T") %}\n| a | b |\n| --- | --- |\n| c | d |\n{% endcall %}\n'
BESIDE = "{% set t %}" + TABLE + "{% endset %}{% call side_notes(t) %}\nOf the table.\n{% endcall %}\n"


def rows(*templates: str) -> tuple[list[Row], list[Diagnostic]]:
    """The rows of a brief of some sections."""
    names = [f"s{number}" for number in range(len(templates))]
    listed = BASE["templates/audiences/reader.yaml"].replace("[one]", f"[{', '.join(names)}]")
    sections = {f"templates/sections/{n}.md.j2": text for n, text in zip(names, templates, strict=True)}
    files = {**BASE, "templates/audiences/reader.yaml": listed, **sections}
    document, told = composed(loaded(Memory({path: text.encode() for path, text in files.items()})), "reader")
    assert all(isinstance(block, Row) for block in document.blocks)
    return [block for block in document.blocks if isinstance(block, Row)], [
        d for d in told if d.code not in {"BG301", "BG410"}
    ]


def shape(row: Row) -> tuple[list[str], list[tuple[str, int]]]:
    """The kinds of a row's blocks, and the words of its notes with what they stand beside."""
    return [type(block).__name__ for block in row.blocks], [(said(note), note.anchor) for note in row.notes]


def said(note: MarginNote) -> str:
    words = [words_of_inlines(block.inlines) for block in note.said if isinstance(block, Paragraph)]
    return " ".join(words)


WORDS = "Who acts. Both sides."


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        (f"## A\n\nOne.\n\n{NOTE}\nTwo.\n", [(["Heading", "Paragraph", "Paragraph"], [(WORDS, 1)])]),
        (f"## A\n\n{NOTE}\nOne.\n", [(["Heading", "Paragraph"], [(WORDS, 0)])]),
        (f"{NOTE}\n## A\n\nOne.\n", [(["Heading", "Paragraph"], [(WORDS, 0)])]),
        (f"One.\n\n{NOTE}", [(["Paragraph"], [(WORDS, 0)])]),
        (f"## A\n\nOne.\n\n{NOTE}\n{NOTE}", [(["Heading", "Paragraph"], [(WORDS, 1), (WORDS, 1)])]),
        (f"## A\n\nOne.\n\n## B\n\nTwo.\n\n{NOTE}",
         [(["Heading", "Paragraph"], []), (["Heading", "Paragraph"], [(WORDS, 1)])]),
        (f"## A\n\n{TABLE}\n{NOTE}", [(["Heading", "Table"], [(WORDS, 1)])]),
        (f"## A\n\n{BESIDE}\n{BESIDE}",
         [(["Heading", "Table"], [("Of the table.", 1)]), (["Table"], [("Of the table.", 0)])]),
        (f"## A\n\nOne.\n\n{NOTE}\n### B\n\n{BESIDE}",
         [(["Heading", "Paragraph"], [(WORDS, 1)]), (["Heading", "Table"], [("Of the table.", 1)])]),
        (f"## A\n\n- x\n- y\n\n  {NOTE.replace(chr(10), chr(10) + '  ')}\n",
         [(["Heading", "BulletList"], [(WORDS, 1)])]),
        (f'## A\n\n{{% call callout("Box") %}}\nIn it.\n\n{NOTE}\n{{% endcall %}}\n',
         [(["Heading", "Callout"], [(WORDS, 1)])]),
        ("## A\n\nOne.\n\n{% call margin() %}\nBare.\n{% endcall %}\n", [(["Heading", "Paragraph"], [("Bare.", 1)])]),
        ('## A\n\nOne.\n\n{% call margin("Lead") %}\n{% endcall %}\n', [(["Heading", "Paragraph"], [])]),
    ],
)  # fmt: skip
def test_a_note_stands_in_the_row_of_what_it_is_written_behind(
    template: str, expected: list[tuple[list[str], list[tuple[str, int]]]]
) -> None:
    made, told = rows(template)

    assert [shape(row) for row in made] == expected
    assert told == []


@pytest.mark.parametrize(
    ("templates", "expected"),
    [
        (("One.\n", NOTE), [(["Paragraph"], [(WORDS, 0)])]),
        ((NOTE, "One.\n"), [(["Paragraph"], [(WORDS, 0)])]),
        ((f"## A\n\nOne.\n\n{NOTE}", NOTE, "## B\n\nTwo.\n"),
         [(["Heading", "Paragraph"], [(WORDS, 1), (WORDS, 1)]), (["Heading", "Paragraph"], [])]),
        ((NOTE,), [(["Paragraph"], [])]),
    ],
)  # fmt: skip
def test_notes_of_a_section_that_has_nothing_else_stand_beside_another(
    templates: tuple[str, ...], expected: list[tuple[list[str], list[tuple[str, int]]]]
) -> None:
    made, told = rows(*templates)

    assert [shape(row) for row in made] == expected
    assert told == []


@pytest.mark.parametrize("kind", [Heading, Table, Callout])
def test_what_has_no_room_in_a_margin_is_an_error_at_the_call_and_stays_out(kind: type) -> None:
    inside = {Heading: "### B\n", Table: TABLE, Callout: '{% call callout("B") %}\nIn it.\n{% endcall %}\n'}[kind]
    made, told = rows(f"One.\n\n{{% call margin() %}}\nWords.\n\n{inside}\n{{% endcall %}}\n")

    assert [(d.code, d.place.line) for d in told if d.severity.name == "ERROR"] == [("BG441", 3)]
    assert not any(isinstance(block, kind) for block in every_block(made))


@pytest.mark.parametrize(
    ("inside", "kind"),
    [("Words.\n", Paragraph), ("- a\n- b\n", BulletList), ("1. a\n", NumberedList),
     ("{% call key_figures() %}\n- **80** documents\\\n  by 2021\n{% endcall %}\n", KeyFigures)],
)  # fmt: skip
def test_paragraphs_lists_and_key_figures_have_room_in_a_margin(inside: str, kind: type) -> None:
    ((row,), told) = rows(f"One.\n\n{{% call margin() %}}\n{inside}\n{{% endcall %}}\n")

    assert [type(block) for note in row.notes for block in note.blocks] == [kind]
    assert [d.code for d in told if d.severity.name == "ERROR"] == []


def _paragraph(words: str) -> Paragraph:
    return Paragraph((TextRun(words),))


@pytest.mark.parametrize(
    ("groups", "kept"),
    [
        ([["a"], ["b"]], [("x", 0), ("y", 1)]),
        ([["a", "a2"], ["b"]], [("x", 0), ("y", 2)]),
        ([[], ["b"]], [("y", 0)]),
        ([["a"], []], [("x", 0)]),
        ([["a"], ["b", "b2", "b3"]], [("x", 0), ("y", 1)]),
        ([[], []], []),
    ],
)
def test_a_note_goes_where_its_block_goes_and_falls_with_it(
    groups: list[list[str]], kept: list[tuple[str, int]]
) -> None:
    row = Row((_paragraph("a"), _paragraph("b")), tuple(_note(words, n) for n, words in enumerate("xy")))
    made = regrouped(row, [[_paragraph(words) for words in group] for group in groups])

    assert [words_of_inlines(b.inlines) for b in made.blocks if isinstance(b, Paragraph)] == [*chain(*groups)]
    assert [(said(note), note.anchor) for note in made.notes] == kept


def _note(words: str, anchor: int) -> MarginNote:
    blocks: tuple[NoteBlock, ...] = (_paragraph(words),)
    return MarginNote((), blocks, anchor)


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        ((_paragraph("Words."),), ["Lead Words."]),
        ((BulletList(((_paragraph("a"),),)),), ["Lead", None]),
        ((), ["Lead"]),
        ((_paragraph("One."), _paragraph("Two.")), ["Lead One.", "Two."]),
    ],
)
def test_a_lead_runs_into_the_first_words_or_stands_alone(
    blocks: tuple[NoteBlock, ...], expected: list[str | None]
) -> None:
    made: tuple[Block, ...] = MarginNote((TextRun("Lead"),), blocks).said

    assert [words_of_inlines(b.inlines) if isinstance(b, Paragraph) else None for b in made] == expected
