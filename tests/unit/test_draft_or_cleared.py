"""A brief says whether it is a draft or cleared; a clearing stands on the edition that it names and on no other."""

from __future__ import annotations

import io
import json
import re
import zipfile
from typing import TYPE_CHECKING, Any

import pikepdf
import pypdfium2
import pytest

from briefgen.diagnostics import Severity
from briefgen.load import load
from briefgen.model.facts.clearings import UNCLEARED, BriefState, Clearances, Clearing, StateOfBrief
from briefgen.model.values.date import parse_day
from briefgen.pipeline import Order, Result, here, make
from briefgen.pipeline.rebuilding import rebuilt
from briefgen.publish import recorded
from briefgen.world import Memory
from readers.every_reader import READERS
from readers.html import page
from samples.composing import BASE
from samples.ranked_workspace import Part, files_of

if TYPE_CHECKING:
    from collections.abc import Callable

ALL = ("pdf", "docx", "html", "md")
RELATION, READER, SECTION = "data/x-y/relation.yaml", "templates/audiences/reader.yaml", "templates/sections/one.md.j2"
STEPS = "data/x-y/milestones.yaml"
FILES = {
    **BASE,
    READER: BASE[READER].replace("sections:", "handling: OFFICIAL\nsections:"),
    SECTION: """\
## One

{% for step in milestones %}{{ step.title }}, {{ step.date|date }}{{ cite(step) }}. {% endfor %}

The end.

{{ reference_list() }}
""",
    STEPS: "- {id: bridge, kind: other, title: The bridge opens, date: 2015, sources: [{ref: ref}]}\n"
    "- {id: ferry, kind: other, title: The ferry stops, date: 2017, sources: [{ref: other}]}\n",
}
BY, ON = "the Director", "2021-05-02"
MARK = "2021-04-23.0123abcd"
SAID = "Cleared on 2 May 2021 by the Director"


class Desk:
    """A workspace in memory in which one run follows another."""

    def __init__(self, files: dict[str, str] = FILES) -> None:
        self.world = Memory({path: text.encode() for path, text in files.items()})
        self.result = Result()

    def make(self, *formats: str, **order: Any) -> Desk:  # noqa: ANN401 - whatever an order holds
        """One run."""
        self.result = make(self.world, Order(formats=formats or ("md",), **order), executor=here)
        return self

    def change(self, path: str, old: str, new: str) -> Desk:
        """Replace a text that must be there."""
        text = self.world.files[path].decode()
        assert old in text
        self.world.files[path] = text.replace(old, new).encode()
        return self

    def add(self, path: str, text: str) -> Desk:
        """Write more at the end of a file, or a new one."""
        self.world.files[path] = self.world.files.get(path, b"") + text.encode()
        return self

    def clear(self, edition: str = "", by: str = BY, on: str = ON) -> Desk:
        """Record that an edition was cleared: the one that was made last."""
        edition = edition or self.edition
        head = "" if b"cleared:" in self.world.files[RELATION] else "cleared:\n"
        return self.add(RELATION, f"{head}  - {{audience: reader, edition: {edition}, by: {by}, on: {on}}}\n")

    def read(self, name: str = "md") -> bytes:
        """A file as it was made last."""
        return self.world.files[f"output/x-y/reader.{name}"]

    @property
    def text(self) -> str:
        """The brief in words."""
        return self.read().decode()

    @property
    def edition(self) -> str:
        """The mark of the brief that was made last."""
        return self.text.split()[-1]

    @property
    def codes(self) -> list[str]:
        """What is said of states."""
        return [told.code for told in self.result.report.diagnostics if told.code.startswith("BG34")]

    @property
    def record(self) -> dict[str, Any]:
        """The brief in the owner's manifest."""
        (brief,) = json.loads(self.world.files[".briefgen/output/manifest.json"])["briefs"]
        return dict(brief)


# ---------------------------------------------------------------- where it stands


def _pdf_text(data: bytes) -> list[str]:
    with pypdfium2.PdfDocument(data) as pdf:
        return [" ".join(one.get_textpage().get_text_range().split()) for one in pdf]


