"""Which brief is looked at, as a page asks for it: each name is one that is known, or nothing is answered."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from briefgen.diagnostics import Report
from briefgen.load.nodes.file_names import folders_in, names_in
from briefgen.model.template_files import TemplateKind
from briefgen.model.values.date import Date, parse_day
from briefgen.records import dataclass

if TYPE_CHECKING:
    from briefgen.world import World

FIELDS = ("relation", "audience", "as-of")
"""What a page says of the brief that it wants."""
_SINCE, _VERSION = "since", "v"
"""An edition by its number; and what makes an address another one, so that a browser asks again."""
_MOST_FIELDS = 8


@dataclass(frozen=True, slots=True)
class BriefChoice:
    """One brief, as of a day."""

    relation: str
    audience: str
    as_of: Date | None = None
    """None for the relation's own."""


@dataclass(frozen=True, slots=True)
class Question:
    """What a page asks about a brief."""

    choice: BriefChoice
    since: int | None = None
    """The edition that it is to be compared with; None for the last that differs."""


@dataclass(frozen=True, slots=True)
class Offer:
    """The briefs that may be chosen."""

    relations: tuple[str, ...]
    audiences: tuple[str, ...]

    def question(self, query: str) -> Question | None:
        """What the query of an address asks; None where anything in it is not as a page of ours asks it."""
        try:
            said = parse_qsl(query, max_num_fields=_MOST_FIELDS, strict_parsing=True)
        except ValueError:
            return None
        given = dict(said)
        if len(given) != len(said) or given.keys() - {*FIELDS, _SINCE, _VERSION}:
            return None
        relation, audience, day = (given.get(field, "") for field in FIELDS)
        if relation not in self.relations or audience not in self.audiences:
            return None
        try:
            choice = BriefChoice(relation, audience, parse_day(day) if day else None)
            return Question(choice, int(given[_SINCE]) if _SINCE in given else None)
        except ValueError:
            return None


def offer_of(world: World) -> Offer:
    """All relations and audiences of a workspace; what is wrong with a name is told with the brief."""
    untold = Report()
    folders = (name for name in folders_in(world, "data", untold) if world.is_there(f"data/{name}/relation.yaml"))
    return Offer(tuple(folders), tuple(names_in(world, TemplateKind.AUDIENCE.folder, ".yaml", untold)))
