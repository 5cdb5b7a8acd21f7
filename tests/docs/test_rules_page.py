"""docs/rules.md is what `briefgen explain` makes, and every code is explained."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from briefgen.cli import main
from briefgen.diagnostics import CODES
from briefgen.diagnostics.advice import ADVICE
from briefgen.validate import DATED_RULES, RULES, WORKSPACE_RULES
from briefgen.validate.explanations import explanation

ROOT = Path(__file__).parents[2]
HEADINGS = ["What it checks", "Why it matters", "Example", "How to fix"]
MEANINGLESS = 3
"""Words that say nothing of what goes wrong."""
COUNT = len(RULES) + len(DATED_RULES) + len(WORKSPACE_RULES)


def explained(*arguments: str) -> str:
    """What the command prints."""
    result = CliRunner().invoke(main, ["explain", *arguments])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_the_page_of_checks_is_what_the_code_says() -> None:
    assert (ROOT / "docs/rules.md").read_text(encoding="utf-8") == explained("--format", "markdown")


@pytest.mark.parametrize("code", CODES)
def test_every_code_says_why_it_matters_and_what_to_do(code: str) -> None:
    parts = dict(explanation(code).parts)

    assert parts["How to fix"]
    assert len(parts["Why it matters"].split()) > MEANINGLESS
    assert parts["Why it matters"].endswith(".")
    assert (list(parts) == HEADINGS and explanation(code).title != "") != (code in ADVICE)


def test_every_rule_is_explained_by_its_own_text() -> None:
    assert sum(explanation(code).title != "" for code in CODES) == COUNT


def test_a_code_and_its_short_name_lead_to_the_same_text() -> None:
    text = explained("BG204")

    assert text == explained("TRD-SUM") == explained("trd-sum")
    assert text.startswith("BG204 TRD-SUM (validate): the flows of a year do not add up to its turnover\n\n")
    assert all(f"\n{heading}: " in text for heading in HEADINGS)


def test_without_a_code_all_are_listed() -> None:
    lines = explained().splitlines()

    assert [line for line in lines if line.startswith("  BG")] != []
    assert {line.split()[0] for line in lines if line.startswith("  ")} == set(CODES)


def test_an_unknown_code_is_told_with_the_nearest() -> None:
    result = CliRunner().invoke(main, ["explain", "TRD-SUMM"])

    assert result.exit_code == 2
    assert "did you mean 'TRD-SUM'?" in result.stderr
