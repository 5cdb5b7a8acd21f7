"""Law 2, of kinds that a team declares in files: nothing hidden or later reaches a file, a sidecar or the log.

Declarations and facts are drawn as files and go the whole way, with a template that prints all that there is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unittest.mock import patch

from hypothesis import given, settings

from briefgen.diagnostics import Severity
from briefgen.pipeline import Order, make, selection
from briefgen.publish import INTERNAL
from briefgen.validate import validate
from briefgen.world import Memory
from samples.drawn_kind_files import LONG_AGO, MARK, DrawnFiles, drawn_files

if TYPE_CHECKING:
    from briefgen.diagnostics import Diagnostic
    from briefgen.model.values.date import Date
    from briefgen.model.workspace import Workspace
    from briefgen.world import Recollection

FORMATS = ("html", "md")


def without_errors(workspace: Workspace, as_of: Date | None, kept: Recollection) -> tuple[Diagnostic, ...]:
    """What the rules say, but for what would keep a brief from being made."""
    return tuple(d for d in validate(workspace, as_of, kept) if d.severity is not Severity.ERROR)


def made_of(drawn: DrawnFiles) -> dict[str, str]:
    """Path → text of what a run writes, and its log."""
    world = Memory({name: text.encode() for name, text in drawn.files.items()})
    before = set(world.files)
    with patch.object(selection, "validate", without_errors):  # what is drawn makes no sense
        result = make(world, Order(formats=FORMATS, discreet=True))
    said = [f"{d.place} {d.message} {d.hint}" for d in result.report.diagnostics]

    assert [(brief.audience, brief.failed) for brief in result.briefs] == [("reader", False)], said
    written = {name: data.decode() for name, data in world.files.items() if name not in before}
    return {**written, "log": "\n".join(said)}


def for_the_reader(made: dict[str, str]) -> dict[str, str]:
    """All but the owner's records."""
    return {name: text for name, text in made.items() if not name.startswith(f"{INTERNAL}/")}


def page_of(made: dict[str, str]) -> str:
    return made["output/x-y/reader.md"]


@settings(max_examples=60)
@given(drawn_files())
def test_what_may_be_told_is_printed_and_nothing_else(drawn: DrawnFiles) -> None:
    page = page_of(made_of(drawn))
    ids = set(re.findall(r"\b(?:one|row)-\d(?:/within/\d)?(?![\w/])", page))

    assert ids == drawn.told


@settings(max_examples=60)
@given(drawn_files())
def test_no_word_number_or_day_of_the_rest_is_anywhere(drawn: DrawnFiles) -> None:
    for name, text in for_the_reader(made_of(drawn)).items():
        plain = re.sub(r"(?<=\d)[,\u00a0\u202f ](?=\d)", "", text).casefold()

        assert MARK not in plain, name
        assert [number for number in drawn.numbers if number in plain] == [], name
        assert not re.search(r"\b203\d\b|24 april 2021|2021-04-24|\bfji\b|fiji", plain), name
        assert not re.search(rf"\b{LONG_AGO}\b", plain), name


@settings(max_examples=60)
@given(drawn_files())
def test_the_owner_alone_is_told_what_was_left_out(drawn: DrawnFiles) -> None:
    made = made_of(drawn)
    owners = [text for name, text in made.items() if name.endswith(".redactions.json")]

    assert all(f'"{key}"' in owners[0] for key in drawn.hidden)
    shown = drawn.hidden - {key for key in drawn.hidden if key in drawn.told}
    for name, text in for_the_reader(made).items():
        assert [key for key in shown if re.search(rf"\b{key}(?![\w/])", text)] == [], name
