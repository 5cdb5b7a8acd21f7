"""Words inside a style sheet."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.looks.style import Family

_LIKE = {
    "sans-serif": ("Fira Sans", "Segoe UI", "Roboto", "Helvetica Neue", "Arial"),
    "serif": ("Source Serif Pro", "Cambria", "Georgia", "Times New Roman"),
}
"""Families of Windows, Android and macOS that stand in for a sans and a serif one, the most alike first."""


_OF_SCRIPTS = (
    ("\u3041-\u30ff", ("Yu Gothic", "Meiryo", "Hiragino Sans", "Noto Sans CJK JP", "Noto Sans JP")),
    ("\u1100-\u11ff\u3130-\u318f\uac00-\ud7af",
     ("Malgun Gothic", "Apple SD Gothic Neo", "Noto Sans CJK KR", "Noto Sans KR")),
    ("\u2e80-\u2fdf\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff",
     ("Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", "Microsoft JhengHei")),
    ("\u0530-\u058f", ("Segoe UI", "Sylfaen", "Mshtakan", "Noto Sans Armenian")),
    ("\u10a0-\u10ff\u1c90-\u1cbf", ("Segoe UI", "Sylfaen", "Noto Sans Georgian")),
    ("\u1200-\u139f", ("Ebrima", "Nyala", "Kefa", "Noto Sans Ethiopic")),
    ("\u0900-\u097f", ("Nirmala UI", "Kohinoor Devanagari", "Noto Sans Devanagari")),
    ("\u0980-\u0dff", ("Nirmala UI", "Noto Sans Bengali", "Noto Sans Tamil", "Noto Sans Telugu", "Noto Sans Sinhala")),
    ("\u0e00-\u0eff", ("Leelawadee UI", "Thonburi", "Noto Sans Thai", "Noto Sans Lao")),
    ("\u1000-\u109f", ("Myanmar Text", "Myanmar Sangam MN", "Noto Sans Myanmar")),
    ("\u1780-\u17ff", ("Leelawadee UI", "Khmer Sangam MN", "Noto Sans Khmer")),
    ("\u0590-\u05ff", ("Segoe UI", "Arial Hebrew", "Noto Sans Hebrew")),
    ("\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff",
     ("Segoe UI", "Geeza Pro", "Noto Naskh Arabic", "Noto Sans Arabic")),
)  # fmt: skip
"""Letters of a script, and families of Windows, macOS, Android and Linux that have them.

Japanese and Korean come before Chinese: who writes kana or hangul wants Han characters in the forms of that language.
"""


def families_beyond(text: str) -> tuple[str, ...]:
    """Families for the scripts of a text beside Latin, Greek and Cyrillic ones, each once.

    Example:
        >>> families_beyond("Karankevich"), families_beyond("ソウル")[0]
        ((), 'Yu Gothic')
    """
    if text.isascii():
        return ()
    found = (families for letters, families in _OF_SCRIPTS if re.search(f"[{letters}]", text))
    return tuple(dict.fromkeys(name for families in found for name in families))


def css_string(words: str) -> str:
    """A string of CSS, in quotation marks; what is neither letter nor digit is escaped (CSS Syntax 3, 4.3.7).

    Blanks too: one behind an escape would count as its end.
    """
    return "'" + "".join(c if c.isascii() and c.isalnum() else f"\\{ord(c):06x}" for c in words) + "'"


def font_stack(family: Family, beyond: Sequence[str] = ()) -> str:
    """A family and those that stand in for it, then those of other scripts, down to whatever the browser has."""
    names = dict.fromkeys((family.name, *_LIKE.get(family.fallback, ()), *beyond))
    return ",".join((*map(css_string, names), family.fallback))
