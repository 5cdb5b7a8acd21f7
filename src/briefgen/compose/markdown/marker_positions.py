"""Where citation markers stand: before the stop of their sentence, wherever the stop came from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.document import Cite, Inline, TextRun
from briefgen.records import replace

if TYPE_CHECKING:
    from collections.abc import Iterable

_BLANKS = " \u00a0"
_STOPS = (".", ",", ";", ":")


def before_stops(inlines: Iterable[Inline]) -> list[Inline]:
    """The inlines with `claim. [1]` turned into `claim [1].`; a sentence from the data brings its own stop."""
    out: list[Inline] = []
    moved = False
    for inline in inlines:
        if isinstance(inline, Cite):
            stop = _taken_stop(out)
            out.append(inline)
            moved = stop is not None
            if stop:
                out.append(stop)
            continue
        if moved and isinstance(inline, TextRun) and inline.text.startswith(_STOPS):
            out.pop()  # the template has its own stop behind the marker
        moved = False
        out.append(inline)
    return out


def _taken_stop(out: list[Inline]) -> TextRun | None:
    """Take the stop from the end of the words so far; None where there is none."""
    at = next((i for i in range(len(out) - 1, -1, -1) if not _is_blank(out[i])), -1)
    last = out[at] if at >= 0 else None
    if not isinstance(last, TextRun):
        return None
    words = last.text.rstrip(_BLANKS)
    if not words.endswith(".") or words.endswith(".."):
        return None
    kept = words[:-1] + last.text[len(words) :]
    out[at : at + 1] = [replace(last, text=kept)] if kept else []
    return replace(last, text=".")


def _is_blank(inline: Inline) -> bool:
    return isinstance(inline, TextRun) and not inline.text.strip(_BLANKS)
