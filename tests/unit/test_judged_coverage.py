"""What the briefs of all audiences show together is judged: whose is less, what nobody is told, what stands alone."""

from __future__ import annotations

import pytest

from briefgen.diagnostics import Place
from briefgen.model.facts.coverage import Reason, Verdict
from briefgen.pipeline import Order, check, coverage
from briefgen.pipeline.judged.brief_seen import is_told
from briefgen.world import Memory
from samples.composing import BASE, FOLDER

PUBLIC, MINISTER = "templates/audiences/open.yaml", "templates/audiences/high.yaml"
SETTINGS = "briefgen.toml"
HEAD = "name: {0}\nbrief_for: brief for {0}\nsubtitle: What is known\n"
SECTION = "templates/sections/{}.md.j2"
SHOWN = "{{% for one in {0} %}}\n- {{{{ one.{1} }}}}\n{{% endfor %}}\n"
SECTIONS = {
    SECTION.format("forums"): SHOWN.format("forums", "name"),
    SECTION.format("steps"): SHOWN.format("milestones", "title"),
    SECTION.format("stances"): SHOWN.format("positions", "statement"),
    SECTION.format("asks"): SHOWN.format("recommendations", "action"),
    SECTION.format("views"): SHOWN.format("assessments", "text"),
    SECTION.format("papers"): SHOWN.format("agreements", "title"),
    SECTION.format("words"): "Words.\n",
    SECTION.format("main"): "{% for one in milestones if one.major %}\n- {{ one.title }}\n{% endfor %}\n",
}
MILESTONES = """\
- {id: first, kind: other, title: A first step, date: 2015, topics: [trade], major: true, sources: [{ref: ref}]}
- {id: second, kind: other, title: A second step, date: 2016, topics: [law], sources: [{ref: ref}]}
"""
FORUMS = """\
- {id: fair, kind: forum, name: A fair, topics: [trade], sources: [{ref: ref}]}
- {id: council, kind: council, name: A council, topics: [trade], sources: [{ref: ref}]}
"""


def said(files: dict[str, str], order: Order | None = None) -> list[str]:
    """What is judged of the briefs of two audiences, one public and one official, as severity, code, place, message."""
    result = check(workspace(files), order or Order())
    return [
        f"{d.severity.value}[{d.code}] {str(d.place).removeprefix(f'{FOLDER}/')}: {d.message}; {d.hint}"
        for d in result.report.diagnostics
        if d.code in {"BG320", "BG321", "BG322", "BG323", "BG409", "BG259"} or d.severity == "error"
    ]


def workspace(files: dict[str, str]) -> Memory:
    """Two audiences, `open` and `high`, with the sections and facts of a test."""
    base = {name: text for name, text in BASE.items() if "audiences" not in name}
    placed = {name if "/" in name or name == SETTINGS else f"{FOLDER}/{name}": text for name, text in files.items()}
    return Memory({name: text.encode() for name, text in {**base, **SECTIONS, **placed}.items()})


def two(low: str, high: str, more_of_high: str = "", more_of_low: str = "") -> dict[str, str]:
    """The two audiences, with their sections."""
    return {
        PUBLIC: f"{HEAD.format('open')}clearance: public\n{more_of_low}sections: [{low}]\n",
        MINISTER: f"{HEAD.format('high')}clearance: official\n{more_of_high}sections: [{high}]\n",
    }


# ---------------------------------------------------------------- whose brief is less


def test_briefs_that_tell_the_same_are_well() -> None:
    assert said({**two("steps, forums", "forums, steps"), "milestones.yaml": MILESTONES, "forums.yaml": FORUMS}) == []


def test_a_kind_that_readers_of_a_higher_clearance_are_told_nothing_of() -> None:
    files = {**two("steps, forums", "steps"), "milestones.yaml": MILESTONES, "forums.yaml": FORUMS}

    assert said(files) == [
        (
            f"warning[BG320] {MINISTER}:5:12: 'open', which may know less, is told of forums that 'high' is not: "
            "'fair', 'council'; print them in a section that shows forums, such as 'forums', or say why not: "
            "leaves_out: {kinds: {forums: ...}}"
        )
    ]


def test_some_of_a_kind_are_a_note() -> None:
    files = {**two("steps", "main"), "milestones.yaml": MILESTONES}

    assert said(files) == [
        (
            f"info[BG320] {MINISTER}:5:12: 'open', which may know less, is told of milestones that 'high' is not: "
            "'second'; let its section 'main' show them, or say why not: leaves_out: {kinds: {milestones: ...}}"
        )
    ]


