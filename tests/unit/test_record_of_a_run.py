"""A run is come back to only where every input, option and file is as it was, and nothing passing was told of it."""

from __future__ import annotations

import dataclasses
import errno
import json
import os
import shutil
from collections.abc import Mapping
from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest

from briefgen.diagnostics import CODES, Diagnostic, Place, Severity
from briefgen.model.editions.copy_number import CopyNumber
from briefgen.model.facts.clearings import BriefState, Clearing
from briefgen.model.values.date import parse_day
from briefgen.pipeline import Job, JobResult, Order, RunWords, here, keep_run, make, unchanged_run
from briefgen.pipeline import fingerprint as prints
from briefgen.pipeline.exit_codes import ExitCode
from briefgen.pipeline.fingerprint import code_mark
from briefgen.world import Disk, Memory, MemoryOutputs, Overlay, Stamp, Witness, shipped_root
from briefgen.world.disk_outputs import DiskOutputs
from samples.fingerprints import fingerprint
from samples.relation_files import world

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from briefgen.pipeline import Result
    from briefgen.world import World

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


ASKED = "in short"
TOLD = RunWords("{}", ("one\ntwo", "three\x1b"), "2 warnings", {".md": "## Brïefs\n"})


def run(world: World, order: Order = ORDER) -> Result:
    """A run that is told and remembered."""
    result = make(world, order)
    keep_run(order, ASKED, result, TOLD, world)
    return result


def is_same(world: World, order: Order = ORDER, asked: str = ASKED) -> bool:
    """Whether a run would come to what the last one came to."""
    return unchanged_run(world, order, asked) is not None


def made() -> tuple[Memory, Result]:
    """A workspace in which a run has just ended."""
    desk = workspace()
    return desk, run(desk)


def test_the_same_run_is_come_back_to_and_told_word_for_word() -> None:
    desk, first = made()
    again = unchanged_run(desk, ORDER, ASKED)

    assert again is not None
    assert again.told == TOLD
    assert again.code is ExitCode.WELL
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

    assert not is_same(desk)


@pytest.mark.parametrize(
    "new", ["data/x-y/visits.yaml", "templates/sections/more.md.j2", "data/a-b/relation.yaml", "kinds/dams.yaml"]
)
def test_a_file_that_was_not_there_makes_another_run(new: str) -> None:
    desk, _ = made()
    desk.files[new] = b"[]\n"

    assert not is_same(desk)


def test_a_shipped_file_counts_as_well() -> None:
    own, path = workspace(), "templates/sections/trade.md.j2"
    shipped = Memory({path: (shipped_root() / path).read_bytes()})
    run(Overlay(own, shipped))
    assert is_same(Overlay(own, shipped))
    shipped.files[path] += b"\n"

    assert not is_same(Overlay(own, shipped))


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
    "copy": CopyNumber(3, 12),
    "cleared": (Clearing("2021-04-23.0123abcd", "the Director", parse_day("2021-05-02")),),
    "discreet": True,
    "in_full": "ask the desk",
}


@pytest.mark.parametrize("name", [field.name for field in dataclasses.fields(Order)])
def test_every_option_makes_another_run(name: str) -> None:
    desk, _ = made()

    assert not is_same(desk, replace(ORDER, **{name: OTHERWISE[name]}))


def test_what_is_to_be_told_otherwise_makes_another_run() -> None:
    desk, _ = made()

    assert not is_same(desk, asked="at length")


def test_another_code_makes_another_run(monkeypatch: pytest.MonkeyPatch) -> None:
    desk, _ = made()
    monkeypatch.setattr(import_module("briefgen.pipeline.run_record"), "code_mark", lambda: "another")

    assert not is_same(desk)


@pytest.mark.parametrize("path", ["output/x-y/all.md", ".briefgen/output/manifest.json"])
@pytest.mark.parametrize("how", ["gone", "longer"])
def test_a_made_file_that_is_not_as_it_was_left_makes_another_run(path: str, how: str) -> None:
    desk, _ = made()
    desk.files[path] = desk.files[path] + b"x"
    if how == "gone":
        del desk.files[path]

    assert not is_same(desk)


@pytest.mark.parametrize("path", ["output/x-y/all.md", ".briefgen/output/manifest.json"])
def test_other_bytes_of_the_same_size_and_time_make_another_run(path: str) -> None:
    desk, _ = made()
    desk.files[path] = desk.files[path][:-2] + b"?\n"

    assert not is_same(desk)


