"""Every name that the templates of a workspace can use: what it is, what its data have of it, and who sees that."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from briefgen.compose.catalogue.language_words import language_words
from briefgen.compose.catalogue.record_fields import PLANNED_FIELDS, RECORDS
from briefgen.compose.catalogue.shown_examples import shown_examples
from briefgen.compose.catalogue.template_word import TemplateWord, WordSort
from briefgen.model.facts.declarations import fields_of
from briefgen.model.facts.entered_values import entered_as
from briefgen.model.facts.field_roles import FieldRole
from briefgen.model.facts.parties_people_references import Party, Reference
from briefgen.model.template_names import VALUES
from briefgen.model.wording.declared_entries import Entries, Entry, ListOf, OfFacts
from briefgen.model.wording.patterns import Pattern
from briefgen.model.wording.phrases import declarations
from briefgen.records import replace
from briefgen.view import view
from briefgen.view.projection import stays_behind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefgen.model.audience import Audience
    from briefgen.model.facts.declarations import DeclaredField
    from briefgen.model.facts.kind import Kind
    from briefgen.model.facts.relation import Relation
    from briefgen.model.wording.patterns import Handed
    from briefgen.model.workspace import Workspace
    from briefgen.view import Request

_OF_EVERY_FACT = {
    "id": ("id", "Names the fact."),
    "type": ("word", "Its kind: milestone, visit, agreement."),
    "holds": ("word", "Of what holds for a time, whether it does on the day of the brief: now, past, unclear, ahead."),
}


def names_there_are(
    workspace: Workspace, relations: Sequence[Relation], audiences: Sequence[Audience], request: Request
) -> tuple[TemplateWord, ...]:
    """Values and their fields, functions, filters, tests, the entries of the wording, then what prose can cite.

    Of a value the example is what the first of these relations and audiences has that has one; its audiences are those
    that have one in any of these relations.
    """
    examples: dict[str, str] = {}
    seen_by: dict[str, list[str]] = {}
    cited: dict[str, list[str]] = {}
    for relation in relations:
        for audience in audiences:
            made = view(relation, audience, request).value
            for ref in made.references:
                cited.setdefault(ref, []).append(audience.id)
            for name, words in shown_examples(made, workspace.wording.of(made)).items():
                examples.setdefault(name, words)
                seen_by.setdefault(name, []).append(audience.id)
    values = (
        replace(word, example=examples.get(word.name, ""), audiences=tuple(dict.fromkeys(seen_by.get(word.name, ()))))
        for word in _values(workspace)
    )
    return (*values, *language_words(), *_entries(workspace, request.language), *_citations(relations, cited))


def _values(workspace: Workspace) -> Iterator[TemplateWord]:
    for name, about in VALUES.items():
        yield TemplateWord(name=name, sort=WordSort.VALUE, type=_TYPES[name], about=about)
        yield from _fields_of_value(name)
    for name in RECORDS:
        if name not in VALUES:
            yield from _fields_of_value(name)
    for kind in workspace.kinds.values():
        yield TemplateWord(
            name=kind.collection, sort=WordSort.VALUE, type="list of facts", about=_first_words(kind.about)
        )
        yield from _fields_of_kind(kind)


_TYPES = {
    "title": "text", "as_of": "date", "review_by": "date", "since": "date", "perspective": "code of a party",
    "audience": "audience", "parties": "list of parties", "planned": "list of facts", "changes": "list of changes",
    "trade": "list of years of trade", "trade_periods": "list of the same", "endings": "list of endings",
    "references": "list of references",
}  # fmt: skip
"""What of `VALUES` holds."""


def _fields_of_value(name: str) -> Iterator[TemplateWord]:
    if name in RECORDS:
        record = RECORDS[name]
        yield from (_field(name, field, record.type_of(field), about) for field, about in record.fields.items())
    elif name in _DECLARED:
        yield from (_declared(name, field) for field in fields_of(_DECLARED[name]) if not stays_behind(field.role))
    elif name == "planned":
        yield from (_field(name, field, "", about) for field, about in PLANNED_FIELDS.items())


def _first_words(about: str) -> str:
    """The first paragraph, as one line."""
    return " ".join(about.partition("\n\n")[0].split())


_DECLARED = {"parties": Party, "references": Reference}
"""Values whose members are records that people enter."""


def _fields_of_kind(kind: Kind) -> Iterator[TemplateWord]:
    """What can be asked of each fact, in the order of its declaration; labels stay behind."""
    for name, (type_, about) in _OF_EVERY_FACT.items():
        yield _field(kind.collection, name, type_, about)
    yield from (_declared(kind.collection, field) for field in kind.fields if not stays_behind(field.role))


_QUANTITIES = frozenset({FieldRole.MONEY, FieldRole.RATE, FieldRole.QUANTITY})
"""Entered as bare numbers, some of them; templates get each with its doubt and unit."""


def _declared(of: str, field: DeclaredField) -> TemplateWord:
    entered = "quantity" if field.role in _QUANTITIES else entered_as(field)
    return _field(of, field.name, f"list of: {entered}" if field.many else entered, field.about)


def _field(of: str, name: str, type_: str, about: str) -> TemplateWord:
    return TemplateWord(name=f"{of}.{name}", sort=WordSort.FIELD, type=type_, about=about)


def _entries(workspace: Workspace, language: str) -> Iterator[TemplateWord]:
    """The wording, with what it says in the neutral tone."""
    words = workspace.wording.phrases(language)
    for name, declared in declarations().items():
        said = getattr(words, name, None) or getattr(words, f"{name}_", ())
        match declared:
            case Entry():
                type_, example = _places(declared.handed), _said(said or "")
            case Entries():
                type_, example = ", ".join(declared.keys), ""
            case OfFacts():
                type_, example = "a key for each", ""
            case ListOf():
                type_, example = f"{declared.length} words in order", ", ".join(said or ())
            case _:
                assert_never(declared)
        yield TemplateWord(name=name, sort=WordSort.WORDING, type=type_, about=declared.about, example=example)


def _places(handed: Handed) -> str:
    """The places in its words: those that must stand there, and those that may."""
    needed = [" or ".join(f"{{{slot}}}" for slot in among) for among in handed.needed]
    return ", ".join([*needed, *(f"({{{slot}}})" for slot in handed.optional)])


def _said(value: object) -> str:
    return value.text if isinstance(value, Pattern) else str(value)


def _citations(relations: Sequence[Relation], cited: Mapping[str, Sequence[str]]) -> Iterator[TemplateWord]:
    """Each reference as prose cites it; its audiences are those whose brief leans on it."""
    every = {ref.id: ref for relation in relations for ref in relation.references.values()}
    for ref in every.values():
        who = ref.authors[0].family if ref.authors else ref.container or ""
        yield TemplateWord(
            name=f"[@{ref.id}]",
            sort=WordSort.CITATION,
            type=ref.type,
            about=ref.title,
            example=", ".join(filter(None, (who, str(ref.issued or "")))),
            audiences=tuple(dict.fromkeys(cited.get(ref.id, ()))),
        )
