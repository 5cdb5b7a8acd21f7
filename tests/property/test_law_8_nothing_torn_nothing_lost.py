"""Law 8: a brief is put in place whole or not at all, and what was there stays.

The disk is a body in memory whose steps fail, or after which the program is gone, one by one: at every step of a
publication all is tried.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.diagnostics import Severity
from briefgen.model.formats import FORMATS
from briefgen.pipeline import Order, make
from briefgen.publish import BriefRecord, FileToPlace, Places, Publication, placed_file, recorded, unsound
from briefgen.world import Disk, Memory, Outputs
from briefgen.world.memory_outputs import MemoryOutputs

PLACES = Places("out")
TARGETS = ("out/x-y/reader.pdf", "out/x-y/reader.docx", ".briefgen/out/x-y/reader.trace.json")
STEPS = ("create", "append", "keep", "move", "sync", "remove")


class GoneError(Exception):
    """The program was killed."""


@dataclass
class Failing(MemoryOutputs):
    """A file system whose steps fail from some step on, once or for good, or after which nothing runs any more.

    `stops` is for a run that is asked to stop in the middle of a step, and still clears up.
    """

    files: dict[str, bytes]
    at: int = 10**9
    kills: bool = False
    for_good: bool = False
    stops: bool = False
    taken: list[str] = field(default_factory=list)

    def __getattribute__(self, name: str) -> object:
        if name not in STEPS:
            return super().__getattribute__(name)
        self.taken.append(name)
        number = len(self.taken)
        if (self.kills and number >= self.at) or (self.stops and number == self.at):
            raise GoneError
        if number == self.at or (self.for_good and number > self.at):
            raise OSError(28, "No space left on device")
        return super().__getattribute__(name)


def pieces(edition: str) -> tuple[FileToPlace, ...]:
    """A brief of an edition."""
    return tuple(FileToPlace(path, f"{edition} {path}".encode(), is_owners=path.startswith(".")) for path in TARGETS)


def record(edition: str) -> BriefRecord:
    """What the manifest says of it."""
    readers, owners = pieces(edition)[:2], pieces(edition)[2:]
    made = {piece.path.rpartition(".")[2]: placed_file(piece.path, piece.data, edition) for piece in readers}
    return BriefRecord(
        relation="x-y", audience="reader", edition=edition, as_of="2021", made_by="0", files=made,
        records=tuple(placed_file(piece.path, piece.data) for piece in owners),
    )  # fmt: skip


def published(outputs: Outputs, edition: str) -> list[str]:
    """A run that makes one brief; the codes of what it says."""
    run = Publication(PLACES, outputs)
    said = [told.code for told in run.begin()]
    if not said:
        said = [told.code for told in run.put(record(edition), pieces(edition))]
        closing = run.close()
        said += [closing.code] if closing else []
    return said


def editions(files: dict[str, bytes]) -> set[str]:
    """Those that the files in place are of; an empty one for a file that is not there."""
    return {files.get(path, b"").decode().partition(" ")[0] for path in TARGETS}


def with_last_edition() -> dict[str, bytes]:
    """A disk after one good run."""
    files: dict[str, bytes] = {}
    assert published(MemoryOutputs(files), "old") == []
    return files


def steps_of_a_run() -> int:
    """How many steps a second edition takes."""
    outputs = Failing(with_last_edition())
    assert published(outputs, "new") == []
    return len(outputs.taken)


WHOLE = range(1, steps_of_a_run() + 1)


def test_a_run_leaves_the_brief_its_records_and_a_manifest_and_nothing_else() -> None:
    files = with_last_edition()

    assert sorted(files) == sorted([*TARGETS, PLACES.manifest])
    assert editions(files) == {"old"}
    assert recorded(PLACES.owners, MemoryOutputs(files)).value[0].briefs == {("x-y", "reader"): record("old")}


@pytest.mark.parametrize("starts_empty", [False, True])
@pytest.mark.parametrize("at", WHOLE)
def test_a_run_that_is_killed_at_any_step_is_ended_by_the_next(at: int, *, starts_empty: bool) -> None:
    files = {} if starts_empty else with_last_edition()
    old = editions(files)
    with suppress(GoneError):
        published(Failing(files, at, kills=True), "new")
    run = Publication(PLACES, MemoryOutputs(files))

    assert run.begin() == ()
    assert editions(files) in (old, {"new"})
    kept = {path: data for path, data in files.items() if path not in TARGETS}
    assert list(kept) == [PLACES.manifest]
    manifest, begun = recorded(PLACES.owners, MemoryOutputs(files)).value
    assert begun == ()
    assert list(manifest.briefs.values()) == ([] if editions(files) == {""} else [record(*editions(files))])


@pytest.mark.parametrize("at", WHOLE)
def test_a_run_that_is_stopped_at_any_step_leaves_nothing_for_the_next(at: int) -> None:
    files = with_last_edition()
    outputs = Failing(files, at, stops=True)
    run = Publication(PLACES, outputs)
    try:
        run.begin()
        run.put(record("new"), pieces("new"))
        run.close()
    except GoneError:
        run.abandon()

    assert editions(files) in ({"old"}, {"new"})
    assert sorted(files) == sorted([*TARGETS, PLACES.manifest])
    manifest, begun = recorded(PLACES.owners, MemoryOutputs(files)).value
    assert begun == ()
    assert list(manifest.briefs.values()) == [record(*editions(files))]


@pytest.mark.parametrize("at", WHOLE)
def test_a_step_that_is_refused_once_loses_nothing_and_the_next_run_makes_all(at: int) -> None:
    files = with_last_edition()
    said = published(Failing(files, at), "new")

    assert editions(files) in ({"old"}, {"new"})
    assert (editions(files) == {"new"}) == ("BG601" not in said)
    assert published(MemoryOutputs(files), "new") == []
    assert editions(files) == {"new"}
    assert sorted(files) == sorted([*TARGETS, PLACES.manifest])


@pytest.mark.parametrize("at", WHOLE)
def test_a_disk_that_gives_way_for_good_is_told_as_it_is(at: int) -> None:
    """Where the brief is of two editions, that is what is said, and the next run mends it."""
    files = with_last_edition()
    said = published(Failing(files, at, for_good=True), "new")

    assert ("BG605" in said) == (len(editions(files)) > 1)
    assert ("BG601" in said) == (editions(files) == {"old"})
    Publication(PLACES, MemoryOutputs(files)).begin()
    assert len(editions(files)) == 1


@given(st.lists(st.tuples(st.integers(1, max(WHOLE)), st.booleans()), max_size=6))
def test_whatever_runs_were_killed_or_refused_one_good_run_makes_it_whole(runs: list[tuple[int, bool]]) -> None:
    files: dict[str, bytes] = {}
    for number, (at, kills) in enumerate(runs):
        with suppress(GoneError):
            published(Failing(files, at, kills=kills), f"e{number}")
    published(MemoryOutputs(files), "last")

    assert editions(files) == {"last"}
    assert sorted(files) == sorted([*TARGETS, PLACES.manifest])


@pytest.mark.parametrize("torn", [b"{", b'{"format": 1, "briefs": []}', b"[]", b"\xff", b"null"])
def test_a_manifest_that_cannot_be_read_counts_as_none_and_is_told(torn: bytes) -> None:
    files = {**with_last_edition(), PLACES.manifest: torn}

    assert [told.code for told in Publication(PLACES, MemoryOutputs(files)).begin()] == ["BG607"]
    assert published(MemoryOutputs(files), "new") == []


def test_what_somebody_changed_after_a_kill_is_not_taken_for_an_edition() -> None:
    files = with_last_edition()
    outputs = Failing(files)
    published(outputs, "new")
    second = [number for number, step in enumerate(outputs.taken, 1) if step == "move"][1]
    files = with_last_edition()
    with pytest.raises(GoneError):
        published(Failing(files, second, kills=True), "new")
    assert len(editions(files)) == 2
    for path in [name for name in files if name.endswith((".new", ".old"))]:
        files[path] = b"changed"
    said = Publication(PLACES, MemoryOutputs(files)).begin()

    assert [(told.code, told.severity) for told in said] == [("BG605", Severity.WARNING)]


def test_files_are_put_in_place_with_the_rights_of_any_new_file(tmp_path: Path) -> None:
    assert published(Disk(tmp_path).outputs, "new") == []
    (tmp_path / "plain").write_bytes(b"")

    for path in TARGETS:
        assert (tmp_path / path).read_bytes() == f"new {path}".encode()
        assert (tmp_path / path).stat().st_mode == (tmp_path / "plain").stat().st_mode
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["x-y"]


def test_a_link_that_was_laid_in_a_files_place_is_replaced_and_what_it_leads_to_is_not(tmp_path: Path) -> None:
    (tmp_path / "victim").write_bytes(b"mine")
    (tmp_path / "out/x-y").mkdir(parents=True)
    (tmp_path / TARGETS[0]).symlink_to(tmp_path / "victim")
    assert published(Disk(tmp_path).outputs, "new") == []

    assert (tmp_path / "victim").read_bytes() == b"mine"
    assert not (tmp_path / TARGETS[0]).is_symlink()


PDF = b"%PDF-1.7\n...\n%%EOF\n"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("pdf", PDF[:-8]),
        ("pdf", b"<html></html>"),
        ("docx", b"PK\x03\x04 torn"),
        ("docx", b""),
        ("html", b"<html><body>torn"),
        ("md", b"# torn"),
    ],
)
def test_a_broken_file_is_told(name: str, data: bytes) -> None:
    assert [told.code for told in unsound(FORMATS[name], "a", data)] == ["BG603"]


@pytest.mark.parametrize("data", [b"", b"{", b"[1]\n", b'{"format": "x"}', b'{"format": \n}\n', b"\xff{}\n"])
def test_a_broken_record_of_the_owner_is_told(data: bytes) -> None:
    assert [told.code for told in unsound(None, "a.json", data)] == ["BG603"]
    assert list(unsound(None, "a.json", b'{"format": "x"}\n')) == []


class Full(Memory):
    """A disk without room for new files from some file on."""

    def __init__(self, files: dict[str, bytes], room: int) -> None:
        super().__init__(files)
        self.room = room

    @property
    def outputs(self) -> MemoryOutputs:
        """Those of a disk that runs full."""
        world = self

        class Bounded(MemoryOutputs):
            def create(self, path: str, data: bytes) -> None:
                world.room -= 1
                if world.room < 0:
                    raise OSError(28, "No space left on device")
                super().create(path, data)

        return Bounded(self.files)


@pytest.mark.parametrize("room", [8, 9, 10, 11, 12])
def test_a_full_disk_loses_one_brief_and_keeps_its_last_edition(room: int) -> None:
    root = Path(__file__).parents[2]
    files = {
        path.relative_to(root).as_posix(): path.read_bytes()
        for top in ("data", "templates")
        for path in (root / top).rglob("*.*")
    }
    last = {f"output/pakistan-belarus/{name}.html": b"last edition" for name in ("minister", "business")}
    world = Full({**files, **last}, room)  # a first manifest, a moment, a brief and the owner's files
    result = make(world, Order(formats=("html", "md"), audiences=("minister", "business")))

    assert [(brief.audience, brief.failed) for brief in result.briefs] == [("business", False), ("minister", True)]
    assert world.files["output/pakistan-belarus/minister.html"] == b"last edition"
    assert "output/pakistan-belarus/minister.md" not in world.files
    assert world.files["output/pakistan-belarus/business.html"] != b"last edition"
    assert not [path for path in world.files if "staging" in path]
