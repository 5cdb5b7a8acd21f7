"""How hard a brief is to read is held against its audience's limits, sentence by sentence, at who wrote it."""

from __future__ import annotations

import pytest

from briefgen.diagnostics import SENTENCE_CODES, Severity
from briefgen.pipeline import Order, check, make
from briefgen.world import Memory
from samples.composing import BASE, FOLDER

READER, SECTION = "templates/audiences/reader.yaml", "templates/sections/one.md.j2"
LONG = "The two delegations of both ministries held consultations on institutional cooperation."
HARD = "Institutional diversification necessitates interministerial consultations.\n"
VIEW = "- {{id: view, kind: assessment, text: '{}'}}\n"
VIEWS = "{% for view in assessments %}\n- {{ view.text }}\n{% endfor %}\n"


def workspace(limits: str, section: str, files: dict[str, str] | None = None) -> Memory:
    """One audience with some limits, and its one section."""
    reader = BASE[READER] + (f"limits: {{{limits}}}\n" if limits else "")
    placed = {name if "/" in name else f"{FOLDER}/{name}": text for name, text in (files or {}).items()}
    contents = {**BASE, READER: reader, SECTION: section, **placed}
    return Memory({name: text.encode() for name, text in contents.items()})


def made_text(world: Memory) -> str:
    """The brief as text."""
    make(world, Order(formats=("md",)))
    return world.files["output/x-y/reader.md"].decode()


def said(limits: str, section: str, files: dict[str, str] | None = None, order: Order | None = None) -> list[str]:
    """What is said of the brief's language, as code, place, message and hint."""
    result = check(workspace(limits, section, files), order or Order())
    return [
        f"[{d.code}] {str(d.place).removeprefix(f'{FOLDER}/')}: {d.message}; {d.hint}"
        for d in result.report.diagnostics
        if d.code in SENTENCE_CODES or (d.severity is Severity.ERROR and d.code != "BG440")
    ]


# ---------------------------------------------------------------- the grade


def test_a_brief_that_is_too_hard_is_told_with_its_hardest_sentences() -> None:
    told = said("grade: 9", f"They met.\n\n{HARD}\nThey will meet again in spring. All is well between the two.\n")

    assert len(told) == 1
    assert told[0].startswith(f"[BG325] {READER}:1:1: the brief for 'reader' reads at grade ")
    assert told[0].endswith(
        f"its limit is 9; begin with what weighs most: {SECTION}:3:1 (grade 48) 'Institutional diversification "
        f"necessitates interministerial consultations.'; {SECTION}:5:1 (grade 1) 'They will meet again in spring.'; "
        f"{SECTION}:5:33 (grade 1) 'All is well between the two.'"
    )


@pytest.mark.parametrize("limits", ["grade: 20", "grade: 9", "grade: 4.5", "words: 100", ""])
def test_a_brief_within_its_grade_or_without_one_is_not(limits: str) -> None:
    assert said(limits, "They met in May. They will meet again in spring, or so it is said here.\n") == []


@pytest.mark.parametrize("grade", ["0", "21", "-1", "nine", "9th", "{a: 1}"])
def test_a_grade_that_is_none_is_an_error(grade: str) -> None:
    told = said(f"grade: {grade}", "They met.\n")

    assert [one[:8] for one in told] in (["[BG117] "], ["[BG108] "])


@pytest.mark.parametrize(
    "beside",
    [
        f"# {HARD}",
        f"## {HARD}",
        f"| Head |\n|---|\n| {HARD.strip()} |\n",
        f"They met.[^1]\n\n[^1]: {HARD}",
        "- " + HARD.replace(".", ""),
        f'{{% call table("{HARD.strip()}") %}}\n| a |\n|---|\n| b |\n{{% endcall %}}\n',
    ],
)
def test_titles_tables_captions_notes_and_items_without_a_stop_are_no_running_text(beside: str) -> None:
    section = (
        f"## Trade\n\nThey met in May.\n\n{beside.replace('# Inst', '## Inst', 1) if beside[0] == '#' else beside}"
    )

    assert [one for one in said("grade: 9", section) if "BG325" in one] == []


