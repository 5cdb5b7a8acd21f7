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
"""

from __future__ import annotations

import hashlib
import io
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import uharfbuzz as hb
from fontTools.ttLib import TTFont

FAMILY = "Briefgen Serif"
VERSION, NAME_OF_INSTANCES = 5, 25
"""Numbers of records in a table of names."""
WINDOWS_ENGLISH = (3, 1, 0x409)
FONTS = Path(__file__).parents[1] / "src/briefgen/render/fonts"

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
    return 0


def made_from(data: bytes, face: Original | Instance) -> bytes:
    """A face's file, from its source's."""
    return renamed(pinned(data, face.axes), face) if isinstance(face, Instance) else data


def pinned(data: bytes, axes: dict[str, float]) -> bytes:
    """A static face, with every glyph and feature of the variable font at this place of its axes."""
    variable = hb.Face(hb.Blob(data))
    place = hb.SubsetInput()
    place.keep_everything()
    for axis in variable.axis_infos:
        place.pin_axis_location(variable, axis.tag, axes[axis.tag])
    return bytes(hb.subset(variable, place).blob.data)


def renamed(data: bytes, face: Instance) -> bytes:
    """The same face under a name that the licence leaves free, with its makers' notices."""
    font = TTFont(io.BytesIO(data), recalcBBoxes=False, recalcTimestamp=False)
    names: Any = font["name"]
    place = ", ".join(f"{axis} {value:g}" for axis, value in face.axes.items())
    version = names.getDebugName(VERSION).split(";")[0]
    own = {
        1: FAMILY,
        2: face.style,
        3: f"{version};{face.postscript_name}",
        4: f"{FAMILY} {face.style}",
        VERSION: version,
        6: face.postscript_name,
        10: f"A static face made from the variable font Source Serif 4 of Adobe at {place}.",
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
