"""A run is come back to only where every input, option and file is as it was, and nothing passing was told of it."""

from __future__ import annotations

import dataclasses
from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest

from briefgen.diagnostics import CODES, Diagnostic, Place, Severity
from briefgen.model.facts.clearings import BriefState, Clearing
from briefgen.model.values.date import parse_day
from briefgen.pipeline import Job, JobResult, Order, here, make, unchanged_run
from briefgen.pipeline import fingerprint as prints
from briefgen.pipeline.fingerprint import code_mark, fingerprint
from briefgen.pipeline.unchanged_run import keep_run
from briefgen.publish import Places, Publication
from briefgen.world import Disk, Memory, Overlay, Witness, shipped_root
from samples.relation_files import world

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.pipeline import Result

FILES = {
    "milestones.yaml": "- {id: shown, kind: other, title: The bridge opens, date: 2015}\n",
    "data/organisations.yaml": "[]\n",
    "data/people.yaml": "[]\n",
    "templates/partials/words.md.j2": "{% macro end() %}The end.{% endmacro %}\n",
}
ORDER = Order(formats=("md",), audiences=("all",))
PASSING = ("BG601", "BG605", "BG606", "BG607", "BG610", *(code for code in CODES if code[:3] in ("BG8", "BG9")))
"""What may be otherwise in the next run though no input is."""


def workspace() -> Memory:
    """One relation, one audience, and settings."""
    desk = world(FILES)
    desk.files["briefgen.toml"] = b'author = "A desk"\n'
    return desk


def made() -> tuple[Memory, Result]:
    """A workspace in which a run has just ended."""
    desk = workspace()
    return desk, make(desk, ORDER)


def test_the_same_run_is_come_back_to() -> None:
    desk, first = made()
    again = unchanged_run(desk, ORDER)

    assert again is not None
    assert again.report.diagnostics == first.report.diagnostics
    assert [(b.relation, b.audience, b.files, b.is_current) for b in again.briefs] == [
        (b.relation, b.audience, b.files, True) for b in first.briefs
    ]


def inputs() -> list[str]:
    """Every file of the workspace that a run reads."""
    desk = workspace()
    witness = Witness(desk)
    make(witness, ORDER)
    read = {question.split(" ", 2)[2] for question in witness.answers if question.startswith("read ")}
    return sorted(path for path in read if path in desk.files and not path.startswith(("output", ".briefgen")))


INPUTS = inputs()


def test_what_is_read_is_known() -> None:
    assert set(INPUTS) >= set(workspace().files)


@pytest.mark.parametrize("path", INPUTS)
@pytest.mark.parametrize("how", ["changed", "gone"])
def test_one_byte_of_one_input_makes_another_run(path: str, how: str) -> None:
    desk, _ = made()
    if how == "gone":
        del desk.files[path]
    else:
        desk.files[path] += b"\n"

    assert unchanged_run(desk, ORDER) is None


@pytest.mark.parametrize(
    "new", ["data/x-y/visits.yaml", "templates/sections/more.md.j2", "data/a-b/relation.yaml", "kinds/dams.yaml"]
)
def test_a_file_that_was_not_there_makes_another_run(new: str) -> None:
    desk, _ = made()
    desk.files[new] = b"[]\n"

    assert unchanged_run(desk, ORDER) is None


def test_a_shipped_file_counts_as_well() -> None:
    own = workspace()
    shipped = Memory({"templates/styles/house.yaml": (shipped_root() / "templates/styles/house.yaml").read_bytes()})
    make(Overlay(own, shipped), ORDER)
    assert unchanged_run(Overlay(own, shipped), ORDER) is not None
    shipped.files["templates/styles/house.yaml"] += b"\n"

    assert unchanged_run(Overlay(own, shipped), ORDER) is None


OTHERWISE: dict[str, Any] = {
    "relations": ("x-y",),
    "audiences": (),
    "formats": ("md", "html"),
    "as_of": parse_day("2020-01-01"),
    "output": "elsewhere",
    "internal": ".kept",
    "strict": True,
    "force": True,
    "prune": True,
    "manifests": True,
    "fit": False,
    "state": BriefState.DRAFT,
    "cleared": (Clearing("2021-04-23.0123abcd", "the Director", parse_day("2021-05-02")),),
    "discreet": True,
}


