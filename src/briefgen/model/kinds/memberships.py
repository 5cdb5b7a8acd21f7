"""Memberships of the parties in organisations and initiatives."""

from typing import Annotated

from briefgen.model.facts.fact import Fact
from briefgen.model.facts.field_roles import Declared, FieldRole, Narrowed
from briefgen.model.facts.kind import Kind
from briefgen.model.values.date import Date
from briefgen.records import dataclass

MEMBERSHIPS = ("member", "observer", "dialogue_partner", "applicant", "guest", "participant")


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership(Fact):
    """Parties in an organisation or initiative."""

    parties: Annotated[tuple[str, ...], Declared(FieldRole.PARTY, "Countries, by their ISO 3166-1 alpha-3 codes.")]
    organisation: Annotated[str, Declared(FieldRole.ORGANISATION, "An organisation's id in organisations.yaml.")]
    role: Annotated[str, Declared(FieldRole.ONE_OF, "As what the parties take part.", Narrowed(choices=MEMBERSHIPS))]
    during: Annotated[Date | None, Declared(FieldRole.DURING, "When: an interval or a date.")] = None


KIND = Kind(name="memberships", what="a membership", made_of=Membership, order=7)
