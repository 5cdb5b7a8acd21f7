"""Prose of one relation: placed, labelled, left out whole, told to its owner and traced."""

from __future__ import annotations

import json

import pytest

from briefgen.load import load
from briefgen.model.document import Heading
from briefgen.model.traversal import in_rows, plain_text
from briefgen.model.values.date import parse_date
from briefgen.pipeline import Order, check, make
from briefgen.view import Request, view
from briefgen.world import Memory
from readers.document_words import document_words
from samples.broken_prose import FILES, HEAD, PATH
from samples.composing import FOLDER, composed, loaded

SECTION = "templates/sections/one.md.j2"
READER = "templates/audiences/reader.yaml"
ASKED = '## One\n\n{% if prose("text") %}{{ prose("text") }}{% endif %}\n\nThe end.\n'


def world(files: dict[str, str]) -> Memory:
    return Memory({path: text.encode() for path, text in {**FILES, SECTION: ASKED, **files}.items()})


def words(body: str, files: dict[str, str] | None = None, head: str = HEAD) -> str:
    """What the reader's brief says."""
    document, said = composed(loaded(world({PATH: f"{head}{body}\n", **(files or {})})), "reader")
    assert [d for d in said if d.severity == "error"] == []
    return " ".join(document_words(document)).replace("\u00a0", " ")


def told(files: dict[str, str], *, discreet: bool = False, as_of: str | None = None) -> list[str]:
    order = Order(discreet=discreet, as_of=parse_date(as_of) if as_of else None)
    found = check(world(files), order).report.diagnostics
    return [f"{d.place} {d.severity} {d.code} {d.message}" for d in found]


# ---------------------------------------------------------------- what is printed


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ('fact("ties").date|date', "3 February 1994"),
        ('fact("ties").date|date("short")', "3 Feb 1994"),
        ('fact("ties").date|date(style="short")', "3 Feb 1994"),
        ('fact("ties").title', "Relations begin"),
        ('fact("ties").kind|label', "diplomatic relations"),
        ('fact("ties").kind|label|capital', "Diplomatic relations"),
        ('fact("visit-2015").visitor|name', "A Head"),
        ('fact("visit-2015").visitor|title_at("2016")', "then President of Belarus"),
        ('fact("visit-2015").visitor|actor("2016")', "A Head, then President of Belarus"),
        ('fact("visit-2015").host|name', "Pakistan"),
        ('fact("visit-2015").host|adjective', "Pakistani"),
        ('fact("visit-2015").venue.city', "Islamabad"),
        ('fact("visit-2015").venue|place', "Islamabad"),
        ('fact("session-2").number', "2"),
        ('fact("t19").value|money("sign")', "US$15.1 million"),
        ('fact("t19").period|date', "2019"),
    ],
)
def test_values_are_printed_by_the_filters_of_templates(asked: str, said: str) -> None:
    assert f"It says {said} here." in words(f"It says {{{{ {asked} }}}} here.")


@pytest.mark.parametrize(
    "title",
    [
        "{{ fact(1).date }}", "{% raw %}", "**fat** and [there](https://example.org)", "[@other]", "# Head",
        "<b>fat</b>", "| a | b |", "\\{\\{", "[^1]", "- one", "`code`", "a_b_c",
    ],
)  # fmt: skip
def test_data_in_prose_stay_text_whatever_they_hold(title: str) -> None:
    record = (
        f"- {json.dumps({'id': 'odd', 'kind': 'other', 'title': title, 'date': '2015', 'sources': [{'ref': 'ref'}]})}\n"
    )
    found = words('Said: {{ fact("odd").title }}.', {f"{FOLDER}/milestones.yaml": record})

    assert f"Said: {title}." in found


def test_the_highest_headings_come_one_below_that_of_the_section() -> None:
    text = "# First\n\nA.\n\n## Second\n\nB.\n\n# Third\n\nC."
    document, _ = composed(loaded(world({PATH: f"{HEAD}{text}\n"})), "reader")
    heads = [
        (block.level, plain_text(block.inlines)) for block in in_rows(document.blocks) if isinstance(block, Heading)
    ]

    assert heads == [(1, "One"), (2, "First"), (3, "Second"), (2, "Third")]


@pytest.mark.parametrize("top", ["#", "##", "###", "####"])
def test_whatever_level_they_are_typed_with(top: str) -> None:
    document, said = composed(loaded(world({PATH: f"{HEAD}{top} First\n\nA.\n"})), "reader")

    assert [block.level for block in in_rows(document.blocks) if isinstance(block, Heading)] == [1, 2]
    assert said == []


