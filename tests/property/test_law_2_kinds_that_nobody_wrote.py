"""Law 2, of any kind of facts: what a view shows follows from roles, and nothing of what is hidden is in it.

Kinds are drawn with every role that a date can have, single links and several, parts with dates and links of their
own. What may be told is written out by hand in `drawn_kinds`; the view must hold just that.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from unittest.mock import patch

from hypothesis import given, settings

from briefgen.compose import Ingredients, compose
from briefgen.model import kinds
from briefgen.model.origin import OriginKind
from briefgen.view import Request, open_part, view
from briefgen.world import Memory
from readers.document_words import document_words
from samples.composing import BASE, loaded
from samples.drawn_kinds import HOW, PLANNED, REACHED, SECRET, STATE, UNTOLD, UP_TO_THEN, Drawn, drawn_kinds
from samples.english_words import english

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.audience import Audience
    from briefgen.model.facts.relation import Relation
    from briefgen.model.view import Item, View

WORKSPACE = loaded(Memory({name: text.encode() for name, text in {
    **BASE, "templates/sections/one.md.j2": "Words.\n",
}.items()}))  # fmt: skip
READER = replace(WORKSPACE.audiences[0], hide_topics=frozenset({"defence"}))


def relation_of(drawn: Drawn) -> Relation:
    relation = WORKSPACE.relations[0]
    return replace(relation, facts=drawn.facts, kinds={**relation.kinds, drawn.kind.name: drawn.kind})


def view_of(drawn: Drawn, audience: Audience = READER) -> View:
    """The view of a relation that holds the drawn facts alone."""
    with known(drawn):
        return view(relation_of(drawn), audience, Request()).value


class known:  # noqa: N801 - reads as a word in `with known(drawn)`
    """For a while, a drawn kind is one of the kinds."""

    def __init__(self, drawn: Drawn) -> None:
        self._patches = (patch.dict(kinds._BY_CLASS, {drawn.kind.made_of: drawn.kind}),)

    def __enter__(self) -> None:
        for each in self._patches:
            each.start()

    def __exit__(self, *_: object) -> None:
        for each in self._patches:
            each.stop()


def items_in(seen: View) -> Iterator[Item]:
    """Every item of the drawn kind, with its parts."""
    for item in seen.items["drawn"]:
        yield item
        yield from item.fields["within"]  # type: ignore[misc]


def renumbered(drawn: Drawn) -> dict[str, str]:
    """Id → id in the view of all that has happened or is planned: parts count among those that are left."""
    names = {}
    for fact in drawn.facts:
        if fact.id in drawn.plans:
            names[fact.id] = fact.id
        if fact.id in drawn.told:
            names[fact.id] = fact.id
            left = drawn.told | drawn.plans
            parts = [part for part in fact.within if part.id in left]  # type: ignore[attr-defined]
            names |= {part.id: f"{fact.id}/within/{new}" for new, part in enumerate(parts, 1)}
    return names


def happened(drawn: Drawn) -> dict[str, str]:
    """The same of what has happened alone."""
    return {old: new for old, new in renumbered(drawn).items() if old in drawn.told}


@settings(max_examples=100)
@given(drawn_kinds())
def test_what_may_be_told_is_in_the_view_and_nothing_else(drawn: Drawn) -> None:
    seen = view_of(drawn)

    assert sorted(item.id for item in items_in(seen)) == sorted(happened(drawn).values())
    assert SECRET not in repr(seen)


@settings(max_examples=100)
@given(drawn_kinds())
def test_what_is_planned_stands_apart_and_nowhere_among_what_has_happened(drawn: Drawn) -> None:
    seen = view_of(drawn)
    names = renumbered(drawn)

    assert sorted(item.id for item in seen.planned) == sorted(names[key] for key in drawn.plans)
    assert PLANNED not in repr(replace(seen, planned=()))
    assert all(item.is_planned and item.happened is None for item in seen.planned)
    assert all(not {role.name.lower() for role in HOW} & set(item.fields) for item in seen.planned)
    assert all("state" not in item.fields for item in seen.planned)
    assert not any(item.is_planned for item in items_in(seen))


@settings(max_examples=100)
@given(drawn_kinds())
def test_no_end_that_lies_ahead_is_told(drawn: Drawn) -> None:
    times = [item.fields.get("during") for item in items_in(view_of(drawn))]

    assert all(REACHED[str(time)][UP_TO_THEN] for time in times if str(time) in REACHED and "/.." not in str(time))


@settings(max_examples=100)
@given(drawn_kinds())
def test_links_lead_to_what_is_in_the_view_and_no_link_to_that_is_lost(drawn: Drawn) -> None:
    seen = view_of(drawn)
    names = happened(drawn)
    originals = {part.id: part for fact in drawn.facts for part in (fact, *fact.within)}  # type: ignore[attr-defined]
    shown = {item.id: item for item in items_in(seen)}

    for old, new in names.items():
        one, several = originals[old].one, originals[old].several
        assert shown[new].fields["one"] == names.get(one)
        assert shown[new].fields["several"] == tuple(names[link] for link in several if link in names)


@settings(max_examples=100)
@given(drawn_kinds())
def test_what_follows_later_is_not_said_before(drawn: Drawn) -> None:
    names = happened(drawn)
    shown = {item.id: item for item in items_in(view_of(drawn))}

    for old, new in names.items():
        fields = shown[new].fields
        for name in ("begins", "ends"):
            if name in fields:
                assert (fields[name] is None) is ((old, name) in drawn.later or _was_empty(drawn, old, name))
        if "state" in fields:
            assert fields["state"] == (UNTOLD if (old, "begins") in drawn.later else STATE)


def _was_empty(drawn: Drawn, key: str, name: str) -> bool:
    originals = {part.id: part for fact in drawn.facts for part in (fact, *fact.within)}  # type: ignore[attr-defined]
    return getattr(originals[key], name) is None


@settings(max_examples=50)
@given(drawn_kinds())
def test_no_label_comes_into_the_view(drawn: Drawn) -> None:
    labels = {
        "id",
        "place",
        "places",
        "topics",
        "sensitivity",
        "note_sensitivity",
        "embargo_until",
        "recorded",
        "ignore",
    }

    assert all(not labels & set(item.fields) for item in items_in(view_of(drawn)))


@settings(max_examples=50)
@given(drawn_kinds())
def test_where_portions_are_marked_labels_are_known_of_what_is_in_the_view_alone(drawn: Drawn) -> None:
    seen = view_of(drawn, replace(READER, portions=True))

    assert seen.portions is not None
    assert {key for kind, key in seen.portions.labels if kind is OriginKind.FACT} == set(renumbered(drawn).values())
    assert replace(seen, portions=None, audience=view_of(drawn).audience) == view_of(drawn)


@settings(max_examples=50)
@given(drawn_kinds())
def test_a_kind_that_is_hidden_by_its_name_is_hidden_whole(drawn: Drawn) -> None:
    seen = view_of(drawn, replace(READER, hide_kinds=frozenset({"drawn"})))

    assert list(items_in(seen)) == []


@settings(max_examples=100)
@given(drawn_kinds())
def test_what_others_may_read_of_the_checks_names_no_hidden_fact(drawn: Drawn) -> None:
    with known(drawn):
        seen = open_part(relation_of(drawn), READER, None)
    every = [part for fact in seen.facts for part in (fact, *fact.within)]  # type: ignore[attr-defined]
    ids = {part.id for part in every}

    assert sorted(ids) == sorted(renumbered(drawn).values())
    assert all(part.one is None or part.one in ids for part in every)
    assert all(set(part.several) <= ids for part in every)
    assert SECRET not in repr(seen)


EVERY_LIST = """\
{% for x in drawn %}{{ x.words }}; {% for y in x.within %}{{ y.words }}; {% endfor %}{% endfor %}
{% for x in facts() + events() %}{{ x.words }}; {% endfor %}{% for x in find(ids) %}{{ x.words }}; {% endfor %}
{% for x in drawn if x.one and find(x.one) %}{{ find(x.one).words }}; {% endfor %}
"""
PLANS = "{% for x in planned %}{{ x.words }}; {% endfor %}\n"


@settings(max_examples=60)
@given(drawn_kinds())
def test_a_template_finds_plans_by_the_one_name_that_says_what_they_are(drawn: Drawn) -> None:
    seen = view_of(drawn)
    ids = ", ".join(f"'{key}'" for key in sorted({part.id for fact in drawn.facts for part in (fact, *fact.within)}))  # type: ignore[attr-defined]

    assert PLANNED not in page_of(seen, EVERY_LIST.replace("find(ids)", f"find([{ids}])"))
    assert page_of(seen, PLANS).count(PLANNED) == len(drawn.plans)


def page_of(seen: View, template: str) -> str:
    """What a section makes of a view."""
    section = replace(WORKSPACE.sections["one"], source=template)
    outcome = compose(Ingredients(seen, {"one": section}, {}, english()))
    assert [found for found in outcome.diagnostics if found.severity == "error"] == []
    return " ".join(document_words(outcome.value))
