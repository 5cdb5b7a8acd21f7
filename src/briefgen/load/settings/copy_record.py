"""templates/copied.toml: what each shipped file was when it was copied, so that an upgrade can be told from a change.

A line a file, in order of path, so that two people who copy different files merge them by hand at a glance.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from briefgen.diagnostics import Place, Report, Severity, echo
from briefgen.late_patterns import late_pattern
from briefgen.load.nodes.decoding import read_text
from briefgen.load.nodes.toml_values import parse_toml
from briefgen.model.template_files import TEMPLATES
from briefgen.records import replace

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefgen.world import World

PATH = f"{TEMPLATES}/copied.toml"
_MAX_BYTES = 200_000
_DIGEST = late_pattern(r"[0-9a-f]{64}")
_HEAD = """\
# Which files of briefgen were copied here, and the SHA-256 of each as it was then: after an upgrade, `briefgen check`
# tells which have changed since. `briefgen new` and `briefgen migrate` keep this file; without a line, nothing is told.
"""
_HINT = 'write a line "sections/NAME.md.j2" = "SHA-256" for each file, or delete the file: it bears on no brief'


def digest(data: bytes) -> str:
    """The SHA-256 of a text file, whatever its line ends."""
    return hashlib.sha256(data.replace(b"\r\n", b"\n")).hexdigest()


def read_record(world: World, report: Report) -> dict[str, str]:
    """Path → digest of the shipped file when it was copied; a fault is a warning, since no brief depends on it."""
    if not world.is_there(PATH):
        return {}
    own = Report()
    text = read_text(world, PATH, own, _MAX_BYTES)
    found = _entries(parse_toml(text, PATH, "BG104", _HINT, own), own) if text else {}
    report.extend(replace(fault, severity=Severity.WARNING) for fault in own.diagnostics)
    return found


def record_text(record: Mapping[str, str]) -> str:
    """The file that says so."""
    lines = (f'"{path.removeprefix(f"{TEMPLATES}/")}" = "{record[path]}"\n' for path in sorted(record))
    return _HEAD + "".join(lines)


def _entries(values: Mapping[str, object], report: Report) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in values.items():
        if isinstance(value, str) and _DIGEST.fullmatch(value):
            found[f"{TEMPLATES}/{name}"] = value
        else:
            report.error("BG108", Place(PATH), f"'{echo(name)}' has no SHA-256 of 64 letters and digits", _HINT)
    return found
