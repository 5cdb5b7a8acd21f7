"""What facts name: parties, people, organisations, places, and the references they lean on.

These travel on into views, so they stand apart from the facts themselves, which do not.
"""

from collections.abc import Mapping
from typing import Annotated

from briefgen.diagnostics import NOWHERE, Place
from briefgen.model.facts.controlled_vocabularies import SourceClass
from briefgen.model.facts.field_roles import Declared, FieldRole, Narrowed
from briefgen.model.values.date import Date
from briefgen.model.values.period import YearBegins
from briefgen.model.values.sensitivity import Sensitivity
from briefgen.model.values.text import Text
from briefgen.records import dataclass, field

IDENTITY = "Names the record; links, origins and other files lead to it by this. Unique in the relation."
"""What an id is."""
CUSTOM, IGNORE_REASON, TITLE_SENTENCE = "custom", "ignore_reason", "title_sentence"
"""The variable of CSL-JSON that holds briefgen's own keys, and those of them that are no field of a reference."""
LEVELS = ("head_of_state", "head_of_government", "minister", "deputy", "senior_official", "mp", "business")
"""Ranks of offices."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """One side of the relation."""

    id: Annotated[str, Declared(FieldRole.PARTY, "The country, by its ISO 3166-1 alpha-3 code.")]
    name: Annotated[Text, Declared(FieldRole.TITLE, "What it is called.")]
    adjective: Annotated[Text, Declared(FieldRole.TITLE, "As in: Pakistani exports.")]
    fiscal_year_begins: Annotated[
        YearBegins | None,
        Declared(FieldRole.YEAR_BEGINS, "The day on which its fiscal year begins: 07-01; 01-01 for the calendar year."),
    ] = None
    place: Annotated[Place, Declared(FieldRole.PLACE)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A time somebody is known to have held an office."""

    title: Annotated[
        Text,
        Declared(
            FieldRole.TITLE,
            "With the country: President of Belarus. Never with former or acting: both are computed.",
            Narrowed(example='"President of ..."'),
        ),
    ]
    party: Annotated[str, Declared(FieldRole.COUNTRY, "A country, by its ISO 3166-1 alpha-3 code.")]
    level: Annotated[str, Declared(FieldRole.ONE_OF, "The rank of the office.", Narrowed(choices=LEVELS))]
    held: Annotated[Date, Declared(FieldRole.DURING, "When a source attests the office: a date or an interval.")]
    """Not its full length unless `complete`."""
    complete: Annotated[
        bool,
        Declared(FieldRole.TRUTH, "Whether `held` is the whole term.", Narrowed(tells_of="held", of_the_whole=True)),
    ] = False
    over_by: Annotated[Date | None, Declared(FieldRole.ENDS, "A date at which the office is known to be over.")] = None
    acting: Annotated[
        bool,
        Declared(FieldRole.TRUTH, "Whether it is held for the time being alone; briefs print acting before the title."),
    ] = False
    portfolio: Annotated[tuple[str, ...], Declared(FieldRole.LINE, "The fields that the office covers.")] = ()
    place: Annotated[Place, Declared(FieldRole.PLACE)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who appears in relations."""

    id: Annotated[str, Declared(FieldRole.ID, IDENTITY)]
    name: Annotated[str, Declared(FieldRole.LINE, "As briefs print it.")]
    sort_name: Annotated[str, Declared(FieldRole.LINE, "As an index sorts it: Kobyakov, Andrei.")]
    variants: Annotated[tuple[str, ...], Declared(FieldRole.LINE, "Other spellings that sources use.")] = ()
    terms: Annotated[
        tuple[Term, ...], Declared(FieldRole.TERMS, "Times at which the person is known to have held an office.")
    ] = ()
    place: Annotated[Place, Declared(FieldRole.PLACE)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """An international organisation or initiative."""

    id: Annotated[str, Declared(FieldRole.ID, IDENTITY)]
    name: Annotated[Text, Declared(FieldRole.TITLE, "What it is called.")]
    short: Annotated[str, Declared(FieldRole.LINE, "The short name: OIC.")]
    event: Annotated[Text | None, Declared(FieldRole.TITLE, "What its meetings are called: OIC summit.")] = None
    place: Annotated[Place, Declared(FieldRole.PLACE)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Venue:
    """Where something took place; every part may be unknown."""

    city: Annotated[str | None, Declared(FieldRole.WORDS, "The city.")] = None
    country: Annotated[str | None, Declared(FieldRole.COUNTRY, "The country, by its ISO 3166-1 alpha-3 code.")] = None
    event: Annotated[
        str | None,
        Declared(FieldRole.ORGANISATION, "An organisation's id, where it met beside that organisation's event."),
    ] = None
    online: Annotated[bool, Declared(FieldRole.TRUTH, "Whether it was held online, by some or by all.")] = False
    inferred: Annotated[
        bool, Declared(FieldRole.TRUTH, "Whether the place is filled from the context and not stated by the source.")
    ] = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who took part: a person, or an office or body without a name."""

    party: Annotated[str, Declared(FieldRole.COUNTRY, "A country, by its ISO 3166-1 alpha-3 code.")]
    person: Annotated[str | None, Declared(FieldRole.PERSON, "A person's id in people.yaml.")] = None
    role: Annotated[
        str | None,
        Declared(
            FieldRole.WORDS,
            "In words, with the country, where no person is known: Minister of Trade of Belarus.",
            Narrowed(example='"Minister of Trade of ..."'),
        ),
    ] = None


@dataclass(frozen=True, slots=True)
class Source:
    """Where a claim is made: a reference, the spot in it, and its own words."""

    ref: Annotated[str, Declared(FieldRole.REFERENCE, "The id of a reference in references.json.")]
    locator: Annotated[str | None, Declared(FieldRole.WORDS, "Page, section or row of the source.")] = None
    quote: Annotated[str | None, Declared(FieldRole.QUOTE, "Verbatim words of the source; at most 25.")] = None
    place: Annotated[Place, Declared(FieldRole.PLACE)] = NOWHERE
    sensitivity: Annotated[
        Sensitivity | None,
        Declared(FieldRole.SENSITIVITY, "Who may know the source, where that is fewer than may know the fact."),
    ] = None
    """A label of a source never loosens."""
    topics: Annotated[
        tuple[str, ...], Declared(FieldRole.TOPICS, "What the source is about, beside the topics of the fact.")
    ] = ()


@dataclass(frozen=True, slots=True)
class Ground:
    """A fact that words of a desk lean on, and what of it they were written by."""

    fact: Annotated[str, Declared(FieldRole.LINK, "The id of the fact, or of a part that has one.")]
    value: Annotated[str | None, Declared(FieldRole.WORDS, "The value relied on, as the fact's file has it.")] = None
    field: Annotated[str, Declared(FieldRole.WORDS, "The field that the value stands in; `value` where absent.")] = (
        "value"
    )
    place: Annotated[Place, Declared(FieldRole.PLACE)] = NOWHERE


@dataclass(frozen=True, slots=True)
class Suppression:
    """A check that a record is excused from, and why."""

    code: Annotated[str, Declared(FieldRole.WORDS)]
    """A code or its short name, as written."""
    reason: Annotated[str, Declared(FieldRole.WORDS)] = ""
    """The comment beside it; in a CSV file the row's note, in references.json `ignore_reason`."""
    place: Annotated[Place, Declared(FieldRole.PLACE)] = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """Who wrote a reference; an institution has its name as family name and no given one."""

    family: Annotated[str, Declared(FieldRole.WORDS, "The family name, or an institution's.")]
    given: Annotated[str, Declared(FieldRole.WORDS, "The given name.")] = ""
    and_others: Annotated[bool, Declared(FieldRole.TRUTH, "Whether more authors follow that are not named.")] = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A CSL-JSON record."""

    id: Annotated[str, Declared(FieldRole.ID, "Names the reference; sources of facts lead to it by this.")]
    type: Annotated[str, Declared(FieldRole.WORDS, "What it is, in CSL's words: report, book, webpage.")]
    title: Annotated[str, Declared(FieldRole.WORDS, "Its title, as it stands on it.")]
    authors: Annotated[
        tuple[Author, ...], Declared(FieldRole.AUTHORS, "Who wrote it.", Narrowed(written="author"))
    ] = ()
    container: Annotated[
        str | None,
        Declared(FieldRole.WORDS, "What it appeared in: a journal, a site.", Narrowed(written="container-title")),
    ] = None
    publisher: Annotated[str | None, Declared(FieldRole.WORDS, "Who published it.")] = None
    issued: Annotated[Date | None, Declared(FieldRole.HAPPENED, "When it was published.")] = None
    issued_inferred: Annotated[
        str | None,
        Declared(
            FieldRole.WORDS,
            "Why the date of publication is inferred, where it is.",
            Narrowed(written="custom.issued_inferred"),
        ),
    ] = None
    accessed: Annotated[Date | None, Declared(FieldRole.HAPPENED, "When its page was read.")] = None
    url: Annotated[str | None, Declared(FieldRole.WORDS, "The address of its page.", Narrowed(written="URL"))] = None
    source_class: Annotated[
        SourceClass,
        Declared(FieldRole.ONE_OF, "How near the source is to the matter.", Narrowed(written="custom.source_class")),
    ] = SourceClass.UNKNOWN
    doi: Annotated[str | None, Declared(FieldRole.WORDS, "Its digital object identifier.", Narrowed(written="DOI"))] = (
        None
    )
    ignore: Annotated[
        tuple[Suppression, ...],
        Declared(
            FieldRole.SUPPRESSIONS,
            "Checks that do not apply, blank-separated; why, stands in ignore_reason.",
            Narrowed(written="custom.ignore"),
        ),
    ] = ()
    seed: Annotated[
        tuple[str, ...],
        Declared(
            FieldRole.SEED,
            "Its numbers in the document it was taken from, blank-separated.",
            Narrowed(written="custom.seed"),
        ),
    ] = ()
    sensitivity: Annotated[
        Sensitivity | None,
        Declared(
            FieldRole.SENSITIVITY,
            "Who may know of it, where that is fewer than may know a fact that leans on it.",
            Narrowed(written="custom.sensitivity"),
        ),
    ] = None
    topics: Annotated[
        tuple[str, ...],
        Declared(
            FieldRole.TOPICS,
            "What it is about, beside the topics of a fact that leans on it; audiences may hide topics.",
            Narrowed(written="custom.topics"),
        ),
    ] = ()
    csl: Annotated[Mapping[str, object], Declared(FieldRole.AS_READ)] = field(default_factory=dict, hash=False)
    place: Annotated[Place, Declared(FieldRole.PLACE)]


def is_others(name: Mapping[str, object]) -> bool:
    """Whether a name of CSL-JSON only says that there are more: `and others` in the words of reference managers."""
    said = [str(value).strip().lower() for value in name.values() if isinstance(value, str) and value.strip()]
    return said in (["others"], ["et al."], ["et al"])


def own_key(written: str) -> str:
    """The key within `custom` of a field of a reference; empty where CSL has a variable for it."""
    group, _, key = written.partition(".")
    return key if group == CUSTOM else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """Material that was looked at and left out, with the reason."""

    id: Annotated[str, Declared(FieldRole.ID, IDENTITY)]
    what: Annotated[str, Declared(FieldRole.WORDS, "What was looked at and left out.")]
    reason: Annotated[str, Declared(FieldRole.WORDS, "Why it was left out.")]
    quote: Annotated[str | None, Declared(FieldRole.WORDS, "How it begins.")] = None
    """Of any length."""
    seed: Annotated[
        tuple[str, ...], Declared(FieldRole.SEED, "Its number, or numbers, in the document it was taken from.")
    ] = ()
    place: Annotated[Place, Declared(FieldRole.PLACE)]
