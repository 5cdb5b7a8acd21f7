"""Where in the user's files something stands."""

from briefgen.records import dataclass

SHIPPED = "briefgen:"
"""How the path of a file begins that no workspace holds: it is read out of briefgen itself."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A spot in a file; line and column count from 1, and 0 means not known."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        known = [part for part in (self.line, self.column) if part]
        return ":".join([self.path, *map(str, known)])

    @property
    def is_shipped(self) -> bool:
        """Whether it is in a file that briefgen ships."""
        return self.path.startswith(SHIPPED)


NOWHERE = Place("")
