"""The function of section templates that places a map of the two parties."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.compose.charts.framed_graphic import FramedGraphic
from briefgen.model.charts import LocatorMap, MappedCountry
from briefgen.model.document import TextRun
from briefgen.model.values.country_outlines import has_outline
from briefgen.model.values.map_frames import frame_of

if TYPE_CHECKING:
    from briefgen.compose.brief_state import Brief


def found_map(brief: Brief) -> FramedGraphic | None:
    """The map of the two parties; None where one has no outline, which is told."""
    names = {party.id: brief.words(party) or party.id for party in brief.view.parties}
    missing = [name for code, name in names.items() if not has_outline(code)]
    if missing:
        message = f"the map is not placed: there is no outline of {' or '.join(missing)}"
        hint = "record a map of your own in pictures.yaml and place it with picture(...), or leave the map out"
        brief.problems.nothing_placed(message, hint, "locator_map")
        return None
    phrases, (first, second) = brief.wording.phrases, names
    said = [phrases.map_alt.format(first=names[first], second=names[second])]
    bearing = frame_of(first, second).bearing
    if bearing:
        words = phrases.bearings[bearing]
        said.append(phrases.map_bearing.format(first=names[first], second=names[second], bearing=words))
    one, other = (MappedCountry(code, name, place) for place, (code, name) in enumerate(names.items()))
    note, source = (TextRun(phrases.map_note),), (TextRun(phrases.map_source),)
    return FramedGraphic(LocatorMap((one, other)), " ".join(said), note=note, credit=source, must_be_noted=True)
