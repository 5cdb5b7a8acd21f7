"""Make the faces under src/briefgen/render/fonts anew from what their makers publish.

    python .ci/fonts.py FOLDER

FOLDER is searched, with all below it, for files with the hashes in SOURCES, whatever they are called. They lie in

* the repository bBoxType/FiraGO on GitHub (version 1.001): Fonts/FiraGO_TTF_1001
* the repository google/fonts on GitHub: ofl/sourceserif4 at 9f988eeb59672a4103960a36407e760c7a12f587 (version 4.004)

Nothing is written unless every face comes out with its hash in FACES. What is named there is what is shipped: a test
holds the folder against it.

Both licences (SIL Open Font License 1.1) reserve a name, "Fira" and "Source", and forbid it to a modified version. So
FiraGO is shipped as its makers made it, to the byte, with all its scripts. Source Serif 4 is published as variable
fonts, and a face with its axes pinned is a modified version: inside, it calls itself Briefgen Serif. Its outlines and
widths are what pinning the axes gives. In documents, which the licence leaves free, it goes by the name of its design.

What travels in Word files is made from those: five faces, with the letters of European languages, as Word packs them.
Who opens such a file may type any of these letters. A font in a Word file is a file again, found by the name inside of
it, so the licence is not taken to leave its name free: the faces are called Briefgen Sans and Briefgen Serif there.
"""

from __future__ import annotations

import hashlib
import io
import sys
import uuid
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import uharfbuzz as hb
from fontTools.ttLib import TTFont

FAMILY, SANS = "Briefgen Serif", "Briefgen Sans"
VERSION, NAME_OF_INSTANCES = 5, 25
"""Numbers of records in a table of names."""
WINDOWS_ENGLISH = (3, 1, 0x409)
FONTS = Path(__file__).parents[1] / "src/briefgen/render/fonts"
WORD_FACES = FONTS.parent / "docx/fonts/word-faces.zip"

SOURCES = {
    "FiraGO-Regular": "495901c0c608ea265f4c31aa2a4c7a313e5cc2a3dd610da78a447fe8e07454a2",
    "FiraGO-Bold": "ab720753c39073556260ebbaee7e7af89f9ca202a7c7abc257d935db590a1e35",
    "FiraGO-Italic": "36713ecac376845daa58738d2c2ba797cf6f6477b8c5bb4fa79721dc970e8081",
    "FiraGO-BoldItalic": "51ad0da400568385e038ccb962a692f145dfbd9071d7fe5cb0903fd2a8912ccd",
    "SourceSerif4[opsz,wght]": "97b2d4da6e3cb494b5a1e66ae176914d852ccabef49e0c02c0df25f3e39aca0b",
    "SourceSerif4-Italic[opsz,wght]": "15fbc7e4679489a501998c3669272637a6646388ef7e4bd77eebb5bf967a1f42",
}
"""SHA-256 of the makers' files."""


@dataclass(frozen=True)
class Original:
    """A face that is shipped as its makers made it."""

    source: str

    @property
    def path(self) -> str:
        """Below FONTS."""
        return f"firago/{self.source}.ttf"

    @property
    def sha256(self) -> str:
        """Of what is shipped."""
        return SOURCES[self.source]


@dataclass(frozen=True)
class Instance:
    """A static face made from a variable font."""

    style: str
    source: str
    weight: float
    sha256: str
    """Of what is shipped."""

    @property
    def path(self) -> str:
        """Below FONTS."""
        return f"source-serif-4/{self.postscript_name}.ttf"

    @property
    def postscript_name(self) -> str:
        """The face's name without blanks."""
        return f"BriefgenSerif-{self.style.replace(' ', '')}"

    @property
    def axes(self) -> dict[str, float]:
        """Where it lies in the variable font: drawn for text of 11 points."""
        return {"opsz": 11, "wght": self.weight}


