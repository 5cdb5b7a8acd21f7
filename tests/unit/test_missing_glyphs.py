"""What no face has is told once a file and script, with what it is, how much, and where it came from first."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from briefgen.pipeline import Order, make
from briefgen.render.pdf.text.scripts import script_name
from briefgen.world import Memory
from samples.composing import BASE, FOLDER
from samples.words_in_scripts import BEYOND_THE_FONTS, IN_THE_FONTS, NAUGHTY

if TYPE_CHECKING:
    from briefgen.diagnostics import Diagnostic

SECTION = """\
{% for m in milestones %}
{{ m.title }}

{% endfor %}
{% for p in positions %}
{{ p.statement }}

{% endfor %}
"""


def milestone(nth: int, title: str) -> str:
    return f"- {{id: m-{nth}, kind: other, date: 2015, title: '{title}', sources: [{{ref: ref}}]}}\n"


def position(nth: int, statement: str) -> str:
    fields = f"statement: '{statement}', topics: [politics], sources: [{{ref: ref}}]"
    return f"- {{id: p-{nth}, parties: [PAK, BLR], {fields}}}\n"


def told(titles: list[str], statements: list[str] | None = None) -> list[Diagnostic]:
    files = {**BASE, "templates/sections/one.md.j2": SECTION}
    files[f"{FOLDER}/milestones.yaml"] = "".join(milestone(*pair) for pair in enumerate(titles))
    files[f"{FOLDER}/positions.yaml"] = "".join(position(*pair) for pair in enumerate(statements or []))
    result = make(Memory({name: text.encode() for name, text in files.items()}), Order(formats=("pdf",)))
    return [problem for problem in result.report.diagnostics if problem.code == "BG501"]


@pytest.mark.parametrize("word", IN_THE_FONTS.values(), ids=IN_THE_FONTS)
def test_what_the_faces_have_is_not_told(word: str) -> None:
    assert told([word]) == []


@pytest.mark.parametrize("script", BEYOND_THE_FONTS)
def test_a_script_is_told_by_its_name_with_count_and_line(script: str) -> None:
    word = BEYOND_THE_FONTS[script]
    (problem,) = (one for one in told(["Plain", word, word]) if "script" in one.message)
    (count,) = re.findall(r"of the .* script \((\d+), such as '", problem.message)

    assert f"of the {script} script (" in problem.message
    assert int(count) == len({letter for letter in word if script_name(letter) == script})
    assert problem.place.path == f"{FOLDER}/milestones.yaml"
    assert problem.place.line == 2
    assert problem.hint


def test_signs_are_told_as_what_they_are() -> None:
    (problem,) = told(["A 🙂 and a 👍"])
    assert "lack signs or emoji (2, such as '🙂 (U+1F642)')" in problem.message


def test_each_file_tells_its_own_first_place() -> None:
    problems = told(["Plain", "Ա"], ["Plain", "Plain", "Բ Ա", "Գ"])
    places = {(one.place.path.rpartition("/")[2], one.place.line): one.message for one in problems}

    assert set(places) == {("milestones.yaml", 2), ("positions.yaml", 3)}
    assert "(1, such as 'Ա" in places["milestones.yaml", 2]
    assert "(3, such as 'Բ" in places["positions.yaml", 3]


def test_a_thousand_titles_give_one_message_a_file_and_script() -> None:
    words = [*IN_THE_FONTS.values(), *BEYOND_THE_FONTS.values(), *NAUGHTY]
    titles = list(itertools.islice(itertools.cycle(words), 300))
    problems = told(titles, titles)
    kinds = Counter((one.place.path, re.sub(r"\(.*", "", one.message)) for one in problems)

    assert set(kinds.values()) == {1}
    assert len(problems) <= 2 * (len(BEYOND_THE_FONTS) + 8)
    assert all(one.place.line for one in problems)


def test_words_of_a_template_have_no_fact_and_are_told_all_the_same() -> None:
    files = {**BASE, "templates/sections/one.md.j2": "Բարեկամություն\n"}
    result = make(Memory({name: text.encode() for name, text in files.items()}), Order(formats=("pdf",)))
    (problem,) = (one for one in result.report.diagnostics if one.code == "BG501")

    assert "Armenian" in problem.message
    assert problem.place.path == ""


def test_a_reference_is_told_at_its_own_line_though_a_fact_bears_its_id() -> None:
    files = {**BASE, "templates/sections/one.md.j2": "{{ milestones[0].title }}\n\n{{ reference_list() }}\n"}
    files[f"{FOLDER}/references.json"] = files[f"{FOLDER}/references.json"].replace("A book", "Ա book")
    files[f"{FOLDER}/milestones.yaml"] = milestone(0, "Plain").replace("m-0", "ref")
    result = make(Memory({name: text.encode() for name, text in files.items()}), Order(formats=("pdf",)))
    (problem,) = (one for one in result.report.diagnostics if one.code == "BG501")

    assert (problem.place.path, problem.place.line) == (f"{FOLDER}/references.json", 1)
