"""What a run says of the data where others read along."""

from __future__ import annotations

import re

import pytest

from briefgen.cli.output import source_lines
from briefgen.diagnostics import print_human
from briefgen.pipeline import Order, check, exit_code, make
from briefgen.world import Memory
from samples.composing import BASE, FOLDER

WORD = "Zanzibar"
INSIDER = BASE["templates/audiences/reader.yaml"].replace("clearance: public", "clearance: restricted")


def said(
    milestones: str, *, discreet: bool = True, audience: str = "reader", more: str = "", strict: bool = False
) -> list[str]:
    """All that `check` prints of a workspace with some milestones."""
    files = {
        **BASE,
        f"{FOLDER}/milestones.yaml": milestones,
        "templates/audiences/insider.yaml": INSIDER,
        "templates/sections/one.md.j2": "{{ title }}\n" + more,
    }
    world = Memory({name: text.encode() for name, text in files.items()})
    result = check(world, Order(audiences=(audience,), discreet=discreet, strict=strict))
    return [print_human(diagnostic, source_lines(world)) for diagnostic in result.report.diagnostics]


def record(fields: str, *, label: str = "restricted") -> str:
    return f"- {{id: quiet, kind: other, title: {WORD}, sensitivity: {label}, {fields}}}\n"


def first_lines(told: list[str]) -> list[str]:
    """What is said of the milestones, without hints, and without the lines where it is no error."""
    firsts = [text.splitlines()[0] for text in told if "milestones" in text]
    return [re.sub(r":\d+:\d+: (?=warning|info)", ": ", first) for first in firsts]


UNREADABLE = record(f"date: {WORD} 1999, sources: [{{ref: ref}}]")
FUTURE = record("date: 2031-01-01, sources: [{ref: ref}]")
DANGLING = record(f"date: 2015, sources: [{{ref: {WORD.lower()}}}]")


@pytest.mark.parametrize("hidden", [UNREADABLE, FUTURE, DANGLING])
def test_an_error_in_a_hidden_record_is_told_without_its_words(hidden: str) -> None:
    openly, quietly = "\n".join(said(hidden, discreet=False)), "\n".join(said(hidden))

    assert WORD in openly
    assert WORD.lower() not in quietly.lower()
    assert "quiet" not in quietly.replace("discreet", "")
    for place in (line.partition(" error")[0] for line in openly.splitlines() if " error[" in line):
        assert place in quietly


def test_a_warning_about_a_hidden_record_is_left_out() -> None:
    uncited = record("date: 2015")

    assert any("BG214" in text for text in said(uncited, discreet=False))
    assert not any("milestones" in text for text in said(uncited))


QUESTIONABLE = {
    "no source": "date: 2015",
    "no date": "sources: [{ref: ref}]",
    "a title that may be unfinished": "text: both agree on XX, date: 2015, sources: [{ref: ref}]",
    "a value that is cut off": "date: 2015, note: see #2",
    "a former minister typed by hand": "text: a former minister, date: 2015, sources: [{ref: ref}]",
    "a big word": "text: a historic visit, date: 2015, sources: [{ref: ref}]",
    "an unused suppression": "ignore: [BG214], note: why not, date: 2015, sources: [{ref: ref}]",
    "a suppression without a reason": "ignore: [BG214], date: 2015",
    "before diplomatic relations": "date: 1901, sources: [{ref: ref}]",
    "an inferred field": "inferred: [date], date: 2015, sources: [{ref: ref}]",
    "two of them": "date: 2015}\n- {id: other, kind: other, title: X, sensitivity: restricted, date: 2015",
}
BLOCK = "- id: quiet\n  kind: other\n  title: Zanzibar\n  sensitivity: {}\n  {}\n"


@pytest.mark.parametrize("fields", QUESTIONABLE.values(), ids=QUESTIONABLE)
def test_a_strict_run_tells_nothing_of_it_either(fields: str) -> None:
    in_lines = "}\n" not in fields and "[" not in fields
    text = BLOCK.format("restricted", fields.replace(", ", "\n  ")) if in_lines else record(fields)

    assert said(text, strict=True) == said("[]\n", strict=True)


def test_a_strict_run_tells_of_what_all_may_know_as_an_error() -> None:
    (told,) = first_lines(said(record("date: 2015", label="public"), strict=True))

    assert "error[BG214]" in told


@pytest.mark.parametrize("fields", ["date: 2015", "date: 2015, sources: [{ref: ref}, {ref: gone}]"])
def test_what_an_audience_may_know_is_said_without_naming_what_it_may_not(fields: str) -> None:
    visible = record(fields, label="public")
    openly, quietly = (first_lines(said(visible, discreet=mode)) for mode in (False, True))

    assert openly
    assert quietly == openly
    assert "other" not in "".join(said(visible)).replace("kind: other", "")


def test_who_may_know_everything_is_told_everything_that_could_be_read() -> None:
    quietly = first_lines(said(DANGLING, audience="insider"))

    assert quietly == first_lines(said(DANGLING, audience="insider", discreet=False))
    assert WORD.lower() in quietly[0]


def test_a_fault_in_a_template_is_said_as_it_is() -> None:
    told = said(record("date: 2011, sources: [{ref: ref}]"), more="{{ titel }}\n")

    assert any("BG402" in text and "titel" in text for text in told)


def test_a_leak_is_told_without_what_leaked() -> None:
    hidden = "- {id: quiet, kind: other, date: 2015, title: A Secret Shipment Of Something, sensitivity: restricted}\n"
    files = {
        **BASE,
        f"{FOLDER}/milestones.yaml": hidden,
        "templates/sections/one.md.j2": "{{ title }}: a secret shipment of something.\n",
    }
    world = Memory({name: text.encode() for name, text in files.items()})
    for discreet in (True, False):
        result = make(world, Order(formats=("html",), discreet=discreet))
        (leak,) = (d for d in result.report.diagnostics if d.code == "BG604")
        told = print_human(leak, source_lines(world))

        assert exit_code(result, making=True) == 4
        assert "shipment" not in told.lower()
        assert ("quiet" in told) is not discreet


def test_no_line_of_the_data_is_quoted() -> None:
    fields = "date: 2015, sources: [{ref: gone}], note: A Hidden Note, note_sensitivity: restricted"
    told = said(record(fields, label="public"))

    assert any("BG213" in text for text in told)
    assert "Hidden Note" not in "".join(told)


def test_a_missing_glyph_names_no_line() -> None:
    fields = "date: 2015, sources: [{ref: ref}]"
    files = {
        **BASE,
        f"{FOLDER}/milestones.yaml": record(fields, label="public").replace(WORD, "\U00012000"),
        "templates/sections/one.md.j2": "{% for m in milestones %}{{ m.title }}{% endfor %}\n",
    }
    result = make(Memory({name: text.encode() for name, text in files.items()}), Order(discreet=True))

    assert [str(d.place) for d in result.report.diagnostics if d.code == "BG501"] == [f"{FOLDER}/milestones.yaml"]
