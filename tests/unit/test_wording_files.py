"""Files of words: what a workspace says anew, for all its audiences or for one, and what is wrong with it."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
import yaml
from jsonschema import Draft202012Validator

from briefgen.compose.wording.numbers_money_dates import Wording
from briefgen.diagnostics import Report
from briefgen.load import load
from briefgen.load.wording.wording_files import read_wordings
from briefgen.load.wording.wording_schema import wording_schema
from briefgen.model.audience import NumberOptions
from briefgen.model.kinds import SHIPPED_KINDS
from briefgen.model.template_files import TemplateKind
from briefgen.model.values.quantity import Op
from briefgen.model.worded_languages import WordedLanguage
from briefgen.model.wording.declared_entries import Entries, Entry, ListOf, OfFacts
from briefgen.model.wording.labels import BY_FIELD, code_in, words_of
from briefgen.model.wording.patterns import CountedWords, Pattern, slots_in, stray_brace
from briefgen.model.wording.phrases import declarations
from briefgen.world import Memory, packaged
from readers.document_words import document_words
from samples.composing import BASE, FOLDER, composed

if TYPE_CHECKING:
    from briefgen.model.wording.phrases import Phrases
    from briefgen.model.wording.wordings import Wordings

AUDIENCES = ("minister", "public")
OF_FACTS = words_of(SHIPPED_KINDS.values())


def read(files: dict[str, str], report: Report | None = None) -> Wordings:
    world = Memory({f"templates/wording/{name}": text.encode() for name, text in files.items()})
    return read_wordings(world, AUDIENCES, SHIPPED_KINDS.values(), report or Report())


def of_single_fields(group: str, code: str) -> set[str]:
    """The keys of a word of a list as single fields mean it."""
    return {key for key in OF_FACTS[BY_FIELD] if code_in(key) == code} if group == "labels" else set()


def told(text: str, name: str = "en.yaml") -> list[tuple[str, str, str]]:
    report = Report()
    read({name: text}, report)
    return [(d.code, str(d.place), d.message) for d in report.diagnostics]


def phrases(text: str, tone: str = "neutral", audience: str = "", name: str = "en.yaml") -> Phrases:
    report = Report()
    found = read({name: text}, report)
    assert not report.diagnostics
    return found.phrases("en-GB", tone, audience)


# ---------------------------------------------------------------- what is shipped


@pytest.mark.parametrize("language", WordedLanguage)
def test_every_entry_is_said_in_every_language(language: WordedLanguage) -> None:
    report = Report()
    found = read_wordings(Memory({}), (), SHIPPED_KINDS.values(), report)
    assert report.diagnostics == ()

    base = found.languages[language].base.said
    written = packaged().read(TemplateKind.WORDING.path(language.value), 1_000_000).decode()
    for name, declared in declarations().items():
        assert f"\n{name}:" in written
        paths: list[tuple[str, ...]] = []
        match declared:
            case Entry():
                paths = [(name,)]
            case Entries(keys=keys):
                paths = [(name, key) for key in keys]
            case OfFacts():
                lines = written.split(f"\n{name}:\n")[1].split("\n\n")[0]
                said = {found.strip('"') for found in re.findall(r'^  ("[^"]+"|[^\s:]+):', lines, re.MULTILINE)}
                assert [key for key in OF_FACTS[name] if not {key, *of_single_fields(name, key)} & said] == []
            case ListOf(length=length):
                paths = [(name, str(at)) for at in range(length)]
        assert [path for path in paths if path not in base] == []


@pytest.mark.parametrize("tone", ["neutral", "balanced", "hedged", "brief", "imperative", "plain"])
def test_every_tone_says_everything(tone: str) -> None:
    assert phrases("", tone).since.format(date="1994") == "since 1994"


def test_no_word_is_a_code_that_lost_its_underscores() -> None:
    for words in phrases("").labels.values():
        assert "_" not in words.text


# ---------------------------------------------------------------- what is said anew


def test_one_entry_is_said_anew_and_the_rest_stays() -> None:
    said = phrases("unstated: not known\n")
    assert said.unstated == "not known"
    assert said.contested == phrases("").contested


def test_words_for_one_audience_are_its_own() -> None:
    found = read({"en.yaml": "unstated: not known\ncontested: in doubt\n", "public.en.yaml": "unstated: nobody says\n"})
    assert found.phrases("en", audience="public").unstated == "nobody says"
    assert found.phrases("en", audience="public").contested == "in doubt"
    assert found.phrases("en", audience="minister").unstated == "not known"


def test_a_tone_has_words_of_its_own_and_falls_back() -> None:
    text = "tones:\n  warm: plain\nup:\n  warm: grew by {estimate}\n"
    assert phrases(text, "warm").up.format(estimate="5%") == "grew by 5%"
    assert phrases(text, "warm").unclear == phrases("", "plain").unclear
    assert phrases(text, "plain").up == phrases("", "plain").up
    assert phrases(text).up == phrases("").up


def test_what_is_said_anew_for_all_tones_holds_in_each() -> None:
    text = "up: went up by {estimate}\n"
    for tone in ("neutral", "plain", "hedged"):
        assert phrases(text, tone).up.format(estimate="5%", low="4%", high="6%") == "went up by 5%"


def test_a_number_chooses_among_forms() -> None:
    text = "timeline_alt: {one: A single event., other: '{count} events in all.'}\n"
    said = phrases(text).timeline_alt
    assert said.format(count=CountedWords("one", "1")) == "A single event."
    assert said.format(count=CountedWords("other", "7")) == "7 events in all."
    assert said.format(count=CountedWords("few", "2")) == "2 events in all."


def test_a_label_has_a_plural() -> None:
    said = phrases("").labels["treaty"]
    assert (said.format(n=CountedWords("one", "")), said.format(n=CountedWords("other", ""))) == ("treaty", "treaties")


OWN_KIND = """\
what: a licensed deal
fields:
  form: {role: one-of, choices: [in_review, open for comments]}
  stages: {role: parts, each: a stage, fields: {how: {role: one-of, choices: [half_done]}}}
