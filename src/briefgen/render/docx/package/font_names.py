"""What families are called in Word files.

A face that travels in a Word file is found by the name that stands inside of it. The bundled faces that do are modified
versions, which may not bear the reserved names of their makers (SIL Open Font License 1.1, 3): they go by names of
their own, with the name of the design beside it for machines that have it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefgen.model.looks.style import Family

_DESIGNS = {"firago": "FiraGO", "source-serif-4": "Source Serif 4"}
_TRAVELLING = {"firago": "Briefgen Sans", "source-serif-4": "Briefgen Serif"}
_SELDOM, _OFTEN = 1.1, 1.35
_EVERYWHERE = {"sans-serif": ("Calibri", "Arial"), "serif": ("Cambria", "Times New Roman")}
"""Families that Word brings along: for Latin letters, and for scripts from right to left."""


def travels(family: Family) -> bool:
    """Whether the family's faces are put into Word files."""
    return family.embed and family.name == _DESIGNS.get(family.source)


def word_name(family: Family) -> str:
    """The family's name in styles and theme.

    Example:
        >>> from briefgen.model.looks.style import Family
        >>> word_name(Family("FiraGO", "firago", "sans-serif")), word_name(Family("Lato", "firago", "sans-serif"))
        ('Briefgen Sans', 'Lato')
    """
    return _TRAVELLING[family.source] if travels(family) else family.name


def other_names(family: Family) -> tuple[str, ...]:
    """Families that stand in where that one is missing, the likest first."""
    design = (family.name,) if travels(family) else ()
    return (*design, _everywhere(family)[0])


def complex_script_name(family: Family) -> str:
    """The family for Arabic, Hebrew and the like: one that every Office has, where ours is not known to have them."""
    return _everywhere(family)[1] if family.name in _DESIGNS.values() else family.name


def substitute(family: Family) -> float:
    """How much wider a font may be that stands in for the family: much, where the file does not bring it along."""
    return _SELDOM if travels(family) else _OFTEN


def _everywhere(family: Family) -> tuple[str, str]:
    return _EVERYWHERE["serif" if family.fallback == "serif" else "sans-serif"]
