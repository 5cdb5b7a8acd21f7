"""The line in briefgen.toml that lists whose briefs are made, as it is written into a file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

KEY = "audiences"


def audience_line(names: Iterable[str]) -> str:
    """`audiences = ["minister", "public"]`."""
    return f"{KEY} = {json.dumps(list(names), ensure_ascii=False)}"