"""


def test_the_words_of_own_kinds_are_printed_as_they_are_written_unless_somebody_says_them() -> None:
    files = {**BASE, "kinds/deals.yaml": OWN_KIND, "templates/wording/en.yaml": "labels: {in_review: under review}\n"}
    outcome = load(Memory({name: text.encode() for name, text in files.items()}))
    words = outcome.value.wording.phrases("en")

    assert [(d.code, str(d.place), d.message) for d in outcome.diagnostics if d.code.startswith("BG17")] == [
        ("BG175", "kinds/deals.yaml", "'half_done' is printed as it is written here")
    ]
    printed = {
        code: words.labels[code].text for code in ("in_review", "open for comments", "half_done", "licensed_deal")
    }
    assert printed == {
        "in_review": "under review", "open for comments": "open for comments", "half_done": "half_done",
        "licensed_deal": "licensed deal",
    }  # fmt: skip
    assert words.labels["treaty"].text == "treaties"


@pytest.mark.parametrize(
    ("words", "about"),
    [
        ("operators: {about: 'roughly {number}'}\n", "roughly 5"),
        ("operators: {about: 'roughly {number}'}\nsigns: {about: 'c. {number}'}\n", "c. 5"),
        ("signs: {about: 'some {in_words}'}\n", "some about 5"),
    ],
)
def test_a_sign_that_is_said_in_words_says_what_sentences_say(words: str, about: str) -> None:
    wording = Wording("en-GB", NumberOptions(), phrases(words, "plain"))

    assert wording.with_operator(Op.ABOUT, "5", signed=True) == about


def test_a_sign_keeps_its_number() -> None:
    ((code, _, message),) = told("signs: {about: roughly}\n")

    assert (code, message) == ("BG172", "'signs.about' leaves out {number} or {in_words}, which would be lost")


@pytest.mark.parametrize(
    ("words", "code", "place", "hint"),
    [
        ("labels: {treaty: {singular: accord, plural: accords}}\n", "BG171", "1:18",
         "write 'one' for the singular and 'other' for the plural"),
        ("up: 'grew by {{estimate}}'\n", "BG172", "1:5", "write {estimate}: one brace on each side, and no blanks"),
        ("up: 'grew by { estimate }'\n", "BG172", "1:5", "write {estimate}: one brace on each side, and no blanks"),
        ("up: 'grew by { more }'\n", "BG172", "1:5", "it is handed {estimate}, {low}, {high}"),
        ("treaty: accord\n", "BG171", "1:1", "write it below labels: 'labels: {treaty: ...}'"),
        ("about: roughly {number}\n", "BG171", "1:1",
         "write it below operators or signs or fields: 'operators: {about: ...}'"),
        ("up: {plain: {one: a, other: b}}\n", "BG171", "1:13",
         "write words alone: they do not differ by a number here"),
        ("up: {cool: 'rose by {estimate}'}\n", "BG173", "1:6", None),
        ("since: from\n", "BG172", "1:8", "write {date} where it is to stand"),
    ],
)  # fmt: skip
def test_a_slip_of_an_editor_is_told_once_with_the_next_step(
    words: str, code: str, place: str, hint: str | None
) -> None:
    report = Report()
    read({"en.yaml": words}, report)

    (said,) = report.diagnostics
    assert (said.code, str(said.place)) == (code, f"templates/wording/en.yaml:{place}")
    assert said.hint
    assert hint is None or said.hint == hint


BIDS = """
what: a bid
fields:
  form: {role: one-of, choices: [open, 'yes', state, long]}
  horizon: {role: one-of, choices: [open, ongoing]}
