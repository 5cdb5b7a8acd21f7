"""Recommendations: what somebody should do."""

from typing import Annotated

from briefgen.model.facts.controlled_vocabularies import Horizon
from briefgen.model.facts.fact import TOPICS, Fact
from briefgen.model.facts.field_roles import Declared, FieldRole, Narrowed
from briefgen.model.facts.kind import Kind
from briefgen.model.values.text import Text
from briefgen.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation(Fact):
    """What somebody should do."""

    action: Annotated[Text, Declared(FieldRole.TEXT, "What should be done: an imperative, in a sentence.")]
    area: Annotated[str, Declared(FieldRole.ONE_OF, "The field that it belongs to: a topic.", Narrowed(choices=TOPICS))]
    owner: Annotated[Text | None, Declared(FieldRole.TITLE, "Who should do it.")] = None
    addressee: Annotated[
        str,
        Declared(
            FieldRole.ONE_OF,
            "Who is asked: government where absent, or business.",
            Narrowed(choices=("government", "business")),
        ),
    ] = "government"
    horizon: Annotated[Horizon | None, Declared(FieldRole.ONE_OF, "By when; open where the source does not say.")] = (
        None
    )
    facts: Annotated[
        tuple[str, ...], Declared(FieldRole.LINK, "Ids of facts that it follows from.", Narrowed(is_ground=True))
    ] = ()
    priority: Annotated[
        int | None, Declared(FieldRole.WHOLE, "Its place in the order of what matters: 1 is first.")
    ] = None
    parts: Annotated[tuple[Text, ...], Declared(FieldRole.TEXT, "What it consists of.")] = ()


KIND = Kind(name="recommendations", what="a recommendation", made_of=Recommendation, order=10)
