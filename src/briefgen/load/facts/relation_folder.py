"""One relation's folder."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from briefgen.diagnostics import Place
from briefgen.load.facts.fact_shapes import FactReader
from briefgen.load.facts.fact_tables import read_table
from briefgen.load.facts.fiscal_years import Spans
from briefgen.load.facts.people_organisations import REJECTED, RelationHead, by_id, read_list, relation_shape
from briefgen.load.facts.sensitivity_labels import Labels
from briefgen.load.facts.series_units import in_units
from briefgen.load.facts.shared_files import Shared, rates_for
from briefgen.load.facts.unread_files import tell_unread
from briefgen.load.nodes.decoding import read_text
from briefgen.load.nodes.file_names import is_empty, names_in
from briefgen.load.nodes.yaml_files import yaml_of
from briefgen.load.pictures.picture_files import with_pixels
from briefgen.load.references.csl_json import parse_references
from briefgen.load.shapes.shape import BAD
from briefgen.model.facts.relation import Reference, Relation
from briefgen.model.values.sensitivity import Sensitivity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from briefgen.diagnostics import Report
    from briefgen.load.kinds.kind_files import Kinds
    from briefgen.load.nodes.part_readings import PartReading
    from briefgen.model.facts.fact import Fact
    from briefgen.model.facts.kind import Kind
    from briefgen.model.kinds.prose import Prose
    from briefgen.model.values.prose_text import ProseLanguages
    from briefgen.world import World

_PAIR = 2
_TEXT = ".txt"
_HEAD, _REJECTED = "relation.yaml", "rejected.yaml"


def _parsed_bibtex(text: str, path: str, report: Report) -> list[Reference]:
    from briefgen.load.references.bibtex import parse_bibtex  # few folders hold such a file

    return parse_bibtex(text, path, report)


_READERS: Mapping[str, Callable[[str, str, Report], list[Reference]]] = {
    "references.json": parse_references, "references.bib": _parsed_bibtex,
}  # fmt: skip
"""File → what reads the references in it."""
REFERENCE_FILES = tuple(_READERS)


def files_of(kinds: Iterable[Kind]) -> tuple[str, ...]:
    """Names of the files that are read in a relation's folder."""
    return (_HEAD, *(kind.file for kind in kinds if not kind.is_shared), _REJECTED, *_READERS)


def read_relation(reading: PartReading, slug: str, kinds: Kinds, shared: Shared) -> Relation | None:
    """The relation of a folder under data/, with its facts of all kinds; None where its head is wrong."""
    world, report = reading.world, reading.report
    folder = f"data/{slug}"
    head, labels = reading.part((folder, _HEAD), partial(_head, folder=folder, kinds=kinds), kinds)
    spans = Spans(head.parties if head else (), report)
    facts: list[Fact] = []
    for kind in kinds.known.values():
        if kind.is_folder:
            facts += _texts(reading, folder, kind, labels, shared.languages)
            continue
        own_facts = [] if kind.is_shared else spans.resolved(_facts(reading, folder, kind, labels), kind)
        facts += in_units(own_facts, shared.indicators, report)
    facts = with_pixels(facts, world, folder, report)
    rates: list[Fact] = []
    for kind in (kind for kind in kinds.known.values() if kind.is_shared):
        rates += spans.resolved(rates_for(facts, _facts(reading, folder, kind, labels)), kind)
    refused = _refused(world, folder, kinds, report)
    references = shared.references_for(rates) | _references(reading, folder)
    archive = reading.part((folder, "archive"), lambda of: _archive(of.world, folder, of.report))
    read = (*files_of(kinds.known.values()), *refused)
    own = f"a kind of your own is declared in kinds/NAME.yaml; read are: {', '.join(sorted(read))}"
    tell_unread(world, folder, (*read, *_in_another_form(world, folder, kinds, report)), report, own)
    rejected = read_list(REJECTED, yaml_of(world, f"{folder}/{_REJECTED}", report), report)
    if head is None:
        return None
    return Relation(
        slug=slug, title=head.title, parties=(head.parties[0], head.parties[1]), as_of=head.as_of,
        perspective=head.perspective or head.parties[0].id, place=head.place, places=head.places,
        owner=head.owner, contact=head.contact, review_by=head.review_by, cleared=head.cleared,
        facts=(*facts, *rates), people=shared.people, organisations=shared.organisations, indicators=shared.indicators,
        references=references, rejected=tuple(rejected), archive=archive, kinds=kinds.in_templates,
        is_whole=shared.is_whole and not report.has_errors,
    )  # fmt: skip


def _texts(reading: PartReading, folder: str, kind: Kind, labels: Labels, languages: ProseLanguages) -> list[Prose]:
    """The prose of one kind."""

    def read(of: PartReading) -> list[Prose]:
        if is_empty(of.world, f"{folder}/{kind.name}"):
            return []
        from briefgen.load.facts.prose_files import ProseReader  # many relations have none

        return ProseReader(of.world, kind, labels, languages, of.report).texts(folder)

    return reading.part((folder, kind.name), read, kind, labels, languages)


