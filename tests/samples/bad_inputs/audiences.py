"""Audiences."""

from __future__ import annotations

from samples.bad_inputs.data import INSTEAD
from samples.bad_inputs.spoiling import INPUTS, LIMIT, Case, copy, each, folder, gone, link, pipe, swap, whole
from samples.small_workspace import FILES, READER

A = READER
_KINDS = (
    "milestones, visits, agreements, mechanisms, forums, projects, memberships, positions, assessments, "
    "recommendations, trade, products"
)


def slip(old: str, new: str, place: str, said: str) -> Case:
    """The audience with a slip; `said` begins with the code."""
    code = LIMIT if said.startswith("BG103") else INPUTS
    return Case(swap(A, old, new), f"{A}:{place}: error[{said[:5]}]{said[5:]}", code)


def added(line: str, column: int, said: str) -> Case:
    """The audience with one more line, the fifth."""
    return slip("hide:", f"{line}\nhide:", f"5:{column}", said)


CASES: dict[str, Case] = {
    "nothing": Case(whole(A, ""), f"{A}:1:1: error[BG107] holds nothing"),
    "comments alone": Case(whole(A, "# to do\n"), f"{A}:1:1: error[BG107] holds nothing"),
    "a list": Case(whole(A, "- a\n"), f"{A}:1:1: error[BG108] an audience is a group of fields, and this is a list"),
    "no clearance": slip("clearance: public\n", "", "1:1", "BG107 an audience needs 'clearance'"),
    "an unknown clearance": slip("clearance: public", "clearance: secret", "4:12", "BG109 'secret' is not one"),
    "a clearance in other letters": slip("clearance: public", "clearance: publi\u0441", "4:12", "BG109 'publi\u0441'"),
    "clearance for all": slip("clearance: public", 'clearance: "*"', "4:12", "BG109 '*' is not one of the known words"),
    "two clearances": slip("clearance: public", "clearance: [public, restricted]", "4:12", "BG108 this is a list"),
    "clearance twice": slip(
        "clearance: public", "clearance: public\nclearance: restricted", "5:1", "BG105 'clearance' is given twice"
    ),
    "an unknown topic": slip("[defence]", "[defense]", "6:12", "BG109 'defense' is not one of the known words"),
    "all topics": slip("[defence]", '["*"]', "6:12", "BG109 '*' is not one of the known words"),
    "an unknown kind": slip("topics: [defence]", "kinds: [visit]", "6:11", "BG109 'visit' is not one"),
    "everything hidden": Case(
        swap(A, "topics: [defence]", f"kinds: [{_KINDS}]"),
        f"{A}:1:1: warning[BG301] nothing of 'pak-blr' is left for 'reader'",
        code=0,
        makes=True,
    ),
    "an unknown section": slip("- sources", "- sorces", "10:5", "BG114 there is no section 'sorces'"),
    "all sections": slip("- sources", '- "*"', "10:5", "BG114 there is no section '*'"),
    "a section that climbs": slip("- sources", "- ../../etc/passwd", "10:5", "BG114 there is no section '../../etc"),
    "an unknown option": slip("{limit: 5}", "{limt: 5}", "9:13", "BG114 section 'story' has no option 'limt'"),
    "an option in words": slip("{limit: 5}", "{limit: five}", "9:20", "BG108 option 'limit' must be a whole number"),
    "an option in Arabic digits": slip("{limit: 5}", "{limit: \u0665}", "9:20", "BG108 option 'limit' must be a whole"),
    "an option of many digits": slip("{limit: 5}", f"{{limit: {'9' * 5000}}}", "9:20", "BG108 option 'limit' must be"),
    "no sections": slip("sections:\n  - story: {limit: 5}\n  - sources\n", "", "1:1", "BG107 an audience needs 'secti"),
    "an empty list of sections": slip(
        "sections:\n  - story: {limit: 5}\n  - sources", "sections: []", "8:11", "BG108 sections is an empty list"
    ),
    "no pages": added("limits: {pages: 0}", 17, "BG108 '0': leaves room for nothing"),
    "no words": added("limits: {words: 0}", 17, "BG108 '0': leaves room for nothing"),
    "no words, in two digits": added("limits: {words: 00}", 17, "BG108 '00': leaves room for nothing"),
    "no digits": added("numbers: {digits: 0}", 19, "BG108 '0': leaves room for nothing"),
    "a word for sections": slip(
        "sections:\n  - story: {limit: 5}\n  - sources", "sections: story", "8:11", "BG108 sections is a list, and this"
    ),
    "two sections in one": slip(
        "- story: {limit: 5}", "- {story: {limit: 5}, sources: }", "9:5", "BG108 a section is its name"
    ),
    "an unknown citation style": slip("markers: numbers", "style: nosuch", "7:20", "BG118 there is no citation style"),
    "a citation style that climbs": slip("markers: numbers", "style: ../../x", "7:20", "BG118 there is no citation st"),
    "ways of citing at odds": slip(
        "markers: numbers", "markers: author-date, place: footnotes", "7:12", "BG120 markers of author and date"
    ),
    "an unknown house style": added("style: nosuch", 8, "BG141 there is no house style 'nosuch'"),
    "a house style that climbs": added("style: ../../x.docx", 8, "BG141 there is no house style '../../x.docx'"),
    "digits below nothing": added("numbers: {digits: -1}", 19, "BG108 '-1': not a whole number"),
    "an age in words": added("stale_after: {trade: long}", 22, "BG108 an age is a group of fields"),
    "an age of an unknown kind": added("stale_after: {trades: {months: 3}}", 15, "BG106 stale_after has no field"),
    "an unknown standard": added("pdf: {standard: a1}", 17, "BG109 'a1' is not one of the known words"),
    "an unknown language": slip("name: Reader", "name: {xx-yy: a}", "1:8", "BG108 'xx-yy' is not a language"),
    "a long name": slip("name: Reader", f"name: {'R' * 501}", "1:7", "BG103 this has 501 characters"),
    "a long watermark": added(f"watermark: {'DRAFT' * 40_000}", 12, "BG103 this has 200000 characters"),
    "a long mark": added(f"handling: {'word ' * 80_000}", 11, "BG103 this has 399999 characters"),
    "ESC escaped": slip("name: Reader", 'name: "R\\e"', "1:7", "BG102 holds an escape for the character U+001B"),
    "UTF-16": Case(whole(A, FILES[A].encode("utf-16")), f"{A}:1:1: error[BG102] is not UTF-8: byte 0xFF"),
    "a pipe": Case(pipe(A), f"{A}: {INSTEAD}"),
    "a folder": Case(folder(A), f"{A}: {INSTEAD}"),
    "a link to itself": Case(link(A, "reader.yaml"), f"{A}: error[BG101] cannot be read: Too many levels"),
    "no file of a listed one": Case(
        each(whole("briefgen.toml", 'audiences = ["reader"]\n'), gone(A)),
        "briefgen.toml:1:14: error[BG113] there is no audience 'reader'",
    ),
    "no file but another": Case(
        each(copy(A, "templates/audiences/reader.yml"), gone(A)),
        "templates/audiences: error[BG101] holds 'reader.yml', but no audience",
    ),
    "a file for the folder": Case(
        each(gone("templates/audiences"), whole("templates/audiences", "x")),
        "templates/audiences: error[BG101] cannot be read: Not a directory",
    ),
    "a link to nothing for the folder": Case(
        link("templates/audiences", "nowhere"), "templates/audiences: error[BG101] cannot be read: No such file"
    ),
    "a link to nothing for all templates": Case(
        link("templates", "nowhere"), "templates/audiences: error[BG101] cannot be read: No such file"
    ),
}  # fmt: skip
"""What is wrong → how it is told."""
