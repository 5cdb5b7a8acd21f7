"""How much of a machine the making of one brief may take, and how deep its headings go."""

from __future__ import annotations

from dataclasses import dataclass


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
