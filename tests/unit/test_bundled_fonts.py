"""The bundled faces are the files that `.ci/fonts.py` names, and their licences are kept."""

from __future__ import annotations

import hashlib
import importlib.util
import re
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from fontTools.ttLib import TTFont

from briefgen.load.styles.house_yaml import FAMILIES
from briefgen.render.typefaces import face

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).parents[2]
FONTS = ROOT / "src/briefgen/render/fonts"
FACES = sorted(FONTS.rglob("*.ttf"))
SHOWN_NAMES = (1, 3, 4, 6, 16, 18, 20, 21, 25)
"""Records of a table of names by which a font shows itself."""
SCRIPTS = {
    "latin": "Łódź",
    "greek": "Ωἄ",
    "cyrillic": "Ўђ",
    "arabic": "پاکستان",
    "hebrew": "אב",
    "devanagari": "कख",
    "thai": "กข",
    "georgian": "აბ",
}


@pytest.fixture(scope="module")
def making() -> ModuleType:
    spec = importlib.util.spec_from_file_location("making_fonts", ROOT / ".ci/fonts.py")
    assert spec
    assert spec.loader
    module = sys.modules[spec.name] = importlib.util.module_from_spec(spec)  # its dataclasses look their module up
    spec.loader.exec_module(module)
    return module


def names(font: TTFont, *numbers: int) -> list[str]:
    table: Any = font["name"]
    return [str(record) for record in table.names if record.nameID in numbers]


def test_the_shipped_faces_are_those_that_the_program_names(making: ModuleType) -> None:
    shipped = {path.relative_to(FONTS).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in FACES}

    assert shipped == {made.path: made.sha256 for made in making.FACES}


def test_the_faces_that_travel_in_word_files_are_those_that_the_program_names(making: ModuleType) -> None:
    with zipfile.ZipFile(making.WORD_FACES) as archive:
        shipped = {info.filename: info for info in archive.infolist() if info.filename.endswith(".odttf")}
        hashes = {name: hashlib.sha256(archive.read(name)).hexdigest() for name in shipped}
        licences = {name: archive.read(name) for name in archive.namelist() if name not in shipped}

    assert hashes == {made.name: made.sha256 for made in making.WORD}
    assert {name: info.comment.decode() for name, info in shipped.items()} == {
        made.name: f"{{{made.key}}}".upper() for made in making.WORD
    }
    assert licences == {f"{family}/OFL.txt": (FONTS / family / "OFL.txt").read_bytes() for family in FAMILIES}


def test_every_family_of_a_style_has_four_faces_and_its_licence() -> None:
    assert sorted(folder.name for folder in FONTS.iterdir()) == sorted(FAMILIES)
    for family in FAMILIES:
        licence = (FONTS / family / "OFL.txt").read_text(encoding="utf-8")
        styles = {face(family, bold=bold, italic=italic).name for bold in (False, True) for italic in (False, True)}

        assert len(styles) == 4
        assert "copyright" in licence.splitlines()[0].lower()
        assert "SIL OPEN FONT LICENSE Version 1.1 - 26 February 2007" in licence


@pytest.mark.parametrize("path", FACES, ids=lambda path: path.stem)
def test_a_face_is_static_and_may_be_embedded(path: Path) -> None:
    font = TTFont(path)
    metrics: Any = font["OS/2"]

    assert {"fvar", "gvar"} & set(font.keys()) == set()
    assert metrics.fsType == 0
    assert "SIL Open Font License, Version 1.1" in names(font, 13)[0]


@pytest.mark.parametrize("path", FACES, ids=lambda path: path.stem)
def test_a_face_that_was_changed_does_not_bear_the_name_that_its_licence_reserves(
    path: Path, making: ModuleType
) -> None:
    font = TTFont(path)
    reserved = set(re.findall(r"Reserved Font Name [\"‘](\w+)[\"’]", names(font, 0)[0]))
    shown = names(font, *SHOWN_NAMES)
    is_original = hashlib.sha256(path.read_bytes()).hexdigest() in making.SOURCES.values()

    assert reserved
    assert any(name in text for name in reserved for text in shown) == is_original


@pytest.mark.parametrize("text", SCRIPTS.values(), ids=SCRIPTS)
@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("italic", [False, True])
def test_the_sans_covers_every_script_of_its_makers(text: str, *, bold: bool, italic: bool) -> None:
    opened = face("firago", bold=bold, italic=italic)

    assert [character for character in text if not opened.covers(character)] == []


def test_a_family_that_is_not_bundled_is_refused() -> None:
    with pytest.raises(KeyError):
        face("arial")


@pytest.mark.parametrize("word", ["25th", "3rd", "F25", "FY2019", "B2B", "1a", "2019er"])
@pytest.mark.parametrize("source", ["firago", "source-serif-4"])
def test_figures_in_words_keep_their_own_width(source: str, word: str) -> None:
    one = face(source)

    assert one.tabular[word] == one.proportional[word]


@pytest.mark.parametrize("source", ["firago", "source-serif-4"])
@pytest.mark.parametrize(("one", "other"), [("11.1", "80.6"), ("US$1,171", "US$9,008"), ("1–1", "8–0"), ("(1)", "(4)")])
def test_figures_alone_are_of_one_width(source: str, one: str, other: str) -> None:
    assert face(source).tabular[one] == face(source).tabular[other]
