"""Law 8 in a store: there a move is a copy and the loss of the first, and a run may be killed between the two."""

from __future__ import annotations

import pickle
from contextlib import suppress
from typing import TYPE_CHECKING, Any, ClassVar

import pytest
from fsspec import register_implementation
from fsspec.implementations.memory import MemoryFileSystem

from briefgen.publish import BriefRecord, FileToPlace, Places, Publication, placed_file, recorded
from briefgen.world.memory_outputs import MemoryOutputs
from briefgen.world.routed_outputs import RoutedOutputs
from briefgen.world.store_outputs import StoreOutputs

if TYPE_CHECKING:
    from collections.abc import Iterator

STORE = "shelf://bucket/briefs"
PLACES = Places(STORE)
TARGETS = (f"{STORE}/x-y/reader.pdf", f"{STORE}/x-y/reader.docx", f"{PLACES.owners}/x-y/reader.trace.json")
OWNERS = 1
"""How many of them are."""


class GoneError(BaseException):
    """The program was killed."""


class Shelf(MemoryFileSystem):  # type: ignore[misc] # it ships no types
    """A store that counts what is asked of it, and answers nothing from some question on."""

    protocol = "shelf"
    store: ClassVar[dict[str, Any]] = {}
    pseudo_dirs: ClassVar[list[str]] = [""]
    asked = 0
    last = 10**9
    fault: BaseException = GoneError()

    @classmethod
    def _strip_protocol(cls, path: str) -> str:
        stripped = path.removeprefix("shelf://").strip("/")
        return f"/{stripped}" if stripped else ""

    def _next(self) -> None:
        Shelf.asked += 1
        if Shelf.asked > Shelf.last:
            raise Shelf.fault

    def cp_file(self, path1: str, path2: str, **options: object) -> None:
        self._next()
        super().cp_file(path1, path2, **options)

    def pipe_file(self, path: str, value: bytes, mode: str = "overwrite", **options: object) -> None:
        self._next()
        super().pipe_file(path, value, mode, **options)

    def rm_file(self, path: str) -> None:
        self._next()
        self.store.pop(self._strip_protocol(path))


@pytest.fixture(autouse=True)
def _empty_shelf() -> Iterator[None]:
    register_implementation("shelf", Shelf, clobber=True)
    _refill({})
    yield
    Shelf.last, Shelf.fault = 10**9, GoneError()


def _refill(files: dict[str, bytes]) -> None:
    Shelf.last = 10**9
    Shelf.store.clear()
    Shelf.pseudo_dirs[:] = ["", "/bucket"]
    for path, data in files.items():
        Shelf().pipe_file(path, data)
    Shelf.asked = 0


def in_store() -> dict[str, bytes]:
    """Every file in it."""
    return {path: Shelf().cat_file(path) for path in sorted(Shelf.store)}


def pieces(edition: str) -> tuple[FileToPlace, ...]:
    """A brief of an edition, with a record for its owner."""
    return tuple(FileToPlace(path, f"{edition} {path}".encode(), is_owners=path == TARGETS[-1]) for path in TARGETS)


def record(edition: str) -> BriefRecord:
    """What the manifest says of it."""
    readers, owners = pieces(edition)[:-OWNERS], pieces(edition)[-OWNERS:]
    made = {piece.path.rpartition(".")[2]: placed_file(piece.path, piece.data, edition) for piece in readers}
    return BriefRecord(
        relation="x-y", audience="reader", edition=edition, as_of="2021", made_by="0", files=made,
        records=tuple(placed_file(piece.path, piece.data) for piece in owners),
    )  # fmt: skip


def published(here: dict[str, bytes], edition: str) -> list[str]:
    """A run that makes one brief; the codes of what it says."""
    run = Publication(PLACES, RoutedOutputs(MemoryOutputs(here)))
    said = [told.code for told in run.begin()]
    said += [told.code for told in run.put(record(edition), pieces(edition))]
    closing = run.close()
    return [*said, closing.code] if closing else said


