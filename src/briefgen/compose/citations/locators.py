"""Spots in a source as analysts write them: `p. 4`, `pp. 4-6`, `section 3`, `7`; any other words stand as written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.late_patterns import late_pattern
from briefgen.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable

_LABELS = {
    "page": "p pp page pages pg с стр", "chapter": "ch chap chapter chapters",
    "section": "s sec sect section sections §", "paragraph": "para paras par paragraph paragraphs ¶",
    "figure": "fig figs figure figures", "volume": "vol vols volume volumes", "line": "line lines",
    "note": "note notes", "column": "col cols column columns", "issue": "issue issues", "part": "pt part parts",
}  # fmt: skip
_LABEL_OF = {word: label for label, words in _LABELS.items() for word in words.split()}
_WRITTEN = late_pattern(r"(?:([^\W\d_]+|[§¶])\.?\s*)?(\d.*|[ivxlc]+(?:[-–][ivxlc]+)?)")
_RANGE = late_pattern(r"(?<=\d)\s*-{1,2}\s*(?=\d)")


@dataclass(frozen=True, slots=True, order=True)
class CitedSpot:
    """A reference, and where in it."""

    ref: str
    label: str = ""
    """A locator type of CSL 1.0.2, or empty where the words name none."""
    words: str = ""
    """The number or words; empty for the whole source."""


def spots_of(refs: Iterable[str], locators: Iterable[tuple[str, str]]) -> tuple[CitedSpot, ...]:
    """Each reference once, in order, with all its spots as one."""
    found: dict[str, list[tuple[str, str]]] = {ref: [] for ref in refs}
    for ref, text in locators:
        if ref in found and (spot := _read(text)) not in found[ref]:
            found[ref].append(spot)
    return tuple(_together(ref, spots) for ref, spots in found.items())


def _read(text: str) -> tuple[str, str]:
    tidy = _RANGE.sub("–", " ".join(text.split()))
    written = _WRITTEN.fullmatch(tidy)
    if written is None:
        return "", tidy
    if written[1] is None:
        return "page", written[2]
    label = _LABEL_OF.get(written[1].lower())
    return (label, written[2]) if label else ("", tidy)


def _together(ref: str, spots: list[tuple[str, str]]) -> CitedSpot:
    labels = {label for label, _ in spots}
    label = labels.pop() if len(labels) == 1 else ""
    words = (words if label or not own else f"{_short(own)}{words}" for own, words in spots)
    return CitedSpot(ref, label, ", ".join(words))


def _short(label: str) -> str:
    """A label before its number where several kinds stand together."""
    return {"page": "p. ", "section": "sec. ", "chapter": "ch. ", "paragraph": "para. "}.get(label, f"{label} ")


def in_words(spot: CitedSpot) -> str:
    """`p. 4`, `pp. 4–6`, `section 3`: for markers that no style writes."""
    if spot.label == "page":
        return f"{'pp.' if re.search(r'[,–]', spot.words) else 'p.'} {spot.words}"
    return f"{_short(spot.label)}{spot.words}" if spot.label else spot.words
