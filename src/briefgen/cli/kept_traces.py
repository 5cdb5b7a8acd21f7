"""Where the traces of briefs are kept: the owner's records know each file that was put in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.cli.workspace_option import fail
from briefgen.publish import Places, recorded
from briefgen.records import dataclass
from briefgen.trace import SUFFIX, is_sidecar

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from briefgen.publish import BriefRecord
    from briefgen.world import Disk, Overlay


@dataclass(frozen=True, slots=True)
class KeptBrief:
    """A brief whose trace is kept."""

    path: Path
    """Of its files, without an ending."""
    endings: tuple[str, ...]
    """Of the files of that edition that are there: `pdf`."""
    sidecar: Path
    name: tuple[str, str]
    """Its relation and its audience."""
    older: tuple[str, ...]
    """Paths of files of earlier editions that stand beside it."""


@dataclass(frozen=True, slots=True)
class KeptTraces:
    """Of one workspace."""

    world: Overlay[Disk]
    internal: str

    def of_output(self, output: str) -> list[KeptBrief]:
        """Every trace of an output folder, in the order of its briefs."""
        found: list[KeptBrief] = []
        for record in self._records_in(Places(output, self.internal).owners):
            files = [self.world.own.root / file.path for file in record.files.values() if file not in record.older]
            endings = tuple(sorted(file.suffix[1:] for file in files if file.is_file()))
            path = self.world.own.root / output / record.relation / record.audience
            older = tuple(file.path for file in record.older if (self.world.own.root / file.path).is_file())
            sidecars = (own for own in self._traces(record) if own.is_file())
            found.extend(KeptBrief(path, endings, own, record.name, older) for own in sidecars)
        return found

    def of_brief(self, brief: Path) -> Path | None:
        """The trace that was made with a file; None where nobody knows of it."""
        wanted = brief.absolute().resolve()
        outputs = self.world.outputs
        for folder in outputs.names(self.internal):
            for record in self._records_in(f"{self.internal}/{folder}"):
                if any((self.world.own.root / file.path).resolve() == wanted for file in record.files.values()):
                    return next((path for path in self._traces(record) if path.is_file()), None)
        return None

    def _records_in(self, owners: str) -> list[BriefRecord]:
        try:
            manifest, _ = recorded(owners, self.world.outputs).value
        except OSError as error:
            fail(f"{owners} cannot be read: {error.strerror or error}", "look at its permissions")
        return [manifest.briefs[name] for name in sorted(manifest.briefs)]

    def _traces(self, record: BriefRecord) -> Iterable[Path]:
        return (self.world.own.root / file.path for file in record.records if is_sidecar(file.path))


def beside(brief: Path) -> Path:
    """The trace beside a brief, where somebody handed both on."""
    return brief.absolute().with_suffix(SUFFIX)
