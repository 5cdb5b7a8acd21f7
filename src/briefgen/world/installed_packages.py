"""What is installed in this environment, by the names and lists that installers leave.

`importlib.metadata` knows all of it and more, and takes a fortieth of a short command to be loaded: it is asked where
an installer left something else than a folder of that name.
"""

from __future__ import annotations

import os
import sys
from functools import cache

from briefgen.late_patterns import late_pattern

_ENDING = ".dist-info"
_JOINTS = late_pattern(r"[-_.]+")


def installed_version(name: str) -> str:
    """Of a package; raises ModuleNotFoundError where there is none."""
    folder = _folders().get(_normal(name))
    if folder:
        return os.path.basename(folder).removesuffix(_ENDING).partition("-")[2]  # noqa: PTH119 - a string
    from importlib.metadata import version

    return version(name)


def text_of_package(name: str, file: str) -> str:
    """What an installer wrote down of a package, METADATA or RECORD; raises ModuleNotFoundError where there is none."""
    folder = _folders().get(_normal(name))
    if folder is None:
        from importlib.metadata import distribution

        return distribution(name).read_text(file) or ""
    try:
        with open(os.path.join(folder, file), encoding="utf-8") as read:  # noqa: PTH118, PTH123 - each command reads it
            return read.read()
    except FileNotFoundError:
        return ""


def required_packages(name: str) -> list[str]:
    """What a package says that it needs, as `Requires-Dist` writes it."""
    head = text_of_package(name, "METADATA").partition("\n\n")[0]
    fields = (line.partition(":") for line in head.splitlines())
    return [value.strip() for field, _, value in fields if field == "Requires-Dist"]


@cache
def _folders() -> dict[str, str]:
    """Name of a package → what its installer left; of two, the one that stands first on the path."""
    found: dict[str, str] = {}
    for top in sys.path:
        try:
            names = os.listdir(top or os.curdir)  # noqa: PTH208 - names alone
        except OSError:  # an archive, or nothing
            continue
        for name in names:
            if name.endswith(_ENDING):
                found.setdefault(_normal(name.partition("-")[0]), os.path.join(top, name))  # noqa: PTH118 - likewise
    return found


def _normal(name: str) -> str:
    return _JOINTS.sub("-", name).lower()
