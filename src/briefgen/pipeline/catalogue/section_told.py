"""What a section prints in one brief, and why not more: its place, facts and conditions, and what was said of it."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from briefgen.compose import sources_of
from briefgen.compose.catalogue.template_word import WordSort
from briefgen.compose.template.namespace import known_everywhere
from briefgen.compose.template.template_checks import conditions_in
from briefgen.model.audience import SectionChoice
from briefgen.model.formats import IN_LINES
from briefgen.pipeline.catalogue.names_of_section import names_of_section
from briefgen.pipeline.catalogue.names_there_are import names_there_are
from briefgen.pipeline.judged.sections_of_kinds import kinds_in
from briefgen.pipeline.one_brief import BriefRun
from briefgen.pipeline.recalled_views import seen_by
from briefgen.records import dataclass, replace
from briefgen.view import Request, Searched, SharedWork

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefgen.diagnostics import Diagnostic
    from briefgen.model.audience import Audience
    from briefgen.model.facts.coverage import Coverage
    from briefgen.model.facts.relation import Relation
    from briefgen.model.workspace import Workspace
    from briefgen.pipeline.job import Executor
    from briefgen.pipeline.run_order import Order

_TEXT = IN_LINES.name
_PRINTED, _ELSEWHERE = "printed", "not printed by this section"
_FIT, _TEMPLATE = "BG451", ".md.j2"
_MARGINS = "---"
"""Parts the text of a brief from what stands above and under it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A condition of the section's template, and how it was answered while the section ran."""

    line: int
    words: str
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionTold:
    """A section in the brief of one audience."""

    relation: str
    audience: str
    section: str
    file: str
    place: str
    """`3 of 7`; empty where the audience does not list it."""
    listed_by: tuple[str, ...]
    """All audiences that list it."""
    if_empty: str
    options: Mapping[str, str]
    is_there: bool
    """Whether the brief, as long as it may get, says something that it would not say without the section."""
    fell: str
    """What was left out of the brief so that it keeps to its pages, where that is of this section."""
    facts: Mapping[str, Mapping[str, int]]
    """Kind that the template names → what became of its facts → how many."""
    empty: tuple[str, ...]
    """Values that the template names, and of which this audience has nothing."""
    conditions: tuple[Answer, ...]
    told: tuple[Diagnostic, ...]
    """What is said of it in the brief; where it is not listed, in one of it alone."""
    text: str
    """What it prints, alone in a brief; empty where nothing."""


def section_told(
    workspace: Workspace, relation: Relation, audience: Audience, name: str, order: Order, executor: Executor
) -> SectionTold:
    """What one section comes to; what it would print, where the audience does not list it."""
    place, choice = _choice(workspace, audience, name)
    work, searched = SharedWork(relation, order.as_of), Searched(relation)

    def run(of: Audience, formats: tuple[str, ...], *, fit: bool) -> BriefRun:
        seen = partial(seen_by, relation, of, workspace, order, work)
        made = BriefRun(workspace, relation, of, replace(order, fit=fit), executor, searched, work, seen)
        made.prepare(formats)
        made.begin()
        made.wait()
        return made

    alone = run(replace(audience, sections=(choice,), contents=False), (_TEXT,), fit=False)
    came = alone.outcome()
    others = tuple(one for one in audience.sections if one.name != name)
    whole, without = (
        _text(run(replace(audience, sections=listed), (_TEXT,), fit=False)) for listed in (audience.sections, others)
    )
    in_whole = run(audience, (), fit=True).outcome().told
    told = tuple(one for one in (in_whole if place else came.told) if _is_about(one, name))
    fell = _fell(in_whole, name) if place else ""
    front = run(replace(audience, sections=(), contents=False), (_TEXT,), fit=False)
    request = Request(order.as_of, workspace.language, workspace.author)
    return SectionTold(
        relation=relation.slug,
        audience=audience.id,
        section=name,
        file=workspace.sections[name].place.path,
        place=place,
        listed_by=tuple(one.id for one in workspace.audiences if name in {c.name for c in one.sections}),
        if_empty=choice.if_empty.name.lower(),
        options={key: _said(value) for key, value in choice.options.items()},
        is_there=bool(place) and whole != without,
        fell=fell,
        facts=_facts(name, workspace, came.shown[1]) if came.shown else {},
        empty=tuple(_empty(name, workspace, relation, audience, request)),
        conditions=tuple(_conditions(name, workspace, came.answers)),
        told=told,
        text=_beyond(_text(alone), _text(front)),
    )


