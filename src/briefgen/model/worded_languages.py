"""The languages that briefs can be written in: those for which briefgen has the words that join figures and dates."""

from __future__ import annotations

import enum


class WordedLanguage(enum.StrEnum):
    """A language with words of its own, by the first part of its tag (BCP 47)."""

    ENGLISH = "en"


EXAMPLES = {WordedLanguage.ENGLISH: "en-GB"}
"""Language → a tag to write in the settings."""


def worded_language(tag: str) -> WordedLanguage | None:
    """The language that a tag names, whatever its region: `en-GB`; None where briefs have no words in it."""
    spoken = tag.partition("-")[0].lower()
    return next((language for language in WordedLanguage if language.value == spoken), None)


def tag_pattern() -> str:
    """Of tags that name one of them, as a JSON Schema says it."""
    tags = "|".join("".join(f"[{letter.upper()}{letter}]" for letter in language) for language in WordedLanguage)
    return rf"^\s*({tags})(-[A-Za-z0-9]+)*\s*$"


def tags_to_write() -> str:
    """What a hint lists: `en-GB`, or several with commas between."""
    return ", ".join(f'"{EXAMPLES[language]}"' for language in WordedLanguage)