def test_notes_and_citations_are_numbered_with_the_rest() -> None:
    section = 'A.[^1]\n\n{{ prose("text") }}\n\nB.[^2]\n\n[^1]: First.\n[^2]: Third.\n'
    text = "C [@other, p. 3].[^1]\n\n[^1]: Second."
    document, _ = composed(loaded(world({PATH: f"{HEAD}{text}\n", SECTION: section})), "reader")

    assert [plain_text(note.inlines) for note in document.notes] == ["First.", "Second.", "Third."]
    assert "C [1]." in " ".join(document_words(document)).replace("\u00a0", " ")


def test_signs_behind_a_backslash_are_printed() -> None:
    assert "Write {{ fact }} and [@ref]." in words("Write \\{\\{ fact \\}\\} and \\[@ref].")


# ---------------------------------------------------------------- what is asked for and not there


def test_a_section_that_asks_falls_away_where_there_is_none() -> None:
    document, said = composed(loaded(world({})), "reader")

    assert said == []
    assert "The end." in " ".join(document_words(document))


def test_a_section_that_does_not_ask_is_told_with_the_nearest() -> None:
    files = {PATH: f"{HEAD}Words.\n", SECTION: 'A.\n\n{{ prose("txt") }}\n'}

    assert f"{SECTION}:3:11 error BG412 there is no prose 'txt'" in told(files)


def test_prose_stands_once_in_a_brief() -> None:
    files = {PATH: f"{HEAD}Words.\n", SECTION: '{{ prose("text") }}\n\n{{ prose("text") }}\n'}

    assert f"{SECTION}:3:4 error BG424 the prose 'text' stands in this brief already" in told(files)


def test_prose_that_no_section_places_is_told_and_its_faults_too() -> None:
    files = {PATH: f'{HEAD}On {{{{ fact("ties").date|money }}}}.\n', SECTION: "A.\n"}
    found = told(files)

    assert f"{PATH}:6:25 error BG423 'money' cannot print a date" in found
    sound = told({**files, PATH: f"{HEAD}Words.\n"})
    assert any(line.startswith(f"{PATH}:1:1 info BG413 no audience's brief shows 'text'") for line in sound)


# ---------------------------------------------------------------- who may read it

LABELS = {
    "its sensitivity": "sensitivity: official",
    "a topic": "sensitivity: public\ntopics: [defence]",
    "its status": "sensitivity: public\nstatus: retracted",
    "an embargo": "sensitivity: public\nembargo_until: 2022",
    "the day it was recorded": "sensitivity: public\nrecorded: 2022",
}


def of_reader(files: dict[str, str]) -> str:
    """All that the making of the reader's brief is handed."""
    found = load(world({READER: f"{FILES[READER]}hide: {{topics: [defence]}}\n", **files})).value
    return repr(view(found.relations[0], found.audiences[0], Request()).value)


@pytest.mark.parametrize("why", LABELS)
def test_prose_that_an_audience_may_not_read_is_not_in_its_view(why: str) -> None:
    seen = of_reader({PATH: f"---\n{LABELS[why]}\nsources: [{{ref: ref}}]\n---\nA quiet word.\n"})

    assert "A quiet word" not in seen
    assert "A quiet word" in of_reader({PATH: f"{HEAD}A quiet word.\n"})


RECORD = "- {id: odd, kind: other, title: Odd, date: 2015, sources: [{ref: ref}]"
NAMING = {
    "a fact by its sensitivity": (f"{RECORD}, sensitivity: restricted}}\n", 'fact("odd").title'),
    "a fact by its topic": (f"{RECORD}, topics: [defence]}}\n", 'fact("odd").title'),
    "a fact that is retracted": (f"{RECORD}, status: retracted}}\n", 'fact("odd").title'),
    "a fact under embargo": (f"{RECORD}, embargo_until: 2022}}\n", 'fact("odd").title'),
    "a fact of a later day": (f"{RECORD}, recorded: 2022}}\n", 'fact("odd").title'),
    "a note that fewer may know": (f"{RECORD}, note: Quiet, note_sensitivity: restricted}}\n", 'fact("odd").note'),
    "a link to what is hidden": (
        f"{RECORD}, counts_from: ties}}\n- {{id: ties, kind: other, title: T, date: 2010, sensitivity: restricted}}\n",
        'fact("odd").counts_from',
    ),
}


