"""Citation styles as files: what cannot be used is told with its line and column."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.diagnostics import Report, print_short
from briefgen.load import load
from briefgen.load.references.csl_styles import read_citation_style
from briefgen.world import Memory
from samples.composing import BASE

HEAD = '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">'
CITATION = '<citation><layout>\n<text variable="title"/></layout></citation>'
SOUND = f"{HEAD}{CITATION}</style>"


def read(text: str) -> tuple[str | None, list[str]]:
    """What a style's markers are, and what was said."""
    report = Report()
    style = read_citation_style("s", text, "s.csl", report)
    return style.gives if style else None, [print_short(d) for d in report.diagnostics]


@pytest.mark.parametrize(
    ("text", "gives"),
    [
        (SOUND, "author-date"),
        (SOUND.replace("in-text", "note"), "notes"),
        (SOUND.replace('"title"', '"citation-number"'), "numbers"),
        (
            (
                f'{HEAD}<macro name="m"><text variable="citation-number"/></macro>'
                '<citation><layout><text macro="m"/></layout></citation></style>'
            ),
            "numbers",
        ),
    ],
)
def test_a_style_tells_what_its_markers_are(text: str, gives: str) -> None:
    assert read(text) == (gives, [])


def inside(layout: str, before: str = "") -> str:
    """A style with a layout that begins on line 2."""
    return f"{HEAD}{before}<citation><layout>\n{layout}</layout></citation></style>"


CIRCLE = '<macro name="a"><text macro="b"/></macro><macro name="b"><text macro="a"/></macro>'
BOMB = '<macro name="m0"><text variable="title"/></macro>' + "".join(
    f'<macro name="m{n}">{f"<text macro={chr(34)}m{n - 1}{chr(34)}/>" * 10}</macro>' for n in range(1, 7)
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"{HEAD}\n<citation>\n</style>", "s.csl:3:3: error[BG104] is not well-formed XML: mismatched tag"),
        ("", "s.csl:1:1: error[BG104] is not well-formed XML: no element found"),
        ("<html/>", "s.csl:1:1: error[BG119] this is no CSL style, but 'html'"),
        (
            '<!DOCTYPE style [<!ENTITY a "b">]>' + SOUND,
            "s.csl:1:17: error[BG119] a style needs no DOCTYPE",
        ),
        (inside('<txt variable="title"/>'), "s.csl:2:1: error[BG119] CSL has no element 'txt'"),
        (inside('<text macro="titel"/>', '<macro name="title"/>'), "s.csl:2:1: error[BG119] there is no macro 'titel'"),
        (inside('<text variable="title" font-style="italics"/>'), "s.csl:2:1: error[BG119] font-style cannot be"),
        (
            inside('<names variable="author"><name et-al-min="three"/></names>'),
            "s.csl:2:26: error[BG119] et-al-min cannot be 'three'",
        ),
        (inside('<date variable="issued" form="long"/>'), "s.csl:2:1: error[BG119] form cannot be 'long'"),
        (inside('<text macro="a"/>', CIRCLE), "error[BG119] macros call each other in a circle, or too deeply"),
        (inside('<text macro="m6"/>', BOMB), "error[BG119] the style comes to more than 50000 elements"),
        (f"{HEAD}</style>", "s.csl:1:1: error[BG119] the style has no citation with a layout"),
        (SOUND.replace(' class="in-text"', ""), "s.csl:1:1: error[BG119] the style does not say its class"),
        (
            f'{HEAD}<info><link rel="independent-parent" href="http://example.org/apa"/></info></style>',
            "s.csl:1:1: error[BG119] the style only points to another one",
        ),
        (
            inside("<text/>", '<locale xml:lang="en"/><locale xml:lang="en"/>'),
            "error[BG119] there are two locales for 'en'",
        ),
        (inside("<text/>"), "s.csl:2:1: error[BG119] 'text' has none of macro, term, value, variable"),
        (inside("<names/>"), "s.csl:2:1: error[BG119] 'names' has no variable"),
        (inside(f'<names variable="author"><name et-al-min="{"9" * 5000}"/></names>'), "et-al-min cannot be '999"),
        (inside("<group>" * 120 + "</group>" * 120), "s.csl:2:687: error[BG103] is nested deeper than 100 levels"),
        (inside('<text value="&#xE010;"/>'), "s.csl:2:1: error[BG102] holds a reference to the character U+E010"),
    ],
)
def test_a_style_that_cannot_be_used_is_told_at_its_place(text: str, told: str) -> None:
    gives, said = read(text)

    assert gives is None
    assert [line for line in said if told in line], said


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            inside('<text variable="titel"/>'),
            "s.csl:2:1: warning[BG119] CSL has no variable 'titel': it prints nothing",
        ),
        (
            inside('<text variable="title" prefx="x"/>'),
            "s.csl:2:1: warning[BG119] CSL has no attribute 'prefx': it has no effect",
        ),
    ],
)
def test_what_has_no_effect_is_a_warning(text: str, told: str) -> None:
    gives, said = read(text)

    assert (gives, said) == ("author-date", [told])


