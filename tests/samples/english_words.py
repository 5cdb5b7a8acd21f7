"""The words of briefgen in English, for tests of what is made of them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from briefgen.diagnostics import Report
from briefgen.load.wording.wording_files import read_wordings
from briefgen.model.kinds import SHIPPED_KINDS
from briefgen.model.wording.wordings import NEUTRAL
from briefgen.world import NOTHING

if TYPE_CHECKING:
    from briefgen.model.wording.phrases import Phrases


@cache
def english(tone: str = NEUTRAL) -> Phrases:
    """What briefgen brings along, in a tone."""
    report = Report()
    phrases = read_wordings(NOTHING, (), SHIPPED_KINDS.values(), report).phrases("en", tone)
    assert not report.diagnostics
    return phrases