FACES: tuple[Original | Instance, ...] = (
    Original("FiraGO-Regular"),
    Original("FiraGO-Bold"),
    Original("FiraGO-Italic"),
    Original("FiraGO-BoldItalic"),
    Instance(
        "Regular", "SourceSerif4[opsz,wght]", 400, "a52835832cdd03ef950513d8b3f6e4184e64b23516f49872c72c6ac497f36eab"
    ),
    Instance(
        "Bold", "SourceSerif4[opsz,wght]", 700, "1aea85e83e923e5606e19e7dcefe96cdbcef9994192adf872377815ad3e88cf1"
    ),
    Instance(
        "Italic",
        "SourceSerif4-Italic[opsz,wght]",
        400,
        "29576716bdff7db548ee20c20f3bce5be8f9306c41669ae3756e6b9616c2d780",
    ),
    Instance(
        "Bold Italic",
        "SourceSerif4-Italic[opsz,wght]",
        700,
        "3b28c065646d5906cd70c41ba001c29e8ce0e6b88f13a9faea041d5a13552dd2",
    ),
)


@dataclass(frozen=True)
class Travelling:
    """A face for Word files, made from a shipped one."""

    family: str
    style: str
    source: str
    """Below FONTS."""
    sha256: str
    """Of what is shipped."""

    @property
    def name(self) -> str:
        """In the archive."""
        return f"{self.family.replace(' ', '')}-{self.style}.odttf"

    @property
    def key(self) -> uuid.UUID:
        """By which the beginning of the file is masked (ISO/IEC 29500-4, 4.1): the same each time."""
        return uuid.uuid5(uuid.NAMESPACE_URL, f"https://openfontlicense.org/{self.name}")


WORD: tuple[Travelling, ...] = (
    Travelling(
        SANS, "Regular", "firago/FiraGO-Regular.ttf", "fe751d04bd74a39efcfc75a097adc94f037026cc11b6d9576fa7d6bc0f996977"
    ),
    Travelling(
        SANS, "Bold", "firago/FiraGO-Bold.ttf", "35f73e8622f82291ae8c8230f21fe1dabcf26e32f206d44f34916af1ad9b47d8"
    ),
    Travelling(
        FAMILY,
        "Regular",
        "source-serif-4/BriefgenSerif-Regular.ttf",
        "fd067b0c4b01b5df7de6561f7a13d46dd7381c9fc4fd041ea6f05be3b51dbadc",
    ),
    Travelling(
        FAMILY,
        "Bold",
        "source-serif-4/BriefgenSerif-Bold.ttf",
        "d16dd9c089a828072cefa6e639138dfcbbf9cacd53dadb33e9a11c8bae802dc4",
    ),
    Travelling(
        FAMILY,
        "Italic",
        "source-serif-4/BriefgenSerif-Italic.ttf",
        "0897a902aff5e6f02183f882b87d2e77134c27aec77658cccdb239c5dcbff27a",
    ),
)
LETTERS = (
    (0x20, 0x7E), (0xA0, 0x17F), (0x192, 0x192), (0x1A0, 0x1A1), (0x1AF, 0x1B0), (0x1CD, 0x1DC), (0x218, 0x21B),
    (0x259, 0x259), (0x2BB, 0x2BD), (0x2C6, 0x2DD), (0x300, 0x30F), (0x323, 0x328), (0x370, 0x3FF), (0x400, 0x45F),
    (0x490, 0x4FF), (0x1E80, 0x1E85), (0x1E9E, 0x1E9E), (0x1EF2, 0x1EF3), (0x2000, 0x208E), (0x20A0, 0x20BF),
    (0x2113, 0x2116), (0x2122, 0x212E), (0x2150, 0x215F), (0x2190, 0x2199), (0x2202, 0x2265), (0x25A0, 0x25FF),
    (0x2713, 0x2717), (0xFB01, 0xFB02), (0xFEFF, 0xFEFF),
)  # fmt: skip
"""From and to: Latin, Greek and Cyrillic letters, figures and signs."""
FEATURES = ("kern", "liga", "lnum", "tnum", "mark", "ccmp")
MASKED = 32
"""So many bytes at the beginning of a font in a Word file are masked by its key."""


def main(folder: Path) -> int:
    """0 where every face was made as it is named here, else 1."""
    found = {hashlib.sha256(path.read_bytes()).hexdigest(): path for path in folder.rglob("*.ttf")}
    missing = [name for name, sha256 in SOURCES.items() if sha256 not in found]
    if missing:
        print(f"not in {folder}: {', '.join(missing)}")
        return 1
    made = {face: made_from(found[SOURCES[face.source]].read_bytes(), face) for face in FACES}
    others = [face for face, data in made.items() if hashlib.sha256(data).hexdigest() != face.sha256]
    for face in others:
        print(f"{face.path} comes out otherwise: {hashlib.sha256(made[face]).hexdigest()}")
    if others:
        return 1
    for face, data in made.items():
        (FONTS / face.path).parent.mkdir(parents=True, exist_ok=True)
        (FONTS / face.path).write_bytes(data)
        print(f"{face.path}: {len(data)} bytes")
    return word_faces()


