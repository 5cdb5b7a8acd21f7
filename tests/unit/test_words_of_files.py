"""The words that files of a workspace choose from, and what holds where a file says nothing.

Teams have these words in their data: one that is renamed makes their files wrong.
"""

from __future__ import annotations

import enum
import inspect
from typing import TYPE_CHECKING

import pytest

from briefgen.diagnostics import NOWHERE, Place
from briefgen.model import audience_choices, charts, document, origin
from briefgen.model.audience import (
    Audience,
    CitationOptions,
    Freshness,
    LengthLimits,
    NumberOptions,
    Pdf,
    Presentation,
    SectionChoice,
)
from briefgen.model.audience_choices import ClaimChoice, EmptyPolicy, PdfStandard, WhenStale
from briefgen.model.facts import controlled_vocabularies, coverage, declared_indicators, fact
from briefgen.model.facts.controlled_vocabularies import Cadence
from briefgen.model.facts.fact import TOPICS, Fact, Sensitivity, Status
from briefgen.model.kinds import SHIPPED_KINDS
from briefgen.model.kinds.agreements import Agreement
from briefgen.model.kinds.assessments import Assessment
from briefgen.model.kinds.mechanisms import Mechanism
from briefgen.model.kinds.milestones import Milestone
from briefgen.model.kinds.recommendations import Recommendation
from briefgen.model.kinds.trade import TradeObservation
from briefgen.model.kinds.visits import Visit
from briefgen.model.limits import USUAL
from briefgen.model.looks import citation_style
from briefgen.model.looks.citation_style import NAMES, OWN_STYLES, PLAIN, StyleKind
from briefgen.model.values import date, indicators, quantity
from briefgen.model.values.countries import ALPHA_2, WORLD
from briefgen.model.values.date import parse_date
from briefgen.model.values.quantity import Quantity, parse_quantity
from briefgen.model.values.text import Text
from briefgen.model.workspace import Workspace

if TYPE_CHECKING:
    from types import ModuleType

WORDS = {
    "AgreementKind": "treaty agreement mou protocol declaration exchange_of_notes joint_statement stock scope",
    "AgreementState": ("negotiating initialled signed ratified in_force suspended terminated expired ended unknown"),
    "AssessmentKind": "assessment causal expectation profile general",
    "Binding": "yes no unknown",
    "CalloutKind": "summary note caution",
    "Cadence": "monthly quarterly half_yearly yearly two_yearly irregular",
    "ChartKind": "bar column stacked line area pie dot",
    "CitationPlace": "list footnotes endnotes",
    "ClaimChoice": "all preferred range none",
    "DateOrder": " day-first month-first",
    "DecimalSign": " point comma",
    "Doubt": "none about between at_least at_most contested",
    "EmptyPolicy": " drop placeholder error",
    "Flow": "X TURNOVER BALANCE",
    "GroupSign": " comma point space apostrophe none",
    "PositionHolder": "government parliament opposition business experts society",
    "Horizon": "ongoing open immediate 1y 3y long",
    "IndicatorName": (
        "share_in_turnover cover_ratio normalised_balance annual_growth_of_turnover mirror_discrepancy "
        "concentration_of_products intra_industry_trade trade_intensity revealed_comparative_advantage annual_growth "
        "share_of_both_directions"
    ),
    "MarkerChoice": "numbers author-date exhibits none",
    "Measures": "stock flow",
    "MilestoneKind": (
        "recognition diplomatic_relations independence embassy_opening consulate anniversary upgrade downgrade crisis "
        "context other"
    ),
    "NoteChoice": "all essential",
    "NoteKind": "contested estimated comparison scope one_side origin",
    "OriginKind": "fact relation reference person organisation indicator party audience template prose",
    "Op": "eq about more_than at_least less_than at_most range",
    "BriefState": "draft for_clearance cleared",
    "MemoField": "to from purpose as_of meeting handling portions state review contact",
    "OpeningChoice": "memo standfirst plain",
    "PdfStandard": "ua1 ua2",
    "Precision": "day month quarter half_year year fiscal_year interval",
    "Reason": (
        "clearance,topic,kind,perspective,other audiences,status,embargo,as of,overtaken,uncited,groundless,"
        "names hidden,language,succeeded,parent,dropped by fit,section absent"
    ),
    "Side": "whose towards",
    "SourceClass": "official party media academic dataset unknown",
    "Status": "asserted contested preferred superseded derived retracted",
    "StyleKind": "numbers author-date notes plain names",
    "Traded": "goods services goods_and_services unknown",
    "Valuation": "FOB CIF unknown",
    "VisitKind": "state official working private transit meeting virtual parliamentary delegations",
    "WhenStale": "warn mark fail",
    "Why": (
        "a_flow_is_not_on_record the_inputs_have_different_units a_divisor_may_be_zero a_flow_may_be_negative "
        "an_input_is_only_a_bound the_series_is_shorter_than_two_years no_series_by_product_is_on_record "
        "not_every_product_that_is_named_has_a_value "
        "no_product_is_on_record_in_both_directions the_totals_of_world_trade_are_not_on_record "
        "no_two_reports_of_the_flow_in_one_period_are_on_record "
        "the_two_reports_on_record_are_of_both_directions_together the_two_flows_are_not_measured_alike "
        "the_period_is_not_a_year the_periods_are_not_of_one_length calendar_and_fiscal_years_are_not_compared "
        "it_is_not_known_when_these_years_begin the_sources_do_not_say_whose_statistics_these_are "
        "the_figures_are_not_measured_alike"
    ),
    "WordedAs": "exports imports unknown",
    "YearBasis": "calendar fiscal unknown",
}
MODULES = (
    audience_choices, charts, citation_style, controlled_vocabularies, coverage, date, declared_indicators, document,
    fact, indicators, origin, quantity,
)  # fmt: skip

