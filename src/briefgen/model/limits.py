"""How much of a machine the making of one brief may take, and how deep its headings go."""

from __future__ import annotations

import enum

from briefgen.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ResourceLimits:
    """Bounds that honest briefs of hundreds of pages keep to, and that a template cannot talk its way out of."""

    section_seconds: int = 10
    """Processor time of one section: its template and the reading of its Markdown."""
    file_seconds: int = 60
    """Processor time of laying out and writing one file."""
    memory_mb: int = 1_400
    """Address space of the process that does it."""


USUAL = ResourceLimits()
"""Where briefgen.toml says nothing."""
DEEPEST_HEADING = 5
"""The title of a brief is the first of the six levels that a page has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureTotals:
    """How much all pictures of a relation, or of a brief, may be together."""

    read_mb: int = 256
    """Megabytes of the files of one folder."""
    read_pixels: int = 600_000_000
    """Pixels in them, as they say themselves before they are opened: fifty photographs as cameras take them."""
    placed_mb: int = 48
    """Megabytes of pictures as they are written anew: in a folder, and in a brief, once for each place."""


PICTURES_TOGETHER = PictureTotals()


class StalePolicy(enum.Enum):
    """What is to happen where what briefs say has grown old: by its name in the settings."""

    FAIL = "fail"
    """`briefgen check` ends with an exit code of its own, so that a scheduled run fails."""
    ISSUE = "issue"
    """The run passes, and what is due is written down for an issue."""
    TELL = "tell"
    """It is told among the other warnings, and nothing more."""
