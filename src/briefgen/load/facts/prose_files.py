"""Prose of a relation: Markdown files, each with a head that is a record like any other."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, cast

from briefgen.diagnostics import Place, visible
from briefgen.load.facts.prose_languages import TextInLanguage, TextsOfOneName, by_name
from briefgen.load.facts.sensitivity_labels import has_label
from briefgen.load.nodes.decoding import is_blank, read_text
from briefgen.load.nodes.file_names import names_in
from briefgen.load.nodes.headed_text import FENCE, headed
from briefgen.load.nodes.node import Mapping, Scalar
from briefgen.load.nodes.yaml_nodes import parse_yaml
from briefgen.load.shapes.converters import ID
from briefgen.load.shapes.declared_shapes import MOST_SHAPES, fact_shape
from briefgen.load.shapes.language_codes import is_language
from briefgen.load.shapes.shape import BAD, Shape
from briefgen.model.facts.fact import Source
from briefgen.model.facts.field_roles import FieldRole
from briefgen.model.values.prose_grammar import read_prose
from briefgen.model.values.prose_text import LONGEST_PROSE
from briefgen.records import dataclass, replace

if TYPE_CHECKING:
    from briefgen.diagnostics import Report
    from briefgen.load.facts.sensitivity_labels import Labels
    from briefgen.load.nodes.headed_text import Headed
    from briefgen.model.facts.kind import Kind
    from briefgen.model.kinds.prose import Prose
    from briefgen.model.values.prose_text import ProseLanguages, ProseText
    from briefgen.model.values.sensitivity import Sensitivity
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


@dataclass(frozen=True, slots=True)
class ProseReader:
    """Reads the texts of one relation."""

    world: World
    kind: Kind
    labels: Labels
    languages: ProseLanguages
    report: Report

    def texts(self, folder: str) -> list[Prose]:
        """The texts in a relation's folder of them, by name; wrong ones are reported and left out."""
        below = f"{folder}/{self.kind.name}"
        _tell_unread(self.world, below, self.report)
        names = names_in(self.world, below, ENDING, self.report)
        usable = [name for name in names if is_name(name, f"{below}/{name}{ENDING}", self.report)]
        found = [one for name in usable if (one := self._read(f"{below}/{name}{ENDING}", name)) is not None]
        unread = {name.partition(".")[0] for name in {*names} - {one.fact.id for one in found}}
        of_each = [TextsOfOneName(group, self.languages, self.report) for group in by_name(found)]
        return [text for one in of_each for text in one.texts(self._label, is_whole=one.name not in unread)]

    def _label(self, fact: Prose) -> Sensitivity:
        """The label of a text that names none."""
        return self.labels.default(self.kind, fact.id, fact.place, self.report)

    def _read(self, path: str, name: str) -> TextInLanguage | None:
        report = self.report
        text = read_text(self.world, path, report, _LONGEST_FILE)
        if text is None:
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
        raw = head_shape(self.kind).read(node, report, id=name)
        if raw is BAD:
            return None
        said = frozenset(node.items) if isinstance(node, Mapping) else frozenset()
        places = {**raw.places, **_starts(body, path, taken.first_line)}
        sources = _with_cited(raw.sources, body, path, taken.first_line)
        made = replace(raw, place=Place(path, 1, 1), places=places, text=body, sources=sources)
        return TextInLanguage(cast("Prose", made), said if has_label(node) else said - {"sensitivity"})


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


def is_name(name: str, path: str, report: Report) -> bool:
    """Whether sections can ask for prose by the name of its file, and the language is one; if not, it is told."""
    own = type(report)()
    bare, dot, language = name.partition(".")
    ID.read(Scalar(bare, Place(path)), own)
    if own.diagnostics or "/" in bare:
        message = f"'{visible(name)}' cannot be the id of prose"
        report.error("BG137", Place(path), message, "name the file with small letters, digits and hyphens")
    elif dot and not is_language(language):
        message = f"'{visible(language)}' in the name of the file is no language"
        hint = "write a code of two or three small letters, as in NAME.ru.md, or take it out, with the dot before it"
        report.error("BG137", Place(path), message, hint)
    else:
        return True
    return False


def _body(taken: Headed, path: str, report: Report) -> ProseText | None:
    if len(taken.body) > LONGEST_PROSE:
        message = f"the text is longer than {LONGEST_PROSE:,} characters"
        report.error("BG103", Place(path, taken.first_line, 1), message, "split it into several files")
        return None
    if is_blank(taken.body):
        message = "there is no text below the head, and nothing to show"
        report.info("BG138", Place(path, taken.first_line, 1), message, "write it there")
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