@pytest.mark.parametrize("why", NAMING)
def test_prose_that_names_what_is_hidden_is_left_out_whole_and_told_to_the_owner_alone(why: str) -> None:
    record, asked = NAMING[why]
    reader = {READER: f"{FILES[READER]}hide: {{topics: [defence]}}\n"}
    files = {**reader, f"{FOLDER}/milestones.yaml": record, PATH: f"{HEAD}A quiet word.\n\nMore {{{{ {asked} }}}}.\n"}
    name = f"{PATH}:8:15 info BG304 'text' is left out for 'reader': it names what that audience may not know"

    assert "A quiet word" not in of_reader(files)
    assert name in told(files)
    assert not any("BG304" in line or "quiet" in line for line in told(files, discreet=True))
    published = world(files)
    make(published, Order(formats=("md",)))
    assert b"quiet word" not in published.files["output/x-y/reader.md"]
    (redactions,) = [data for path, data in published.files.items() if "redact" in path]
    assert b"names hidden" in redactions


def test_a_claim_that_another_is_preferred_to_is_hidden_too() -> None:
    rows = (
        "id,period,exporter,importer,flow,value,scale,currency,status,sources\n"
        "t19,2019,PAK,BLR,X,15.1,1000000,USD,preferred,ref\nu19,2019,PAK,BLR,X,99.1,1000000,USD,,other\n"
    )
    files = {f"{FOLDER}/trade.csv": rows, READER: f"{FILES[READER]}claims: preferred\n"}

    assert "A word" in of_reader({**files, PATH: f'{HEAD}A word {{{{ fact("t19").value|money }}}}.\n'})
    assert "A word" not in of_reader({**files, PATH: f'{HEAD}A word {{{{ fact("u19").value|money }}}}.\n'})


def test_a_citation_of_a_hidden_reference_falls_away_alone() -> None:
    references = FILES[f"{FOLDER}/references.json"].replace(
        '"id": "other"', '"id": "other", "custom": {"sensitivity": "restricted"}'
    )
    seen = of_reader(
        {f"{FOLDER}/references.json": references, PATH: f"{HEAD}One [@other, p. 99]. Two [@ref; @other].\n"}
    )

    assert "One " in seen
    assert "p. 99" not in seen
    assert "'other'" not in seen


def test_a_view_does_not_tell_how_long_the_head_is() -> None:
    hidden = HEAD.replace(
        "sources: [{ref: ref}]", "sources:\n  - {ref: ref}\n  - {ref: ref, locator: p. 9, sensitivity: restricted}"
    )

    assert of_reader({PATH: f"{HEAD}Words.\n"}) == of_reader({PATH: f"{hidden}Words.\n"})


def test_a_plan_is_named_until_its_day_is_over() -> None:
    plan = (
        "- {id: pact, kind: mou, title: P, signed: 2021-06, planned: true, recorded: 2021-01, sources: [{ref: ref}]}\n"
    )
    files = {f"{FOLDER}/agreements.yaml": plan, PATH: f'{HEAD}A pact {{{{ fact("pact")|planned }}}}.\n'}

    assert "A pact planned for June 2021" in words(
        'A pact {{ fact("pact")|planned }}.', {f"{FOLDER}/agreements.yaml": plan}
    )
    assert any("BG304" in line for line in told(files, as_of="2021-08-01"))
    assert any("BG304" in line for line in told(files, as_of="2020-08-01"))


# ---------------------------------------------------------------- what the checks say


@pytest.mark.parametrize(
    ("body", "column"),
    [
        ("It cost 52 million.", 9), ("About 3.5 % more.", 7), ("In 2019 million.", 4), ("It was 1,200.", 8),
        ("On 29 May it was.", 4), ("A share of 1994 per cent.", 12), ('{{ fact("ties").title }} of 12.', 29),
        ("Word\n12 more.", 1), ("US$52", 4), ("1945 USD", 1),
    ],
)  # fmt: skip
def test_a_typed_figure_is_told_at_its_place(body: str, column: int) -> None:
    (found,) = [line for line in told({PATH: f"{HEAD}{body}\n"}) if "BG275" in line]

    what = "date 29 May" if "May" in body else "figure"
    assert found.startswith(f"{PATH}:{6 + body.count(chr(10))}:{column} warning BG275 the {what} ")


