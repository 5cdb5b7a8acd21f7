"""Styles, theme and fonts of a Word file, as Word's own menus see them."""

from __future__ import annotations

import hashlib
import io
import re
import uuid
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from fontTools.ttLib import TTFont

from briefgen.model.looks.style import DEFAULT_STYLE, Family
from briefgen.render import render, sample_house
from readers.docx import W, part
from readers.pdf_tags import TAGS
from samples import second_relation
from samples.house_styles import starter, style_of
from samples.sample_document import sample_document
from samples.shipped_briefs import brief

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from briefgen.model.looks.style import Style

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
SLOTS = {"text1": "dk1", "background1": "lt1", "text2": "dk2", "background2": "lt2", "hyperlink": "hlink",
         "followedHyperlink": "folHlink"}  # fmt: skip


def made(style: Style = DEFAULT_STYLE) -> bytes:
    return render(sample_document(), "docx", style).value.data


def styles(data: bytes) -> dict[str, Element]:
    return {s.get(f"{W}styleId") or "": s for s in part(data, "word/styles.xml").iter(f"{W}style")}


def value(element: Element, path: str, attribute: str = "val") -> str | None:
    found = element.find("/".join(f"{W}{tag}" for tag in path.split("/")))
    return None if found is None else found.get(f"{W}{attribute}")


def theme_colours(data: bytes) -> dict[str, str]:
    scheme = part(data, "word/theme/theme1.xml").find(f".//{A}clrScheme")
    assert scheme is not None
    return {slot.tag.removeprefix(A): slot[0].get("val") or "" for slot in scheme}


PALETTES = {
    "shipped": DEFAULT_STYLE,
    "one ink": replace(DEFAULT_STYLE, palette=replace(DEFAULT_STYLE.palette, accent="#17202b", ink="#17202b")),
    "six series": replace(
        DEFAULT_STYLE, palette=replace(DEFAULT_STYLE.palette, series=tuple(f"#0000{n}0" for n in range(1, 8)))
    ),
    "two series alike": replace(
        DEFAULT_STYLE, palette=replace(DEFAULT_STYLE.palette, series=("#112233", "#112233", "#445566"))
    ),
    "grounds": replace(DEFAULT_STYLE, palette=replace(DEFAULT_STYLE.palette, head_fill="#0b4f6c", odd_fill="#eef3f6")),
}


@pytest.mark.parametrize("name", PALETTES)
def test_a_colour_that_is_named_by_the_theme_is_the_themes(name: str) -> None:
    data = made(PALETTES[name])
    theme, sheet = theme_colours(data), part(data, "word/styles.xml")
    pairs = [("themeColor", ("val", "color")), ("themeFill", ("fill",))]
    seen = 0
    for themed, own in pairs:
        for element in sheet.iter():
            slot = element.get(f"{W}{themed}")
            if slot is not None:
                cached = next(c for a in own if (c := element.get(f"{W}{a}")) not in {None, "clear", "single"})
                assert theme[SLOTS.get(slot, slot)] == cached
                seen += 1
    assert seen > 20


def test_words_rules_and_grounds_of_styles_follow_the_theme_but_for_hairlines() -> None:
    sheet = part(made(), "word/styles.xml")
    fixed = [e for e in sheet.iter(f"{W}color") if e.get(f"{W}themeColor") is None]
    rules = [e for e in sheet.iter() if e.get(f"{W}color") not in {None, "auto"} and e.get(f"{W}themeColor") is None]

    assert fixed == []
    assert {e.get(f"{W}color") for e in rules} == {DEFAULT_STYLE.palette.hairline.lstrip("#").upper()}
    assert all(e.get(f"{W}themeFill") for e in sheet.iter(f"{W}shd"))


def test_every_family_in_styles_is_the_themes_and_headings_and_text_differ() -> None:
    data = made()
    fonts = part(data, "word/theme/theme1.xml").find(f".//{A}fontScheme")
    assert fonts is not None
    latin = {kind: str(fonts.find(f"{A}{kind}Font/{A}latin").get("typeface")) for kind in ("major", "minor")}
    named = list(part(data, "word/styles.xml").iter(f"{W}rFonts"))

    assert latin == {"major": "Briefgen Sans", "minor": "Briefgen Serif"}
    assert {(e.get(f"{W}asciiTheme"), e.get(f"{W}ascii")) for e in named} == {
        *((f"{kind}HAnsi", name) for kind, name in latin.items()),
        (None, "Segoe UI Symbol"),  # the signs of timelines, whatever the text is set in
    }


