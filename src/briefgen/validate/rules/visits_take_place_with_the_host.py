"""A visit takes place with its host.

What it checks: the country of the venue of official, state and working visits against the host; meetings beside
events are left out. A virtual one has no host, and no city or country.

Why it matters: either host or country is wrong, and the brief names the wrong capital.

Example: `host: BLR` with `venue: {country: PAK}`; `kind: virtual` with `host: BLR`.

How to fix: correct the host or the country; a meeting on third ground has `kind: meeting`. Of what was
held online, leave out the place, or write what kind of visit it was.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.facts.controlled_vocabularies import VisitKind
from briefgen.model.kinds.visits import Visit
from briefgen.validate.finding import warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding


_KINDS = frozenset({VisitKind.STATE, VisitKind.OFFICIAL, VisitKind.WORKING, VisitKind.PRIVATE})


def visits_take_place_with_the_host(relation: Relation) -> Iterator[Finding]:
    """BG260 where host and country of the venue differ, or where a virtual visit has either."""
    for fact in relation.facts:
        if isinstance(fact, Visit) and fact.kind is VisitKind.VIRTUAL:
            yield from _nowhere(fact)
        if not isinstance(fact, Visit) or fact.kind not in _KINDS or not (fact.host and fact.venue):
            continue
        if fact.venue.country and fact.venue.country != fact.host:
            message = f"'{fact.id}' is hosted by {fact.host}, but takes place in {fact.venue.country}"
            yield warning("BG260", fact.at("venue"), message, "correct the host or the country", fact)


def _nowhere(fact: Visit) -> Iterator[Finding]:
    """What of a virtual visit says that it took place somewhere."""
    place = fact.venue and (fact.venue.city or fact.venue.country)
    for name, value in (("host", fact.host), ("venue", place)):
        if value:
            message = f"'{fact.id}' is virtual, but has a {name}: {value}"
            yield warning("BG260", fact.at(name), message, f"take '{name}' out, or correct the kind", fact)
