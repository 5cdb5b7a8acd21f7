"""What of a workspace can go because briefgen ships the same, and how it goes: each step leaves a workspace that works.

Copies of audiences decide whose briefs are made where no setting does; then the setting is written before they go.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import Diagnostic, Outcome, Place, Report, Severity
from briefgen.load import load
from briefgen.load.nodes.file_names import names_in
from briefgen.load.settings.audience_list import audience_line, with_audiences
from briefgen.load.settings.copy_record import PATH as RECORD
from briefgen.load.settings.copy_record import read_record, record_text
from briefgen.load.settings.template_copies import says_the_same
from briefgen.load.settings.workspace_toml import PATH, read_config
from briefgen.model.template_files import TemplateKind, named_by
from briefgen.model.workspace import CopyState
from briefgen.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.model.workspace import Workspace
    from briefgen.world import World

_MOST = 16_000
_COMMENT = "# Whose briefs are made; `briefgen audiences` tells of each.\n"


@dataclass(frozen=True, slots=True)
class Migration:
    """What is to be done."""

    paths: tuple[str, ...]
    """Files that say the same as shipped ones."""
    kept: tuple[str, ...] = ()
    """Files that do so too, but hide another one that would come to the fore."""
    audiences: tuple[str, ...] = ()
    """Whom the settings must list first, so that the same briefs are made as before; none where that is so anyway."""
    settings: str = ""
    """The settings with that list."""


def migration(world: World) -> Outcome[Migration | None]:
    """What can go; None where it cannot be told what would come of it."""
    loaded = load(world)
    workspace = loaded.value
    faults = tuple(d for d in loaded.diagnostics if d.place.path == PATH and d.severity is Severity.ERROR)
    if faults:
        return Outcome(None, faults)
    same = [copy.path for copy in workspace.copies if copy.state is CopyState.SAME]
    kept = tuple(path for path in same if _hides_another(world, path))
    paths = tuple(path for path in same if path not in kept)
    made = _to_list(world, workspace, paths)
    settings = _settings(world, made) if made else ""
    if settings is None:
        message, hint = "the list of audiences cannot be written into this file with certainty", audience_line(made)
        fault = Diagnostic("BG112", Severity.ERROR, Place(PATH), message, f"write it yourself, and run again: {hint}")
        return Outcome(None, (fault,))
    return Outcome(Migration(paths, kept, made, settings))


def carried_out(plan: Migration, world: World) -> Iterator[str]:
    """Do it, and name each file that is gone; raises OSError between two steps."""
    if plan.settings:
        world.replace(PATH, plan.settings.encode())
    for path in plan.paths:
        if says_the_same(world, path):
            world.remove(path)
            yield path
    report = Report()
    record = read_record(world, report)
    left = {path: digest for path, digest in record.items() if not world.is_shipped(path)}
    if report.diagnostics or left == record:
        return
    if left:
        world.replace(RECORD, record_text(left).encode())
    else:
        world.remove(RECORD)


def _hides_another(world: World, path: str) -> bool:
    """Whether a file of that name and another ending would be used once it is gone: house.docx behind house.yaml."""
    found = named_by(path)
    if found is None:
        return False
    kind, name = found
    others = (f"{kind.folder}/{name}{ending}" for ending in kind.endings)
    return any(other != path and world.is_there(other) and not world.is_shipped(other) for other in others)


def _to_list(world: World, workspace: Workspace, paths: Sequence[str]) -> tuple[str, ...]:
    """The audiences whose briefs are made now, where copies that go are what decides that."""
    kind = TemplateKind.AUDIENCE
    is_listed = read_config(world, Report())[0].audiences is not None
    if is_listed or not any(kind.name_in(path) for path in paths):
        return ()
    names = names_in(world, kind.folder, kind.endings[0], Report())
    return tuple(name for name in names if name not in workspace.unmade)


def _settings(world: World, made: Sequence[str]) -> str | None:
    """briefgen.toml with the list; None where it cannot be written for sure."""
    if not world.is_there(PATH):
        return f"{_COMMENT}{audience_line(made)}\n"
    text = world.read(PATH, _MOST).decode()
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    written = with_audiences(text.removeprefix(mark), made)
    return None if written is None else f"{mark}{written}"
