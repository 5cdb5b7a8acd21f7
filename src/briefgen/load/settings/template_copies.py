"""Files of a workspace that take the place of shipped ones: the same, changed, or left behind by an upgrade."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.load.nodes.decoding import MAX_BYTES
from briefgen.load.settings.copy_record import digest
from briefgen.model.template_files import TemplateKind, named_by
from briefgen.model.workspace import CopyState, TemplateCopy

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefgen.world import World


def template_copies(world: World, record: Mapping[str, str]) -> tuple[TemplateCopy, ...]:
    """Every file under templates/ that takes the place of a shipped one, in order of path."""
    paths = sorted(path for path in shipped_paths(world) if not world.is_shipped(path))
    states = ((path, _state(world, path, record.get(path))) for path in paths)
    # Words that lie over the shipped ones do not grow old; the same ones say nothing, and can go.
    return tuple(
        TemplateCopy(path, state) for path, state in states if state and (state is CopyState.SAME or _replaces(path))
    )


def shipped_paths(world: World) -> Iterator[str]:
    """Every template that briefgen ships."""
    for kind in TemplateKind:
        for name in world.shipped.list(kind.folder):
            if kind.name_in(f"{kind.folder}/{name}"):
                yield f"{kind.folder}/{name}"


def _replaces(path: str) -> bool:
    found = named_by(path)
    return found is not None and found[0].takes_the_place


def says_the_same(world: World, path: str) -> bool:
    """Whether a workspace's own file says what the shipped one does."""
    return not world.is_shipped(path) and _state(world, path, None) is CopyState.SAME


def _state(world: World, path: str, copied: str | None) -> CopyState | None:
    """None where the file cannot be read: whoever needs it tells."""
    try:
        own = digest(world.read(path, MAX_BYTES))
    except OSError:
        return None
    shipped = digest(world.shipped.read(path, MAX_BYTES))
    if own == shipped:
        return CopyState.SAME
    if copied in {None, shipped}:
        return CopyState.CHANGED
    return CopyState.UNTOUCHED if own == copied else CopyState.OUTDATED
