"""Makes code of the shipped templates when a wheel is built, and puts it into the package."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CodeOfTemplates(BuildHookInterface):  # type: ignore[type-arg]
    """A file for each template, in a folder of the package that a checkout has not."""

    _kept: tempfile.TemporaryDirectory[str] | None = None

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write them, and say where they go. A checkout that is installed as it lies makes code as it runs."""
        if version != "standard":
            return
        sys.path.insert(0, str(Path(self.root) / "src"))
        from briefgen.compose import sources_of
        from briefgen.compose.code_of_templates import code_of_templates
        from briefgen.compose.source.made_code import MADE_TEMPLATES
        from briefgen.load import load
        from briefgen.world import Disk

        workspace = load(Disk(Path(self.root))).value
        sources = sources_of(workspace.sections, workspace.partials)
        self._kept = tempfile.TemporaryDirectory()
        for name, code in code_of_templates(sources).items():
            written = Path(self._kept.name) / name
            written.write_text(code, encoding="utf-8", newline="\n")
            build_data["force_include"][str(written)] = f"briefgen/{MADE_TEMPLATES}/{name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Nothing is left behind."""
        del version, build_data, artifact_path
        if self._kept:
            self._kept.cleanup()
