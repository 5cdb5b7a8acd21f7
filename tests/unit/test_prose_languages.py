"""Prose in several languages: a brief shows its own, or the default by the workspace's policy; all say the same."""

from __future__ import annotations

import json

import pytest

from briefgen.load import load
from briefgen.model.kinds.prose import Prose
from briefgen.pipeline import Order, check, make
from briefgen.view import Request, SharedWork, cover, view
from briefgen.world import Memory
from readers.document_words import document_words
from samples.broken_prose import FILES
from samples.composing import FOLDER, composed, loaded

SECTION = """\
## {{ find("text").title if find("text") else "One" }}

{% if prose("text") %}{{ prose("text") }}{% endif %}

End.
"""
DEFAULT, ENGLISH, RUSSIAN = "text.md", "text.en.md", "text.ru.md"
HEAD = "title: Words\nsensitivity: public\nsources: [{ref: ref}]"
SETTINGS = {"is Russian": 'prose_language = "ru"\n', "is English": 'prose_language = "en"\n', "": ""}


def world(texts: dict[str, str], settings: str = "", more: dict[str, str] | None = None) -> Memory:
    """A workspace whose section prints the prose `text`; `texts` are whole files."""
    files = {**FILES, "templates/sections/one.md.j2": SECTION, "briefgen.toml": settings, **(more or {})}
    files |= {f"{FOLDER}/prose/{name}": text for name, text in texts.items()}
    return Memory({path: text.encode() for path, text in files.items()})


def text(words: str, head: str = HEAD) -> str:
    return f"---\n{head}\n---\n{words}\n"


def said(made: Memory) -> str:
    return " ".join(document_words(composed(load(made).value, "reader")[0])).replace("\u00a0", " ")


def told(made: Memory, *codes: str) -> list[str]:
    found = check(made, Order()).report.diagnostics
    chosen = codes or ("BG137", "BG150", "BG151", "BG152")
    return [f"{str(d.place).removeprefix(f'{FOLDER}/prose/')} {d.severity} {d.code} {d.message}" for d in found
            if d.code in chosen]  # fmt: skip


SHOWN = {
    "the default alone": ({DEFAULT: "Default."}, "", "Default."),
    "the one in the brief's language": ({DEFAULT: "Default.", ENGLISH: "English."}, "", "English."),
    "whatever else there is": ({DEFAULT: "Default.", ENGLISH: "English.", RUSSIAN: "Слово."}, "", "English."),
    "the default beside another language": ({DEFAULT: "Default.", RUSSIAN: "Слово."}, "", "Default."),
    "a text without a default": ({ENGLISH: "English.", RUSSIAN: "Слово."}, "", "English."),
    "a default of another language": ({DEFAULT: "Слово."}, 'prose_language = "ru"', "Слово."),
    "before a default of another language": (
        {DEFAULT: "Слово.", ENGLISH: "English."}, 'prose_language = "ru"', "English."
    ),
    "none of another language": ({RUSSIAN: "Слово."}, "", None),
    "by policy no default of another language": (
        {DEFAULT: "Слово."}, 'prose_language = "ru"\nuntranslated = "omit"', None
    ),
    "whatever the policy, its own": (
        {DEFAULT: "Слово.", ENGLISH: "English."}, 'prose_language = "ru"\nuntranslated = "omit"', "English."
    ),
    "whatever the policy, a default in its language": ({DEFAULT: "Default."}, 'untranslated = "refuse"', "Default."),
    "for a brief in American English too": (
        {DEFAULT: "Default.", ENGLISH: "English."}, 'language = "en-US"', "English."
    ),
}  # fmt: skip


@pytest.mark.parametrize("why", SHOWN)
def test_a_brief_shows_one_text_of_a_name(why: str) -> None:
    texts, settings, shown = SHOWN[why]
    words = said(world({name: text(body) for name, body in texts.items()}, settings))

    assert [one for one in ("Default.", "English.", "Слово.") if one in words] == ([shown] if shown else [])


