"""Texts without the signs that a brief puts in the place of those of a keyboard."""

from __future__ import annotations

_SIGNS = str.maketrans({**dict.fromkeys('“”"‘’', "'"), "\u00a0": " "})


def with_plain_signs(text: str) -> str:
    """A text in which every quote and apostrophe is the same sign, and every blank a space."""
    return text.translate(_SIGNS)
