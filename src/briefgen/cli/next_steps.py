"""What to do next with a template that was just written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.load.settings.audience_list import audience_line
from briefgen.model.template_files import TemplateKind

if TYPE_CHECKING:
    from briefgen.model.workspace import Workspace


def next_steps(kind: TemplateKind, name: str, before: Workspace, after: Workspace, *, copied: bool) -> list[str]:
    """What to do with a new file, a line each; `before` and `after` are the workspace without it and with it."""
    match kind:
        case TemplateKind.AUDIENCE:
            return _next_of_audience(name, before, after)
        case _ if copied:
            return ["next: change it, then: briefgen check"]
        case TemplateKind.SECTION:
            return [
                f"next: write '- {name}' under `sections:` of an audience, then: briefgen check",
                "a shipped audience becomes yours to change by: briefgen new audience NAME --from shipped",
                "so that editors know the new name: briefgen schema",
            ]
        case TemplateKind.PARTIAL:
            return [f'next: import it in a section: {{% from "partials/{name}.md.j2" import line %}}']
        case TemplateKind.STYLE:
            return [f"next: name it in an audience, 'style: {name}', or for all in briefgen.toml: style = \"{name}\""]
        case TemplateKind.CITATION_STYLE:
            return [f"next: name it in an audience: 'citations: {{style: {name}}}', then: briefgen check"]
        case TemplateKind.WORDING:
            return ["next: say anew what is to be said otherwise, one entry a line, then: briefgen check"]


def _next_of_audience(name: str, before: Workspace, after: Workspace) -> list[str]:
    """An audience changes whose briefs are made; that is never left unsaid."""
    lines = [f"next: change it, then: briefgen make -a {name}"]
    if name in after.unmade:
        lines.append(f'to make it with the others, add "{name}" to audiences in briefgen.toml')
    lost = [each for each in after.unmade if each not in before.unmade and each != name]
    if lost:
        made = sorted({audience.id for audience in after.audiences} - set(before.unmade))
        lines.append(f"from now on nothing is made unasked for: {', '.join(lost)}")
        lines.append(f"to keep them, write into briefgen.toml: {audience_line(made)}")
    return lines
