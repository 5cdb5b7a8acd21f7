"""Records that stay with the owner: the trace beside the briefs, and what each brief leaves out."""

from __future__ import annotations

import json


def record_faults(data: bytes) -> list[str]:
    """What is wrong with such a record: it must be one whole JSON object, on its own line."""
    try:
        is_whole = isinstance(json.loads(data), dict) and data.endswith(b"}\n")
    except ValueError:
        is_whole = False
    return [] if is_whole else ["the record is not whole"]
