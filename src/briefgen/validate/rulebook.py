"""Every rule, by what it is asked about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.validate.rules.actors_belong_to_the_relation import actors_belong_to_the_relation
from briefgen.validate.rules.actors_hold_office import actors_hold_office
from briefgen.validate.rules.agreements_name_their_visit import agreements_name_their_visit
from briefgen.validate.rules.anniversaries_count_right import anniversaries_count_right
from briefgen.validate.rules.assessments_fit_the_figures import assessments_fit_the_figures
from briefgen.validate.rules.audiences_are_made import audiences_are_made
from briefgen.validate.rules.audiences_see_their_sections import audiences_see_their_sections
from briefgen.validate.rules.balance_fits_flows import balance_fits_flows
from briefgen.validate.rules.causes_are_argued import causes_are_argued
from briefgen.validate.rules.changes_can_be_named import changes_can_be_named
from briefgen.validate.rules.citations_stand_in_prose import citations_stand_in_prose
from briefgen.validate.rules.cochairs_are_one_at_a_time import cochairs_are_one_at_a_time
from briefgen.validate.rules.contested_figures_have_a_choice import contested_figures_have_a_choice
from briefgen.validate.rules.copies_are_current import copies_are_current
from briefgen.validate.rules.copies_differ import copies_differ
from briefgen.validate.rules.countries_are_known import countries_are_known
from briefgen.validate.rules.currencies_agree import currencies_agree
from briefgen.validate.rules.currencies_are_known import currencies_are_known
from briefgen.validate.rules.dates_are_as_fine_as_the_quote import dates_are_as_fine_as_the_quote
from briefgen.validate.rules.dates_are_in_order import dates_are_in_order
from briefgen.validate.rules.direction_words_are_certain import direction_words_are_certain
from briefgen.validate.rules.events_are_told_once import events_are_told_once
from briefgen.validate.rules.events_follow_recognition import events_follow_recognition
from briefgen.validate.rules.events_have_dates import events_have_dates
from briefgen.validate.rules.events_precede_as_of import events_precede_as_of
from briefgen.validate.rules.evidence_points_one_way import evidence_points_one_way
from briefgen.validate.rules.facts_have_sources import facts_have_sources
from briefgen.validate.rules.flows_add_up import flows_add_up
from briefgen.validate.rules.flows_are_not_negative import flows_are_not_negative
from briefgen.validate.rules.former_is_computed import former_is_computed
from briefgen.validate.rules.headline_figures_have_two_sources import headline_figures_have_two_sources
from briefgen.validate.rules.hs_codes_are_codes import hs_codes_are_codes
from briefgen.validate.rules.hs_revisions_are_one import hs_revisions_are_one
from briefgen.validate.rules.ids_are_unique import ids_are_unique
from briefgen.validate.rules.ignores_are_known import ignores_are_known
from briefgen.validate.rules.implied_periods_are_named import implied_periods_are_named
from briefgen.validate.rules.inferred_fields_are_there import inferred_fields_are_there
from briefgen.validate.rules.labels_are_strict_enough import labels_are_strict_enough
from briefgen.validate.rules.levels_agree import levels_agree
from briefgen.validate.rules.links_lead_somewhere import links_lead_somewhere
from briefgen.validate.rules.macros_are_called import macros_are_called
from briefgen.validate.rules.magnitudes_are_plausible import magnitudes_are_plausible
from briefgen.validate.rules.mechanisms_have_no_circles import mechanisms_have_no_circles
from briefgen.validate.rules.mechanisms_meet import mechanisms_meet
from briefgen.validate.rules.mirror_data_is_near import mirror_data_is_near
from briefgen.validate.rules.names_are_apart import names_are_apart
from briefgen.validate.rules.names_are_spelt_as_registered import names_are_spelt_as_registered
from briefgen.validate.rules.pages_have_access_dates import pages_have_access_dates
from briefgen.validate.rules.pages_were_read_lately import pages_were_read_lately
from briefgen.validate.rules.parties_are_two import parties_are_two
from briefgen.validate.rules.people_are_named import people_are_named
from briefgen.validate.rules.pictures_name_their_maker import pictures_name_their_maker
from briefgen.validate.rules.plans_are_plans import plans_are_plans
from briefgen.validate.rules.plans_come_true import plans_come_true
from briefgen.validate.rules.priorities_are_apart import priorities_are_apart
from briefgen.validate.rules.product_groups_are_apart import product_groups_are_apart
from briefgen.validate.rules.prose_asks_for_what_is_there import prose_asks_for_what_is_there
from briefgen.validate.rules.quotes_stand_in_the_source import quotes_stand_in_the_source
from briefgen.validate.rules.ranks_are_apart import ranks_are_apart
from briefgen.validate.rules.rates_agree import rates_agree
from briefgen.validate.rules.rates_are_of_two_currencies import rates_are_of_two_currencies
from briefgen.validate.rules.recommendations_have_owner_and_horizon import recommendations_have_owner_and_horizon
from briefgen.validate.rules.recommendations_lean_on_facts import recommendations_lean_on_facts
from briefgen.validate.rules.records_are_about_a_party import records_are_about_a_party
from briefgen.validate.rules.records_stand_in_one_relation import records_stand_in_one_relation
from briefgen.validate.rules.references_are_apart import references_are_apart
from briefgen.validate.rules.references_are_complete import references_are_complete
from briefgen.validate.rules.references_are_used import references_are_used
from briefgen.validate.rules.reviews_are_kept import reviews_are_kept
from briefgen.validate.rules.sections_are_used import sections_are_used
from briefgen.validate.rules.sections_stand_once import sections_stand_once
from briefgen.validate.rules.sender_differs_from_receiver import sender_differs_from_receiver
from briefgen.validate.rules.senders_open_missions import senders_open_missions
from briefgen.validate.rules.series_have_no_gaps import series_have_no_gaps
from briefgen.validate.rules.series_keep_their_basis import series_keep_their_basis
from briefgen.validate.rules.series_keep_their_form import series_keep_their_form
from briefgen.validate.rules.sessions_are_numbered_in_order import sessions_are_numbered_in_order
from briefgen.validate.rules.sessions_fit_the_count import sessions_fit_the_count
from briefgen.validate.rules.signed_agreements_go_on import signed_agreements_go_on
from briefgen.validate.rules.single_events_happen_once import single_events_happen_once
from briefgen.validate.rules.sources_exist import sources_exist
from briefgen.validate.rules.sources_precede_as_of import sources_precede_as_of
from briefgen.validate.rules.stages_fit_dates import stages_fit_dates
from briefgen.validate.rules.states_fit_dates import states_fit_dates
from briefgen.validate.rules.stocks_hold_what_is_listed import stocks_hold_what_is_listed
from briefgen.validate.rules.superlatives_are_counted import superlatives_are_counted
from briefgen.validate.rules.suppressions_have_reasons import suppressions_have_reasons
from briefgen.validate.rules.templates_are_finished import templates_are_finished
from briefgen.validate.rules.templates_hold_no_figures import templates_hold_no_figures
from briefgen.validate.rules.templates_leave_former_to_titles import templates_leave_former_to_titles
from briefgen.validate.rules.terms_end_after_they_begin import terms_end_after_they_begin
from briefgen.validate.rules.texts_are_finished import texts_are_finished
from briefgen.validate.rules.titles_are_attested import titles_are_attested
from briefgen.validate.rules.trade_rows_are_unique import trade_rows_are_unique
from briefgen.validate.rules.treaty_numbers_are_numbers import treaty_numbers_are_numbers
from briefgen.validate.rules.undated_facts_are_recorded import undated_facts_are_recorded
from briefgen.validate.rules.visits_take_place_with_the_host import visits_take_place_with_the_host
from briefgen.validate.rules.what_is_due_is_followed_up import what_is_due_is_followed_up
from briefgen.validate.rules.years_are_the_sum_of_their_parts import years_are_the_sum_of_their_parts

if TYPE_CHECKING:
    from briefgen.validate.finding import DatedRule, Rule, WorkspaceRule

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
    events_are_told_once,
    senders_open_missions,
    single_events_happen_once,
    dates_are_as_fine_as_the_quote,
    events_have_dates,
    former_is_computed,
    names_are_spelt_as_registered,
    treaty_numbers_are_numbers,
    stocks_hold_what_is_listed,
    agreements_name_their_visit,
    states_fit_dates,
    sessions_are_numbered_in_order,
    names_are_apart,
    levels_agree,
    magnitudes_are_plausible,
    series_keep_their_basis,
    direction_words_are_certain,
    mirror_data_is_near,
    contested_figures_have_a_choice,
    hs_revisions_are_one,
    series_have_no_gaps,
    product_groups_are_apart,
    flows_are_not_negative,
    references_are_apart,
    references_are_used,
    pages_have_access_dates,
    quotes_stand_in_the_source,
    headline_figures_have_two_sources,
    recommendations_lean_on_facts,
    recommendations_have_owner_and_horizon,
    priorities_are_apart,
    assessments_fit_the_figures,
    causes_are_argued,
    superlatives_are_counted,
    texts_are_finished,
    inferred_fields_are_there,
    suppressions_have_reasons,
    visits_take_place_with_the_host,
    mechanisms_have_no_circles,
    cochairs_are_one_at_a_time,
    evidence_points_one_way,
    terms_end_after_they_begin,
    parties_are_two,
    ranks_are_apart,
    records_are_about_a_party,
    pictures_name_their_maker,
    plans_are_plans,
    stages_fit_dates,
    labels_are_strict_enough,
    prose_asks_for_what_is_there,
    currencies_agree,
    series_keep_their_form,
    changes_can_be_named,
    rates_agree,
    rates_are_of_two_currencies,
    years_are_the_sum_of_their_parts,
)
"""What a relation says, in the order of their codes."""

DATED_RULES: tuple[DatedRule, ...] = (
    signed_agreements_go_on,
    mechanisms_meet,
    titles_are_attested,
    pages_were_read_lately,
    reviews_are_kept,
    plans_come_true,
    sources_precede_as_of,
    undated_facts_are_recorded,
    what_is_due_is_followed_up,
)
"""What was so, and may be so no longer at the as-of date."""

WORKSPACE_RULES: tuple[WorkspaceRule, ...] = (
    citations_stand_in_prose,
    sections_are_used,
    sections_stand_once,
    audiences_see_their_sections,
    templates_hold_no_figures,
    templates_are_finished,
    templates_leave_former_to_titles,
    copies_are_current,
    copies_differ,
    audiences_are_made,
    records_stand_in_one_relation,
    people_are_named,
    macros_are_called,
)
"""Audiences and templates, and relations beside each other."""

OF_ALL_RELATIONS: frozenset[WorkspaceRule] = frozenset({records_stand_in_one_relation, people_are_named})
"""Those that hold relations against each other: they are silent where some were passed over."""
OF_ALL_RELATIONS_CODES = frozenset({"BG282", "BG283"})
"""What they find."""

AGED_CODES = frozenset({"BG267", "BG268", "BG269", "BG270", "BG271", "BG286", "BG291"})
"""What the passing of time brings about, where nobody changes anything."""
DATED_CODES = AGED_CODES | {"BG287", "BG288"}
"""What the dated rules find: whether a suppression of these is needed depends on the day."""

NEED_ALL: frozenset[Rule] = frozenset(
    {
        links_lead_somewhere,
        prose_asks_for_what_is_there,
        sources_exist,
        actors_hold_office,
        sessions_fit_the_count,
        references_are_used,
        stocks_hold_what_is_listed,
        contested_figures_have_a_choice,
        mirror_data_is_near,
        series_have_no_gaps,
    }
)
"""Rules that miss something: they would mislead where a record could not be read."""

OF_WHAT_HAPPENED: frozenset[Rule | DatedRule] = frozenset(
    {
        sessions_fit_the_count,
        actors_hold_office,
        single_events_happen_once,
        events_have_dates,
        stocks_hold_what_is_listed,
        agreements_name_their_visit,
        states_fit_dates,
        signed_agreements_go_on,
        mechanisms_meet,
    }
)
"""Rules that count, or take a date for one of what was: they look at a relation as if nothing were planned."""