def test_all_faults_are_told_at_once() -> None:
    _, said = read(inside('<txt/><text macro="gone"/>\n<text value="x" quotes="yes"/>'))

    assert [line.split(": ")[0] for line in said] == ["s.csl:2:1", "s.csl:2:7", "s.csl:3:1"]


def audience(citations: str, **styles: str) -> list[str]:
    """What loading says of an audience that cites in a way."""
    files = {
        **BASE,
        "templates/sections/one.md.j2": "Words.\n",
        "templates/audiences/reader.yaml": BASE["templates/audiences/reader.yaml"] + f"citations: {citations}\n",
        **{f"templates/citations/{name}.csl": text for name, text in styles.items()},
    }
    outcome = load(Memory({name: text.encode() for name, text in files.items()}))
    return [f"{print_short(d)}; {d.hint}" for d in outcome.diagnostics]


PLACE = "templates/audiences/reader.yaml:6"
NUMBERS = SOUND.replace('"title"', '"citation-number"')


@pytest.mark.parametrize(
    ("citations", "told"),
    [
        ("{style: gst}", f"{PLACE}:20: error[BG118] there is no citation style 'gst'; did you mean 'gost'?"),
        ("{style: [gost]}", f"{PLACE}:20: error[BG108] a citation style is one word; write style: gost"),
        ("{style: gost, place: footnote}", (f"{PLACE}:33: error[BG109] 'footnote' is not one of the known words; "
         "did you mean 'footnotes'?")),
        ("{style: gost, markers: author-date}", (f"{PLACE}:12: error[BG120] the style 'gost' has no markers of author "
         "and date; choose one of these styles: apa")),
        ("{style: apa, markers: author-date, place: endnotes}", (f"{PLACE}:12: error[BG120] markers of author and date "
         "lead to a list, not to endnotes; choose place: list, or markers: numbers")),
        ("{style: gost, markers: none, place: footnotes}", (f"{PLACE}:12: error[BG120] without markers in the text "
         "there are no footnotes; choose place: list, or markers: numbers")),
        ("{style: names}", (f"{PLACE}:12: error[BG120] a list of names alone has nothing that a marker could lead to; "
         "choose markers: none, or another style")),
    ],
)  # fmt: skip
def test_a_choice_that_cannot_be_is_told_at_the_choice(citations: str, told: str) -> None:
    assert audience(citations, gost=NUMBERS, apa=SOUND) == [told]


def test_a_broken_style_is_told_once_and_not_said_to_be_missing() -> None:
    said = audience("{style: gost}", gost="<style>")

    assert len(said) == 1
    assert said[0].startswith("templates/citations/gost.csl:1:8: error[BG104]")


_PIECES = st.sampled_from(
    ["<style", ">", "</style>", HEAD, CITATION, "<citation>", "<layout>", "</layout>", '<text macro="a"/>', "&#x1;",
     "<", '<macro name="a">', "</macro>", "<!--", "-->", "]]>", "<![CDATA[", 'xml:lang="en"', "&amp;", "&bad;", "é"]
)  # fmt: skip


@given(st.lists(_PIECES, max_size=12))
def test_any_text_is_a_style_or_told(pieces: list[str]) -> None:
    gives, said = read("".join(pieces))

    assert gives is not None or said
