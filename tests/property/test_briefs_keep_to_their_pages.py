"""A brief keeps to its audience's pages or says why not; what falls does so by rank, the same for all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.compose import FieldUse, RankedParts, compose
from briefgen.diagnostics import Severity
from briefgen.model.formats import FORMATS
from briefgen.model.ranks import KEPT
from briefgen.pipeline.compose_and_render import produce
from briefgen.pipeline.drop_order import cut_of, drops_of
from briefgen.render import length_of
from briefgen.trace import sidecar
from readers.every_reader import READERS
from samples.ranked_workspace import Part, files_of, job_of, opening, ranked_parts, word

if TYPE_CHECKING:
    from briefgen.model.document import Document
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
@given(parts=ranked_parts(), pages=st.integers(1, 2))
def test_nothing_stays_of_a_lower_rank_than_what_fell(parts: list[Part], pages: int) -> None:
    parts = [Part(p.rank, p.item_rank, p.items, p.least, p.paragraphs) for p in parts]  # none refers to another
    job = job_of(files_of(parts, pages), ("pdf",))
    stay, ranks = set(said(produce(job))), ranks_of(job)
    stands = [opening(number) in stay for number in range(len(parts))]
    left = [sum(word(number, n) in stay for n in range(part.items)) for number, part in enumerate(parts)]
    fallen = [(ranks[n][0], 1, n) for n in range(len(parts)) if not stands[n]]
    fallen += [(ranks[n][1], 0, 0) for n, part in enumerate(parts) if stands[n] and left[n] < part.items]
    for lost, is_section, place in fallen:
        for number, (rank, item_rank) in enumerate(ranks):
            if not stands[number]:
                continue
            assert rank == KEPT or rank < lost or (rank == lost and (not is_section or number < place))
            is_shortest = left[number] <= parts[number].least
            assert item_rank == KEPT or item_rank < lost or is_shortest or (item_rank == lost and not is_section)


@settings(max_examples=10, deadline=None)
@given(parts=ranked_parts(), pages=st.integers(1, 2))
def test_with_one_part_more_it_would_not_fit(parts: list[Part], pages: int) -> None:
    job = job_of(files_of(parts, pages), ("docx",))
    result, whole = produce(job), RankedParts()
    composed(job, whole)
    drops = drops_of(whole, job.view.audience.sections)
    if "BG451" in told(result):
        cuts = [composed(job, RankedParts(cut_of(drops[:count]))) for count in range(len(drops) + 1)]
        fell = next(count for count, made in enumerate(cuts) if made and sidecar(made) == result.sidecar)
        longer, fits = cuts[fell - 1], cuts[fell]
        assert fits
        assert length_of(fits, job.style).pages <= pages
        assert longer is None or length_of(longer, job.style).pages > pages


def composed(job: Job, parts: RankedParts) -> Document | None:
    """The brief, or None where it has errors: what refers to each other falls together."""
    made = compose(job, use=FieldUse(), ranked=parts)
    return None if any(each.severity is Severity.ERROR for each in made.diagnostics) else made.value


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
