"""Branches of a workspace's own templates that none of its audiences takes, whatever the data hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import Diagnostic, Place, Severity
from briefgen.model.template_files import TEMPLATES, TemplateKind
from briefgen.model.template_names import OF_CONTRACT
from briefgen.world import packaged

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from briefgen.compose.source.asked_conditions import Condition
    from briefgen.model.workspace import Workspace
    from briefgen.pipeline.judged.brief_seen import BriefSeen

CODE = "BG466"
_LONGEST = 1_000_000
"""Bytes of a shipped section, and more than any has."""


def idle_branches(workspace: Workspace, briefs: Sequence[BriefSeen]) -> Iterator[Diagnostic]:
    """BG466 for a branch that hangs on options or the audience alone, where all that are made answer alike.

    What hangs on the data is left alone: other days and relations answer otherwise. So are templates that briefgen
    ships, and what copies of them still say as they do, under whatever name: their options are for whoever will set
    them.
    """
    answers: dict[tuple[str, int], set[bool]] = {}
    for brief in briefs:
        for path, at, holds in brief.answers:
            answers.setdefault((path, at), set()).add(holds)
    alike = {path for (path, _), held in answers.items() if len(held) == 1 and _asks_of_contract(path, workspace)}
    if own := {path for path in alike if not packaged().is_there(f"{TEMPLATES}/{path}")}:
        yield from _idle_in(own, workspace, answers)


def _asks_of_contract(path: str, workspace: Workspace) -> bool:
    """Whether a template may have such a branch: one that has names what it hangs on, and most name neither."""
    section = workspace.sections.get(path.removeprefix("sections/").removesuffix(".md.j2"))
    source = section.source if section else workspace.partials.get(path, "")
    return any(name in source for name in OF_CONTRACT)


def _idle_in(
    paths: Collection[str], workspace: Workspace, answers: Mapping[tuple[str, int], set[bool]]
) -> Iterator[Diagnostic]:
    from briefgen.compose import sources_of  # what few workspaces need
    from briefgen.compose.template.namespace import known_everywhere
    from briefgen.compose.template.template_checks import conditions_in

    known = known_everywhere(kind.collection for kind in workspace.kinds.values())
    for path, source in sources_of(workspace.sections, workspace.partials).items():
        if path not in paths:
            continue
        said = [(one, _said(one, answers.get((path, one.at), set()))) for one in conditions_in(source, known)]
        copied = _copied_lines(source) if any(message for _, message in said) else frozenset()
        lines = source.split("\n")
        for condition, message in said:
            if message and lines[condition.line - 1] not in copied:
                place = Place(f"{TEMPLATES}/{path}", condition.line, condition.column)
                yield Diagnostic(CODE, Severity.INFO, place, message, _hint(condition))


def _copied_lines(source: str) -> frozenset[str]:
    """The lines of the shipped section that a text was copied from; none where no other has the half of its lines."""
    own = _lines_of(source)
    folder = TemplateKind.SECTION.folder
    texts = (packaged().read(f"{folder}/{name}", _LONGEST) for name in sorted(packaged().list(folder)))
    shipped = (_lines_of(text.decode()) for text in texts)
    nearest = max(shipped, key=lambda lines: len(own & lines), default=frozenset[str]())
    return nearest if len(own & nearest) * 2 >= len(own) else frozenset()


def _lines_of(source: str) -> frozenset[str]:
    return frozenset(line for line in source.split("\n") if line.strip())


def _said(condition: Condition, answers: set[bool]) -> str:
    """What is idle at a condition; empty where nothing is."""
    if not condition.is_of_contract or len(answers) != 1:
        return ""
    if True not in answers:
        return f"no audience takes this branch: '{condition.words}' holds for none"
    return f"no audience takes the other branch: '{condition.words}' holds for all" if condition.has_other else ""


def _hint(condition: Condition) -> str:
    option = condition.words.removeprefix("options.")
    if option != condition.words:
        return f"let an audience say {option} otherwise, or take out what no brief has"
    return "take out what no brief has"
