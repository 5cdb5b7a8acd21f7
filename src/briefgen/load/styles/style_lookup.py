"""House styles by name: a YAML file or a Word file under templates/styles/."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import Place, Report, did_you_mean, echo
from briefgen.load.nodes.file_names import names_in
from briefgen.load.nodes.yaml_files import yaml_of
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.model.template_files import TemplateKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.looks.style import Style
    from briefgen.world import World

_KIND = TemplateKind.STYLE
_HOUSE = "house"
"""The house style where none is named."""


def read_named(world: World, name: str, place: Place, report: Report) -> Style | None:
    """The style of a name (`ministry`) or a file under templates/styles/ (`ministry.dotx`); None after reporting."""
    paths = _paths(world, name)
    if len(paths) > 1:
        names = " and ".join(path.rsplit("/", 1)[-1] for path in paths)
        report.error("BG141", place, f"'{echo(name)}' names {names}", "write the ending of the one that is meant")
        return None
    if not paths:
        hint = (
            did_you_mean(name, _known(world, with_endings=name.endswith(_KIND.endings)))
            or f"put it into {_KIND.folder}/ as .yaml, .docx or .dotx"
        )
        report.error("BG141", place, f"there is no house style '{echo(name)}'", hint)
        return None
    return _read(world, paths[0], report)


def read_default(world: World, report: Report) -> Style | None:
    """The style of a workspace that names none: its own before the shipped one, and text before Word."""
    paths = paths_of(world, "")
    return _read(world, paths[0], report) if paths else None


def paths_of(world: World, name: str) -> list[str]:
    """The files that a name may mean; where none is named, the one that a workspace without a choice is shown in."""
    return _paths(world, name) if name else _paths(world, _HOUSE)[:1]


def _known(world: World, *, with_endings: bool) -> Iterator[str]:
    """What styles are called, as whoever asks for one has begun to write it."""
    for ending in _KIND.endings:
        for name in names_in(world, _KIND.folder, ending, Report()):
            yield f"{name}{ending}" if with_endings else name


def _read(world: World, path: str, report: Report) -> Style | None:
    if path == _KIND.path(_HOUSE) and world.is_shipped(path):
        return DEFAULT_STYLE  # which is what that file says
    if path.endswith(".yaml"):
        from briefgen.load.styles.house_yaml import read_style  # for teams that have one

        return read_style(yaml_of(world, path, report), world, report)
    from briefgen.load.word.word_house_style import describe_house  # likewise, with lxml

    reading = describe_house(world, path, Place(path), report)
    return reading.style if reading else None


def _paths(world: World, name: str) -> list[str]:
    """The files of a style of that name; nothing outside of the folder is one, and one's own go before shipped ones."""
    if "\\" in name or name.startswith("/") or ".." in name.split("/"):
        return []
    endings = ("",) if name.endswith(_KIND.endings) else _KIND.endings
    tries = (f"{_KIND.folder}/{name}{ending}" for ending in endings)
    found = [path for path in tries if world.is_there(path)]
    return [path for path in found if not world.is_shipped(path)] or found
