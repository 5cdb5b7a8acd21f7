"""What stands in an output: files, told from each other by their digests, and the names in its folders."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefgen.world import Outputs, Stamp

NOTHING_STANDS = ""
"""The digest of a file that is not there."""


def digest_of(data: bytes) -> str:
    """How a file is told from another of its size."""
    return hashlib.sha256(data).hexdigest()


def digest_at(path: str, outputs: Outputs) -> str:
    """Of what stands there; empty where nothing does; raises OSError."""
    return digest_of(outputs.read(path)) if outputs.stamp(path) is not None else NOTHING_STANDS


def moment(path: str, outputs: Outputs) -> Stamp | None:
    """The stamp of a file that is made there now: what is settled before it speaks for what is read from now on.

    Raises OSError.
    """
    outputs.remove(path)
    outputs.create(path, b"")
    return outputs.stamp(path)


def folders_in(output: str, outputs: Outputs) -> dict[str, list[str]]:
    """The output and each folder in it, with the names there; one that cannot be read holds none that are known."""
    top = _shown(output, outputs)
    return {output: top, **{f"{output}/{name}": _shown(f"{output}/{name}", outputs) for name in top}}


def _shown(folder: str, outputs: Outputs) -> list[str]:
    try:
        return [name for name in outputs.names(folder) if not name.startswith(".")]
    except OSError:
        return []
