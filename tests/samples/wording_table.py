"""The table of docs/wording.md, made from the declarations of the wording."""

from __future__ import annotations

from typing import assert_never

from briefgen.model.wording.declared_entries import Entries, Entry, ListOf, OfFacts
from briefgen.model.wording.patterns import Handed, Pattern
from briefgen.model.wording.phrases import declarations
from samples.english_words import english


def table() -> str:
    """A row for each entry: its name, what it is for, what its words must and may have, and what is shipped."""
    rows = [
        "| entry | what it is for | its words have | and may have | neutral, as shipped |",
        "| :-- | :-- | :-- | :-- | :-- |",
    ]
    words = english()
    for name, declared in declarations().items():
        value = getattr(words, name, None) or getattr(words, f"{name}_")
        match declared:
            case Entry():
                rows.append(_row(name, declared.about, declared.handed, _said(value)))
            case Entries():
                rows.append(_row(name, declared.about, None, "", ", ".join(f"`{key}`" for key in declared.keys)))
            case OfFacts():
                rows.append(_row(name, declared.about, None, "", "a key for each"))
            case ListOf():
                rows.append(_row(name, declared.about, None, ", ".join(value)))
            case _:
                assert_never(declared)
    return "\n".join(rows)


def _row(name: str, about: str, handed: Handed | None, said: str, keys: str = "") -> str:
    needed = (" or ".join(f"`{{{slot}}}`" for slot in among) for among in handed.needed) if handed else ()
    required = ", ".join(needed) if handed else keys
    optional = ", ".join(f"`{{{slot}}}`" for slot in handed.optional) if handed else ""
    return f"| `{name}` | {about} | {required} | {optional} | {said} |"


def _said(value: object) -> str:
    words = value.text if isinstance(value, Pattern) else str(value)
    return words.replace("|", "\\|").replace("\u00a0", " ").replace("_", "\\_")
