"""Business forums, councils, and classes of them."""

from typing import Annotated

from briefgen.model.facts.fact import Fact
from briefgen.model.facts.field_roles import Declared, FieldRole, Narrowed
from briefgen.model.facts.kind import Kind
from briefgen.model.values.quantity import Quantity
from briefgen.model.values.text import Text
from briefgen.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Forum(Fact):
    """A business forum, a council, or a class of them."""

    kind: Annotated[
        str, Declared(FieldRole.ONE_OF, "What kind it is.", Narrowed(choices=("forum", "council", "forums")))
    ]
    name: Annotated[Text, Declared(FieldRole.TITLE, "What it is called.")]
    count: Annotated[
        Quantity | None,
        Declared(FieldRole.QUANTITY, "How many, as far as the source says.", Narrowed(example="3 forums")),
    ] = None
    text: Annotated[Text | None, Declared(FieldRole.TEXT, "The sentence that a brief prints.")] = None


KIND = Kind(name="forums", what="a forum", made_of=Forum, order=5)
