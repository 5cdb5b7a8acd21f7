"""A world that remembers what was asked of it, so that a later run can ask the same and compare."""

from __future__ import annotations

import hashlib
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from briefgen.world.interface import World
    from briefgen.world.outputs import Outputs
    from briefgen.world.stamp import Stamp

_REFUSED = "refused"
"""What stands for an answer that was an error, whatever its words."""
_SHIPPED = "shipped"
_NO_NAMES = hashlib.sha256(b"").hexdigest()
"""The answer of an empty folder, and of none."""
_UNSTEADY = "unsteady"
"""What stands for two answers to one question: somebody changed a file while it was read. No world is like that."""
_LIMIT = 64_000_000
"""Bytes that are compared of one file; more than any limit of the loader."""


class Witness:
    """In front of a world; writing goes through unseen."""

    def __init__(self, world: World, answers: dict[str, str] | None = None, prefix: str = "") -> None:
        self._world = world
        self.answers: dict[str, str] = {} if answers is None else answers
        """Question → digest of the answer, in the order in which they were asked first."""
        self.met: dict[str, Stamp | None] = {}
        """File → its stamp before it was read first."""
        self._prefix = prefix
        self._names: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
        """Folder → the names in it, and what a file system may take for one of them."""

    def read(self, path: str, limit: int) -> bytes:
        """At most `limit` + 1 bytes of a file."""
        if path not in self.met:
            [self.met[path]] = self._world.stamps([path])
        try:
            data = self._world.read(path, limit)
        except OSError:
            self._note(f"read {limit} {path}", _REFUSED)
            raise
        self._note(f"read {limit} {path}", _digest(data))
        return data

    def is_there(self, path: str) -> bool:
        """Whether anything has that name."""
        found = self._world.is_there(path)
        self._note(f"there {path}", str(found))
        return found

    def list(self, folder: str) -> list[str]:
        """Names in a folder in sorted order."""
        try:
            found = self._world.list(folder)
        except OSError:
            self._note(f"list {folder}", _REFUSED)
            raise
        self._note(f"list {folder}", _digest_of_names(found))
        self._names[folder] = frozenset(found), frozenset(map(_folded, found))
        return found

    def is_shipped(self, path: str) -> bool:
        """Whether who reads that path gets a file that briefgen ships."""
        found = self._world.is_shipped(path)
        self._note(f"own {path}", str(found))
        return found

    def stamps(self, paths: Sequence[str]) -> Sequence[Stamp | None]:
        """Of files; nothing that is made depends on them."""
        return self._world.stamps(paths)

    @property
    def shipped(self) -> World:
        """What briefgen ships, watched too."""
        return Witness(self._world.shipped, self.answers, f"{_SHIPPED} ")

    def replace(self, path: str, data: bytes) -> None:
        """Put a whole file in place."""
        self._world.replace(path, data)

    def remove(self, path: str) -> None:
        """Take a file away."""
        self._world.remove(path)

    @property
    def outputs(self) -> Outputs:
        """The files that are made."""
        return self._world.outputs

    def today(self) -> dt.date:
        """The calendar's date."""
        found = self._world.today()
        self._note("today", found.isoformat())
        return found

    @property
    def is_sure(self) -> bool:
        """Whether every question had one answer, and none was an error, whose words may be others next time."""
        return not {_REFUSED, _UNSTEADY} & set(self.answers.values())

    def needed(self) -> dict[str, str]:
        """The answers that have to be asked for again: the others follow from these."""
        return {question: answer for question, answer in self.answers.items() if not self._follows(question, answer)}

    def _follows(self, question: str, answer: str) -> bool:
        """Whether an answer is that of every world with the same names in the folder above."""
        what, _, path = question.partition(" ")
        folder, _, name = path.rpartition("/")
        if folder not in self._names:
            return False
        names, taken = self._names[folder]
        if name in names:
            return what == "there" and answer == str(True)
        is_absent = answer == {"there": str(False), "list": _NO_NAMES}.get(what)
        return is_absent and _folded(name) not in taken

    def _note(self, question: str, answer: str) -> None:
        if self.answers.setdefault(self._prefix + question, answer) != answer:
            self.answers[self._prefix + question] = _UNSTEADY


def answers_alike(world: World, answers: Mapping[str, str], standing: Collection[str] = ()) -> bool:
    """Whether a world gives the same answers as were given then; files that are `standing` are those of then."""
    return all(
        _path_read(question) in standing or _asked_again(world, question) == answer
        for question, answer in answers.items()
    )


def _path_read(question: str) -> str:
    """The file of the workspace that a question was about the bytes of; empty for any other."""
    what, _, rest = question.partition(" ")
    return rest.partition(" ")[2] if what == "read" else ""


def _asked_again(world: World, question: str) -> str:
    what, _, rest = question.partition(" ")
    try:
        match what:
            case "read":
                limit, _, path = rest.partition(" ")
                return _digest(world.read(path, min(int(limit), _LIMIT)))
            case "list":
                return _digest_of_names(world.list(rest))
            case "there":
                return str(world.is_there(rest))
            case "own":
                return str(world.is_shipped(rest))
            case "today":
                return world.today().isoformat()
            case "shipped":
                return _asked_again(world.shipped, rest)
            case _:
                return ""
    except (OSError, ValueError):
        return _REFUSED


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _digest_of_names(names: Iterable[str]) -> str:
    return _digest("\0".join(names).encode("utf-8", "surrogatepass"))


def _folded(name: str) -> str:
    """The same for two names that a file system may take for one."""
    return unicodedata.normalize("NFC", name).casefold()
