"""The check before publishing: a file that is not sound is our own fault, and is not put in place."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from briefgen.diagnostics import Diagnostic, Place, Severity
from briefgen.reading import faults_of, followed_faults, record_faults

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.editions.following import Follow
    from briefgen.model.formats import Format


def unsound_followed(name: Follow, path: str, data: bytes) -> Iterator[Diagnostic]:
    """The same of a file for those who follow a brief."""
    return map(partial(_unsound, path), followed_faults(name, data))


def unsound(form: Format | None, path: str, data: bytes) -> Iterator[Diagnostic]:
    """BG603 for each fault of a made file; of no format is a record of the owner's."""
    return map(partial(_unsound, path), faults_of(form, data) if form else record_faults(data))


def _unsound(path: str, fault: str) -> Diagnostic:
    return Diagnostic("BG603", Severity.ERROR, Place(path), fault, "this is briefgen's own fault: please report it")
