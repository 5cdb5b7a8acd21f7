"""Which brief is looked at, as a page asks for it: each name is one that is known, or nothing is answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import Report
from briefgen.load.nodes.file_names import folders_in, names_in
from briefgen.model.template_files import TemplateKind
from briefgen.model.values.date import Date, parse_day
from briefgen.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefgen.world import World

FIELDS = ("relation", "audience", "as-of")
"""What a page says of the brief that it wants."""


@dataclass(frozen=True, slots=True)
class BriefChoice:
    """One brief, as of a day."""

    relation: str
    audience: str
    as_of: Date | None = None
    """None for the relation's own."""

    @property
    def record(self) -> dict[str, str]:
        """By the names of fields, as a page says it."""
        return {"relation": self.relation, "audience": self.audience, "as-of": str(self.as_of or "")}


@dataclass(frozen=True, slots=True)
class Offer:
    """The briefs that may be chosen."""

    relations: tuple[str, ...]
    audiences: tuple[str, ...]

    def chosen(self, said: Mapping[str, str]) -> BriefChoice | None:
        """The brief that a page asks for; None where there is none of those names, or no such day."""
        relation, audience, day = (said.get(field, "") for field in FIELDS)
        if relation not in self.relations or audience not in self.audiences:
            return None
        try:
            return BriefChoice(relation, audience, parse_day(day) if day else None)
        except ValueError:
            return None


def offer_of(world: World) -> Offer:
    """All relations and audiences of a workspace; what is wrong with a name is told with the brief."""
    untold = Report()
    folders = (name for name in folders_in(world, "data", untold) if world.is_there(f"data/{name}/relation.yaml"))
    return Offer(tuple(folders), tuple(names_in(world, TemplateKind.AUDIENCE.folder, ".yaml", untold)))
