"""Where the last words of a sentence bring a stop of their own, such as `n.d.`, no second one is set behind it."""

from __future__ import annotations

import pytest

from briefgen.compose.typography.typographic_runs import typographic
from briefgen.model.document import Cite, Inline, Paragraph, TextRun
from briefgen.model.origin import Origin
from briefgen.model.traversal import plain_text
from samples.english_words import english


def said(*run: Inline) -> str:
    """What a paragraph says when its brief is whole, with the words of markers."""
    ((block,), _) = typographic([Paragraph(run)], [], "en-GB", english().bracketed)
    assert isinstance(block, Paragraph)
    assert all(leaf.text for leaf in block.inlines if isinstance(leaf, TextRun))
    return plain_text([TextRun(leaf.text) if isinstance(leaf, Cite) else leaf for leaf in block.inlines])


VALUE = Origin(())
"""Of words out of the data."""


@pytest.mark.parametrize(
    ("run", "text"),
    [
        ((Cite((1,), "Ministry, n.d."), TextRun(".")), "Ministry,\u00a0n.d."),
        ((TextRun("Company Inc.", VALUE), TextRun(". It is new.")), "Company Inc. It is new."),
        ((TextRun("Not stated: No.."),), "Not stated: No."),
        ((TextRun("Inc.", VALUE), TextRun("."), TextRun(" It is new.")), "Inc. It is new."),
    ],
)
def test_a_stop_behind_a_stop_falls_away(run: tuple[Inline, ...], text: str) -> None:
    assert said(*run) == text


@pytest.mark.parametrize(
    "run",
    [
        (TextRun("And so on ..."),),
        (TextRun("They wait..."),),
        (TextRun("Two to four: 2..4 groups."),),
        (TextRun("It lies in ../desk today."),),
        (TextRun("As typed in the data..", VALUE),),
        (TextRun("(See No. 5.)"), TextRun(".")),
        (TextRun("Whether it was?"), TextRun(".")),
    ],
)
def test_every_other_stop_stays(run: tuple[TextRun, ...]) -> None:
    assert said(*run).replace("\u00a0", " ").replace("…", "...") == "".join(leaf.text for leaf in run)
