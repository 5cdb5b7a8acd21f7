"""briefgen.toml."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from briefgen.diagnostics import Place, did_you_mean
from briefgen.load.text import read_text
from briefgen.model.limits import USUAL, Limits

if TYPE_CHECKING:
    from briefgen.diagnostics import Report
    from briefgen.world import World

PATH = "briefgen.toml"
_LINE = re.compile(r"\(at line (\d+), column (\d+)\)")
TEXTS = ("author", "language", "style")
LIMITS = tuple(field.name for field in fields(Limits))
MOST = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """What briefgen.toml says."""

    author: str = ""
    language: str = "en-GB"
    style: str = ""
    """The house style: a name or a path under templates/styles/; empty for house.yaml."""
    limits: Limits = USUAL


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
    limits = _limits(values.pop("limits", {}), text, report)
    return Config(limits=limits, **_texts(values, text, report))


def _texts(values: dict[str, Any], text: str, report: Report) -> dict[str, str]:
    for name, value in values.items():
        if name not in TEXTS:
            hint = did_you_mean(name, (*TEXTS, "limits"))
            report.error("BG112", _place(text, name), f"there is no setting '{name}'", hint)
        elif not isinstance(value, str):
            report.error("BG112", _place(text, name), f"'{name}' must be a text", f'write {name} = "..."')
    return {name: value for name, value in values.items() if name in TEXTS and isinstance(value, str)}


def _limits(values: object, text: str, report: Report) -> Limits:
    """The table [limits]: whole numbers."""
    if not isinstance(values, dict):
        report.error("BG112", _place(text, "limits"), "'limits' must be a table", "write [limits] on a line of its own")
        return USUAL
    for name, value in values.items():
        if name not in LIMITS:
            report.error("BG112", _place(text, name), f"there is no limit '{name}'", did_you_mean(name, LIMITS))
        elif not _is_bound(value):
            hint = f"write {name} = {getattr(USUAL, name)}"
            report.error("BG112", _place(text, name), f"'{name}' must be a whole number from 1 to {MOST:,}", hint)
    return Limits(**{name: value for name, value in values.items() if name in LIMITS and _is_bound(value)})


def _is_bound(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= MOST


def _place(text: str, name: str) -> Place:
    for number, line in enumerate(text.split("\n"), 1):
        if line.lstrip().startswith((name, f"[{name}")):
            return Place(PATH, number, line.find(name) + 1)
    return Place(PATH)
