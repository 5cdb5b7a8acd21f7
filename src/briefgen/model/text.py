"""Text in one or several languages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """One wording, or one per language; `""` is the language of a plain string."""

    by_language: tuple[tuple[str, str], ...]

    @classmethod
    def plain(cls, text: str) -> Text:
        """A text that is the same for every language."""
        return cls((("", text),))

    def in_language(self, language: str) -> str:
        """The wording for a language, else the plain one, else the first written."""
        wordings = dict(self.by_language)
        return wordings.get(language) or wordings.get("") or self.by_language[0][1]

    def __str__(self) -> str:
        return self.in_language("en")
