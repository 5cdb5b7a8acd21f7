"""The owner's account of who sees what: every fact, every reason, and nothing of it among the briefs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from click.testing import CliRunner

from briefgen.cli import main
from briefgen.pipeline import Order, coverage, make
from samples.hiding_workspace import REASONS, workspace, written
from samples.relation_files import FOLDER

if TYPE_CHECKING:
    from pathlib import Path


def test_every_fact_has_its_reason() -> None:
    result, (found,) = coverage(workspace(), Order())

    assert [d for d in result.report.diagnostics if d.severity == "error"] == []
    assert {verdict.fact: verdict.reason for verdict in found.verdicts} == REASONS
    places = {verdict.fact: str(verdict.place) for verdict in found.verdicts}
    assert places["secret"] == f"{FOLDER}/milestones.yaml:2:3"


def test_a_run_keeps_the_account_outside_the_folder_of_the_briefs() -> None:
    made = workspace()
    make(made, Order(formats=("html",)))
    written = sorted(path for path in made.files if path.startswith(("output/", ".")) and "/runs/" not in path)

    kept = ("edition-1", "product", "redactions", "trace")
    records = [f".briefgen/output/x-y/reader.{name}.json" for name in kept]
    assert written == [".briefgen/output/manifest.json", *records, "output/x-y/reader.html"]
    account = json.loads(made.files[records[2]])
    assert {fact["id"]: fact["reason"] for fact in account["facts"]} == {
        fact: reason or "shown" for fact, reason in REASONS.items()
    }
    assert (account["relation"], account["audience"], account["as_of"]) == ("x-y", "reader", "2021-04-23")


def test_the_list_tells_all_that_is_hidden(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["audiences", "--workspace", str(written(tmp_path))])

    assert "contested, defence, positions, embargoed, uncited" in done.stdout
