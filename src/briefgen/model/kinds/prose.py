"""Prose: what is written of one relation, as Markdown."""

from typing import Annotated

from briefgen.diagnostics import Place
from briefgen.model.facts.fact import Fact
from briefgen.model.facts.field_roles import Declared, FieldRole
from briefgen.model.facts.kind import Kind
from briefgen.model.values.prose_text import NO_TEXT, ProseText
from briefgen.model.values.text import Text
from briefgen.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose(Fact):
    """Prose of the relation's own, in a file of its name: Markdown with values of facts and citations."""

    title: Annotated[Text | None, Declared(FieldRole.TITLE, "What a section that places it calls it.")] = None
    text: Annotated[ProseText, Declared(FieldRole.PROSE)] = NO_TEXT

    @property
    def stands_for(self) -> str:
        """The name that sections ask for it by, whatever language it is in: `history` of `history.ru`."""
        return self.id.partition(".")[0]

    def at_spot(self, line: int, column: int = 1) -> Place:
        """Where something of the text stands, which counts its lines from below the head."""
        first = self.at("text")
        return Place(first.path, first.line + line - 1, column)


KIND = Kind(name="prose", what="prose", made_of=Prose, is_folder=True, name_in_templates="prose_texts")