@pytest.mark.parametrize(
    "reason",
    [
        "leaves_out: {kinds: {forums: It is for firms.}}\n",
        "leaves_out:\n  kinds:\n    forums: It is for firms.\n",
        "leaves_out: {topics: {trade: It is for firms.}}\n",
        "leaves_out: {kinds: {forums: It is for firms., milestones: Main events alone.}}\n",
        "leaves_out: {topics: {trade: It is for firms., law: For lawyers.}, kinds: {positions: None.}}\n",
    ],
)
def test_a_declared_reason_answers_it(reason: str) -> None:
    files = {**two("steps, forums", "steps", reason), "milestones.yaml": MILESTONES, "forums.yaml": FORUMS}

    assert said(files) == []


@pytest.mark.parametrize(
    "reason",
    [
        "leaves_out: {kinds: {positions: It is for firms.}}\n",
        "leaves_out: {topics: {law: It is for lawyers.}}\n",
        "leaves_out: {kinds: {forums: }}\n",
        "leaves_out: {}\n",
    ],
)
def test_a_reason_for_something_else_does_not(reason: str) -> None:
    files = {**two("steps, forums", "steps", reason), "milestones.yaml": MILESTONES, "forums.yaml": FORUMS}

    assert [one[:14] for one in said(files)] == ["warning[BG320]"]


def test_only_a_lower_clearance_counts() -> None:
    """What the higher is told more, and what an equal one is, is no gap."""
    alike = {name: text.replace("official", "public") for name, text in two("steps, forums", "steps").items()}
    facts = {"milestones.yaml": MILESTONES, "forums.yaml": FORUMS}

    assert said({**alike, **facts}) == []
    assert said({**two("steps", "steps, forums"), **facts}) == []


def test_a_record_that_says_whom_it_is_for_is_no_gap() -> None:
    headline = "- {id: line, audiences: [open], headline: A first step was taken, leans_on: [first], written: 2021}\n"
    files = {**two("steps", "steps"), "milestones.yaml": MILESTONES, "headlines.yaml": headline}

    assert said(files) == []


def test_what_the_higher_one_hides_by_its_own_file_is_told_with_that() -> None:
    files = {**two("forums", "forums, words", "hide: {topics: [trade]}\n"), "forums.yaml": FORUMS}
    gap = next(one for one in said(files) if "BG320" in one)

    assert "let the audience's 'hide' and 'require_source' pass them" in gap


BODY = """\
- {id: body, kind: council, name: A council, sources: [{ref: ref}],
   sessions: [{number: 1, date: 2016, venue: {city: Minsk}}, {number: 2, date: 2018, venue: {city: Brest}}]}
"""
SESSIONS = "{% for body in mechanisms %}{{ body.name }}{% for one in body.sessions %} {{ one.date|date }}{% endfor %}."


@pytest.mark.parametrize(
    ("high", "missing"),
    [("words", "'body'"), ("names", "'body/sessions/1', 'body/sessions/2'")],
)
def test_parts_are_told_where_their_record_is_not_missing(high: str, missing: str) -> None:
    shown = {SECTION.format("bodies"): f"{SESSIONS}{{% endfor %}}\n"}
    shown[SECTION.format("names")] = SHOWN.format("mechanisms", "name")
    told = [one for one in said({**two("bodies", high), **shown, "mechanisms.yaml": BODY}) if "BG320" in one]

    assert len(told) == 1
    assert f"is told of mechanisms that 'high' is not: {missing};" in told[0]


def test_what_fell_so_that_a_brief_keeps_to_its_pages_is_no_gap() -> None:
    place = Place("x")

    assert [is_told(Verdict("a", "forums", place, reason)) for reason in (None, Reason.FIT, Reason.SECTION)] == [
        True, True, False
    ]  # fmt: skip


def test_a_fact_excuses_itself_and_a_needless_excuse_is_told() -> None:
    """A part is excused with its record."""
    excused = FORUMS.replace("topics: [trade],", "topics: [trade], ignore: [AUD-LESS],").replace(
        "}]}", "}]}  # for firms"
    )
    files = {**two("steps, forums", "steps"), "milestones.yaml": MILESTONES, "forums.yaml": excused}

    assert said(files) == []
    assert [one[:14] for one in said({**files, **two("steps, forums", "steps, forums")})] == ["warning[BG259]"] * 2


def test_it_is_told_with_the_matrix_too_and_of_one_relation_as_of_all() -> None:
    files = {**two("steps, forums", "steps"), "milestones.yaml": MILESTONES, "forums.yaml": FORUMS}
    result, _ = coverage(workspace(files), Order())

    assert [d.code for d in result.report.diagnostics if d.code.startswith("BG32")] == ["BG320"]
    assert len(said(files, Order(relations=("x-y",)))) == 1


