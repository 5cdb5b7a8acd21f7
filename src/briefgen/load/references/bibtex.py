"""references.bib: BibTeX and BibLaTeX as reference managers export them, entry by entry to CSL-JSON."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from briefgen.diagnostics import Extra, Place, close_to, echo
from briefgen.late_patterns import late_pattern
from briefgen.load.nodes.value_positions import Positions
from briefgen.load.references.bibtex_inheritance import inherited
from briefgen.load.references.bibtex_records import record_of_entry
from briefgen.load.references.bibtex_types import CONTAINERS, NOT_PRINTED, READ, SETS
from briefgen.load.references.bibtex_values import MAX_FIELD, LongValueError, UnknownStringError, joined
from briefgen.load.references.csl_json import reference_of
from briefgen.load.references.entry_losses import EntryLosses
from briefgen.load.references.tex_cursor import DeepValueError
from briefgen.model.facts.declarations import fields_of
from briefgen.model.facts.field_roles import FieldRole
from briefgen.model.facts.parties_people_references import IGNORE_REASON, TITLE_SENTENCE, Reference, own_key
from briefgen.records import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bibtexparser.model import Entry, String

    from briefgen.diagnostics import Report

_OWN_FIELDS = {key: field for field in fields_of(Reference) if (key := own_key(field.written))}
_LABELS = tuple(key for key, field in _OWN_FIELDS.items() if field.role in {FieldRole.SENSITIVITY, FieldRole.TOPICS})
_OWN = (*_OWN_FIELDS, IGNORE_REASON, TITLE_SENTENCE)
MAX_ENTRIES = 20_000
_HINT = "close every brace and quote, and put a comma behind each field"
_COMMENTARY = late_pattern(r"@commentary(?=\s*[{(])", re.IGNORECASE)
"""A type of BibLaTeX, a book to all styles, which the reader takes for a comment."""
_LIKENESS = 0.85
"""Of a field that nobody reads to one that is: a letter wrong in a word of seven."""


@dataclass(slots=True)
class _Library:
    """What a file holds, in its order."""

    path: str
    report: Report
    strings: dict[str, str] = field(default_factory=dict)
    entries: dict[str, _Raw] = field(default_factory=dict)
    """By their keys in small letters, as BibTeX takes them."""


@dataclass(slots=True)
class _Raw:
    """An entry with its fields as they are written."""

    key: str
    kind: str
    place: Place
    values: dict[str, str] = field(default_factory=dict)
    losses: EntryLosses = field(default_factory=EntryLosses)


def parse_bibtex(text: str, path: str, report: Report) -> list[Reference]:
    """The references of a BibTeX text; None is read where the reader is not installed, and that is told."""
    try:
        from bibtexparser import model
        from bibtexparser.entrypoint import parse_string
    except ImportError:
        hint = f"export references.json, or {Extra.BIB.installed_by}"
        report.error("BG121", Place(path, 1), "the reader of BibTeX is not installed", hint)
        return []
    if len(re.findall(r"^\s*@", text, re.MULTILINE)) > MAX_ENTRIES:
        report.error("BG103", Place(path), f"holds more than {MAX_ENTRIES} entries", "split the file")
        return []
    import logging  # which the reader has loaded

    logging.getLogger("bibtexparser").addHandler(logging.NullHandler())
    library = _Library(path, report)
    for block in parse_string(_COMMENTARY.sub("@book", text), parse_stack=[]).blocks:
        _keep(block, model, library)
    fields = {key: (raw.kind, raw.values) for key, raw in library.entries.items()}
    made = (_reference(raw, fields, report) for raw in library.entries.values() if raw.kind not in CONTAINERS)
    return [reference for reference in made if reference]


# ------------------------------------------------------------ what a file holds


def _keep(block: Any, model: Any, library: _Library) -> None:  # noqa: ANN401 - the reader is imported when it is used
    """Note a block of the file, or tell why it is left out."""
    place = Place(library.path, (block.start_line or 0) + 1, 1)
    if isinstance(block, model.String):
        _keep_string(block, place, library)
    elif isinstance(block, model.Entry):
        _keep_entry(block, place, library)
    elif isinstance(block, model.DuplicateBlockKeyBlock):
        if isinstance(block.ignore_error_block, model.String):
            _keep_string(block.ignore_error_block, place, library)  # BibTeX: from here on the name means this
        else:
            library.report.error("BG105", place, f"the entry '{echo(block.key)}' is given twice", "keep one of the two")
    elif isinstance(block, model.DuplicateFieldKeyBlock):
        _keep_entry(block.ignore_error_block, place, library)
    elif isinstance(block, model.ParsingFailedBlock):
        library.report.error("BG104", place, "the entry that begins here is not well-formed BibTeX", _HINT)


def _keep_string(block: String, place: Place, library: _Library) -> None:
    losses = EntryLosses()
    library.strings[block.key.lower()] = _value(block.key, str(block.value), place, library, losses) or ""
    losses.tell(f"@string {block.key}", place, library.report)


def _value(name: str, raw: str, place: Place, library: _Library, losses: EntryLosses) -> str | None:
    """What a field says, or None after telling why it cannot be read."""
    try:
        return joined(raw, library.strings)
    except LongValueError:
        message = f"'{echo(name)}' is longer than {MAX_FIELD} characters"
        library.report.error("BG103", place, message, "shorten it")
        return None
    except UnknownStringError as unknown:
        losses.add(f"there is no @string '{echo(str(unknown))}' for '{echo(name)}', and the word itself is printed")
        return joined(f"{{{unknown}}}", {}) if raw.strip() == str(unknown) else raw.replace("#", " ").strip('{}" ')


def _keep_entry(entry: Entry, place: Place, library: _Library) -> None:
    raw = _Raw(entry.key.strip(), entry.entry_type.lower(), place)
    if not raw.key:
        message = "an entry without a key is left out: no fact can name it"
        library.report.warning("BG125", place, message, "write a key behind the brace: @book{smith-2020, ...}")
        return
    for written in entry.fields:
        where = Place(place.path, (written.start_line or 0) + 1, 1)
        name = written.key.lower()
        if name in NOT_PRINTED:
            continue
        if name not in _OWN and (meant := close_to(name, _LABELS)):
            # A label that nobody reads would open what it is meant to close.
            library.report.error("BG106", where, f"an entry has no field '{echo(name)}'", f"did you mean '{meant}'?")
            return
        value = _value(written.key, str(written.value), where, library, raw.losses)
        if value is None:
            return
        if name in raw.values:
            raw.losses.add(f"'{echo(name)}' is given twice, and the first is read")
        raw.values.setdefault(name, value)
        _tell_misspelt(name, raw.losses)
    library.entries.setdefault(raw.key.lower(), raw)


def _tell_misspelt(name: str, losses: EntryLosses) -> None:
    if name not in READ and name not in _OWN and (meant := close_to(name, READ, _LIKENESS)):
        losses.add(f"nobody reads a field '{echo(name)}' (did you mean '{meant}'?)")


# ------------------------------------------------------------ what an entry is


def _reference(raw: _Raw, entries: Mapping[str, tuple[str, Mapping[str, str]]], report: Report) -> Reference | None:
    """The reference of an entry, or None after telling why there is none."""
    if raw.kind in SETS:
        raw.losses.add(f"'@{raw.kind}' is no reference of its own: name the entries that it holds")
        raw.losses.tell(raw.key, raw.place, report)
        return None
    values, missing = inherited(raw.kind, raw.values, entries)
    for key in missing:
        raw.losses.add(f"there is no entry '{echo(key)}' to take fields from")
    try:
        record = record_of_entry(raw.key, raw.kind, values, raw.losses)
        record["custom"] = record.get("custom", {}) | _own(values, raw.losses)
    except DeepValueError:
        hint = "take out braces and commands in one another"
        report.error("BG103", raw.place, "this entry is nested too deeply", hint)
        return None
    raw.losses.tell(raw.key, raw.place, report)
    return reference_of(record, Positions(raw.place), report)


def _own(values: Mapping[str, str], losses: EntryLosses) -> dict[str, str]:
    """What is briefgen's own of an entry."""
    custom = {name: losses.words.plain(values[name]) for name in _OWN if name in values}
    if "topics" in custom:
        custom["topics"] = " ".join(custom["topics"].replace(",", " ").split())
    return custom
