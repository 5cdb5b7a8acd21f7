"""A brief keeps to its audience's pages: composed anew without the lowest ranks, and told what fell."""

from __future__ import annotations

import json
from dataclasses import replace
from math import ceil, log2
from typing import TYPE_CHECKING

import pytest

from briefgen.compose import RankedParts, RankedSection
from briefgen.diagnostics import NOWHERE, Diagnostic, Severity
from briefgen.model.audience import SectionChoice
from briefgen.model.document import Document
from briefgen.model.facts.coverage import Reason
from briefgen.model.formats import FORMATS
from briefgen.model.ranks import Cut, Fallen, Ranks
from briefgen.model.rendering import Length
from briefgen.pipeline import Order, check, coverage, make
from briefgen.pipeline.compose_and_render import produce
from briefgen.pipeline.fitting.page_fit import Composition, fitted
from briefgen.pipeline.job import JobResult, StepKind
from briefgen.reading import read_trace
from briefgen.render import lengths_in, render
from briefgen.world import Memory
from readers.every_reader import READERS
from samples.ranked_workspace import Part, files_of, job_of, opening, word
from samples.sample_document import sample_document, torture_document

if TYPE_CHECKING:
    from collections.abc import Sequence

LONG = 40
"""Paragraphs that fill more than a page."""


def made(parts: Sequence[Part], pages: int, *formats: str, fit: bool = True, **changed: str) -> JobResult:
    files = files_of(parts, pages)
    for path, text in changed.items():
        files[f"templates/sections/{path}.md.j2"] = text
    return produce(job_of(files, formats or ("pdf",), fit=fit))


def words(result: JobResult, name: str = "pdf") -> set[str]:
    return {word.strip(".") for word in READERS[name](result.files[name].data)}


def codes(result: JobResult) -> list[str]:
    return [told.code for told in result.diagnostics]


def message(result: JobResult, code: str) -> str:
    return next(told.message for told in result.diagnostics if told.code == code)


def test_a_brief_that_fits_is_whole_and_nothing_is_said() -> None:
    result = made([Part(items=3), Part(items=3)], 1)
    assert result.files["pdf"].pages == 1
    assert (codes(result), result.fallen) == ([], ())


def test_the_lowest_rank_falls_and_is_told() -> None:
    result = made([Part(rank="9", paragraphs=LONG), Part(rank="1", paragraphs=5)], 1)
    assert result.files["pdf"].pages == 1
    assert opening(0) not in words(result)
    assert opening(1) in words(result)
    assert message(result, "BG451") == "the brief for 'reader' keeps to 1 page without 'part0'"


def test_lists_are_shortened_as_little_as_is_needed() -> None:
    parts = [Part(items=60, least=2), Part(paragraphs=2)]
    result = made(parts, 1)
    stay = [number for number in range(60) if word(0, number) in words(result)]
    assert stay == list(range(len(stay)))
    assert 2 < len(stay) < 60
    assert "More" in words(result)
    assert message(result, "BG451").endswith(f"without {60 - len(stay)} of 60 items of 'part0'")
    assert result.fallen == tuple(word(0, number) for number in range(len(stay), 60))
    # One more would not fit.
    cut = {"part0": _with(len(stay) + 1)}
    assert made(parts, 1, fit=False, **cut).files["pdf"].pages == 2


def _with(items: int) -> str:
    """The list cut by hand, with the same line behind it."""
    files = files_of([Part(items=60, least=2), Part(paragraphs=2)], 1)
    template = files["templates/sections/part0.md.j2"].replace("mine|fitted(least=2)", f"mine[:{items}]")
    return template.replace("{% if shown is shortened %}", "{% if true %}")


def test_those_stay_that_come_first_in_the_order() -> None:
    result = made([Part(items=60, least=2, newest=True)], 1)
    stay = [number for number in range(60) if word(0, number) in words(result)]
    assert stay == list(range(60 - len(stay), 60))
    found = [w for w in READERS["pdf"](result.files["pdf"].data) if w.startswith("s0i")]
    assert found == [word(0, number) for number in stay]


def test_the_bottom_line_the_references_and_the_handling_never_fall() -> None:
    result = made([Part(paragraphs=LONG), Part(paragraphs=LONG)], 1)
    assert {"bottomlinex", "Sources"} <= words(result)
    assert b"FOR READERS" in made([Part(paragraphs=LONG), Part(paragraphs=LONG)], 1, "html").files["html"].data
    ranked = made([Part(paragraphs=LONG), Part(paragraphs=LONG)], 1, summary="---\nrank: 9\n---\n" + _SUMMARY)
    assert {"bottomlinex", "Sources"} <= words(ranked)


