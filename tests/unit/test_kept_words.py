"""briefgen's own words, read again as they were kept: the same, with their places, or read anew."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefgen.load.wording import kept_words, wording_files
from briefgen.model import comparability, kinds
from briefgen.model.facts import controlled_vocabularies
from briefgen.model.values import indicators
from briefgen.model.worded_languages import WordedLanguage
from briefgen.model.wording import labels

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    from briefgen.load.wording.kept_words import Words

pytestmark = pytest.mark.skipif(os.name == "nt", reason="nothing is kept where an owner cannot be told")
LANGUAGE = next(iter(WordedLanguage))


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where they are kept, with nothing in it."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    wording_files._base.cache_clear()
    yield tmp_path / "briefgen" / "wording"
    wording_files._base.cache_clear()


def words() -> Words:
    """As the next command reads them."""
    wording_files._base.cache_clear()
    layer, tones, told = wording_files._base(LANGUAGE)
    assert told == ()
    return layer, tones


def never(*_: object) -> None:
    """Fail where something is read from YAML."""
    raise AssertionError


def test_words_that_were_kept_are_those_that_were_read(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = words()
    monkeypatch.setattr(wording_files, "parse_yaml", never)
    again = words()

    assert again == first
    assert [list(one) for one in (again[0].said, again[0].places, again[0].toned, again[0].tones)] == [
        list(one) for one in (first[0].said, first[0].places, first[0].toned, first[0].tones)
    ]
    assert len(os.listdir(kept)) == 1  # noqa: PTH208 - the number alone
    assert all(place.line and place.column and place.is_shipped for place in again[0].places.values())


@pytest.mark.parametrize("damage", [b"", b"{}", b"[1]", b'{"said": [[["up"], [["", "other"]]]]}'])
def test_what_is_damaged_is_read_anew(kept: Path, damage: bytes) -> None:
    first = words()
    (file,) = kept.iterdir()
    file.write_bytes(damage)

    assert words() == first


def test_other_words_or_other_code_are_another_file(monkeypatch: pytest.MonkeyPatch) -> None:
    name = kept_words.name_of_words
    names = {name(b"a"), name(b"b")}
    monkeypatch.setattr(kept_words, "code_stamps", lambda *_: "another")

    assert len({*names, name(b"a")}) == 3


@pytest.mark.parametrize("declares", [kinds, controlled_vocabularies, indicators, comparability, labels])
def test_what_declares_the_words_that_facts_choose_from_is_part_of_the_code(
    declares: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    stamped: list[Path] = []

    def noted(*folders: Path) -> str:
        stamped.extend(folders)
        return ""

    monkeypatch.setattr(kept_words, "code_stamps", noted)
    kept_words.name_of_words(b"a")

    assert Path(declares.__file__ or "").parent in stamped
