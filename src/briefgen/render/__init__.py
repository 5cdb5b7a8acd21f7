"""Document to bytes, one writer per format."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from briefgen.model.formats import FORMATS, in_making_order
from briefgen.render.writing_half import paged_half, tracking_half, writing_half

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence

    from briefgen.diagnostics import Outcome
    from briefgen.model.document import Document, FrontMatter, Table
    from briefgen.model.editions.following import FollowedEdition
    from briefgen.model.looks.style import Style
    from briefgen.model.rendering import Rendering
    from briefgen.render.writing_half import Lengths


_NOTHING: Mapping[str, Rendering] = MappingProxyType({})


def render(document: Document, name: str, style: Style, made: Mapping[str, Rendering] = _NOTHING) -> Outcome[Rendering]:
    """The document as a file of the format of a name; `made` has those that were made of it before.

    Raises:
        KeyError: for a name that no format has, and where a format that it needs was not made.

    Example:
        >>> from briefgen.model.document import Document, FrontMatter, Paragraph, TextRun
        >>> from briefgen.model.looks.style import DEFAULT_STYLE
        >>> front = FrontMatter("Ties", *[""] * 9, language="en")
        >>> document = Document(front, (Paragraph((TextRun("Since 1994."),)),), ())
        >>> render(document, "pdf", DEFAULT_STYLE).value.pages
        1
    """
    form = FORMATS[name]
    return writing_half(form).write(document, style, {other: made[other].data for other in form.needs})


def prepare(names: Iterable[str]) -> None:
    """Load what the writers of some formats need, ahead of the first brief."""
    for form in in_making_order(names):
        writing_half(form)


def least_shares(table: Table, is_alone: bool, style: Style) -> list[float]:  # noqa: FBT001 - compose calls it so
    """The share of its room that each column of a table needs at the least, so that no word breaks.

    Alone, with no notes beside it, a table has the full measure, else the column of text.
    """
    from briefgen.render.table_letters import least_shares as measured

    return measured(table, style, is_alone=is_alone)


def lengths_in(style: Style) -> Lengths:
    """What tells how long the documents of one brief are: what comes again in the next one is not set again.

    Writing a document next in the format with pages takes up what was laid out for its length.
    """
    return paged_half().lengths_in(style)


def feed_of(front: FrontMatter, editions: Sequence[FollowedEdition], day: str) -> bytes:
    """What was new in each edition as an Atom feed; `day` is what it was updated on where no edition tells anything."""
    from briefgen.render.atom_feed import atom_feed

    return atom_feed(front, editions, day)


def redlined(old: bytes, new: bytes, author: str, day: dt.date) -> Outcome[bytes]:
    """The newer of two made files with what changed since the older as tracked changes, of an author and a day.

    All accepted, it is the newer one; all rejected, the older. BG615 and no bytes where that cannot be said.
    """
    return tracking_half().redlined(old, new, author, day)


def sample_house(style: Style, language: str) -> bytes:
    """A documented Word file with every style that briefs use, to start a house style from."""
    from briefgen.render.docx.package.starter_file import sample_house as made

    return made(style, language)