"""


@pytest.mark.parametrize(
    ("words", "told_of", "printed"),
    [
        ("", ["'open' is printed as 'not stated', as a shipped kind means it"],
         "open state yes open, not stated; binding, state"),
        ("labels: {horizon.open: no end set}\n", [], "open state yes open, no end set; binding, state"),
        ("labels: {open: for anybody}\n", [],
         "for anybody state yes for anybody, for anybody; binding, state"),
        ("labels: {'yes': agreed, form.state: the State}\n",
         ["'open' is printed as 'not stated', as a shipped kind means it"],
         "open the State agreed open, not stated; agreed, state"),
    ],
)  # fmt: skip
def test_a_word_of_a_list_has_the_words_of_its_field(words: str, told_of: list[str], printed: str) -> None:
    files = {
        **BASE, "kinds/bids.yaml": BIDS, "templates/wording/en.yaml": words,
        f"{FOLDER}/bids.yaml": "- {id: a, form: open, horizon: open}\n- {id: b, form: 'yes'}\n- {id: c, form: state}\n",
        f"{FOLDER}/agreements.yaml": "- {id: d, kind: treaty, title: T, date: 2015, binding: 'yes'}\n",
        f"{FOLDER}/visits.yaml": "- {id: f, kind: state, title: V, date: 2015}\n",
        "templates/sections/one.md.j2": "{% for form, _ in bids|groupby('form') %}{{ form|label }} {% endfor %}"
        "{{ bids|map(attribute='form')|map('label')|first }}, {{ bids[0].horizon|label }}; "
        "{{ agreements[0].binding|label }}, {{ visits[0].kind|label }}\n",
    }  # fmt: skip
    outcome = load(Memory({name: text.encode() for name, text in files.items()}))
    document, _ = composed(outcome.value, "reader")

    assert [d.message for d in outcome.diagnostics if d.code == "BG175"] == told_of
    assert " ".join(document_words(document)).endswith(printed)


def test_a_word_of_a_field_that_does_not_choose_it_is_an_error() -> None:
    ((code, _, message),) = told("labels: {binding.treaty: a treaty}\n")

    assert (code, message) == ("BG171", "'labels' has no entry 'binding.treaty'")


def test_the_shipped_file_may_lie_in_a_workspace_as_it_is() -> None:
    written = packaged().read("templates/wording/en.yaml", 1_000_000).decode()
    assert phrases(written) == phrases("")


# ---------------------------------------------------------------- what is wrong

WRONG = [
    ("unstatd: x\n", "BG171", "1:1", "no entry 'unstatd'"),
    ("labels: {treatty: x}\n", "BG171", "1:10", "'labels' has no entry 'treatty'"),
    ("labels: x\n", "BG171", "1:9", "'labels' has several entries"),
    ("chart_alt: {bar: 'A chart.'}\n", "BG172", "1:18", "'chart_alt.bar' leaves out {unit}"),
    ("chart_alt: {bar: 'A {colour} chart in {unit}.'}\n", "BG172", "1:18", "not handed {colour}"),
    ("since: from then on\n", "BG172", "1:8", "leaves out {date}"),
    ("since: since {date\n", "BG172", "1:8", "a brace that belongs to no place"),
    ("since: since {date}}\n", "BG172", "1:8", "a brace that belongs to no place"),
    ("since: since {Date}\n", "BG172", "1:8", "a brace that belongs to no place"),
    ("since: since {}\n", "BG172", "1:8", "a brace that belongs to no place"),
    ("since: [since, '{date}']\n", "BG171", "1:8", "'since' is words"),
    ("since: {warm: 'since {date}'}\n", "BG173", "1:9", "'warm', which is no tone"),
    ("since: {one: 'since {date}'}\n", "BG173", "1:9", "'one', which is no tone"),
    ("unstated: {plain: [a]}\n", "BG171", "1:19", "'unstated' is words"),
    ("unstated: nobody says {what}\n", "BG172", "1:11", "not handed {what}"),
    ("timeline_alt: {one: One event.}\n", "BG171", "1:15", "no form 'other'"),
    ("timeline_alt: {one: One event., other: Events.}\n", "BG172", "1:40", "leaves out {count}"),
    (
        "timeline_alt: {one: One., other: '{count}.', tow: '{count}.'}\n",
        "BG171",
        "1:46",
        "'tow', which is no plural category",
    ),
    ("timeline_alt: {plain: {one: One., othr: '{count}.'}}\n", "BG171", "1:35", "'othr', which is no plural category"),
    ("small_numbers: [zero, one]\n", "BG171", "1:16", "'small_numbers' is a list of 10 words"),
    ("ordinals: first\n", "BG171", "1:11", "'ordinals' is a list of 4 words"),
    ("ordinals: [first, second, third, [fourth]]\n", "BG171", "1:11", "'ordinals' is a list of 4 words"),
    ("- since\n", "BG171", "1:1", "a file of words holds entries"),
    ("tones: warm\n", "BG173", "1:8", "tones are a group of fields"),
    ("tones: {warm: plan}\n", "BG173", "1:15", "falls back on 'plan', which is none"),
    ("tones: {warm: warm}\n", "BG173", "1:15", "falls back on itself"),
    ("tones: {neutral: plain}\n", "BG173", "1:18", "falls back on itself"),
    ("since: &a since {date}\nuntil: *a\n", "BG104", "1:8", "anchor"),
    ("since: a {date}\nsince: b {date}\n", "BG105", "2:1", "since"),
]


def in_schema(text: str) -> bool:
    """Whether an editor with the schema would take a file."""
    schema = wording_schema(OF_FACTS)
    return Draft202012Validator(schema).is_valid(yaml.safe_load(text))


@pytest.mark.parametrize(
    "text",
    [
        text
        for text, code, _, message in WRONG
        if code == "BG171" and not any(word in message for word in ("category", "no form"))
    ],
)
def test_an_editor_with_the_schema_sees_it_too(text: str) -> None:
    assert not in_schema(text)


RIGHT = [
    "", "up: went up by {estimate}\n", "up: {plain: x, neutral: y}\n", "labels: {treaty: {one: a, other: b}}\n",
    "tones: {warm: plain}\n",
]  # fmt: skip


@pytest.mark.parametrize("text", RIGHT)
def test_and_takes_what_is_right(text: str) -> None:
    assert in_schema(text)
    assert told(text) == []


@pytest.mark.parametrize(("text", "code", "place", "message"), WRONG, ids=[text.strip()[:40] for text, *_ in WRONG])
def test_what_is_wrong_is_told_once_with_its_place(text: str, code: str, place: str, message: str) -> None:
    [(found, where, said)] = told(text)
    assert (found, where) == (code, f"templates/wording/en.yaml:{place}")
    assert message in said


@pytest.mark.parametrize(
    "tones",
    ["{warm: cool, cool: warm}", "{warm: plan}", "{warm: warm}", "{warm: [plain]}", "{warm: ''}", "[warm]", "warm"],
)
def test_a_wrong_tone_is_told_once_and_its_words_are_not(tones: str) -> None:
    words = "up: {warm: grew}\ndown: {warm: shrank}\n"

    ((code, place, _),) = told(f"tones: {tones}\n{words}")
    assert (code, place.partition(":")[2][:2]) == ("BG173", "1:")


def test_a_word_that_is_no_tone_is_told_where_it_first_stands() -> None:
    ((code, place, message),) = told("up: {wam: grew}\ndown: {wam: shrank}\n")

    assert (code, place) == ("BG173", "templates/wording/en.yaml:1:6")
    assert "'wam'" in message


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("xx.yaml", "briefs have no words in 'xx'"),
        ("minister.xx.yaml", "briefs have no words in 'xx'"),
        ("ministr.en.yaml", "words for the audience 'ministr', which is not there"),
        ("en-GB.yaml", "briefs have no words in 'en-GB'"),
    ],
)
def test_a_file_for_nobody_is_told(name: str, message: str) -> None:
    [(code, place, said)] = told("unstated: x\n", name)
    assert (code, place) == ("BG170", f"templates/wording/{name}")
    assert said == message


def test_a_wrong_entry_leaves_the_others_in_force() -> None:
    found = read({"en.yaml": "unstated: not known\nsinc: x\n"})
    assert found.phrases("en").unstated == "not known"


def test_a_wrong_entry_is_as_if_it_were_not_said() -> None:
    assert read({"en.yaml": "since: x\n"}).phrases("en").since == phrases("").since


# ---------------------------------------------------------------- patterns


@pytest.mark.parametrize("text", ["", "{a}", "x {a} y {b}", "{a}{b}", "plain", "{a} {a}"])
def test_the_pieces_of_a_pattern_are_its_text(text: str) -> None:
    pieces = list(Pattern({"other": text}).pieces())
    assert "".join(f"{before}{{{place}}}" if place else before for before, place in pieces) == text
    assert [place for _, place in pieces if place] == list(slots_in(text))
    assert pieces[-1][1] == ""
    assert all(place for (_, place), _ in pairwise(pieces))


@pytest.mark.parametrize(("text", "at"), [("{a}", None), ("{a", 0), ("a}", 1), ("{a}{", 3), ("{{a}}", 0), ("x", None)])
def test_a_stray_brace_is_found(text: str, at: int | None) -> None:
    assert stray_brace(text) == at


def test_what_is_filled_in_is_never_read_as_a_place() -> None:
    assert Pattern({"other": "{a} and {b}"}).format(a="{b}", b="x") == "{b} and x"


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ('{{ "treaty"|label }}', "treaty"),
        ('{{ "treaty"|label(count=1) }}', "treaty"),
        ('{{ "treaty"|label(count=3) }}', "treaties"),
        ('{{ "treaty"|label(count=milestones|count) }}', "treaty"),
        ('{{ "treaty"|label(count=visits|count) }}', "treaties"),
        ('{{ milestones|count }} {{ "milestone"|label(count=milestones|count) }}', "1 milestone"),
    ],
)
def test_a_label_takes_the_number_before_it(template: str, words: str) -> None:
    files = {
        **BASE,
        f"{FOLDER}/milestones.yaml": "- {id: m, kind: other, title: T, date: 2015}\n",
        "templates/sections/one.md.j2": f"{template}.\n",
    }
    document, diagnostics = composed(
        load(Memory({name: text.encode() for name, text in files.items()})).value, "reader"
    )
    assert f"{words}." in " ".join(document_words(document)), diagnostics
