"""What rules pass by in a workspace, since it is shipped, has nothing that they would tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen.diagnostics import Report
from briefgen.load.nodes.part_readings import PartReading
from briefgen.load.references.csl_styles import CitationStyles
from briefgen.model.facts.currencies import currency_codes, is_currency
from briefgen.validate.rules.macros_are_called import macros_are_called
from briefgen.validate.rules.templates_are_finished import templates_are_finished
from briefgen.validate.rules.templates_hold_no_figures import templates_hold_no_figures
from briefgen.validate.rules.templates_leave_former_to_titles import templates_leave_former_to_titles
from briefgen.world import READ_AFRESH, Memory, Overlay, laid_over_shipped
from samples.shipped_briefs import ROOT, WORKSPACE

if TYPE_CHECKING:
    from briefgen.validate.finding import WorkspaceRule

RULES = (templates_are_finished, templates_hold_no_figures, templates_leave_former_to_titles, macros_are_called)
STYLE = "templates/citations/own.csl"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_nothing_is_to_be_told_of_a_shipped_template(rule: WorkspaceRule) -> None:
    assert WORKSPACE.sections
    assert not WORKSPACE.shipped, "a checkout is whole by itself, so that its own templates are looked through"
    assert [found.diagnostic for found in rule(WORKSPACE) if found.about is None] == []


def test_shipped_citation_styles_are_sound() -> None:
    report = Report()
    styles = CitationStyles.of_workspace(PartReading(laid_over_shipped(ROOT), report, READ_AFRESH))
    assert len(styles) > 1
    assert all(styles.values())
    assert report.diagnostics == ()


def test_a_shipped_citation_style_is_read_when_it_is_asked_for_and_an_own_one_at_once() -> None:
    beneath = Memory({"templates/citations/gost.csl": b"<none/>"})
    report = Report()
    world = Overlay(Memory({STYLE: b"<none/>"}), beneath)
    styles = CitationStyles.of_workspace(PartReading(world, report, READ_AFRESH))
    assert [told.place.path for told in report.diagnostics] == [STYLE]
    assert styles["gost"] is None
    assert {told.place.path for told in report.diagnostics} == {"templates/citations/gost.csl", STYLE}


@pytest.mark.parametrize("code", sorted(currency_codes()))
def test_every_code_is_a_currency(code: str) -> None:
    assert is_currency(code)


@pytest.mark.parametrize("code", ["AUD", "BRL", "BYN", "CAD", "CHF", "CNY", "EUR", "GBP", "INR", "JPY", "PKR", "RUB"])
def test_what_is_taken_for_a_currency_unasked_is_one(code: str) -> None:
    assert code in currency_codes()


@pytest.mark.parametrize("code", ["", "US$", "XYZ", "usd"])
def test_what_is_no_code_is_no_currency(code: str) -> None:
    assert not is_currency(code)