@pytest.mark.parametrize(
    "path",
    ["output/z-y/all.md", "output/x-y/more.html", ".briefgen/output/staging/run.new", "output/.briefgen-staging/a"],
)
def test_a_file_that_somebody_or_a_killed_run_left_makes_another_run(path: str) -> None:
    desk, _ = made()
    desk.files[path] = b""

    assert not is_same(desk)


@pytest.mark.parametrize(
    "path", ["output/.briefgen.lock", ".briefgen/output/changed/x.md", ".briefgen/more/x", "README"]
)
def test_a_file_that_is_no_brief_makes_none(path: str) -> None:
    desk, _ = made()
    desk.files[path] = b""

    assert is_same(desk)


def test_what_somebody_changed_before_the_run_was_over_is_not_taken_for_what_was_made() -> None:
    desk = workspace()
    result = make(desk, ORDER)
    desk.files["output/x-y/all.md"] += b"finished by hand"
    keep_run(ORDER, ASKED, result, TOLD, desk)

    assert records(desk) == []
    assert not is_same(desk)


def test_a_file_that_was_changed_while_it_was_read_makes_another_run() -> None:
    """Read twice, once before and once after somebody's change, and changed back before the run is asked for again."""

    class Busy(Memory):
        def read(self, path: str, limit: int) -> bytes:
            data = super().read(path, limit)
            self.files[path] += b"\n"
            return data

    witness = Witness(Busy(workspace().files))
    assert witness.read("briefgen.toml", 10**6) != witness.read("briefgen.toml", 10**6)
    desk = workspace()
    result = make(desk, ORDER)
    assert result.evidence is not None
    result.evidence = replace(result.evidence, answers=witness.answers)
    keep_run(ORDER, ASKED, result, TOLD, desk)

    assert records(desk)
    assert not is_same(desk)


def records(desk: Memory) -> list[str]:
    """Runs that are remembered."""
    return [path for path in desk.files if "/runs/" in path]


BROKEN: list[Callable[[dict[str, Any]], object]] = [
    *(
        lambda said, name=name: said.pop(name)
        for name in ("code", "files", "unsettled", "folders", "inputs", "answers", "briefs", "exit", "told")
    ),
    *(lambda said, name=name: said["told"].pop(name) for name in ("out", "lines", "counts", "reports")),
    lambda said: said.update(exit=99),
    lambda said: said.update(files=[]),
    lambda said: said.update(unsettled=[]),
    lambda said: said.update(inputs=[]),
    lambda said: said.update(inputs={"briefgen.toml": 1}),
    lambda said: said.update(told=[]),
    lambda said: said.update(briefs=[["x-y"]]),
]


@pytest.mark.parametrize("fault", BROKEN)
def test_a_record_that_cannot_be_read_is_none(fault: Callable[[dict[str, Any]], object]) -> None:
    desk, _ = made()
    [path] = records(desk)
    said = json.loads(desk.files[path])
    fault(said)
    desk.files[path] = json.dumps(said).encode()

    assert not is_same(desk)


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"null", b"\xff"])
def test_what_is_no_record_at_all_is_none(data: bytes) -> None:
    desk, _ = made()
    desk.files[records(desk)[0]] = data

    assert not is_same(desk)


def test_only_so_many_runs_are_remembered() -> None:
    desk = workspace()
    for day in range(1, 26):
        run(desk, replace(ORDER, as_of=parse_day(f"2020-01-{day:02}")))

    assert len(records(desk)) == 20


def kept(told: str | None, severity: Severity = Severity.WARNING) -> bool:
    """Whether a run that said something is remembered."""
    desk = workspace()
    result = make(desk, ORDER)
    if told:
        result.report.add(Diagnostic(told, severity, Place("output/x-y/all.md"), "said", "look"))
    keep_run(ORDER, ASKED, result, TOLD, desk)
    return bool(records(desk))


@pytest.mark.parametrize("code", PASSING)
@pytest.mark.parametrize("severity", [Severity.WARNING, Severity.ERROR])
def test_a_run_that_met_what_passes_is_not_remembered(code: str, severity: Severity) -> None:
    assert not kept(code, severity)


@pytest.mark.parametrize("code", [None, "BG204", "BG271", "BG303", "BG408", "BG604", "BG608", "BG609"])
def test_any_other_run_is(code: str | None) -> None:
    assert kept(code)


