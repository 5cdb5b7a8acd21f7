"""references.json: CSL-JSON as Zotero exports it, with the line of every record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefgen.diagnostics import close_to, did_you_mean, echo
from briefgen.load.nodes.decoding import RefusedCharacterError
from briefgen.load.nodes.json_records import parse_records
from briefgen.load.references.csl_variables import cleaned, sound
from briefgen.load.references.csl_vocabulary import DATES
from briefgen.load.references.languages import language_tag
from briefgen.model.facts.declarations import fields_of
from briefgen.model.facts.fact import TOPICS
from briefgen.model.facts.field_roles import FieldRole
from briefgen.model.facts.parties_people_references import (
    CUSTOM,
    IGNORE_REASON,
    TITLE_SENTENCE,
    Author,
    Reference,
    Suppression,
    is_others,
    own_key,
)
from briefgen.model.values.sensitivity import Sensitivity
from briefgen.model.values.written_date import written_date
from briefgen.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from briefgen.diagnostics import Place, Report
    from briefgen.load.nodes.value_positions import Positions
    from briefgen.model.facts.declarations import DeclaredField
    from briefgen.model.values.date import Date

OWN_KEYS = (*filter(None, (own_key(field.written) for field in fields_of(Reference))), IGNORE_REASON, TITLE_SENTENCE)
"""What of `custom` is briefgen's."""
_TOPICS = "topics"
_LONGEST_ID = 100
_INSTEAD = ("title-short", "container-title", "event-title", "collection-title", "genre", "number", "note")
"""Variables that name a record without a title, the best first."""


def parse_references(text: str, path: str, report: Report) -> list[Reference]:
    """The references of a CSL-JSON text."""
    made = (reference_of(value, spots, report) for spots, value in parse_records(text, path, report))
    return [reference for reference in made if reference]


def reference_of(value: Any, spots: Positions, report: Report) -> Reference | None:  # noqa: ANN401 - any JSON
    """A record of CSL-JSON as a reference; None, after telling why, where it is none."""
    if not isinstance(value, dict):
        report.error(
            "BG108", spots.place, "a reference is a group of fields", 'write {"id": ..., "type": ..., "title": ...}'
        )
        return None
    value = _named(value, spots, report)
    try:
        value = cleaned(value)
    except RefusedCharacterError as bad:
        report.error("BG102", spots.place, f"holds an escape for {bad}", "export the reference without it")
        return None
    if not _has_what_it_needs(value, spots, report):
        return None
    value = sound(_under_its_key(value), spots, report)
    _read_dates(value, spots, report)
    if language := _string(value.get("language")):
        value["language"] = language_tag(language)
    custom = value.get(CUSTOM, {})
    _check_own_keys(custom, spots, report)
    _check_sentence(value["title"], custom.get(TITLE_SENTENCE), spots, report)
    read = Reading(value, custom, spots, report)
    return Reference(**{field.name: read.value_of(field) for field in fields_of(Reference)})


def _under_its_key(value: dict[str, Any]) -> dict[str, Any]:
    """The record by its citation key, where its id is an address: Zotero names records by where they lie."""
    key = value.get(_KEY)
    return {**value, "id": key} if isinstance(key, str) and key.strip() and "://" in str(value["id"]) else value


_KEY = "citation-key"


@dataclass(frozen=True, slots=True)
class Reading:
    """A sound record of CSL-JSON, from which the fields of a reference are read by what they declare."""

    record: dict[str, Any]
    custom: dict[str, Any]
    """What of it is briefgen's own."""
    spots: Positions
    report: Report

    def value_of(self, field: DeclaredField) -> Any:  # noqa: ANN401 - a value of any field
        """The value of a field, or its default after telling why."""
        read = _READERS[field.role]
        value = read(self, field, self._written(field.written))
        return field.default if value is None else value

    def place_of(self, field: DeclaredField, *steps: int) -> Place:
        """Where a field stands, or a member of it."""
        own = own_key(field.written)
        return self.spots.at(CUSTOM, own, *steps) if own else self.spots.at(field.written, *steps)

    def _written(self, name: str) -> Any:  # noqa: ANN401 - any JSON
        return self.custom.get(own) if (own := own_key(name)) else self.record.get(name)