NAMED = {
    "a default of another language": (
        {DEFAULT: "A."}, 'prose_language = "ru"',
        ["text.md:1:1 warning BG151 'text' has no text in English: the one in Russian stands in briefs"],
    ),
    "one that is left out": (
        {DEFAULT: "A."}, 'prose_language = "ru"\nuntranslated = "omit"',
        ["text.md:1:1 warning BG151 'text' has no text in English: it is left out of briefs"],
    ),
    "one that is refused": (
        {DEFAULT: "A."}, 'prose_language = "ru"\nuntranslated = "refuse"',
        ["text.md:1:1 error BG151 'text' has no text in English, which briefgen.toml asks for"],
    ),
    "no default and another language": (
        {RUSSIAN: "A."}, "", ["text.ru.md:1:1 warning BG151 'text' has no text in English: it is left out of briefs"]
    ),
    "no default, and it is refused": (
        {RUSSIAN: "A."}, 'untranslated = "refuse"',
        ["text.ru.md:1:1 error BG151 'text' has no text in English, which briefgen.toml asks for"],
    ),
    "two in one language": (
        {DEFAULT: "A.", ENGLISH: "B."}, 'prose_language = "en"',
        ["text.en.md:1:1 error BG137 'text' has two texts in English"],
    ),
    "nothing where all is there": ({DEFAULT: "A.", ENGLISH: "B.", RUSSIAN: "C."}, "", []),
    "nothing of a default in the brief's language": ({DEFAULT: "A.", RUSSIAN: "C."}, 'prose_language = "en"', []),
}  # fmt: skip


@pytest.mark.parametrize("why", NAMED)
def test_what_is_missing_is_told_once(why: str) -> None:
    texts, settings, found = NAMED[why]

    assert told(world({name: text(body) for name, body in texts.items()}, settings)) == found


@pytest.mark.parametrize(
    ("setting", "column", "message"),
    [
        ('untranslated = "hide"', 1, "'untranslated' cannot be 'hide'"),
        ('untranslated = ""', 1, "'untranslated' cannot be ''"),
        ('prose_language = "Russian"', 1, "'Russian' is no language of a file NAME.md"),
        ('prose_language = "ru-RU"', 1, "'ru-RU' is no language of a file NAME.md"),
        ('prose_language = "qq"', 1, "'qq' is no language of a file NAME.md"),
        ("prose_language = 3", 1, "'prose_language' must be a text"),
    ],
)
def test_a_setting_that_cannot_be_used_is_told(setting: str, column: int, message: str) -> None:
    found = load(world({DEFAULT: text("A.")}, setting)).diagnostics

    assert [(d.code, str(d.place), d.message) for d in found] == [("BG112", f"briefgen.toml:1:{column}", message)]
    assert found[0].hint


# ---------------------------------------------------------------- its head

BASE_HEAD = """\
title: {en: Words, ru: Слова}
sensitivity: official
topics: [defence, trade]
embargo_until: 2020-06
recorded: 2020-01-02
sources: [{ref: ref}]"""


@pytest.mark.parametrize(
    ("head", "line", "column", "message"),
    [
        ("sensitivity: public", 2, 14, "is public"),
        ("topics: [trade]", 2, 9, "has not the topic defence"),
        ("topics: []", 2, 9, "has not the topic defence"),
        ("embargo_until: 2020-05", 2, 16, "may be told before 2020-06"),
        ("embargo_until: 2019", 2, 16, "may be told before 2020-06"),
        ("recorded: 2019-12-31", 2, 11, "may be told before 2020-01-02"),
        ("title: W\nsensitivity: public", 3, 14, "is public"),
    ],
)
@pytest.mark.parametrize("name", [ENGLISH, RUSSIAN])
def test_a_text_that_more_people_may_read_than_the_default_is_refused(
    name: str, head: str, line: int, column: int, message: str
) -> None:
    texts = {DEFAULT: text("A quiet word.", BASE_HEAD), name: text("B.", head)}
    found = told(world(texts))

    ident = name.removesuffix(".md")
    assert found == [f"{name}:{line}:{column} error BG150 '{ident}' {message}, unlike {FOLDER}/prose/text.md"]
    assert "B." not in said(world(texts)).replace("End.", "")