_SUMMARY = files_of([Part(), Part()], 1)["templates/sections/summary.md.j2"]


def test_what_is_kept_is_never_left_out_and_a_brief_that_cannot_fit_is_shown_whole() -> None:
    parts = [Part(rank="keep", paragraphs=2 * LONG), Part(paragraphs=LONG, items=9)]
    result = made(parts, 1)
    assert message(result, "BG408") == (
        f"the brief for 'reader' has {result.files['pdf'].pages} pages and does not fit its limit of 1, "
        "also without all that may be left out"
    )
    assert {opening(0), opening(1), *(word(1, number) for number in range(9))} <= words(result)
    assert result.fallen == ()


def test_a_brief_of_which_nothing_may_fall_says_so() -> None:
    result = made([Part(rank="keep", paragraphs=2 * LONG), Part(rank="keep")], 1)
    assert message(result, "BG408").endswith(" does not fit its limit of 1, and nothing in it may be left out")


def test_without_fit_all_is_shown_and_the_pages_are_told_of() -> None:
    result = made([Part(rank="9", paragraphs=LONG), Part()], 1, fit=False)
    pages = result.files["pdf"].pages
    assert pages is not None
    assert pages > 1
    assert message(result, "BG408") == f"the brief for 'reader' has {pages} pages, its limit is 1"
    assert made([Part(), Part()], 1, fit=False).diagnostics == ()


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "pdf"])
def test_every_format_is_of_the_fitted_brief_whatever_is_asked_for(name: str) -> None:
    parts = [Part(items=60), Part(rank="9", paragraphs=LONG), Part(paragraphs=2)]
    alone, beside = made(parts, 1, name), made(parts, 1, "pdf", name)
    assert alone.files[name].data == beside.files[name].data
    assert {w for w in words(alone, name) if w.endswith("x")} == {w for w in words(beside) if w.endswith("x")}
    assert opening(1) not in words(alone, name)


def test_numbers_of_what_stays_are_counted_anew() -> None:
    table = '## {0}\n\n{{% call table("T") %}}\n| A |\n| --- |\n| {0}{{{{ note("n {0}") }}}} |\n{{% endcall %}}\n\n'
    long = "Words that fill a line.\n\n" * 70
    result = made([Part(rank="9"), Part(), Part()], 1, part0=table.format("Aa") + long, part1=table.format("Bb"),
                  part2=table.format("Cc"))  # fmt: skip
    said = " ".join(READERS["pdf"](result.files["pdf"].data))
    assert [label in said for label in ("Table 1", "Table 2", "Table 3", "Aa")] == [True, True, False, False]


def test_what_something_that_stays_refers_to_stays_with_it() -> None:
    parts = [Part(rank="keep", leads_to=1), Part(rank="9", paragraphs=3), Part(rank="1", paragraphs=LONG)]
    result = made(parts, 1)
    assert message(result, "BG451").endswith("without 'part2'")
    assert opening(1) in words(result)


_ASKING = (
    "## Part0\n\n{% set shown = milestones|fitted(least=0) %}\n{% for fact in shown %}\n- {{ fact.title }}"
    f" {'words ' * 30}\n{{% endfor %}}\n\n{{{{ (shown|last).title }}}}\n"
)
"""Takes for granted that the list has a last member."""


def test_a_cut_with_which_a_template_fails_is_not_taken() -> None:
    result = made([Part(items=30), Part()], 1, part0=_ASKING)
    assert codes(result) == ["BG451"]
    assert opening(1) in words(result)


def test_a_template_that_fails_when_its_lists_are_short_is_named_and_the_brief_is_whole() -> None:
    kept = [Part(rank="keep", item_rank="5", items=60), Part(rank="keep", paragraphs=2)]
    result = made(kept, 1, part0=_ASKING)
    assert codes(result) == ["BG408"]
    said = message(result, "BG408")
    assert "as it fails without all that may be left out: templates/sections/part0.md.j2:8:" in said
    assert word(0, 59) in words(result)


def test_what_a_footnote_refers_to_stays_too() -> None:
    noted = '## Part0\n\nWords.{{ note("as in " ~ ref("part1")) }}\n'
    parts = [Part(rank="keep"), Part(rank="9", paragraphs=3), Part(rank="1", paragraphs=LONG)]
    assert message(made(parts, 1, part0=noted), "BG451").endswith("without 'part2'")


