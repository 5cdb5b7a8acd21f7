"""references.bib: BibTeX and BibLaTeX as reference managers export them, entry by entry to CSL-JSON."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING, Any

from briefgen.diagnostics import Place, close_to, did_you_mean, echo
from briefgen.load.references.bibtex_values import (
    MAX_FIELD,
    MONTHS,
    LongValueError,
    UnknownStringError,
    address,
    joined,
    plain,
    title,
)
from briefgen.load.references.csl_json import reference_of
from briefgen.model.facts.declarations import fields_of
from briefgen.model.facts.field_roles import FieldRole
from briefgen.model.facts.parties_people_references import IGNORE_REASON, TITLE_SENTENCE, Reference, own_key

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bibtexparser.model import Entry, String

    from briefgen.diagnostics import Report

TYPES = {
    "article": "article-journal", "book": "book", "booklet": "pamphlet", "collection": "book", "conference":
    "paper-conference", "dataset": "dataset", "electronic": "webpage", "inbook": "chapter", "incollection": "chapter",
    "inproceedings": "paper-conference", "legislation": "legislation", "manual": "report", "mastersthesis": "thesis",
    "misc": "document", "online": "webpage", "phdthesis": "thesis", "proceedings": "book", "report": "report",
    "techreport": "report", "thesis": "thesis", "unpublished": "manuscript", "www": "webpage",
}  # fmt: skip
"""Type of an entry → type of CSL."""
_NAMES = {"author": "author", "editor": "editor", "translator": "translator"}
_WORDS = {
    "shorttitle": "title-short", "journal": "container-title", "journaltitle": "container-title",
    "booktitle": "container-title", "maintitle": "container-title", "publisher": "publisher",
    "institution": "publisher", "school": "publisher", "organization": "publisher", "address": "publisher-place",
    "location": "publisher-place", "volume": "volume", "issue": "issue", "edition": "edition",
    "series": "collection-title", "isbn": "ISBN", "issn": "ISSN", "note": "note", "langid": "language",
    "language": "language", "type": "genre", "chapter": "chapter-number",
}  # fmt: skip
"""Field of an entry → variable of CSL; of two that fill the same one, the first wins."""
_OWN_FIELDS = {key: field for field in fields_of(Reference) if (key := own_key(field.written))}
_LABELS = tuple(key for key, field in _OWN_FIELDS.items() if field.role in {FieldRole.SENSITIVITY, FieldRole.TOPICS})
_OWN = (*_OWN_FIELDS, IGNORE_REASON, TITLE_SENTENCE)
MAX_ENTRIES = 20_000
_HINT = "close every brace and quote, and put a comma behind each field"


def parse_bibtex(text: str, path: str, report: Report) -> list[Reference]:
    """The references of a BibTeX text; None is read where the reader is not installed, and that is told."""
    try:
        from bibtexparser import model
        from bibtexparser.entrypoint import parse_string
    except ImportError:
        hint = "run: pip install 'briefgen[bib]', or export references.json"
        report.error("BG121", Place(path, 1), "the reader of BibTeX is not installed", hint)
        return []
    if len(re.findall(r"^\s*@", text, re.MULTILINE)) > MAX_ENTRIES:
        report.error("BG103", Place(path), f"holds more than {MAX_ENTRIES} entries", "split the file")
        return []
    logging.getLogger("bibtexparser").addHandler(logging.NullHandler())
    library = parse_string(text, parse_stack=[])
    strings: dict[str, str] = {}
    found: list[Reference] = []
    for block in library.blocks:
        place = Place(path, (block.start_line or 0) + 1, 1)
        if isinstance(block, model.String):
            _keep_string(block, strings, place, report)
        elif isinstance(block, model.Entry):
            found += _references(block, strings, place, report)
        elif isinstance(block, model.DuplicateBlockKeyBlock):
            report.error("BG105", place, f"the entry '{echo(block.key)}' is given twice", "keep one of the two")
        elif isinstance(block, model.DuplicateFieldKeyBlock):
            twice = ", ".join(sorted(map(echo, block.duplicate_keys)))
            report.error("BG105", place, f"{twice} is given twice in one entry", "keep one of the two")
        elif isinstance(block, model.ParsingFailedBlock):
            report.error("BG104", place, "the entry that begins here is not well-formed BibTeX", _HINT)
    return found


def _references(entry: Entry, strings: Mapping[str, str], place: Place, report: Report) -> list[Reference]:
    """The reference of an entry, or none; what nests in it is read by functions that call themselves."""
    try:
        reference = _reference(entry, strings, place, report)
    except RecursionError:
        report.error("BG103", place, "this entry is nested too deeply", "take out braces and commands in one another")
        return []
    return [reference] if reference else []


def _keep_string(block: String, strings: dict[str, str], place: Place, report: Report) -> None:
    try:
        strings[block.key.lower()] = joined(str(block.value), strings)
    except (UnknownStringError, LongValueError) as error:
        _tell(error, block.key, strings, place, report)
        strings[block.key.lower()] = ""  # told once, not again where it is used


def _tell(error: ValueError, key: str, strings: Mapping[str, str], place: Place, report: Report) -> None:
    """Report what keeps a field or string from being read."""
    if isinstance(error, LongValueError):
        report.error("BG103", place, f"'{echo(key)}' is longer than {MAX_FIELD} characters", "shorten it")
        return
    name = echo(str(error))
    hint = did_you_mean(name.lower(), strings) or "put the words in braces"
    report.error("BG109", place, f"there is no @string '{name}'", hint)


def _reference(entry: Entry, strings: Mapping[str, str], place: Place, report: Report) -> Reference | None:
    kind = entry.entry_type.lower()
    if kind not in TYPES:
        message = f"'@{echo(kind)}' is no type of entry that briefgen reads"
        report.error("BG109", place, message, did_you_mean(kind, TYPES))
        return None
    values: dict[str, str] = {}
    for field in entry.fields:
        where = Place(place.path, (field.start_line or 0) + 1, 1)
        try:
            value = joined(str(field.value), strings)
        except (UnknownStringError, LongValueError) as error:
            _tell(error, field.key, strings, where, report)
            return None
        name = field.key.lower()
        if name not in _OWN and (meant := close_to(name, _LABELS)):
            # A label that nobody reads would open what it is meant to close.
            report.error("BG106", where, f"an entry has no field '{echo(name)}'", f"did you mean '{meant}'?")
            return None
        values[name] = value
    return reference_of(_record(entry.key, kind, values), place, report)


def _record(key: str, kind: str, values: Mapping[str, str]) -> dict[str, Any]:
    """An entry as a record of CSL-JSON."""
    record: dict[str, Any] = {"id": key, "type": TYPES[kind]}
    for name, variable in _NAMES.items():
        if name in values:
            record[variable] = _people(values[name])
    for name, variable in _WORDS.items():
        if name in values:
            record.setdefault(variable, plain(values[name]))
    given, sentence = title(values.get("title", ""))
    if "subtitle" in values:
        given, sentence = f"{given}: {plain(values['subtitle'])}", None
    record |= {"title": given, **_addresses(values), **_numbers(kind, values), **_dates(values)}
    if record["type"] == "document" and "URL" in record:
        record["type"] = "webpage"
    if record["type"] == "webpage" and "container-title" not in record and "publisher" in record:
        record["container-title"] = record.pop("publisher")
    custom = {name: plain(values[name]) for name in _OWN if name in values}
    if "topics" in custom:
        custom["topics"] = " ".join(custom["topics"].replace(",", " ").split())
    record["custom"] = ({"title_sentence": sentence} if sentence else {}) | custom
    return record


def _addresses(values: Mapping[str, str]) -> dict[str, str]:
    found = {variable: address(values[name]) for name, variable in (("url", "URL"), ("doi", "DOI")) if name in values}
    if "URL" not in found and "\\url" in values.get("howpublished", ""):
        found["URL"] = address(values["howpublished"])
    return found


def _numbers(kind: str, values: Mapping[str, str]) -> dict[str, str]:
    found = {}
    if "pages" in values:
        found["page"] = re.sub(r"\s*[-–]+\s*", "-", plain(values["pages"]))
    if "number" in values:
        found["issue" if kind == "article" else "number"] = plain(values["number"])
    return found


def _dates(values: Mapping[str, str]) -> dict[str, Any]:
    """Dates in EDTF: BibLaTeX writes them so; BibTeX has year and month apart."""
    found = {}
    issued = values.get("date") or _year_and_month(values)
    if issued:
        found["issued"] = {"raw": plain(issued)}
    if values.get("urldate"):
        found["accessed"] = {"raw": plain(values["urldate"]).replace("–", "-")}
    return found


def _year_and_month(values: Mapping[str, str]) -> str:
    year, month = plain(values.get("year", "")), plain(values.get("month", "")).lower()
    number = f"{MONTHS.index(month[:3]) + 1}" if month[:3] in MONTHS else month
    day = plain(values.get("day", ""))
    if not year or not _is_number(number):
        return year
    return f"{year}-{number.zfill(2)}-{day.zfill(2)}" if _is_number(day) else f"{year}-{number.zfill(2)}"


def _is_number(text: str) -> bool:
    """Whether a month or day is written in digits; what they come to is the date's own question."""
    return text.isascii() and text.isdecimal()


def _people(text: str) -> list[dict[str, str]]:
    """Names in any of BibTeX's forms; one in braces is an institution."""
    from bibtexparser.middlewares.names import parse_single_name_into_parts, split_multiple_persons_names

    found = []
    for name in split_multiple_persons_names(" ".join(text.split())):
        if name.startswith("{") and name.endswith("}") and name.count("{") == 1:
            found.append({"literal": plain(name)})
        elif name.lower() != "others":
            parts = parse_single_name_into_parts(name, strict=False)
            fields = {
                "family": parts.last, "given": parts.first, "non-dropping-particle": parts.von, "suffix": parts.jr
            }  # fmt: skip
            found.append({field: plain(" ".join(words)) for field, words in fields.items() if words})
    return found
