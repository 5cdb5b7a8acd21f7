"""What decides the bytes of a brief's files, as one digest: the job, and the code that does it.

The whole job is walked, whatever it is made of: a field that is added to it counts without being named here. What the
walk does not know, it refuses, and the brief is made anew.
"""

from __future__ import annotations

import dataclasses
import enum
import hashlib
import importlib.metadata
import os
import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Any, cast

import briefgen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefgen.pipeline.job import Job

_UNCOUNTED = frozenset({"formats"})
"""Fields of a job that say which files are made, not what they hold."""
_CODE = "briefgen"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*(?<![._-])")
_VERSION = re.compile(r"^Version: *(\S+) *$", re.MULTILINE)
_COMPILED = "__pycache__"
_PLAIN = (str, int, float, bool, Decimal, Fraction, date, type(None))


def fingerprint(job: Job) -> str:
    """The same for two jobs whose files are the same to the byte; empty where that cannot be told."""
    found = hashlib.sha256(code_mark().encode())
    pieces: list[str] = []
    try:
        for name in (field.name for field in dataclasses.fields(job) if field.name not in _UNCOUNTED):
            pieces.append(name)
            _collect(getattr(job, name), pieces)
    except TypeError:
        return ""
    found.update("\0".join(pieces).encode("utf-8", "surrogatepass"))
    return found.hexdigest()


def _collect(value: object, pieces: list[str]) -> None:
    """Every value with its type and place, in an order that is the same in every run."""
    kind = type(value)
    if kind is str:
        pieces.append(f"'{value}")
    elif isinstance(value, enum.Enum):
        pieces.append(f"{kind.__name__}.{value.name}")
    elif isinstance(value, _PLAIN):
        pieces.append(f"{kind.__name__}:{value}")
    elif isinstance(value, bytes):
        pieces.append(hashlib.sha256(value).hexdigest())
    elif isinstance(value, (tuple, list)):
        pieces.append(f"({len(value)}")
        for inner in value:
            _collect(inner, pieces)
    elif isinstance(value, Mapping):
        pieces.append(f"{{{len(value)}")
        for key, inner in value.items():
            _collect(key, pieces)
            _collect(inner, pieces)
    elif isinstance(value, (frozenset, set)):
        pieces.append(f"<{len(value)}")
        pieces.extend(sorted(_alone(inner) for inner in value))
    else:
        _collect_record(value, pieces)


def _collect_record(value: object, pieces: list[str]) -> None:
    kind: type = type(value)
    names = _fields(kind)
    pieces.append(kind.__qualname__)
    for name in names:
        _collect(getattr(value, name), pieces)


def _alone(value: object) -> str:
    pieces: list[str] = []
    _collect(value, pieces)
    return "\0".join(pieces)


@cache
def _fields(kind: type) -> tuple[str, ...]:
    """The names of a record's fields; raises TypeError for what is no record."""
    return tuple(field.name for field in dataclasses.fields(cast("type[Any]", kind)))


# ---------------------------------------------------------------- the code


@cache
def code_mark() -> str:
    """Which briefgen this is, and with which libraries: another one may write other bytes."""
    own = importlib.metadata.distribution(_CODE)
    used = sorted(_versions(own.requires or ()))
    return "\n".join([briefgen.__version__, _content(own), *used])


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
            yield f"{library[0]} {_version(library[0])}"


def _version(library: str) -> str:
    """The line of what an installed library says of itself; all of it takes long to read."""
    head = importlib.metadata.distribution(library).read_text("METADATA") or ""
    found = _VERSION.search(head)
    return found[1] if found else importlib.metadata.version(library)


def _content(own: importlib.metadata.Distribution) -> str:
    """Of what was installed, the list of its files with their digests; of a checkout, its files."""
    listed = own.read_text("RECORD") or ""
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
