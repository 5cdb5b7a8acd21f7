"""Templates to the code that runs them, for whoever builds the package that holds it (`source/made_code.py`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.compose.source.made_code import name_of_code
from briefgen.compose.source.template_problems import Problems
from briefgen.compose.template.parameters import FILTERS
from briefgen.compose.template.sandbox import SectionEnvironment
from briefgen.compose.values.field_use import FieldUse
from briefgen.compose.values.placeholders import Slots
from briefgen.diagnostics import Report

if TYPE_CHECKING:
    from collections.abc import Mapping

_SECONDS = 1
"""No template runs here."""


def code_of_templates(sources: Mapping[str, str]) -> dict[str, str]:
    """Name of a file → the Python in it, of templates by their path under templates/."""
    environment = SectionEnvironment(sources, Slots(), Problems(Report(), sources), FieldUse(), _SECONDS)
    environment.add_filters(dict.fromkeys(FILTERS, _filter))  # code says which it calls, and not what they do
    return {f"{name_of_code(name, source)}.py": environment.code_text(name, source) for name, source in sources.items()}


def _filter(value: object) -> object:
    return value