def test_a_section_that_refers_to_itself_may_fall() -> None:
    result = made([Part(rank="9", paragraphs=LONG, leads_to=0), Part()], 1)
    assert message(result, "BG451").endswith("without 'part0'")


def test_nothing_is_said_to_be_shortened_that_is_whole() -> None:
    assert "More" not in words(made([Part(items=4), Part(items=1, least=1)], 1))


def test_problems_of_the_templates_are_those_of_the_whole_brief_each_once() -> None:
    wrong = "## Part0\n\n{{ nothing_of_that_name }}\n"
    assert codes(made([Part(), Part(paragraphs=LONG)], 1, part0=wrong)) == ["BG402"]


def test_what_fell_stands_in_the_trace_beside_the_files_and_in_them() -> None:
    result = made([Part(items=60), Part(rank="9", paragraphs=LONG)], 1, "pdf", "docx", "html")
    told = json.loads(result.sidecar)["left_out"]
    assert [sorted(one) for one in told] == [["items", "of", "section"], ["section"]]
    for name in ("pdf", "docx", "html"):
        trace = read_trace(f"reader{FORMATS[name].ending}", result.files[name].data)
        assert trace is not None
        assert trace.fallen == (Fallen("part0", told[0]["items"], 60), Fallen("part1"))
    assert "left_out" not in json.loads(made([Part(), Part()], 1).sidecar)


