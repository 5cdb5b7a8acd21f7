"""references.json: CSL-JSON as Zotero exports it, with the line of every record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from briefgen.diagnostics import Place, close_to, did_you_mean, echo
from briefgen.load.nodes.decoding import RefusedCharacterError
from briefgen.load.nodes.json_records import parse_records
from briefgen.load.references.csl_variables import cleaned, sound
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
    own_key,
)
from briefgen.model.values.date import Date, parse_date
from briefgen.model.values.sensitivity import Sensitivity

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from briefgen.diagnostics import Report
    from briefgen.model.facts.declarations import DeclaredField

OWN_KEYS = (*filter(None, (own_key(field.written) for field in fields_of(Reference))), IGNORE_REASON, TITLE_SENTENCE)
"""What of `custom` is briefgen's."""
_TOPICS = "topics"
_LONGEST_ID = 100


def parse_references(text: str, path: str, report: Report) -> list[Reference]:
    """The references of a CSL-JSON text."""
    made = (reference_of(value, spot.place, report) for spot, value in parse_records(text, path, report))
    return [reference for reference in made if reference]


def reference_of(value: Any, place: Place, report: Report) -> Reference | None:  # noqa: ANN401 - any JSON
    """A record of CSL-JSON as a reference; None, after telling why, where it is none."""
    if not isinstance(value, dict):
        report.error("BG108", place, "a reference is a group of fields", 'write {"id": ..., "type": ..., "title": ...}')
        return None
    try:
        value = cleaned(value)
    except RefusedCharacterError as bad:
        report.error("BG102", place, f"holds an escape for {bad}", "export the reference without it")
        return None
    if not _has_what_it_needs(value, place, report):
        return None
    value = sound(value, place, report)
    custom = value.get(CUSTOM, {})
    _check_own_keys(custom, place, report)
    _check_sentence(value["title"], custom.get(TITLE_SENTENCE), place, report)
    read = Reading(value, custom, place, report)
    return Reference(**{field.name: read.value_of(field) for field in fields_of(Reference)})


@dataclass(frozen=True, slots=True)
class Reading:
    """A sound record of CSL-JSON, from which the fields of a reference are read by what they declare."""

    record: dict[str, Any]
    custom: dict[str, Any]
    """What of it is briefgen's own."""
    place: Place
    report: Report

    def value_of(self, field: DeclaredField) -> Any:  # noqa: ANN401 - a value of any field
        """The value of a field, or its default after telling why."""
        read = _READERS[field.role]
        value = read(self, field, self._written(field.written))
        return field.default if value is None else value

    def _written(self, name: str) -> Any:  # noqa: ANN401 - any JSON
        return self.custom.get(own) if (own := own_key(name)) else self.record.get(name)


def _check_own_keys(custom: dict[str, Any], place: Place, report: Report) -> None:
    """A key that is nearly one of ours is meant to be one: a label that nobody reads would hide nothing."""
    for name, value in custom.items():
        if name not in OWN_KEYS and (meant := close_to(name, OWN_KEYS)):
            message = f"'custom' has no field '{echo(name)}' of briefgen's"
            report.error("BG106", place, message, f"did you mean {meant}?")
        elif name in OWN_KEYS and not isinstance(value, str | list if name == _TOPICS else str):
            report.error("BG108", place, f"'custom.{name}' is no text", f'write "{name}": "..."')


def _has_what_it_needs(value: dict[str, Any], place: Place, report: Report) -> bool:
    needed = [field.written for field in fields_of(Reference) if field.required and field.role in _READ_FROM]
    missing = [name for name in needed if not _string(value.get(name))]
    for name in missing:
        report.error("BG107", place, f"a reference needs '{name}'", f'add "{name}": "..."')
    if not missing and len(value["id"]) > _LONGEST_ID:
        message = f"'{echo(value['id'])}': an id has at most {_LONGEST_ID} characters, this one has {len(value['id'])}"
        report.error("BG108", place, message, "shorten it")
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
        reading.report.error("BG109", reading.place, message, hint)
        return None
    return next((choice for choice in field.choices if choice == word), None)


def _spoken(field: DeclaredField) -> str:
    return field.name.replace("_", " ")


