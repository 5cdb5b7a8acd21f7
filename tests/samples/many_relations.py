"""A workspace of several small relations, each with something that its public brief leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samples.small_workspace import FILES, FOLDER, READER, write

if TYPE_CHECKING:
    from pathlib import Path

HIDDEN = "a fleet of submarines was promised"
"""What no reader may know; no name of a class or file holds it."""
READERS = ("insider", "reader")
OF_READERS = ("-a", "insider", "-a", "reader")


def many_relations(folder: Path, number: int) -> Path:
    """So many relations, and two readers: twice as many briefs."""
    files = {path: text for path, text in FILES.items() if not path.startswith(f"{FOLDER}/")}
    files["templates/audiences/insider.yaml"] = FILES[READER].replace("clearance: public", "clearance: official")
    for one in range(number):
        for path, text in FILES.items():
            name = path.removeprefix(f"{FOLDER}/")
            if name != path:
                files[f"data/{slug(one)}/{name}"] = text.replace("The head visits", f"The head visits, {one}")
        files[f"data/{slug(one)}/milestones.yaml"] += (
            f"- {{id: fleet, kind: other, title: Arms, date: 2016, text: {HIDDEN}, sensitivity: restricted,\n"
            "   sources: [{ref: book}]}\n"
        )
    return write(folder, files)


def slug(number: int) -> str:
    """The name of a relation."""
    return f"pak-blr-{number}"
