"""The text of all shipped and fixture briefs before a grammar checker that works offline: no finding is left."""

from __future__ import annotations

import json
import re
import shutil
import sys
import unicodedata
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from briefgen.model.traversal import Role, note_units, plain_text, text_units
from conformance.judges import ROOT, absent, run
from samples import second_relation, shipped_briefs

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    from briefgen.model.document import Document

DATA = (ROOT / "data", ROOT / "tests/relations/india-czechia/data")
EXCEPTIONS = {
    "OxfordComma": "no comma before 'and': the house's way in British English",
    "LongSentences": "how long a sentence may be is said by its audience",
    "SentenceCapitalization": "labels and members of lists begin with a small letter",
    "OrthographicConsistency": "it takes Apr and Dec for acronyms",
    "CompoundNouns": "it wants 'percent' in British English",
    "RoadMap": "a roadmap between states is one word",
    "MissingTo": "it takes 'how far it has come: agreed' for an infinitive",
}
"""Rules of the checker that are not ours, each with the reason."""
TERMS = {"Intra"}
"""Of the field: intra-industry trade."""
NO_SENTENCES = frozenset({Role.ROW, Role.ENTRY, Role.AXIS, Role.POINT, Role.EVENT})
"""Cells, references and drawings: words that stand alone, and names in many languages."""


_ADDRESS = re.compile(r"https?://[^\s,;]+")
"""No English: what stands behind the name of a site is a path."""


class Finding(NamedTuple):
    """What the checker says of a word."""

    rule: str
    word: str
    message: str


def paragraphs(document: Document) -> Iterator[str]:
    """What is read as sentences."""
    for unit in (*text_units(document.blocks), *note_units(document.notes)):
        if unit.role not in NO_SENTENCES:
            yield from filter(None, (_ADDRESS.sub("", plain_text(inlines)).strip() for inlines in unit.runs))


@cache
def words_of_data() -> set[str]:
    """The words that data bring along: names, titles, and what teams write."""
    files = [
        file
        for folder in DATA
        for file in folder.rglob("*")
        if file.suffix in {".yaml", ".csv", ".json", ".bib", ".md"}
    ]
    references = second_relation.workspace().relations[0].references.values()
    names = " ".join(map(str, references))  # which a BibTeX file spells in TeX
    text = unicodedata.normalize("NFC", " ".join((names, *(file.read_text(encoding="utf-8") for file in files))))
    plain = set(re.findall(r"[^\W_](?:[^\s,;:()\"{}\[\]]*[^\W_])?", text))
    return TERMS | plain | {word.replace("'", "’") for word in plain} | {f"{word}." for word in plain if "." in word}


def findings(text: str, folder: Path) -> list[Finding]:
    """What the checker finds in paragraphs, but for the exceptions."""
    harper = shutil.which("harper", path=Path(sys.executable).parent)
    if harper is None:
        absent("harper", "pip install -e '.[judges]'")
    known, file = folder / "words.txt", folder / "text.txt"
    known.write_text("\n".join(sorted(words_of_data())), encoding="utf-8")
    file.write_text(unicodedata.normalize("NFC", text), encoding="utf-8")
    rules = ",".join(EXCEPTIONS)
    done = run(harper, "lint", "--format", "json", "-d", "british", "-u", known, "--ignore", rules, file)
    [read] = json.loads(done.stdout)
    found = [Finding(lint["rule"], lint["matched_text"], lint["message"]) for lint in read["lints"]]
    # A name with an apostrophe is unknown to it whatever its dictionary says.
    return [one for one in found if not (one.rule == "SpellCheck" and one.word in words_of_data())]


@pytest.mark.parametrize("relation", [shipped_briefs, second_relation], ids=["the shipped relation", "another"])
def test_no_brief_has_a_fault_of_grammar_or_spelling(relation: ModuleType, tmp_path: Path) -> None:
    said = [text for audience in relation.AUDIENCES for text in paragraphs(relation.brief(audience))]

    assert len(said) > 100
    assert findings("\n\n".join(dict.fromkeys(said)), tmp_path) == []


@pytest.mark.parametrize("text", ["It met in in Minsk.", "They signed an treaty.", "The comission met."])
def test_the_checker_sees_a_fault(text: str, tmp_path: Path) -> None:
    assert findings(text, tmp_path)


def test_there_are_at_most_ten_exceptions_each_with_its_reason() -> None:
    assert len(EXCEPTIONS) <= 10
    assert all(EXCEPTIONS.values())
