"""What the gate searches for: long enough words of hidden records that no shown one has."""

from __future__ import annotations

import pytest

from briefgen.model.facts.secret import squeezed
from briefgen.view import Request, secrets_of, view
from samples.viewing import loaded

STEP = "- {{id: {0}, kind: other, title: '{1}', sensitivity: {2}, sources: [{{ref: ref}}]}}\n"


def probes(files: dict[str, str]) -> list[tuple[str, str]]:
    relation, reader = loaded(files)
    return [(secret.item, secret.probe) for secret in secrets_of(relation, view(relation, reader, Request()).value)]


def hidden(title: str) -> list[tuple[str, str]]:
    """What is searched for where a hidden step has that title."""
    return probes({"milestones.yaml": STEP.format("secret", title, "restricted")})


def test_a_text_is_searched_for_from_sixteen_letters_on() -> None:
    assert hidden("abcd efgh ijkl mno") == []
    assert hidden("abcd efgh ijkl mnop") == [("secret", "abcdefghijklmnop")]


@pytest.mark.parametrize(
    ("length", "pieces"),
    [(48, [48]), (49, [48]), (63, [48]), (64, [48, 16]), (96, [48, 48]), (111, [48, 48]), (112, [48, 48, 16])],
)
def test_a_long_text_is_searched_for_in_pieces_and_a_short_rest_is_left_out(length: int, pieces: list[int]) -> None:
    words = "".join(f"{number:03}x" for number in range(40))[:length]

    assert [len(probe) for _, probe in hidden(words)] == pieces
    assert "".join(probe for _, probe in hidden(words)) == words[: sum(pieces)]


def test_what_is_shown_elsewhere_is_no_secret_and_each_secret_is_one() -> None:
    shown = STEP.format("shown", "The long words of all", "public")
    twice = STEP.format("one", "The long words of few", "restricted") + STEP.format(
        "two", "the long WORDS of few", "restricted"
    )

    assert probes({"milestones.yaml": shown + STEP.format("a", "Long words of all", "restricted")}) == []
    assert probes({"milestones.yaml": shown + twice}) == [("one", "thelongwordsoffew")]


def test_notes_quotes_and_every_language_are_searched_for_but_no_ids_and_references() -> None:
    record = (
        "- id: an-id-of-many-letters-indeed\n  kind: other\n"
        "  title: {en: The English words here, be: Словы па-беларуску тут}\n"
        "  sensitivity: restricted\n  note: A note that nobody sees\n"
        "  sources: [{ref: ref, locator: p. 3, quote: so it was said to them}]\n"
    )

    assert [probe for _, probe in probes({"milestones.yaml": record})] == [
        "soitwassaidtothem",
        "anotethatnobodysees",
        "theenglishwordshere",
        "словыпабеларускутут",
    ]


def test_a_reference_that_only_hidden_facts_lean_on_is_searched_for_by_all_that_a_style_may_print() -> None:
    references = (
        '[{"id": "ref", "type": "book", "title": "T", "author": [{"family": "A"}], "publisher": "A Press of All Ages"},'
        ' {"id": "quiet", "type": "webpage", "title": "A very, very still title", "author": [{"family": "B"}],'
        ' "publisher": "A Press of All Ages", "container-title": "Papers of a Quiet House",'
        ' "URL": "https://example.org/quiet/page", "collection-title": "Never told to anybody"}]'
    )
    shown = STEP.format("b", "Open", "public")
    record = shown + STEP.format("a", "Short", "restricted").replace("ref: ref", "ref: quiet")

    assert probes({"references.json": references, "milestones.yaml": record}) == [
        ("quiet", "averyverystilltitle"),
        ("quiet", "papersofaquiethouse"),
        ("quiet", "httpsexampleorgquietpage"),
        ("quiet", "nevertoldtoanybody"),
    ]


PEOPLE = "- {id: agent-zero, name: Zoe Zero, sort_name: 'Zero, Zoe Ann', variants: [Z. Z., Zoya Zero]}\n"
BODIES = "- {id: club, name: {en: The Club, be: Клуб сяброў}, short: TC}\n- {id: oic, name: OIC, short: OIC}\n"


def test_names_of_people_and_organisations_that_only_hidden_facts_name_count_from_eight_letters_on() -> None:
    record = (
        "- {id: a, kind: state, title: T, visitor: {party: BLR, person: agent-zero}, venue: {event: club},"
        " sensitivity: %s, sources: [{ref: ref}]}\n"
    )
    files = {"data/people.yaml": PEOPLE, "data/organisations.yaml": BODIES}

    assert probes({**files, "visits.yaml": record % "restricted"}) == [
        ("agent-zero", "zerozoeann"), ("agent-zero", "zoyazero"), ("club", "клубсяброў"),
    ]  # fmt: skip
    assert probes({**files, "visits.yaml": record % "public"}) == []
    assert probes({**files, "milestones.yaml": STEP.format("a", "T", "restricted")}) == []


def test_what_is_shown_in_another_language_is_no_secret() -> None:
    title = "{id: %s, kind: other, title: {en: %s, be: Словы па-беларуску тут}, sensitivity: %s, sources: [{ref: ref}]}"
    shown, hidden = title % ("shown", "Words", "public"), title % ("hidden", "Other", "restricted")

    assert probes({"milestones.yaml": f"- {shown}\n- {hidden}\n"}) == []


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("The Club", "theclub"), ("the-\nclub", "theclub"), ("the\u200bclub", "theclub"), ("the_club", "theclub"),
        ("the%20club", "theclub"), ("ﬁne Straße", "finestrasse"), ("№ 5", "no5"), ("", ""),
    ],
)  # fmt: skip
def test_nothing_between_the_letters_hides_a_word(text: str, plain: str) -> None:
    assert squeezed(text) == plain


def test_the_words_of_a_hidden_part_are_searched_for() -> None:
    body = (
        "- id: body\n  kind: council\n  name: Council\n  sensitivity: public\n  sources: [{ref: ref}]\n  sessions:\n"
        "    - {number: 1, note: They met behind doors, sensitivity: restricted}\n"
        "    - {number: 2, note: They met in the open air}\n"
    )

    assert probes({"mechanisms.yaml": body}) == [("body", "theymetbehinddoors")]
