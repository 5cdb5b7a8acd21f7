"""Whose briefs are made unasked: whom briefgen.toml names, or the workspace's own audiences, or all that are shipped.

A workspace with audiences of its own never gets a brief for one that it does not know of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import Place, did_you_mean, echo
from briefgen.load.settings.workspace_toml import PATH
from briefgen.model.template_files import TemplateKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefgen.diagnostics import Report
    from briefgen.world import World

_KIND = TemplateKind.AUDIENCE
_FOLDER = Place(_KIND.folder)


def unmade(world: World, names: Sequence[str], listed: Mapping[str, Place] | None, report: Report) -> dict[str, Place]:
    """The audiences, of those that there are, whose briefs are made only when they are named; and what says so."""
    if not names:
        report.error("BG101", _FOLDER, "holds no audience", "add one, such as minister.yaml")
        return {}
    if listed is not None:
        return _not_listed(names, listed, report)
    own = {name for name in names if not world.is_shipped(_KIND.path(name))}
    stranger = None if own else _stranger(world)
    if stranger:
        hint = "end its name in .yaml; or take it away, to make the briefs of all audiences that briefgen ships"
        report.error("BG101", _FOLDER, f"holds '{echo(stranger)}', but no audience", hint)
    return dict.fromkeys([name for name in names if name not in own], _FOLDER) if own or stranger else {}


def _not_listed(names: Sequence[str], listed: Mapping[str, Place], report: Report) -> dict[str, Place]:
    for name, place in listed.items():
        if name not in names:
            report.error("BG113", place, f"there is no audience '{echo(name)}'", did_you_mean(name, names))
    setting = next(iter(listed.values()), Place(PATH))
    return {name: setting for name in names if name not in listed}


def _stranger(world: World) -> str | None:
    """What stands among the workspace's own audiences and is none; hidden files are nobody's."""
    names = (name for name in world.list(_KIND.folder) if not name.startswith("."))
    return next((name for name in names if not world.is_shipped(f"{_KIND.folder}/{name}")), None)
