"""What briefs are called: those of one relation are told apart by what audiences say they are for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.worded_languages import WordedLanguage

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefgen.diagnostics import Place, Report
    from briefgen.model.audience import Audience


def tell_alike(briefs: Iterable[tuple[Audience, Place]], report: Report) -> None:
    """BG160 for each audience that says the same of its briefs as one before it, at the place where it says so."""
    taken: dict[tuple[WordedLanguage, str], str] = {}
    for audience, place in briefs:
        for language in WordedLanguage:
            words = audience.brief_for.in_language(language.value)
            first = taken.setdefault((language, " ".join(words.casefold().split())), audience.id)
            if first != audience.id:
                message = f"briefs for '{audience.id}' are called the same as those for '{first}': '{words}'"
                report.info("BG160", place, message, "say in brief_for whom this one is for")
                break
