"""Characters that no face has: told once for each file and script, at the first fact that brought one in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import NOWHERE, Diagnostic, Severity
from briefgen.model.document import TextRun
from briefgen.model.traversal import document_units, leaves, runs
from briefgen.records import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from briefgen.model.document import Document
    from briefgen.model.origin import FactOrigin


@dataclass(slots=True)
class _Lack:
    """What is missing of one script in one file."""

    first: FactOrigin | None
    """The first fact with such a character; None for words that come from no file of the data."""
    characters: dict[str, None] = field(default_factory=dict)
    """In the order met."""


def missing_glyphs(document: Document, characters: Collection[str]) -> tuple[Diagnostic, ...]:
    """A warning for each file and script, with the place of the first fact whose words hold such characters."""
    if not characters:
        return ()
    from briefgen.render.pdf.text.scripts import script_name

    lacks: dict[tuple[str, str], _Lack] = {}
    for fact, character in _met(document, frozenset(characters), characters):
        key = (fact.place.path if fact else "", script_name(character))
        lacks.setdefault(key, _Lack(fact)).characters[character] = None
    return tuple(_warning(script, lack) for (_, script), lack in lacks.items())


def _met(
    document: Document, wanted: frozenset[str], in_order: Collection[str]
) -> Iterator[tuple[FactOrigin | None, str]]:
    """Each such character with the fact it came from; last those that came from none."""
    found: set[str] = set()
    for leaf in (leaf for run in runs(document_units(document)) for leaf in leaves(run)):
        if isinstance(leaf, TextRun) and leaf.origin and leaf.origin.facts and not wanted.isdisjoint(leaf.text):
            here = [character for character in dict.fromkeys(leaf.text) if character in wanted]
            found.update(here)
            yield from ((leaf.origin.facts[0], character) for character in here)
    yield from ((None, character) for character in in_order if character not in found)


def _warning(script: str, lack: _Lack) -> Diagnostic:
    count, sample, fact = len(lack.characters), next(iter(lack.characters)), lack.first
    # One form for one and for many: what several briefs say of a file is told together.
    what = f"characters of the {script} script" if script else "signs or emoji"
    return Diagnostic(
        "BG501",
        Severity.WARNING,
        fact.place if fact else NOWHERE,
        f"the fonts of the PDF lack {what} ({count}, such as '{sample} (U+{ord(sample):04X})'); "
        "a lozenge stands in place of each",
        "write the words in Latin, Cyrillic, Greek, Arabic, Hebrew, Georgian, Devanagari or Thai letters too, or hand "
        "out the DOCX or HTML, which are shown with the reader's fonts",
        about=fact.fact if fact else "",
    )
