"""Acronyms that a brief uses before it says what they stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.compose import introduced_in, is_acronym
from briefgen.late_patterns import late_pattern
from briefgen.model.traversal import Role, document_units, plain_text
from briefgen.pipeline.plain_language.sentences import whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefgen.model.document import Document
    from briefgen.pipeline.plain_language.sentences import Sentence

_WORD = late_pattern(r"(?<![\w$€£¥&.-])[A-Z][A-Za-z]{1,9}(?![\w&]|[.-]\w|[$€£¥])")
_READ = frozenset({
    Role.TEXT, Role.HEADING, Role.CAPTION, Role.ROW, Role.EVENT, Role.BOX, Role.CARD, Role.LEAD, Role.REMARK
})  # fmt: skip
"""What is read with the text; sources, labels and alternative texts have words of their own."""
_ROMAN = late_pattern(r"[IVXLC]+")
_KNOWN = frozenset({"EU", "UK", "UN", "US"})
"""As good as words."""


def unexplained(document: Document, names: Mapping[str, str]) -> Iterator[tuple[str, Sentence]]:
    """Each acronym, with what it stands in, that the brief uses and has not spelled out by then.

    `names` are those of organisations, by their short ones.
    """
    met: set[str] = set()
    for unit in document_units(document):
        for run in unit.runs:
            text = plain_text(run)
            here = {short: text.index(f"({short})") for short, _ in introduced_in(text)}
            here |= {short: at for short, name in names.items() if (at := text.find(f"{name} ({short})")) >= 0}
            said = whole(run if unit.role in _READ else ())
            for short in acronyms_in(said):
                if short not in met and text.find(short) < here.get(short, len(text)):
                    yield short, said
                met.add(short)
            met.update(here)


def acronyms_in(sentence: Sentence) -> list[str]:
    """The acronyms of a sentence, each once; signs of currencies and numbers of kings are none."""
    money = {word for run in sentence.runs if run.value for word in _WORD.findall(run.text)}
    found = dict.fromkeys(_WORD.findall(sentence.text))
    return [word for word in found if word not in money | _KNOWN and _is_one(word)]


def _is_one(word: str) -> bool:
    capitals = sum(letter.isupper() for letter in word)
    return is_acronym(word) and 2 * capitals > len(word) and not _ROMAN.fullmatch(word)
