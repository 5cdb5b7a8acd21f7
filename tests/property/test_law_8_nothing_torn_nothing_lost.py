"""Law 8: a file is put in place whole or not at all, and what was there stays."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefgen.model.formats import FORMATS
from briefgen.pipeline import Order, make
from briefgen.publish import publish, publish_record
from briefgen.world import Disk, Memory

PDF = b"%PDF-1.7\n...\n%%EOF\n"


class Full(Memory):
    """A disk without room from some write on."""

    def __init__(self, files: dict[str, bytes], room: int) -> None:
        super().__init__(files)
        self.room = room

    def replace(self, path: str, data: bytes) -> None:
        """Put a file in place while there is room."""
        self.room -= 1
        if self.room < 0:
            raise OSError(28, "No space left on device")
        super().replace(path, data)


def test_a_file_is_put_in_place_with_the_rights_of_any_new_file(tmp_path: Path) -> None:
    assert publish(FORMATS["pdf"], "out/a.pdf", PDF, Disk(tmp_path)).value
    (tmp_path / "plain").write_bytes(b"")

    assert (tmp_path / "out" / "a.pdf").read_bytes() == PDF
    assert (tmp_path / "out" / "a.pdf").stat().st_mode == (tmp_path / "plain").stat().st_mode


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_write_that_fails_leaves_the_old_file_and_no_scraps(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / "a.pdf").write_bytes(b"old")
    monkeypatch.setattr(os if step == "fsync" else Path, step, failing)
    outcome = publish(FORMATS["pdf"], "a.pdf", PDF, Disk(tmp_path))

    assert not outcome.value
    assert [d.code for d in outcome.diagnostics] == ["BG601"]
    assert "No space left on device" in outcome.diagnostics[0].message
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]
    assert (tmp_path / "a.pdf").read_bytes() == b"old"


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
def test_a_broken_file_never_takes_the_place_of_a_good_one(name: str, data: bytes) -> None:
    world = Memory({"a": b"old"})
    outcome = publish(FORMATS[name], "a", data, world)

    assert [d.code for d in outcome.diagnostics] == ["BG603"]
    assert world.files["a"] == b"old"


@pytest.mark.parametrize("data", [b"", b"{", b"[1]\n", b'{"format": "x"}', b'{"format": \n}\n', b"\xff{}\n"])
def test_a_broken_record_of_the_owner_never_takes_the_place_of_a_good_one(data: bytes) -> None:
    world = Memory({"a.json": b"old"})

    assert [d.code for d in publish_record("a.json", data, world).diagnostics] == ["BG603"]
    assert world.files["a.json"] == b"old"
    assert publish_record("a.json", b'{"format": "x"}\n', world).value


def test_a_full_disk_loses_one_brief_and_keeps_its_last_edition() -> None:
    root = Path(__file__).parents[2]
    files = {
        path.relative_to(root).as_posix(): path.read_bytes()
        for top in ("data", "templates")
        for path in (root / top).rglob("*.*")
    }
    last = {f"output/pakistan-belarus/{name}.html": b"last edition" for name in ("minister", "business")}
    world = Full({**files, **last}, room=3)  # for one brief and the owner's two files
    result = make(world, Order(formats=("html",), audiences=("minister", "business")))

    assert [(brief.audience, brief.failed) for brief in result.briefs] == [("business", False), ("minister", True)]
    assert world.files["output/pakistan-belarus/minister.html"] == b"last edition"
    assert world.files["output/pakistan-belarus/business.html"] != b"last edition"