def test_a_run_with_a_fault_of_ours_is_not() -> None:
    desk = workspace()
    result = make(desk, ORDER)
    result.traceback = "Traceback"
    keep_run(ORDER, ASKED, result, TOLD, desk)

    assert records(desk) == []


@pytest.mark.parametrize("step", ["create", "append", "move", "remove"])
def test_a_record_that_cannot_be_written_is_no_fault_and_leaves_nothing(step: str) -> None:
    desk = workspace()
    result = make(desk, ORDER)
    before = dict(desk.files)

    class Full(MemoryOutputs):
        def __getattribute__(self, name: str) -> Any:  # noqa: ANN401 - whatever it is
            if name == step:
                raise OSError(errno.ENOSPC, "No space left on device")
            return super().__getattribute__(name)

    class FullDesk(Memory):
        @property
        def outputs(self) -> MemoryOutputs:
            return Full(self.files)

    full = FullDesk(desk.files)
    keep_run(ORDER, ASKED, result, TOLD, full)

    assert full.files == before


# ---------------------------------------------------------------- on a disk

posix = pytest.mark.skipif(os.name != "posix", reason="no time there says when a file was changed")


def desk_on_disk(folder: Path) -> Overlay[Disk]:
    """The same workspace in a folder, long after its files were made."""
    for path, data in workspace().files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    world = Overlay(Disk(folder), Disk(shipped_root()))
    run(world)
    return world


def as_if_long_after(monkeypatch: pytest.MonkeyPatch) -> None:
    """As though all files were made long before the run began, and the record of the run was written long after."""
    monkeypatch.setattr(Stamp, "is_settled", lambda *_: True)


def other_bytes(path: Path) -> None:
    """Written over, as long as before, and with the time of before."""
    was = path.stat()
    data = path.read_bytes()
    with path.open("r+b") as file:
        file.write(data[:-2] + b"?\n")
    os.utime(path, ns=(was.st_atime_ns, was.st_mtime_ns))


def another_file(path: Path) -> None:
    """A copy with the same times takes its place."""
    copy = path.with_name("copy")
    shutil.copy2(path, copy)
    copy.replace(path)


