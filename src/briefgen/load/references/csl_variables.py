"""What the variables of a CSL-JSON record may hold; one that holds something else is told and left out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from briefgen.diagnostics import echo
from briefgen.load.nodes.decoding import clean_text
from briefgen.load.references.csl_vocabulary import DATES, NAMES, VARIABLES
from briefgen.model.values.address import AddressError, parse_address

if TYPE_CHECKING:
    from briefgen.diagnostics import Place, Report
    from briefgen.load.nodes.value_positions import Positions


def cleaned(value: Any) -> Any:  # noqa: ANN401 - any JSON
    """A value with every text of it, keys too, made clean and in one line.

    Raises:
        RefusedCharacterError: naming the first character that cannot stand in a brief.
    """
    if isinstance(value, str):
        return re.sub(r"[\t\n\r]", " ", clean_text(value))
    if isinstance(value, dict):
        return {cleaned(name): cleaned(part) for name, part in value.items()}
    return [cleaned(part) for part in value] if isinstance(value, list) else value


def sound(record: dict[str, Any], spots: Positions, report: Report) -> dict[str, Any]:
    """A record without the variables that no style could print, each told; null is nothing."""
    kept = {name: value for name, value in record.items() if value is not None}
    for name, value in list(kept.items()):
        fault = _fault(name, value)
        if fault:
            del kept[name]
            report.error("BG108", spots.at(name), *fault)
    _check_address(kept, spots.at("URL"), report)
    return kept


def _fault(name: str, value: Any) -> tuple[str, str] | None:  # noqa: ANN401 - any JSON
    """What is wrong with a variable, and what to write."""
    if name in NAMES and not _are_names(value):
        return f"'{name}' is no list of names", f'write "{name}": [{{"family": "...", "given": "..."}}]'
    if name in DATES and not isinstance(value, str | dict):
        return f"'{name}' is no date", f'write "{name}": {{"date-parts": [[2021, 4, 23]]}}'
    if name == "custom" and not isinstance(value, dict):
        return "'custom' is no group of fields", 'write "custom": {"source_class": "..."}'
    if name in VARIABLES - NAMES - DATES and (not isinstance(value, str | int | float) or isinstance(value, bool)):
        return f"'{name}' is neither a text nor a number", f'write "{name}": "..."'
    return None


def _are_names(value: Any) -> bool:  # noqa: ANN401 - any JSON
    return isinstance(value, list) and all(
        isinstance(name, dict)
        and any(name.get(part) for part in ("family", "given", "literal"))
        and all(isinstance(part, str | bool | int) for part in name.values())
        and all(isinstance(name.get(part, ""), str) for part in ("family", "given", "literal"))
        for name in value
    )


def _check_address(record: dict[str, Any], place: Place, report: Report) -> None:
    """Only what leads to a page or to a mailbox may become a link."""
    address = record.get("URL")
    if address is None:
        return
    try:
        parse_address(str(address))
    except AddressError as error:
        message = f"the address '{echo(str(address).strip())}' {error}"
        report.error("BG123", place, message, "write the page's own address as a browser shows it, or take it out")
        del record["URL"]
