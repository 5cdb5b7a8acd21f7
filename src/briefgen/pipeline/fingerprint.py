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
from functools import cache
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
_PLAIN = (str, int, float, bool, Decimal, date, type(None))
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
                found.update(_bytes_of(f"{name}\0{self._told.of(getattr(job, name))}\0"))
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
        return self.each((value,))[0]

    def each(self, values: Iterable[object]) -> list[str]:
        """What each of them is."""
        met, told = self._met, []
        for value in values:  # a view has a hundred thousand of them: no call for a word, or what was met before
            kind = type(value)
            known = f"'{value}" if kind is str else met.get(id(value))
            if known is None:
                known = met[id(value)] = (_WAYS.get(kind) or _way_of(kind))(value, self)
                self._alive.append(value)
            told.append(known)
        return told

    def once(self, way: _Way, value: object) -> str:
        """What is told of it in a way, when it is met first."""
        if id(value) not in self._met:
            self._met[id(value)] = way(value, self)
            self._alive.append(value)
        return self._met[id(value)]

    def forget(self) -> None:
        """Let go of all values."""
        self._met.clear()
        self._alive.clear()


_LASTING = _Told()
"""What all briefs of a workspace have in common, of those that were met last: it is told once for all."""
_MOST_LASTING = 20_000


# ---------------------------------------------------------------- what is told of a value, by its type


_Way: TypeAlias = "Callable[[Any, _Told], str]"
_WAYS: dict[type, _Way] = {}
"""How values of a type are told, of each that was met."""


def _way_of(kind: type) -> _Way:
    found = next((way for kinds, way in _BY_KIND if issubclass(kind, kinds)), None) or _way_of_record(kind)
    return _WAYS.setdefault(kind, found)


def _plain(value: object, _: _Told) -> str:
    """A number, a day, or nothing."""
    return f"{type(value).__name__}:{value}"


def _member(value: enum.Enum, _: _Told) -> str:
    """One of a closed set."""
    return f"{type(value).__name__}.{value.name}"


def _file(value: bytes, _: _Told) -> str:
    """Bytes, by their digest."""
    return hashlib.sha256(value).hexdigest()


def _row(values: Sequence[object], told: _Told) -> str:
    """Values in their order."""
    return "\0".join([f"({len(values)}", *told.each(values)])


def _mapping(values: Mapping[object, object], told: _Told) -> str:
    """Values under their keys, in their order."""
    return "\0".join([f"{{{len(values)}", *told.each(values), *told.each(values.values())])


def _group(values: Collection[object], told: _Told) -> str:
    """Values that have no order."""
    return "\0".join([f"<{len(values)}", *sorted(told.each(values))])


_BY_KIND: tuple[tuple[tuple[type, ...], _Way], ...] = (
    ((enum.Enum,), _member),
    (_PLAIN, _plain),
    ((bytes,), _file),
    ((tuple, list), _row),
    ((Mapping,), _mapping),
    ((frozenset, set), _group),
)


def _way_of_record(kind: type) -> _Way:
    """The kind of a record, and what each of its fields holds; raises TypeError for what is no record."""
    values_of, name = _fields(kind), kind.__qualname__

    def told_of(value: object, told: _Told) -> str:
        words = "\0".join([name, *told.each(values_of(value))])
        return words if len(words) < _WORTH_A_DIGEST else hashlib.sha256(_bytes_of(words)).hexdigest()

    return (lambda value, _: _LASTING.once(told_of, value)) if kind in _of_workspaces() else told_of


def _bytes_of(words: str) -> bytes:
    return words.encode("utf-8", "surrogatepass")


def _of_workspaces() -> frozenset[type]:
    """What all briefs of a workspace have in common, and nothing of its data.

    Loaded with the first brief: a run in which nothing has changed has none.
    """
    from briefgen.model.looks.style import Style
    from briefgen.model.wording.phrases import Phrases
    from briefgen.model.workspace import SectionTemplate

    return frozenset({Phrases, SectionTemplate, Style})


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
