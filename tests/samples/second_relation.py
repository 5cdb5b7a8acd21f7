"""The relation of India and Czechia, which is invented and unlike the shipped one in everything; briefs of it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.load import load
from briefgen.world import Disk, Memory, Overlay, shipped_root
from samples.composing import composed

if TYPE_CHECKING:
    from briefgen.model.document import Document
    from briefgen.model.workspace import Workspace

FOLDER = Path(__file__).parents[1] / "relations/india-czechia"
RELATION = "india-czechia"
SHIPPED = Disk(shipped_root())
AUDIENCES = ("business", "culture", "minister", "parliament", "public", "researcher")
"""`culture` is the team's own, with sections for its own kinds."""
HIDDEN = ("radar", "vasudh", "quietly", "quiet-talks", "defence research depends", "internal-note")
"""Words of what is restricted, which no reader may find in any file."""


QUIET_FILES = ("radar.png", "prose/radars.md", "prose/bodies.md")
"""What is restricted as a whole, and public prose that names a restricted fact and is left out with it."""


def files() -> dict[str, bytes]:
    """Path → bytes of the workspace."""
    found = (path for path in FOLDER.rglob("*") if path.is_file() and "output" not in path.parts)
    return {path.relative_to(FOLDER).as_posix(): path.read_bytes() for path in sorted(found)}


def without_hidden_facts() -> dict[str, bytes]:
    """The workspace as it would be if nothing restricted had ever been entered."""
    kept = {path: data for path, data in files().items() if not path.endswith(QUIET_FILES)}
    for path, data in kept.items():
        if path.endswith((".yaml", ".csv", "references.json")) and path.startswith("data/"):
            kept[path] = _public(path, data.decode()).encode()
    return kept


def _public(path: str, text: str) -> str:
    if path.endswith("mechanisms.yaml"):
        before, _, rest = text.partition("- id: wg-radars\n")
        return before + "- id: " + rest.partition("\n- id: ")[2]
    lines = [line for line in text.split("\n") if "restricted" not in line or line.startswith("#")]
    return "\n".join(lines)


@cache
def workspace() -> Workspace:
    """The workspace over what is shipped."""
    outcome = load(Overlay(Memory(files()), SHIPPED))
    assert outcome.diagnostics == ()
    return outcome.value


@cache
def brief(audience: str) -> Document:
    """A brief, of which no error was told while it was composed."""
    document, said = composed(workspace(), audience)
    assert [one for one in said if one.severity == "error"] == []
    return document
