"""References as citeproc reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from citeproc.source import Date, DateRange, LiteralDate, Name, Reference, VariableError

from briefgen.compose.citations.csl.formatting import data
from briefgen.compose.citations.csl.text_case import sentence_marks
from briefgen.compose.citations.names_in_scripts import is_written_whole
from briefgen.model.facts.parties_people_references import is_others
from briefgen.model.values.date import Precision, parse_date
from briefgen.model.values.written_date import WrittenDate, written_date
from briefgen.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from briefgen.model.facts.parties_people_references import Reference as Record
    from briefgen.model.values.date import Date as Day

_NAME_FIELDS = ("family", "given", "suffix", "dropping-particle", "non-dropping-particle")
_LEFT_OUT = frozenset({"id", "type", "title", "custom", "categories"})
_ALIASES = {"shortTitle": "title-short", "event-title": "event", "journalAbbreviation": "container-title-short"}
_DATES = ("issued", "accessed", "event-date", "original-date", "submitted", "available-date")
_DOI = ("https://doi.org/", "http://doi.org/", "http://dx.doi.org/", "doi:")


class NameList(list[Any]):
    """Names of a role, and whether there are others that the record does not name."""

    def __init__(self, names: Iterable[Any], *, and_others: bool) -> None:
        super().__init__(names)
        self.and_others = and_others


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
        if name not in _LEFT_OUT and (read := _value(value)):
            fields[name] = read
    if "DOI" in fields:
        fields["DOI"] = _bare_doi(fields["DOI"])
    for name, written in _dates_of(reference):
        doubtful = name == "issued" and bool(reference.issued_inferred)
        if made_date := _date(written, in_words, doubtful=doubtful):
            fields[name] = made_date
    # citeproc looks some names up with a hyphen, some with an underscore
    made.update({**fields, **{name.replace("-", "_"): value for name, value in fields.items()}})
    return made


def _title(reference: Record) -> str:
    custom = reference.csl.get("custom")
    sentence = custom.get("title_sentence") if isinstance(custom, dict) else None
    return sentence_marks(reference.title, sentence) if isinstance(sentence, str) else reference.title


def _value(value: object) -> Any:  # noqa: ANN401 - citeproc has no types
    if isinstance(value, list):
        return _names(value)
    if isinstance(value, str | int) and not isinstance(value, bool):
        return " ".join(str(value).split())
    return None


def _names(value: list[object]) -> NameList:
    """The names of a role; what stands for those that are not named is no name."""
    others = bool(value) and isinstance(value[-1], dict) and is_others(value[-1])
    named = (one for one in value if isinstance(one, dict) and not is_others(one))
    return NameList((name for one in named if (name := _name(one))), and_others=others)


def _name(value: dict[str, object]) -> Any:  # noqa: ANN401 - citeproc has no types
    parts = {key: tidy for key in ("literal", *_NAME_FIELDS) if (tidy := _tidy(value.get(key)))}
    if "literal" in parts:
        return Name(literal=data(parts["literal"]))
    if is_written_whole(parts.get("family", ""), parts.get("given", "")):
        return Name(literal=data(parts["family"] + parts["given"]))
    return Name(**{key: data(said) for key, said in parts.items()}) if "family" in parts or "given" in parts else None


def _tidy(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def _dates_of(reference: Record) -> Iterator[tuple[str, WrittenDate]]:
    """The dates of a record: what can be counted of them, and what they say beside that."""
    known = {"issued": reference.issued, "accessed": reference.accessed}
    for name in _DATES:
        value = reference.csl.get(name)
        try:
            written = written_date(value) if value else WrittenDate(None)
        except ValueError:  # made without the loader
            written = WrittenDate(None)
        day = known.get(name, written.date)
        if day or written.literal:
            yield name, WrittenDate(day, written.season, written.literal)


def _date(written: WrittenDate, in_words: Callable[[Day], str], *, doubtful: bool) -> Any:  # noqa: ANN401 - citeproc has no types
    if written.literal or written.date is None:
        return LiteralDate(data(written.literal), circa=doubtful) if written.literal else None
    day = written.date
    if day.precision is not Precision.INTERVAL:
        return _point(day, doubtful=doubtful, season=written.season)
    start, _, end = day.text.partition("/")
    if ".." in (start, end):  # a range of citeproc has two ends
        return LiteralDate(in_words(day), circa=doubtful)
    first, last = (_point(parse_date(text), doubtful=doubtful) for text in (start, end))
    return DateRange(begin=first, end=last, circa=doubtful or day.approximate or day.uncertain)


def _point(day: Day, *, doubtful: bool, season: int = 0) -> Any:  # noqa: ANN401 - citeproc has no types
    parts: dict[str, Any] = dict(zip(("year", "month", "day"), day.text.rstrip("~?%").split("-"), strict=False))
    if season and "month" not in parts:
        parts["season"] = season
    return Date(circa=doubtful or day.approximate or day.uncertain, **parts)


def _bare_doi(doi: str) -> str:
    return next((doi[len(lead) :] for lead in _DOI if doi.lower().startswith(lead)), doi)
