"""Text in one or several languages."""

from __future__ import annotations

from briefgen.records import dataclass


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
        return self.wording(language)[1]

    def wording(self, language: str) -> tuple[str, str]:
        """What stands for a language, with the language that it is in where that is another one, else empty."""
        wordings = dict(self.by_language)
        found = wordings.get(language) or wordings.get("")
        other, first = self.by_language[0]
        return ("", found) if found else (other, first)

    def __str__(self) -> str:
        return self.in_language("en")
