"""A mission is opened by the state that sends it.

What it checks: openings of embassies and consulates: whether the source's words name the host before the sender.

Why it matters: a source that says "Belarus opened Pakistan's embassy" has the actor wrong, and a brief would
repeat it.

Example: `sending: PAK, host: BLR` with the quote "Belarus reciprocated by opening Pakistan's embassy".

How to fix: check who opened it; where the source is wrong, keep `as_stated` and list `sending` under
`inferred`: the rule then only notes it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.facts.controlled_vocabularies import MilestoneKind
from briefgen.model.kinds.milestones import Milestone
from briefgen.validate.authored_text import quotes
from briefgen.validate.finding import info, warning

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding


_KINDS = frozenset({MilestoneKind.EMBASSY_OPENING, MilestoneKind.CONSULATE})


def senders_open_missions(relation: Relation) -> Iterator[Finding]:
    """BG223 where the source names the host as the one that opens."""
    names = {party.id: (str(party.name), str(party.adjective)) for party in relation.parties}
    for fact in relation.facts:
        if isinstance(fact, Milestone) and fact.kind in _KINDS and fact.sending and fact.host:
            first = _first_named([fact.as_stated or "", *quotes(fact)], names)
            if first == fact.host:
                tell = info if "sending" in fact.inferred else warning
                message = f"the source of '{fact.id}' words {first} as the one that opens the mission of {fact.sending}"
                yield tell("BG223", fact.at("sending"), message, "a mission is opened by the state that sends it", fact)


def _first_named(texts: list[str], names: Mapping[str, tuple[str, ...]]) -> str | None:
    """The party that the first text with a party in it names first; its longer name wins where both begin alike."""
    for text in texts:
        found = [(text.find(word), -len(word), code) for code, words in names.items() for word in words if word in text]
        if found:
            return min(found)[2]
    return None