def _choice(workspace: Workspace, audience: Audience, name: str) -> tuple[str, SectionChoice]:
    """Where the audience has the section, and as what; where it has none, as what its head says."""
    for number, choice in enumerate(audience.sections, 1):
        if choice.name == name:
            return f"{number} of {len(audience.sections)}", choice
    section = workspace.sections[name]
    return "", SectionChoice(name=name, options=section.options, place=section.place)


def _said(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _is_about(said: Diagnostic, name: str) -> bool:
    """Whether something is said of the section: at its template, or by its name."""
    return said.place.path.endswith(f"/{name}{_TEMPLATE}") or f"'{name}'" in said.message


def _fell(told: tuple[Diagnostic, ...], name: str) -> str:
    found = (one.message for one in told if one.code == _FIT and f"'{name}'" in one.message)
    return next(found, "")


def _facts(name: str, workspace: Workspace, coverage: Coverage) -> dict[str, dict[str, int]]:
    """Of each kind that the template names, what became of its facts in a brief of this section alone."""
    kinds = set(kinds_in(name, workspace))
    counted: dict[str, Counter[str]] = {}
    for verdict in coverage.verdicts:
        if verdict.collection in kinds:
            reason = verdict.reason
            word = _PRINTED if reason is None else _ELSEWHERE if reason.name == "SECTION" else f"hidden: {reason.value}"
            counted.setdefault(verdict.collection, Counter())[word] += 1
    return {kind: dict(sorted(found.items())) for kind, found in counted.items()}


def _empty(name: str, workspace: Workspace, relation: Relation, audience: Audience, request: Request) -> Iterator[str]:
    known = names_there_are(workspace, [relation], [audience], request)
    for word in names_of_section(name, workspace, known):
        if word.sort is WordSort.VALUE and not word.audiences:
            yield word.name


def _conditions(name: str, workspace: Workspace, answers: tuple[tuple[str, int, bool], ...]) -> Iterator[Answer]:
    """The conditions of the section's own file, as they stand in it."""
    path = f"sections/{name}.md.j2"
    source = sources_of(workspace.sections, workspace.partials)[path]
    known = known_everywhere(kind.collection for kind in workspace.kinds.values())
    given: dict[int, set[bool]] = {}
    for asked, at, holds in answers:
        if asked == path:
            given.setdefault(at, set()).add(holds)
    for condition in conditions_in(source, known):
        yield Answer(
            line=condition.line,
            words=condition.words,
            answer=_in_words(given.get(condition.at, set())),
        )


def _in_words(answers: set[bool]) -> str:
    match sorted(answers):
        case [False]:
            return "never so"
        case [True]:
            return "always so"
        case [_, _]:
            return "so at times"
        case _:
            return "never asked"


def _text(run: BriefRun) -> str:
    """A brief as text, without what stands at the head and foot of its pages."""
    files = run.product.files if run.product else {}
    whole = files[_TEXT].data.decode() if _TEXT in files else ""
    return whole.partition(f"\n{_MARGINS}\n")[2].rpartition(f"\n{_MARGINS}\n")[0]


def _beyond(text: str, front: str) -> str:
    """What a brief has behind its front, which is all that one without sections has."""
    return text.removeprefix(front).strip() if front else text