@pytest.mark.parametrize(
    "section",
    [
        HARD,
        "- " + HARD,
        f'{{% call callout("Title") %}}\n{HARD}{{% endcall %}}\n',
        f"They met.\n\n{{% call margin() %}}\n{HARD}{{% endcall %}}\n",
        f"1. {HARD}",
    ],
)
def test_paragraphs_items_boxes_and_margin_notes_are_running_text(section: str) -> None:
    assert [one[:7] for one in said("grade: 9", section)] == ["[BG325]"]


# ---------------------------------------------------------------- long sentences


def test_a_long_sentence_is_told_at_its_first_word_in_the_template() -> None:
    section = f"## Trade\n\nThey met.\n{{% if title %}}They met again.\nAnd so\n{LONG}{{% endif %}}\n"

    assert said("sentence_words: 12", section) == [
        (
            f"[BG326] {SECTION}:5:1: a sentence of the brief for 'reader' has 13 words, its limit is 12: 'And so The "
            "two delegations of both ministries ...'; make two of it, or leave out what another sentence says"
        )
    ]


@pytest.mark.parametrize(("limit", "count"), [(10, 1), (11, 0), (5, 1), (1, 1)])
def test_the_limit_is_the_most_that_a_sentence_may_have(limit: int, count: int) -> None:
    assert len(said(f"sentence_words: {limit}", f"{LONG}\n")) == count


def test_a_long_sentence_of_a_fact_is_told_at_the_fact() -> None:
    told = said("sentence_words: 9", VIEWS, {"assessments.yaml": "# A comment.\n" + VIEW.format(LONG)})

    assert [one.split(": ")[0] for one in told] == ["[BG326] assessments.yaml:2:3"]


def test_a_long_sentence_of_prose_is_told_at_its_line() -> None:
    prose = f"---\ntitle: Background\n---\nThey met.\n\n{LONG}\n"
    told = said("sentence_words: 9", '{{ prose("background") }}\n', {f"{FOLDER}/prose/background.md": prose})

    assert [one.split(": ")[0] for one in told] == ["[BG326] prose/background.md:6:1"]


def test_a_long_sentence_of_the_wording_is_told_at_its_entry() -> None:
    """Here the workspace's own: it says in more words why figures are not compared."""
    said_so = "The sources that we have do not say who counted the goods, so {what} are not compared."
    words = f"# Ours.\nnot_compared:\n  reporter_unknown: '{said_so}'\n"
    trade = "id,period,exporter,importer,flow,value,scale,currency,sources\n" + "".join(
        f"t{year},{year},PAK,BLR,X,{value},1,USD,ref\n" for year, value in ((2019, 10), (2020, 12))
    )
    section = "{{ trade|reasons|joined }}\n"
    told = said("sentence_words: 9", section, {"templates/wording/en.yaml": words, "trade.csv": trade})

    assert [one.split(": ")[0] for one in told] == ["[BG326] templates/wording/en.yaml:3:21"]


def test_the_standfirst_is_running_text_and_told_at_the_audience() -> None:
    files = {READER: BASE[READER] + f"limits: {{sentence_words: 9}}\nopening: standfirst\nstandfirst: {LONG}\n"}
    told = said("", "They met.\n", files)

    assert [one.split(": ")[0] for one in told] == [f"[BG326] {READER}:1:1"]


def test_a_standfirst_of_the_desk_is_told_at_its_record() -> None:
    headline = (
        "- {{id: line, audiences: [reader], headline: 'All well', standfirst: '{}', leans_on: [m], written: 2021}}\n"
    )
    files = {
        READER: BASE[READER] + "limits: {sentence_words: 9}\nopening: standfirst\n",
        "milestones.yaml": "- {id: m, kind: other, title: T, date: 2015}\n",
        "headlines.yaml": headline.format(LONG),
    }
    told = said("", "They met.\n", files)

    assert [one.split(": ")[0] for one in told] == ["[BG326] headlines.yaml:1:3"]