def word_faces() -> int:
    """0 where every face for Word files was made as it is named here, else 1."""
    made = {face: masked(travelling((FONTS / face.source).read_bytes(), face), face.key) for face in WORD}
    others = [face for face, data in made.items() if hashlib.sha256(data).hexdigest() != face.sha256]
    for face in others:
        print(f"{face.name} comes out otherwise: {hashlib.sha256(made[face]).hexdigest()}")
    if others:
        return 1
    WORD_FACES.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(WORD_FACES, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for family in ("firago", "source-serif-4"):
            archive.writestr(zipfile.ZipInfo(f"{family}/OFL.txt"), (FONTS / family / "OFL.txt").read_bytes())
        for face, data in made.items():
            info = zipfile.ZipInfo(face.name)
            info.compress_type, info.comment = zipfile.ZIP_DEFLATED, f"{{{face.key}}}".upper().encode()
            archive.writestr(info, data)
    print(f"{WORD_FACES.name}: {WORD_FACES.stat().st_size} bytes")
    return 0


def travelling(data: bytes, face: Travelling) -> bytes:
    """A face with the letters of European languages alone, under a name of its own."""
    wanted = hb.SubsetInput()
    wanted.unicode_set.update(letter for first, last in LETTERS for letter in range(first, last + 1))
    features = wanted.sets(hb.SubsetInputSets.LAYOUT_FEATURE_TAG)
    features.clear()
    features.update(int.from_bytes(name.encode(), "big") for name in FEATURES)
    wanted.sets(hb.SubsetInputSets.NAME_ID).update(range(NAME_OF_INSTANCES))
    smaller = bytes(hb.subset(hb.Face(hb.Blob(data)), wanted).blob.data)
    what = (
        f"Letters of European languages out of {face.source.rpartition('/')[2].removesuffix('.ttf')}, for Word files."
    )
    return renamed(smaller, face.family, face.style, what)


def masked(data: bytes, key: uuid.UUID) -> bytes:
    """A font as Word packs it: its first bytes are turned over by those of the key, from the last to the first."""
    mask = key.bytes[::-1] * (MASKED // len(key.bytes))
    return bytes(byte ^ by for byte, by in zip(data, mask, strict=False)) + data[MASKED:]


def made_from(data: bytes, face: Original | Instance) -> bytes:
    """A face's file, from its source's."""
    if not isinstance(face, Instance):
        return data
    place = ", ".join(f"{axis} {value:g}" for axis, value in face.axes.items())
    what = f"A static face made from the variable font Source Serif 4 of Adobe at {place}."
    return renamed(pinned(data, face.axes), FAMILY, face.style, what)


def pinned(data: bytes, axes: dict[str, float]) -> bytes:
    """A static face, with every glyph and feature of the variable font at this place of its axes."""
    variable = hb.Face(hb.Blob(data))
    place = hb.SubsetInput()
    place.keep_everything()
    for axis in variable.axis_infos:
        place.pin_axis_location(variable, axis.tag, axes[axis.tag])
    return bytes(hb.subset(variable, place).blob.data)


def renamed(data: bytes, family: str, style: str, what: str) -> bytes:
    """The same face under a name that the licence leaves free, with its makers' notices."""
    font = TTFont(io.BytesIO(data), recalcBBoxes=False, recalcTimestamp=False)
    names: Any = font["name"]
    version = names.getDebugName(VERSION).split(";")[0]
    postscript_name = f"{family.replace(' ', '')}-{style.replace(' ', '')}"
    own = {
        1: family,
        2: style,
        3: f"{version};{postscript_name}",
        4: f"{family} {style}",
        VERSION: version,
        6: postscript_name,
        10: what,
    }
    names.names = [record for record in names.names if record.nameID != NAME_OF_INSTANCES]
    names.removeUnusedNames(TTFont(io.BytesIO(data)))  # another copy: tables that were looked into are written anew
    for number, text in own.items():
        names.setName(text, number, *WINDOWS_ENGLISH)
    out = io.BytesIO()
    font.save(out, reorderTables=False)
    return out.getvalue()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
