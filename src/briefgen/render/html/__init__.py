"""The HTML writer: one self-contained, semantic, printable page for the web and the preview."""

from __future__ import annotations

from base64 import b64encode
from html import escape
from typing import TYPE_CHECKING

from briefgen.diagnostics import Outcome
from briefgen.model.rendering import Rendering
from briefgen.render.bidirectional import plain_html
from briefgen.render.contents_entries import MOST_IN_ONE_COLUMN, contents_of, outline_of
from briefgen.render.css import families_beyond
from briefgen.render.headline import with_fitted_headline
from briefgen.render.html.blocks import BlockWriter
from briefgen.render.html.inlines import InlineHtml
from briefgen.render.html.opening import opening_html
from briefgen.render.html.print_sheet import print_rules
from briefgen.render.html.sheet import PRINTED_REM, style_sheet, watermark_rule
from briefgen.render.html.web_fonts import font_faces
from briefgen.render.running_marks import running_mark
from briefgen.render.spoken_brief import SpokenBrief
from briefgen.trace import embedded

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefgen.model.document import Document, FrontMatter
    from briefgen.model.looks.style import Style


_FONTS = "/* fonts */\n"
"""Where the fonts stand: which letters they need is known last."""
_MANY_HEADINGS = 6
"""From so many sections on a page offers its headings, as a PDF does in its outline."""
_PIXELS = 96 / 72
"""CSS pixels to the point."""


def write(document: Document, style: Style, _needed: Mapping[str, bytes], /) -> Outcome[Rendering]:
    """The document as a page, the same bytes each time."""
    front = document.front
    style = with_fitted_headline(style, front)
    inlines = InlineHtml(SpokenBrief(front.spoken, document.blocks))
    body = BlockWriter(style, front, inlines).blocks(document.blocks)
    beyond = families_beyond("".join(sorted({*body, *front.title, *front.subtitle})))
    sheet = style_sheet(style, beyond) + watermark_rule(style, front.watermark)
    sheet += print_rules(style, front, PRINTED_REM)
    page = f"""<!DOCTYPE html>
<html lang="{escape(front.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="{escape(front.summary)}">
<meta name="author" content="{escape(front.author)}">
<meta name="generator" content="briefgen">
{_edition(front)}<title>{escape(front.title)}</title>
<style>
{_FONTS}{sheet}</style>
</head>
<body>
<a class="skip" href="#brief">{escape(front.parts.skip)}</a>
<header class="running">{_logos(style)}{_handling(front)}<span>{plain_html(front.audience)}</span></header>
{_outline(document)}<main id="brief">
<article>
{opening_html(front, inlines)}
{_contents(document)}
{body}
{_notes(document, inlines)}
</article>
</main>
<footer class="running">{_handling(front)}<span>{escape(front.date_line)}</span></footer>
<script type="application/json" id="briefgen-trace">{embedded(document)}</script>
</body>
</html>
"""
    whole = page.replace(_FONTS, font_faces(style, page), 1)
    return Outcome(Rendering(whole.encode("utf-8", "replace")))


def _logos(style: Style) -> str:
    """The pictures of the running head; those without alternative text are decoration."""
    pictures = "".join(
        f'<img src="data:image/png;base64,{b64encode(logo.png).decode("ascii")}" alt="{escape(logo.alt)}" '
        f'width="{logo.width * _PIXELS:.0f}" height="{logo.height * _PIXELS:.0f}">'
        for logo in style.opening_logos
    )
    return f'<span class="logos">{pictures}</span>' if pictures else ""


def _edition(front: FrontMatter) -> str:
    state = front.state
    named = {
        "edition": front.edition, "status": state.said if state else "", "cleared-by": state.by if state else "",
        "cleared-on": state.on if state else "",
    }  # fmt: skip
    return "".join(f'<meta name="{name}" content="{escape(value)}">\n' for name, value in named.items() if value)


def _handling(front: FrontMatter) -> str:
    mark = running_mark(front)
    return f'<span class="handling">{escape(mark)}</span>' if mark else ""


def _contents(document: Document) -> str:
    entries = contents_of(document)
    if not entries:
        return ""
    items = "".join(
        f'<li class="level-{entry.level}"><a href="#{escape(entry.target)}">{plain_html(entry.words)}</a></li>'
        for entry in entries
    )
    long = ' class="long"' if len(entries) > MOST_IN_ONE_COLUMN else ""
    title = f'<p class="contents-title" id="contents-title">{escape(document.front.contents)}</p>'
    return f'<nav class="contents" aria-labelledby="contents-title">{title}<ol{long}>{items}</ol></nav>'


def _outline(document: Document) -> str:
    """The headings to unfold, where no contents are printed: no words of the brief, and not on paper."""
    entries = [entry for entry in outline_of(document) if entry.level == 1]
    if document.front.contents or len(entries) < _MANY_HEADINGS:
        return ""
    items = "".join(f'<li><a href="#{escape(entry.target)}">{plain_html(entry.words)}</a></li>' for entry in entries)
    name = escape(document.front.parts.contents)
    unfolded = f"<details><summary>{name}</summary><ol>{items}</ol></details>"
    return f'<nav class="outline" aria-label="{name}">{unfolded}</nav>\n'


def _notes(document: Document, inlines: InlineHtml) -> str:
    if not document.notes:
        return ""
    names = document.front.parts
    items = "".join(
        f'<li id="note-{note.number}">{inlines.html(note.inlines)} '
        f'<a href="#note-ref-{note.number}" role="doc-backlink"><span aria-hidden="true">↩</span>'
        f'<span class="heard">{escape(names.back.format(number=note.number))}</span></a></li>'
        for note in document.notes
    )
    return f'<section role="doc-endnotes" aria-label="{escape(names.notes)}"><ol class="notes">{items}</ol></section>'
