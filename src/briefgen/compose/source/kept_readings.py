"""That a template is sound, kept from one command to the next: as data, found by the template's text and by this code.

Nothing of a template is run because of it. One that is forged hides what would be told of the template as it is
written, and no more: the sandbox and the limits stand.
"""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from briefgen.records import dataclass
from briefgen.world import code_stamps
from briefgen.world.installed_packages import installed_version

if TYPE_CHECKING:
    from collections.abc import Iterable


class FieldAsked(NamedTuple):
    """A field that is asked of the members of a list."""

    collection: str
    field: str
    line: int


@dataclass(frozen=True, slots=True)
class SoundReading:
    """What a look at a sound template's text tells."""

    others: tuple[tuple[str, int], ...] = ()
    """Templates that it names, and where."""
    typed: tuple[tuple[str, int], ...] = ()
    """Each number that an expression prints as it stands, `{{ 5 }}`, and where."""
    asked: tuple[FieldAsked, ...] = ()


class KeptFiles(Protocol):
    """Where they are kept."""

    def read(self, name: str) -> bytes | None:
        """What is kept under a name."""

    def keep(self, name: str, data: bytes) -> None:
        """Keep it."""


class _Place:
    files: KeptFiles | None = None


def keep_readings_in(files: KeptFiles) -> None:
    """From now on, in this process."""
    _Place.files = files


def kept_reading(source: str, words: Iterable[str]) -> SoundReading | None:
    """What was found of a template where the same words were known; None where it was not, or not sound."""
    if _Place.files is None or (data := _Place.files.read(_name(source, words))) is None:
        return None
    try:
        said = json.loads(data)
        return SoundReading(
            tuple((str(name), int(at)) for name, at in said["others"]),
            tuple((str(number), int(at)) for number, at in said["typed"]),
            tuple(FieldAsked(str(name), str(field), int(line)) for name, field, line in said["asked"]),
        )
    except (ValueError, KeyError, TypeError):
        return None


def keep_reading(source: str, words: Iterable[str], reading: SoundReading) -> None:
    """Keep what was found of a sound template."""
    if _Place.files is not None:
        said = {"others": reading.others, "typed": reading.typed, "asked": reading.asked}
        _Place.files.keep(_name(source, words), json.dumps(said).encode("ascii"))


def _name(source: str, words: Iterable[str]) -> str:
    said = "\0".join([_code(), source, *words])
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:32]


@cache
def _code() -> str:
    """What tells this code from another: what is sound to one need not be to the next."""
    folder = Path(__file__).parents[1]
    return "\n".join([installed_version("jinja2"), code_stamps(folder / "source", folder / "template")])
