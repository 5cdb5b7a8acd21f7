"""Inlines as the HTML of a mail: without places to lead to, as most mail programs drop them."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from briefgen.model.document import Cite, CrossRef, Emphasis, LineBreak, Link, NoteRef, Strong, TextRun
from briefgen.render.bidirectional import direction, plain_html

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.document import Inline


def mail_inlines(inlines: Sequence[Inline]) -> str:
    """All of them; everything that is text is escaped."""
    return "".join(map(_one, inlines))


def _one(inline: Inline) -> str:
    match inline:
        case TextRun():
            return _text(inline)
        case Strong():
            return f"<strong>{mail_inlines(inline.inlines)}</strong>"
        case Emphasis():
            return f"<em>{mail_inlines(inline.inlines)}</em>"
        case Link():
            return f'<a href="{escape(inline.url)}">{mail_inlines(inline.inlines)}</a>'
        case Cite() | CrossRef():
            return plain_html(inline.text)
        case NoteRef():
            return f"<sup>{inline.number}</sup>"
        case LineBreak():
            return "<br>"


def _text(run: TextRun) -> str:
    looks = (f' lang="{escape(run.language)}"' if run.language else "") + direction(run.text)
    words = escape(run.text, quote=False)
    return f"<span{looks}>{words}</span>" if looks else words
