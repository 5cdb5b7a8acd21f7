"""What the words for news of an edition are handed, by what became of a fact or figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.wording.patterns import NOTHING, handed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefgen.model.wording.patterns import Handed

_WHAT = handed("what")
NEWS: Mapping[str, Handed] = {
    "since": handed("date"),
    "added": _WHAT, "passed": _WHAT,
    "revised": handed("what", "field", "values"), "reworded": handed("what", "field"),
    "figure_added": handed("what", "value"), "figure_revised": handed("what", "values"),
    "figure_moved": handed("what", "values"),
    "stale": handed("what", "date"), "gone": handed("count", "what"), "withdrawn": _WHAT,
    "now": handed("new"), "now_and_before": handed("new", "old"),
    "dated": handed("what", "date"), "part": handed("whole", "kind"), "untitled": handed("kind", "words"),
    "figure": handed("of", "when"),
    "edition": handed("edition", "date"), "first": NOTHING, "intro": NOTHING,
}  # fmt: skip
"""Each sentence, but for its stop, then what its places are filled with, then what stands around it where editions
are told one by one."""