def _docx_text(data: bytes, names: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = [package.read(name).decode() for name in package.namelist() if re.search(names, name)]
    return " ".join(re.sub(r"<w:tab/>|<[^>]+>", " ", part) for part in parts)


def _text_of(data: bytes, name: str) -> str:
    match name:
        case "pdf":
            return " ".join(_pdf_text(data))
        case "docx":
            return _docx_text(data, r"\.xml$")
        case _:
            return data.decode()


STATES: dict[str, tuple[Callable[[Desk], Desk], str, str]] = {
    "draft": (lambda desk: desk.make(*ALL, state=BriefState.DRAFT), "Draft, edition {}", "DRAFT"),
    "for clearance": (
        lambda desk: desk.make(*ALL, state=BriefState.FOR_CLEARANCE), "For clearance, edition {}", "FOR CLEARANCE",
    ),
    "cleared": (lambda desk: desk.make().clear().make(*ALL), SAID, "CLEARED"),
}  # fmt: skip


@pytest.mark.parametrize("state", STATES)
def test_the_state_stands_in_the_text_and_at_head_and_foot_of_every_format(state: str) -> None:
    begin, said, mark = STATES[state]
    desk = begin(Desk())
    said = said.format(desk.edition)

    assert f"**Status** {said}" in desk.text
    assert desk.text.startswith(f"**OFFICIAL · {mark}**")
    assert desk.text.count(f"OFFICIAL · {mark}") == 2
    (pdf, *_) = _pdf_text(desk.read("pdf"))
    assert f"Status {said}" in re.sub(r"(?<=edition) (?=2021)", " ", pdf).replace("- ", "-")
    assert pdf.count(f"OFFICIAL · {mark}") == 2
    assert said in _docx_text(desk.read("docx"), r"word/document\.xml").replace("  ", " ")
    assert f"OFFICIAL · {mark}" in _docx_text(desk.read("docx"), r"word/header")
    assert f"OFFICIAL · {mark}" in _docx_text(desk.read("docx"), r"word/footer")
    html = desk.read("html").decode()
    assert f"<dd>{said}</dd>" in re.sub(
        r"<span[^>]*>|</span>|<dd[^>]*?(?=>)", lambda m: "<dd" * m[0].startswith("<dd"), html
    )
    assert html.count(f">OFFICIAL · {mark}<") == 2
    sheet = dict(re.findall(r"(@(?:top|bottom)-left)\{content:([^;]*);", html))
    assert all(mark.split()[-1] in sheet[place] for place in ("@top-left", "@bottom-left"))


@pytest.mark.parametrize("state", STATES)
def test_the_state_stands_in_the_properties_of_every_format(state: str) -> None:
    begin, said, mark = STATES[state]
    desk = begin(Desk())
    said, is_cleared = said.format(desk.edition), mark == "CLEARED"

    with pikepdf.open(io.BytesIO(desk.read("pdf"))) as pdf:
        assert str(pdf.docinfo["/Status"]) == said
        assert f"<xmp:Label>{said}</xmp:Label>" in pdf.Root.Metadata.read_bytes().decode()
    with zipfile.ZipFile(io.BytesIO(desk.read("docx"))) as package:
        assert f"<cp:contentStatus>{said}</cp:contentStatus>" in package.read("docProps/core.xml").decode()
        custom = package.read("docProps/custom.xml").decode()
    named = dict(re.findall(r'name="([^"]+)"><vt:lpwstr>([^<]*)', custom))
    assert named["Status"] == state.replace(" ", "_")
    assert (named.get("Cleared by"), named.get("Cleared on")) == ((BY, ON) if is_cleared else (None, None))
    meta = {one.get("name"): one.get("content") for one in page(desk.read("html")).iter("meta")}
    assert meta["status"] == said
    assert (meta.get("cleared-by"), meta.get("cleared-on")) == ((BY, ON) if is_cleared else (None, None))
    assert desk.record["state"] == state.replace(" ", "_")
    assert (desk.record.get("cleared_by"), desk.record.get("cleared_on")) == ((BY, ON) if is_cleared else (None, None))


def test_a_brief_of_which_nothing_is_said_has_no_state_anywhere() -> None:
    desk = Desk().make(*ALL)

    assert "Status" not in desk.text
    assert desk.text.startswith("**OFFICIAL**\n")
    assert b"xmp:Label" not in desk.read("pdf")
    assert b'name="status"' not in desk.read("html")
    assert "state" not in desk.record
    assert desk.codes == []


@pytest.mark.parametrize(
    ("workspace", "audience", "order", "said"),
    [
        ("", "", None, ""),
        ("draft", "", None, "Draft"),
        ("for_clearance", "", None, "For clearance"),
        ("", "draft", None, "Draft"),
        ("", "for_clearance", None, "For clearance"),
        ("draft", "for_clearance", None, "For clearance"),
        ("for_clearance", "draft", None, "Draft"),
        ("", "", BriefState.DRAFT, "Draft"),
        ("draft", "", BriefState.FOR_CLEARANCE, "For clearance"),
        ("", "for_clearance", BriefState.DRAFT, "Draft"),
        ("draft", "draft", BriefState.FOR_CLEARANCE, "For clearance"),
    ],
)
def test_the_command_line_goes_before_the_audience_and_that_before_the_workspace(
    workspace: str, audience: str, order: BriefState | None, said: str
) -> None:
    desk = Desk()
    if workspace:
        desk.add("briefgen.toml", f'state = "{workspace}"\n')
    if audience:
        desk.add(READER, f"state: {audience}\n")
    desk.make(state=order)

    assert re.findall(r"\*\*Status\*\* ([A-Z][a-z ]+),", desk.text) == ([said] if said else [])


# ---------------------------------------------------------------- what a clearing holds for


@pytest.mark.parametrize("state", [None, *UNCLEARED])
def test_neither_a_state_nor_clearing_changes_the_edition(state: BriefState | None) -> None:
    silent = Desk().make().edition
    desk = Desk().make(state=state)

    assert desk.edition == silent
    assert desk.clear().make(state=state).edition == silent
    assert SAID in desk.text


CHANGES: dict[str, Callable[[Desk], Desk]] = {
    "a word of a fact": lambda desk: desk.change(STEPS, "The ferry stops", "The ferry stopped"),
    "a date": lambda desk: desk.change(STEPS, "date: 2017", "date: 2018"),
    "a fact more": lambda desk: desk.add(STEPS, "- {id: well, kind: other, title: A well, date: 2018}\n"),
    "a fact less": lambda desk: desk.change(STEPS, "- {id: ferry", "# - {id: ferry"),
    "another source": lambda desk: desk.change(STEPS, "[{ref: other}]", "[{ref: ref}]"),
    "what a source is called": lambda desk: desk.change("data/x-y/references.json", "Another", "Yet another"),
    "a fact that is hidden now": lambda desk: desk.change(STEPS, "date: 2017,", "date: 2017, sensitivity: official,"),
    "the order of two facts": lambda desk: desk.change(STEPS, "date: 2015", "date: 2018"),
    "a word of the template": lambda desk: desk.change(SECTION, "The end.", "The very end."),
    "a blank that parts": lambda desk: desk.change(SECTION, "The end.", "The\n\nend."),
    "words that are stressed": lambda desk: desk.change(SECTION, "The end.", "The **end**."),
    "a word of the wording": lambda desk: desk.add("templates/wording/en.yaml", "as_of: on {date}\n"),
    "what the relation is called": lambda desk: desk.change(RELATION, "title: Relations", "title: The relations"),
    "whom it is from": lambda desk: desk.add(RELATION, "owner: A desk\n"),
    "when it is looked through": lambda desk: desk.add(RELATION, "review_by: 2022-01-01\n"),
    "how it is handled": lambda desk: desk.change(READER, "OFFICIAL", "PROTECTED"),
    "how the audience is called": lambda desk: desk.change(READER, "the reader", "a reader"),
    "the digits of numbers": lambda desk: desk.add(READER, "dates: month-first\n").change(STEPS, "2017", "2017-03-01"),
    "the day that it shows": lambda desk: desk.change(RELATION, "as_of: 2021-04-23", "as_of: 2021-04-24"),
    "a headline": lambda desk: desk.add(READER, "headline: All is well\n"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_changes_in_a_brief_takes_its_clearing_away(change: str) -> None:
    desk = Desk().make().clear().make()
    assert (SAID in desk.text, desk.codes) == (True, [])
    cleared = desk.edition

    CHANGES[change](desk).make(*ALL)

    assert desk.edition != cleared
    for name in ALL:
        data = desk.read(name)
        texts = (
            (*_pdf_text(data), "")
            if name == "pdf"
            else (_docx_text(data, r"\.xml$"),)
            if name == "docx"
            else (data.decode(),)
        )
        assert not any("cleared" in text.casefold() for text in texts), name
    assert f"**Status** Draft, edition {desk.edition}" in desk.text
    assert desk.codes == ["BG342"]
    told = next(told for told in desk.result.report.diagnostics if told.code == "BG342")
    assert told.place.path == RELATION
    assert told.place.line > 7
    assert (cleared in told.message, desk.edition in told.message, bool(told.hint)) == (True, True, True)


def test_what_was_cleared_is_kept_and_named_once_another_edition_takes_its_place() -> None:
    desk = Desk().make()
    cleared = desk.edition
    text = desk.clear().make().text
    kept = f".briefgen/output/x-y/cleared/reader-{cleared}.md"

    for changed in ("The ferry goes", "The ferry sinks"):
        desk.change(STEPS, "The ferry stops", changed).make()
        (told,) = (told for told in desk.result.report.diagnostics if told.code == "BG342")
        assert told.hint is not None
        assert told.hint.startswith(f"compare it with {kept};")
        desk.change(STEPS, changed, "The ferry stops")

    assert desk.world.files[kept].decode() == text


def test_a_hidden_change_leaves_a_clearing_in_its_place() -> None:
    desk = Desk().make().clear().make()
    desk.add(STEPS, "- {id: secret, kind: other, title: Nobody knows, date: 2018, sensitivity: restricted}\n").make()

    assert (SAID in desk.text, desk.codes) == (True, [])


def test_a_change_that_is_taken_back_has_the_clearing_again() -> None:
    desk = Desk().make().clear()
    desk.change(STEPS, "The ferry stops", "The ferry goes").make()
    assert SAID not in desk.text

    desk.change(STEPS, "The ferry goes", "The ferry stops").make()

    assert (SAID in desk.text, desk.codes) == (True, [])


def test_another_day_is_another_edition_and_not_cleared() -> None:
    desk = Desk().make().clear().make(as_of=parse_day("2021-04-24"))

    assert SAID not in desk.text
    assert desk.codes == ["BG342"]


def test_of_several_clearings_the_one_of_the_edition_counts_and_the_newest_is_told_of() -> None:
    desk = Desk().make().clear(on="2021-05-01", by="somebody")
    desk.change(STEPS, "The ferry stops", "The ferry goes").make().clear().make()
    assert (SAID in desk.text, desk.codes) == (True, [])

    desk.change(STEPS, "The ferry goes", "The ferry sinks").make()

    (told,) = (told for told in desk.result.report.diagnostics if told.code == "BG342")
    assert f"cleared on {ON}" in told.message


def test_a_clearing_of_another_audience_is_none_of_this_one() -> None:
    desk = Desk().make()
    desk.add("templates/audiences/other.yaml", FILES[READER].replace("the reader", "the other"))
    desk.clear().change(RELATION, "audience: reader", "audience: other").make(audiences=("reader",))

    assert "Status" not in desk.text
    assert desk.codes == []


@pytest.mark.parametrize("until", [None, *UNCLEARED])
def test_what_a_state_is_hangs_on_the_mark_alone(until: BriefState | None) -> None:
    clearing = Clearing("2021-04-23.0123abcd", BY, parse_day(ON))
    clearances = Clearances(until, (clearing,))

    assert clearances.of("2021-04-23.0123abcd") == StateOfBrief(BriefState.CLEARED, clearing)
    for edition in ("", "2021-04-23.0123abce", "2021-04-24.0123abcd", "0123abcd", "2021-04-23.0123ABCD"):
        found = clearances.of(edition)
        assert (found.state if found else None) == until


@pytest.mark.parametrize("by", ["Us", "the Director General for Western Affairs"])
def test_what_falls_from_a_brief_that_keeps_to_its_pages_does_not_hang_on_its_state(by: str) -> None:
    opening = "opening: memo\nto: Members of the Committee\nfrom: The Desk for Eastern Europe\n"
    files = files_of([Part(items=20), Part()], 1)
    for size in (9, 10, 11):
        desk = Desk({**files, READER: f"{opening}body_size: {size}\n{files[READER]}"})
        edition = desk.make().edition
        assert desk.make(state=BriefState.FOR_CLEARANCE).edition == edition
        desk.clear(by=by).make()
        assert f"by {by}" in desk.text
        assert "BG408" not in [told.code for told in desk.result.report.diagnostics]


@pytest.mark.parametrize(
    "by",
    [
        "*A* _b_ [c](d)", "<b>x</b> & y", "{name} {date}", "{{ 7 * 7 }}", "{% if x %}", "# A", "A | B", "[^1]: x",
        "`code`", "1. A", "A\\B", "Ж. Ünal (acting), 'Legal'", "$5 %d %s",
    ],
)  # fmt: skip
def test_a_name_is_printed_as_it_stands(by: str) -> None:
    desk = Desk().make()
    desk.clear(by=json.dumps(by)).make(*ALL)
    said = f"Cleared on 2 May 2021 by {by}"

    (status,) = (one.text_content() for one in page(desk.read("html")).iter("dd") if "Cleared" in one.text_content())
    assert status == said
    assert said in " ".join(READERS["md"](desk.read()))
    assert desk.record["cleared_by"] == by


# ---------------------------------------------------------------- the command line


def test_the_command_line_clears_the_edition_that_it_names_for_one_run() -> None:
    desk = Desk().make()
    given = Clearing(desk.edition, BY, parse_day(ON))

    assert SAID in desk.make(cleared=(given,)).text
    assert desk.codes == []
    assert "Status" not in desk.make().text


def test_an_edition_that_the_run_does_not_make_is_an_error_and_clears_nothing() -> None:
    desk = Desk().make()
    given = Clearing(desk.edition, BY, parse_day(ON))
    desk.change(STEPS, "The ferry stops", "The ferry goes").make(cleared=(given,))

    assert "leared" not in desk.text
    assert desk.codes == ["BG343"]
    (told,) = (told for told in desk.result.report.diagnostics if told.code == "BG343")
    assert desk.edition in str(told.hint)


@pytest.mark.parametrize("how", ["draft", "given", "recorded"])
def test_a_brief_is_rebuilt_in_the_state_that_it_was_made_in(how: str) -> None:
    desk = Desk().make()
    if how == "recorded":
        desk.clear()
    given = (Clearing(desk.edition, BY, parse_day(ON)),) if how == "given" else ()
    desk.make(*ALL, state=BriefState.DRAFT if how == "draft" else None, cleared=given)
    order = Order(formats=ALL)
    manifest = recorded(order.places.owners, desk.world.outputs).value[0]

    assert rebuilt(desk.world, manifest, order.places, here).diagnostics == ()


def test_the_same_brief_in_another_state_is_made_anew_and_a_third_time_not() -> None:
    desk = Desk().make(state=BriefState.DRAFT)
    draft = desk.read()
    desk.make(state=BriefState.FOR_CLEARANCE)
    assert desk.read() != draft
    assert [made.is_current for made in desk.result.briefs] == [False]
    desk.make(state=BriefState.FOR_CLEARANCE)
    assert [made.is_current for made in desk.result.briefs] == [True]
    assert desk.make(state=BriefState.DRAFT).read() == draft


# ---------------------------------------------------------------- the watermark


WATERMARKS = {
    "": {"draft": "DRAFT", "for_clearance": "FOR CLEARANCE", "cleared": "", "": ""},
    "watermark: []": {"draft": "", "for_clearance": "", "cleared": "", "": ""},
    "watermark: [draft]": {"draft": "DRAFT", "for_clearance": "", "cleared": "", "": ""},
    "watermark: [for_clearance]": {"draft": "", "for_clearance": "FOR CLEARANCE", "cleared": "", "": ""},
    "watermark: SPECIMEN": {"draft": "SPECIMEN", "for_clearance": "SPECIMEN", "cleared": "", "": "SPECIMEN"},
}


@pytest.mark.parametrize("declared", WATERMARKS)
@pytest.mark.parametrize("state", ["draft", "for_clearance", "cleared", ""])
def test_which_states_carry_a_watermark_is_one_declaration(declared: str, state: str) -> None:
    desk = Desk().add(READER, f"{declared}\n").make()
    if state == "cleared":
        desk.clear()
    desk.make(*ALL, state=BriefState(state) if state in UNCLEARED else None)
    wanted = WATERMARKS[declared][state]

    with zipfile.ZipFile(io.BytesIO(desk.read("docx"))) as package:
        head = package.read("word/header1.xml").decode()
    assert re.findall(r'PowerPlusWaterMarkObject1"[^>]*alt="([^"]*)"', head) == ([wanted] if wanted else [])
    with pikepdf.open(io.BytesIO(desk.read("pdf"))) as pdf:
        drawn = [b"/Subtype/Watermark" in one.Contents.read_bytes() for one in pdf.pages]
    assert drawn == [bool(wanted)] * len(drawn)
    lines = desk.text.split("---")[0].split("\n")
    assert [line for line in lines if wanted and line == f"**{wanted}**"] == ([f"**{wanted}**"] if wanted else [])


def test_the_wording_says_what_a_state_is_called() -> None:
    words = (
        "states: {draft: 'Not agreed, {edition}'}\nstate_marks: {draft: NOT AGREED}\nwatermarks: {draft: NOT AGREED}\n"
    )
    desk = Desk().add("templates/wording/reader.en.yaml", words).make(state=BriefState.DRAFT)

    assert f"**Status** Not agreed, {desk.edition}" in desk.text
    assert desk.text.startswith("**OFFICIAL · NOT AGREED**\n\n**NOT AGREED**")


# ---------------------------------------------------------------- what cannot be


@pytest.mark.parametrize(
    ("record", "said"),
    [
        (
            "audience: reader, edition: {E}, by: X, on: 2021-04-22",
            "BG341 it was cleared on 2021-04-22, and",
        ),
        (
            "audience: reader, edition: {E}, by: X, on: 1999-01-01",
            "BG341 it was cleared on 1999-01-01, and",
        ),
        (
            "audience: reader, edition: {E}, by: X, on: 2099-01-01",
            "BG341 it is to have been cleared on",
        ),
        (
            "audience: raeder, edition: {E}, by: X, on: 2021-05-01",
            "BG113 there is no audience 'raeder'",
        ),
        ("audience: reader, edition: {E}, on: 2021-05-01", "BG107 a cleared edition needs 'by'"),
        (
            "audience: reader, edition: {E}, by: '', on: 2021-05-01",
            "BG107 a cleared edition needs 'by'",
        ),
        ("audience: reader, edition: {E}, by: X", "BG107 a cleared edition needs 'on'"),
        ("audience: reader, by: X, on: 2021-05-01", "BG107 a cleared edition needs 'edition'"),
        ("edition: {E}, by: X, on: 2021-05-01", "BG107 a cleared edition needs 'audience'"),
        ("audience: reader, edition: 0123abcd, by: X, on: 2021-05-01", "BG108 '0123abcd': not the mark of an edition"),
        ("audience: reader, edition: 2021-13-45.0123abcd, by: X, on: 2021-05-01", "BG108 '2021-13-45.0123abcd': "),
        ("audience: reader, edition: 2021-04-23.0123ABCD, by: X, on: 2021-05-01", "BG108 '2021-04-23.0123ABCD': "),
        ("audience: reader, edition: {E}, by: X, on: 2021-05", "BG110 '2021-05': this is no day"),
        ("audience: reader, edition: {E}, by: X, on: 2021-05-01~", "BG110 '2021-05-01~': "),
        ("audience: reader, edition: {E}, by: X, on: soon", "BG110 'soon': not a date"),
        (
            "audience: reader, edition: {E}, by: X, on: 2021-05-01, at: noon",
            "BG106 a cleared edition has no",
        ),
        ("audience: reader, edition: {E}, by: [X, Y], on: 2021-05-01", "BG108 this is a list"),
    ],
)
def test_a_record_that_cannot_be_right_is_told_at_its_line_and_keeps_the_brief_from_being_made(
    record: str, said: str
) -> None:
    desk = Desk().add(RELATION, f"cleared:\n  - {{{record.format(E=MARK)}}}\n").make()
    (told,) = (d for d in desk.result.report.diagnostics if d.severity is Severity.ERROR)

    assert f"{told.code} {told.message}".startswith(said)
    assert (told.place.path, told.place.line, bool(told.hint)) == (RELATION, 8, True)
    assert "output/x-y/reader.md" not in desk.world.files


def test_an_edition_that_is_cleared_twice_is_told_with_the_first_line() -> None:
    desk = Desk().make().clear(by="A").clear(by="B").make()

    assert desk.codes == ["BG341"]
    (told,) = (told for told in desk.result.report.diagnostics if told.code == "BG341")
    assert (told.place.line, "first in line 8" in told.message) == (9, True)


@pytest.mark.parametrize(
    ("path", "line"),
    [(READER, "state: cleared"), (READER, "watermark: [draft, cleared]"), ("briefgen.toml", 'state = "cleared"')],
)
def test_no_setting_clears_whatever_is_made(path: str, line: str) -> None:
    desk = Desk().add(path, f"{line}\n").make()

    assert desk.codes == ["BG340"]
    assert "output/x-y/reader.md" not in desk.world.files


@pytest.mark.parametrize("value", ['"daft"', "5", "true", '["draft"]', '"DRAFT"', '""', '"for clearance"'])
def test_a_workspace_says_a_state_that_there_is(value: str) -> None:
    found = load(Memory({**{p: t.encode() for p, t in FILES.items()}, "briefgen.toml": f"state = {value}\n".encode()}))

    assert [told.code for told in found.diagnostics] == ["BG112"]
    assert found.diagnostics[0].hint
