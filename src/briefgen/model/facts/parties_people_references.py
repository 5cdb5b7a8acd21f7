"""What facts name: parties, people, organisations, places, and the references they lean on.

These travel on into views, so they stand apart from the facts themselves, which do not.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefgen.diagnostics import NOWHERE, Place
from briefgen.model.facts.controlled_vocabularies import SourceClass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefgen.model.values.date import Date
    from briefgen.model.values.sensitivity import Sensitivity
    from briefgen.model.values.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """One side of the relation."""

    id: str
    """ISO 3166-1 alpha-3."""
    name: Text
    adjective: Text
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A time somebody is known to have held an office."""

    title: Text
    """With the body or country: `President of Belarus`."""
    party: str
    level: str
    held: Date
    """An interval or date in which the office is attested; not its full length unless `complete`."""
    complete: bool = False
    over_by: Date | None = None
    """A date at which the office is known to have ended already."""
    portfolio: tuple[str, ...] = ()
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who appears in relations."""

    id: str
    name: str
    sort_name: str
    variants: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """An international organisation or initiative."""

    id: str
    name: Text
    short: str
    event: Text | None = None
    """What its meetings are called: `OIC summit`."""
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A CSL-JSON record."""

    id: str
    type: str
    title: str
    authors: tuple[tuple[str, str], ...] = ()
    """Family and given name; an institution has an empty given name."""
    container: str | None = None
    publisher: str | None = None
    issued: Date | None = None
    issued_inferred: str | None = None
    """Why the date of publication is inferred, where it is."""
    accessed: Date | None = None
    url: str | None = None
    source_class: SourceClass = SourceClass.UNKNOWN
    doi: str | None = None
    ignore: tuple[Suppression, ...] = ()
    """Checks that do not apply to this reference, each with its reason."""
    seed: tuple[str, ...] = ()
    sensitivity: Sensitivity | None = None
    """Where it has one of its own; without, it may be seen wherever a fact that leans on it may."""
    topics: tuple[str, ...] = ()
    csl: Mapping[str, object] = field(default_factory=dict, compare=False, hash=False)
    """The record as read."""
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Venue:
    """Where something took place; every part may be unknown."""

    city: str | None = None
    country: str | None = None
    """ISO 3166-1 alpha-3."""
    event: str | None = None
    """An organisation's id, when it met beside that organisation's event."""
    inferred: bool = False
    """Filled from the context, not stated by the source."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who took part: a person, or an office or body without a name."""

    party: str
    """ISO 3166-1 alpha-3."""
    person: str | None = None
    """A person's id."""
    role: str | None = None
    """In words, where no person is known: `parliamentary delegations`."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a claim is made: a reference, the spot in it, and its own words."""

    ref: str
    """The id of a reference."""
    locator: str | None = None
    """Page, section or row."""
    quote: str | None = None
    """Verbatim, at most 25 words."""
    place: Place = NOWHERE
    sensitivity: Sensitivity | None = None
    """Where it is stricter than the fact's own; a label of a source never loosens."""
    topics: tuple[str, ...] = ()
    """Beside those of the fact."""


@dataclass(frozen=True, slots=True)
class Suppression:
    """A check that a record is excused from, and why."""

    code: str
    """A code or its short name, as written."""
    reason: str = ""
    """The comment beside it; in a CSV file the row's note, in references.json `ignore_reason`."""
    place: Place = NOWHERE
