"""The fingerprint of a job that nothing is known of yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.pipeline.fingerprint import Fingerprints

if TYPE_CHECKING:
    from briefgen.pipeline import Job


def fingerprint(job: Job) -> str:
    """Each time gone through anew."""
    return Fingerprints().of(job)
