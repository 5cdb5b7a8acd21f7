"""A workspace with a picture on record, one that is hidden from its reader, and what its sections place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.compose import Ingredients, compose
from briefgen.diagnostics import print_short
from briefgen.load import load
from briefgen.model.document import Exhibit
from briefgen.model.traversal import every_block
from briefgen.view import Request, view
from briefgen.world import Memory
from samples.composing import BASE, FOLDER
from samples.pictures import png

if TYPE_CHECKING:
    from briefgen.diagnostics import Diagnostic
    from briefgen.model.document import Document

RECORD = """\
- id: visit
  file: visit.png
  caption: {en: The two at a table, ru: Двое за столом}
  alt: Two people sign a paper.
  credit: BelTA, CC BY 4.0
  date: 2015-05-29
  note: {en: Cut at the right.}
  sources: [{ref: ref}]
"""
HIDDEN = """\
- {id: quiet, file: quiet.png, caption: What nobody knows of them, alt: A very quiet room in the cellar.,
   credit: A spy of ours, sensitivity: restricted, sources: [{ref: ref}]}
"""
FILES = {f"{FOLDER}/pictures/visit.png": png(), f"{FOLDER}/pictures/quiet.png": png(shade=1)}
SECTION = "templates/sections/one.md.j2"
PLACED = '{{ picture("visit") }}\n'


def world(
    template: str = PLACED,
    records: str = RECORD,
    files: dict[str, bytes] | None = None,
    more: dict[str, str] | None = None,
) -> Memory:
    """A workspace with a picture on record and a section that places it."""
    texts = {**BASE, SECTION: template, f"{FOLDER}/pictures.yaml": records, **(more or {})}
    own = {f"{FOLDER}/pictures/visit.png": png()} if files is None else files
    return Memory({name: text.encode() for name, text in texts.items()} | own)


def composed(made: Memory) -> tuple[Document, list[Diagnostic]]:
    """Its brief, and what was said while it was made."""
    workspace = load(made).value
    seen = view(workspace.relations[0], workspace.audiences[0], Request()).value
    made_of = Ingredients(seen, workspace.sections, workspace.partials, workspace.wording.of(seen), workspace.pictures)
    outcome = compose(made_of)
    return outcome.value, list(outcome.diagnostics)


def exhibits(found: Document) -> list[Exhibit]:
    """What has a caption, but for tables."""
    return [block for block in every_block(found.blocks) if isinstance(block, Exhibit)]


def told(made: Memory) -> list[str]:
    """What loading says, a line each; places are relative to the relation's folder."""
    return [print_short(d).removeprefix(f"{FOLDER}/") for d in load(made).diagnostics]
