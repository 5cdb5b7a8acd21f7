"""The HTML of a mail: one column, whose looks stand at each element."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from briefgen.model.traversal import heading_of
from briefgen.render.bidirectional import plain_html
from briefgen.render.contents_entries import contents_of
from briefgen.render.eml.mail_blocks import LAYOUT, MailBlocks
from briefgen.render.eml.mail_inlines import mail_inlines
from briefgen.render.eml.mail_look import DARK, MailLook
from briefgen.render.running_marks import running_mark

if TYPE_CHECKING:
    from briefgen.model.document import Document, FrontMatter
    from briefgen.model.looks.style import Style
    from briefgen.render.eml.mail_pictures import MailPicture

_WIDTH = 640
"""Of the column at the most, in pixels."""


def mail_page(document: Document, style: Style, host: str) -> tuple[str, tuple[MailPicture, ...]]:
    """The page and the pictures that it shows, whose ids end in a host."""
    front, look = document.front, MailLook(style)
    writer = MailBlocks(style, look, front, host)
    brief = "\n".join(
        filter(
            None,
            (_opening(front, look), _contents(document, look), writer.blocks(document.blocks), _notes(document, look)),
        )
    )
    language = escape(front.language)
    ground = f"margin:0;padding:0;background:#ffffff;color:{look.palette.ink};{look.css('body')}"
    page = f"""<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>{escape(front.title)}</title>
<style>
{DARK}</style>
</head>
<body class="page" style="{ground}">
<table {LAYOUT} class="page" lang="{language}" style="table-layout:fixed">
<tr><td align="center" style="padding:16px 12px">
<table {LAYOUT} style="max-width:{_WIDTH}px;table-layout:fixed">
<tr><td align="left"{look.text("running", "padding:0 0 16px")}>{_head(front)}</td></tr>
<tr><td align="left" class="brief" style="{look.css("body")}color:{look.palette.ink}">
{brief}
</td></tr>
<tr><td align="left"{look.text("running", "padding:16px 0 0")}>{_foot(front)}</td></tr>
</table>
</td></tr></table>
</body>
</html>
"""
    return page, tuple(writer.pictures)


def _head(front: FrontMatter) -> str:
    """How the mail is handled, then the word behind the text of a page and what the brief is."""
    return _lines(_mark(front), plain_html(front.watermark), plain_html(front.audience))


def _foot(front: FrontMatter) -> str:
    return _lines(_mark(front), plain_html(front.date_line), escape(front.edition))


def _mark(front: FrontMatter) -> str:
    mark = running_mark(front)
    return f"<strong>{plain_html(mark)}</strong>" if mark else ""


def _lines(*lines: str) -> str:
    return "<br>".join(filter(None, lines))


def _opening(front: FrontMatter, look: MailLook) -> str:
    heading = f"<h1{look.text('title', 'margin:0 0 10px')}>{mail_inlines(heading_of(front))}</h1>"
    if front.standfirst:
        under = f"<p{look.text('standfirst', 'margin:0 0 14px')}>{mail_inlines(front.standfirst)}</p>"
    else:
        subtitle = f"<p{look.text('subtitle', 'margin:0 0 14px')}>{plain_html(front.subtitle)}</p>"
        under = subtitle if front.subtitle else ""
    memo = _memo(front, look)
    parts = (memo, heading, under) if front.has_memo_line else (heading, under, memo)
    return "\n".join(filter(None, parts))


def _memo(front: FrontMatter, look: MailLook) -> str:
    """A line to each field, its label in bold."""
    fields = (f"<strong>{escape(entry.label)}</strong> {mail_inlines(entry.value)}" for entry in front.memo)
    lines = _lines(*fields)
    return f"<p{look.text('memo', 'margin:0 0 16px')}>{lines}</p>" if lines else ""


def _contents(document: Document, look: MailLook) -> str:
    entries = contents_of(document)
    if not entries:
        return ""
    lines = _lines(*(f"{'&emsp;' * (entry.level - 1)}{plain_html(entry.words)}" for entry in entries))
    title = f"<h2{look.text('heading2', 'margin:0 0 8px')}>{escape(document.front.contents)}</h2>"
    return f"{title}<p{look.text('contents', 'margin:0 0 16px')}>{lines}</p>"


def _notes(document: Document, look: MailLook) -> str:
    if not document.notes:
        return ""
    items = "".join(f'<li style="margin:0 0 4px">{mail_inlines(note.inlines)}</li>' for note in document.notes)
    list_css = "margin:22px 0 0;padding:10px 0 0 24px"
    return f"<ol{look.text('note', list_css)}>{items}</ol>"
