"""A kind of facts: where its records stand, what they are called, and what they are made of."""

from __future__ import annotations

from inspect import cleandoc
from typing import TYPE_CHECKING

from briefgen.model.facts.declarations import DeclaredField, fields_of
from briefgen.model.values.sensitivity import Sensitivity
from briefgen.records import dataclass

if TYPE_CHECKING:
    from briefgen.model.facts.declarations import OwnRecord
    from briefgen.model.facts.fact import Fact

LAST = 100
"""Where a kind stands that does not say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of facts. Everything else that is to be known of it follows from its fields."""

    name: str
    """Its file or folder in the folder of a relation, without an ending; what audiences call it."""
    what: str
    """One of its records, in the user's words: `a milestone`."""
    made_of: type[Fact] | OwnRecord
    order: int = LAST
    """Its place among the kinds, and so in a relation's facts and in all that is listed by kind; then by its name."""
    is_table: bool = False
    """Whether its file is a CSV file: one row, one claim."""
    is_folder: bool = False
    """Whether each of its records is a Markdown file in a folder of its name, called as the record is."""
    name_in_templates: str = ""
    """Where that is not its name."""
    is_shared: bool = False
    """Whether its file stands beside the relations' folders, for all of them."""
    unlabelled: Sensitivity = Sensitivity.PUBLIC
    """What a record counts as at least where neither it nor its file has a label, however open its relation is."""
    least: Sensitivity = Sensitivity.PUBLIC
    """What a record counts as at least, whatever its label."""

    @property
    def collection(self) -> str:
        """What templates call its facts."""
        return self.name_in_templates or self.name

    @property
    def file(self) -> str:
        """The name of its file; of one with a file for each record, how such a file is called."""
        if self.is_folder:
            return f"{self.name}/NAME.md"
        return f"{self.name}.csv" if self.is_table else f"{self.name}.yaml"

    def path(self, folder: str) -> str:
        """Where its file stands, for the relation of a folder under data/."""
        return f"{folder.rpartition('/')[0] if self.is_shared else folder}/{self.file}"

    @property
    def about(self) -> str:
        """What the kind is, in a sentence."""
        return cleandoc(self.made_of.__doc__ or "") if isinstance(self.made_of, type) else self.made_of.about

    @property
    def fields(self) -> tuple[DeclaredField, ...]:
        """The fields of its records, in order."""
        return fields_of(self.made_of)
