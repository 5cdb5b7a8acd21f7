"""Projects, and what they have to do with the relation."""

from typing import Annotated

from briefgen.model.facts.fact import Fact
from briefgen.model.facts.field_roles import Declared, FieldRole, Narrowed
from briefgen.model.facts.kind import Kind
from briefgen.model.values.text import Text
from briefgen.records import dataclass

PROJECTS = ("infrastructure", "industrial_park", "fdi", "joint_venture", "loan", "grant", "link", "other")


@dataclass(frozen=True, slots=True, kw_only=True)
class Project(Fact):
    """A project; its parties need not be those of the relation. Money put into one is an investment."""

    kind: Annotated[str, Declared(FieldRole.ONE_OF, "What kind it is.", Narrowed(choices=PROJECTS))]
    name: Annotated[Text, Declared(FieldRole.TITLE, "What it is called.")]
    parties: Annotated[
        tuple[str, ...], Declared(FieldRole.COUNTRY, "Countries, by their ISO 3166-1 alpha-3 codes.")
    ] = ()
    part_of: Annotated[
        str | None, Declared(FieldRole.ORGANISATION, "The id of the organisation or initiative that it belongs to.")
    ] = None
    links: Annotated[
        tuple[str, ...],
        Declared(FieldRole.LINK, "Ids of projects that it is connected with.", Narrowed(to=("projects",))),
    ] = ()
    relevance: Annotated[Text | None, Declared(FieldRole.TEXT, "What it has to do with the relation.")] = None


KIND = Kind(name="projects", what="a project", made_of=Project, order=6)
