"""What is handed on beside a brief to those who follow it, and what its owner keeps of its editions."""

from __future__ import annotations

import enum

from briefgen.records import dataclass


class Follow(enum.StrEnum):
    """A file that tells, edition by edition, what was new in a brief."""

    CHANGES = "changes"
    """As text, in Markdown."""
    ATOM = "atom"
    """As a feed (RFC 4287)."""

    @property
    def ending(self) -> str:
        """What the name of such a file ends in."""
        match self:
            case Follow.CHANGES:
                return ".changes.md"
            case Follow.ATOM:
                return ".atom.xml"


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionPolicy:
    """What a workspace wants of the editions of its briefs."""

    follow: tuple[Follow, ...] = ()
    """What stands beside each brief, where its audience does not say it."""
    files: int = 1
    """Of how many editions before the one in the output its owner keeps the files."""


USUAL_POLICY = EditionPolicy()


@dataclass(frozen=True, slots=True)
class FollowedEdition:
    """What was new in one edition, in words that are ready to print."""

    key: str
    """Tells it from every other of the brief."""
    day: str
    """The day that it showed, as `2021-04-23`."""
    title: str
    lines: tuple[str, ...]
