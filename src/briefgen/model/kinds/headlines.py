"""Headlines: what a desk says of its relation above a brief, in words of its own for each audience."""

from typing import Annotated

from briefgen.model.facts.fact import Fact
from briefgen.model.facts.field_roles import Declared, FieldRole, Narrowed
from briefgen.model.facts.kind import Kind
from briefgen.model.facts.parties_people_references import Ground
from briefgen.model.values.date import Date
from briefgen.model.values.prose_text import ValuedText
from briefgen.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline(Fact):
    """What stands above a brief of some audiences, and under it: the desk's own words, which lean on facts.

    An audience that may not know one of these does not get it. Of several the one that was written last stands there;
    where there is none, the brief has its plain title.
    """

    audiences: Annotated[
        tuple[str, ...],
        Declared(
            FieldRole.AUDIENCE,
            "The audiences whose briefs it is for; no other may know it.",
            Narrowed(example="minister"),
        ),
    ]
    headline: Annotated[
        ValuedText,
        Declared(FieldRole.VALUED, "What stands largest: the message in a line, of at most 72 letters."),
    ]
    leans_on: Annotated[
        tuple[Ground, ...],
        Declared(FieldRole.GROUNDS, "The facts that it says something of: ids, alone or with the value relied on."),
    ]
    written: Annotated[
        Date,
        Declared(FieldRole.HOLDS_FOR, "The day that it was written, or last read against the facts."),
    ]
    standfirst: Annotated[
        ValuedText | None, Declared(FieldRole.VALUED, "What stands under it in larger type: a sentence or two.")
    ] = None


KIND = Kind(name="headlines", what="a headline", made_of=Headline)
