"""Amounts as people write them, with the sign of a currency or a step of thousands: how they are written in a file."""

from __future__ import annotations

from typing import NamedTuple

from briefgen.late_patterns import late_pattern
from briefgen.load.shapes.number_hints import plainly
from briefgen.model.facts.currency_signs import CURRENCY_SIGNS

_STEPS = {
    "k": "thousand", "thousand": "thousand", "m": "million", "mn": "million", "mln": "million", "million": "million",
    "b": "billion", "bn": "billion", "billion": "billion",
}  # fmt: skip
_SCALES = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_SIGN = rf"[A-Z]{{3}}|{'|'.join(sign.replace('$', '[$]') for sign in sorted(CURRENCY_SIGNS, key=len, reverse=True))}"
_AMOUNT = late_pattern(
    rf"(?P<before>{_SIGN})?\s*(?P<number>\d[\d.,' \u00a0\u202f\u2019]*?)"
    rf"\s*(?P<step>{'|'.join(sorted(_STEPS, key=len, reverse=True))})?\s*(?P<behind>{_SIGN})?"
)


class _Amount(NamedTuple):
    number: str
    step: str
    currency: str


def _amount_in(text: str) -> _Amount | None:
    """A number with a currency, a step or both; None of any other text."""
    found = _AMOUNT.fullmatch(text.strip())
    if not found or not (found["before"] or found["behind"] or found["step"]):
        return None
    step, currency = found["step"] or "", found["before"] or found["behind"] or ""
    return _Amount(plainly(found["number"]), _STEPS.get(step, ""), CURRENCY_SIGNS.get(currency, currency))


def amount_hint(text: str) -> str | None:
    """How an amount is written in one value: `$40m` is told to be '40 million USD'."""
    amount = _amount_in(text)
    return f"write '{' '.join(filter(None, amount))}'" if amount and amount.currency else None


def columns_hint(text: str) -> str | None:
    """How an amount is written in the columns of a table: `350 million` is 350 there, and 1000000 in `scale`."""
    amount = _amount_in(text)
    if amount is None:
        return None
    beside = [f"{_SCALES[amount.step]} in the column scale"] if amount.step else []
    beside += [f"{amount.currency} in the column currency"] if amount.currency else []
    return f"write {amount.number} here, and {' and '.join(beside)}"
