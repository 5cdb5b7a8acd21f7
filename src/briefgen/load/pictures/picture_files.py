"""The pictures that records name, and those of templates: read through the world, decoded, and told where they fail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import Place, close_to, visible
from briefgen.load.nodes.file_names import folded, name_fault
from briefgen.load.pictures.picture_decoding import PICTURES, PictureError, decoded
from briefgen.model.facts.declarations import values_of
from briefgen.model.facts.field_roles import FieldRole
from briefgen.model.facts.own_fact import with_values
from briefgen.model.template_files import TEMPLATES
from briefgen.model.values.picture_file import PictureFile

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from briefgen.diagnostics import Report
    from briefgen.model.facts.fact import Fact
    from briefgen.model.values.picture_file import Pixels
    from briefgen.world import World

FOLDER = "pictures"
SHARED_FOLDER = f"{TEMPLATES}/{FOLDER}"
"""Of the pictures that belong to no relation, and are public."""
ENDINGS = (".png", ".jpg", ".jpeg")
_INSTEAD = "save it anew as PNG or JPEG, in a program that opens it"


def with_pixels(facts: Sequence[Fact], world: World, folder: str, report: Report) -> list[Fact]:
    """The facts with the pictures that they name; one whose picture cannot be shown is told and left out."""
    reader = _Reader(world, f"{folder}/{FOLDER}", report)
    found = [reader.filled(fact) for fact in facts]
    reader.tell_unnamed()
    return [fact for fact in found if fact is not None]


def template_pictures(world: World, report: Report) -> dict[str, PictureFile]:
    """File name → picture of all that templates may place, whatever the relation."""
    reader = _Reader(world, SHARED_FOLDER, report)
    found: dict[str, PictureFile] = {}
    for name in reader.names:
        if not folded(name).endswith(ENDINGS) or name.startswith("."):
            continue
        place = Place(f"{SHARED_FOLDER}/{name}")
        if fault := name_fault(name):
            report.error("BG122", place, fault, "rename it: letters, digits and hyphens go everywhere")
        elif pixels := reader.pixels(name, place):
            found[name] = PictureFile(name, pixels)
    return found


def template_picture(world: World, name: str, report: Report) -> Pixels | None:
    """One of them; what keeps it from being shown is told in the same words, at the file itself."""
    return _Reader(world, SHARED_FOLDER, report).pixels(name, Place(f"{SHARED_FOLDER}/{name}"))


class _Reader:
    """Reads the pictures of one folder, each once."""

    def __init__(self, world: World, folder: str, report: Report) -> None:
        self._world, self._folder, self._report = world, folder, report
        self._known: dict[str, Pixels | None] = {}
        self.names = _names(world, folder)

    def filled(self, fact: Fact) -> Fact | None:
        """The fact with its pixels; None where they cannot be had."""
        named = {field.name: value for field, value in values_of(fact) if field.role is FieldRole.FILE and value}
        if not named:
            return fact
        read = {name: (file, self.pixels(file.name, fact.at(name))) for name, file in named.items()}
        if not all(pixels for _, pixels in read.values()):
            return None
        return with_values(fact, {name: PictureFile(file.name, pixels) for name, (file, pixels) in read.items()})

    def pixels(self, name: str, place: Place) -> Pixels | None:
        """The pixels of a file; what keeps them from being shown is told at the place that names it."""
        if name not in self.names:
            self._missing(name, place)
            return None
        if name not in self._known:  # a file that is broken is told once, wherever it is named
            self._known[name] = self._read(name, place)
        return self._known[name]

    def _read(self, name: str, place: Place) -> Pixels | None:
        path = f"{self._folder}/{name}"
        try:
            data = self._world.read(path, PICTURES.bytes)
        except OSError as error:
            message = f"{visible(path)} cannot be read: {error.strerror or error}"
            self._report.error("BG139", place, message, "put the file itself there, and look at its rights")
            return None
        try:
            return decoded(data)
        except PictureError as error:
            hint = "make it smaller: a page shows no more than 2000 pixels a side" if _is_large(error) else _INSTEAD
            self._report.error("BG139", place, f"{visible(path)} {error}", hint)
            return None

    def _missing(self, name: str, place: Place) -> None:
        """The file of that name but for its capitals, else the nearest."""
        same = [known for known in self.names if folded(known) == folded(name)]
        near = same[0] if same else close_to(name, self.names)
        hint = f"did you mean {visible(near)}?" if near else f"put the file into {self._folder}/"
        self._report.error("BG139", place, f"there is no {visible(name)} in {self._folder}/", hint)

    def tell_unnamed(self) -> None:
        """BG140 for each file of the folder that no record names."""
        for name in self.names:
            if name not in self._known and not name.startswith((".", "~")):
                hint = "name it in a record of pictures.yaml, or take it away"
                self._report.warning("BG140", Place(f"{self._folder}/{name}"), "no record names this file", hint)


def _names(world: World, folder: str) -> Collection[str]:
    """What stands in the folder; one that cannot be listed holds nothing, which whoever names a file of it is told."""
    try:
        return world.list(folder)
    except OSError:
        return []


def _is_large(error: PictureError) -> bool:
    return "larger" in str(error) or "more than" in str(error)
