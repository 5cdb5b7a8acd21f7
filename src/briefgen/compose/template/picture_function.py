"""The function of section templates that places a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.compose.charts.framed_graphic import FramedGraphic
from briefgen.compose.values.placeholders import TextSlot
from briefgen.compose.values.template_value import unwrap
from briefgen.diagnostics import did_you_mean
from briefgen.model.document import TextRun
from briefgen.model.limits import PICTURES_TOGETHER
from briefgen.model.placed_picture import PlacedPicture
from briefgen.model.values.date import Date
from briefgen.model.values.picture_file import PictureFile
from briefgen.model.values.text import Text
from briefgen.model.view import Item

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.compose.brief_state import Brief
    from briefgen.diagnostics import Place
    from briefgen.model.origin import Origin

_KIND, _COLLECTION = "picture", "pictures"
_WHOLE = 100
"""Per cent of the column."""
_ENDINGS = (".png", ".jpg", ".jpeg")
_SHARED = "templates/pictures"
_PRINTED = ("file", "alt", "caption", "credit", "date", "note")
"""What of a picture's record is shown wherever it is placed."""


def found_picture(brief: Brief, named: object, share: int, alt: object, caption: object) -> FramedGraphic | None:
    """The picture that a call names, if its audience may see it; what is wrong with the call is told.

    Nothing is said of an id that the view does not hold but that nothing is placed: it may be one of another relation,
    or hidden.
    """
    item = unwrap(named)
    if not isinstance(item, Item):
        name = brief.said_plainly(named)
        if name.lower().endswith(_ENDINGS) and name not in _ids(brief):
            return _shared(brief, name, share, alt, caption)
        item = _recorded(brief, name)
    elif item.kind != _KIND:
        brief.problems.at_current_line("BG404", f"'{item.id}' is no picture", "give it one of `pictures`", "picture")
        return None
    if item is None:
        return None
    if alt:
        hint = f"take it out here, and change it in the record '{item.id}'"
        brief.problems.at_current_line("BG404", "a picture of the data has its own alternative text", hint, "alt")
        return None
    return _of_record(brief, item, share, is_captioned=bool(caption))


def with_room(brief: Brief, found: FramedGraphic | None, place: Place) -> FramedGraphic | None:
    """A picture where the brief still has room for it, which counts it; the first that has none is told."""
    if found is None or not isinstance(found.graphic, PlacedPicture):
        return found
    most, before = PICTURES_TOGETHER.placed_mb << 20, brief.picture_bytes
    brief.picture_bytes += len(found.graphic.pixels.data)
    if brief.picture_bytes <= most:
        return found
    if before <= most:
        message = f"the pictures of this brief take more than {PICTURES_TOGETHER.placed_mb} MB, each wherever it stands"
        hint = "place fewer of them, or save them smaller: a page shows no more than 2000 pixels a side"
        brief.problems.report.error("BG155", place, message, hint)
    return None


def picture_of(brief: Brief, item: Item) -> FramedGraphic | None:
    """The picture that a record is, at the width of the column; None of any other record."""
    return _of_record(brief, item, _WHOLE, is_captioned=False) if item.kind == _KIND else None


def _ids(brief: Brief) -> list[str]:
    return [item.id for item in brief.view.items.get(_COLLECTION, ())]


def _recorded(brief: Brief, name: str) -> Item | None:
    found = next((item for item in brief.view.items.get(_COLLECTION, ()) if item.id == name), None)
    if found is None:
        hint = did_you_mean(name, _ids(brief)) or "record it in pictures.yaml, or look at who may see it"
        brief.problems.nothing_placed(f"this brief has no picture '{name}' to place", hint, name)
    return found


def _shared(brief: Brief, name: str, share: int, alt: object, caption: object) -> FramedGraphic | None:
    """A picture of the templates, which is public; its words stand in the call."""
    file = brief.pictures.get(name)
    if file is None or file.pixels is None:
        hint = did_you_mean(name, brief.pictures) or f"put the file into {_SHARED}/"
        brief.problems.at_current_line("BG430", f"there is no picture {_SHARED}/{name}", hint, name)
        return None
    if not (alt and caption):
        message = f"a picture of {_SHARED}/ needs a caption, and says in `alt` what it shows"
        hint = 'write picture("flag.png", caption="...", alt="...")'
        brief.problems.at_current_line("BG404", message, hint, "picture")
        return None
    said = brief.said(alt)
    for piece in brief.slots.pieces(said):
        if isinstance(piece, str):
            brief.problems.typed(piece)
    words, origin = brief.slots.plain(said), _origin_in(brief, said)
    return FramedGraphic(PlacedPicture(file.pixels, share, origin=origin), words)


def _origin_in(brief: Brief, said: str) -> Origin | None:
    """Where the values in some words came from."""
    joined: Origin | None = None
    for piece in brief.slots.pieces(said):
        if isinstance(piece, TextSlot) and piece.origin:
            joined = joined.joined(piece.origin) if joined else piece.origin
    return joined


def _of_record(brief: Brief, item: Item, share: int, *, is_captioned: bool) -> FramedGraphic | None:
    file = item.fields["file"]
    if not isinstance(file, PictureFile) or file.pixels is None:
        return None
    alt = next(_run(brief, item, "alt"))
    credit = tuple(_credit(brief, item))
    unsaid = {"caption"} if is_captioned else set()
    unsaid |= {"date"} if not credit else set()
    brief.use.print((item.id, name) for name in _PRINTED if name not in unsaid)
    caption, note = tuple(_run(brief, item, "caption")), tuple(_run(brief, item, "note"))
    placed = PlacedPicture(file.pixels, share, alt.language, alt.origin)
    return FramedGraphic(placed, alt.text, caption, note, credit, item.origin.refs)


def _run(brief: Brief, item: Item, name: str) -> Iterator[TextRun]:
    """A text of the record, in the brief's language or in its own."""
    text = item.fields.get(name)
    if isinstance(text, Text):
        language, words = text.wording(brief.view.language.split("-", maxsplit=1)[0])
        yield TextRun(" ".join(words.split()), item.origin, language)


def _credit(brief: Brief, item: Item) -> Iterator[TextRun]:
    """Whom to name, and when it was made: behind the sources, or in their place where there are none."""
    credit, date = item.fields.get("credit"), item.fields.get("date")
    said = [credit] if isinstance(credit, str) else []
    said += [brief.wording.date(date)] if isinstance(date, Date) else []
    if not said or not (item.origin.refs or credit):
        return
    words = TextRun(", ".join(said), item.origin)
    if not item.origin.refs:
        yield words
        yield TextRun(".")
        return
    for before, place in brief.wording.phrases.picture_credit.pieces():
        yield TextRun(before)
        if place:
            yield words
