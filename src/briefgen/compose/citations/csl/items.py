"""References as citeproc reads them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from citeproc import DATES, NAMES
from citeproc.source import Date, DateRange, LiteralDate, Name, Reference, VariableError

from briefgen.compose.citations.csl.formatting import data
from briefgen.compose.citations.csl.text_case import sentence_marks
from briefgen.model.values.date import Precision, parse_date

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.model.facts.parties_people_references import Reference as Record
    from briefgen.model.values.date import Date as Day

_NAME_FIELDS = ("family", "given", "suffix", "dropping-particle", "non-dropping-particle")
_LEFT_OUT = frozenset({"id", "type", "title", "custom", "issued", "accessed", "categories"})
_ALIASES = {"shortTitle": "title-short", "event-title": "event", "journalAbbreviation": "container-title-short"}
_DOI = ("https://doi.org/", "http://doi.org/", "http://dx.doi.org/", "doi:")


@dataclass(frozen=True, slots=True)
class Locator:
    """A spot in a source: `page` and `4`; the label is empty where it is none that CSL knows."""

    label: str
    identifier: str


@dataclass(slots=True)
class CitedItem:
    """One reference where it is cited or listed: what citeproc asks an item for."""

    reference: Any
    number: int
    spot: Locator | None = None
    positions: frozenset[str] = frozenset({"first"})

    @property
    def has_locator(self) -> bool:
        """Whether a spot is named."""
        return self.spot is not None

    @property
    def locator(self) -> Locator:
        """The spot; without one, citeproc passes on to the next element."""
        if self.spot is None:
            raise VariableError
        return self.spot

    def __contains__(self, name: str) -> bool:
        return name == "locator" and self.has_locator


def record_of(reference: Record, in_words: Callable[[Day], str]) -> Any:  # noqa: ANN401 - citeproc has no types
    """A record for citeproc; `in_words` says a date that CSL cannot hold, such as "since 2017"."""
    # Filled behind its constructor's back, which warns of each field that it does not know.
    made = Reference(reference.id, reference.type)
    fields: dict[str, Any] = {"title": _title(reference)}
    for key, value in reference.csl.items():
        name = _ALIASES.get(key, key)
        if name not in _LEFT_OUT and (read := _value(name, value)):
            fields[name] = read
    if "DOI" in fields:
        fields["DOI"] = _bare_doi(fields["DOI"])
    for name, day, doubtful in (
        ("issued", reference.issued, bool(reference.issued_inferred)),
        ("accessed", reference.accessed, False),
    ):
        if day is not None and day.text:
            fields[name] = _date(day, in_words, doubtful=doubtful)
    # citeproc looks some names up with a hyphen, some with an underscore
    made.update({**fields, **{name.replace("-", "_"): value for name, value in fields.items()}})
    return made


def _title(reference: Record) -> str:
    custom = reference.csl.get("custom")
    sentence = custom.get("title_sentence") if isinstance(custom, dict) else None
    return sentence_marks(reference.title, sentence) if isinstance(sentence, str) else reference.title


def _value(name: str, value: object) -> Any:  # noqa: ANN401 - citeproc has no types
    if name.replace("-", "_") in NAMES:
        return [found for one in value if (found := _name(one))] if isinstance(value, list) else None
    if name.replace("-", "_") in DATES:
        return _other_date(value)
    if isinstance(value, str | int) and not isinstance(value, bool):
        return " ".join(str(value).split())
    return None


def _name(value: object) -> Any:  # noqa: ANN401 - citeproc has no types
    if not isinstance(value, dict):
        return None
    parts = {key: data(tidy) for key in ("literal", *_NAME_FIELDS) if (tidy := _tidy(value.get(key)))}
    if "literal" in parts:
        return Name(literal=parts["literal"])
    return Name(**parts) if "family" in parts or "given" in parts else None


def _tidy(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def _date(day: Day, in_words: Callable[[Day], str], *, doubtful: bool) -> Any:  # noqa: ANN401 - citeproc has no types
    if day.precision is not Precision.INTERVAL:
        return _point(day, doubtful=doubtful)
    start, _, end = day.text.partition("/")
    # A range of citeproc has two ends; and one within a year prints nothing where a style asks for the year alone.
    if ".." in (start, end) or start[:4] == end[:4]:
        return LiteralDate(in_words(day), circa=doubtful)
    first, last = (_point(parse_date(text), doubtful=doubtful) for text in (start, end))
    return DateRange(begin=first, end=last, circa=doubtful)


def _point(day: Day, *, doubtful: bool) -> Any:  # noqa: ANN401 - citeproc has no types
    parts = dict(zip(("year", "month", "day"), day.text.rstrip("~?%").split("-"), strict=False))
    return Date(circa=doubtful or day.approximate or day.uncertain, **parts)


def _other_date(value: object) -> Any:  # noqa: ANN401 - citeproc has no types
    """A date that the model does not know, such as that of the original."""
    parts: Any = value.get("date-parts") if isinstance(value, dict) else None  # whatever the record says
    try:
        year, *rest = (int(part) for part in parts[0])
        return _point(parse_date("-".join([f"{year:04d}", *(f"{part:02d}" for part in rest)])), doubtful=False)
    except (TypeError, ValueError, IndexError):
        return None


def _bare_doi(doi: str) -> str:
    return next((doi[len(lead) :] for lead in _DOI if doi.lower().startswith(lead)), doi)
