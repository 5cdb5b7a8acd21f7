"""Where the files of a run stand: those that are handed on, and what stays with the owner."""

from __future__ import annotations

import hashlib
import posixpath
from typing import TYPE_CHECKING
from urllib.parse import quote

from briefgen.records import dataclass

if TYPE_CHECKING:
    from briefgen.model.editions.copy_number import CopyNumber

INTERNAL = ".briefgen"
"""The folder of a workspace that is its owner's: never handed on, and no matter for version control."""
STAGING = ".briefgen-staging"
"""The folder in the output, and so on its file system, where a brief waits until all of it is there."""
JOURNAL, MANIFEST = "journal.jsonl", "manifest.json"
"""Files in the owner's folder for one output."""
_LONGEST = 120
"""Letters in the name of the owner's folder for one output; a file system takes 255 bytes."""


@dataclass(frozen=True, slots=True)
class Places:
    """Of one output folder."""

    output: str
    """As it was asked for: relative to the workspace, or absolute."""
    internal: str = INTERNAL
    """The owner's folder for all outputs of the workspace, likewise."""
    copy: str = ""
    """Of numbered copies, what the names of their files have behind the audience: `-copy-3-of-12`."""

    @property
    def owners(self) -> str:
        """The owner's folder for this output."""
        return f"{self.internal}/{_address(self.output)}"

    @property
    def staging(self) -> str:
        """Where files wait that will be handed on."""
        return f"{self.output}/{STAGING}"

    @property
    def owners_staging(self) -> str:
        """Where the owner's records wait."""
        return f"{self.owners}/staging"

    @property
    def journal(self) -> str:
        """What is being put in place; there is none between two runs."""
        return f"{self.owners}/{JOURNAL}"

    @property
    def manifest(self) -> str:
        """What stands in the output, and what it was made from."""
        return f"{self.owners}/{MANIFEST}"

    def option_of(self, path: str) -> str:
        """The option that names another folder for what stands at a path."""
        return "--internal" if path == self.internal or path.startswith(f"{self.internal}/") else "--output"

    def brief(self, relation: str, audience: str, ending: str) -> str:
        """A file for readers."""
        return f"{self.output}/{relation}/{audience}{self.copy}{ending}"

    def of_copy(self, copy: CopyNumber) -> Places:
        """Where a numbered copy of what stands here goes: an output of its own, beside this one."""
        return Places(f"{self.output.rstrip('/')}{_copies(copy.name)}", self.internal, copy.behind_audience)

    def of_original(self, name: str) -> Places:
        """Where that stands of which this is the copy of such a name."""
        return Places(self.output.removesuffix(_copies(name)), self.internal)

    def record(self, relation: str, audience: str, ending: str) -> str:
        """A file of the owner's on one brief."""
        return f"{self.owners}/{relation}/{audience}{ending}"

    def cleared(self, relation: str, audience: str, edition: str, ending: str) -> str:
        """Where a file of an edition that was cleared is kept, once another edition takes its place."""
        return self.record(relation, f"cleared/{audience}-{edition}", ending)


def _copies(name: str) -> str:
    return f"-copies/{name}"


def _address(output: str) -> str:
    """A name for an output folder that every file system takes, and that says which one it is."""
    path = posixpath.normpath(output.replace("\\", "/"))
    name = quote(path, safe="")
    if len(name) <= _LONGEST:
        return name
    return f"{name[: _LONGEST - 17]}-{hashlib.sha256(path.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"