def test_the_hardest_sentences_are_named_by_their_records() -> None:
    files = {"assessments.yaml": VIEW.format(HARD.strip())}

    assert said("grade: 9", VIEWS, files)[0].endswith(
        f"begin with what weighs most: {FOLDER}/assessments.yaml 'view' (grade 48) '{HARD.strip()}'"
    )


def test_a_text_in_another_language_is_not_judged() -> None:
    files = {"assessments.yaml": VIEW.format(LONG).replace(f"'{LONG}'", f"{{ru: '{LONG}'}}")}

    assert said("sentence_words: 9, grade: 5", VIEWS, files) == []


# ---------------------------------------------------------------- acronyms


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("The SCO meets in May.", "SCO"),
        ("They met at the ECO. It is the Economic Cooperation Organization (ECO).", "ECO"),
        ("A loan of the AfDB was agreed.", "AfDB"),
        ("It is asked for by WTO rules.", "WTO"),
        ("The GDP of both rose.", "GDP"),
        ("Talks (JWG) were held.", "JWG"),
        ("## The CPEC\n\nIt goes on.", "CPEC"),
        ("- SCO summit, May 2015", "SCO"),
        ("| Body |\n|---|\n| BRICS |", "BRICS"),
        ("Members of SAARC met.", "SAARC"),
    ],
)
def test_an_acronym_that_is_not_spelled_out(text: str, short: str) -> None:
    told = said("acronyms: 0", f"{text}\n")

    assert len(told) == 1
    assert f"the brief for 'reader' does not say what {short} stands for: " in told[0]
    assert told[0].endswith(f"spell it out where it first stands: its words, then ({short})")


@pytest.mark.parametrize(
    "text",
    [
        "The Shanghai Cooperation Organisation (SCO) meets. The SCO is in China.",
        "The China–Pakistan Economic Corridor (CPEC) is one. CPEC goes on.",
        "## Economic Cooperation Organization (ECO)\n\nThe ECO met.",
        "The EU, the UN, the UK and the US take part.",
        "Pope John Paul II and King Charles III came.",
        "They met in 2015. It was I who said so.",
        "McDonald met FitzGerald in Brest.",
        "They traded goods of US$15 million.",
        "A.R. Khan and B. K. Rao met.",
        "R&D is of use. See COVID-19 too.",
        "A Large Organisation (OIC) met. The OIC is old.",
    ],
)
def test_words_that_are_none_known_ones_and_those_that_are_spelled_out(text: str) -> None:
    files = {"milestones.yaml": "- {id: m, kind: other, title: T, venue: {event: oic}}\n"}

    assert said("acronyms: 0", f"{text}\n", files) == []


@pytest.mark.parametrize(("limits", "count"), [("acronyms: 0", 2), ("acronyms: 1", 2), ("acronyms: 2", 0), ("", 0)])
def test_the_limit_is_how_many_may_stand_there(limits: str, count: int) -> None:
    assert len(said(limits, "The SCO and the ECO met. The SCO is older than the ECO.\n")) == count


def test_the_sign_of_a_currency_is_no_acronym() -> None:
    trade = "id,period,exporter,importer,flow,value,scale,currency,sources\nt,2019,PAK,BLR,X,10,1,BYN,ref\n"
    section = "{% for year in trade %}\nThey sold goods of {{ year.exports.PAK|money }} then.\n{% endfor %}\n"
    world = workspace("acronyms: 0", section, {"trade.csv": trade})

    assert "BYN" in made_text(world)
    assert said("acronyms: 0", section, {"trade.csv": trade}) == []


# ---------------------------------------------------------------- said twice


def test_a_sentence_that_is_said_twice_is_told_at_its_second_place() -> None:
    told = said("", "They met in the capital.\n\nAll was well.\n\nThey met in the capital.\n")

    assert told == [
        (
            f"[BG328] {SECTION}:5:1: the brief for 'reader' says twice: 'They met in the capital.'; leave it out "
            f"here, or where it stands before: {SECTION}:1:1"
        )
    ]


BOX = '{{% call callout("Bottom line", kind="{}") %}}\n{}\n{{% endcall %}}\n\n'
MET = "They met in the capital."


