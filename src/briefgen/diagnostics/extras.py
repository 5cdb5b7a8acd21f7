"""What is installed beside briefgen for what not everybody does, and the step where it is missing."""

from __future__ import annotations

import enum


class Extra(enum.StrEnum):
    """The name of an extra, as pip takes it."""

    BIB = "bib"
    CLUSTER = "cluster"
    PREVIEW = "preview"
    STORE = "store"
    TABLES = "tables"

    @property
    def installed_by(self) -> str:
        """The next step for whoever lacks it."""
        return f"pip install 'briefgen[{self}]', or '.[{self}]' in the folder that briefgen was installed from"
