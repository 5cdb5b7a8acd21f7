"""A problem as a value: code, severity, place, message and the next step."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Generic, TypeVar

from briefgen.records import dataclass

if TYPE_CHECKING:
    from briefgen.diagnostics.place import Place

T = TypeVar("T")


class Severity(enum.StrEnum):
    """How much a problem weighs: an error stops the run at the end of its stage."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem a user can act on."""

    code: str
    """A key of `briefgen.diagnostics.codes.CODES`, such as `BG204`."""
    severity: Severity
    place: Place
    message: str
    """What is wrong, with the value found."""
    hint: str | None = None
    """The next thing to do."""
    is_quotable: bool = True
    """Whether the line it stands on may be shown beside it."""
    about: str = ""
    """Id of the fact it is about, where whoever says it knows only the file: the line is looked up for the reader."""


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """What a stage made, and what it had to say."""

    value: T
    diagnostics: tuple[Diagnostic, ...] = ()
