"""The check before publishing: a file that is not sound is our own fault, and is not put in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import Diagnostic, Place, Severity
from briefgen.reading import faults_of, record_faults

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.formats import Format


def unsound(form: Format | None, path: str, data: bytes) -> Iterator[Diagnostic]:
    """BG603 for each fault of a made file; of no format is a record of the owner's."""
    for fault in faults_of(form, data) if form else record_faults(data):
        hint = "this is briefgen's own fault: please report it"
        yield Diagnostic("BG603", Severity.ERROR, Place(path), fault, hint)
