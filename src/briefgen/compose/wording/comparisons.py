"""Why two periods are not compared, in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefgen.compose.wording.numbers_money_dates import Wording
    from briefgen.model.view import NotCompared


def not_compared(told: NotCompared, figures: list[str], wording: Wording) -> str:
    """Why two periods, or some figures of them, are not held against each other."""
    phrases, first, last = wording.phrases, wording.named_period(told.earlier), wording.named_period(told.later)
    what = phrases.periods_between.format(low=first, high=last) if told.is_of_several else ""
    what = what or wording.joined([first, last])
    if figures:
        what = phrases.not_compared_of.format(figures=wording.joined(figures), periods=what)
    return phrases.not_compared[told.why.value].format(what=what)
