"""briefgen's own words, kept from one command to the next: as data, found by the text that they were read from.

What another version of this code kept is not found. A file that is forged changes words, and runs nothing; nobody but
the user can write it, who can edit the words as well.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from briefgen import model
from briefgen.diagnostics import Place
from briefgen.model.wording.wordings import Layer
from briefgen.world import UserCache, code_stamps

if TYPE_CHECKING:
    from collections.abc import Mapping

Words: TypeAlias = tuple[Layer, "Mapping[str, str]"]
"""What a file says, and its tones with those that speak for them."""
_FOLDER = "wording"
_HERE = Path(__file__).parent
_MODEL = Path(model.__file__).parent
_READERS = (_HERE, _HERE.parent / "nodes", _MODEL / "wording")
_OF_FACTS = (_MODEL, _MODEL / "facts", _MODEL / "kinds", _MODEL / "values")
"""Where it is declared what facts choose from, which there are words for."""


def name_of_words(data: bytes) -> str:
    """What they are kept as, of a file's bytes and the code that reads it."""
    said = b"\0".join([code_stamps(*_READERS, *_OF_FACTS).encode(), data])
    return hashlib.sha256(said).hexdigest()[:32]


def kept_words(name: str, path: str) -> Words | None:
    """What was kept under a name, of a file that stands at a path; None where nothing sound was."""
    data = UserCache(_FOLDER).read(name)
    try:
        return None if data is None else _read(json.loads(data), path)
    except (ValueError, KeyError, TypeError, IndexError):
        return None


def keep_words(name: str, words: Words) -> None:
    """Keep what was read of a sound file."""
    layer, tones = words
    at = {path: number for number, path in enumerate(layer.said)}
    kept = {
        "said": [[path, [[*of, text] for of, text in said.items()]] for path, said in layer.said.items()],
        "places": [[at[path], *_spot(place)] for path, place in layer.places.items()],
        "toned": [[at[path], tone, *_spot(place)] for (path, tone), place in layer.toned.items()],
        "tones": [[tone, *_spot(place)] for tone, place in layer.tones.items()],
        "spoken_by": {**tones},
    }
    UserCache(_FOLDER).keep(name, json.dumps(kept).encode("ascii"))


def _spot(place: Place) -> tuple[int, int]:
    return place.line, place.column


def _read(kept: Mapping[str, Any], path: str) -> Words:
    said = {tuple(entry): {(tone, form): text for tone, form, text in words} for entry, words in kept["said"]}
    entries = list(said)
    layer = Layer(
        said,
        {entries[at]: Place(path, line, column) for at, line, column in kept["places"]},
        {(entries[at], tone): Place(path, line, column) for at, tone, line, column in kept["toned"]},
        {tone: Place(path, line, column) for tone, line, column in kept["tones"]},
    )
    return layer, {**kept["spoken_by"]}
