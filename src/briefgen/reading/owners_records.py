"""Records that stay with the owner: the trace beside the briefs, and what each brief leaves out."""

from __future__ import annotations

import json


def record_faults(data: bytes) -> list[str]:
    """What is wrong with such a record: it must be one whole JSON object, on its own line."""
    is_whole = data.startswith(b"{") and data.endswith(b"}\n")
    try:
        json.loads(data, object_pairs_hook=len)  # whose parts go at once: they would take much room
    except ValueError:
        is_whole = False
    return [] if is_whole else ["the record is not whole"]
