"""Citation styles."""

from __future__ import annotations

from samples.bad_inputs.data import INSTEAD
from samples.bad_inputs.spoiling import INPUTS, LIMIT, Case, each, pipe, swap, whole
from samples.small_workspace import READER

S = "templates/citations/own.csl"
_HEAD = '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">'
_CITED = '<citation><layout><text variable="citation-number"/></layout></citation>'
_SOUND = f"{_HEAD}\n{_CITED}\n<bibliography><layout>@</layout></bibliography></style>"


def style(text: str | bytes, place: str, said: str, code: int = INPUTS) -> Case:
    """A style that the audience asks for; `said` begins with the code."""
    change = each(whole(S, text), swap(READER, "markers: numbers", "markers: numbers, style: own"))
    return Case(change, f"{S}{place}: error[{said[:5]}]{said[5:]}", code)


def entry(text: str, column: int, said: str, code: int = INPUTS) -> Case:
    """A style whose entries are printed so; `column` counts from where that begins."""
    return style(_SOUND.replace("@", text), f":3:{column + 23}", said, code)


def beside(text: str, said: str) -> Case:
    """A style with something more in its second line."""
    return style(_SOUND.replace(_CITED, text + _CITED), ":2:17", said)


CASES: dict[str, Case] = {
    "words": style("hello", ":1:1", "BG104 is not well-formed XML: syntax error"),
    "nothing": style("", ":1:1", "BG104 is not well-formed XML: no element found"),
    "half a style": style("<style", ":1:1", "BG104 is not well-formed XML: unclosed token"),
    "a page": style("<html/>", ":1:1", "BG119 this is no CSL style, but 'html'"),
    "no name space": style("<style/>", ":1:1", "BG119 this is no CSL style, but 'style'"),
    "another style's name": style(
        f'{_HEAD}<info><link rel="independent-parent" href="http://x/apa"/></info></style>',
        ":1:1", "BG119 the style only points to another one",
    ),
    "no class": style(_SOUND.replace(' class="in-text"', ""), ":1:1", "BG119 the style does not say its class"),
    "no citation": style(f"{_HEAD}</style>", ":1:1", "BG119 the style has no citation with a layout"),
    "a document type": style(f'<!DOCTYPE x [<!ENTITY a "b">]>{_SOUND}', ":1:13", "BG119 a style needs no DOCTYPE"),
    "a billion laughs": style(
        '<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]>' + _SOUND, ":1:13", "BG119 a style needs no DOCTYPE"
    ),
    "an unknown entity": entry('<text value="&foo;"/>', 0, "BG104 is not well-formed XML: undefined entity"),
    "ESC as a reference": entry('<text value="&#x1b;"/>', 13, "BG104 is not well-formed XML: reference to invalid"),
    "right to left as a reference": entry('<text value="&#x202e;"/>', 0, "BG102 holds a reference to the character U+"),
    "ESC": entry("\x1b", 0, "BG102 the character U+001B (a control character)"),
    "UTF-16": style(_SOUND.encode("utf-16"), ":1:1", "BG102 is not UTF-8: byte 0xFF"),
    "deep groups": entry("<group>" * 100, 686, "BG103 is nested deeper than 100 levels", LIMIT),
    "a large file": style(" " * 1_000_001, "", "BG103 is larger than 1 MB", LIMIT),
    "macros in a circle": beside(
        '<macro name="a"><text macro="b"/></macro><macro name="b"><text macro="a"/></macro>', "BG119 macros call each"
    ),
    "an unknown element": entry("<txt/>", 0, "BG119 CSL has no element 'txt'"),
    "an unknown macro": entry('<text macro="a"/>', 0, "BG119 there is no macro 'a'"),
    "text of nothing": entry("<text/>", 0, "BG119 'text' has none of macro, term, value, variable"),
    "names of nobody": entry("<names/>", 0, "BG119 'names' has no variable"),
    "a condition on nothing": entry("<choose><if><text value='x'/></if></choose>", 8, "BG119 'if' has none of"),
    "a number in words": entry(
        '<names variable="author"><name et-al-min="many"/></names>', 25, "BG119 et-al-min cannot be 'many'"
    ),
    "a number of 5000 digits": entry(
        f'<names variable="author"><name et-al-min="{"9" * 5000}"/></names>', 25, "BG119 et-al-min cannot be '9999"
    ),
    "an unknown form": entry('<text variable="title" font-style="bold"/>', 0, "BG119 font-style cannot be 'bold'"),
    "a pipe": Case(pipe(S), f"{S}: {INSTEAD}"),
}  # fmt: skip
"""What is wrong → how it is told."""
