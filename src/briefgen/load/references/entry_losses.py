"""What of one entry could not be kept, told once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import echo
from briefgen.load.references.tex_words import TexWords

if TYPE_CHECKING:
    from briefgen.diagnostics import Place, Report

_MOST_TOLD = 5
_HINT = "look the entry up as it is printed; write in plain words what is missing, or leave it so"


class EntryLosses:
    """Collects what is lost while an entry is read."""

    def __init__(self) -> None:
        self.words = TexWords()
        """Reads the texts of the entry."""
        self._said: dict[str, None] = {}

    def add(self, said: str) -> None:
        """Something that is lost or changed, as a part of a sentence."""
        self._said[said] = None

    def tell(self, key: str, place: Place, report: Report) -> None:
        """Report it, where there is anything."""
        said = [*self._said, *(_of_tex(lost) for lost in self.words.lost)]
        if not said:
            return
        rest = f"; and {len(said) - _MOST_TOLD} more" if len(said) > _MOST_TOLD else ""
        message = f"not all of '{echo(key)}' is kept: {'; '.join(said[:_MOST_TOLD])}{rest}"
        report.warning("BG125", place, message, _HINT)


def _of_tex(lost: str) -> str:
    if lost.startswith("\\href"):
        return f"the address of '{echo(lost)}' is left out"
    if lost.startswith("\\") and lost[1:].isalpha():
        return f"nobody knows the command '{echo(lost)}', and only the words in its braces are kept"
    return f"the formula '{echo(lost)}' has no form in plain letters"
