"""What a new interpreter runs first, whatever it is for."""

from __future__ import annotations

_START = """
import json, struct, sys
read = sys.stdin.buffer.read
sys.path[:] = json.loads(read(*struct.unpack(">Q", read(8))))
try:
    WORK
except (ImportError, MemoryError, OSError) as error:
    kind = next(kind for kind in (ImportError, MemoryError, OSError) if isinstance(error, kind))
    said = [kind.__name__, getattr(error, "errno", None), str(error), getattr(error, "name", None)]
    sys.stderr.write(json.dumps(said))
    sys.exit(71)
"""


def start_with(*work: str) -> str:
    """The code that a process begins with before the lines of its work.

    It finds what this process finds, and nothing that lies in the current folder; its first message says where. What
    keeps it from working at all it tells on standard error as a last line: by then nothing else may be loaded.
    """
    return _START.replace("WORK", "\n    ".join(work))