def _label(reading: Reading, field: DeclaredField, written: Any) -> Sensitivity | None:  # noqa: ANN401 - any JSON
    """A label that is not known counts as the strictest and is an error."""
    if own_key(field.written) not in reading.custom:
        return None
    known = {label.name.lower(): label for label in Sensitivity}
    if isinstance(written, str) and written in known:
        return known[written]
    message = f"'{echo(str(written))}' is no sensitivity"
    reading.report.error("BG109", reading.place, message, f"one of: {', '.join(known)}")
    return Sensitivity.RESTRICTED


def _topics(reading: Reading, _field: DeclaredField, written: Any) -> tuple[str, ...]:  # noqa: ANN401 - any JSON
    """A list, or blank-separated."""
    topics = tuple(str(topic) for topic in (written if isinstance(written, list) else str(written or "").split()))
    for topic in topics:
        if topic not in TOPICS:
            message = f"'{echo(topic)}' is no topic"
            reading.report.error("BG109", reading.place, message, did_you_mean(topic, TOPICS))
    return topics


def _suppressions(reading: Reading, _field: DeclaredField, written: Any) -> tuple[Suppression, ...]:  # noqa: ANN401 - any JSON
    """Blank-separated codes, with `custom.ignore_reason`."""
    reason = _string(reading.custom.get(IGNORE_REASON)) or ""
    return tuple(Suppression(code, reason, reading.place) for code in (_string(written) or "").split())


def _seed(_reading: Reading, _field: DeclaredField, written: Any) -> tuple[str, ...]:  # noqa: ANN401 - any JSON
    return tuple((_string(written) or "").split())


def _authors(_reading: Reading, _field: DeclaredField, written: Any) -> tuple[Author, ...]:  # noqa: ANN401 - any JSON
    return tuple(_author(author) for author in written or () if isinstance(author, dict))


def _author(author: dict[str, Any]) -> Author:
    if literal := _string(author.get("literal")):
        return Author(family=literal)
    return Author(family=_string(author.get("family")) or "", given=_string(author.get("given")) or "")


def _date(reading: Reading, field: DeclaredField, written: Any) -> Date | None:  # noqa: ANN401 - any JSON
    """A CSL date: `date-parts`, or `raw`, `literal` or a bare string in EDTF."""
    if written is None:
        return None
    text = written if isinstance(written, str) else _date_text(written)
    try:
        return parse_date(text)
    except ValueError as error:
        message = f"{field.written} '{echo(text)}': {error}"
        reading.report.error("BG110", reading.place, message, 'write {"date-parts": [[2021, 4, 23]]}')
        return None


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
    FieldRole.PLACE: lambda reading, _field, _written: reading.place,
}
"""How a value is read, by the roles that the fields of a reference have."""
_READ_FROM = _READERS.keys() - {FieldRole.AS_READ, FieldRole.PLACE}
"""The roles of what stands in the record under a name."""


def _check_sentence(title: str, sentence: Any, place: Place, report: Report) -> None:  # noqa: ANN401 - any JSON
    """A title's sentence form differs from the title in its capitals alone: no style may change the words."""
    if sentence is None:
        return
    if not isinstance(sentence, str) or " ".join(title.split()).casefold() != sentence.casefold():
        message = "title_sentence has other words than the title"
        report.error("BG108", place, message, "copy the title, and keep capitals only where names have them")


def _string(value: Any) -> str | None:  # noqa: ANN401 - any JSON
    return value.strip() or None if isinstance(value, str) else None


def _padded(part: Any, width: int) -> str:  # noqa: ANN401 - any JSON
    """A year, month or day as CSL writes it, a number or its digits, with leading zeros."""
    return str(part).zfill(width)


def _date_text(value: Any) -> str:  # noqa: ANN401 - any JSON
    if not isinstance(value, dict):
        return str(value)
    parts = value.get("date-parts")
    if isinstance(parts, list) and parts and all(isinstance(point, list) for point in parts):
        return "/".join("-".join(_padded(p, 4 if i == 0 else 2) for i, p in enumerate(point)) for point in parts)
    return str(value.get("raw") or value.get("literal") or "")