@pytest.mark.parametrize("order", [Order(audiences=("high",)), Order(audiences=("open", "high")), Order(discreet=True)])
def test_nothing_is_judged_where_others_read_along_or_audiences_are_missing(order: Order) -> None:
    files = {**two("steps, forums", "steps"), "milestones.yaml": MILESTONES, "forums.yaml": FORUMS}

    assert said(files, order) == []


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("leaves_out: {kinds: {forum: Why.}}\n", "left-out kinds has no field 'forum'"),
        ("leaves_out: {topics: {sport: Why.}}\n", "left-out topics has no field 'sport'"),
        ("leaves_out: {statuses: {contested: Why.}}\n", "leaves_out has no field 'statuses'"),
        ("leaves_out: [forums]\n", "leaves_out is a group of fields, and this is a list"),
        ("leaves_out: forums\n", "leaves_out is a group of fields, and this is a single value"),
        ("leaves_out: {kinds: [forums]}\n", "left-out kinds is a group of fields, and this is a list"),
        ("leaves_out: {kinds: {forums: [a, b]}}\n", "this is a list, not a text"),
        ("leaves_out: {kinds: {forums: {en: Why.}}}\n", "this is a group of fields, not a text"),
    ],
)
def test_what_leaves_out_cannot_say_is_an_error(line: str, fault: str) -> None:
    told = said({**two("steps", "steps", line), "milestones.yaml": MILESTONES})

    assert [one.split(": ", 1)[1].split(";")[0] for one in told] == [fault]
    assert told[0].startswith("error[BG1")


# ---------------------------------------------------------------- topics that nobody is told of

STANCE = "- {id: stance, parties: [PAK], statement: S, topics: [defence], sources: [{ref: ref}]}\n"


def test_a_topic_that_no_section_shows() -> None:
    files = {**two("steps", "steps"), "milestones.yaml": MILESTONES, "positions.yaml": STANCE}

    assert said(files) == [
        (
            "warning[BG321] positions.yaml:1:54: no audience's brief tells of the topic 'defence': 'stance'; print it "
            "in a section that shows positions, such as 'stances'"
        )
    ]


@pytest.mark.parametrize(
    ("more", "severity", "step"),
    [
        ("hide: {topics: [defence]}\n", "warning", "take what hides it out of 'hide' of an audience, such as 'high'"),
        ("hide: {kinds: [positions]}\n", "warning", "take what hides it out of 'hide' of an audience, such as 'high'"),
    ],
)
def test_a_topic_that_every_audience_hides(more: str, severity: str, step: str) -> None:
    files = {**two("steps", "steps", more, more), "milestones.yaml": MILESTONES, "positions.yaml": STANCE}
    (told,) = said(files)

    assert told.startswith(f"{severity}[BG321]")
    assert told.endswith(step)


def test_a_topic_of_facts_that_are_for_the_desk_alone_is_a_note() -> None:
    secret = STANCE.replace("topics:", "sensitivity: restricted, topics:")
    (told,) = said({**two("steps", "steps"), "milestones.yaml": MILESTONES, "positions.yaml": secret})

    assert told.startswith("info[BG321]")


@pytest.mark.parametrize(
    "stance",
    [
        STANCE.replace("topics:", "embargo_until: 2022, topics:"),
        STANCE.replace("topics:", "recorded: 2022, topics:"),
        STANCE.replace("topics:", "status: retracted, topics:"),
        STANCE.replace("[defence]", "[defence, trade]").replace("defence, ", ""),
        STANCE.replace("topics:", "ignore: [TOPIC-UNTOLD], topics:").replace("}]}", "}]}  # for the desk"),
        STANCE.replace("topics: [defence], ", ""),
    ],
)
def test_what_time_brings_another_fact_tells_or_nobody_is_to_read_is_no_topic_untold(stance: str) -> None:
    told = said({**two("steps", "steps"), "milestones.yaml": MILESTONES, "positions.yaml": stance})

    assert [one for one in told if "BG321" in one] == []


def test_topics_of_the_same_facts_are_told_together_and_such_facts_not_again() -> None:
    stance = STANCE.replace("[defence]", "[defence, health]")
    files = {**two("steps", "steps"), "milestones.yaml": MILESTONES, "positions.yaml": stance}
    result = check(workspace(files), Order())

    about = [d for d in result.report.diagnostics if d.code in {"BG321", "BG413"} and "stance" in d.message]
    assert [d.message for d in about] == ["no audience's brief tells of the topics 'defence' and 'health': 'stance'"]