@pytest.mark.parametrize(
    "head",
    [
        "",
        "title: Others",
        "sensitivity: official",
        "sensitivity: restricted",
        "topics: [trade, defence, politics]",
        "embargo_until: 2020-06",
        "embargo_until: 2020-06-30",
        "embargo_until: 2021",
        "recorded: 2020-01-02",
        "recorded: 2021",
    ],
)
def test_a_text_that_no_more_people_may_read_is_none(head: str) -> None:
    assert told(world({DEFAULT: text("A.", BASE_HEAD), ENGLISH: text("B.", head)})) == []


def test_what_a_head_leaves_out_it_has_from_the_default() -> None:
    made = world({DEFAULT: text("A.", BASE_HEAD), ENGLISH: text("B [@other, p. 2].", "")})
    facts = {fact.id: fact for fact in load(made).value.relations[0].facts if isinstance(fact, Prose)}
    one, other = facts["text"], facts["text.en"]

    assert (other.title, other.sensitivity, other.topics) == (one.title, one.sensitivity, one.topics)
    assert (other.embargo_until, other.recorded) == (one.embargo_until, one.recorded)
    assert [source.ref for source in other.sources] == ["ref", "other"]


def test_without_a_default_the_text_in_the_language_of_the_briefs_is_the_measure() -> None:
    texts = {ENGLISH: text("A.", BASE_HEAD), RUSSIAN: text("B.", "sensitivity: public")}

    assert told(world(texts))[0].startswith("text.ru.md:2:14 error BG150 'text.ru' is public, unlike")


# ---------------------------------------------------------------- the facts that both lean on

ASKED = 'On {{ fact("ties").date|date }} [@ref] and {{ fact("visit-2015").venue.city }}.'


@pytest.mark.parametrize(
    ("body", "line", "column", "message"),
    [
        ('On {{ fact("ties").date|date }} [@ref].', 6, 1, "does not lean on 'visit-2015', as"),
        ('In {{ fact("visit-2015").venue.city }}.', 6, 1, "does not lean on 'ties', 'ref', as"),
        (f'{ASKED}\n\nAnd\n{{{{ fact("t19").period|date }}}}.', 9, 10, "leans on 't19', which"),
        (f"{ASKED} More [@other].", 6, 88, "leans on 'other', which"),
    ],
)
@pytest.mark.parametrize("name", [ENGLISH, RUSSIAN])
def test_texts_that_do_not_lean_on_the_same_facts_are_told(
    name: str, body: str, line: int, column: int, message: str
) -> None:
    (found,) = told(world({DEFAULT: text(ASKED), name: text(body)}))

    assert found.startswith(f"{name}:{line}:{column} warning BG152 '{name.removesuffix('.md')}' {message} ")
    assert f"{FOLDER}/prose/text.md" in found


@pytest.mark.parametrize(
    "body",
    [
        ASKED, 'In {{ fact("visit-2015").venue.city }}, since {{ fact("ties").title }} [@ref, p. 9] [@ref].',
        f"# A\n\n{ASKED}\n\n# B\n\n{ASKED}",
    ],
)  # fmt: skip
def test_other_words_fields_and_order_are_no_difference(body: str) -> None:
    assert told(world({DEFAULT: text(ASKED), RUSSIAN: text(body), ENGLISH: text(ASKED)})) == []


