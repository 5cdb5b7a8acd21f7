"""What a brief opens with: headline, standfirst, and the memo line that says what the paper itself is."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never
from unicodedata import east_asian_width

from briefgen.compose.desk_headline import words_of
from briefgen.compose.values.template_value import record_origin
from briefgen.compose.wording.code_words import label
from briefgen.diagnostics import Diagnostic, Severity
from briefgen.late_patterns import late_pattern
from briefgen.model.audience_choices import MemoField, OpeningChoice
from briefgen.model.document import MemoEntry, TextRun
from briefgen.model.traversal import heading_of, plain_text
from briefgen.model.values.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefgen.compose.brief_state import Brief
    from briefgen.diagnostics import Report
    from briefgen.model.document import FrontMatter, Inline
    from briefgen.model.view import Item, View

_ORDER = tuple(MemoField)
_MOST_LETTERS = 72
"""Of a headline, in the smallest size that the PDF sets one at."""
_TYPED = late_pattern(r"\d[\d.,]*(?<=\d)")
_WIDE = frozenset("WF")
"""Letters that are as wide as two (Unicode Standard Annex 11)."""


def headline(brief: Brief) -> tuple[Inline, ...]:
    """What stands largest, where the desk has words of its own for the brief, or else the audience's file."""
    item = brief.view.headline
    if item is not None:
        return words_of(brief, item, "headline")
    given = brief.view.audience.headline
    return _own_words(brief, given) if given else ()


def tell_of_opening(front: FrontMatter, view: View, report: Report) -> None:
    """BG446 where no two lines of a page hold the headline, BG448 for figures in words that no fact stands behind."""
    audience, own = view.audience, view.headline
    count = sum(2 if east_asian_width(letter) in _WIDE else 1 for letter in plain_text(heading_of(front)))
    if count > _MOST_LETTERS:
        message = f"the headline of '{audience.id}' has {count} characters: two lines hold about {_MOST_LETTERS}"
        hint = "say it shorter in 'headline', the rest in 'standfirst'"
        place, about = (own.origin.facts[0].place, own.id) if own else (audience.place, "")
        report.add(Diagnostic("BG446", Severity.WARNING, place, message, hint, about=about))
    for name, text in (("headline", audience.headline), ("standfirst", audience.standfirst)):
        typed = _TYPED.search(" ".join(words for _, words in text.by_language)) if text else None
        if typed:
            message = f"the {name} of '{audience.id}' has a typed figure, '{typed[0]}': no source stands behind it"
            report.warning(
                "BG448", audience.place, message, "leave figures to sections, which print them from the data"
            )


def standfirst(brief: Brief) -> tuple[Inline, ...]:
    """What stands under the headline in larger type: words of the audience, else its subtitle where it wants one."""
    audience, own = brief.view.audience, brief.view.headline
    if own is not None and (said := words_of(brief, own, "standfirst")):
        return said
    match audience.opening:
        case OpeningChoice.STANDFIRST:
            return _own_words(brief, audience.standfirst or audience.subtitle)
        case OpeningChoice.MEMO | OpeningChoice.PLAIN:
            return _own_words(brief, audience.standfirst) if audience.standfirst else ()
        case _:
            assert_never(audience.opening)


def memo(brief: Brief) -> tuple[MemoEntry, ...]:
    """The fields of the memo line that something is known for, in their order."""
    labels = brief.wording.phrases.memo
    said = ((field, _value(field, brief)) for field in MemoField)
    return tuple(MemoEntry(field, labels[field], value) for field, value in said if value)


def in_order(entries: Iterable[MemoEntry]) -> tuple[MemoEntry, ...]:
    """The fields of a memo line in their order, some of which are known only when all else is settled."""
    return tuple(sorted(entries, key=lambda entry: _ORDER.index(entry.field)))


def is_overdue(view: View) -> bool:
    """Whether the day by which the data was to be looked through is over on the day of the brief."""
    due, day = view.review_by.upper if view.review_by else None, view.as_of.lower
    return due is not None and day is not None and due < day


def _value(field: MemoField, brief: Brief) -> tuple[Inline, ...]:
    view, audience = brief.view, brief.view.audience
    is_memo = audience.opening is OpeningChoice.MEMO
    match field:
        case MemoField.TO:
            to = audience.to or (audience.name if is_memo else None)
            return _own_words(brief, to) if to else ()
        case MemoField.FROM:
            if audience.sender:
                return _own_words(brief, audience.sender)
            return (TextRun(view.owner, view.origin),) if view.owner else ()
        case MemoField.PURPOSE:
            return _own_words(brief, audience.purpose) if audience.purpose else ()
        case MemoField.AS_OF:
            return (TextRun(brief.wording.date(view.as_of), view.origin),)
        case MemoField.MEETING:
            return _meeting(view.next_meeting, brief) if is_memo and view.next_meeting else ()
        case MemoField.HANDLING:
            return (TextRun(audience.handling, record_origin(audience)),) if audience.handling else ()
        case MemoField.PORTIONS | MemoField.STATE:
            return ()  # of a brief that is whole
        case MemoField.REVIEW:
            return _review(brief)
        case MemoField.CONTACT:
            if audience.contact:
                return _own_words(brief, audience.contact)
            return (TextRun(view.contact, view.origin),) if view.contact else ()
        case _:
            assert_never(field)


def _review(brief: Brief) -> tuple[Inline, ...]:
    view = brief.view
    if view.review_by is None:
        return ()
    date = brief.wording.date(view.review_by)
    phrases = brief.wording.phrases
    said = phrases.next_review_overdue if is_overdue(view) else phrases.next_review_due
    return (TextRun(said.format(date=date), view.origin),)


def _meeting(plan: Item, brief: Brief) -> tuple[Inline, ...]:
    """`State visit of the Prime Minister, February 2027`; of a session without a title, what it is one of."""
    phrases, fields = brief.wording.phrases, plan.fields
    date, used = plan.dated, {"title", "date"}
    other, what = _in_language(brief, fields["title"]) if fields["title"] else ("", "")
    if not what:
        used = {"number", "date"}
        other, what = _session(plan, brief)
    brief.use.print((plan.id, name) for name in used)
    if date is None:
        words = phrases.meeting_undated.format(what=what)
    else:
        words = phrases.meeting_when.format(what=what, date=brief.wording.date(date))
    return (TextRun(words, plan.origin, other),)


def _session(plan: Item, brief: Brief) -> tuple[str, str]:
    phrases, number = brief.wording.phrases, plan.fields["number"]
    kind = label(plan.kind, brief.wording) or plan.kind
    counted = (
        phrases.numbered.format(what=kind, number=brief.wording.ordinal(number)) if isinstance(number, int) else kind
    )
    other, body = _in_language(brief, plan.fields["of"]) if plan.fields["of"] else ("", "")
    words = phrases.meeting_of.format(what=counted, body=body) if body else counted
    return other, words[:1].upper() + words[1:]


def _own_words(brief: Brief, text: Text) -> tuple[Inline, ...]:
    """Words of the audience's file, with their language where it is another one than the brief's."""
    other, words = _in_language(brief, text)
    return (TextRun(words, record_origin(brief.view.audience), other),)


def _in_language(brief: Brief, text: object) -> tuple[str, str]:
    if isinstance(text, Text):
        return text.wording(brief.view.language.split("-", maxsplit=1)[0])
    return "", str(text)
