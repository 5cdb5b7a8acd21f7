"""Functions of templates for what stands among words: sources, footnotes, references to exhibits, typed words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from briefgen.compose.values.placeholders import NoteSlot, RefSlot
from briefgen.compose.values.template_value import Shown
from briefgen.model.origin import FactOrigin, Origin, OriginKind

if TYPE_CHECKING:
    from briefgen.compose.brief_state import Brief
    from briefgen.diagnostics import Place
    from briefgen.model.document import Exhibit, Table


class MarkedWords:
    """The functions of one brief that mark words."""

    def __init__(self, brief: Brief) -> None:
        self.brief = brief

    def cite(self, *values: object) -> Markup:
        """A marker for the references of some values, where the audience sees markers in the text."""
        return self.brief.cited(
            one for value in values for one in (value if isinstance(value, tuple | list) else (value,))
        )

    def note(self, text: object) -> Markup:
        """A footnote from a value or words; none where there is no text."""
        if not text:
            return Markup()
        if isinstance(text, Shown):
            if not self.brief.is_printed_note(text.of):
                return Markup()
            self.brief.use.print(text.of)
            return self.brief.slots.token(NoteSlot(self.brief.words(text.raw) or "", text.origin))
        said = self.brief.said(text)
        for piece in self.brief.slots.pieces(said):
            if isinstance(piece, str):
                self.brief.problems.typed(piece)
        return self.brief.slots.token(NoteSlot(said, None)) if said else Markup()

    def ref(self, name: object) -> Markup:
        """A reference to an exhibit by its name or to a heading by its id: `Table 2`, with a link."""
        wanted = self.brief.said_plainly(name)
        return self.brief.slots.token(RefSlot(wanted, self.brief.problems.here(wanted)))

    def _given(self, name: object) -> str:
        """The name that a call gives its exhibit."""
        named = self.brief.said_plainly(name) if name else ""
        if named:
            self.brief.crossrefs.give(named)
        return named

    def _name(self, name: str, block: Table | Exhibit, place: Place) -> None:
        """An exhibit that is built now, with the line that places it."""
        if block.caption:
            self.brief.crossrefs.exhibit(name, block, place)

    def typed(self, words: str, why: str = "") -> Markup | str:
        """Words with a figure that no data hold, such as the year in a programme's name, and why they stand here."""
        place = self.brief.problems.here("typed")
        reason = self.brief.said_plainly(why)
        if not reason.strip() or isinstance(words, Shown):
            message, hint = "typed words need a reason", "write {{ typed('2030', 'the name of the agenda') }}"
            self.brief.problems.at_current_line("BG404", message, hint, "typed")
        origin = Origin(
            (FactOrigin(place.path.rpartition("/")[2], place, kind=OriginKind.TEMPLATE),), f"typed: {reason}"
        )
        return self.brief.tokens(self.brief.said(words), origin)
