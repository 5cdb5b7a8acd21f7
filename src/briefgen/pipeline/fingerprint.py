"""What decides the bytes of a brief's files, as one digest: the job, and the code that does it.

The whole job is walked, whatever it is made of: a field that is added to it counts without being named here. What the
walk does not know, it refuses, and the brief is made anew.
"""

from __future__ import annotations

import dataclasses
import enum
import hashlib
import os
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeAlias, cast

import briefgen
from briefgen.late_patterns import late_pattern
from briefgen.world.installed_packages import installed_version, required_packages, text_of_package

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from briefgen.pipeline.job import Job

_UNCOUNTED = frozenset({"formats"})
"""Fields of a job that say which files are made, not what they hold."""
_CODE = "briefgen"
_NAME = late_pattern(r"[A-Za-z0-9][A-Za-z0-9._-]*(?<![._-])")
_COMPILED = "__pycache__"
_PLAIN = (str, int, float, bool, Decimal, Fraction, date, type(None))
_WORTH_A_DIGEST = 256
"""Letters; a record that is told in so many is told by its digest, however often it stands somewhere."""


class Fingerprints:
    """Of several jobs that share most of what they hold, which is gone through once."""

    def __init__(self) -> None:
        self._told = _Told()

    def of(self, job: Job) -> str:
        """The same for two jobs whose files are the same to the byte; empty where that cannot be told."""
        found = hashlib.sha256(code_mark().encode())
        if _LASTING.size > _MOST_LASTING:
            _LASTING.forget()
        try:
            for name in (field.name for field in dataclasses.fields(job) if field.name not in _UNCOUNTED):
                found.update(f"{name}\0{self._told.of(getattr(job, name))}\0".encode("utf-8", "surrogatepass"))
        except TypeError:
            return ""
        return found.hexdigest()


class _Told:
    """Every value of one job with its type and place, in words that are the same in every run.

    A record stands in many places, as an origin does behind each figure that was made of it: it is gone through once.
    What is told of it is made of what it holds alone, so that it does not matter which records are one and the same.
    """

    def __init__(self) -> None:
        self._met: dict[int, str] = {}
        """What was told of a value, by the identity that it keeps while it stands here."""
        self._alive: list[object] = []

    @property
    def size(self) -> int:
        """How many values were met."""
        return len(self._alive)

    def of(self, value: object) -> str:
        """What a value is; raises TypeError for what the walk does not know."""
        kind = type(value)
        if kind is str:
            return f"'{value}"
        known = self._met.get(id(value))
        if known is None:
            known = self._met[id(value)] = (_WAYS.get(kind) or _way_of(kind))(self, value)
            self._alive.append(value)
        return known

    def _each(self, values: Iterable[object]) -> list[str]:
        """What `of` says of each; nearly all are words, or were met before."""
        met, of = self._met, self.of
        return [f"'{one}" if type(one) is str else met.get(id(one)) or of(one) for one in values]

    def plain(self, value: object) -> str:
        """A number, a day, or nothing."""
        return f"{type(value).__name__}:{value}"

    def member(self, value: enum.Enum) -> str:
        """One of a closed set."""
        return f"{type(value).__name__}.{value.name}"

    def file(self, value: bytes) -> str:
        """Bytes, by their digest."""
        return hashlib.sha256(value).hexdigest()

    def row(self, value: Sequence[object]) -> str:
        """Values in their order."""
        return "\0".join([f"({len(value)}", *self._each(value)])

    def mapping(self, value: Mapping[object, object]) -> str:
        """Values under their keys, in their order."""
        return "\0".join([f"{{{len(value)}", *self._each(chain.from_iterable(value.items()))])

    def group(self, value: Collection[object]) -> str:
        """Values that have no order."""
        return "\0".join([f"<{len(value)}", *sorted(self._each(value))])

    def record(self, value: object) -> str:
        """The kind of a record, and what each of its fields holds."""
        kind: type = type(value)
        if self is not _LASTING and kind in _of_workspaces():
            return _LASTING.of(value)
        told = "\0".join([kind.__qualname__, *self._each(_fields(kind)(value))])
        return (
            told if len(told) < _WORTH_A_DIGEST else hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()
        )

    def forget(self) -> None:
        """Let go of all values."""
        self._met.clear()
        self._alive.clear()


