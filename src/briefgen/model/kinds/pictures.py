"""Pictures: photographs, facsimiles and drawings that belong to the relation."""

from typing import Annotated, ClassVar

from briefgen.model.facts.fact import Fact
from briefgen.model.facts.field_roles import Declared, FieldRole
from briefgen.model.facts.kind import Kind
from briefgen.model.values.date import Date
from briefgen.model.values.picture_file import PictureFile
from briefgen.model.values.text import Text
from briefgen.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureOfRelation(Fact):
    """A photograph, facsimile or drawing that belongs to the relation."""

    type_name: ClassVar[str] = "picture"

    file: Annotated[
        PictureFile,
        Declared(FieldRole.FILE, "Its file in the folder pictures/ beside this one: a PNG or JPEG."),
    ]
    caption: Annotated[
        Text, Declared(FieldRole.TITLE, "What stands over it: who or what, where, and on what occasion.")
    ]
    alt: Annotated[
        Text, Declared(FieldRole.TEXT, "What it shows, in a sentence or two, for readers who do not see it.")
    ]
    credit: Annotated[
        str | None, Declared(FieldRole.LINE, "Whom to name, and under which rights: BelTA, CC BY 4.0.")
    ] = None
    date: Annotated[Date | None, Declared(FieldRole.HOLDS_FOR, "When it was taken or made.")] = None


KIND = Kind(name="pictures", what="a picture", made_of=PictureOfRelation, order=13)
