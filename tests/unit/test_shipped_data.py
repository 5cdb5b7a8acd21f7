"""The first relation: every numbered fact of the paper has exactly one record, in our own words."""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefgen.diagnostics import CODES
from briefgen.load import load
from briefgen.model.facts.leaning_texts import rests_on_facts
from briefgen.model.facts.relation import every_fact
from briefgen.model.values.date import parse_date
from briefgen.pipeline import Order, check
from briefgen.validate import validate
from briefgen.world import Disk, laid_over_shipped, shipped_root
from readers.word_runs import hashed_runs, words_of

if TYPE_CHECKING:
    from briefgen.model.facts.fact import Fact
    from briefgen.model.facts.relation import Relation

ROOT = Path(__file__).parents[2]
MOST_WORDS = 12


def seed_facts() -> dict[str, str]:
    """Number → the words of the paper that the number stands for."""
    with (ROOT / "tests/golden/seed_facts.csv").open(encoding="utf-8", newline="") as file:
        return {row["id"]: row["quote"] for row in csv.DictReader(file)}


@pytest.fixture(scope="module")
def relation() -> Relation:
    outcome = load(Disk(ROOT))
    assert outcome.diagnostics == ()
    return outcome.value.relations[0]


def numbers(relation: Relation) -> Counter[str]:
    """How many records carry each number."""
    seeds = [fact.seed for fact in every_fact(relation)]
    seeds += [record.seed for record in relation.rejected]
    seeds += [reference.seed for reference in relation.references.values()]
    return Counter(number for seed in seeds for number in seed)


def test_every_number_of_the_paper_has_exactly_one_record(relation: Relation) -> None:
    assert numbers(relation) == Counter(list(seed_facts()))


def test_every_number_is_counted() -> None:
    kinds = Counter(number[0] for number in seed_facts())

    assert kinds["F"] == 71
    assert kinds["R"] == 16


def test_every_quote_is_short_and_stands_in_the_paper(relation: Relation) -> None:
    known = [squeezed(quote) for quote in seed_facts().values()]
    quotes = [(fact.id, source.quote) for fact in every_fact(relation) for source in fact.sources if source.quote]
    quotes += [(record.id, record.quote) for record in relation.rejected if record.quote]

    assert len(quotes) > 80
    for name, quote in quotes:
        assert len(quote.split()) <= MOST_WORDS, name
        assert any(squeezed(quote) in text or text in squeezed(quote) for text in known), f"{name}: {quote}"


def squeezed(text: str) -> str:
    """The words alone, with one blank between."""
    return " ".join(words_of(text))


def test_every_fact_names_the_paper_and_what_the_paper_names(relation: Relation) -> None:
    own = [fact for fact in every_fact(relation) if not rests_on_facts(fact)]

    assert [fact.id for fact in own if "raza-nawaz-2021" not in refs(fact)] == []
    both = {fact.id for fact in every_fact(relation) if {"F26", "F44", "F45", "F46", "F47"}.intersection(fact.seed)}
    assert all("pakembminsk-overview" in refs(fact) for fact in every_fact(relation) if fact.id in both)
    assert all("belarusdigest-best-friend" in refs(fact) for fact in relation.facts if {"F52", "F53"} & set(fact.seed))


def refs(fact: Fact) -> list[str]:
    """Ids of a fact's references."""
    return [source.ref for source in fact.sources]


def test_the_year_of_the_paper_is_marked_as_inferred(relation: Relation) -> None:
    paper = relation.references["raza-nawaz-2021"]

    assert str(paper.issued) == "2021"
    assert paper.issued_inferred


def test_what_belongs_to_another_article_stays_out_with_its_reason(relation: Relation) -> None:
    assert {number for record in relation.rejected for number in record.seed} >= {"X1", "X2"}
    assert all(record.reason for record in relation.rejected)


def test_no_rule_finds_an_error_or_a_warning() -> None:
    assert [d for d in validate(load(Disk(ROOT)).value) if d.severity != "info"] == []


def test_the_contradictions_of_the_paper_are_noted_as_what_they_are() -> None:
    found = {(code_name(d.code), d.message) for d in validate(load(Disk(ROOT)).value)}

    for name, part in (
        ("MIL-RECIPROCAL", "words BLR as the one that opens the mission of PAK"),
        ("MEC-LEVEL", "foreign ministers and foreign ministries"),
        ("TXT-CLAIM", "'turnover-progressive' stands against trade-2019-pak-blr, trade-2020-pak-blr"),
        ("DAT-IMPLIED", "has the period 2020?"),
        ("CITE-SINGLE", "2019: the trade totals rest on 'raza-nawaz-2021' alone, beside the interested"),
        ("TXT-CAUSAL", "'stock-of-documents' claims a cause (resulted in)"),
        ("TXT-SUPERLATIVE", "'untapped-potential' quotes 'huge'"),
        ("REC-OWNER", "14 of 16 recommendations have no horizon"),
    ):
        assert any(name == code and part in message for code, message in found), name


def test_what_was_current_in_2021_is_old_in_2026() -> None:
    found = {code_name(d.code) for d in validate(load(Disk(ROOT)).value, parse_date("2026-11-24"))}

    assert found >= {"STALE-REF", "STALE-REVIEW", "PER-TITLE-STALE"}


def test_every_suppression_has_its_reason(relation: Relation) -> None:
    reasons = [suppression.reason for fact in every_fact(relation) for suppression in fact.ignore]

    assert len(reasons) == 18
    assert all(len(reason.split()) > 4 for reason in reasons)


def code_name(code: str) -> str:
    """The short name of a code."""
    return CODES[code][0]


def test_no_sentence_of_the_paper_went_into_the_data() -> None:
    runs = set((ROOT / "tests/golden/paper_word_runs.txt").read_text(encoding="ascii").split())
    quoted = re.compile(r"quote: '(?:[^']|'')*'|quote: [^}\n]*|as_stated: .*")
    for path in sorted((ROOT / "data").rglob("*.*")):
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".json":
            continue  # the title of the paper is its own
        if path.suffix == ".csv":
            rows = csv.DictReader(text.splitlines())
            text = "\n".join(" ".join(v for k, v in row.items() if k not in {"quote", "as_stated"}) for row in rows)
        for line in text.splitlines():
            assert not hashed_runs(words_of(quoted.sub("", line))) & runs, f"{path.name}: {line}"


def test_the_list_of_word_runs_would_notice() -> None:
    runs = set((ROOT / "tests/golden/paper_word_runs.txt").read_text(encoding="ascii").split())
    longest = max(seed_facts().values(), key=lambda quote: len(words_of(quote)))

    assert hashed_runs(words_of(longest)) <= runs
    assert hashed_runs(words_of(longest))


def test_nothing_of_the_shipped_relation_is_entered_for_nobody() -> None:
    result = check(laid_over_shipped(shipped_root()), Order())

    assert [d for d in result.report.diagnostics if d.code == "BG413"] == []
