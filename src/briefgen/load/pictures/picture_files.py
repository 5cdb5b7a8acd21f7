"""The pictures that records name, and those of templates: read through the world, decoded, and told where they fail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import Place, close_to, visible
from briefgen.load.nodes.file_names import folded, name_fault
from briefgen.load.pictures.picture_decoding import PICTURES, PictureError, declared_pixels, decoded
from briefgen.model.facts.declarations import values_of
from briefgen.model.facts.field_roles import FieldRole
from briefgen.model.facts.own_fact import with_values
from briefgen.model.limits import PICTURES_TOGETHER
from briefgen.model.template_files import TEMPLATES
from briefgen.model.values.picture_file import PictureFile

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from briefgen.diagnostics import Report
    from briefgen.model.facts.fact import Fact
    from briefgen.model.values.picture_file import Pixels
    from briefgen.world import World

FOLDER = "pictures"
SHARED_FOLDER = f"{TEMPLATES}/{FOLDER}"
"""Of the pictures that belong to no relation, and are public."""
ENDINGS = (".png", ".jpg", ".jpeg")
_SMALLER = (
    "save them smaller (a page shows no more than 2000 pixels a side; a photograph takes least as JPEG), or name fewer"
)
_INSTEAD = "save it anew as PNG or JPEG, in a program that opens it"


def with_pixels(facts: Sequence[Fact], world: World, folder: str, report: Report) -> list[Fact]:
    """The facts with the pictures that they name; one whose picture cannot be shown is told and left out."""
    reader = _Reader(world, f"{folder}/{FOLDER}", report)
    reader.weigh((file.name, place) for fact in facts for file, place in _named(fact))
    found = [reader.filled(fact) for fact in facts]
    reader.tell_unnamed()
    return [fact for fact in found if fact is not None]


def template_pictures(world: World, report: Report) -> dict[str, PictureFile]:
    """File name → picture of all that templates may place, whatever the relation."""
    reader = _Reader(world, SHARED_FOLDER, report)
    found: dict[str, PictureFile] = {}
    reader.weigh((name, Place(f"{SHARED_FOLDER}/{name}")) for name in reader.names if _is_picture(name))
    for name in reader.names:
        if not _is_picture(name):
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
        self._is_over = False
        """Whether there are more pictures than are opened: then none is, and one message says so."""
        self._written = 0
        self.names = _names(world, folder)

    def weigh(self, named: Iterable[tuple[str, Place]]) -> None:
        """Look at how much all the files are together, before the first of them is opened."""
        size = pixels = 0
        first: dict[str, Place] = {}
        for name, place in named:
            first.setdefault(name, place)
        for name, place in first.items():
            if name not in self.names or self._is_over:
                continue
            try:
                data = self._world.read(f"{self._folder}/{name}", PICTURES.bytes)
            except OSError:
                continue  # told when it is opened
            size, pixels = size + len(data), pixels + declared_pixels(data)
            if size > PICTURES_TOGETHER.read_mb << 20:
                self._over(f"take more than {PICTURES_TOGETHER.read_mb} MB", place)
            elif pixels > PICTURES_TOGETHER.read_pixels:
                self._over(f"have more than {PICTURES_TOGETHER.read_pixels // 1_000_000} million pixels", place)

    def _over(self, much: str, place: Place) -> None:
        self._is_over = True
        message = f"the pictures of {self._folder}/ {much}, counted up to this one"
        self._report.error("BG155", place, message, _SMALLER)

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
        if self._is_over:
            self._known.setdefault(name, None)
        elif name not in self._known:  # a file that is broken is told once, wherever it is named
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
            made = decoded(data)
        except PictureError as error:
            hint = "make it smaller: a page shows no more than 2000 pixels a side" if _is_large(error) else _INSTEAD
            self._report.error("BG139", place, f"{visible(path)} {error}", hint)
            return None
        self._written += len(made.data)
        if self._written > PICTURES_TOGETHER.placed_mb << 20:
            self._over(f"take more than {PICTURES_TOGETHER.placed_mb} MB as they are written anew", place)
            return None
        return made

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


def _named(fact: Fact) -> Iterator[tuple[PictureFile, Place]]:
    """The files that a fact names, and where."""
    for field, value in values_of(fact):
        if field.role is FieldRole.FILE and value:
            yield value, fact.at(field.name)


def _is_picture(name: str) -> bool:
    return folded(name).endswith(ENDINGS) and not name.startswith(".")


def _names(world: World, folder: str) -> Collection[str]:
    """What stands in the folder; one that cannot be listed holds nothing, which whoever names a file of it is told."""
    try:
        return world.list(folder)
    except OSError:
        return []


def _is_large(error: PictureError) -> bool:
    return "larger" in str(error) or "more than" in str(error)
