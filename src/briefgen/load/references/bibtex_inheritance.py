"""What an entry takes from others: `xdata` and `crossref`, by the rules of BibLaTeX."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.load.references.bibtex_types import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_NOT_INHERITED = words_of(
    "ids crossref xref xdata entryset entrysubtype execute label options presort related relatedoptions relatedstring "
    "relatedtype shorthand shorthandintro sortkey shorttitle sorttitle indextitle indexsorttitle keywords title "
    "subtitle titleaddon"
)
_OWN = words_of("source_class issued_inferred title_sentence seed ignore ignore_reason")
"""What briefgen is told of one entry alone; its labels go on to what shows its title: what hides it, hides that."""
_PARTS = words_of("inbook incollection inproceedings inreference bookinbook suppbook suppcollection conference chapter")
_TITLES = ("title", "subtitle", "titleaddon")
_PERIODICALS = frozenset({"article", "suppperiodical", "review"})
_DEEPEST = 8
"""Entries in one another; BibLaTeX's own examples have three."""


def inherited(
    kind: str, values: Mapping[str, str], entries: Mapping[str, tuple[str, Mapping[str, str]]]
) -> tuple[dict[str, str], list[str]]:
    """The fields of an entry with those of the entries that it points to, and the keys of which there is none."""
    missing: list[str] = []
    found = _with_parents(kind, dict(values), entries, missing, frozenset())
    return found, missing


def _with_parents(
    kind: str,
    values: dict[str, str],
    entries: Mapping[str, tuple[str, Mapping[str, str]]],
    missing: list[str],
    seen: frozenset[str],
) -> dict[str, str]:
    for key, is_data in _parents(values):
        if key.lower() not in entries:
            missing.append(key)
        elif key.lower() not in seen and len(seen) < _DEEPEST:
            parent_kind, own = entries[key.lower()]
            parent = _with_parents(parent_kind, dict(own), entries, missing, seen | {key.lower()})
            given = parent if is_data else dict(_given(kind, parent_kind, parent, has_title="title" in values))
            values = {**given, **values}
    return values


def _parents(values: Mapping[str, str]) -> Iterator[tuple[str, bool]]:
    """Keys of other entries, and whether all of their fields are taken as they are."""
    for field in ("xdata", "crossref"):
        yield from ((key, field == "xdata") for part in values.get(field, "").split(",") if (key := part.strip()))


def _given(kind: str, parent_kind: str, parent: Mapping[str, str], *, has_title: bool) -> Iterator[tuple[str, str]]:
    """What a parent gives an entry, under the name that it has there."""
    for name, value in parent.items():
        if name not in _NOT_INHERITED and name not in _OWN:
            yield name, value
    renamed = _renamed(kind, parent_kind)
    if not renamed:
        # As in BibTeX: a version of a work that has no title of its own bears that of the work.
        yield from ((title, parent[title]) for title in _TITLES if title in parent and not has_title)
        return
    for title in _TITLES:
        if title in parent:
            yield f"{renamed}{title}", parent[title]
    if renamed == "book" and parent_kind in {"book", "mvbook"} and "author" in parent:
        yield "bookauthor", parent["author"]


def _renamed(kind: str, parent_kind: str) -> str:
    """What goes before `title` where a parent's title is inherited; nothing where it is not."""
    if parent_kind == "periodical" or kind in _PERIODICALS:
        return "journal"
    if parent_kind.startswith("mv"):
        return "main"
    return "book" if kind in _PARTS else ""
