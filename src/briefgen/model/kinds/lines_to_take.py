"""Lines to take: what one side's people say on a topic."""

from typing import Annotated, ClassVar

from briefgen.model.facts.fact import Fact
from briefgen.model.facts.field_roles import Declared, FieldRole, Narrowed
from briefgen.model.facts.kind import Kind
from briefgen.model.values.sensitivity import Sensitivity
from briefgen.model.values.text import Text
from briefgen.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class LineToTake(Fact):
    """What our people say on a topic: for one party's own briefs, and never for the public."""

    type_name: ClassVar[str] = "line_to_take"

    title: Annotated[Text, Declared(FieldRole.TITLE, "The topic, in a few words.")]
    text: Annotated[Text, Declared(FieldRole.TEXT, "What is to be said, as it is to be said.")]
    party: Annotated[
        str,
        Declared(
            FieldRole.PARTY,
            "Whose line it is. A brief from the other party's perspective never has it.",
            Narrowed(own_side=True),
        ),
    ]
    if_asked: Annotated[
        Text | None,
        Declared(
            FieldRole.TITLE,
            "Of a line that is said only when the matter comes up: the question or reproach that it answers.",
        ),
    ] = None
    facts: Annotated[
        tuple[str, ...], Declared(FieldRole.LINK, "Ids of facts that it rests on.", Narrowed(is_ground=True))
    ] = ()


KIND = Kind(
    name="lines_to_take", what="a line to take", made_of=LineToTake, order=9, unlabelled=Sensitivity.OFFICIAL,
    least=Sensitivity.OFFICIAL,
)  # fmt: skip