def _facts(reading: PartReading, folder: str, kind: Kind, labels: Labels) -> list[Fact]:
    """The facts of one kind; none where its file is not there."""
    path = kind.path(folder)

    def read(of: PartReading) -> list[Fact]:
        if not kind.is_table:
            return FactReader(labels, of.report).records(kind, yaml_of(of.world, path, of.report))
        text = read_text(of.world, path, of.report, is_table=True) if of.world.is_there(path) else None
        return [] if text is None else read_table(text, path, kind, labels, of.report)

    return reading.part((folder, kind.name), read, kind, labels)


def _refused(world: World, folder: str, kinds: Kinds, report: Report) -> list[str]:
    """The files of kinds that could not be read: what of them may be shown, and from when, nobody can tell."""
    names = (f"{name}{ending}" for name in sorted(kinds.refused) for ending in (".yaml", ".csv"))
    found = [name for name in names if world.is_there(f"{folder}/{name}")]
    for name in found:
        declared = f"kinds/{name.rpartition('.')[0]}.yaml"
        message = f"is not read, since {declared} cannot be used"
        report.error("BG133", Place(f"{folder}/{name}"), message, f"mend {declared} first")
    return found


def _in_another_form(world: World, folder: str, kinds: Kinds, report: Report) -> list[str]:
    """Files of own kinds that are tables where none is declared, or the reverse: either of the two may be the slip."""
    found: list[str] = []
    for kind in kinds.known.values():
        name = f"{kind.name}{'.yaml' if kind.is_table else '.csv'}"
        if not isinstance(kind.made_of, type) and world.is_there(f"{folder}/{name}"):
            declared = f"kinds/{kind.name}.yaml"
            change = f"take 'table: true' out of {declared}" if kind.is_table else f"add 'table: true' to {declared}"
            hint = f"{change}, or write what it holds into {kind.file}"
            report.warning("BG124", Place(f"{folder}/{name}"), "no file of this name is read", hint)
            found.append(name)
    return found


def _head(reading: PartReading, folder: str, kinds: Kinds) -> tuple[RelationHead | None, Labels]:
    """The head, if it is one, and what records without a label count as."""
    head = _checked_head(reading.world, folder, kinds, reading.report)
    return head, head.labels if head else Labels(Sensitivity.RESTRICTED)


def _checked_head(world: World, folder: str, kinds: Kinds, report: Report) -> RelationHead | None:
    hint = "write the title, the two parties and the as-of date"
    root = yaml_of(world, f"{folder}/{_HEAD}", report, hint)
    head = relation_shape(kinds.names).read(root, report) if root is not None else BAD
    if not isinstance(head, RelationHead):
        return None
    if len(head.parties) != _PAIR:
        place = head.places.get("parties", head.place)
        report.error("BG108", place, f"a relation has two parties, this one {len(head.parties)}", "name both")
        return None
    if head.perspective and head.perspective not in {party.id for party in head.parties}:
        known = " or ".join(party.id for party in head.parties)
        place = head.places.get("perspective", head.place)
        report.error("BG206", place, f"the perspective '{head.perspective}' is not a party", f"write {known}")
        return None
    return head


def _archive(world: World, folder: str, report: Report) -> dict[str, str]:
    """The texts of sources as they were read, by reference."""
    names = names_in(world, f"{folder}/archive", _TEXT, report)
    texts = {name: read_text(world, f"{folder}/archive/{name}{_TEXT}", report) for name in names}
    return {name: text for name, text in texts.items() if text is not None}


def shared_references(world: World, report: Report) -> dict[str, Reference]:
    """The references beside the relations' folders, which rates lean on; there need be none."""
    return by_id(_references_in(world, "data", report), report)


def _references(reading: PartReading, folder: str) -> dict[str, Reference]:
    """The references of references.json, references.bib or both."""
    world, report = reading.world, reading.report
    if not any(world.is_there(f"{folder}/{name}") for name in _READERS):
        hint = "export the references as CSL-JSON, or as BibTeX into references.bib, or write [] into it"
        report.error("BG101", Place(f"{folder}/{next(iter(_READERS))}"), "is missing", hint)
    found = reading.part((folder, "references"), lambda of: _references_in(of.world, folder, of.report))
    return by_id(found, report)


def _references_in(world: World, folder: str, report: Report) -> list[Reference]:
    found: list[Reference] = []
    for path, parse in ((f"{folder}/{name}", parse) for name, parse in _READERS.items()):
        text = read_text(world, path, report) if world.is_there(path) else None
        found += parse(text, path, report) if text is not None else []
    return found
