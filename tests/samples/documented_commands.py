"""What the documentation says of briefgen's commands and files: as it is written there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "desk/README.md", *sorted((ROOT / "docs").glob("*.md"))]
_SYNOPSIS = re.compile(r"[\[|]|\.\.\.|\bKIND\b|\*")
_ON_DISK = ("FILE.whl", "FILE.xlsx")


class Written(NamedTuple):
    """What stands somewhere in the documentation."""

    page: str
    text: str


def commands() -> list[Written]:
    """Every command of briefgen's in the documentation: in a line of code, in a block, behind another command."""
    found: dict[Written, None] = {}
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        lines = re.findall(r"`((?:[\w./]*/)?briefgen [^`\n]*)`", text)
        lines += [line for block in re.findall(r"```sh\n(.*?)```", text, re.DOTALL) for line in block.splitlines()]
        lines += [line for line in text.splitlines() if re.match(r" {4}(\S+=\S+ )?briefgen ", line)]
        for line in lines:
            for part in re.split(r" && | \|\| | \| | > |; | {2,}#? *", line.strip()):
                if command := re.match(r"(?:\S+=\S+ )*(?:\S*/)?briefgen (.*)", part):
                    found[Written(page.name, command[1])] = None
    return list(found)


COMMANDS = commands()
TYPED = [one for one in COMMANDS if not _SYNOPSIS.search(one.text) and not any(name in one.text for name in _ON_DISK)]