def editions(here: dict[str, bytes]) -> set[str]:
    """Those that the files in place are of."""
    found = {**{f"shelf:/{path}": data for path, data in in_store().items()}, **here}
    return {found.get(path, b"").decode().partition(" ")[0] for path in TARGETS}


def questions_of_a_run() -> int:
    """How many steps of the store a second edition takes."""
    register_implementation("shelf", Shelf, clobber=True)
    here: dict[str, bytes] = {}
    _refill({})
    assert published(here, "old") == []
    Shelf.asked = 0
    assert published(here, "new") == []
    return Shelf.asked


QUESTIONS = range(questions_of_a_run() + 1)


def test_a_brief_in_a_store_has_its_records_here_and_nothing_is_left_beside_it() -> None:
    here: dict[str, bytes] = {}

    assert published(here, "old") == []
    assert list(in_store()) == ["/bucket/briefs/x-y/reader.docx", "/bucket/briefs/x-y/reader.pdf"]
    assert sorted(here) == sorted([PLACES.manifest, TARGETS[-1]])
    assert editions(here) == {"old"}


@pytest.mark.parametrize("last", QUESTIONS)
def test_a_run_that_is_killed_at_any_question_to_the_store_is_ended_by_the_next(last: int) -> None:
    here: dict[str, bytes] = {}
    assert published(here, "old") == []
    Shelf.asked, Shelf.last = 0, last
    Shelf.fault = GoneError()
    with suppress(GoneError):
        published(here, "new")
    Shelf.last = 10**9

    run = Publication(PLACES, RoutedOutputs(MemoryOutputs(here)))
    assert run.begin() == ()
    assert editions(here) in ({"old"}, {"new"})
    assert sorted(in_store()) == ["/bucket/briefs/x-y/reader.docx", "/bucket/briefs/x-y/reader.pdf"]
    manifest, begun = recorded(PLACES.owners, MemoryOutputs(here)).value
    assert begun == ()
    assert list(manifest.briefs.values()) == [record(*editions(here))]


@pytest.mark.parametrize("last", QUESTIONS)
def test_what_a_library_of_a_store_raises_is_told_and_loses_nothing(last: int) -> None:
    here: dict[str, bytes] = {}
    assert published(here, "old") == []
    Shelf.asked, Shelf.last, Shelf.fault = 0, last, RuntimeError("the store\nis closed")
    said = published(here, "new")
    Shelf.last = 10**9

    assert set(said) <= {"BG601", "BG605", "BG606"}
    assert said or editions(here) == {"new"}
    assert published(here, "new") == []
    assert editions(here) == {"new"}


def test_the_words_of_a_library_stand_in_one_line_with_the_address() -> None:
    Shelf.last, Shelf.fault = -1, RuntimeError("the store\nis closed")

    with pytest.raises(OSError, match=r"the store is closed: 'shelf://bucket/a/b'"):
        StoreOutputs().create("shelf://bucket/a/b", b"")


def test_a_stamp_tells_that_a_file_of_the_same_size_is_another() -> None:
    store = StoreOutputs()
    store.create("shelf://bucket/a", b"one")
    before = store.stamp("shelf://bucket/a")
    store.remove("shelf://bucket/a")
    store.create("shelf://bucket/a", b"two")

    assert before
    assert before != store.stamp("shelf://bucket/a")
    assert store.stamp("shelf://bucket/b") is None
    assert store.stamp("shelf://bucket") is None


def test_a_copy_of_the_outputs_in_another_process_finds_its_own_way() -> None:
    first = RoutedOutputs(MemoryOutputs({}))
    first.create("shelf://bucket/a", b"one")
    second = pickle.loads(pickle.dumps(first))  # noqa: S301 - our own

    assert second.read("shelf://bucket/a") == b"one"


def test_nothing_is_moved_between_two_machines() -> None:
    outputs = RoutedOutputs(MemoryOutputs({"a": b"one"}))

    with pytest.raises(OSError, match="another machine"):
        outputs.move("a", "shelf://bucket/a")
    outputs.keep("a", "shelf://bucket/a")
    outputs.keep("shelf://bucket/a", "b")
    assert outputs.read("b") == b"one"
