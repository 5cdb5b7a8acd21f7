"""Numbered copies say what their original says, and which copy they are."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from briefgen.cli import main
from briefgen.model.editions.copy_number import CopyNumber, parse_copy
from briefgen.model.formats import FORMATS
from briefgen.pipeline import Order, Result, here, make
from briefgen.pipeline.rebuilding import rebuilt
from briefgen.publish import recorded
from briefgen.world import Memory
from readers.eml import eml_parts
from readers.every_reader import READERS
from samples.composing import BASE
from samples.small_workspace import write

THIRD = CopyNumber(3, 12)
STEPS = "data/x-y/milestones.yaml"
READER = "name: Reader\nbrief_for: brief\nsubtitle: All\nclearance: public\n{more}sections: [steps, changes]\n"


class Desk:
    """A workspace whose brief says what is new in it."""

    def __init__(self, more: str = "handling: OFFICIAL\n") -> None:
        files = {
            **BASE,
            "briefgen.toml": '[editions]\nfollow = ["changes"]\n',
            "templates/audiences/reader.yaml": READER.format(more=more),
            "templates/sections/steps.md.j2": "{% for one in milestones %}\n- {{ one.title }}\n{% endfor %}\n",
            "templates/sections/changes.md.j2": (
                Path(__file__).parents[2] / "templates/sections/changes.md.j2"
            ).read_text("utf-8"),
            STEPS: "- {id: a, kind: other, title: The bridge opens, date: 2015, sources: [{ref: ref}]}\n",
        }
        self.world = Memory({path: text.encode() for path, text in files.items()})
        self.result = Result()

    def make(self, copy: CopyNumber | None = None, *, formats: tuple[str, ...] = ("md",), **order: Any) -> Desk:  # noqa: ANN401 - whatever an order holds
        """One run without a fault."""
        self.result = make(self.world, Order(formats=formats, copy=copy, **order), executor=here)
        assert not self.result.report.has_errors
        return self

    def learn(self) -> Desk:
        """One more fact."""
        more = b"- {id: b, kind: other, title: The ferry stops, date: 2017, sources: [{ref: other}]}\n"
        self.world.files[STEPS] += more
        return self

    def file(self, copy: CopyNumber | None = None, name: str = "md") -> bytes:
        """A file as it lies in the output."""
        if copy is None:
            return self.world.files[f"output/x-y/reader{FORMATS[name].ending}"]
        folder = f"output-copies/{copy.name}/x-y"
        return self.world.files[f"{folder}/reader-copy-{copy.name}{FORMATS[name].ending}"]


@pytest.mark.parametrize("text", ["3/12", "3 of 12", " 03 / 12 ", "3 OF 12"])
def test_a_number_is_written_in_either_way(text: str) -> None:
    assert parse_copy(text) == THIRD
    assert (THIRD.name, str(THIRD)) == ("3-of-12", "3/12")


@pytest.mark.parametrize("text", ["", "3", "three", "3/", "3/12/1", "-1/2", "0/3", "4/3", "1/0", "٣/١٢", "3.5/12"])
def test_what_is_no_number_of_a_copy_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="copy"):
        parse_copy(text)


@pytest.mark.parametrize("more", ["", "handling: OFFICIAL\n"])
def test_every_format_says_which_copy_it_is_and_else_what_its_original_says(more: str) -> None:
    desk = Desk(more).make(formats=tuple(FORMATS)).make(THIRD, formats=tuple(FORMATS))

    for name, words in READERS.items():
        original, copy = " ".join(words(desk.file(None, name))), " ".join(words(desk.file(THIRD, name)))
        said = f"{'OFFICIAL · ' if more else 'Handling '}Copy 3 of 12"
        assert said in copy
        assert "Copy" not in original
        assert copy.replace(" · Copy 3 of 12", "").replace(" Handling Copy 3 of 12", "") == original


def test_the_pdf_that_a_mail_brings_along_is_named_as_the_copy_of_which_it_is() -> None:
    desk = Desk().make(formats=("eml",)).make(THIRD, formats=("eml",))
    original, copy = (eml_parts(desk.file(one, "eml"))[-1].head for one in (None, THIRD))

    assert 'filename="x-y-reader-2021-04-23.pdf"' in original
    assert 'filename="x-y-reader-2021-04-23-copy-3-of-12.pdf"' in copy


def test_copies_are_of_one_edition_and_differ_from_each_other_only_in_their_numbers() -> None:
    second = CopyNumber(2, 12)
    desk = Desk().make(THIRD).make(second).make()
    texts = [desk.file(copy).decode() for copy in (THIRD, second, None)]

    assert texts[0].splitlines()[0] == "**OFFICIAL · Copy 3 of 12**"
    assert texts[0].replace("Copy 3", "Copy 2") == texts[1] != texts[0]
    assert texts[1].replace(" · Copy 2 of 12", "") == texts[2]


def test_a_copy_says_what_is_new_as_its_original_does() -> None:
    desk = Desk().make().learn().make().make(THIRD)

    assert desk.file().decode().count("The ferry stops") > 1
    assert desk.file(THIRD).decode().replace(" · Copy 3 of 12", "") == desk.file().decode()


def test_a_copy_touches_nothing_of_its_original_and_is_followed_by_nobody() -> None:
    desk = Desk().make()
    before = {path: data for path, data in desk.world.files.items() if not path.startswith("output-copies/")}
    desk.make(THIRD)
    after = desk.world.files

    assert {path: after[path] for path in before} == before
    assert "output/x-y/reader.changes.md" in before
    assert [path for path in after if path.startswith("output-copies/")] == [
        "output-copies/3-of-12/x-y/reader-copy-3-of-12.md"
    ]


def test_the_same_copy_is_not_made_twice_and_another_number_is_another_brief() -> None:
    desk = Desk().make(THIRD)
    first = desk.file(THIRD)

    assert [one.is_current for one in desk.make(THIRD).result.briefs] == [True]
    assert desk.file(THIRD) == first
    assert [one.is_current for one in desk.make(CopyNumber(4, 12)).result.briefs] == [False]


def test_a_copy_is_rebuilt_with_its_number() -> None:
    desk = Desk().make().learn().make().make(THIRD, formats=tuple(FORMATS))
    places = Order(copy=THIRD).places
    manifest = recorded(places.owners, desk.world.outputs).value[0]
    (brief,) = json.loads(desk.world.files[places.manifest])["briefs"]

    assert brief["copy"] == "3/12"
    assert rebuilt(desk.world, manifest, places, here).diagnostics == ()


def test_a_run_without_copies_says_nothing_of_them() -> None:
    said = [told.message for told in Desk().make(THIRD).make().result.report.diagnostics]

    assert [message for message in said if "copy" in message] == []


@pytest.mark.parametrize(("given", "told"), [("13/12", "there is no copy 13 of 12"), ("x", "that is not the number")])
def test_a_wrong_number_is_wrong_usage_and_makes_nothing(given: str, told: str, tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["make", "--copy", given, "--workspace", str(write(tmp_path))])

    assert done.exit_code == 2
    assert told in done.stderr
    assert "such as --copy 3/12" in done.stderr
    assert not list(tmp_path.glob("output*/*/*.pdf"))
