"""A picture of the running head: a ministry's arms, an office's sign."""

from __future__ import annotations

from briefgen.records import dataclass


@dataclass(frozen=True, slots=True)
class Logo:
    """One picture and where on the page it stands. Lengths are points from the page's top left corner."""

    png: bytes
    """In RGB on white, without metadata, no finer than paper shows."""
    x: float
    y: float
    width: float
    height: float
    alt: str
    """What it shows, for those who do not see it; empty for decoration."""
    kind: str
    """What the file holds: `PNG` or `JPEG`."""
    on_first: bool
    """Whether the first page shows it."""
    on_others: bool
    """Whether all further pages show it."""

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.y + self.height
