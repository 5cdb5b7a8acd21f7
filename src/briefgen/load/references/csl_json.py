"""references.json: CSL-JSON as Zotero exports it, with the line of every record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefgen.diagnostics import Place, did_you_mean, echo
from briefgen.load.nodes.decoding import RefusedCharacterError
from briefgen.load.nodes.json_records import parse_records
from briefgen.load.references.csl_variables import cleaned, sound
from briefgen.model.facts.controlled_vocabularies import SourceClass
from briefgen.model.facts.fact import TOPICS
from briefgen.model.facts.parties_people_references import Reference, Suppression
from briefgen.model.values.date import Date, parse_date
from briefgen.model.values.sensitivity import Sensitivity

if TYPE_CHECKING:
    from briefgen.diagnostics import Report

SOURCE_CLASSES: dict[str, SourceClass] = {str(known): known for known in SourceClass}
_LONGEST_ID = 100


def parse_references(text: str, path: str, report: Report) -> list[Reference]:
    """The references of a CSL-JSON text."""
    made = (reference_of(value, place, report) for place, value in parse_records(text, path, report))
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
    custom = value.get("custom", {})
    word = _string(custom.get("source_class")) or SourceClass.UNKNOWN
    if word not in SOURCE_CLASSES:
        report.error("BG109", place, f"'{echo(word)}' is no source class", f"one of: {', '.join(SOURCE_CLASSES)}")
    _check_sentence(value["title"], custom.get("title_sentence"), place, report)
    return Reference(
        id=value["id"].strip(),
        type=value["type"].strip(),
        title=" ".join(value["title"].split()),
        authors=tuple(_author(a) for a in _list(value.get("author")) if isinstance(a, dict)),
        container=_string(value.get("container-title")),
        publisher=_string(value.get("publisher")),
        issued=_date(value.get("issued"), "issued", place, report),
        issued_inferred=_string(custom.get("issued_inferred")),
        accessed=_date(value.get("accessed"), "accessed", place, report),
        url=_string(value.get("URL")),
        doi=_string(value.get("DOI")),
        ignore=_suppressions(custom, place),
        source_class=SOURCE_CLASSES.get(word, SourceClass.UNKNOWN),
        sensitivity=_label(custom, place, report),
        topics=_topics(custom, place, report),
        seed=tuple((_string(custom.get("seed")) or "").split()),
        csl=value,
        place=place,
    )


def _has_what_it_needs(value: dict[str, Any], place: Place, report: Report) -> bool:
    missing = [name for name in ("id", "type", "title") if not _string(value.get(name))]
    for name in missing:
        report.error("BG107", place, f"a reference needs '{name}'", f'add "{name}": "..."')
    if not missing and len(value["id"]) > _LONGEST_ID:
        message = f"'{echo(value['id'])}': an id has at most {_LONGEST_ID} characters, this one has {len(value['id'])}"
        report.error("BG108", place, message, "shorten it")
        return False
    return not missing


def _label(custom: dict[str, Any], place: Place, report: Report) -> Sensitivity | None:
    """`custom.sensitivity`; a label that is not known counts as the strictest and is an error."""
    if "sensitivity" not in custom:
        return None
    known = {label.name.lower(): label for label in Sensitivity}
    written = custom["sensitivity"]
    if isinstance(written, str) and written in known:
        return known[written]
    report.error("BG109", place, f"'{echo(str(written))}' is no sensitivity", f"one of: {', '.join(known)}")
    return Sensitivity.RESTRICTED


def _topics(custom: dict[str, Any], place: Place, report: Report) -> tuple[str, ...]:
    """`custom.topics`, a list or blank-separated."""
    written = custom.get("topics")
    topics = tuple(str(topic) for topic in (written if isinstance(written, list) else str(written or "").split()))
    for topic in topics:
        if topic not in TOPICS:
            report.error("BG109", place, f"'{echo(topic)}' is no topic", did_you_mean(topic, TOPICS))
    return topics


def _check_sentence(title: str, sentence: Any, place: Place, report: Report) -> None:  # noqa: ANN401 - any JSON
    """A title's sentence form differs from the title in its capitals alone: no style may change the words."""
    if sentence is None:
        return
    if not isinstance(sentence, str) or " ".join(title.split()).casefold() != sentence.casefold():
        message = "title_sentence has other words than the title"
        report.error("BG108", place, message, "copy the title, and keep capitals only where names have them")


def _suppressions(custom: dict[str, Any], place: Place) -> tuple[Suppression, ...]:
    """`custom.ignore`, blank-separated codes, with `custom.ignore_reason`."""
    reason = _string(custom.get("ignore_reason")) or ""
    return tuple(Suppression(code, reason, place) for code in (_string(custom.get("ignore")) or "").split())


def _list(value: Any) -> list[Any]:  # noqa: ANN401 - any JSON
    return value if isinstance(value, list) else []


def _string(value: Any) -> str | None:  # noqa: ANN401 - any JSON
    return value.strip() or None if isinstance(value, str) else None


def _author(author: dict[str, Any]) -> tuple[str, str]:
    literal = _string(author.get("literal"))
    return (literal, "") if literal else (_string(author.get("family")) or "", _string(author.get("given")) or "")


def _date(value: Any, name: str, place: Place, report: Report) -> Date | None:  # noqa: ANN401 - any JSON
    """A CSL date: `date-parts`, or `raw`, `literal` or a bare string in EDTF."""
    if value is None:
        return None
    text = value if isinstance(value, str) else _date_text(value)
    try:
        return parse_date(text)
    except ValueError as error:
        report.error("BG110", place, f"{name} '{echo(text)}': {error}", 'write {"date-parts": [[2021, 4, 23]]}')
        return None


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