def test_the_gallery_shows_the_briefs_styles_in_their_order_and_hides_words_own() -> None:
    found = styles(made())
    shown = {key: int(value(s, "uiPriority") or -1) for key, s in found.items() if s.find(f"{W}qFormat") is not None}
    latent = part(made(), "word/styles.xml").find(f"{W}latentStyles")

    assert latent is not None
    assert (latent.get(f"{W}defSemiHidden"), latent.get(f"{W}defQFormat")) == ("1", "0")
    assert all(value(s, "uiPriority") is not None for s in found.values())
    order = ["Normal", "BodyText", "Heading1", "Heading2", "Heading3", "ListBullet", "Callout", "Caption", "Strong"]
    assert [shown[key] for key in order] == sorted({shown[key] for key in order})
    assert not {"TOC1", "Header", "FootnoteText", "CalloutLast", "Spacer", "Heading1Char"} & set(shown)


def test_links_between_styles_are_mutual_and_everything_they_name_is_there() -> None:
    found = styles(made())
    for key, style in found.items():
        for tag in ("basedOn", "next", "link"):
            named = value(style, tag)
            assert named is None or named in found, (key, tag, named)
        linked = value(style, "link")
        assert linked is None or value(found[linked], "link") == key
        assert linked is None or {style.get(f"{W}type"), found[linked].get(f"{W}type")} == {"paragraph", "character"}
    assert value(found["Heading1"], "link") == "Heading1Char"
    assert value(found["Heading1Char"], "name") == "Heading 1 Char"


def test_a_warnings_styles_have_its_bar_and_its_title_its_colour() -> None:
    found = styles(made(PALETTES["shipped"]))
    caution = DEFAULT_STYLE.palette.caution.lstrip("#").upper()
    bars = {
        key: value(s, "pPr/pBdr/left", "color")
        for key, s in found.items()
        if key.startswith("Caution") and not key[-1].isdecimal()
    }

    assert bars == dict.fromkeys(
        ("CautionTitle", "Caution", "CautionBullet", "CautionLast", "CautionBulletLast"), caution
    )
    assert value(found["CautionTitle"], "rPr/color") == caution


@pytest.mark.parametrize("name", ["minister", "researcher"])
def test_every_colour_of_a_chart_is_one_or_is_named_by_the_theme(name: str) -> None:
    data = render(second_relation.brief(name), "docx", DEFAULT_STYLE).value.data
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        charts = [
            part(data, member) for member in package.namelist() if re.fullmatch(r"word/charts/chart\d+\.xml", member)
        ]
    written = {e.get("val") or "" for chart in charts for e in chart.iter(f"{A}srgbClr")}

    assert charts
    assert {value for value in written if not re.fullmatch("[0-9A-F]{6}", value)} == set()


# ---------------------------------------------------------------- fonts


def faces(data: bytes) -> dict[str, bytes]:
    """Family and style → the face that a file holds, unmasked by the standard's words."""
    table, relations = part(data, "word/fontTable.xml"), part(data, "word/_rels/fontTable.xml.rels")
    targets = {r.get("Id"): r.get("Target") for r in relations}
    found = {}
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for font in table:
            for face in font:
                key = face.get(f"{W}fontKey")
                if key:
                    hidden = package.read(f"word/{targets[face.get(f'{R}id')]}")
                    mask = uuid.UUID(key).bytes[::-1]
                    opened = bytes(b ^ mask[n % 16] for n, b in enumerate(hidden[:32])) + hidden[32:]
                    found[f"{font.get(f'{W}name')} {face.tag.removeprefix(f'{W}embed')}"] = opened
    return found


def test_the_faces_in_a_file_are_fonts_that_bear_the_name_they_are_asked_for_by() -> None:
    found = faces(made())

    assert list(found) == ["Briefgen Sans Regular", "Briefgen Sans Bold", "Briefgen Serif Regular",
                           "Briefgen Serif Bold", "Briefgen Serif Italic"]  # fmt: skip
    for name, data in found.items():
        font = TTFont(io.BytesIO(data))
        names = {record.nameID: str(record) for record in font["name"].names}
        assert f"{names[1]} {names[2]}" == name
        assert "SIL Open Font License" in names[13]
        assert not {"Fira", "Source"} & set(" ".join(names[n] for n in (1, 3, 4, 6)).split())
        assert font["OS/2"].fsType == 0
        assert set("AÀÿŁźΩЯїў0–—€“”„…≈→−") <= {chr(c) for c in font.getBestCmap()}


