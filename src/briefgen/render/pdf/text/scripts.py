"""Which script a character belongs to: HarfBuzz knows it, CLDR has its name."""

from __future__ import annotations

from functools import cache

import uharfbuzz as hb
from babel import Locale


@cache
def script_name(character: str) -> str:
    """`Armenian`; empty for what belongs to no one script, as signs and emoji do."""
    buffer = hb.Buffer()
    buffer.add_str(character)
    buffer.guess_segment_properties()
    code = buffer.script
    return str(Locale("en").scripts.get(code, code)) if code else ""