def _check_own_keys(custom: dict[str, Any], spots: Positions, report: Report) -> None:
    """A key that is nearly one of ours is meant to be one: a label that nobody reads would hide nothing."""
    for name, value in custom.items():
        if name not in OWN_KEYS and (meant := close_to(name, OWN_KEYS)):
            message = f"'custom' has no field '{echo(name)}' of briefgen's"
            report.error("BG106", spots.named(CUSTOM, name), message, f"did you mean {meant}?")
        elif name in OWN_KEYS and not isinstance(value, str | list if name == _TOPICS else str):
            report.error("BG108", spots.at(CUSTOM, name), f"'custom.{name}' is no text", f'write "{name}": "..."')


def _named(value: dict[str, Any], spots: Positions, report: Report) -> dict[str, Any]:
    """A record with what names it in place of a title, where it has none."""
    if _string(value.get("title")) or not _string(value.get("id")):
        return value
    instead = next((name for name in _INSTEAD if _string(value.get(name))), None)
    if instead is None:
        return value
    message = f"not all of '{echo(str(value['id']))}' is kept: it has no title, and '{instead}' stands in for it"
    report.warning("BG125", spots.named(instead), message, 'add "title": "..."')
    return {**{name: said for name, said in value.items() if name != instead}, "title": value[instead]}


def _has_what_it_needs(value: dict[str, Any], spots: Positions, report: Report) -> bool:
    needed = [field.written for field in fields_of(Reference) if field.required and field.role in _READ_FROM]
    missing = [name for name in needed if not _string(value.get(name))]
    for name in missing:
        report.error("BG107", spots.at(name), f"a reference needs '{name}'", f'add "{name}": "..."')
    if not missing and len(value["id"]) > _LONGEST_ID:
        message = f"'{echo(value['id'])}': an id has at most {_LONGEST_ID} characters, this one has {len(value['id'])}"
        report.error("BG108", spots.at("id"), message, "shorten it")
        return False
    return not missing


def _words(_reading: Reading, field: DeclaredField, written: Any) -> str | None:  # noqa: ANN401 - any JSON
    words = _string(written)
    return " ".join(words.split()) if words and field.required else words


def _word(reading: Reading, field: DeclaredField, written: Any) -> str | None:  # noqa: ANN401 - any JSON
    """A word of a list."""
    word = _string(written)
    if word and word not in field.choices:
        message, hint = f"'{echo(word)}' is no {_spoken(field)}", f"one of: {', '.join(field.choices)}"
        reading.report.error("BG109", reading.place_of(field), message, hint)
        return None
    return next((choice for choice in field.choices if choice == word), None)


def _spoken(field: DeclaredField) -> str:
    return field.name.replace("_", " ")


def _label(reading: Reading, field: DeclaredField, written: Any) -> Sensitivity | None:  # noqa: ANN401 - any JSON
    """A label that is not known counts as the strictest and is an error."""
    if own_key(field.written) not in reading.custom:
        return None
    known = {label.word: label for label in Sensitivity}
    if isinstance(written, str) and written in known:
        return known[written]
    message = f"'{echo(str(written))}' is no sensitivity"
    reading.report.error("BG109", reading.place_of(field), message, f"one of: {', '.join(known)}")
    return Sensitivity.RESTRICTED


def _topics(reading: Reading, field: DeclaredField, written: Any) -> tuple[str, ...]:  # noqa: ANN401 - any JSON
    """A list, or blank-separated."""
    topics = tuple(str(topic) for topic in (written if isinstance(written, list) else str(written or "").split()))
    for number, topic in enumerate(topics):
        if topic not in TOPICS:
            message = f"'{echo(topic)}' is no topic"
            reading.report.error("BG109", reading.place_of(field, number), message, did_you_mean(topic, TOPICS))
    return topics


