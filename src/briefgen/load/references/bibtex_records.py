"""One entry of a library, with what it inherits, as a record of CSL-JSON."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from briefgen.diagnostics import close_to, echo
from briefgen.load.references.bibtex_dates import date_of
from briefgen.load.references.bibtex_names import OTHERS, people
from briefgen.load.references.bibtex_titles import container_of, title_of
from briefgen.load.references.bibtex_types import (
    ANY_TYPE,
    EDITOR_ROLES,
    GENRES,
    KIND_BY_TYPE,
    NAMES,
    NOTES,
    PUBLISHERS,
    STATES,
    SUBTYPES,
    TYPES,
    WITHOUT_VARIABLE,
    WORDS,
)
from briefgen.load.references.bibtex_values import address
from briefgen.model.values.address import AddressError, parse_address

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefgen.load.references.entry_losses import EntryLosses

_EPRINTS = {
    "arxiv": "https://arxiv.org/abs/{}", "jstor": "https://www.jstor.org/stable/{}", "hdl": "https://hdl.handle.net/{}",
    "pubmed": "https://pubmed.ncbi.nlm.nih.gov/{}/", "ssrn": "https://ssrn.com/abstract={}", "googlebooks":
    "https://books.google.com/books?id={}", "hal": "https://hal.science/{}", "urn": "https://nbn-resolving.org/{}",
}  # fmt: skip
"""Where a number of an archive leads."""
_PUBMED = "https://pubmed.ncbi.nlm.nih.gov/{}/"
_CENTRAL = "https://www.ncbi.nlm.nih.gov/pmc/articles/{}/"
_IN_A_SERIES = frozenset({"book", "chapter", "paper-conference"})
_DATES = {"": "issued", "url": "accessed", "event": "event-date", "orig": "original-date"}
"""What goes before `date`, `year` and `month` → variable."""


def record_of_entry(key: str, kind: str, values: Mapping[str, str], losses: EntryLosses) -> dict[str, Any]:
    """An entry as a record of CSL-JSON; `title` is missing where nothing names it."""
    record: dict[str, Any] = {"id": key, "type": _type(kind, values, losses), **_names(values, losses)}
    for name, variable in WORDS.items():
        if name not in PUBLISHERS and (words := losses.words.plain(values.get(name, ""))):
            record.setdefault(variable, words)
    record |= _publisher(values, losses) | _container(kind, values, losses)
    record |= _kind(kind, record, losses.words.plain(values.get("type", ""))) | _numbers(record["type"], values, losses)
    record |= {**_addresses(values, losses), **_dates(values, losses)}
    _tidy(record)
    for name in sorted(WITHOUT_VARIABLE & values.keys()):
        losses.add(f"no style of citation has a place for '{name}'")
    given, sentence = title_of(kind, values, losses)
    if sentence:
        record["custom"] = {"title_sentence": sentence}
    return {**record, "title": given} if given else record


def _type(kind: str, values: Mapping[str, str], losses: EntryLosses) -> str:
    if kind not in TYPES:
        meant = close_to(kind, TYPES)
        hint = f" (did you mean '@{meant}'?)" if meant else ""
        losses.add(f"'@{echo(kind)}' is no type that briefgen knows{hint}, and is cited as a document")
    found = TYPES.get(kind, ANY_TYPE)
    subtype = SUBTYPES.get(values.get("entrysubtype", "").strip().lower())
    if subtype and found in {"article-journal", "periodical"}:
        return subtype
    return "speech" if found == "manuscript" and values.get("eventtitle") else found


def _tidy(record: dict[str, Any]) -> None:
    """A page on the web, whose owner is its site; words of BibLaTeX as they are printed."""
    if record["type"] == "document" and "URL" in record:
        record["type"] = "webpage"
    if record["type"] == "webpage" and "container-title" not in record and "publisher" in record:
        record["container-title"] = record.pop("publisher")
    if "status" in record:
        record["status"] = STATES.get(record["status"], record["status"])
        record.setdefault("issued", {"literal": record["status"]})


# ------------------------------------------------------------ names


def _names(values: Mapping[str, str], losses: EntryLosses) -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = {}
    for name, variable in NAMES.items():
        if name not in values or (name == "holder" and "author" in found):
            continue
        if "xdata=" in values[name].replace(" ", ""):
            losses.add(f"names of '{name}' that another entry lists (xdata=) are left out")
        role = values.get(f"{name}type", "").strip().lower()
        if role and role not in EDITOR_ROLES:
            losses.add(f"the role '{echo(role)}' is printed as that of an editor")
        held = found.setdefault(EDITOR_ROLES.get(role, variable), [])
        if OTHERS in held:
            held.remove(OTHERS)
        held += people(values[name], losses.words)
    return {variable: names for variable, names in found.items() if names}


# ------------------------------------------------------------ words


def _publisher(values: Mapping[str, str], losses: EntryLosses) -> dict[str, str]:
    given = [name for name in PUBLISHERS if name in values and not _leads(values, name)]
    said = [words for name in given if (words := losses.words.plain(values[name]))]
    return {"publisher": ", ".join(dict.fromkeys(said))} if said else {}


def _leads(values: Mapping[str, str], name: str) -> bool:
    """Whether what is said of the publisher is an address."""
    return name == "howpublished" and re.search(r"\\url|^\W*https?://", values[name]) is not None


def _container(kind: str, values: Mapping[str, str], losses: EntryLosses) -> dict[str, str]:
    container = container_of(kind, values, losses)
    if "issuetitle" in values and kind != "periodical":
        losses.add("no style of citation has a place for 'issuetitle'")
    notes = [words for name in NOTES if (words := losses.words.plain(values.get(name, "")))]
    found = {"container-title": container} if container else {}
    if notes:
        found["note"] = " ".join(f"{note.rstrip('.')}." for note in notes) if notes[1:] else notes[0]
    return found


def _kind(kind: str, record: Mapping[str, Any], written: str) -> dict[str, str]:
    """What kind of report, thesis or patent it is, in words."""
    if written:
        return {"genre": GENRES.get(written.lower(), written)}
    return {"genre": GENRES[kind]} if kind in KIND_BY_TYPE and "genre" not in record else {}


def _numbers(csl_type: str, values: Mapping[str, str], losses: EntryLosses) -> dict[str, str]:
    found = {}
    plain = losses.words.plain
    pages = plain(values.get("pages", "") or values.get("eid", ""))
    if pages:
        found["page"] = re.sub(r"(?<=\w)\s*[-–—]+\s*(?=\w)", "-", pages)
    if part := plain(values.get("part", "")):
        volume = plain(values.get("volume", ""))
        found["volume"] = f"{volume}.{part}" if volume else part
    if number := plain(values.get("number", "")):
        issue = plain(values.get("issue", ""))
        if csl_type.startswith("article") or csl_type == "periodical":
            found["issue"] = f"{number}, {issue}" if issue and issue != number else number
        elif csl_type in _IN_A_SERIES and "series" in values:
            found["collection-number"] = number
        else:
            found["number"] = number
    return found


# ------------------------------------------------------------ addresses and dates


def _addresses(values: Mapping[str, str], losses: EntryLosses) -> dict[str, str]:
    found = {variable: address(values[name]) for name, variable in (("url", "URL"), ("doi", "DOI")) if values.get(name)}
    if "URL" not in found and "howpublished" in values and _leads(values, "howpublished"):
        found["URL"] = address(values["howpublished"])
    for name, lead in (("pmid", _PUBMED), ("pmcid", _CENTRAL)):
        if number := address(values.get(name, "")):
            found.setdefault("URL", lead.format(number))
    if number := address(values.get("eprint", "")):
        archive = (values.get("eprinttype") or values.get("archiveprefix") or "").strip().lower()
        if archive in _EPRINTS:
            found.setdefault("URL", _EPRINTS[archive].format(number.removeprefix("arXiv:")))
        elif "URL" not in found:
            losses.add(f"nobody knows where 'eprint' leads ('{echo(archive)}')")
    return _leading_somewhere(found, losses)


def _leading_somewhere(found: dict[str, str], losses: EntryLosses) -> dict[str, str]:
    """The addresses without one that no link may lead to."""
    if "URL" not in found:
        return found
    try:
        parse_address(found["URL"])
    except AddressError as error:
        losses.add(f"the address '{echo(found.pop('URL'))}' {error}, and is left out")
    return found


def _dates(values: Mapping[str, str], losses: EntryLosses) -> dict[str, Any]:
    """Dates in EDTF, or in words."""
    found = {}
    plain = {name: _when(name, value, losses) for name, value in values.items() if _says_when(name)}
    for lead, variable in _DATES.items():
        date, wrong = date_of(plain, lead)
        if wrong:
            kept = f"only the year {date} is kept" if date else "it is left out"
            losses.add(f"'{echo(wrong)}' is no date, and {kept}")
        if date:
            found[variable] = {"raw": date}
    return found


def _when(name: str, value: str, losses: EntryLosses) -> str:
    """A date in EDTF, in which a tilde means doubt and no blank; years and months are words like any."""
    return " ".join(value.split()).strip("{} ") if name.endswith("date") else losses.words.plain(value)


def _says_when(name: str) -> bool:
    return name.endswith(("date", "year", "month", "day"))
