"""Relation to diagnostics: every rule, every problem."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import code_of
from briefgen.validate.rules.actors_belong_to_the_relation import actors_belong_to_the_relation
from briefgen.validate.rules.actors_hold_office import actors_hold_office
from briefgen.validate.rules.anniversaries_count_right import anniversaries_count_right
from briefgen.validate.rules.balance_fits_flows import balance_fits_flows
from briefgen.validate.rules.countries_are_known import countries_are_known
from briefgen.validate.rules.currencies_are_known import currencies_are_known
from briefgen.validate.rules.dates_are_in_order import dates_are_in_order
from briefgen.validate.rules.events_follow_recognition import events_follow_recognition
from briefgen.validate.rules.events_precede_as_of import events_precede_as_of
from briefgen.validate.rules.facts_have_sources import facts_have_sources
from briefgen.validate.rules.flows_add_up import flows_add_up
from briefgen.validate.rules.hs_codes_are_codes import hs_codes_are_codes
from briefgen.validate.rules.ids_are_unique import ids_are_unique
from briefgen.validate.rules.ignores_are_known import ignores_are_known
from briefgen.validate.rules.implied_periods_are_named import implied_periods_are_named
from briefgen.validate.rules.links_lead_somewhere import links_lead_somewhere
from briefgen.validate.rules.references_are_complete import references_are_complete
from briefgen.validate.rules.sender_differs_from_receiver import sender_differs_from_receiver
from briefgen.validate.rules.sessions_fit_the_count import sessions_fit_the_count
from briefgen.validate.rules.sources_exist import sources_exist
from briefgen.validate.rules.trade_rows_are_unique import trade_rows_are_unique

if TYPE_CHECKING:
    from briefgen.diagnostics import Diagnostic
    from briefgen.model.relation import Relation
    from briefgen.validate.finding import Finding, Rule

__all__ = ["RULES", "validate"]

RULES: tuple[Rule, ...] = (
    ids_are_unique,
    links_lead_somewhere,
    countries_are_known,
    flows_add_up,
    balance_fits_flows,
    actors_belong_to_the_relation,
    sender_differs_from_receiver,
    events_precede_as_of,
    dates_are_in_order,
    events_follow_recognition,
    implied_periods_are_named,
    sessions_fit_the_count,
    sources_exist,
    facts_have_sources,
    trade_rows_are_unique,
    currencies_are_known,
    hs_codes_are_codes,
    actors_hold_office,
    references_are_complete,
    ignores_are_known,
    anniversaries_count_right,
)
"""In the order of their codes."""


_NEED_ALL = frozenset({links_lead_somewhere, sources_exist, actors_hold_office, sessions_fit_the_count})
"""Rules that miss something: they would mislead where a record could not be read."""


def validate(relation: Relation) -> tuple[Diagnostic, ...]:
    """What every rule says of a relation, less what its facts excuse themselves from."""
    rules = [rule for rule in RULES if relation.is_whole or rule not in _NEED_ALL]
    return tuple(found.diagnostic for rule in rules for found in rule(relation) if not _is_excused(found))


def _is_excused(found: Finding) -> bool:
    return found.fact is not None and found.diagnostic.code in {code_of(name) for name in found.fact.ignore}
