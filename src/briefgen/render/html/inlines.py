"""Inlines as HTML; everything that is text is escaped."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from briefgen.model.document import Cite, CrossRef, Emphasis, Inline, LineBreak, Link, NoteRef, Strong, TextRun
from briefgen.model.origin import OriginKind
from briefgen.model.traversal import plain_text
from briefgen.render.bidirectional import direction, plain_html
from briefgen.render.spoken_brief import is_address, site_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.values.spoken_words import Expansion
    from briefgen.render.spoken_brief import SpokenBrief


class InlineHtml:
    """Writes inlines; what is said of them to readers who do not see the page stands in their attributes."""

    def __init__(self, spoken: SpokenBrief) -> None:
        self._spoken = spoken

    def html(self, inlines: Sequence[Inline]) -> str:
        """All of them."""
        return "".join(self._one(inline) for inline in inlines)

    def _one(self, inline: Inline) -> str:
        match inline:
            case TextRun():
                return self._text(inline)
            case Strong():
                return f"<strong>{self.html(inline.inlines)}</strong>"
            case Emphasis():
                return f"<em>{self.html(inline.inlines)}</em>"
            case Link():
                return self._link(inline)
            case Cite():
                n = inline.numbers[0]
                heard = _heard(self._spoken.source(n, inline.text), inline.text)
                return f'<a class="cite" href="#reference-{n}"{heard}>{plain_html(inline.text)}</a>'
            case CrossRef():
                heard = _heard(self._spoken.place(inline.target, inline.text), inline.text)
                return f'<a class="ref" href="#{escape(inline.target)}"{heard}>{plain_html(inline.text)}</a>'
            case NoteRef():
                n = inline.number
                heard = _heard(self._spoken.note(n), str(n))
                return f'<sup><a id="note-ref-{n}" href="#note-{n}" role="doc-noteref"{heard}>{n}</a></sup>'
            case LineBreak():
                return "<br>"

    def _link(self, link: Link) -> str:
        """A link; one whose words are no address tells where it leads, to who asks for it and to who points at it."""
        site = site_of(link.url)
        title = f' title="{escape(site)}"' if site and not is_address(plain_text(link.inlines)) else ""
        return f'<a href="{escape(link.url)}"{title}>{self.html(link.inlines)}</a>'

    def _text(self, text: TextRun) -> str:
        lang = (f' lang="{escape(text.language)}"' if text.language else "") + direction(text.text)
        # The id of a nested fact counts its neighbours, seen or unseen: only that of the record is told.
        known = text.origin.facts if text.origin else ()
        records = (fact.fact.partition("/")[0] for fact in known if fact.kind is OriginKind.FACT)
        facts = escape(" ".join(dict.fromkeys(records)))
        words = "".join(_piece(piece, expansion) for piece, expansion in self._spoken.pieces(text))
        if not facts:
            return f"<span{lang}>{words}</span>" if lang else words
        return f'<span data-facts="{facts}"{lang}>{words}</span>'


def _heard(said: str, printed: str) -> str:
    """The name of a link to who hears it; it has what is printed in it, so that it can be asked for by voice."""
    return f' aria-label="{escape(said)}"' if said != printed else ""


def _piece(words: str, expansion: Expansion | None) -> str:
    shown = escape(words, quote=False)
    if expansion is None:
        return shown
    lang = f' lang="{escape(expansion.language)}"' if expansion.language else ""
    return f'<abbr title="{escape(expansion.words)}"{lang}>{shown}</abbr>'
