"""Bytes to output/: each file is checked, then put in place whole, or the old one stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import Outcome, Place, Report
from briefgen.publish.gate import leaks_in
from briefgen.publish.redactions import redactions, redactions_path
from briefgen.reading import faults_of, record_faults

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefgen.model.facts.coverage import Coverage
    from briefgen.model.formats import Format
    from briefgen.world import World

__all__ = ["leaks_in", "publish", "publish_record", "publish_redactions"]


def publish(form: Format, path: str, data: bytes, world: World) -> Outcome[bool]:
    """Put one made file in place; whether it was."""
    return _placed(path, data, faults_of(form, data), world)


def publish_record(path: str, data: bytes, world: World) -> Outcome[bool]:
    """Put a record in place that is the owner's and no format of a brief."""
    return _placed(path, data, record_faults(data), world)


def publish_redactions(output: str, coverage: Coverage, world: World) -> Outcome[bool]:
    """Put the owner's record of what a brief leaves out beside the folder of the briefs."""
    return publish_record(redactions_path(output, coverage), redactions(coverage), world)


def _placed(path: str, data: bytes, faults: Iterable[str], world: World) -> Outcome[bool]:
    report = Report()
    for fault in faults:
        report.error("BG603", Place(path), fault, "this is briefgen's own fault: please report it")
    if not report.has_errors:
        try:
            world.replace(path, data)
        except OSError as error:
            hint = "the file that was there is untouched; mend the folder, run again"
            report.error("BG601", Place(path), f"cannot be written: {error.strerror or error}", hint)
    return Outcome(value=not report.has_errors, diagnostics=report.diagnostics)
