"""What a run has beyond its paragraph: a style of words out of a closed set, and what no style can hold."""

from __future__ import annotations

import enum
from typing import assert_never

from briefgen.records import dataclass


class Mark(enum.Enum):
    """What words are, other than text."""

    NONE = enum.auto()
    LINK = enum.auto()
    CITATION = enum.auto()
    UNIT = enum.auto()
    """Of a key figure."""


_WEIGHTS = {(False, False): "", (True, False): "Strong", (False, True): "Emphasis", (True, True): "Intense"}
"""By whether words are strong, and whether they are emphasised."""


@dataclass(frozen=True, slots=True)
class RunLook:
    """The look of a run."""

    mark: Mark = Mark.NONE
    strong: bool = False
    emphasis: bool = False
    in_bold: bool = False
    """Whether the paragraph is bold by a style that is none of the house's texts: bold again would turn it over."""
    extra: str = ""
    """Run properties of its own, behind the style."""

    @property
    def properties(self) -> str:
        """Its run properties.

        Example:
            >>> RunLook(strong=True).properties, PLAIN.properties
            ('<w:rStyle w:val="Strong"/>', '')
        """
        return self.properties_as(self.mark)

    def properties_as(self, mark: Mark) -> str:
        """Its run properties where the words are something else."""
        if mark is Mark.NONE and not (self.strong or self.emphasis):  # as most runs
            return self.extra
        key = self._key(mark)
        return f'<w:rStyle w:val="{key}"/>{self.extra}' if key else self.extra

    def _key(self, mark: Mark) -> str:
        """The id of the style of words; citations and units have one look each."""
        weight = _WEIGHTS[self.strong, self.emphasis]
        match mark:
            case Mark.NONE:
                return "IntenseEmphasis" if weight == "Intense" else weight
            case Mark.LINK:
                return f"Hyperlink{weight}"
            case Mark.CITATION:
                return "CitationMark"
            case Mark.UNIT:
                return "CardUnit"
            case other:
                assert_never(other)


PLAIN = RunLook()
