"""Where a text came from: several origins as one, each fact and spot once."""

from __future__ import annotations

from briefgen.diagnostics import Place
from briefgen.model.facts.parties_people_references import Source
from briefgen.model.origin import FactOrigin, Origin

AT = Place("data/x-y/a.yaml", 3, 5)
ONE = FactOrigin("one", AT, (Source("book", "p. 3"), Source("site")))
TWO = FactOrigin("two", AT, (Source("book", "p. 3"), Source("book", "p. 9")))


def test_origins_are_joined_in_order_each_fact_once_and_keep_their_formula() -> None:
    both = Origin((ONE,), "a + b").joined(Origin((TWO, ONE), "c"))

    assert (both.facts, both.formula) == ((ONE, TWO), "a + b")
    assert both.joined(None, "a / b") == Origin((ONE, TWO), "a / b")
    assert both.joined(None) == both


def test_references_and_spots_are_named_once_in_order() -> None:
    both = Origin((ONE, TWO))

    assert (ONE.refs, both.refs) == (("book", "site"), ("book", "site"))
    assert both.locators == (("book", "p. 3"), ("book", "p. 9"))
