from __future__ import annotations

from samples.relation_files import diagnostics_of

ROWS = "templates/partials/rows.md.j2"
SECTION = "templates/sections/empty.md.j2"
MACRO = "{# Rows. #}\n{% macro line(fact) %}- {{ fact.title }}{% endmacro %}\n"


def test_a_macro_that_a_section_imports_passes() -> None:
    using = '{% from "partials/rows.md.j2" import line %}{{ line(events()) }}\n'

    assert diagnostics_of({ROWS: MACRO, SECTION: using}, only="BG299") == []


def test_a_macro_that_its_own_template_calls_passes() -> None:
    own = "{% macro line(fact) %}{{ fact.title }}{% endmacro %}{% for one in visits %}{{ line(one) }}{% endfor %}\n"

    assert diagnostics_of({SECTION: own}, only="BG299") == []


def test_a_macro_that_nobody_calls_is_told_at_its_name() -> None:
    using = '{% from "partials/rows.md.j2" import line %}{{ line(events()) }}\n'
    rows = MACRO + "{% macro other(fact) %}{{ fact.title }}{% endmacro %}\n"

    said = [f"{ROWS}:3:10: info[BG299] no template calls the macro 'other'"]
    assert diagnostics_of({ROWS: rows, SECTION: using}, only="BG299") == said


def test_a_partial_that_no_template_names_is_told_once() -> None:
    said = [f"{ROWS}:1:1: info[BG299] no template uses the partial '{ROWS}'"]

    assert diagnostics_of({ROWS: MACRO}, only="BG299") == said


def test_a_name_in_a_comment_is_no_use() -> None:
    said = [f"{ROWS}:1:1: info[BG299] no template uses the partial '{ROWS}'"]

    assert diagnostics_of({ROWS: MACRO, SECTION: '{# {% include "partials/rows.md.j2" %} #}\n'}, only="BG299") == said


def test_where_a_template_names_one_by_a_value_any_may_be_meant() -> None:
    using = "{% set which = options.which %}{% include which %}\n"

    assert diagnostics_of({ROWS: "Words.\n", SECTION: using}, only="BG299") == []


def test_a_shipped_partial_is_no_finding() -> None:
    assert diagnostics_of({}, only="BG299", shipped={ROWS: MACRO}) == []