@cache
def _of_workspaces() -> frozenset[type]:
    """What all briefs of a workspace have in common, and nothing of its data.

    Loaded with the first brief: a run in which nothing has changed has none.
    """
    from briefgen.model.looks.style import Style
    from briefgen.model.wording.phrases import Phrases
    from briefgen.model.workspace import SectionTemplate

    return frozenset({Phrases, SectionTemplate, Style})


_LASTING = _Told()
"""Those that were met last: they are told once for all briefs."""
_MOST_LASTING = 20_000


_Way: TypeAlias = "Callable[[_Told, Any], str]"
_WAYS: dict[type, _Way] = {}
"""How values of a type are told, of each that was met."""


def _way_of(kind: type) -> _Way:
    found = next((way for kinds, way in _BY_KIND if issubclass(kind, kinds)), _Told.record)
    return _WAYS.setdefault(kind, found)


_BY_KIND: tuple[tuple[tuple[type, ...], _Way], ...] = (
    ((enum.Enum,), _Told.member),
    (_PLAIN, _Told.plain),
    ((bytes,), _Told.file),
    ((tuple, list), _Told.row),
    ((Mapping,), _Told.mapping),
    ((frozenset, set), _Told.group),
)


@cache
def _fields(kind: type) -> Callable[[object], Iterable[object]]:
    """What gives the values of a record's fields; raises TypeError for what is no record."""
    names = [field.name for field in dataclasses.fields(cast("type[Any]", kind))]
    if len(names) > 1:
        return attrgetter(*names)
    return lambda record: [getattr(record, name) for name in names]


# ---------------------------------------------------------------- the code


@cache
def code_mark() -> str:
    """Which briefgen this is, and with which libraries: another one may write other bytes."""
    used = sorted(_versions(required_packages(_CODE)))
    return "\n".join([briefgen.__version__, _content(text_of_package(_CODE, "RECORD")), *used])


@cache
def code_digest() -> str:
    """The same in short: what two machines tell each other."""
    return f"{briefgen.__version__}-{hashlib.sha256(code_mark().encode()).hexdigest()[:16]}"


def _versions(requirements: Iterable[str]) -> Iterator[str]:
    """Of the libraries that every briefgen needs; extras write no brief."""
    for requirement in requirements:
        name, _, condition = requirement.partition(";")
        if condition:  # of an extra, or for another system
            continue
        library = _NAME.match(name)
        if library:
            yield f"{library[0]} {installed_version(library[0])}"


def _content(listed: str) -> str:
    """Of what was installed, the list of its files with their digests; of a checkout, its files."""
    home = os.path.dirname(briefgen.__file__)  # noqa: PTH120 - here and below, what each run does with each file
    packed = [line for line in listed.splitlines() if line.startswith(f"{_CODE}/") and _COMPILED not in line]
    if any(line.startswith(f"{_CODE}/__init__.py,") for line in packed):
        return hashlib.sha256("\n".join(sorted(packed)).encode()).hexdigest()
    found = hashlib.sha256()
    for path in sorted(_files_in(home)):
        found.update(f"{path.removeprefix(home)}\0".encode())
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - unbuffered: each run reads each file
            found.update(hashlib.sha256(file.read()).digest())
    return found.hexdigest()


def _files_in(folder: str) -> Iterator[str]:
    for above, _, names in os.walk(folder):
        if not above.endswith(_COMPILED):
            yield from (os.path.join(above, name) for name in names)  # noqa: PTH118 - likewise
