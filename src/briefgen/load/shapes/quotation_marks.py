"""Quotation marks around a whole quote: briefs set their own, so that those of the typist would stand twice."""

from __future__ import annotations

_PAIRS = {
    "“": "”", "„": "“”", "«": "»", "»": "«", "‹": "›", "›": "‹", "‘": "’", "‚": "‘’", "”": "”", "’": "’", '"': '"',
    "'": "'", "「": "」", "『": "』", "《": "》", "〈": "〉", "〝": "〞〟", "`": "'´", "＂": "＂",
}  # fmt: skip
"""Mark that opens → marks that can close it, in the languages that use it."""
_APOSTROPHES = frozenset("'’")


def without_quotation_marks(text: str) -> str:
    """A quote without one pair of marks around all of it.

    Example:
        >>> without_quotation_marks("“so it was”"), without_quotation_marks("« c’est l’avis »")
        ('so it was', 'c’est l’avis')
        >>> without_quotation_marks("“one” and “two”")
        '“one” and “two”'
    """
    tidy = text.strip()
    inner = tidy[1:-1]
    if inner.strip() and tidy[-1] in _PAIRS.get(tidy[0], "") and _is_one(inner, tidy[0], tidy[-1]):
        return inner.strip()
    return text


def _is_one(inner: str, opening: str, closing: str) -> bool:
    """Whether the marks at both ends belong to each other: none of the same kind between them closes the first."""
    depth = 0
    for at, character in enumerate(inner):
        if character in _APOSTROPHES and inner[at - 1 : at].isalpha() and inner[at + 1 : at + 2].isalpha():
            continue
        if character == closing and (opening == closing or depth == 0):
            return False
        depth += (character == opening) - (character == closing)
    return True
