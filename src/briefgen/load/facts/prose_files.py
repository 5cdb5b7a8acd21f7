"""Prose of a relation: Markdown files, each with a head that is a record like any other."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from briefgen.diagnostics import Place, visible
from briefgen.load.facts.sensitivity_labels import has_label
from briefgen.load.nodes.decoding import is_blank, read_text
from briefgen.load.nodes.file_names import names_in
from briefgen.load.nodes.headed_text import FENCE, headed
from briefgen.load.nodes.node import Mapping, Scalar
from briefgen.load.nodes.yaml_nodes import parse_yaml
from briefgen.load.shapes.converters import ID
from briefgen.load.shapes.declared_shapes import MOST_SHAPES, fact_shape
from briefgen.load.shapes.shape import BAD, Shape
from briefgen.model.facts.fact import Source
from briefgen.model.facts.field_roles import FieldRole
from briefgen.model.values.prose_grammar import read_prose
from briefgen.model.values.prose_text import LONGEST_PROSE

if TYPE_CHECKING:
    from briefgen.diagnostics import Report
    from briefgen.load.facts.sensitivity_labels import Labels
    from briefgen.load.nodes.headed_text import Headed
    from briefgen.model.facts.fact import Fact
    from briefgen.model.facts.kind import Kind
    from briefgen.model.values.prose_text import ProseText
    from briefgen.world import World

ENDING = ".md"
_LONGEST_FILE = 4 * LONGEST_PROSE
"""Bytes: no letter takes more than four."""
_BEGIN = "begin the file with '---', a line such as 'sensitivity: public', and '---' again; the text stands below"


@lru_cache(maxsize=MOST_SHAPES)
def head_shape(kind: Kind) -> Shape:
    """What the head of a file may hold: all but the id, which is the file's name."""
    shape = fact_shape(kind.what, kind.made_of, kind=kind)
    ids = {field.name for field in kind.fields if field.role is FieldRole.ID}
    return replace(shape, fields={name: field for name, field in shape.fields.items() if name not in ids})


def read_texts(world: World, folder: str, kind: Kind, labels: Labels, report: Report) -> list[Fact]:
    """The texts in a relation's folder of them, by name; wrong ones are reported and left out."""
    below = f"{folder}/{kind.name}"
    _tell_unread(world, below, report)
    names = names_in(world, below, ENDING, report)
    found = (_read(world, f"{below}/{name}{ENDING}", name, kind, labels, report) for name in names)
    return [fact for fact in found if fact is not None]


def _tell_unread(world: World, folder: str, report: Report) -> None:
    """What stands beside the texts and is none."""
    try:
        names = world.list(folder)
    except OSError:
        return  # told where the texts are looked for
    for name in names:
        if not name.endswith(ENDING) and not name.startswith((".", "~")):
            message, hint = "no file of this name is read", f"prose of the relation stands in files NAME{ENDING}"
            report.warning("BG124", Place(f"{folder}/{name}"), message, hint)


def _read(world: World, path: str, name: str, kind: Kind, labels: Labels, report: Report) -> Fact | None:
    text = read_text(world, path, report, _LONGEST_FILE)
    if text is None or not is_name(name, path, report):
        return None
    taken = headed(text)
    if taken is None:
        is_open = text.startswith(FENCE)
        message = "the head is not closed" if is_open else "there is no head, which says who may read the text"
        report.error("BG137", Place(path, 1, 1), message, "end it with a line '---'" if is_open else _BEGIN)
        return None
    node = parse_yaml(taken.yaml, path, report)
    if node is None:
        node = Mapping({}, {}, Place(path, 1, 1)) if is_blank(taken.yaml) else None
    body = _body(taken, path, report)
    if node is None or body is None:
        return None
    raw = head_shape(kind).read(node, report, id=name)
    if raw is BAD:
        return None
    label = raw.sensitivity if has_label(node) else labels.default(kind, name, Place(path, 1, 1), report)
    places = {**raw.places, **_starts(body, path, taken.first_line)}
    sources = _with_cited(raw.sources, body, path, taken.first_line)
    made: Fact = replace(raw, place=Place(path, 1, 1), places=places, text=body, sources=sources, sensitivity=label)
    return made


def is_name(name: str, path: str, report: Report) -> bool:
    """Whether sections can ask for prose by the name of its file; if not, it is told."""
    own = type(report)()
    ID.read(Scalar(name, Place(path)), own)
    if own.diagnostics or "/" in name or "." in name:
        message = f"'{visible(name)}' cannot be the id of prose"
        report.error("BG137", Place(path), message, "name the file with small letters, digits and hyphens")
        return False
    return True


def _body(taken: Headed, path: str, report: Report) -> ProseText | None:
    if len(taken.body) > LONGEST_PROSE:
        message = f"the text is longer than {LONGEST_PROSE:,} characters"
        report.error("BG103", Place(path, taken.first_line, 1), message, "split it into several files")
        return None
    if is_blank(taken.body):
        message = "there is no text below the head, and nothing to show"
        report.warning("BG138", Place(path, taken.first_line, 1), message, "write it there")
        return None
    body, slips = read_prose(taken.body)
    for slip in slips:
        place = Place(path, taken.first_line + slip.spot.line - 1, slip.spot.column)
        report.error("BG138", place, slip.message, slip.hint)
    return None if slips else body


def _starts(body: ProseText, path: str, first_line: int) -> dict[str, Place]:
    """Where the text begins, and each of its paragraphs."""
    lines = {f"text/{line}": Place(path, first_line + line - 1, 1) for line, _ in body.paragraphs()}
    return {"text": Place(path, first_line, 1), **lines}


def _with_cited(named: tuple[Source, ...], body: ProseText, path: str, first_line: int) -> tuple[Source, ...]:
    """The sources of the head, and what the text cites beside them, each spot once."""
    found = {(source.ref, source.locator): source for source in named}
    for one in body.cited:
        place = Place(path, first_line + one.spot.line - 1, one.spot.column)
        found.setdefault((one.ref, one.locator), Source(one.ref, one.locator, None, place))
    return tuple(found.values())