def test_the_bottom_line_may_say_what_the_text_says() -> None:
    assert said("", BOX.format("summary", MET) + MET + "\n") == []


@pytest.mark.parametrize(
    "section",
    [
        BOX.format("note", MET) + MET + "\n",
        BOX.format("summary", f"{MET}\n\nAll was well.\n\n{MET}"),
        BOX.format("summary", MET) + f"{MET}\n\nAll was well.\n\n{MET}\n",
    ],
)
def test_another_box_may_not_nor_may_either_say_it_twice(section: str) -> None:
    assert [one[:7] for one in said("", section)] == ["[BG328]"]


def test_three_times_are_told_once() -> None:
    assert len(said("", "They met in the capital.\n\nAll was well.\n\n" * 3)) == 1


def test_a_fact_that_is_printed_several_times_is_told_once_and_at_the_fact() -> None:
    told = said("", VIEWS * 3, {"assessments.yaml": VIEW.format("They met in the capital.")})

    assert told == [
        (
            "[BG328] assessments.yaml:1:3: the brief for 'reader' says twice: 'They met in the capital.'; let one of "
            "the sections that print it leave it out"
        )
    ]


@pytest.mark.parametrize(
    "section",
    [
        "They met here.\n\nThey met here.\n",
        "{% for n in range(3) %}\n- The source is cautious about it.\n{% endfor %}\n",
        "They met in the capital.\n\nThey met in the capital again.\n",
        "## They met in the capital.\n\nThey met in the capital.\n",
        "- They met in the capital\n\nThey met in the capital.\n",
    ],
)
def test_short_sentences_remarks_of_a_loop_and_titles_are_not_said_twice(section: str) -> None:
    assert said("", section) == []


STUDENTS = {
    "data/indicators.yaml": "- {id: students, name: students, measures: stock, unit: student}\n",
    "series.csv": (
        "id,indicator,period,whose,towards,value,sources\n"
        "a,students,2018,PAK,BLR,40,ref\nb,students,2019,PAK,BLR,44,ref\n"
        "c,students,2018,BLR,PAK,70,ref\nd,students,2019,BLR,PAK,74,ref\n"
    ),
}
REASONS = "{% for one in series('students') %}{{ (one.values|last).not_compared }}\n\n{% endfor %}"


def test_the_same_reason_for_other_figures_is_not_said_twice() -> None:
    assert said("", REASONS, STUDENTS) == []


def test_the_same_reason_for_the_same_figures_is() -> None:
    (told,) = said("", f"{REASONS}\nAll was well.\n\n{REASONS}", STUDENTS)

    assert "the brief for 'reader' says twice: 'The sources do not say whose statistics these" in told


# ---------------------------------------------------------------- who is told, and how it is answered


def test_make_tells_it_and_a_strict_run_makes_nothing_of_it() -> None:
    world = workspace("sentence_words: 5", f"{LONG}\n")
    loose = make(world, Order(formats=("md",)))
    strict = make(world, Order(formats=("md",), strict=True))

    assert [d.code for d in loose.report.diagnostics if d.severity is Severity.WARNING] == ["BG326"]
    assert [made.failed for made in (*loose.briefs, *strict.briefs)] == [False, True]


def test_a_fact_excuses_its_sentence() -> None:
    excused = VIEW.replace("text:", "ignore: [READ-LONG], text:").format(LONG).replace("\n", "  # it is a quotation\n")

    assert said("sentence_words: 5", VIEWS, {"assessments.yaml": excused}) == []
    assert len(said("sentence_words: 5", VIEWS, {"assessments.yaml": excused.replace("READ-LONG", "READ-TWICE")})) == 1


def test_others_who_read_along_are_told_no_word_and_no_place_of_it() -> None:
    files = {"assessments.yaml": VIEW.format(LONG)}
    (told,) = said("sentence_words: 5", VIEWS, files, Order(discreet=True))

    assert told == (
        "[BG326] : a sentence that is longer than its audience's limit (the brief for 'reader'); "
        "its words are not told here; leave --discreet out where nobody reads along"
    )
