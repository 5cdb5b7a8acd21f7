"""House styles and pictures of a workspace's own that no brief shows."""

from __future__ import annotations

import pytest

from briefgen.diagnostics import print_short
from briefgen.load import load
from briefgen.world import Memory, Overlay
from samples.pictures import png
from samples.relation_files import MINIMAL, world

AUDIENCE, CONFIG, SECTION = "templates/audiences/all.yaml", "briefgen.toml", "templates/sections/empty.md.j2"
STYLE, HOUSE = "templates/styles/ministry.yaml", "templates/styles/house.yaml"
PAGE = "page: {left_mm: 20}\n"
FLAG = "templates/pictures/flag.png"
PLACED = '{{ picture("flag.png", caption="Flag", alt="Three bars") }}\n'
UNSHOWN = "info[BG163] no brief is made in this house style"
UNPLACED = "info[BG164] no template and no house style names it"


def told(files: dict[str, str], *, flag: bool = False, shipped: dict[str, bytes] | None = None) -> list[str]:
    """All that the loader says."""
    beside = {path: text.encode() for path, text in files.items() if path == CONFIG}
    below = {path: text for path, text in files.items() if path not in beside}
    laid = world(below, beside | ({FLAG: png()} if flag else {}))
    return [print_short(one) for one in load(Overlay(laid, Memory(shipped or {}))).diagnostics]


def audience(more: str) -> dict[str, str]:
    return {AUDIENCE: MINIMAL[AUDIENCE] + more}


NAMED_BY = [audience("style: ministry\n"), audience("style: ministry.yaml\n"), {CONFIG: 'style = "ministry"\n'}]


@pytest.mark.parametrize("naming", NAMED_BY)
def test_a_house_style_is_told_until_an_audience_or_the_workspace_names_it(naming: dict[str, str]) -> None:
    assert told({STYLE: PAGE}) == [f"{STYLE}: {UNSHOWN}"]
    assert told({STYLE: PAGE, **naming}) == []


def test_the_style_of_a_workspace_that_names_none_is_used() -> None:
    assert told({HOUSE: PAGE}) == []


def test_it_is_told_where_the_workspace_names_another() -> None:
    assert told({HOUSE: PAGE, STYLE: PAGE, CONFIG: 'style = "ministry"\n'}) == [f"{HOUSE}: {UNSHOWN}"]


LOGO = "logos:\n  - {file: flag.png, alt: Flag, height_mm: 10}\n"


@pytest.mark.parametrize(
    "naming",
    [
        {SECTION: PLACED},
        {"templates/partials/flags.md.j2": PLACED},
        {HOUSE: LOGO},
        {SECTION: "---\noptions:\n  sign: flag.png\n---\n{{ picture(options.sign, caption='Flag', alt='Bars') }}\n"},
        {SECTION: '{{ picture("fl" ~ "ag.png", caption="Flag", alt="Bars") }}\n'},
    ],
)
def test_a_picture_is_told_until_a_template_or_a_style_names_it_or_its_end(naming: dict[str, str]) -> None:
    assert told({}, flag=True) == [f"{FLAG}: {UNPLACED}"]
    assert told(naming, flag=True) == []


@pytest.mark.parametrize(
    "remark", [{SECTION: f"{{# {PLACED} #}}Words.\n"}, {HOUSE: f"# {LOGO}{PAGE}".replace("\n  - ", " ")}]
)
def test_a_picture_that_is_named_in_a_remark_alone_is_told(remark: dict[str, str]) -> None:
    assert told(remark, flag=True) == [f"{FLAG}: {UNPLACED}"]


def test_another_picture_with_a_longer_name_does_not_use_it() -> None:
    other = {SECTION: PLACED.replace("flag.png", "old-flag.png")}

    assert f"{FLAG}: {UNPLACED}" in told(other, flag=True)


def test_nothing_is_told_while_an_audience_cannot_be_read() -> None:
    broken = {AUDIENCE.replace("all", "other"): "name: Other\n"}

    assert not any("BG163" in one for one in told({STYLE: PAGE, **broken}))


def test_what_is_shipped_is_never_told() -> None:
    assert told({}, shipped={STYLE: PAGE.encode(), FLAG: png()}) == []
