"""TOML as values, with a place for what keeps it from being read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import Place
from briefgen.late_patterns import late_pattern, patterns_of_others

if TYPE_CHECKING:
    from briefgen.diagnostics import Report

with patterns_of_others():
    import tomllib  # which has patterns for dates, and for templates of texts

_LINE = late_pattern(r"\(at line (\d+), column (\d+)\)")
"""Where tomllib says it stands: in words alone."""


def parse_toml(text: str, path: str, code: str, hint: str, report: Report) -> dict[str, object]:
    """What a TOML text says; nothing where a problem was reported, under the code of the file."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _LINE.search(str(error))
        place = Place(path, int(found[1]), int(found[2])) if found else Place(path)
        report.error(code, place, f"is not well-formed TOML: {_LINE.sub('', str(error)).strip()}", hint)
    except RecursionError:  # tomllib goes down by calls
        report.error("BG103", Place(path), "is nested too deeply", hint)
    except ValueError:  # of a number with thousands of digits, which Python refuses to read
        report.error(code, Place(path), "holds a number that is too long", hint)
    return {}