NOT_CHOSEN = {document.Align}
"""Said in no file."""


def lists_of_words(module: ModuleType) -> list[type[enum.StrEnum]]:
    """What a module declares to choose from."""
    return [
        found
        for _, found in inspect.getmembers(module, inspect.isclass)
        if issubclass(found, enum.StrEnum) and found.__module__ == module.__name__ and found not in NOT_CHOSEN
    ]


@pytest.mark.parametrize("listed", [listed for module in MODULES for listed in lists_of_words(module)])
def test_files_choose_from_these_words(listed: type[enum.StrEnum]) -> None:
    words = WORDS[listed.__name__]

    assert [member.value for member in listed] == words.split("," if "," in words else " ")


def test_topics_are_these() -> None:
    assert " ".join(TOPICS) == (
        "politics defence trade investment education culture consular connectivity parliament health energy "
        "agriculture industry science law regional security environment labour"
    )


def test_who_may_see_more_may_see_all_below() -> None:
    assert [(level.name, level.value) for level in sorted(Sensitivity)] == [
        ("PUBLIC", 0),
        ("OFFICIAL", 1),
        ("RESTRICTED", 2),
    ]


def test_kinds_stand_in_this_order_and_are_called_so() -> None:
    assert [f"{kind.file}: {kind.what}" for kind in SHIPPED_KINDS.values()] == [
        "milestones.yaml: a milestone",
        "visits.yaml: a visit",
        "agreements.yaml: an agreement",
        "commitments.yaml: a commitment",
        "programmes.yaml: a programme",
        "mechanisms.yaml: a mechanism",
        "forums.yaml: a forum",
        "investments.yaml: an investment",
        "projects.yaml: a project",
        "contacts.yaml: a contact",
        "memberships.yaml: a membership",
        "positions.yaml: a position",
        "restrictions.yaml: a restriction",
        "assessments.yaml: an assessment",
        "lines_to_take.yaml: a line to take",
        "recommendations.yaml: a recommendation",
        "trade.csv: a trade figure",
        "products.csv: a product",
        "series.csv: a figure of a series",
        "pictures.yaml: a picture",
        "rates.csv: a rate",
        "headlines.yaml: a headline",
        "prose/NAME.md: prose",
    ]
    assert {kind.name: kind.collection for kind in SHIPPED_KINDS.values() if kind.collection != kind.name} == {
        "trade": "observations",
        "series": "series_rows",
        "prose": "prose_texts",
    }


def test_a_cadence_is_so_many_months() -> None:
    assert [cadence.months for cadence in Cadence] == [1, 3, 6, 12, 24, None]


def test_countries_are_the_249_of_the_standard() -> None:
    assert len(ALPHA_2) == 249
    assert {len(code) for code in ALPHA_2} == {3}
    assert {len(code) for code in ALPHA_2.values()} == {2}
    assert len(set(ALPHA_2.values())) == 249
    assert WORLD == "WLD"
    assert WORLD not in ALPHA_2


# ---------------------------------------------------------------- what holds where nothing is said

AT = Place("data/x-y/a.yaml", 3, 5)


def test_a_record_that_nobody_labelled_is_asserted_and_counts_as_the_strictest() -> None:
    bare = Fact(id="a", place=AT)

    assert (bare.sensitivity, bare.status) == (Sensitivity.RESTRICTED, Status.ASSERTED)
    assert (bare.topics, bare.sources, bare.seed, bare.inferred, bare.ignore, dict(bare.places)) == ((),) * 5 + ({},)
    assert (bare.note, bare.as_stated, bare.note_sensitivity, bare.embargo_until, bare.recorded) == (None,) * 5


def test_a_field_stands_at_its_own_place_else_at_the_record() -> None:
    placed = Fact(id="a", place=AT, places={"title": Place("b")})

    assert (placed.at("title"), placed.at("date")) == (Place("b"), AT)