def test_the_families_are_measured_and_have_others_that_stand_in() -> None:
    table = part(made(), "word/fontTable.xml")
    found = {font.get(f"{W}name"): font for font in table}

    for name, others in (("Briefgen Sans", "FiraGO,Calibri"), ("Briefgen Serif", "Source Serif 4,Cambria")):
        measured = TTFont(io.BytesIO(faces(made())[f"{name} Regular"]))["OS/2"]
        panose = "".join(f"{n:02X}" for n in vars(measured.panose).values())
        assert value(found[name], "altName") == others
        assert value(found[name], "panose1") == panose
        assert value(found[name], "sig", "usb0") == f"{measured.ulUnicodeRange1:08X}"
        assert value(found[name], "sig", "csb0") == f"{measured.ulCodePageRange1:08X}"


def with_family(**changes: object) -> Style:
    families = {name: replace(family, **changes) for name, family in DEFAULT_STYLE.families.items()}  # type: ignore[arg-type]
    return replace(DEFAULT_STYLE, families=families)


@pytest.mark.parametrize(
    ("style", "names", "others"),
    [
        (with_family(embed=False), {"FiraGO", "Source Serif 4"}, {"Calibri", "Cambria"}),
        (with_family(name="Lato"), {"Lato"}, {"Calibri", "Cambria"}),
        (with_family(name="Arial", source="firago", fallback="sans-serif"), {"Arial"}, {"Calibri"}),
        (with_family(name="FiraGO", source="source-serif-4"), {"FiraGO"}, {"Calibri", "Cambria"}),
        (
            replace(
                DEFAULT_STYLE,
                families={
                    "sans": Family("Georgia", "source-serif-4", "serif"),
                    "serif": Family("Georgia", "source-serif-4", "serif", embed=False),
                },
            ),
            {"Georgia"},
            {"Cambria"},
        ),
    ],
    ids=["switched off", "a team's own", "Word's own", "a name of another design", "one for both"],
)
def test_only_bundled_families_travel_and_only_where_the_style_lets_them(
    style: Style, names: set[str], others: set[str]
) -> None:
    data = made(style)
    table = part(data, "word/fontTable.xml")

    assert (
        faces(data) == {} if "word/_rels/fontTable.xml.rels" in zipfile.ZipFile(io.BytesIO(data)).namelist() else True
    )
    assert {font.get(f"{W}name") for font in table} == names
    assert {value(font, "altName") for font in table} == others
    assert part(data, "word/settings.xml").find(f"{W}embedTrueTypeFonts") is None
    assert len(data) < len(made()) - 250_000


def test_word_is_told_to_keep_all_letters_of_the_faces_and_asks_nothing_at_opening() -> None:
    settings = part(made(), "word/settings.xml")

    assert settings.find(f"{W}embedTrueTypeFonts") is not None
    for tag in ("saveSubsetFonts", "updateFields", "documentProtection", "attachedTemplate", "linkStyles", "mailMerge"):
        assert settings.find(f"{W}{tag}") is None


# ---------------------------------------------------------------- properties


def test_a_file_says_that_it_was_made_on_the_day_of_its_edition() -> None:
    data = render(brief("minister"), "docx", DEFAULT_STYLE).value.data
    core = {e.tag.rpartition("}")[2]: e.text for e in part(data, "docProps/core.xml")}

    assert brief("minister").front.edition.startswith("2021-04-23.")
    assert (core["created"], core["modified"]) == ("2021-04-23T00:00:00Z",) * 2


# ---------------------------------------------------------------- house files


def test_no_style_is_called_as_a_tag_of_a_pdf_is() -> None:
    assert {value(s, "name") for s in styles(made()).values()} & TAGS == set()


def renamed(was: str, name: str) -> tuple[str, str, str]:
    """A change of the starter: a style by another name, which is its id too, without blanks."""
    ids = [text.replace(" ", "") for text in (was, name)]
    old, new = (f'w:styleId="{key}"><w:name w:val="{text}"/>' for key, text in zip(ids, (was, name), strict=True))
    return "word/styles.xml", old, new


OLD_NAMES = {"Exhibit": "Figure", "Reference Entry": "Reference"}


@pytest.mark.parametrize("now", OLD_NAMES)
def test_a_house_file_made_by_an_older_version_keeps_its_styles_under_their_new_names(now: str) -> None:
    old = OLD_NAMES[now]
    data = render(sample_document(), "docx", starter(renamed(now, old))).value.data
    named = {value(s, "name"): key for key, s in styles(data).items()}
    used = {e.get(f"{W}val") for e in part(data, "word/document.xml").iter(f"{W}pStyle")}

    assert named[now] == old
    assert old not in named
    assert old in used
    assert now.replace(" ", "") not in used


