"""Ways in which a pipeline could tell what it hides: each is put into the running code by a test, and must be found.

A leak sees the relation that a view is made from, as a careless change of that stage would.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import briefgen.pipeline.compose_and_render
import briefgen.pipeline.one_brief
import briefgen.pipeline.recalled_views
from briefgen.compose import brief_state as composing_brief
from briefgen.compose.charts import chart_specs
from briefgen.compose.citations.plain_entries import PlainEntries
from briefgen.diagnostics import Diagnostic, Outcome, Severity
from briefgen.model.audience_choices import ClaimChoice
from briefgen.model.document import Heading, KeyFigures, Paragraph, ReferenceList, TextRun
from briefgen.model.facts.known import event_date
from briefgen.model.facts.parties_people_references import Source
from briefgen.model.kinds import SHIPPED_KINDS
from briefgen.model.kinds.milestones import Milestone
from briefgen.model.kinds.pictures import PictureOfRelation
from briefgen.model.kinds.prose import Prose
from briefgen.model.kinds.trade import TradeObservation
from briefgen.model.traversal import in_rows
from briefgen.model.values.sensitivity import Sensitivity
from briefgen.model.values.text import Text as Wordings
from briefgen.publish import Places
from briefgen.view import Request, view
from briefgen.view.claims import Claims
from briefgen.view.projection import Projection
from briefgen.view.trade.trade_by_period import trade_of
from samples.hidden_facts import LINKS

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal

    import pytest

    from briefgen.compose import Ingredients
    from briefgen.model.audience import Audience
    from briefgen.model.document import Document
    from briefgen.model.facts.relation import Relation
    from briefgen.model.view import Item, TradeYear, View
    from briefgen.view.shared_work import SharedWork
    from samples.hidden_facts import Link

    Patch = Callable[[pytest.MonkeyPatch], None]
    OfView = Callable[[Relation, View], View]
    OfDocument = Callable[[Relation, Document], Document]

BRIEF: Any = briefgen.pipeline.one_brief
VIEWS: Any = briefgen.pipeline.recalled_views
PRODUCTION: Any = briefgen.pipeline.compose_and_render
"""Their names are replaced, so they are looked up when they are called."""


@dataclass(slots=True)
class _Seen:
    """The relation that the last view was made from."""

    relation: Relation | None = None

    def whole(self) -> Relation:
        assert self.relation
        return self.relation


_LAST = _Seen()


def _watched(patch: pytest.MonkeyPatch, change: OfView) -> None:
    """Make the view stage remember its relation, and change what it gives to the reader."""

    def leaking(relation: Relation, audience: Audience, request: Request, work: SharedWork) -> Outcome[View]:
        _LAST.relation = relation
        outcome = view(relation, audience, request, work)
        return replace(outcome, value=change(relation, outcome.value))

    patch.setattr(VIEWS, "view", leaking)


def _of_view(change: OfView) -> Patch:
    return lambda patch: _watched(patch, change)


def _of_document(change: OfDocument) -> Patch:
    def apply(patch: pytest.MonkeyPatch) -> None:
        _watched(patch, lambda _, seen: seen)
        compose = PRODUCTION.compose

        def leaking(*args: Any, **kwargs: Any) -> Outcome[Document]:
            outcome = compose(*args, **kwargs)
            return replace(outcome, value=change(_LAST.whole(), outcome.value))

        patch.setattr(PRODUCTION, "compose", leaking)

    return apply


def _of_method(owner: Any, name: str, change: Callable[[Relation, Any], Any]) -> Patch:
    """Change what a function or method gives."""

    def apply(patch: pytest.MonkeyPatch) -> None:
        _watched(patch, lambda _, seen: seen)
        method = getattr(owner, name)
        patch.setattr(owner, name, lambda *args, **kwargs: change(_LAST.whole(), method(*args, **kwargs)))

    return apply


def _unlooked(leak: Patch) -> Patch:
    """The leak, with the second look at origins gone: the comparison alone must find it."""

    def apply(patch: pytest.MonkeyPatch) -> None:
        leak(patch)
        patch.setattr(BRIEF, "breaches", lambda *_: ())

    return apply


def _rows(relation: Relation) -> list[TradeObservation]:
    return [fact for fact in relation.facts if isinstance(fact, TradeObservation)]


def _steps(relation: Relation) -> list[Milestone]:
    return [fact for fact in relation.facts if isinstance(fact, Milestone)]


def _with_milestones(seen: View, milestones: tuple[Item, ...]) -> View:
    return replace(seen, items={**seen.items, "milestones": milestones})


# ---------------------------------------------------------------- in the view


def _count(relation: Relation, seen: View) -> View:
    return replace(seen, title=f"{seen.title} ({len(relation.facts)} facts)")


def _as_of(relation: Relation, seen: View) -> View:
    dates = [date for fact in relation.facts if (date := event_date(fact))]
    return replace(seen, as_of=max(dates, key=lambda date: date.sort_key))


def _global_id(relation: Relation, seen: View) -> View:
    """Facts are known by their place among all facts."""
    at = {fact.id: str(index) for index, fact in enumerate(relation.facts)}
    found = []
    for item in seen.items["milestones"]:
        (fact,) = item.origin.facts
        found.append(replace(item, origin=replace(item.origin, facts=(replace(fact, fact=at[fact.fact]),))))
    return _with_milestones(seen, tuple(found))


def _part_id(relation: Relation, seen: View) -> View:
    """Parts keep the number of their place among all parts."""
    (body,) = (fact for fact in relation.facts if fact.id == "body")
    people = {chair.person: chair.id for chair in body.cochairs}  # type: ignore[attr-defined]
    item, *others = seen.items["mechanisms"]
    chairs = tuple(replace(part, id=people[part.fields["person"]]) for part in item.fields["cochairs"])  # type: ignore[attr-defined]
    found = replace(item, fields={**item.fields, "cochairs": chairs})
    return replace(seen, items={**seen.items, "mechanisms": (found, *others)})


def _order(relation: Relation, seen: View) -> View:
    """Sorted by an index over all facts, which wraps round."""
    shift = len(_steps(relation)) % len(seen.items["milestones"])
    milestones = seen.items["milestones"]
    return _with_milestones(seen, (*milestones[shift:], *milestones[:shift]))


def _years_of(relation: Relation, seen: View) -> tuple[TradeYear, ...]:
    return trade_of(_rows(relation), seen.parties, Claims(ClaimChoice.PREFERRED)).years


def _total(relation: Relation, seen: View) -> View:
    whole = {year.period: year for year in _years_of(relation, seen)}
    return replace(seen, trade=tuple(replace(year, turnover=whole[year.period].turnover) for year in seen.trade))


def _share(relation: Relation, seen: View) -> View:
    whole = {year.period: year for year in _years_of(relation, seen)}
    return replace(seen, trade=tuple(replace(year, shares=whole[year.period].shares) for year in seen.trade))


def _top_five_first(relation: Relation, seen: View) -> View:
    """The five that stand first are taken before the hidden ones are left out."""
    top = {fact.id for fact in _steps(relation)[:5]}
    return _with_milestones(seen, tuple(item for item in seen.items["milestones"] if item.id in top))


def _withheld(relation: Relation, seen: View) -> View:
    milestones = seen.items["milestones"]
    missing = len(_steps(relation)) - len(milestones)
    blank = replace(milestones[0], fields={**milestones[0].fields, "title": Wordings.plain("[withheld]")})
    return _with_milestones(seen, (*(blank for _ in range(missing)), *milestones))


def _timeline_event(relation: Relation, seen: View) -> View:
    """A hidden event keeps its place in time, without its words."""
    known = {item.id for item in seen.items["milestones"]}
    project = Projection({key: key for key in known}, seen.as_of)
    blank = Wordings.plain("–")
    hidden = [
        project.item(replace(fact, title=blank, sources=(), note=None)) for fact in _steps(relation)
        if fact.id not in known
    ]  # fmt: skip
    return _with_milestones(seen, (*seen.items["milestones"], *hidden))


def _reference_list(relation: Relation, seen: View) -> View:
    """A visible fact leans on every reference of the file."""
    first, *rest = seen.items["milestones"]
    (fact,) = first.origin.facts
    sources = tuple(Source(ref) for ref in relation.references)
    leaning = replace(first, origin=replace(first.origin, facts=(replace(fact, sources=sources),)))
    return _with_milestones(replace(seen, references=dict(relation.references)), (leaning, *rest))


def _pixels(relation: Relation, seen: View) -> View:
    """The picture that is seen shows what the last one on record does."""
    *_, last = (fact for fact in relation.facts if isinstance(fact, PictureOfRelation))
    shown = tuple(replace(item, fields={**item.fields, "file": last.file}) for item in seen.items["pictures"])
    return replace(seen, items={**seen.items, "pictures": shown})


def _people(relation: Relation, seen: View) -> View:
    return replace(seen, author=f"{seen.author} {', '.join(relation.people)}")


def _links(relation: Relation, seen: View) -> View:
    """A recommendation counts every fact that stands beside those it rests on."""
    ask, *rest = seen.items["recommendations"]
    linked = tuple(fact.id for fact in _steps(relation))
    counting = replace(ask, fields={**ask.fields, "facts": linked})
    return replace(seen, items={**seen.items, "recommendations": (counting, *rest)})


def _is_read(link: Link) -> bool:
    """Whether the reader, who may know what is public, ever has a fact of its kind: else nothing can leak from it."""
    return SHIPPED_KINDS[link.collection].least is Sensitivity.PUBLIC


def _uncut(link: Link) -> OfView:
    """One kind of link is copied as the fact has it."""

    def change(relation: Relation, seen: View) -> View:
        named = {fact.id: getattr(fact, link.name) for fact in relation.facts if fact.id == link.record}
        items = tuple(
            replace(item, fields={**item.fields, link.name: named[item.id]}) if item.id in named else item
            for item in seen.items[link.collection]
        )
        return replace(seen, items={**seen.items, link.collection: items})

    return change


# ---------------------------------------------------------------- in the document


def _empty_heading(relation: Relation, document: Document) -> Document:
    if not any("defence" in fact.topics for fact in relation.facts):
        return document
    return replace(document, blocks=(*document.blocks, Heading(1, (TextRun("Defence"),), "defence")))


def _key_figures(relation: Relation, document: Document) -> Document:
    """The card counts before hidden facts are left out."""
    cards, *rest = in_rows(document.blocks)
    assert isinstance(cards, KeyFigures)
    last = replace(cards.cards[-1], value=(TextRun(str(len(_steps(relation)))),))
    return replace(document, blocks=(replace(cards, cards=(*cards.cards[:-1], last)), *rest))


def _unit_scale(relation: Relation, document: Document) -> Document:
    """Amounts are printed in the unit that suits the largest of all rows."""
    unit = "millions" if max(row.value.base_value for row in _rows(relation)) > 10**9 else "thousands"
    return replace(document, blocks=(*document.blocks, Paragraph((TextRun(f"In {unit}."),))))


def _keywords(relation: Relation, document: Document) -> Document:
    topics = dict.fromkeys(topic for fact in relation.facts for topic in fact.topics)
    return replace(document, front=replace(document.front, keywords=(*document.front.keywords, *topics)))


def _list_before_filter(relation: Relation, document: Document) -> Document:
    blocks = tuple(
        replace(b, items=b.items[: len(relation.references) - 3]) if isinstance(b, ReferenceList) else b
        for b in in_rows(document.blocks)
    )
    return replace(document, blocks=blocks if len(_rows(relation)) > 4 else document.blocks)


# ---------------------------------------------------------------- in the rooms of compose and publish


def _reference_number(patch: pytest.MonkeyPatch) -> None:
    """References are numbered by their place in the file: hidden ones leave gaps."""
    _watched(patch, lambda _, seen: seen)
    ranked = PlainEntries.ranked

    def gapped(self: Any, refs: Any) -> Any:
        order = ranked(self, refs)
        self.numbers = {ref: [*_LAST.whole().references].index(ref) + 1 for ref in refs}
        return order

    patch.setattr(PlainEntries, "ranked", gapped)


def _footnote_number(patch: pytest.MonkeyPatch) -> None:
    _watched(patch, lambda _, seen: seen)
    add_note = composing_brief.Brief.add_note

    def counting(self: Any, inlines: Any) -> int:
        if not self.notes:
            self.headings["note"] = sum(fact.note is not None for fact in _steps(_LAST.whole()))
        return add_note(self, (*inlines, TextRun(f" ({self.headings['note'] + len(self.notes)})")))

    patch.setattr(composing_brief.Brief, "add_note", counting)


def _axis(relation: Relation, ticks: tuple[Decimal, ...]) -> tuple[Decimal, ...]:
    top = max(row.value.base_value for row in _rows(relation)) / 10**6
    return ticks if top <= ticks[-1] else tuple(tick * 2 for tick in ticks)


def _file_name(patch: pytest.MonkeyPatch) -> None:
    _watched(patch, lambda _, seen: seen)
    brief = Places.brief

    def numbered(self: Any, relation: str, audience: str, ending: str) -> str:
        return brief(self, relation, f"{audience}-{len(_LAST.whole().facts)}", ending)

    patch.setattr(Places, "brief", numbered)


def _word_count(patch: pytest.MonkeyPatch) -> None:
    """The warning counts the words of all facts."""
    _watched(patch, lambda _, seen: seen)
    compose = PRODUCTION.compose

    def counting(of: Ingredients, *args: Any, **kwargs: Any) -> Outcome[Document]:
        outcome, seen = compose(of, *args, **kwargs), of.view
        words = sum(len(str(fact.title).split()) for fact in _steps(_LAST.whole()))
        message = f"the brief for '{seen.audience.id}' has {words} words"
        said = Diagnostic("BG408", Severity.WARNING, seen.audience.place, message)
        return replace(outcome, diagnostics=(*outcome.diagnostics, said))

    patch.setattr(PRODUCTION, "compose", counting)


def _cache_of_another(patch: pytest.MonkeyPatch) -> None:
    """Documents are kept by relation: the reader gets what was made for the insider."""
    kept: dict[str, Outcome[Document]] = {}
    compose = PRODUCTION.compose
    patch.setattr(BRIEF, "breaches", lambda *_: ())

    def caching(of: Ingredients, *args: Any, **kwargs: Any) -> Outcome[Document]:
        seen = of.view
        if seen.audience.id == "insider":
            kept[seen.slug] = compose(of, *args, **kwargs)
            return kept[seen.slug]
        mine, theirs = compose(of, *args, **kwargs), kept[seen.slug]
        return replace(theirs, value=replace(theirs.value, front=mine.value.front))

    patch.setattr(PRODUCTION, "compose", caching)


OTHER_NEEDS: dict[str, dict[str, tuple[str, ...]]] = {
    "keywords of all facts": {"formats": ("docx",)},
    "a brief kept for another audience": {"audiences": ("insider", "reader")},
}
"""Leaks that one page for the reader alone cannot show."""


def _prose(relation: Relation, seen: View) -> View:
    """All prose that asks for nothing."""
    told = seen.items["prose_texts"]
    bare = [fact for fact in relation.facts if isinstance(fact, Prose) and not fact.text.asked]
    more = [Projection({}, seen.as_of).item(fact) for fact in bare if fact.id not in {item.id for item in told}]
    return replace(seen, items={**seen.items, "prose_texts": (*told, *more)})


LEAKS: dict[str, Patch] = {
    "a count of all facts": _of_view(_count),
    "the latest date of all facts": _of_view(_as_of),
    "ids that count all facts": _unlooked(_of_view(_global_id)),
    "ids that count all parts": _of_view(_part_id),
    "the order of all facts": _of_view(_order),
    "a total of all rows": _unlooked(_of_view(_total)),
    "a share in all rows": _unlooked(_of_view(_share)),
    "the first five of all facts": _of_view(_top_five_first),
    "[withheld]": _of_view(_withheld),
    "a nameless event in a timeline": _unlooked(_of_view(_timeline_event)),
    "every reference": _of_view(_reference_list),
    "every person": _of_view(_people),
    "the pixels of a hidden picture": _of_view(_pixels),
    "links to hidden facts": _of_view(_links),
    **{
        f"what is hidden, in '{link.name}' of {link.collection}": _of_view(_uncut(link))
        for link in LINKS
        if _is_read(link)
    },
    "prose by its label": _unlooked(_of_view(_prose)),
    "a heading over nothing": _of_document(_empty_heading),
    "key figures of all facts": _of_document(_key_figures),
    "the unit that suits all rows": _of_document(_unit_scale),
    "keywords of all facts": _of_document(_keywords),
    "a list cut before filtering": _of_document(_list_before_filter),
    "gaps in the numbers of references": _reference_number,
    "numbers of notes that count all": _footnote_number,
    "an axis that fits all rows": _of_method(chart_specs, "nice_ticks", _axis),
    "a bookmark that counts all": _of_method(
        composing_brief.Brief, "heading_id", lambda relation, name: f"{name}-{len(relation.facts)}"
    ),
    "an alternative text that counts all": _of_method(
        chart_specs, "chart_alt", lambda relation, alt: f"{alt} {len(_rows(relation))} rows."
    ),
    "table numbers that count all": _of_method(
        composing_brief.Brief, "exhibit_label", lambda relation, label: f"{label}{len(_rows(relation))}"
    ),
    "a file name that counts all": _file_name,
    "a warning that counts all words": _word_count,
    "a brief kept for another audience": _cache_of_another,
}
"""What is told → how the running code is made to tell it."""
