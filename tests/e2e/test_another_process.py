"""Another process, with other hash seeds, clocks and time zones, writes the same bytes."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from samples.made_pdf import sample_docx, sample_pdf, torture_pdf

_TESTS = Path(__file__).parents[1]
_SCRIPT = (
    "import hashlib; from samples.made_pdf import *;"
    "print(*(hashlib.sha256(made()).hexdigest() for made in (torture_pdf, sample_pdf, sample_docx)))"
)


@pytest.mark.parametrize(("seed", "epoch", "zone"), [("0", "", "UTC"), ("42", "1700000000", "Asia/Karachi")])
def test_another_process_writes_the_same_bytes(seed: str, epoch: str, zone: str) -> None:
    here = [hashlib.sha256(data).hexdigest() for data in (torture_pdf(), sample_pdf(), sample_docx())]
    environment = {
        **os.environ, "PYTHONHASHSEED": seed, "SOURCE_DATE_EPOCH": epoch, "TZ": zone,
        "PYTHONPATH": os.pathsep.join([str(_TESTS), str(_TESTS.parent / "src")]),
    }  # fmt: skip
    ran = subprocess.run([sys.executable, "-c", _SCRIPT], env=environment, capture_output=True, text=True, check=True)
    assert ran.stdout.split() == here
