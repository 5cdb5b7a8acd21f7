"""A figure typed into a template is told at its line; a marked one leads back to that line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen.diagnostics import Severity
from briefgen.pipeline import Order, check
from briefgen.trace import trace_of
from briefgen.world import Memory
from samples.composing import BASE, FOLDER, composed, loaded

if TYPE_CHECKING:
    from briefgen.diagnostics import Diagnostic
    from briefgen.model.document import Document

FACT = "- {id: m, kind: other, title: Opened, date: 2015, sources: [{ref: ref}]}\n"


def files(template: str) -> dict[str, bytes]:
    """A workspace with one section."""
    texts = {**BASE, f"{FOLDER}/milestones.yaml": FACT, "templates/sections/one.md.j2": template}
    return {name: text.encode() for name, text in texts.items()}


def brief(template: str) -> tuple[Document, list[Diagnostic]]:
    return composed(loaded(Memory(files(template))), "reader")


@pytest.mark.parametrize(
    ("template", "line"),
    [
        ("First line.\n\nIt was 2019.\n", 3),
        ("First line\nand then\nit was 2019.\n", 3),
        ("First.\n\n## Outlook 2030\n\nWords.\n", 3),
        ("First.\n\n{{ '5 per cent' }}\n", 3),
        ("First.\n\n{{ 5 }}\n", 3),
        ("First.\n\n- one\n- two\n- it was 2019\n", 5),
        ("| a | b |\n| --- | --- |\n| c | 5 |\n", 3),
        ("Words{{ note('since 2019') }}.\n", 1),
        ("First.\n\n{% call callout('Before 2019') %}\nWords.\n{% endcall %}\n", 3),
        ("First.\n\n{% call table('In 2019') %}\n| a |\n| --- |\n| c |\n{% endcall %}\n", 3),
        ("First.\n\n{{ timeline('Since 2019', milestones) }}\n", 3),
        ("{{ milestones[0].title }} in 2019.\n", 1),
    ],
)
def test_a_typed_figure_is_told_once_at_its_line(template: str, line: int) -> None:
    report = check(Memory(files(template)), Order()).report
    told = [d for d in report.diagnostics if d.code in {"BG275", "BG440"}]

    assert [(d.severity, str(d.place.path), d.place.line) for d in told] == [
        (Severity.WARNING, "templates/sections/one.md.j2", line)
    ]


@pytest.mark.parametrize(
    "template",
    [
        "The G20 met.\n",
        "{{ milestones[0].date|date }}\n",
        "{% for m in milestones %}\n{{ loop.index }}: {{ m.title }}\n{% endfor %}\n",
        "1. one\n2. two\n",
        "{{ milestones|count }} found.\n",
        "{% if milestones|count > 0 %}Words.{% endif %}\n",
    ],
)
def test_what_is_printed_or_only_a_name_is_not_told(template: str) -> None:
    document, said = brief(template)

    assert said == []
    assert all(piece.has_origin for _, piece in trace_of(document).figures())


def test_a_marked_figure_leads_back_to_its_line_and_reason() -> None:
    document, said = brief('Words.\n\n## Agenda {{ typed("2030", "the name of the agenda") }}\n\nWords.\n')
    found = trace_of(document)
    [(passage, piece)] = [pair for pair in found.figures() if pair[0].where == "heading"]
    cause = found.causes[piece.causes[0]]

    assert said == []
    assert passage.words == "Agenda 2030"
    assert (cause.kind, cause.file, cause.line) == ("template", "templates/sections/one.md.j2", 3)
    assert piece.formula == "typed: the name of the agenda"


@pytest.mark.parametrize("call", ['typed("2030")', 'typed("2030", " ")'])
def test_a_mark_without_a_reason_is_an_error(call: str) -> None:
    _, said = brief(f"Words {{{{ {call} }}}}.\n")

    assert [(d.code, d.place.line) for d in said] == [("BG404", 1)]
