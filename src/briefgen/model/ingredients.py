"""What a brief is composed of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefgen.model.limits import USUAL, ResourceLimits

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefgen.model.values.picture_file import PictureFile
    from briefgen.model.view import View
    from briefgen.model.wording.phrases import Phrases
    from briefgen.model.workspace import SectionTemplate


@dataclass(frozen=True, slots=True)
class Ingredients:
    """A view, templates and words; nothing that the audience may not see is among them."""

    view: View
    sections: Mapping[str, SectionTemplate]
    partials: Mapping[str, str]
    phrases: Phrases
    """The words of its language, in the tone of its audience."""
    pictures: Mapping[str, PictureFile] = field(default_factory=dict)
    """Those under templates/; those of the relation stand in the view."""
    unread: frozenset[str] = frozenset()
    """Templates that are there and could not be read."""
    limits: ResourceLimits = USUAL
    """Composing keeps to the time of a section; an executor of a process of its own to all of them."""
