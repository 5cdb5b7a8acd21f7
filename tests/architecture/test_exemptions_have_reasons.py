"""Whoever tells ruff or mypy to look away says why on the line."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
_RUFF = re.compile(r"# noqa(?!: [A-Z]+\d+(, [A-Z]+\d+)* - \S)")
_MYPY = re.compile(r"# type: ignore(?!\[[a-z, -]+\] {1,2}# \S)")


def test_every_exemption_in_the_code_says_why() -> None:
    bare = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in sorted((ROOT / "src").rglob("*.py"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if _RUFF.search(line) or _MYPY.search(line)
    ]

    assert bare == []
