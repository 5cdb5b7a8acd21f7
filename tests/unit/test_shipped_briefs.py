"""The shipped templates: every fact of the first relation has a home, and no brief lacks a source."""

from __future__ import annotations

import pytest

from briefgen.model.document import ReferenceList, TextRun
from briefgen.model.facts.fact import Sensitivity
from briefgen.model.facts.relation import every_fact
from briefgen.model.traversal import in_rows, inlines_in, origins_in, text_units
from samples.shipped_briefs import AUDIENCES, RELATION, WORKSPACE, brief, facts_of

ROWS = {str(number) for number in range(1, 17)}
"""What a numbered table of the recommendations counts."""


def test_every_fact_reaches_at_least_one_brief() -> None:
    reached = set().union(*(facts_of(brief(audience)) for audience in AUDIENCES))

    assert {fact.id for fact in every_fact(RELATION)} - reached == set()


@pytest.mark.parametrize("audience", AUDIENCES)
def test_no_brief_leans_on_what_its_audience_may_not_see(audience: str) -> None:
    contract = next(a for a in WORKSPACE.audiences if a.id == audience)
    hidden = {
        fact.id
        for fact in every_fact(RELATION)
        if fact.sensitivity > contract.clearance or contract.hide_topics & set(fact.topics)
    }

    assert facts_of(brief(audience)) & hidden == set()


def test_the_contracts_hide_something() -> None:
    hiding = [a for a in WORKSPACE.audiences if a.hide_topics or a.clearance < Sensitivity.RESTRICTED]

    assert {"public", "business"} <= {a.id for a in hiding}
    assert any("defence" in fact.topics for fact in every_fact(RELATION))


@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_reference_of_a_fact_that_is_printed_is_in_the_list(audience: str) -> None:
    document = brief(audience)
    lists = [block for block in in_rows(document.blocks) if isinstance(block, ReferenceList)]
    used = {ref for origin in origins_in(text_units(document.blocks)) for ref in origin.refs}

    assert len(lists) == 1
    assert len(lists[0].items) == len(used)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_no_figure_is_typed_into_a_template(audience: str) -> None:
    typed = [
        inline.text
        for inline in inlines_in(brief(audience).blocks)
        if isinstance(inline, TextRun) and inline.origin is None and any(c.isdigit() for c in inline.text)
    ]

    assert [text for text in typed if not is_own(text)] == []


def is_own(text: str) -> bool:
    """Whether the figures of a text are the brief's own: of exhibits and rows, dates of access, its as-of date."""
    return text.startswith(("Table ", "Figure ")) or "2021" in text or text in ROWS
