"""Measures the PDF writer against Typst on the same content: CPU of this process, as ratios.

    pip install -e '.[bench]' && python benchmarks/pdf.py

Both are warm, take turns, and get new content each time; the middle of the rounds counts. A ratio over its bar ends
the program with 1.
"""

from __future__ import annotations

import statistics
import sys
import time
from typing import TYPE_CHECKING

import typst
from content import brief, long_table
from typst_source import typst_source

from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.render.pdf import write_pdf

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.model.document import Document

ROUNDS, EACH = 7, 4
ROWS = 6_200
MOST_OF_TYPST, MOST_OF_TYPST_LONG, MOST_GROWTH = 0.3, 0.5, 1.25


def main() -> int:
    """Print the ratios with their bars."""
    verdicts = [_briefs(), *_long()]
    return 0 if all(verdicts) else 1


def _ours(document: Document) -> object:
    return write_pdf(document, DEFAULT_STYLE).value.data


def _theirs(source: str) -> object:
    return typst.compile(source.encode(), format="pdf", pdf_standards=["ua-1"])


def _cpu(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _briefs() -> bool:
    ours, theirs = [], []
    for number in range(ROUNDS):
        documents = [brief(number * EACH + n) for n in range(EACH)]
        sources = [typst_source(document) for document in documents]
        ours.append(_cpu(lambda made=documents: [_ours(d) for d in made]))  # type: ignore[misc]
        theirs.append(_cpu(lambda made=sources: [_theirs(s) for s in made]))  # type: ignore[misc]
    mine, other = (statistics.median(times[1:]) / EACH for times in (ours, theirs))
    return _told("a brief of four to five pages, of Typst's CPU", mine / other, MOST_OF_TYPST, mine)


def _long() -> list[bool]:
    half, whole = long_table(ROWS // 2), long_table(ROWS)
    source = typst_source(whole)
    short = statistics.median(_cpu(lambda: _ours(half)) for _ in range(3))
    mine = statistics.median(_cpu(lambda: _ours(whole)) for _ in range(3))
    other = _cpu(lambda: _theirs(source))
    return [
        _told(f"{ROWS:,} rows, of Typst's CPU", mine / other, MOST_OF_TYPST_LONG, mine),
        _told(f"{ROWS:,} rows, of twice the half of them", mine / (2 * short), MOST_GROWTH, mine),
    ]


def _told(what: str, ratio: float, most: float, seconds: float) -> bool:
    verdict = "within" if ratio <= most else "OVER"
    print(f"{what}: {ratio:.2f} ({verdict} {most}; {seconds * 1000:.0f} ms)")
    return ratio <= most


if __name__ == "__main__":
    sys.exit(main())
