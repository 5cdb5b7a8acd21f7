"""Where the system refuses to write, the hint says what was kept and what lets the next run write."""

from __future__ import annotations

import errno
import os

import pytest

from briefgen.publish import BriefRecord, FileToPlace, Places, Publication, placed_file
from briefgen.world.memory_outputs import MemoryOutputs

PLACES = Places("out")
RECORD, MANIFEST = f"{PLACES.owners_staging}/f", f"{PLACES.owners_staging}/m"
"""How files of a brief and of the run are called while they wait."""
READERS, OWNERS = "out/x-y/reader.pdf", ".briefgen/out/x-y/reader.json"


class Refusing(MemoryOutputs):
    """A disk that makes no file whose path begins with some words."""

    def __init__(self, number: int, words: str) -> None:
        super().__init__({})
        self.number, self.words = number, words

    def create(self, path: str, data: bytes) -> None:
        """Refused, or as in memory."""
        if path.startswith(self.words):
            raise OSError(self.number, os.strerror(self.number))
        super().create(path, data)


def hints(number: int, words: str) -> list[str | None]:
    """What a run says that makes one brief of a file for readers and a record of the owner's."""
    run = Publication(PLACES, Refusing(number, words))
    pieces = [FileToPlace(READERS, b"a"), FileToPlace(OWNERS, b"b", is_owners=True)]
    files = {"pdf": placed_file(READERS, b"a", "1")}
    record = BriefRecord(
        relation="x-y", audience="reader", edition="1", as_of="2021", made_by="0", files=files,
        records=(placed_file(OWNERS, b"b"),),
    )  # fmt: skip
    said = run.begin() or run.put(record, pieces)
    return [told.hint for told in said if told.code == "BG601"]


KEPT = "the last edition of this brief is untouched, all files of it;"


@pytest.mark.parametrize(
    ("number", "words", "hint"),
    [
        (errno.ENOSPC, "out/", f"{KEPT} make room there, then run again"),
        (errno.EDQUOT, RECORD, f"{KEPT} make room there, then run again"),
        (errno.EACCES, "out/",
         f"{KEPT} let briefgen write there, or choose another folder with --output, then run again"),
        (errno.EROFS, RECORD,
         f"{KEPT} let briefgen write there, or choose another folder with --internal, then run again"),
        (errno.EIO, "out/", f"{KEPT} mend the folder, then run again"),
    ],
)  # fmt: skip
def test_a_brief_that_cannot_be_written_is_told_with_what_helps(number: int, words: str, hint: str) -> None:
    assert hints(number, words) == [hint]


@pytest.mark.parametrize(
    ("number", "step"),
    [
        (errno.ENOSPC, "make room there"),
        (errno.EROFS, "let briefgen write there, or choose another folder with --internal"),
    ],
)
def test_records_that_cannot_be_written_are_told_before_anything_is_made(number: int, step: str) -> None:
    assert hints(number, MANIFEST) == [f"nothing was changed; {step}, then run again"]