def test_measuring_is_a_step_of_its_own_before_the_first_file() -> None:
    steps: list[StepKind] = []
    produce(
        job_of(files_of([Part(paragraphs=LONG, rank="9"), Part()], 1), ("pdf",)), lambda step: steps.append(step.kind)
    )
    after_sections = [step for step in steps if step is not StepKind.SECTION]
    assert after_sections == [StepKind.DOCUMENT, StepKind.PAGES] * (len(after_sections) // 2) + [StepKind.FILE]
    assert len(after_sections) > 3


# ---------------------------------------------------------------- the search


def _searched(
    needed: int, many: int, failing: frozenset[int] = frozenset(), *, honest: bool = False
) -> tuple[int, int]:
    """How many of so many items fall where so many must, and how often the brief was composed anew."""
    asked: list[Cut] = []
    whole = RankedParts()
    whole.stay(range(many + 1), None, 1)
    whole.sections = (RankedSection(0, is_fixed=False, leads_to=frozenset(), size=100 * many + 100),) if honest else ()

    def composition(cut: Cut) -> Composition:
        asked.append(cut)
        stay = cut.lists.get((0, 0), many + 1)
        parts = RankedParts(cut)
        parts.sections = tuple(replace(one, size=100 * stay) for one in whole.sections)
        document = Document(sample_document().front, (), fallen=(Fallen("s", many + 1 - stay, many + 1),))
        failed = Diagnostic("BG404", Severity.ERROR, NOWHERE, "it fails") if many + 1 - stay in failing else None
        return Composition(document, parts, None, (failed,) if failed else ())  # type: ignore[arg-type]

    class _Reader:
        id = "reader"
        place = NOWHERE
        sections = (SectionChoice(name="s", options={}, place=NOWHERE, ranks=Ranks(0, 5)),)

        class limits:  # noqa: N801
            pages = 1

    def measured(fell: int) -> Length:
        long = 1 + (needed - fell - 0.5) / many if honest else 2.0 if fell < needed else 1.0
        return Length(max(ceil(long), 1), long % 1 or 1.0)

    first = Document(sample_document().front, ())
    found = fitted(
        Composition(first, whole, None, ()), _Reader, composition,  # type: ignore[arg-type]
        lambda document: measured(sum(one.items for one in document.fallen)),
    )  # fmt: skip
    return sum(one.items for one in found.document.fallen), len(asked)


@pytest.mark.parametrize("many", [1, 2, 3, 7, 64, 1000])
def test_as_little_as_can_be_falls_also_where_the_lengths_tell_nothing(many: int) -> None:
    for needed in {1, 2, many // 3, many // 2, many - 1, many} - {0} & set(range(1, many + 1)):
        fell, asked = _searched(needed, many)
        assert fell == needed
        assert asked <= ceil(log2(many)) + 4


@pytest.mark.parametrize("many", [5, 64, 1000, 10_000])
def test_where_lengths_are_as_expected_few_looks_are_enough(many: int) -> None:
    for needed in {1, 2, many // 3, many // 2, many - 1, many} - {0} & set(range(1, many + 1)):
        fell, asked = _searched(needed, many, honest=True)
        assert fell == needed
        assert asked <= 4


def test_a_cut_that_fails_is_never_the_one_that_is_made() -> None:
    assert _searched(5, 8, frozenset({5}))[0] == 6
    assert _searched(5, 8, frozenset({8})) == (0, 1)


def test_where_all_is_not_enough_nothing_falls_and_one_look_was_enough() -> None:
    assert _searched(9, 8) == (0, 1)


# ---------------------------------------------------------------- the owner's side


def _world(parts: Sequence[Part], pages: int) -> Memory:
    return Memory({path: text.encode() for path, text in files_of(parts, pages).items()})


def test_the_owner_is_told_by_fact_what_has_no_room() -> None:
    world = _world([Part(items=60, paragraphs=1), Part()], 1)
    _, (covered,) = coverage(world, Order())
    reasons = {verdict.fact: verdict.reason for verdict in covered.verdicts}
    assert reasons[word(0, 0)] is None
    assert reasons[word(0, 59)] is Reason.FIT
    assert set(reasons.values()) == {None, Reason.FIT}
    _, (whole,) = coverage(world, Order(fit=False))
    assert {verdict.reason for verdict in whole.verdicts} == {None}


def test_make_keeps_it_in_the_owners_record_and_check_tells_it_too() -> None:
    world = _world([Part(items=60), Part()], 1)
    for told in (check(world, Order()).report.diagnostics, make(world, Order()).report.diagnostics):
        assert [d.severity for d in told if d.code == "BG451"] == [Severity.INFO]
    record = json.loads(world.files[".briefgen/output/x-y/reader.redactions.json"])
    assert {fact["reason"] for fact in record["facts"]} == {"shown", "dropped by fit"}


def test_a_discreet_run_does_not_count_what_fell() -> None:
    result = make(_world([Part(items=60), Part()], 1), Order(discreet=True))
    (said,) = [d.message for d in result.report.diagnostics if d.code == "BG451"]
    assert said == (
        "what a brief leaves out so that it keeps to its pages (the brief for 'reader'); its parts are not named here"
    )


def test_a_strict_run_makes_a_brief_that_was_shortened_and_none_that_does_not_fit() -> None:
    assert make(_world([Part(items=60), Part()], 1), Order(strict=True)).briefs[0].failed is False
    kept = [Part(rank="keep", paragraphs=2 * LONG), Part()]
    assert make(_world(kept, 1), Order(strict=True)).briefs[0].failed is True


# ---------------------------------------------------------------- measured where it is written


def test_a_style_with_less_room_on_its_pages_leaves_out_more() -> None:
    job = job_of(files_of([Part(items=60, least=2), Part()], 1), ("pdf",))
    narrow = replace(job, style=replace(job.style, page=replace(job.style.page, bottom_mm=90.0)))
    wide, tight = produce(job), produce(narrow)
    assert (wide.files["pdf"].pages, tight.files["pdf"].pages) == (1, 1)
    assert set(wide.fallen) < set(tight.fallen)


def test_what_was_measured_of_one_is_not_written_of_another() -> None:
    job = job_of(files_of([Part(), Part()], 1))
    one, other = sample_document(), torture_document()
    wide = replace(job.style, page=replace(job.style.page, left_mm=40.0))
    fresh, of_wide = render(other, "pdf", job.style).value, render(other, "pdf", wide).value
    lengths_in(job.style)(one)
    assert render(other, "pdf", job.style).value == fresh
    lengths_in(job.style)(other)
    assert render(other, "pdf", wide).value == of_wide


def test_what_was_measured_is_what_is_written() -> None:
    document, style = sample_document(), job_of(files_of([Part(), Part()], 1)).style
    fresh = render(document, "pdf", style).value
    assert lengths_in(style)(document).pages == fresh.pages
    assert render(document, "pdf", style).value == fresh
    assert render(document, "pdf", style).value == fresh


@pytest.mark.parametrize("document", [sample_document(), torture_document()])
def test_what_was_measured_with_another_front_is_written_with_its_own(document: Document) -> None:
    style = job_of(files_of([Part(), Part()], 1)).style
    fresh = render(document, "pdf", style).value
    longer = replace(document.front, title=f"{document.front.title} and much more of it " * 40)
    apart = lengths_in(style)(replace(document, front=longer))

    assert lengths_in(style)(document, longer) == apart
    assert lengths_in(style)(document, longer).whole > lengths_in(style)(document).whole
    lengths_in(style)(document, longer)
    assert render(document, "pdf", style).value == fresh


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        ("rank: 0", "a rank is '0', not a whole number from 1 to 9 or 'keep'"),
        ("rank: 10", "a rank is '10', not a whole number from 1 to 9 or 'keep'"),
        ("rank: -1", "a rank is '-1', not a whole number from 1 to 9 or 'keep'"),
        ("rank: 1.5", "a rank is '1.5', not a whole number from 1 to 9 or 'keep'"),
        ("rank: high", "a rank is 'high', not a whole number from 1 to 9 or 'keep'"),
        ("rank: never", "a rank is 'never', not a whole number from 1 to 9 or 'keep'"),
        ("item_rank: [1]", "a rank is a list, not a whole number from 1 to 9 or 'keep'"),
        ("item_rank: {a: 1}", "a rank is a group of fields, not a whole number from 1 to 9 or 'keep'"),
        ("item_rank: ''", "a rank is empty, not a whole number from 1 to 9 or 'keep'"),
        ("rank: true", "a rank is 'true', not a whole number from 1 to 9 or 'keep'"),
        ("rank: 01", "a rank is '01', not a whole number from 1 to 9 or 'keep'"),
        ("rank: ５", "a rank is '５', not a whole number from 1 to 9 or 'keep'"),
    ],
)
def test_a_rank_that_is_none_is_told_at_its_place(choice: str, said: str) -> None:
    files = files_of([Part(), Part()], 1)
    audience = files["templates/audiences/reader.yaml"].replace("part0: {}", f"part0: {{{choice}}}")
    head = f"---\n{choice}\n---\n"
    for changed, path, line in (
        ({"templates/audiences/reader.yaml": audience}, "templates/audiences/reader.yaml", 5),
        ({"templates/sections/part0.md.j2": f"{head}Words.\n"}, "templates/sections/part0.md.j2", 2),
    ):
        world = Memory({name: text.encode() for name, text in {**files, **changed}.items()})
        told = [d for d in check(world, Order()).report.diagnostics if d.code == "BG165"]
        assert [(d.message, d.place.path, d.place.line) for d in told] == [(said, path, line)]


@pytest.mark.parametrize("name", ["rank", "item_rank", "if_empty"])
def test_an_option_cannot_have_the_name_of_what_every_section_takes(name: str) -> None:
    files = files_of([Part(), Part()], 1) | {
        "templates/sections/part0.md.j2": f"---\noptions:\n  {name}: 3\n---\nWords.\n"
    }
    result = check(Memory({path: text.encode() for path, text in files.items()}), Order())
    (told,) = [d for d in result.report.diagnostics if d.severity is Severity.ERROR]
    assert (told.code, told.message, told.place.line) == ("BG116", f"an option cannot be called '{name}'", 3)


def test_an_audience_says_otherwise_than_the_head_of_a_section() -> None:
    parts = [Part(paragraphs=10), Part(paragraphs=10)]
    files = files_of(parts, 1)
    path = "templates/sections/part0.md.j2"
    files[path] = "---\nrank: 9\n---\n" + files[path]
    told = produce(job_of(files, ("pdf",))).diagnostics
    assert [d.message.rpartition("without ")[2] for d in told] == ["'part0'"]
    files["templates/audiences/reader.yaml"] = files["templates/audiences/reader.yaml"].replace(
        "part0: {}", "part0: {rank: 2}"
    )
    told = produce(job_of(files, ("pdf",))).diagnostics
    assert [d.message.rpartition("without ")[2] for d in told] == ["'part1'"]


def test_an_audience_that_says_nothing_leaves_the_ranks_of_the_head_as_they_are() -> None:
    files = files_of([Part(items=60), Part()], 1)
    path = "templates/sections/part0.md.j2"
    files[path] = "---\nrank: 4\nitem_rank: keep\n---\n" + files[path]
    for choice, ranks in {
        "{}": Ranks(4, 0), "{item_rank: 3}": Ranks(4, 3), "{rank: 2}": Ranks(2), "{rank: 2, item_rank: 6}": Ranks(2, 6),
    }.items():  # fmt: skip
        reader = files["templates/audiences/reader.yaml"].replace("part0: {}", f"part0: {choice}")
        job = job_of({**files, "templates/audiences/reader.yaml": reader})
        assert job.view.audience.sections[1].ranks == ranks
