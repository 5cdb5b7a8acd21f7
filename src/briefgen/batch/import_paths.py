"""Where a new process finds modules."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def whole_paths() -> Iterator[str]:
    """Where modules are found, from any current folder; what is named from one that is gone holds none."""
    for path in sys.path:
        with suppress(OSError):
            yield os.path.abspath(path)  # noqa: PTH100 - links stay as they are, and what is no path too
