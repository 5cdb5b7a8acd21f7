"""briefgen.toml."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError

from briefgen.diagnostics import Place, did_you_mean
from briefgen.load.schema import echo
from briefgen.load.text import RefusedCharacterError, clean_text, read_text

if TYPE_CHECKING:
    from briefgen.diagnostics import Report
    from briefgen.world import World

PATH = "briefgen.toml"
_MAX_BYTES = 16_000
"""Three settings do not take more; what TOML can nest or chain grows with the square of a file's size."""
_LINE = re.compile(r"\(at line (\d+), column (\d+)\)")
_KNOWN = ("author", "language", "style")
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Config:
    """What briefgen.toml says."""

    author: str = ""
    language: str = "en-GB"
    style: str = ""
    """The house style: a name or a path under templates/styles/; empty for house.yaml."""


def read_config(world: World, report: Report) -> tuple[Config, Place]:
    """The configuration, or its defaults where there is no file; and where it names the house style."""
    text = read_text(world, PATH, report, _MAX_BYTES) if world.is_there(PATH) else None
    if text is None:
        return Config(), Place(PATH)
    found: dict[str, str] = {}
    for name, value in _values(text, report).items():
        place = _place(text, name)
        if name not in _KNOWN:
            report.error("BG112", place, f"there is no setting '{echo(name)}'", did_you_mean(name, _KNOWN))
        elif not isinstance(value, str):
            report.error("BG112", place, f"'{name}' must be a text", f'write {name} = "..."')
        elif (words := _setting(name, value, place, report)) is not None:
            found[name] = words
    return Config(**found), _place(text, "style")


def _values(text: str, report: Report) -> dict[str, object]:
    """The settings as they are written; none where the file is no TOML."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _LINE.search(str(error))
        place = Place(PATH, int(found[1]), int(found[2])) if found else Place(PATH)
        message = f"is not well-formed TOML: {_LINE.sub('', str(error)).strip()}"
        report.error("BG112", place, message, 'write name = "value", one setting a line')
    except RecursionError:
        report.error("BG103", Place(PATH), "is nested too deeply", 'write name = "value", one setting a line')
    except ValueError:  # of a number with thousands of digits
        report.error("BG112", Place(PATH), "holds a number that is too long", 'write name = "value"')
    return {}


def _setting(name: str, written: str, place: Place, report: Report) -> str | None:
    """A setting's words; None where they cannot be used, which is told."""
    try:
        value = " ".join(clean_text(written).split())
    except RefusedCharacterError as error:
        report.error("BG102", place, f"holds an escape for {error}", "write the text without it")
        return None
    if len(value) > _LONGEST:
        report.error("BG103", place, f"'{name}' is longer than {_LONGEST} characters", "shorten it")
        return None
    if name == "language" and not _is_language(value):
        message = f"'{echo(value)}' is no language that is known"
        report.error("BG112", place, message, 'write one such as "en-GB" or "fr"')
        return None
    return value


def _is_language(tag: str) -> bool:
    """Whether a tag (BCP 47) names a language whose dates and numbers are known."""
    try:
        Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return False
    return True


def _place(text: str, name: str) -> Place:
    for number, line in enumerate(text.split("\n"), 1):
        if line.lstrip().startswith((name, f"[{name}")):
            return Place(PATH, number, line.find(name) + 1)
    return Place(PATH)