# ---------------------------------------------------------------- sections whose facts are kept from their audience


def test_a_section_all_of_whose_facts_are_hidden_by_its_audience() -> None:
    files = {**two("stances, steps", "stances, steps", "", "hide: {topics: [defence]}\n")}
    files |= {"milestones.yaml": MILESTONES, "positions.yaml": STANCE}

    assert said(files) == [
        (
            f"warning[BG322] {PUBLIC}:6:12: 'open' lists the section 'stances', and may know nothing that it shows: "
            "'stance'; leave the section out, or take their topic out of 'hide'"
        )
    ]


@pytest.mark.parametrize(
    ("more", "step"),
    [
        ("hide: {kinds: [positions]}\n", "take their kind out of 'hide'"),
        ("hide: {topics: [trade, defence]}\n", "take their topic out of 'hide'"),
        ("hide: {statuses: [asserted]}\n", "take their status out of 'hide'"),
        ("require_source: true\n", "give them a source that it may see"),
    ],
)
def test_the_next_step_is_that_of_what_keeps_them_back(more: str, step: str) -> None:
    stance = STANCE.replace(", sources: [{ref: ref}]", "") if more.startswith("require") else STANCE
    told = said({**two("stances, words", "stances", "", more), "positions.yaml": stance})

    assert [one.rpartition(", or ")[2] for one in told if "BG322" in one] == [step]


def test_it_is_a_note_where_the_audience_says_that_the_section_may_fall_away() -> None:
    files = {**two("stances: {if_empty: drop}, words", "stances", "", "hide: {topics: [defence]}\n")}
    files[PUBLIC] = files[PUBLIC].replace("sections: [stances: {if_empty: drop}, words]",
                                          "sections:\n- stances: {if_empty: drop}\n- words")  # fmt: skip
    (told,) = [one for one in said({**files, "positions.yaml": STANCE}) if "BG322" in one]

    assert told.startswith("info")


@pytest.mark.parametrize(
    "stances",
    [
        STANCE + STANCE.replace("stance", "other").replace("defence", "trade"),
        STANCE.replace("topics:", "sensitivity: official, topics:").replace("defence", "trade"),
        "",
    ],
)
def test_a_section_with_something_to_show_or_nothing_on_record_or_kept_by_labels_is_none_of_these(stances: str) -> None:
    files = {**two("stances, words", "stances", "", "hide: {topics: [defence]}\n"), "positions.yaml": stances}

    assert [one for one in said(files) if "BG322" in one] == []


# ---------------------------------------------------------------- texts that stand alone

ASK = "- {id: ask, action: Hold talks., area: politics, owner: Both, horizon: open, facts: [first, second]}\n"
VIEW = "- {id: view, kind: assessment, text: It went well., supports: [first]}\n"


@pytest.mark.parametrize(
    ("files", "sections"),
    [
        ({"recommendations.yaml": ASK}, "asks"),
        ({"assessments.yaml": VIEW}, "views"),
        ({"assessments.yaml": VIEW.replace("supports", "contradicts")}, "views"),
    ],
)
def test_a_text_without_what_it_rests_on(files: dict[str, str], sections: str) -> None:
    """One of several is enough; where it is told, and where the text is not, nothing is."""
    facts = {**files, "milestones.yaml": MILESTONES}
    alone = [one for one in said({**two(f"steps, {sections}", sections), **facts}) if "BG323" in one]

    assert len(alone) == 1
    assert "is told to 'high' without what it rests on: 'first'" in alone[0]
    assert said({**two(f"steps, {sections}", f"main, {sections}"), **facts}) == said({**two("steps", "main"), **facts})


def test_several_audiences_are_one_message() -> None:
    files = {**two("asks", "asks"), "milestones.yaml": MILESTONES, "recommendations.yaml": ASK}
    (told,) = [one for one in said(files) if "BG323" in one]

    assert told.startswith(
        "info[BG323] recommendations.yaml:1:85: 'ask' is told to 'high' and 'open' without what it rests on: 'first', "
        "'second'; "
    )


def test_words_that_the_brief_does_not_print_name_nothing_to_its_readers() -> None:
    noted = NAMED.format("It went well.").replace("text:", "note: They signed the Open Skies pact., text:")
    files = {"agreements.yaml": PAPER.format("Open Skies"), "assessments.yaml": noted}

    assert [one for one in said({**two("views, papers", "views"), **files}) if "BG323" in one] == []


