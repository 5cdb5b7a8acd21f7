"""`briefgen audiences --matrix`: who sees what, and why not."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from briefgen.cli import main
from samples.hiding_workspace import REASONS, written

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("style", ["human", "html", "json"])
def test_the_matrix_names_every_fact_and_reason(style: str, tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["audiences", "--matrix", "--format", style, "--workspace", str(written(tmp_path))])

    assert done.exit_code == 0, done.output
    assert [word for word in (*REASONS, *filter(None, REASONS.values())) if word not in done.stdout] == []
    if style == "json":
        (relation,) = json.loads(done.stdout)
        assert {fact["id"]: fact["audiences"]["reader"] for fact in relation["facts"]} == {
            fact: reason or "shown" for fact, reason in REASONS.items()
        }