def _suppressions(reading: Reading, _field: DeclaredField, written: Any) -> tuple[Suppression, ...]:  # noqa: ANN401 - any JSON
    """Blank-separated codes, with `custom.ignore_reason`."""
    reason = _string(reading.custom.get(IGNORE_REASON)) or ""
    return tuple(Suppression(code, reason, reading.spots.place) for code in (_string(written) or "").split())


def _seed(_reading: Reading, _field: DeclaredField, written: Any) -> tuple[str, ...]:  # noqa: ANN401 - any JSON
    return tuple((_string(written) or "").split())


def _authors(_reading: Reading, _field: DeclaredField, written: Any) -> tuple[Author, ...]:  # noqa: ANN401 - any JSON
    named = [author for author in written or () if isinstance(author, dict)]
    others = is_others(named[-1]) if named else False
    named = [author for author in named if not is_others(author)]
    return tuple(_author(author, others and author is named[-1]) for author in named)


def _author(author: dict[str, Any], and_others: bool) -> Author:  # noqa: FBT001 - said where it is known
    if literal := _string(author.get("literal")):
        return Author(family=literal, and_others=and_others)
    family = _joined(author, "non-dropping-particle", "family")
    given = ", ".join(filter(None, (_joined(author, "given", "dropping-particle"), _string(author.get("suffix")))))
    return Author(family=family, given=given, and_others=and_others)


def _joined(author: dict[str, Any], *parts: str) -> str:
    return " ".join(filter(None, (_string(author.get(part)) for part in parts)))


def _date(_reading: Reading, _field: DeclaredField, written: Any) -> Date | None:  # noqa: ANN401 - as `_read_dates` left it
    """What can be counted of a date."""
    return written_date(written).date if written else None


def _read_dates(record: dict[str, Any], spots: Positions, report: Report) -> None:
    """Have every date of a record as one that is known to be readable; any other is told and left out."""
    for name in sorted(DATES & record.keys()):
        try:
            written_date(record[name])
        except ValueError as error:
            message = f"{name} '{echo(_shown(record.pop(name)))}': {error}"
            report.error("BG110", spots.at(name), message, 'write {"date-parts": [[2021, 4, 23]]}')


def _shown(value: Any) -> str:  # noqa: ANN401 - any JSON
    """A date as a message shows it."""
    if not isinstance(value, dict):
        return str(value)
    parts = value.get("date-parts")
    if isinstance(parts, list) and all(isinstance(point, list) for point in parts):
        return "/".join("-".join(str(part).zfill(2) for part in point) for point in parts)
    return str(value.get("raw") or value.get("literal") or "")


_READERS: Mapping[FieldRole, Callable[[Reading, DeclaredField, Any], Any]] = {
    FieldRole.ID: _words,
    FieldRole.WORDS: _words,
    FieldRole.ONE_OF: _word,
    FieldRole.HAPPENED: _date,
    FieldRole.AUTHORS: _authors,
    FieldRole.SENSITIVITY: _label,
    FieldRole.TOPICS: _topics,
    FieldRole.SUPPRESSIONS: _suppressions,
    FieldRole.SEED: _seed,
    FieldRole.AS_READ: lambda reading, _field, _written: reading.record,
    FieldRole.PLACE: lambda reading, _field, _written: reading.spots.place,
}
"""How a value is read, by the roles that the fields of a reference have."""
_READ_FROM = _READERS.keys() - {FieldRole.AS_READ, FieldRole.PLACE}
"""The roles of what stands in the record under a name."""


def _check_sentence(title: str, sentence: Any, spots: Positions, report: Report) -> None:  # noqa: ANN401 - any JSON
    """A title's sentence form differs from the title in its capitals alone: no style may change the words."""
    if sentence is None:
        return
    if not isinstance(sentence, str) or " ".join(title.split()).casefold() != sentence.casefold():
        message = "title_sentence has other words than the title"
        report.error(
            "BG108",
            spots.at(CUSTOM, TITLE_SENTENCE),
            message,
            "copy the title, and keep capitals only where names have them",
        )


def _string(value: Any) -> str | None:  # noqa: ANN401 - any JSON
    return value.strip() or None if isinstance(value, str) else None
