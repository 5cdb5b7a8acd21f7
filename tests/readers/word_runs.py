"""Runs of words, hashed: they tell whether a text repeats another one without holding it."""

from __future__ import annotations

import hashlib
import re

LENGTH = 8


def words_of(text: str) -> list[str]:
    """Words and figures alone, so that blanks and quotation marks of an extraction do not matter."""
    return re.findall(r"[\w$]+", text.casefold())


def hashed_runs(words: list[str]) -> set[str]:
    """A short hash for every run of eight words."""
    runs = (" ".join(words[i : i + LENGTH]) for i in range(len(words) - LENGTH + 1))
    return {hashlib.sha256(run.encode()).hexdigest()[:10] for run in runs}
