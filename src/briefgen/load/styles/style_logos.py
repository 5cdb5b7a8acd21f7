"""The pictures that a style file names for the head of the page: a letterhead on the first, a sign on all."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

from briefgen.diagnostics import close_to, visible
from briefgen.load.nodes.file_names import folded
from briefgen.load.pictures.picture_files import ENDINGS, SHARED_FOLDER, template_picture
from briefgen.load.shapes.converters import LINE, number_within, one_of
from briefgen.load.shapes.shape import Field, Shape, record
from briefgen.load.word.picture_pixels import pixels_of
from briefgen.model.looks.logo import Logo
from briefgen.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefgen.diagnostics import Place, Report
    from briefgen.model.looks.style import PageGeometry
    from briefgen.world import World

MOST_LOGOS = 4
LOWEST_MM, HIGHEST_MM = 5, 40
"""How high a logo may be."""
_TOP = 20.0
"""How far below the edge of the paper logos begin, in points: where a running head begins in Word."""
_MM = 72 / 25.4
_POINTS_APART = 6.0
"""Between two logos."""


class LogoSide(enum.StrEnum):
    """Where a logo stands between the outer margins."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class LogoPages(enum.StrEnum):
    """Which pages show a logo."""

    FIRST = "first"
    OTHERS = "others"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class AskedLogo:
    """A logo as a style file asks for it."""

    file: str
    alt: str
    places: Mapping[str, Place]
    height_mm: float = 12.0
    side: LogoSide = LogoSide.LEFT
    pages: LogoPages = LogoPages.FIRST


LOGO = record(Shape("a logo", {
    "file": Field(LINE, required=True), "alt": Field(LINE, required=True),
    "height_mm": Field(number_within(LOWEST_MM, HIGHEST_MM, "millimetres")), "side": Field(one_of(LogoSide)),
    "pages": Field(one_of(LogoPages)),
}, AskedLogo, wants_place=False, wants_places=True))  # fmt: skip


def read_logos(asked: Sequence[AskedLogo], page: PageGeometry, world: World, report: Report) -> tuple[Logo, ...]:
    """The logos that can be shown; what keeps one from it is told at its place."""
    if len(asked) > MOST_LOGOS:
        message = f"{len(asked)} logos are named: a page has {MOST_LOGOS} at most"
        report.error("BG162", asked[MOST_LOGOS].places["file"], message, "make one picture of them, or leave some out")
    found: list[Logo] = []
    for one in asked[:MOST_LOGOS]:
        logo = _logo(one, page, world, report)
        if logo is None:
            continue
        if any(_meet(logo, other) for other in found):
            hint = "name another side: left, centre or right; or other pages: first or others"
            message = f"the logo {visible(one.file)} would stand on another one"
            report.error("BG162", one.places.get("side", one.places["file"]), message, hint)
        else:
            found.append(logo)
    return tuple(found)


def _logo(asked: AskedLogo, page: PageGeometry, world: World, report: Report) -> Logo | None:
    place, name = asked.places["file"], asked.file
    names = _names(world)
    if name not in names:
        near = next((known for known in names if folded(known) == folded(name)), None) or close_to(name, names)
        hint = f"did you mean {visible(near)}?" if near else f"put the file into {SHARED_FOLDER}/"
        report.error("BG162", place, f"there is no {visible(name)} in {SHARED_FOLDER}/", hint)
        return None
    if not folded(name).endswith(ENDINGS):
        hint = "save it anew as PNG: 1200 pixels are enough for any width"
        report.error("BG162", place, f"the logo {visible(name)} is no PNG or JPEG", hint)
        return None
    pixels = template_picture(world, name, report)
    if pixels is None:
        return None
    height = asked.height_mm * _MM
    width = height * pixels.width / pixels.height
    if width > page.full_mm * _MM:
        most = page.full_mm * pixels.height / pixels.width
        message = (
            f"the logo {visible(name)} is {width / _MM:.0f} mm wide at this height: the page has {page.full_mm:.0f}"
        )
        hint = f"give it a height_mm of {most:.1f} or less" if most >= LOWEST_MM else "cut the picture to what it shows"
        report.error("BG162", asked.places.get("height_mm", place), message, hint)
        return None
    x = page.left_mm * _MM + (page.full_mm * _MM - width) * _SHARES[asked.side]
    png, kind = pixels_of(pixels.data, (width, height))
    first, others = asked.pages is not LogoPages.OTHERS, asked.pages is not LogoPages.FIRST
    return Logo(png, x, _TOP, width, height, " ".join(asked.alt.split()), kind, on_first=first, on_others=others)


_SHARES = {LogoSide.LEFT: 0.0, LogoSide.CENTRE: 0.5, LogoSide.RIGHT: 1.0}


def _meet(one: Logo, other: Logo) -> bool:
    """Whether two logos stand on each other on some page."""
    on_a_page = (one.on_first and other.on_first) or (one.on_others and other.on_others)
    return on_a_page and one.x < other.x + other.width + _POINTS_APART and other.x < one.x + one.width + _POINTS_APART


def _names(world: World) -> list[str]:
    try:
        return sorted(world.list(SHARED_FOLDER))
    except OSError:
        return []
