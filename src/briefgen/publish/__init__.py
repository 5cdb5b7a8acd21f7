"""Bytes to output/: each file is checked, then put in place whole, or the old one stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import Outcome, Place, Report
from briefgen.publish.gate import leaks_in
from briefgen.publish.inspect import faults_of
from briefgen.publish.redactions import redactions, redactions_path

if TYPE_CHECKING:
    from briefgen.model.facts.coverage import Coverage
    from briefgen.world import World

__all__ = ["leaks_in", "publish", "publish_redactions"]


def publish(path: str, data: bytes, world: World) -> Outcome[bool]:
    """Put one made file in place; whether it was."""
    report = Report()
    for fault in faults_of(path, data):
        report.error("BG603", Place(path), fault, "this is briefgen's own fault: please report it")
    if report.has_errors:
        return Outcome(value=False, diagnostics=report.diagnostics)
    return _placed(path, data, world)


def publish_redactions(output: str, coverage: Coverage, world: World) -> Outcome[bool]:
    """Put the owner's record of what a brief leaves out beside the folder of the briefs."""
    return _placed(redactions_path(output, coverage), redactions(coverage), world)


def _placed(path: str, data: bytes, world: World) -> Outcome[bool]:
    report = Report()
    try:
        world.replace(path, data)
    except OSError as error:
        message = f"cannot be written: {error.strerror or error}"
        report.error("BG601", Place(path), message, "the file that was there is untouched; mend the folder, run again")
        return Outcome(value=False, diagnostics=report.diagnostics)
    return Outcome(value=True)
