"""Topics that facts have and no audience's brief tells of."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefgen.diagnostics import Diagnostic, Severity
from briefgen.model.facts.coverage import Reason
from briefgen.model.facts.relation import every_fact
from briefgen.model.kinds import kind_of
from briefgen.pipeline.judged.brief_seen import named
from briefgen.pipeline.judged.sections_of_kinds import where_to_show

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefgen.model.facts.fact import Fact
    from briefgen.model.workspace import Workspace
    from briefgen.pipeline.judged.brief_seen import BriefSeen
    from briefgen.pipeline.judged.excuses import Excuses

CODE = "BG321"
_LASTING = frozenset({Reason.SECTION, Reason.CLEARANCE, Reason.TOPIC, Reason.KIND, Reason.UNCITED, Reason.GROUNDLESS})
"""Reasons that a change of audiences, sections or labels would remove, and time does not."""


_MANY = 2
"""Topics that are told together."""


class UntoldTopic(NamedTuple):
    """What is said of one or more topics, and the ids of their facts."""

    told: Diagnostic
    facts: tuple[str, ...]


def untold_topics(briefs: Sequence[BriefSeen], workspace: Workspace, excuses: Excuses) -> list[UntoldTopic]:
    """BG321 for each topic of a relation that none of its briefs tells of; topics of the same facts together."""
    told = {fact for brief in briefs for fact in brief.shown}
    spoken_of = {topic for fact in every_fact(briefs[0].relation) if fact.id in told for topic in fact.topics}
    reasons = _reasons(briefs)
    of: dict[str, list[Fact]] = {}
    for fact in briefs[0].relation.facts:
        kind = kind_of(fact)
        if kind is None or kind.is_shared or _LASTING.isdisjoint(reasons[fact.id]):
            continue
        for topic in fact.topics:
            if topic not in spoken_of and not excuses.takes(fact, CODE):
                of.setdefault(topic, []).append(fact)
    alike: dict[tuple[str, ...], list[str]] = {}
    for topic, facts in of.items():
        alike.setdefault(tuple(fact.id for fact in facts), []).append(topic)
    found = [
        UntoldTopic(_finding(topics, ids, of[topics[0]][0], reasons[ids[0]], workspace), ids)
        for ids, topics in alike.items()
    ]
    return _by_the_list_of_audiences(found, alike, briefs, workspace) if workspace.unmade else found


def _by_the_list_of_audiences(
    found: Sequence[UntoldTopic], alike: Mapping[tuple[str, ...], Sequence[str]], briefs: Sequence[BriefSeen],
    workspace: Workspace,
) -> list[UntoldTopic]:  # fmt: skip
    """Where few audiences get a brief, the topics that are left to the others are one finding, on what leaves them out.

    A note, which only a label answers, stays where it is.
    """
    left = [topic for topic in found if topic.told.severity is Severity.WARNING]
    if len(left) < _MANY:
        return list(found)
    counted = [f"'{topic}' ({len(one.facts)})" for one in left for topic in alike[one.facts]]
    slug, number = briefs[0].relation.slug, len(counted)
    message = f"no brief that is made tells of {number} topics of '{slug}', here with their facts: {', '.join(counted)}"
    hint = "list an audience whose sections show them, print them in a section, or excuse the facts"
    told = Diagnostic(CODE, Severity.WARNING, next(iter(workspace.unmade.values())), message, hint)
    facts = tuple(dict.fromkeys(fact for topic in left for fact in topic.facts))
    return [UntoldTopic(told, facts), *(topic for topic in found if topic not in left)]


def _reasons(briefs: Sequence[BriefSeen]) -> dict[str, dict[Reason | None, str]]:
    """Fact → why it is not told, each reason with the first audience that it holds for."""
    reasons: dict[str, dict[Reason | None, str]] = {}
    for brief in briefs:
        for verdict in brief.coverage.verdicts:
            reasons.setdefault(verdict.fact, {}).setdefault(verdict.reason, brief.audience.id)
    return reasons


def _finding(
    topics: Sequence[str], ids: Sequence[str], fact: Fact, reasons: Mapping[Reason | None, str], workspace: Workspace
) -> Diagnostic:
    what = " and ".join(f"'{topic}'" for topic in topics)
    none = "no brief that is made" if workspace.unmade else "no audience's brief"
    message = f"{none} tells of the topic{'s' if len(topics) > 1 else ''} {what}: {named(ids)}"
    severity = Severity.WARNING
    kind = kind_of(fact)
    if Reason.SECTION in reasons and kind is not None:
        step = where_to_show(kind, workspace)
    elif hiding := reasons.get(Reason.TOPIC) or reasons.get(Reason.KIND):
        step = f"take what hides it out of 'hide' of an audience, such as '{hiding}'"
    elif uncited := reasons.get(Reason.UNCITED) or reasons.get(Reason.GROUNDLESS):
        step = f"give it a source or ground that an audience may see, such as '{uncited}'"
    else:
        severity = Severity.INFO
        step = "its label keeps it from every audience: lower it, or make an audience that may know it"
    return Diagnostic(CODE, severity, fact.at("topics"), message, step)