@pytest.mark.parametrize("name", [field.name for field in dataclasses.fields(Order)])
def test_every_option_makes_another_run(name: str) -> None:
    desk, _ = made()

    assert unchanged_run(desk, replace(ORDER, **{name: OTHERWISE[name]})) is None


def test_another_code_makes_another_run(monkeypatch: pytest.MonkeyPatch) -> None:
    desk, _ = made()
    monkeypatch.setattr(import_module("briefgen.pipeline.unchanged_run"), "code_mark", lambda: "another")

    assert unchanged_run(desk, ORDER) is None


@pytest.mark.parametrize("path", ["output/x-y/all.md", ".briefgen/output/manifest.json"])
@pytest.mark.parametrize("how", ["gone", "longer"])
def test_a_made_file_that_is_not_as_it_was_left_makes_another_run(path: str, how: str) -> None:
    desk, _ = made()
    desk.files[path] = desk.files[path] + b"x"
    if how == "gone":
        del desk.files[path]

    assert unchanged_run(desk, ORDER) is None


def kept(told: str | None, severity: Severity = Severity.WARNING) -> bool:
    """Whether a run that said something is remembered."""
    desk, result = made()
    for path in [path for path in desk.files if "/runs/" in path]:
        del desk.files[path]
    if told:
        result.report.add(Diagnostic(told, severity, Place("output/x-y/all.md"), "said", "look"))
    publication = Publication(Places("output"), desk.outputs)
    assert publication.begin() == ()
    keep_run(ORDER, {}, result, publication)
    return any("/runs/" in path for path in desk.files)


@pytest.mark.parametrize("code", PASSING)
@pytest.mark.parametrize("severity", [Severity.WARNING, Severity.ERROR])
def test_a_run_that_met_what_passes_is_not_remembered(code: str, severity: Severity) -> None:
    assert not kept(code, severity)


@pytest.mark.parametrize("code", [None, "BG204", "BG271", "BG303", "BG408", "BG604", "BG608", "BG609"])
def test_any_other_run_is(code: str | None) -> None:
    assert kept(code)


def test_a_run_with_a_fault_of_ours_is_not() -> None:
    desk, result = made()
    for path in [path for path in desk.files if "/runs/" in path]:
        del desk.files[path]
    result.traceback = "Traceback"
    keep_run(ORDER, {}, result, Publication(Places("output"), desk.outputs))

    assert [path for path in desk.files if "/runs/" in path] == []


# ---------------------------------------------------------------- mutants of the fingerprint


def job() -> Job:
    """The job of one brief."""
    found: list[Job] = []

    def executor(given: Job) -> Callable[[], JobResult]:
        found.append(given)
        return here(given)

    make(Overlay(workspace(), Disk(shipped_root())), ORDER, executor=executor)
    return found[0]


DECIDING = [field.name for field in dataclasses.fields(Job) if field.name != "formats"]


@pytest.mark.parametrize("left_out", DECIDING)
def test_a_fingerprint_that_leaves_an_input_out_is_caught(left_out: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What must differ differs, and would not if that input were left out: so the comparison sees such a fault."""
    base = job()
    changed: dict[str, Any] = {left_out: "other"}
    other = replace(base, **changed)

    assert fingerprint(base) != fingerprint(other)
    monkeypatch.setattr(prints, "_UNCOUNTED", frozenset({"formats", left_out}))
    assert fingerprint(base) == fingerprint(other)


@pytest.mark.parametrize("what", ["version", "content", "libraries"])
def test_the_mark_of_the_code_holds_its_version_its_files_and_its_libraries(
    what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = code_mark()
    match what:
        case "version":
            monkeypatch.setattr("briefgen.__version__", "0.0.0")
        case "content":
            monkeypatch.setattr(prints, "_content", lambda _: "other")
        case _:
            monkeypatch.setattr("importlib.metadata.version", lambda _: "0.0.0")
    code_mark.cache_clear()
    try:
        assert code_mark() != base
    finally:
        code_mark.cache_clear()
