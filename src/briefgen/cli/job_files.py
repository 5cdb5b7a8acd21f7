"""The scheduled job that `briefgen init` gives a team: its script, what calls it, and what it installs."""

from __future__ import annotations

import hashlib
import importlib.metadata
import re
from typing import TYPE_CHECKING

from briefgen import __version__
from briefgen.world import shipped_root

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SCRIPT = "schedule/briefs"
BRIEFGEN, LIBRARIES = "schedule/briefgen.txt", "schedule/libraries.txt"
"""What the script installs: written for the briefgen that lays the job out, and again where that is a newer one."""
VENDOR = "vendor"
"""The folder for a wheel that no index has."""
_DESK = "desk"
"""The folder of what a team gets, as it stands in a workspace."""
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*(?<![._-])")
_OF_BRIEFGEN = """\
# What schedule/briefs installs as briefgen: a version, or a wheel in vendor/ with its hash, which pip holds it against.
# `briefgen init --job` writes this file anew, in a workspace that is there.
{line}
"""
_OF_LIBRARIES = """\
# The libraries that briefgen uses, as they were installed when this file was written: with them the same data makes the
# same bytes. `briefgen init --job` writes it anew. Where a hash stands behind each, as pip-compile
# --generate-hashes puts it there, pip takes no file that differs.
{lines}
"""


def job_files(wheel: Path | None) -> dict[str, bytes]:
    """Path in a workspace → file; with a wheel, that is what is installed. Raises OSError where it cannot be read."""
    desk = shipped_root() / _DESK
    files = {p.relative_to(desk).as_posix(): p.read_bytes() for p in sorted(desk.rglob("*")) if p.is_file()}
    line = f"briefgen=={__version__}"
    if wheel:
        data = wheel.read_bytes()
        files[f"{VENDOR}/{wheel.name}"] = data
        line = f"./{VENDOR}/{wheel.name} --hash=sha256:{hashlib.sha256(data).hexdigest()}"
    files[BRIEFGEN] = _OF_BRIEFGEN.format(line=line).encode()
    libraries = dict(sorted(_libraries("briefgen", {})))
    files[LIBRARIES] = _OF_LIBRARIES.format(lines="\n".join(f"{n}=={v}" for n, v in libraries.items())).encode()
    return files


def lay_out_job(folder: Path, files: dict[str, bytes], renewed: frozenset[str] = frozenset()) -> list[str]:
    """Write what is not there, and what is to be written anew; paths of files that are there and say something else.

    Raises OSError.
    """
    others = []
    for path, data in files.items():
        target = folder / path
        if target.exists() and path not in renewed:
            others += [path] if target.read_bytes() != data else []
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
        if path == SCRIPT:
            target.chmod(0o755)
    return others


def _libraries(name: str, met: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Name and version of all that a distribution needs and that is installed, whatever it is needed by."""
    for requirement in importlib.metadata.requires(name) or ():
        needed, _, condition = requirement.partition(";")
        found = _NAME.match(needed)
        if not found or "extra" in condition or found[0].lower() in met:
            continue
        try:
            version = importlib.metadata.version(found[0])
        except importlib.metadata.PackageNotFoundError:  # for another system
            continue
        met[found[0].lower()] = version
        yield found[0].lower(), version
        yield from _libraries(found[0], met)
