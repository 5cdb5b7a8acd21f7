"""What readers of a lower clearance are shown and those of a higher one are not, unless their audience says why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import Diagnostic, Severity
from briefgen.model.facts.coverage import Reason
from briefgen.model.facts.relation import parts_of
from briefgen.pipeline.judged.brief_seen import is_told, named
from briefgen.pipeline.judged.sections_of_kinds import where_to_show
from briefgen.records import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.model.audience import Audience
    from briefgen.model.facts.coverage import Verdict
    from briefgen.model.facts.fact import Fact
    from briefgen.model.facts.kind import Kind
    from briefgen.model.workspace import Workspace
    from briefgen.pipeline.judged.brief_seen import BriefSeen
    from briefgen.pipeline.judged.excuses import Excuses

CODE = "BG320"
_BY_CHOICE = frozenset({Reason.TOPIC, Reason.KIND, Reason.STATUS, Reason.UNCITED, Reason.EMBARGO})
"""Reasons that the audience gives itself, other than by its sections."""
_FOR_OTHERS = frozenset({Reason.AUDIENCE, Reason.SUCCEEDED})
"""Reasons that the record gives: it is for other readers, or another one stands in its place."""


@dataclass(slots=True)
class _Gap:
    """The facts of one kind that one audience is not shown, in all relations."""

    audience: Audience
    lower: Audience
    """The first that is shown one of them."""
    kind: Kind
    ids: list[str] = field(default_factory=list)
    reasons: set[Reason | None] = field(default_factory=set)


class ClearanceGaps:
    """What is missing from whose brief."""

    def __init__(self, workspace: Workspace, excuses: Excuses) -> None:
        self._workspace, self._excuses = workspace, excuses
        self._gaps: dict[tuple[str, str], _Gap] = {}
        self._told_of: set[tuple[str, str]] = set()
        """Audience and kind of which it is told at least something."""

    def look_at(self, briefs: Sequence[BriefSeen]) -> None:
        """Hold the briefs of one relation against each other."""
        for high in briefs:
            lower = [low for low in briefs if low.audience.clearance < high.audience.clearance]
            shown_by = {fact: low.audience for low in reversed(lower) for fact in low.shown}
            done: set[str] = set()
            """Parts of what is missing itself."""
            record: Fact | None = None
            for fact, verdict in high.verdicts():
                record = record if record and fact in parts_of(record) else fact
                if is_told(verdict):
                    self._told_of.add((high.audience.id, verdict.collection))
                elif fact.id in shown_by and fact.id not in done and verdict.reason not in _FOR_OTHERS:
                    done.update(part.id for part in parts_of(fact))
                    self._note(high.audience, shown_by[fact.id], (fact, record), verdict)

    def _note(self, audience: Audience, lower: Audience, of: tuple[Fact, Fact], verdict: Verdict) -> None:
        """Keep that a fact is missing; `of` are the fact and the record that it is a part of, or itself again."""
        fact, record = of
        kind = self._workspace.kinds[verdict.collection]
        is_declared = kind.name in audience.leaves_out_kinds or any(
            topic in audience.leaves_out_topics for topic in fact.topics
        )
        if kind.is_shared or is_declared or verdict.reason is Reason.AUDIENCE:  # which says itself whom it is for
            return
        if self._excuses.takes(fact, CODE) or self._excuses.takes(record, CODE):
            return
        gap = self._gaps.setdefault((audience.id, kind.name), _Gap(audience, lower, kind))
        gap.ids.append(fact.id)
        gap.reasons.add(verdict.reason)

    def told(self) -> Iterator[Diagnostic]:
        """BG320 for each kind of facts that an audience is shown less of, at its list of sections.

        A shorter brief tells the most important ones of a kind; that it tells none is seldom meant.
        """
        for (audience, name), gap in self._gaps.items():
            severity = Severity.INFO if (audience, name) in self._told_of else Severity.WARNING
            place = gap.audience.sections[0].place if gap.audience.sections else gap.audience.place
            message = (
                f"'{gap.lower.id}', which may know less, is told of {name} that '{gap.audience.id}' is not: "
                f"{named(gap.ids)}"
            )
            why = f"say why not: leaves_out: {{kinds: {{{name}: ...}}}}"
            yield Diagnostic(CODE, severity, place, message, f"{self._step(gap)}, or {why}")

    def _step(self, gap: _Gap) -> str:
        if gap.reasons & _BY_CHOICE:
            return "let the audience's 'hide' and 'require_source' pass them"
        return where_to_show(gap.kind, self._workspace, gap.audience)
