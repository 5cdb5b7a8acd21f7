"""Where words come from that no fact stands behind: told on request, with the brief as it is without."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefgen.pipeline import Order, make
from briefgen.pipeline.compose_and_render import produce
from briefgen.pipeline.product_json import product_json, product_of
from briefgen.world import Disk, MemoryOutputs

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.pipeline.job import Job, JobResult

ROOT = Path(__file__).parents[2]


@cache
def job_for(audience: str) -> Job:
    """What the making of a shipped brief is handed."""
    seen: list[Job] = []

    def keep(job: Job) -> Callable[[], JobResult]:
        seen.append(job)
        return lambda: produce(job)

    make(Disk(ROOT), Order(audiences=(audience,), formats=("html",)), executor=keep, outputs=MemoryOutputs({}))
    return seen[0]


def asked(audience: str) -> tuple[JobResult, JobResult]:
    """What comes of a job where nobody asks for the origin of words, and where somebody does."""
    job = job_for(audience)
    return produce(job), produce(replace(job, tells_words=True))


def test_a_brief_is_the_same_whether_its_words_are_asked_for_or_not() -> None:
    plain, telling = asked("minister")

    assert replace(telling, typed=(), worded=()) == plain
    assert (plain.typed, plain.worded) == ((), ())


@pytest.mark.parametrize("audience", ["minister", "public", "researcher"])
def test_a_heading_stands_on_the_line_that_is_told(audience: str) -> None:
    _, telling = asked(audience)
    headings = 0
    for words, path, line in telling.typed:
        text = (ROOT / path).read_text(encoding="utf-8").split("\n")[line - 1]
        assert text.strip()
        headings += text.startswith("#") and words.split()[0] in text

    assert headings > 2


def test_an_entry_is_told_with_what_it_said() -> None:
    _, telling = asked("minister")

    assert ("operators.about", "about US$52\N{NO-BREAK SPACE}million") in telling.worded
    assert ("in_span", "in 2019") in telling.worded


def test_what_is_told_comes_back_from_the_process_that_makes_briefs() -> None:
    _, telling = asked("public")

    back = product_of(product_json(telling), telling.sidecar, telling.files)

    assert back == telling
