"""Inlines as HTML; everything that is text is escaped."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from briefgen.model.document import Cite, CrossRef, Emphasis, Inline, LineBreak, Link, NoteRef, Strong, TextRun
from briefgen.model.origin import OriginKind

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
            return f'<a class="cite" href="#reference-{inline.numbers[0]}">{escape(inline.text)}</a>'
        case CrossRef():
            return f'<a class="ref" href="#{escape(inline.target)}">{escape(inline.text)}</a>'
        case NoteRef():
            n = inline.number
            return f'<sup><a id="note-ref-{n}" href="#note-{n}" role="doc-noteref">{n}</a></sup>'
        case LineBreak():
            return "<br>"


def _text(text: TextRun) -> str:
    lang = f' lang="{escape(text.language)}"' if text.language else ""
    # The id of a nested fact counts its neighbours, seen or unseen: only that of the record is told.
    known = text.origin.facts if text.origin else ()
    records = (fact.fact.partition("/")[0] for fact in known if fact.kind is OriginKind.FACT)
    facts = escape(" ".join(dict.fromkeys(records)))
    if not facts:
        return f"<span{lang}>{escape(text.text, quote=False)}</span>" if lang else escape(text.text, quote=False)
    return f'<span data-facts="{facts}"{lang}>{escape(text.text, quote=False)}</span>'
