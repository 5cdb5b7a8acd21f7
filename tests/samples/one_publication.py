"""One publication on a real disk, as a program: `python one_publication.py FOLDER EDITION`.

Its exit code tells what it says: it writes nothing but what it publishes, so that every write can be made to fail.

It makes nothing: what is put in place is two files for readers and two of the owner's, named by their edition.
"""

from __future__ import annotations

import sys
from pathlib import Path

from briefgen.publish import BriefRecord, FileToPlace, Places, Publication, placed_file
from briefgen.world import Disk

PLACES = Places("out")
TARGETS = ("out/x-y/reader.pdf", "out/x-y/reader.docx", ".briefgen/out/x-y/a.json", ".briefgen/out/x-y/b.json")
CODES = ("BG601", "BG605", "BG606", "BG607", "BG610")
"""All that a publication can say."""
BEGINS = "publication begins"
"""What it asks the system for first, so that whoever watches its calls knows where it starts."""


def publish(folder: Path, edition: str) -> list[str]:
    """Put an edition in place; the codes of what is said."""
    pieces = [FileToPlace(path, f"{edition} {path}".encode(), is_owners=path.startswith(".")) for path in TARGETS]
    readers, owners = pieces[:2], pieces[2:]
    record = BriefRecord(
        relation="x-y",
        audience="reader",
        edition=edition,
        as_of="2021",
        made_by="0",
        files={one.path.rpartition(".")[2]: placed_file(one.path, one.data, edition) for one in readers},
        records=tuple(placed_file(one.path, one.data) for one in owners),
    )
    run = Publication(PLACES, Disk(folder).outputs)
    said = [told.code for told in run.begin()]
    if not said:
        said = [told.code for told in run.put(record, pieces)]
        closing = run.close()
        said += [closing.code] if closing else []
    return said


def editions(folder: Path) -> list[str]:
    """Of each file in place; empty for one that is not there."""
    paths = [folder / path for path in TARGETS]
    return [path.read_text(encoding="utf-8").partition(" ")[0] if path.is_file() else "" for path in paths]


def told_by(code: int) -> set[str]:
    """The codes that an exit code stands for; one that is odd is a fault of the program's own."""
    assert code >= 0, f"ended by signal {-code}"
    assert not code & 1, "it failed"
    return {name for place, name in enumerate(CODES, 1) if code & 1 << place}


def main() -> int:
    """Publish; what was said, as an exit code."""
    Path(BEGINS).is_file()
    return sum(1 << 1 + CODES.index(code) for code in set(publish(Path(sys.argv[1]), sys.argv[2])))


if __name__ == "__main__":
    raise SystemExit(main())