@pytest.mark.parametrize("path", ["output/x-y/all.md", ".briefgen/output/manifest.json"])
@pytest.mark.parametrize("is_long_after", [False, True])
@pytest.mark.parametrize("change", [other_bytes, another_file])
def test_times_that_were_set_back_deceive_nobody(
    path: str,
    *,
    is_long_after: bool,
    change: Callable[[Path], None],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if is_long_after:
        as_if_long_after(monkeypatch)
    world = desk_on_disk(tmp_path)
    assert is_same(world)
    change(tmp_path / path)

    assert not is_same(world)


@pytest.mark.parametrize("is_long_after", [False, True])
def test_bytes_are_read_of_what_was_made_a_moment_before_and_of_nothing_older(
    *, is_long_after: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if is_long_after:
        as_if_long_after(monkeypatch)
    world = desk_on_disk(tmp_path)
    read: list[str] = []
    real = DiskOutputs.read

    def noted(outputs: DiskOutputs, path: str) -> bytes:
        read.append(path)
        return real(outputs, path)

    monkeypatch.setattr(DiskOutputs, "read", noted)

    assert is_same(world)
    assert [path for path in read if "/runs/" not in path] == ([] if is_long_after else left_by(tmp_path))


def inputs_read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Files of the workspace that are read from now on."""
    read: list[str] = []
    real = Disk.read

    def noted(disk: Disk, path: str, limit: int) -> bytes:
        read.append(path)
        return real(disk, path, limit)

    monkeypatch.setattr(Disk, "read", noted)
    return read


@posix
def test_inputs_are_read_where_they_are_younger_than_the_run_before_and_else_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    young = desk_on_disk(tmp_path / "young")
    as_if_long_after(monkeypatch)
    old = desk_on_disk(tmp_path / "old")
    read = inputs_read(monkeypatch)

    assert is_same(old)
    assert read == []
    assert is_same(young)
    assert set(read) >= set(workspace().files)


@posix
@pytest.mark.parametrize("is_long_after", [False, True])
@pytest.mark.parametrize("path", sorted(workspace().files))
def test_an_input_of_other_bytes_with_the_size_and_time_of_before_is_seen(
    path: str, *, is_long_after: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if is_long_after:
        as_if_long_after(monkeypatch)
    world = desk_on_disk(tmp_path)
    assert is_same(world)
    other_bytes(tmp_path / path)

    assert not is_same(world)


@posix
def test_an_input_with_the_same_bytes_is_the_same_whatever_its_times(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    as_if_long_after(monkeypatch)
    world = desk_on_disk(tmp_path)
    for path in workspace().files:
        another_file(tmp_path / path)

    assert is_same(world)


@posix
@pytest.mark.parametrize("how", ["written", "another folder"])
def test_what_was_changed_after_it_was_read_is_not_taken_for_what_was_read(
    how: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not even where the file that stands there now is older than the run: its folder may be another one."""
    desk_on_disk(tmp_path / "new")
    world = desk_on_disk(tmp_path / "old")
    as_if_long_after(monkeypatch)
    path = tmp_path / "old/data/x-y/milestones.yaml"
    (tmp_path / "new/data/x-y/milestones.yaml").write_bytes(path.read_bytes()[:-2] + b"?\n")
    result = make(world, ORDER)
    if how == "written":
        other_bytes(path)
    else:
        path.parent.rename(tmp_path / "before")
        (tmp_path / "new/data/x-y").rename(path.parent)
    keep_run(ORDER, ASKED, result, TOLD, world)

    assert not is_same(world)


def left_by(folder: Path) -> list[str]:
    """What the record of a run says that it left."""
    [path] = (folder / ".briefgen/output/runs").iterdir()
    return list(json.loads(path.read_bytes())["files"])


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


def shipped_job() -> Job:
    """The job of the shipped brief that holds most."""
    found: list[Job] = []

    def executor(given: Job) -> Callable[[], JobResult]:
        found.append(given)
        return lambda: JobResult(diagnostics=())

    root = Memory({path: (shipped_root() / path).read_bytes() for path in shipped_data()})
    order = Order(audiences=("researcher",), formats=("md",))
    make(Overlay(root, Disk(shipped_root())), order, executor=executor)
    return found[0]


def shipped_data() -> list[str]:
    """Files of the example."""
    root = shipped_root()
    return [path.relative_to(root).as_posix() for path in (root / "data").rglob("*.*")]


def gather(value: object, found: dict[type, Any]) -> None:
    """One record of each sort that a value is made of, however deep."""
    if isinstance(value, Mapping):
        for pair in value.items():
            gather(pair, found)
    elif isinstance(value, (tuple, list, set, frozenset)):
        for inner in value:
            gather(inner, found)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        found.setdefault(type(value), value)
        for field in dataclasses.fields(value):
            gather(getattr(value, field.name), found)


def test_no_field_of_any_record_that_a_brief_is_made_from_can_be_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the job is made of today: each field counts, and leaving it out of the walk would be seen here."""
    found: dict[type, Any] = {}
    for name in DECIDING:
        gather(getattr(shipped_job(), name), found)
    pairs = [(kind, field.name) for kind in found for field in dataclasses.fields(kind)]
    unseen = [pair for pair in pairs if not counts(found[pair[0]], pair[1])]
    seen = []
    for kind, name in pairs:
        with monkeypatch.context() as patch:
            patch.setattr(prints, "_fields", but(kind, name))
            patch.setattr(prints, "_WAYS", {})
            seen += [(kind, name)] if counts(found[kind], name) else []

    assert unseen == seen == []
    assert {kind.__name__ for kind in found} >= {
        "View",
        "SectionTemplate",
        "Style",
        "Phrases",
        "CitationStyle",
        "Origin",
    }
    assert len(pairs) > 200


def but(left: type, out: str) -> Callable[[type], Callable[[object], list[object]]]:
    """A walk that leaves one field out."""

    def fields(kind: type[Any]) -> Callable[[object], list[object]]:
        names = [field.name for field in dataclasses.fields(kind) if (kind, field.name) != (left, out)]
        return lambda record: [getattr(record, name) for name in names]

    return fields


def counts(record: object, name: str) -> bool:
    """Whether another value in a field shows."""
    before, was = told_anew(record), getattr(record, name)
    object.__setattr__(record, name, "another value")
    try:
        return told_anew(record) != before
    finally:
        object.__setattr__(record, name, was)


def told_anew(record: object) -> str:
    """What the walk says of a record that it has never met: no record changes outside of this test."""
    prints._LASTING.forget()
    return prints._Told().of(record)


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
            monkeypatch.setattr(prints, "installed_version", lambda _: "0.0.0")
    code_mark.cache_clear()
    try:
        assert code_mark() != base
    finally:
        code_mark.cache_clear()
