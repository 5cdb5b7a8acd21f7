"""What stands around a brief's text: title, running head and foot, properties."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.document import FrontMatter

if TYPE_CHECKING:
    from briefgen.compose.brief_state import Brief


def front_matter(brief: Brief) -> FrontMatter:
    """The front matter of a brief."""
    view, phrases, language = brief.view, brief.wording.phrases, brief.view.language.split("-", maxsplit=1)[0]
    audience = view.audience
    dates = [phrases.as_of.format(date=brief.wording.date(view.as_of))]
    if view.review_by:
        dates.append(phrases.next_review.format(date=brief.wording.date(view.review_by)))
    brief_for = audience.brief_for.in_language(language)
    names = [brief.words(party) or party.id for party in view.parties]
    return FrontMatter(
        title=view.title,
        subtitle=audience.subtitle.in_language(language),
        audience=f"{view.title} · {brief_for}",
        handling=audience.handling,
        date_line=" · ".join(dates),
        page_label=phrases.page,
        source_label=phrases.source,
        note_label=phrases.note,
        summary=f"{view.title}: {brief_for}, {dates[0]}.",
        author=view.author,
        language=view.language,
        contents=phrases.contents if audience.contents else "",
        watermark=audience.watermark,
        decimal_mark=brief.wording.decimal_mark,
        standard=audience.pdf.standard,
        keywords=(*names, audience.name.in_language(language)),
        origin=view.origin,
        relation=view.slug,
        reader=audience.id,
    )
