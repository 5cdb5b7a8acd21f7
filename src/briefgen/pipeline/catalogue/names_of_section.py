"""Which of the names that there are a section and the partials it shares make use of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.compose.catalogue.template_word import TemplateWord, WordSort
from briefgen.validate.template_lines import COMMENTS, TAGS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefgen.model.workspace import SectionTemplate, Workspace

_NAME = re.compile(r"(?<![\w.\"'])([A-Za-z_]\w*)")
_FIELD = re.compile(r"\.([A-Za-z_]\w*)|attribute=[\"'](\w+)|attr\([\"'](\w+)")
_BEHIND = {WordSort.FILTER: re.compile(r"\|\s*(\w+)"), WordSort.TEST: re.compile(r"\bis\s+(?:not\s+)?(\w+)")}
_EXAMPLE = " The example is what holds where an audience sets nothing."
_PARTIAL = re.compile(r"[\"'](partials/[^\"']+)[\"']")


def names_of_section(name: str, workspace: Workspace, known: Sequence[TemplateWord]) -> Iterator[TemplateWord]:
    """The section's options, then what its tags name; of a value the fields that any of its tags asks for."""
    section = workspace.sections[name]
    yield from _options(section)
    tags = " ".join(TAGS.findall(COMMENTS.sub("", "\n".join(_sources(section, workspace.partials)))))
    names = set(_NAME.findall(tags))
    fields = {word for found in _FIELD.findall(tags) for word in found if word}
    behind = {sort: set(pattern.findall(tags)) for sort, pattern in _BEHIND.items()}
    for word in known:
        of, _, field = word.name.partition(".")
        match word.sort:
            case WordSort.VALUE | WordSort.FUNCTION:
                is_used = word.name in names
            case WordSort.FIELD:
                is_used = of in names and field in fields
            case WordSort.FILTER | WordSort.TEST:
                is_used = word.name in behind[word.sort]
            case _:  # of the wording nobody sees which entries the values of a section will need
                is_used = False
        if is_used:
            yield word


def _options(section: SectionTemplate) -> Iterator[TemplateWord]:
    for option, default in section.options.items():
        kind = {bool: "yes or no", int: "whole number"}.get(type(default), "word")
        said = str(default).lower() if isinstance(default, bool) else str(default)
        about = section.meanings.get(option, "An option of the section.") + _EXAMPLE
        yield TemplateWord(name=f"options.{option}", sort=WordSort.OPTION, type=kind, about=about, example=said)


def _sources(section: SectionTemplate, partials: Mapping[str, str]) -> Iterator[str]:
    """The section's text, and that of the partials that it names."""
    yield section.source
    yield from (partials[path] for path in dict.fromkeys(_PARTIAL.findall(section.source)) if path in partials)
