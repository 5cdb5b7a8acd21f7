"""What stands around a brief's text: title, running head and foot, properties."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.compose.first_page import headline, is_overdue, memo, standfirst
from briefgen.model.audience_choices import OpeningChoice
from briefgen.model.document import FrontMatter
from briefgen.model.values.spoken_words import PartNames

if TYPE_CHECKING:
    from briefgen.compose.brief_state import Brief


def front_matter(brief: Brief) -> FrontMatter:
    """The front matter of a brief."""
    view, phrases, language = brief.view, brief.wording.phrases, brief.view.language.split("-", maxsplit=1)[0]
    audience = view.audience
    dates = [phrases.as_of.format(date=brief.wording.date(view.as_of))]
    if view.review_by:
        review = phrases.review_overdue if is_overdue(view) else phrases.next_review
        dates.append(review.format(date=brief.wording.date(view.review_by)))
    brief_for = audience.brief_for.in_language(language)
    names = [brief.words(party) or party.id for party in view.parties]
    title = phrases.brief_title.format(relation=view.title, brief=brief_for)
    under = standfirst(brief)
    return FrontMatter(
        title=title,
        subtitle="" if under else audience.subtitle.in_language(language),
        audience=f"{view.title} · {brief_for}",
        handling=audience.handling,
        date_line=" · ".join(dates),
        page_label=phrases.page.text,
        source_label=phrases.source,
        note_label=phrases.note,
        summary=f"{title}, {dates[0]}.",
        author=view.author or view.owner,
        language=view.language,
        contents=phrases.contents if audience.contents else "",
        watermark=audience.watermark,
        decimal_mark=brief.wording.decimal_mark,
        standard=audience.pdf.standard,
        keywords=(*names, audience.name.in_language(language)),
        origin=view.origin,
        relation=view.slug,
        reader=audience.id,
        headline=headline(brief),
        standfirst=under,
        memo=memo(brief),
        has_memo_line=audience.opening is OpeningChoice.MEMO,
        parts=PartNames(**{name: words.text for name, words in phrases.parts.items()}),
    )