@pytest.mark.parametrize("broken", ["Words {{ title }}.", "", "Words [@ref."])
def test_a_text_that_cannot_be_read_is_told_and_nothing_is_said_of_the_others(broken: str) -> None:
    found = told(world({DEFAULT: text(ASKED), RUSSIAN: text(broken)}), "BG137", "BG138", "BG150", "BG151", "BG152")

    assert len(found) == 1
    assert "BG138" in found[0]


def test_a_text_that_no_brief_shows_is_checked_all_the_same() -> None:
    body = 'On {{ fact("tise").date|date }} [@rfe] it was 12 and TODO.'
    found = told(world({DEFAULT: text("A."), RUSSIAN: text(body)}), "BG292", "BG213", "BG275", "BG256", "BG413")

    assert sorted(line.split()[2] for line in found) == ["BG213", "BG256", "BG275", "BG292"]
    assert all(line.startswith("text.ru.md:") for line in found)


# ---------------------------------------------------------------- who may read it


def of_reader(made: Memory) -> str:
    found = load(made).value
    return repr(view(found.relations[0], found.audiences[0], Request()).value)


def test_of_a_text_that_the_reader_may_not_know_nothing_is_seen_and_the_default_stands_there() -> None:
    quiet = text("Quiet.", "title: Quiet title\nsensitivity: restricted")
    with_it, without = world({DEFAULT: text("Default."), ENGLISH: quiet}), world({DEFAULT: text("Default.")})

    assert of_reader(with_it) == of_reader(without)
    assert "Default." in said(with_it)


def test_of_a_text_that_names_what_is_hidden_neither() -> None:
    hidden = "- {id: odd, kind: other, title: Odd, date: 2015, sources: [{ref: ref}], sensitivity: restricted}\n"
    naming = text('Quiet {{ fact("odd").title }}.')
    made = world({DEFAULT: text("Default."), ENGLISH: naming}, more={f"{FOLDER}/milestones.yaml": hidden})

    assert "Quiet" not in of_reader(made)
    assert "Default." in said(made)


def test_a_view_holds_one_text_of_a_name_under_that_name() -> None:
    made = loaded(world({DEFAULT: text("A."), ENGLISH: text("B."), RUSSIAN: text("C.")}))
    seen = view(made.relations[0], made.audiences[0], Request()).value

    assert [item.id for item in seen.items["prose_texts"]] == ["text"]


def test_the_owner_sees_why_the_others_are_not_in_the_brief() -> None:
    relation = load(world({DEFAULT: text("A."), ENGLISH: text("B."), RUSSIAN: text("C.")})).value
    contract = SharedWork(relation.relations[0]).contract(relation.audiences[0])
    found = {one.fact: one.reason for one in cover(relation.relations[0], contract, ["text"]).verdicts}

    assert {key: found[key] for key in ("text", "text.en", "text.ru")} == {
        "text": "language", "text.en": None, "text.ru": "language"
    }  # fmt: skip
    assert [d for d in told(world({DEFAULT: text("A."), ENGLISH: text("B.")}), "BG413") if "prose" in d] == []


def test_it_is_traced_to_the_lines_of_its_own_file_in_every_format() -> None:
    made = world({DEFAULT: text("A."), ENGLISH: text('# One\n\nOn {{ fact("ties").date|date }} 12 came.', "")})
    result = make(made, Order(formats=("pdf", "docx", "html", "md")))
    (sidecar,) = [data for path, data in made.files.items() if path.endswith("reader.trace.json")]
    causes = [(c["kind"], c["id"], c.get("file"), c.get("line")) for c in json.loads(sidecar)["causes"]]

    assert not any(brief.failed for brief in result.briefs)
    assert ("prose", "text/3", f"{FOLDER}/prose/{ENGLISH}", 6) in causes


def test_a_default_in_another_language_is_marked_as_such_on_the_page() -> None:
    made = world({DEFAULT: text("Слово о них.")}, 'prose_language = "ru"')
    make(made, Order(formats=("html", "docx", "pdf")))

    assert 'lang="ru"' in made.files["output/x-y/reader.html"].decode()
