"""Names of files and folders in a workspace: they become names of briefs, on whatever system those are kept."""

from __future__ import annotations

import errno
import unicodedata
from typing import TYPE_CHECKING

from briefgen.diagnostics import Place
from briefgen.load.nodes.decoding import named, refused

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefgen.diagnostics import Report
    from briefgen.world import World

_LONGEST = 100
"""Bytes: room for an ending and a temporary name below the 255 of common file systems."""
_RESERVED = frozenset(["con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))])
"""Names that Windows keeps for devices, whatever the ending."""
_SYNTAX = frozenset('<>:"/\\|?*')
"""Characters that paths of Windows, or of any system, are made with."""
_HINT = "rename it: letters, digits and hyphens go everywhere"


def names_in(world: World, folder: str, ending: str, report: Report) -> list[str]:
    """Names of files without their ending, hidden ones left out; one that cannot be used is told and left out.

    Of two that a file system may take for one, the workspace's own is told: what briefgen ships cannot be renamed.
    """
    files = [name for name in _listed(world, folder, report) if name.endswith(ending) and not name.startswith(".")]
    files.sort(key=lambda name: not world.is_shipped(f"{folder}/{name}"))
    return sorted(_usable(files, folder, ending, report))


def folders_in(world: World, folder: str, report: Report) -> list[str]:
    """Names of folders that hold something; one with a point in its name is none of ours."""
    names = (name for name in _listed(world, folder, report) if "." not in name)
    return _usable([name for name in names if _holds_something(world, f"{folder}/{name}", report)], folder, "", report)


def _holds_something(world: World, folder: str, report: Report) -> bool:
    """Whether a name is that of a folder with something in it; a file beside the folders is no fault."""
    try:
        return bool(world.list(folder))
    except NotADirectoryError:
        return False
    except OSError:
        return bool(_listed(world, folder, report))


def _usable(names: Iterable[str], folder: str, ending: str, report: Report) -> list[str]:
    found: dict[str, str] = {}
    for name in names:
        stem, place = name.removesuffix(ending), Place(f"{folder}/{name}")
        fault = name_fault(stem)
        first = found.get(folded(stem))
        if fault:
            report.error("BG122", place, fault, _HINT)
        elif first is not None:
            report.error("BG122", place, f"the name is '{first}' in other capitals", "rename one of the two")
        else:
            found[folded(stem)] = stem
    return list(found.values())


def can_be_listed(world: World, folder: str) -> bool:
    """Whether the names in a folder can be read; `names_in` tells where they cannot."""
    try:
        world.list(folder)
    except OSError:
        return False
    return True


def is_empty(world: World, folder: str) -> bool:
    """Whether there is no such folder, or nothing in it; not where that cannot be known, which `names_in` tells."""
    try:
        return not world.list(folder)
    except OSError:
        return False


def _listed(world: World, folder: str, report: Report) -> list[str]:
    try:
        return world.list(folder)
    except OSError as error:
        is_link = error.errno == errno.EXDEV
        step = "put the folder itself there in place of the link" if is_link else "check the folder's rights"
        message = f"cannot be read: {error.strerror or error}"
        report.error("BG101", Place(folder), message, f"{step}; until then nothing in it is used")
        return []


def folded(name: str) -> str:
    """What a file system takes for the same name."""
    return unicodedata.normalize("NFC", name).casefold()


def name_fault(name: str) -> str | None:
    """What keeps a name from being that of a brief's file, in words."""
    bad = next((c for c in name if refused(c) or c in "\t\n\r" or c in _SYNTAX), None)
    if bad is not None:
        return f"the name holds {named(bad)}"
    if len(name.encode()) > _LONGEST:
        return f"the name is longer than {_LONGEST} bytes"
    if not name or name[0] in "- " or name[-1] in ". ":
        return "the name begins or ends with what a system would lose or misread"
    if name.lower() in _RESERVED:
        return f"'{name}' is the name of a device on Windows"
    return None
