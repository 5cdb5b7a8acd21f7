"""Texts of a line or a few sentences with values of facts in them: the reader of prose cuts them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefgen.late_patterns import late_pattern
from briefgen.load.nodes.node import Mapping, Node
from briefgen.load.shapes.converters import TITLE
from briefgen.load.shapes.shape import BAD
from briefgen.model.values.prose_text import Asked, Citation, Piece, ProseCall, ProseText, ValuedText, Words
from briefgen.model.values.text import Text
from briefgen.records import replace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.diagnostics import Report


_KEPT = late_pattern(r"\\([\\{}\[\]@])")


def _read(node: Node, report: Report) -> Any:  # noqa: ANN401 - a ValuedText or BAD
    text = TITLE.read(node, report)
    if not isinstance(text, Text):
        return BAD
    from briefgen.model.values.prose_grammar import read_prose  # for few fields of few kinds

    texts: list[tuple[str, ProseText]] = []
    for language, words in text.by_language:
        place = node.items[language].place if isinstance(node, Mapping) and language else node.place
        found, slips = read_prose(" ".join(words.split()))
        told = [*((slip.message, slip.hint) for slip in slips), *_out_of_place(found)]
        for message, hint in told:
            report.error("BG138", place, message, hint)
        if told:
            return BAD
        texts.append((language, replace(found, pieces=tuple(map(_as_it_is_meant, found.pieces)))))
    return ValuedText(tuple(texts))


def _as_it_is_meant(piece: Piece) -> Piece:
    """Words without the backslashes that keep a sign from being read."""
    return replace(piece, text=_KEPT.sub(r"\1", piece.text)) if isinstance(piece, Words) else piece


def _out_of_place(text: ProseText) -> Iterator[tuple[str, str]]:
    """What prose may hold and a line above a brief has no room for."""
    for piece in text.pieces:
        if isinstance(piece, Citation):
            yield "a headline or standfirst cites nothing", "name its references in 'sources'"
        elif isinstance(piece, Asked) and piece.call is ProseCall.PICTURE:
            yield "a headline or standfirst holds no picture", "let a section place it"


VALUED = replace(TITLE, name="a line, or one per language", read=_read)
"""Markup is no part of it: its signs are printed as they are typed."""