@pytest.mark.parametrize("now", OLD_NAMES)
def test_a_file_that_has_both_names_keeps_its_own_style_of_the_old_one(now: str) -> None:
    old = OLD_NAMES[now]
    data = render(sample_document(), "docx", starter(renamed("Unit", old))).value.data
    used = {e.get(f"{W}val") for e in part(data, "word/document.xml").iter(f"{W}pStyle")}

    assert {now, old} <= {value(s, "name") for s in styles(data).values()}
    assert now.replace(" ", "") in used
    assert old not in used


def resized(was: str, name: str, size: float) -> tuple[str, str, str]:
    """A change of the starter: a style by another name, with letters of another size."""
    with zipfile.ZipFile(io.BytesIO(sample_house(DEFAULT_STYLE, "en-GB"))) as package:
        sheet = package.read("word/styles.xml").decode()
    part_name, old, new = renamed(was, name)
    start = sheet.index(old)
    whole = sheet[start : sheet.index("</w:style>", start)]
    return part_name, whole, re.sub(r'(<w:sz(?:Cs)?) w:val="\d+"', rf'\1 w:val="{size * 2:g}"', whole).replace(old, new)


@pytest.mark.parametrize(
    ("was", "text", "names"),
    [
        ("Exhibit", "figure", ["Exhibit", "Figure", "exhibit", "FIGURE"]),
        ("Reference Entry", "reference", ["Reference Entry", "Reference", "REFERENCE"]),
    ],
)
def test_both_names_of_a_style_are_read(was: str, text: str, names: list[str]) -> None:
    assert {name: starter(resized(was, name, 17)).text[text].size for name in names} == dict.fromkeys(names, 17)
    assert starter(resized(was, "Other", 17)).text[text].size != 17


@pytest.mark.parametrize(("face", "kind"), [("Briefgen Sans", "major"), ("Georgia", None)])
def test_a_style_that_is_put_into_a_house_file_follows_its_theme_where_that_has_its_family(
    face: str, kind: str | None
) -> None:
    house = starter(
        renamed("Unit", "Gone"),
        ("word/theme/theme1.xml", 'latin typeface="Briefgen Sans"', f'latin typeface="{face}"'),
        ("word/styles.xml", ' w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi" w:cstheme="majorBidi"', ""),
    )
    unit = styles(render(sample_document(), "docx", house).value.data)["Unit"]

    assert value(unit, "rPr/rFonts", "ascii") == "Briefgen Sans"
    assert value(unit, "rPr/rFonts", "asciiTheme") == (f"{kind}HAnsi" if kind else None)
    assert value(unit, "rPr/color", "themeColor") == "text2"


def test_a_finished_brief_taken_as_a_house_file_brings_its_faces_along() -> None:
    house = style_of(made())
    data = render(brief("public"), "docx", house).value.data

    assert {family.source for family in house.families.values()} == {"firago", "source-serif-4"}
    assert {hashlib.sha256(face).hexdigest() for face in faces(data).values()} == {
        hashlib.sha256(face).hexdigest() for face in faces(made()).values()
    }


def test_the_starter_brings_the_faces_along() -> None:
    assert len(faces(sample_house(DEFAULT_STYLE, "en-GB"))) == 5


@pytest.mark.parametrize(("is_close", "before", "after"), [(False, "300", "75"), (True, "180", "45")])
def test_distances_are_smaller_where_the_pdf_has_hardly_any_room(
    before: str, after: str, monkeypatch: pytest.MonkeyPatch, *, is_close: bool
) -> None:
    monkeypatch.setattr("briefgen.render.pdf.is_close", lambda _document, _style: is_close)
    whole = sample_document()
    kept_short = replace(whole, front=replace(whole.front, most_pages=2))
    found = styles(render(kept_short, "docx", DEFAULT_STYLE).value.data)

    assert value(styles(made())["Heading1"], "pPr/spacing", "before") == "300"
    assert value(found["Heading1"], "pPr/spacing", "before") == before
    assert value(found["ListBullet"], "pPr/spacing", "after") == after
    assert value(found["Heading1"], "pPr/spacing", "line") == "300"


def test_a_leading_below_the_faces_own_is_a_share_of_it_where_the_face_travels_with_the_file() -> None:
    large = replace(DEFAULT_STYLE, text={**DEFAULT_STYLE.text, "body": replace(DEFAULT_STYLE.text["body"], size=12.0)})
    elsewhere = replace(large, families={**large.families, "serif": replace(large.families["serif"], embed=False)})
    rules = [
        (value(body, "pPr/spacing", "line"), value(body, "pPr/spacing", "lineRule"))
        for body in (styles(made(style))["BodyText"] for style in (DEFAULT_STYLE, large, elsewhere))
    ]

    assert rules == [("300", "atLeast"), (str(round(240 * 15 / (12 * 1.371))), "auto"), ("300", "atLeast")]
