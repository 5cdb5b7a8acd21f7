"""Facts that are older than an audience takes: warned of, marked in the text, or refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen.diagnostics import print_short
from briefgen.model.document import Paragraph, TextRun
from briefgen.model.traversal import in_rows, inlines_in
from briefgen.model.values.date import parse_date
from briefgen.pipeline import Order, check, make
from briefgen.view import Request
from briefgen.world import Memory
from readers.document_words import words_of_inlines
from samples.composing import BASE, FOLDER, composed, loaded
from samples.shipped_briefs import WORKSPACE

if TYPE_CHECKING:
    from briefgen.model.document import Document

READER = "templates/audiences/reader.yaml"
FILES = {
    "templates/sections/one.md.j2": "{{ trade|count }} periods.\n",
    f"{FOLDER}/trade.csv": """\
id,period,exporter,importer,flow,value,scale,currency,sensitivity,sources
a,2018,PAK,BLR,X,15,1000000,USD,public,ref
b,2020?,PAK,BLR,X,15,1000000,USD,public,ref
c,2025,PAK,BLR,X,15,1000000,USD,restricted,ref
""",
    f"{FOLDER}/mechanisms.yaml": """\
- id: jc
  kind: joint_commission
  name: JC
  created: 2010
  sources: [{ref: ref}]
  sessions: [{number: 1, date: 2019-05}]
""",
}


def world(stale_after: str) -> Memory:
    """A workspace whose only audience takes facts of some age."""
    files = {**BASE, **FILES, READER: BASE[READER] + f"stale_after: {stale_after}\n"}
    return Memory({name: text.encode() for name, text in files.items()})


def mark_of(document: Document) -> str:
    """The line that a brief begins with where it says what is the latest available, else nothing."""
    first = next(in_rows(document.blocks))
    words = words_of_inlines(first.inlines) if isinstance(first, Paragraph) else ""
    return words.replace("\u00a0", " ") if words.startswith("Latest available") else ""


def told(stale_after: str, as_of: str) -> tuple[str, list[str]]:
    """The line of the mark, and what was said."""
    document, said = composed(loaded(world(stale_after)), "reader", Request(parse_date(as_of)))
    return mark_of(document), [print_short(diagnostic) for diagnostic in said]


def test_what_is_new_enough_is_not_told() -> None:
    assert told("{trade: {months: 18, then: fail}}", "2022-06-30") == ("", [])


def test_what_is_too_old_warns_at_the_audience() -> None:
    message = "the newest of the trade for 'reader' is of 2020?, 19 months before 2022-08-01: more than 18"

    assert told("{trade: {months: 18}}", "2022-08-01") == (
        "",
        [f"{READER}:6:22: warning[BG303] {message}"],
    )


def test_the_next_step_is_to_add_what_is_newer_or_to_say_it() -> None:
    _, said = composed(loaded(world("{trade: {months: 18}}")), "reader", Request(parse_date("2022-08-01")))

    assert [d.hint for d in said] == ["add what is newer; 'then: mark' lets the brief say what is the latest available"]


def test_what_is_marked_says_what_is_the_latest_available() -> None:
    words, said = told("{trade: {months: 18, then: mark}, mechanisms: {months: 24, then: mark}}", "2022-08-01")

    assert words == "Latest available: trade 2020 (year uncertain), mechanisms May 2019."
    assert [line.split("] ")[0].split()[1] for line in said] == ["info[BG303", "info[BG303"]


def test_the_mark_leads_back_to_the_fact() -> None:
    document, _ = composed(loaded(world("{trade: {months: 1, then: mark}}")), "reader", Request(parse_date("2022")))
    origins = [
        inline.origin for inline in inlines_in(document.blocks[:1]) if isinstance(inline, TextRun) and inline.origin
    ]

    assert [fact.fact for origin in origins for fact in origin.facts] == ["b"]


def test_a_newer_fact_that_is_hidden_leaves_no_trace() -> None:
    words, _ = told("{trade: {months: 18, then: mark}}", "2026-11-24")

    assert "2020" in words
    assert "2025" not in words


def test_what_fails_is_not_made() -> None:
    result = make(world("{trade: {months: 18, then: fail}}"), Order(formats=("html",), as_of=parse_date("2026-11-24")))

    assert [brief.failed for brief in result.briefs] == [True]
    assert [d.code for d in result.report.diagnostics if d.severity == "error"] == ["BG303"]


def test_without_a_date_the_relation_s_own_counts() -> None:
    result = check(world("{trade: {months: 3, then: warn}}"), Order())

    assert [d.message for d in result.report.diagnostics if d.code == "BG303"] == []
    result = check(world("{trade: {months: 2, then: warn}}"), Order())
    assert len([d for d in result.report.diagnostics if d.code == "BG303"]) == 1


@pytest.mark.parametrize(
    ("audience", "doubt"),
    [*((each, " (year uncertain)") for each in ("minister", "business", "parliament")),
     ("public", ", though the year is uncertain")],
)  # fmt: skip
def test_the_shipped_audiences_mark_old_trade(audience: str, doubt: str) -> None:
    document, said = composed(WORKSPACE, audience, Request(parse_date("2026-11-24")))

    assert mark_of(document) == f"Latest available: trade 2020{doubt}."
    assert [d.code for d in said if d.severity != "info"] == []


def test_an_unknown_policy_is_told() -> None:
    files = world("{trade: {months: 18, then: shout}}")

    assert [d.code for d in check(files, Order()).report.diagnostics if d.code.startswith("BG1")] == ["BG109"]


def test_what_is_laid_down_for_later_makes_nothing_newer() -> None:
    """A programme that runs till 2030 was last heard of when it was adopted."""
    programme = "- {id: p, kind: programme, title: P, adopted: 2015, span: 2016/2030, sources: [{ref: ref}]}\n"
    files = {**BASE, **FILES, READER: BASE[READER] + "stale_after: {programmes: {months: 24}}\n"}
    own = Memory({name: text.encode() for name, text in {**files, f"{FOLDER}/programmes.yaml": programme}.items()})
    _, said = composed(loaded(own), "reader")

    assert [d.message for d in said if d.code == "BG303"] == [
        "the newest of the programmes for 'reader' is of 2015, 63 months before 2021-04-23: more than 24"
    ]
