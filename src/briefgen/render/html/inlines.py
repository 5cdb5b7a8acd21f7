"""Inlines as HTML; everything that is text is escaped."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from briefgen.model.document import Cite, CrossRef, Emphasis, Inline, LineBreak, Link, NoteRef, Strong, TextRun
from briefgen.model.origin import OriginKind
from briefgen.render.bidirectional import base_level, runs_from_right

if TYPE_CHECKING:
    from collections.abc import Sequence


def inlines_html(inlines: Sequence[Inline]) -> str:
    """All of them."""
    return "".join(_one(inline) for inline in inlines)


def _one(inline: Inline) -> str:
    match inline:
        case TextRun():
            return _text(inline)
        case Strong():
            return f"<strong>{inlines_html(inline.inlines)}</strong>"
        case Emphasis():
            return f"<em>{inlines_html(inline.inlines)}</em>"
        case Link():
            inner = inlines_html(inline.inlines)
            return f'<a href="{escape(inline.url)}">{inner}</a>'
        case Cite():
            return f'<a class="cite" href="#reference-{inline.numbers[0]}">{plain_html(inline.text)}</a>'
        case CrossRef():
            return f'<a class="ref" href="#{escape(inline.target)}">{plain_html(inline.text)}</a>'
        case NoteRef():
            n = inline.number
            return f'<sup><a id="note-ref-{n}" href="#note-{n}" role="doc-noteref">{n}</a></sup>'
        case LineBreak():
            return "<br>"


def direction(text: str) -> str:
    """The attribute for a text some of which runs from right to left; none for others.

    It also sets the text apart: what follows it, as a year, stays where it is.
    """
    return f' dir="{("ltr", "rtl")[base_level(text)]}"' if runs_from_right(text) else ""


def plain_html(text: str) -> str:
    """A text without markup of its own."""
    way = direction(text)
    return f"<span{way}>{escape(text, quote=False)}</span>" if way else escape(text)


def _text(text: TextRun) -> str:
    lang = (f' lang="{escape(text.language)}"' if text.language else "") + direction(text.text)
    # The id of a nested fact counts its neighbours, seen or unseen: only that of the record is told.
    known = text.origin.facts if text.origin else ()
    records = (fact.fact.partition("/")[0] for fact in known if fact.kind is OriginKind.FACT)
    facts = escape(" ".join(dict.fromkeys(records)))
    if not facts:
        return f"<span{lang}>{escape(text.text, quote=False)}</span>" if lang else escape(text.text, quote=False)
    return f'<span data-facts="{facts}"{lang}>{escape(text.text, quote=False)}</span>'
