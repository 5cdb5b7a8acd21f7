"""JSON Schemas (2020-12) of the manifest, and of the list that goes with a brief: what scripts may count on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.facts.clearings import UNCLEARED, BriefState
from briefgen.publish.output_manifest import FORMAT, HANDED_ON

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TEXT = {"type": "string"}
_DIGEST = {"type": "string", "pattern": "^[0-9a-f]{64}$", "description": "SHA-256 of the file's bytes."}
_SIZE = {"type": "integer", "minimum": 0, "description": "Bytes."}


def _object(properties: Mapping[str, Any], *, optional: tuple[str, ...] = ()) -> dict[str, Any]:
    required = [name for name in properties if name not in optional]
    return {"type": "object", "additionalProperties": False, "required": required, "properties": properties}


def _document(title: str, properties: Mapping[str, Any], *, optional: tuple[str, ...] = ()) -> dict[str, Any]:
    return {"$schema": _DIALECT, "title": title, **_object(properties, optional=optional)}


_FILE = _object(
    {
        "path": {**_TEXT, "description": "From the workspace, or absolute."},
        "sha256": _DIGEST,
        "size": _SIZE,
        "edition": {**_TEXT, "description": "The mark of the edition that the file is of; none of a record."},
        "made_from": {**_TEXT, "description": "Of all that decided what it holds; none of a record."},
    },
    optional=("edition", "made_from"),
)
_OF_BRIEF = {
    "relation": {**_TEXT, "description": "The name of its folder."},
    "audience": {**_TEXT, "description": "The name of its file."},
    "edition": {**_TEXT, "description": "The mark that is printed in the brief."},
    "state": {
        "enum": list(map(str, BriefState)),
        "description": "Where it says whether it is a draft.",
    },
    "cleared_by": {**_TEXT, "description": "Who cleared the edition, where it is cleared."},
    "cleared_on": {**_TEXT, "description": "The day on which it was cleared."},
    "as_of": {**_TEXT, "description": "The day that the brief shows."},
    "made_by": {**_TEXT, "description": "The version of briefgen."},
}
_WHERE_SAID = ("state", "cleared_by", "cleared_on")
MANIFEST: dict[str, Any] = _document(
    "manifest.json: what stands in an output folder; the owner's",
    {
        "format": {"const": FORMAT, "description": "Of this form; it is another where a field changes its meaning."},
        "briefs": {
            "type": "array",
            "description": "In order of relation and audience.",
            "items": _object(
                {
                    **_OF_BRIEF,
                    "number": {
                        "type": "integer",
                        "minimum": 0,
                        "description": "Of the edition, counted from one; 0 where nobody counted yet.",
                    },
                    "asked_state": {
                        "enum": list(map(str, UNCLEARED)),
                        "description": "The state that the run asked for, whatever the audience says.",
                    },
                    "asked_cleared": {
                        "type": "array",
                        "items": _object(
                            {
                                "edition": {**_TEXT, "description": "Its mark."},
                                "by": {**_TEXT, "description": "Who cleared it."},
                                "on": {**_TEXT, "description": "The day on which it was cleared."},
                            }
                        ),
                        "description": "Editions that the run was told to be cleared.",
                    },
                    "copy": {**_TEXT, "description": "The number that it bears, of a numbered copy: 3/12."},
                    "asked_as_of": {
                        **_TEXT,
                        "description": "The day asked for; empty for the relation's own.",
                    },
                    "fitted": {"type": "boolean", "description": "Whether it keeps to its audience's pages."},
                    "fallen": {"type": "array", "items": _TEXT, "description": "What it left out to keep to them."},
                    "fingerprint": {**_TEXT, "description": "Of all that decided what its files hold."},
                    "files": {
                        "type": "object",
                        "additionalProperties": _FILE,
                        "description": "By format; those of an earlier edition that were not made again too.",
                    },
                    "followed": {
                        "type": "object",
                        "additionalProperties": _FILE,
                        "description": "What is handed on to those who follow it: changes, atom.",
                    },
                    "records": {"type": "array", "items": _FILE, "description": "Whatever else is kept of it."},
                },
                optional=(*_WHERE_SAID, "number", "asked_state", "asked_cleared", "copy", "followed"),
            ),
        },
    },
)
HANDED_ON_LIST: dict[str, Any] = _document(
    "AUDIENCE.manifest.json: the files of one brief, for its readers",
    {
        "format": {"const": HANDED_ON, "description": "Of this form; it is another where a field changes its meaning."},
        **_OF_BRIEF,
        "files": {
            "type": "object",
            "description": "By format, or what it is for those who follow the brief: changes, atom.",
            "additionalProperties": _object(
                {"name": {**_TEXT, "description": "Of the file, beside the list."}, "sha256": _DIGEST, "size": _SIZE}
            ),
        },
    },
    optional=_WHERE_SAID,
)