@pytest.mark.parametrize(
    "body",
    [
        "In 1994 and 2019.", "The G20 met.", "1. one\n2. two", "Words.[^1]\n\n[^1]: Note.", "See [@ref, p. 12].",
        "See [there](https://example.org/12).", '{{ fact("t19").value|percent(0) }}'.replace("|percent(0)", "|money"),
        "COVID-19 came.",
    ],
)  # fmt: skip
def test_what_is_no_figure_is_not_told(body: str) -> None:
    assert [line for line in told({PATH: f"{HEAD}{body}\n"}) if "BG275" in line] == []


def test_a_figure_of_a_name_is_excused_in_the_head_and_a_needless_excuse_is_told() -> None:
    head = HEAD.replace("---\ntitle", "---\nignore: [TPL-FIGURE]  # the number of the resolution\ntitle")

    assert not any("BG275" in line or "BG259" in line for line in told({PATH: f"{head}Resolution 242.\n"}))
    assert any("BG259" in line for line in told({PATH: f"{head}A resolution.\n"}))


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("Words TODO.", "BG256"), ("Words ???.", "BG256"), ("A huge step.", "BG255"), ("It came due to this.", "BG254"),
        ("Former President A Head came.", "BG227"), ("It\nwas unprecedented.", "BG255"),
    ],
)  # fmt: skip
def test_the_rules_over_our_own_words_hold_for_prose_at_its_paragraph(body: str, code: str) -> None:
    found = [line for line in told({PATH: f"{HEAD}First.\n\n{body}\n"}) if code in line]

    assert [line.partition(" ")[0] for line in found] in ([f"{PATH}:8:1"], [f"{PATH}:1:1"])


def test_a_name_spelt_otherwise_is_told_across_a_line_break() -> None:
    people = FILES["data/people.yaml"].replace("A Head", "Alexander Headley").replace("Head, A", "Headley")
    found = told({PATH: f"{HEAD}It was Alexander\nHeadly.\n", "data/people.yaml": people})

    assert any(line.startswith(f"{PATH}:6:1 info BG228") for line in found)


def test_prose_without_a_source_is_told_and_what_it_cites_counts_as_used() -> None:
    bare = "---\nsensitivity: public\n---\n"

    assert any("BG214" in line and PATH in line for line in told({PATH: f"{bare}Words.\n"}))
    assert not any("BG214" in line for line in told({PATH: f"{bare}Words [@ref].\n"}))


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Text.md", "error BG137 'Text' cannot be the id of prose"),
        ("text.old.md", "error BG137 'old' in the name of the file is no language"),
        ("text.RU.md", "error BG137 'RU' in the name of the file is no language"),
        ("text.ru.en.md", "error BG137 'ru.en' in the name of the file is no language"),
        ("text.en-GB.md", "error BG137 'en-GB' in the name of the file is no language"),
        ("a text.md", "error BG137 'a text' cannot be the id of prose"),
        ("text.txt", "warning BG124 no file of this name is read"),
        ("text.docx", "warning BG124 no file of this name is read"),
        ("more/text.md", "warning BG124 no file of this name is read"),
    ],
)
def test_a_file_that_cannot_be_read_as_prose_is_told(name: str, said: str) -> None:
    place = f"{FOLDER}/prose/{name.partition('/')[0]}"

    assert f"{place} {said}" in told({f"{FOLDER}/prose/{name}": f"{HEAD}Words.\n"})


@pytest.mark.parametrize("body", ["", "\n", "\n \n\n"])
def test_a_text_that_is_only_begun_is_noted_and_shown_nowhere(body: str) -> None:
    found = [line for line in told({PATH: f"{HEAD}{body}"}) if "BG138" in line]

    assert found == [f"{PATH}:6:1 info BG138 there is no text below the head, and nothing to show"]


# ---------------------------------------------------------------- where it came from


def test_paragraphs_lead_to_their_line_and_values_to_their_fact() -> None:
    body = 'On {{ fact("ties").date|date }} 12 came.\n\n- One.\n- Two 34.'
    made = world({PATH: f"{HEAD}{body}\n"})
    make(made, Order(formats=("html",)))
    (sidecar,) = [data for path, data in made.files.items() if path.endswith("reader.trace.json")]
    record = json.loads(sidecar)
    causes = [(cause["kind"], cause["id"], cause.get("line")) for cause in record["causes"]]

    assert ("prose", "text/1", 6) in causes
    assert ("prose", "text/3", 8) in causes
    assert ("prose", "text/4", 9) in causes
    assert ("fact", "ties", 1) in causes
    inside = made.files["output/x-y/reader.html"]
    assert b"text/1" not in inside
