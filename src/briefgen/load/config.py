"""briefgen.toml."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.diagnostics import Place, did_you_mean
from briefgen.load.text import read_text

if TYPE_CHECKING:
    from briefgen.diagnostics import Report
    from briefgen.world import World

PATH = "briefgen.toml"
_LINE = re.compile(r"\(at line (\d+), column (\d+)\)")


@dataclass(frozen=True, slots=True)
class Config:
    """What briefgen.toml says."""

    author: str = ""
    language: str = "en-GB"
    style: str = ""
    """The house style: a name or a path under templates/styles/; empty for house.yaml."""


def read_config(world: World, report: Report) -> Config:
    """The configuration, or its defaults where there is no file."""
    if not world.is_file(PATH):
        return Config()
    text = read_text(world, PATH, report)
    if text is None:
        return Config()
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _LINE.search(str(error))
        place = Place(PATH, int(found[1]), int(found[2])) if found else Place(PATH)
        report.error("BG112", place, f"is not well-formed TOML: {_LINE.sub('', str(error)).strip()}", None)
        return Config()
    known = ("author", "language", "style")
    for name, value in values.items():
        if name not in known:
            report.error("BG112", _place(text, name), f"there is no setting '{name}'", did_you_mean(name, known))
        elif not isinstance(value, str):
            report.error("BG112", _place(text, name), f"'{name}' must be a text", f'write {name} = "..."')
    return Config(**{name: value for name, value in values.items() if name in known and isinstance(value, str)})


def _place(text: str, name: str) -> Place:
    for number, line in enumerate(text.split("\n"), 1):
        if line.lstrip().startswith((name, f"[{name}")):
            return Place(PATH, number, line.find(name) + 1)
    return Place(PATH)