def test_kinds_of_facts_leave_the_rest_open() -> None:
    words, when, much = Text.plain("T"), parse_date("2019"), Quantity(parse_quantity("5").value)
    step = Milestone(id="a", place=AT, kind=controlled_vocabularies.MilestoneKind.OTHER, title=words)
    visit = Visit(id="a", place=AT, kind=controlled_vocabularies.VisitKind.STATE, title=words)
    treaty = Agreement(id="a", place=AT, kind=controlled_vocabularies.AgreementKind.TREATY, title=words)
    body = Mechanism(id="a", place=AT, kind="council", name=words)
    ask = Recommendation(id="a", place=AT, action=words, area="trade")
    view = Assessment(id="a", place=AT, kind=controlled_vocabularies.AssessmentKind.GENERAL, text=words)
    row = TradeObservation(
        id="a", place=AT, period=when, exporter="PAK", importer="BLR", flow=controlled_vocabularies.Flow.X, value=much
    )

    assert not step.major | visit.major | treaty.major | treaty.list_complete | body.list_complete | view.hedged
    assert (treaty.state, treaty.binding, ask.addressee) == ("unknown", "unknown", "government")
    assert (row.valuation, row.year_basis, row.worded_as, row.scheme, row.code) == ("unknown",) * 3 + ("TOTAL",) * 2
    assert row.is_total


def test_an_audience_that_says_little_has_the_usual_for_the_rest() -> None:
    words = Text.plain("A")
    plain = Audience(id="a", name=words, brief_for=words, subtitle=words, place=AT, clearance=Sensitivity.PUBLIC)

    assert (plain.handling, plain.watermark, plain.style, plain.contents) == ("", "", "", False)
    assert (plain.numbers, plain.limits, plain.pdf) == (NumberOptions(), LengthLimits(), Pdf())
    assert (plain.numbers.digits, plain.numbers.intervals) == (None, False)
    assert (plain.limits.pages, plain.limits.words) == (None, None)
    assert plain.pdf.standard is PdfStandard.UA1
    assert (plain.citations.markers, plain.citations.where, plain.citations.style) == ("numbers", "list", PLAIN)
    assert not plain.citations.locators | plain.citations.quotes
    assert (plain.claims, plain.hide_embargoed, plain.require_source) == (ClaimChoice.PREFERRED, True, False)
    assert plain.hide_topics | plain.hide_kinds | plain.hide_statuses == frozenset()
    assert (plain.sections, dict(plain.stale_after)) == ((), {})
    assert SectionChoice(name="s", options={}, place=AT).if_empty is EmptyPolicy.UNSAID
    assert Freshness(months=3, place=AT).then is WhenStale.WARN


def test_a_presentation_says_all_that_an_audience_shows_and_nothing_of_what_it_hides() -> None:
    words = Text.plain("A")
    strict = Audience(
        id="a", name=words, brief_for=words, subtitle=words, place=AT, clearance=Sensitivity.OFFICIAL,
        handling="OFFICIAL", citations=CitationOptions(quotes=True), hide_topics=frozenset({"defence"}),
    )  # fmt: skip

    assert type(strict.presentation) is Presentation
    assert "defence" not in repr(strict.presentation)
    assert (strict.presentation.handling, strict.presentation.citations.quotes) == ("OFFICIAL", True)


def test_two_citation_styles_need_no_file() -> None:
    assert OWN_STYLES == {"plain": PLAIN, "names": NAMES}
    assert (PLAIN.gives, NAMES.gives) == (StyleKind.PLAIN, StyleKind.NAMES)
    assert (PLAIN.source, PLAIN.place) == ("", NOWHERE)


def test_a_workspace_speaks_british_english_and_keeps_to_the_usual_limits() -> None:
    workspace = Workspace(relations=(), audiences=())

    assert (workspace.language, workspace.author, workspace.limits) == ("en-GB", "", USUAL)
    assert (USUAL.section_seconds, USUAL.file_seconds, USUAL.memory_mb) == (10, 60, 1400)


# ---------------------------------------------------------------- texts in languages

BOTH = Text((("en", "Day"), ("be", "Дзень")))


@pytest.mark.parametrize(
    ("text", "language", "words", "other"),
    [
        (Text.plain("Day"), "be", "Day", ""),
        (BOTH, "be", "Дзень", ""),
        (BOTH, "en", "Day", ""),
        (BOTH, "ur", "Day", "en"),
        (Text((("be", "Дзень"), ("", "Day"))), "ur", "Day", ""),
        (Text((("be", ""), ("", "Day"))), "be", "Day", ""),
    ],
)
def test_a_text_is_told_in_the_language_asked_for_else_plainly_else_as_first_written(
    text: Text, language: str, words: str, other: str
) -> None:
    assert text.wording(language) == (other, words)
    assert text.in_language(language) == words


def test_a_text_by_itself_is_english() -> None:
    assert str(Text((("be", "Дзень"), ("en", "Day")))) == "Day"
