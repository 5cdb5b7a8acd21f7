"""A brief keeps to its audience's pages or says why not; what falls does so by rank, the same for all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefgen.compose import FieldUse, RankedParts, compose
from briefgen.model.formats import FORMATS
from briefgen.model.ranks import KEPT
from briefgen.pipeline.compose_and_render import produce
from briefgen.pipeline.fitting.drop_order import cut_of, drops_of
from briefgen.pipeline.fitting.page_fit import Composition, fitted
from briefgen.render import lengths_in
from briefgen.trace import sidecar
from readers.every_reader import READERS
from samples.ranked_workspace import Part, files_of, job_of, opening, ranked_parts, word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.document import Document
    from briefgen.model.ranks import Cut
    from briefgen.model.rendering import Length
    from briefgen.pipeline.fitting.drop_order import Drop
    from briefgen.pipeline.job import Job, JobResult

FEW = settings(max_examples=25, deadline=None)


def said(result: JobResult, name: str = "pdf") -> list[str]:
    """The words of a file that tell sections and items apart, in order."""
    found = (each.strip(".,") for each in READERS[name](result.files[name].data))
    return [each for each in found if each == "bottomlinex" or (each[:1] == "s" and each[-1:] == "x")]


def told(result: JobResult) -> set[str]:
    return {each.code for each in result.diagnostics}


def ranks_of(job: Job) -> list[tuple[int, int]]:
    """Rank of each section between the bottom line and the sources, and of its items."""
    return [(one.ranks.section, one.ranks.of_items) for one in job.view.audience.sections[1:-1]]


@FEW
@given(parts=ranked_parts(), pages=st.integers(1, 3))
def test_a_brief_fits_or_says_why_and_loses_nothing_that_is_kept(parts: list[Part], pages: int) -> None:
    job = job_of(files_of(parts, pages), ("pdf",))
    result = produce(job)
    words, ranks = said(result), ranks_of(job)
    stay = set(words)
    assert (result.files["pdf"].pages or 0) <= pages or "BG408" in told(result)
    assert ("BG451" in told(result)) == bool(result.fallen or any(opening(n) not in stay for n in range(len(parts))))
    assert {"BG451", "BG408"} - told(result)
    # Nothing that is kept is lost; what stays stands in its order, each once.
    whole = said(produce(job_of(files_of(parts, pages), ("pdf",), fit=False)))
    assert words == [each for each in whole if each in stay]
    assert "bottomlinex" in stay
    for number, (part, (rank, item_rank)) in enumerate(zip(parts, ranks, strict=True)):
        if rank == KEPT:
            assert opening(number) in stay
            least = part.items if item_rank == KEPT else min(part.items, part.least)
            assert len([n for n in range(part.items) if word(number, n) in stay]) >= least


@FEW
@given(parts=ranked_parts())
def test_the_lower_rank_falls_first(parts: list[Part]) -> None:
    parts = [Part(p.rank, p.item_rank, p.items, p.least, p.paragraphs) for p in parts]  # none refers to another
    job, whole = job_of(files_of(parts, 1)), RankedParts()
    composition(job, whole)
    ranks = [one.ranks for one in job.view.audience.sections]
    drops = drops_of(whole, job.view.audience.sections)
    found = [(ranks[drop.section].section if drop.is_whole else ranks[drop.section].of_items) for drop in drops]
    assert KEPT not in found
    assert found == sorted(found, reverse=True)


@settings(max_examples=12, deadline=None)
@given(parts=ranked_parts(), pages=st.integers(1, 2))
@example(parts=[Part(rank="9", paragraphs=2), Part(rank="8", paragraphs=30), Part(rank="1", paragraphs=6)], pages=1)
@example(parts=[Part(rank="9", paragraphs=1), Part(rank="9", paragraphs=14), Part(rank="2", paragraphs=6)], pages=1)
def test_what_fell_returns_to_room_that_is_left_and_nothing_before_what_ranks_above_it(
    parts: list[Part], pages: int
) -> None:
    job = job_of(files_of(parts, pages), ("docx",))
    drops, away, fewest = cuts_of(job)
    if fewest is None:
        return
    assert away <= set(range(fewest))
    assert fits(job, [drops[at] for at in sorted(away)])
    returned = set(range(fewest)) - away
    for least in returned:
        for above in {at for at in away if at > least and _is_first(drops, at, away)}:
            stay = {at for at in returned if at > above} | {above}
            assert not fits(job, [drops[at] for at in range(fewest) if at not in stay])


def test_a_short_section_that_fell_before_a_long_one_is_shown_after_all() -> None:
    parts = [Part(rank="9", paragraphs=2), Part(rank="8", paragraphs=30), Part(rank="1", paragraphs=6)]
    result = produce(job_of(files_of(parts, 1), ("pdf",)))

    assert {opening(0), opening(2)} <= set(said(result))
    assert opening(1) not in said(result)
    assert next(one.message for one in result.diagnostics if one.code == "BG451").endswith("without 'part1'")


@settings(max_examples=10, deadline=None)
@given(parts=ranked_parts(), pages=st.integers(1, 2))
def test_with_one_part_more_in_the_order_of_ranks_it_would_not_fit(parts: list[Part], pages: int) -> None:
    job = job_of(files_of(parts, pages), ("docx",))
    drops, _, fewest = cuts_of(job)
    if fewest is not None:
        assert fits(job, drops[:fewest])
        assert not fits(job, drops[: fewest - 1])


def _is_first(drops: list[Drop], at: int, away: set[int]) -> bool:
    """Whether something that is away could return by itself: its section is there, and in its list those before it."""
    drop = drops[at]
    behind = [drops[other] for other in away if other > at and drops[other].section == drop.section]
    return not any(other.is_whole or other.number == drop.number for other in behind)


def cuts_of(job: Job) -> tuple[list[Drop], set[int], int | None]:
    """What may fall of a brief in its order, the places of what is away, and how many would have had to fall."""
    whole = RankedParts()
    first = composition(job, whole)
    drops = drops_of(whole, job.view.audience.sections)
    made: list[tuple[Cut, Composition]] = []

    def again(cut: Cut) -> Composition:
        made.append((cut, composition(job, RankedParts(cut))))
        return made[-1][1]

    def length(document: Document) -> Length:
        """Of each document by itself, with nothing known of another one."""
        return lengths_in(job.style)(document)

    found = fitted(first, job.view.audience, again, length)
    result = produce(job)
    if not any(one.code == "BG451" for one in found.told):
        return drops, set(), None
    assert sidecar(found.document) == result.sidecar
    cut = next(cut for cut, one in made if one.document is found.document)
    away = {at for at, drop in enumerate(drops) if _is_away(drop, cut)}
    return drops, away, max(away) + 1


def _is_away(drop: Drop, cut: Cut) -> bool:
    if drop.is_whole or drop.section in cut.sections:
        return drop.section in cut.sections
    return cut.lists.get((drop.section, drop.number), drop.stay + 1) <= drop.stay


def fits(job: Job, drops: Sequence[Drop]) -> bool:
    limit = job.view.audience.limits.pages
    made = composition(job, RankedParts(cut_of(drops)))
    return limit is not None and not made.has_errors and lengths_in(job.style)(made.document).pages <= limit


def composition(job: Job, parts: RankedParts) -> Composition:
    use = FieldUse()
    made = compose(job, use=use, ranked=parts)
    return Composition(made.value, parts, use, made.diagnostics)


@FEW
@given(parts=ranked_parts(), pages=st.integers(1, 2), hidden=st.integers(1, 30))
def test_relations_that_differ_in_hidden_facts_drop_the_same(parts: list[Part], pages: int, hidden: int) -> None:
    one = produce(job_of(files_of(parts, pages), tuple(FORMATS)))
    other = produce(job_of(files_of(parts, pages, hidden), tuple(FORMATS)))
    assert one == other


@FEW
@given(parts=ranked_parts(), pages=st.integers(1, 2))
def test_the_formats_say_the_same_whichever_are_asked_for(parts: list[Part], pages: int) -> None:
    every = produce(job_of(files_of(parts, pages), tuple(FORMATS)))
    for name in FORMATS:
        alone = produce(job_of(files_of(parts, pages), (name,)))
        assert alone.files[name].data == every.files[name].data
        assert said(every, name) == said(every)
        assert (alone.facts, alone.fallen, alone.sidecar) == (every.facts, every.fallen, every.sidecar)


@FEW
@given(parts=ranked_parts(), pages=st.integers(1, 2))
def test_each_fact_is_shown_or_has_fallen(parts: list[Part], pages: int) -> None:
    result = produce(job_of(files_of(parts, pages), ("pdf",)))
    stay = set(said(result))
    every = {word(number, item) for number, part in enumerate(parts) for item in range(part.items)}
    assert {*result.facts, *result.fallen} >= every
    assert set(result.facts).isdisjoint(result.fallen)
    assert {fact for fact in result.fallen if fact in every} == every - stay
