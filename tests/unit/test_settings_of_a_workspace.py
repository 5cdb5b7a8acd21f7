"""Settings in briefgen.toml that stand under a line in brackets, where they are another's."""

from __future__ import annotations

import pytest

from briefgen.diagnostics import Report
from briefgen.load.settings.workspace_toml import read_config
from briefgen.world import Memory

ABOVE = "write it above the line [{}]: what stands below a line in brackets belongs to that"


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ('[editions]\nfollow = ["changes"]\nstyle = "house.docx"\n', ABOVE.format("editions")),
        ("[limits]\naudiences = ['a']\n", ABOVE.format("limits")),
        ("[editions]\nfolow = ['changes']\n", "did you mean 'follow'?"),
        ("[limits]\nmemory = 3\n", "did you mean 'memory_mb'?"),
    ],
)
def test_a_setting_that_stands_too_far_down_is_told_where_it_belongs(text: str, hint: str) -> None:
    report = Report()
    read_config(Memory({"briefgen.toml": text.encode()}), report)

    assert [(told.code, told.hint) for told in report.diagnostics] == [("BG112", hint)]