PAPER = "- {{id: paper, kind: treaty, title: {}, signed: 2015, sources: [{{ref: ref}}]}}\n"
NAMED = "- {{id: view, kind: assessment, text: '{}'}}\n"


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Air Services Agreement", "Ratify the Air Services Agreement."),
        ("Air Services Agreement", "Air Services Agreement: the last step."),
        ("Agreement on the mobility of students", "They wait for the Agreement on the mobility of students."),
        ("Agreement on tourism", "They wait for the “Agreement on tourism”, as before."),
        ("Treaty of Friendship", "Since then the Treaty of Friendship binds both."),
        ("Protocol No. 2 (2015)", "The Protocol No. 2 (2015) is older."),
        ("Open Skies", "Both want Open Skies."),
        ("Joint action plan", "It follows the Joint action plan closely."),
        ("Twinning of Brest", "It says, Twinning of Brest goes on."),
        ("Roadmap to 2030", "Their Roadmap to 2030 is ready."),
    ],
)
def test_a_sentence_that_names_what_its_readers_are_not_told_of(title: str, text: str) -> None:
    files = {"agreements.yaml": PAPER.format(title), "assessments.yaml": NAMED.format(text)}
    told = [one for one in said({**two("views, papers", "views"), **files}) if "BG323" in one]

    assert len(told) == 1
    assert f"'view' names '{title}' to 'high', and nothing else is told of 'paper'" in told[0]


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Direct flights", "Direct flights came back."),
        ("Direct flights", "Both want direct flights."),
        ("Treaty", "The Treaty binds both."),
        ("Agreement", "An Agreement on air services."),
        ("Open Skies", "Both want Open Skiesing."),
        ("Air Services Agreement", "Both want an air services agreement."),
        ("Local content", "There is some. Local content is asked for."),
        ("A first step", "They took A first step."),
    ],
)
def test_words_that_are_no_name_or_are_told_under_it_are_left_alone(title: str, text: str) -> None:
    files = {"agreements.yaml": PAPER.format(title), "assessments.yaml": NAMED.format(text)}
    told = said({**two("views, papers, steps", "views, steps"), **files, "milestones.yaml": MILESTONES})

    assert [one for one in told if "BG323" in one] == []


def test_prose_that_names_what_its_readers_are_not_told_of() -> None:
    prose = "---\ntitle: Background\nsensitivity: public\n---\nThey met.\n\nThen the Air Services Agreement came.\n"
    files = {
        **two("words, papers", "text"),
        SECTION.format("text"): '{{ prose("background") }}\n',
        "agreements.yaml": PAPER.format("Air Services Agreement"),
        f"{FOLDER}/prose/background.md": prose,
    }
    told = [one for one in said(files) if "BG323" in one]

    assert told == [
        (
            "info[BG323] prose/background.md:7:1: 'background' names 'Air Services Agreement' to 'high', and nothing "
            "else is told of 'paper'; show that too, or let the text say itself what it is about"
        )
    ]


# ---------------------------------------------------------------- where few audiences get a brief

TOPICS = """\
- {id: fair, kind: forum, name: A fair, topics: [energy], sources: [{ref: ref}]}
- {id: council, kind: council, name: A council, topics: [energy, health], sources: [{ref: ref}]}
"""


def test_topics_left_to_audiences_that_get_no_brief_are_one_finding_on_the_list_with_their_facts() -> None:
    files = {**two("steps", "steps, forums"), "milestones.yaml": MILESTONES, "forums.yaml": TOPICS}
    assert said(files) == []

    assert said({**files, SETTINGS: 'audiences = ["open"]\n'}) == [
        (
            "warning[BG321] briefgen.toml:1:14: no brief that is made tells of 2 topics of 'x-y', here with their "
            "facts: 'energy' (2), 'health' (1); list an audience whose sections show them, print them in a section, or "
            "excuse the facts"
        )
    ]


def test_one_topic_alone_is_told_at_its_fact() -> None:
    one = TOPICS.replace(", health", "")
    files = {**two("steps", "steps, forums"), "milestones.yaml": MILESTONES, "forums.yaml": one}

    [told] = said({**files, SETTINGS: 'audiences = ["open"]\n'})
    assert told.startswith("warning[BG321] forums.yaml:1:49: no brief that is made tells of the topic 'energy'")


def test_a_suppression_that_a_brief_needs_which_is_not_made_is_not_called_unneeded() -> None:
    excused = TOPICS.replace("sources", "ignore: [BG321], sources")
    files = {**two("steps", "steps"), "milestones.yaml": MILESTONES, "forums.yaml": excused}
    assert said(files) == []
    shown = {**files, **two("forums, steps", "forums, steps")}
    assert len(said(shown)) == 2

    assert said({**shown, SETTINGS: 'audiences = ["open"]\n'}) == []
