"""What briefs are called: those of one relation are told apart by what audiences say they are for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.worded_languages import WordedLanguage

if TYPE_CHECKING:
    from briefgen.diagnostics import Place, Report
    from briefgen.model.audience import Audience


class TitlesOfBriefs:
    """The words by which audiences tell their briefs apart, as they are read."""

    def __init__(self) -> None:
        self._taken: dict[tuple[WordedLanguage, str], str] = {}

    def tell(self, audience: Audience, place: Place, report: Report) -> None:
        """BG160 where an audience read before has the same words."""
        for language in WordedLanguage:
            words = audience.brief_for.in_language(language.value)
            key = language, " ".join(words.casefold().split())
            first = self._taken.setdefault(key, audience.id)
            if first != audience.id:
                message = f"briefs for '{audience.id}' are called the same as those for '{first}': '{words}'"
                report.info("BG160", place, message, "say in brief_for whom this one is for")
                return
