"""What a page opens with: the memo line, the headline, and what stands under it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from briefgen.model.traversal import heading_of
from briefgen.render.bidirectional import plain_html
from briefgen.render.memo_rows import memo_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.document import FrontMatter, MemoEntry
    from briefgen.render.html.inlines import InlineHtml


def opening_html(front: FrontMatter, inlines: InlineHtml) -> str:
    """All that stands before contents and text, in the order in which it is read."""
    heading = f"<h1>{inlines.html(heading_of(front))}</h1>"
    if front.standfirst:
        under = f'<p class="standfirst">{inlines.html(front.standfirst)}</p>'
    else:
        under = f'<p class="subtitle">{plain_html(front.subtitle)}</p>' if front.subtitle else ""
    across = len(memo_rows(front.memo)[0]) if front.memo else 0
    looks = f'class="memo boxes" style="--across:{across}"' if front.has_memo_line else 'class="memo"'
    memo = _memo(front.memo, looks, inlines)
    if front.has_memo_line or not memo:
        return "\n".join(filter(None, (memo, heading, under)))
    beside = f'<div class="margin">{memo}</div>'
    return f'<div class="row"><div class="column">{heading}{under}</div>{beside}</div>'


def _memo(memo: Sequence[MemoEntry], looks: str, inlines: InlineHtml) -> str:
    """A label and its value in each row, on a wide page side by side."""
    entries = "".join(
        f"<div><dt>{escape(entry.label)}</dt> <dd>{inlines.html(entry.value)}</dd></div>" for entry in memo
    )
    return f"<dl {looks}>{entries}</dl>" if entries else ""
