"""Citations are typed in prose alone.

What it checks: `[@reference]` in the words of templates, and in our wording of facts, headlines among them.

Why it matters: only the texts under prose/ are read for citations. Elsewhere readers find `[@raza-nawaz-2021]` as it
stands, and the list of sources does not hold it.

Example: `text: Relations began in 1994 [@raza-nawaz-2021].`

How to fix: name the reference among the `sources` of the fact, and let the template say `{{ cite(fact) }}`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import did_you_mean
from briefgen.late_patterns import late_pattern
from briefgen.model.facts.relation import every_fact
from briefgen.model.kinds.prose import Prose
from briefgen.validate.authored_text import own_words
from briefgen.validate.finding import warning
from briefgen.validate.template_lines import TAGS, matches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.model.workspace import Workspace
    from briefgen.validate.finding import Finding

_CITATION = late_pattern(r"(?<!\\)\[-?@([^\s\],;]+)[^\]\n]*\]")


def citations_stand_in_prose(workspace: Workspace) -> Iterator[Finding]:
    """BG200 for each citation that would be printed as it stands."""
    for place, typed in matches(workspace, _CITATION, TAGS):
        message = f"the citation '{typed}' is typed into the template, and would be printed as it stands"
        yield warning("BG200", place, message, "cite what holds the source: {{ cite(fact) }}, or write it into prose")
    for relation in workspace.relations:
        yield from _in_facts(relation)


def _in_facts(relation: Relation) -> Iterator[Finding]:
    for fact in every_fact(relation):
        for name, text in own_words(fact) if not isinstance(fact, Prose) else ():
            for found in _CITATION.finditer(text):
                message = f"the citation '{found[0]}' is typed into '{fact.id}', and would be printed as it stands"
                yield warning("BG200", fact.at(name), message, _step(found[1], relation), fact)


def _step(key: str, relation: Relation) -> str:
    if key in relation.references:
        return f"take it out, and name it among the fact's sources: {{ref: {key}}}"
    meant = did_you_mean(key, relation.references)
    return meant or "take it out, and name a reference that is there among the fact's sources"
