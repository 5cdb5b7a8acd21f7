"""What a page opens with: the memo line, the headline, and what stands under it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from briefgen.render.html.inlines import inlines_html, plain_html

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.document import FrontMatter, MemoEntry


def opening_html(front: FrontMatter) -> str:
    """All that stands before contents and text, in the order in which it is read."""
    heading = f"<h1>{inlines_html(front.heading)}</h1>"
    if front.standfirst:
        under = f'<p class="standfirst">{inlines_html(front.standfirst)}</p>'
    else:
        under = f'<p class="subtitle">{plain_html(front.subtitle)}</p>' if front.subtitle else ""
    memo = _memo(front.memo, "memo boxes" if front.has_memo_line else "memo")
    order = (memo, heading, under) if front.has_memo_line else (heading, under, memo)
    return "\n".join(filter(None, order))


def _memo(memo: Sequence[MemoEntry], kind: str) -> str:
    """A label and its value in each row, on a wide page side by side."""
    entries = "".join(
        f"<div><dt>{escape(entry.label)}</dt><dd>{inlines_html(entry.value)}</dd></div>" for entry in memo
    )
    return f'<dl class="{kind}">{entries}</dl>' if entries else ""
