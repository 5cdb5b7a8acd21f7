"""Names of people and institutions in any form of BibTeX, those of BibLaTeX with their parts named included."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.late_patterns import late_pattern
from briefgen.load.references.bibtex_values import split

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.load.references.tex_words import TexWords

OTHERS = {"literal": "others"}
"""Stands last in a list of names that is not whole, as reference managers write it into CSL-JSON."""
_PARTS = {"family": "family", "given": "given", "suffix": "suffix", "prefix": "non-dropping-particle"}
_EXTENDED = late_pattern(r"\s*\"?\s*([a-z]+(?:-i)?)\s*=\s*(.*?)\"?\s*", re.DOTALL | re.IGNORECASE)
_TILDE = late_pattern(r"\\~\s*(\{[^{}]*\}|\\[A-Za-z]+|[^\s\\{}])")
"""An accent; in braces, so that nobody takes it for the blank that TeX writes as a tilde."""
_OPTIONS = frozenset(
    {"useprefix", "nosortothers", "uniquelist", "uniquename", "sortingnamekeytemplatename", "xdata", "nonametext"}
)
"""What may stand among names, or in their place, and is none."""
_KNOWN = frozenset({"family", "given", "prefix", "suffix"})


def people(text: str, words: TexWords) -> list[dict[str, str]]:
    """Names as CSL-JSON; one in braces is an institution."""
    found = [person for name in _apart(" ".join(text.split())) if (person := _person(name, words))]
    return found if found != [OTHERS] else []


def _apart(text: str) -> Iterator[str]:
    """The names of a list: `and` stands between them, outside of braces."""
    depth, start = 0, 0
    for found in re.finditer(r"\\.|[{}]|(?<![^\s}])and(?![^\s{])", text, re.IGNORECASE | re.DOTALL):
        mark = found[0]
        if mark == "{":
            depth += 1
        elif mark == "}":
            depth = max(depth - 1, 0)
        elif depth == 0 and mark.lower() == "and":
            yield text[start : found.start()].strip()
            start = found.end()
    yield text[start:].strip()


def _person(name: str, words: TexWords) -> dict[str, str]:
    if not name.strip(" ,{}~"):
        return {}
    if name.lower() in {"others", "et al.", "et al"}:
        return dict(OTHERS)
    extended = _extended(name, words)
    if extended is not None:
        return extended
    if _is_one_group(name):
        return {"literal": words.plain(name)}
    from bibtexparser.middlewares.names import parse_single_name_into_parts

    parts = parse_single_name_into_parts(_TILDE.sub(r"{\\~\1}", name), strict=False)
    fields = {"family": parts.last, "given": parts.first, "non-dropping-particle": parts.von, "suffix": parts.jr}
    said = {field: words.plain(" ".join(said)) for field, said in fields.items() if said}
    return {field: tidy for field, text in said.items() if (tidy := text.strip(" ,"))}


def _is_one_group(name: str) -> bool:
    """Whether one pair of braces holds the whole name."""
    depth = 0
    for at, character in enumerate(name):
        depth += (character == "{") - (character == "}")
        if depth == 0:
            return at == len(name) - 1 and name[0] == "{" and name[1] != "\\"
    return False


def _extended(name: str, words: TexWords) -> dict[str, str] | None:
    """A name with its parts named: `family=Meij, prefix=van der, given=Hans`; nothing of what only says how to sort."""
    pairs = [_EXTENDED.fullmatch(part) for part in split(name, ",")]
    said = {pair[1].lower(): pair[2] for pair in pairs if pair}
    if None in pairs or not (said.keys() & _KNOWN or said.keys() <= _OPTIONS):
        return None
    found = {_PARTS[part]: words.plain(value) for part, value in said.items() if part in _PARTS and value.strip("{} ")}
    if said.get("useprefix", "").lower() == "false" and "non-dropping-particle" in found:
        found["dropping-particle"] = found.pop("non-dropping-particle")
    if "family" not in found and "given" not in found:
        return {"literal": next(iter(found.values()))} if found else {}
    return found
