"""briefgen.toml and a house style in YAML."""

from __future__ import annotations

from samples.bad_inputs.data import INSTEAD
from samples.bad_inputs.spoiling import INPUTS, LIMIT, Case, each, folder, pipe, whole

C, H = "briefgen.toml", "templates/styles/house.yaml"


def config(text: str | bytes, place: str, said: str, code: int = INPUTS) -> Case:
    """Another configuration; `said` begins with the code."""
    return Case(whole(C, text), f"{C}{place}: error[{said[:5]}]{said[5:]}", code)


def house(text: str, place: str, said: str, code: int = INPUTS) -> Case:
    """A house style; `said` begins with the code."""
    return Case(whole(H, f"{text}\n"), f"{H}:{place}: error[{said[:5]}]{said[5:]}", code)


_OUT = "BG117 '{}': not a number from 0 to 1200 (millimetres)"

CASES: dict[str, Case] = {
    "no value": config("author = \n", ":1:10", "BG112 is not well-formed TOML: Invalid value"),
    "an unknown setting": config('auther = "x"\n', ":1:1", "BG112 there is no setting 'auther'"),
    "a number": config("author = 5\n", ":1:1", "BG112 'author' must be a text"),
    "infinity": config("author = inf\n", ":1:1", "BG112 'author' must be a text"),
    "a table": config("[author]\nx = 1\n", ":1:2", "BG112 'author' must be a text"),
    "a setting twice": config('author = "a"\nauthor = "b"\n', ":2:13", "BG112 is not well-formed TOML: Cannot overwri"),
    "30 February": config("author = 2024-02-30\n", ":1:10", "BG112 is not well-formed TOML: Invalid date"),
    "5000 digits": config(f"author = {'9' * 5000}\n", "", "BG112 holds a number that is too long"),
    "deep lists": config(f"author = {'[' * 10_000}", "", "BG103 is nested too deeply", LIMIT),
    "a long chain of names": config(f"a{'.a' * 100_000} = 1\n", "", "BG103 is larger than 16 kB", LIMIT),
    "a long author": config(f'author = "{"a" * 300}"\n', ":1:1", "BG103 'author' is longer than 200", LIMIT),
    "NUL": config('author = "\x00"\n', ":1:11", "BG102 the character U+0000 (a control character)"),
    "ESC escaped": config('author = "a\\u001b"\n', ":1:1", "BG102 holds an escape for the character U+001B"),
    "right to left escaped": config('author = "\\u202e"\n', ":1:1", "BG102 holds an escape for the character U+202E"),
    "a surrogate escaped": config('author = "\\ud800"\n', ":1:17", "BG112 is not well-formed TOML: Escaped character"),
    "Latin-1": config(b'author = "\xe9"\n', ":1:11", "BG102 is not UTF-8: byte 0xE9"),
    "UTF-16": config('author = "x"\n'.encode("utf-16"), ":1:1", "BG102 is not UTF-8: byte 0xFF"),
    "an unknown language": config('language = "klingon"\n', ":1:1", "BG112 'klingon' is no language that is known"),
    "a language that climbs": config('language = "../../x"\n', ":1:1", "BG112 '../../x' is no language that is known"),
    **{
        f"a language without words, {tag}": config(
            f'author = "x"\nlanguage = "{tag}"\n', ":2:1", f"BG135 briefs have no words in {name} ('{tag}')"
        )
        for tag, name in (
            ("fr", "French"),
            ("ru", "Russian"),
            ("ur-PK", "Urdu (Pakistan)"),
            ("be-BY", "Belarusian (Belarus)"),
            ("de-CH", "German (Switzerland)"),
            ("ar", "Arabic"),
            ("zh-Hans-CN", "Chinese (Simplified, China)"),
            ("es-419", "Spanish (Latin America)"),
            ("FR-fr", "French (France)"),
            ("uk", "Ukrainian"),
            ("he-IL", "Hebrew (Israel)"),
        )
    },
    "no language": config('language = ""\n', ":1:1", "BG112 '' is no language that is known"),
    "an unknown style": config('style = "nosuch"\n', ":1:1", "BG141 there is no house style 'nosuch'"),
    "a style that climbs": config('style = "../../etc/passwd"\n', ":1:1", "BG141 there is no house style '../../etc"),
    "an old Word file": Case(
        each(whole(C, 'style = "old.doc"\n'), whole("templates/styles/old.doc", "x")),
        f"{C}:1:1: error[BG141] there is no house style 'old.doc'",
    ),
    "a word for the audiences": config('audiences = "reader"\n', ":1:1", "BG112 'audiences' must be a list of names"),
    "a number for an audience": config("audiences = [1]\n", ":1:1", "BG112 'audiences' must be a list of names"),
    "a table of audiences": config("[audiences]\nreader = true\n", ":1:2", "BG112 'audiences' must be a list of names"),
    "no audiences": config("audiences = []\n", ":1:1", "BG112 'audiences' names nobody"),
    "an audience that is not there": config(
        'audiences = [\n  "reader",\n  "ministr",\n]\n', ":3:3", "BG113 there is no audience 'ministr'"
    ),
    "an audience that climbs": config('audiences = ["../x"]\n', ":1:14", "BG113 there is no audience '../x'"),
    "ESC for an audience": config('audiences = ["\\u001b"]\n', ":1:1", "BG113 there is no audience '\\u{001B}'"),
    "an audience in a table": config('[limits]\naudiences = ["a"]\n', ":2:1", "BG112 there is no limit 'audiences'"),
    "an audience twice": Case(
        whole(C, 'audiences = ["reader", "reader"]\n'),
        f"{C}:1:1: warning[BG112] 'audiences' names 'reader' twice",
        code=0,
        makes=True,
    ),
    "a pipe": Case(pipe(C), f"{C}: {INSTEAD}"),
    "a folder": Case(folder(C), f"{C}: {INSTEAD}"),
    # ------------------------------------------------------------ house.yaml
    "a colour that is reckoned": house('palette: {ink: "Blacker(red,0.5)"}', "1:16", "BG108 'Blacker(red,0.5)': not a"),
    "a colour by name": house("palette: {ink: red}", "1:16", "BG108 'red': not a colour such as #0b4f6c"),
    "one colour": house('palette: {series: ["#000000"]}', "1:10", "BG117 series names 1 colours"),
    "no room": house("page: {left_mm: 100, right_mm: 100}", "1:7", "BG117 these margins leave 10 by 256 mm"),
    "a page of nothing": house("page: {width_mm: 0}", "1:7", "BG117 these margins leave -34 by 256 mm"),
    "a page below nothing": house("page: {width_mm: -210}", "1:18", _OUT.format(-210)),
    "a page of 1e9": house("page: {width_mm: 1e9}", "1:18", _OUT.format("1e9")),
    "a page of nan": house("page: {width_mm: nan}", "1:18", _OUT.format("nan")),
    "a size in Arabic digits": house("text: {body: {size: \u0661\u0662}}", "1:21", "BG117 '\u0661\u0662': not a numbe"),
    "a size of 1000": house("text: {body: {size: 1000}}", "1:21", "BG117 '1000': not a number from 4 to 72 (points)"),
    "lines on one another": house("text: {body: {size: 40, leading: 4}}", "1:7", "BG117 the lines of 'body' would ove"),
    "a space of 999": house("text: {body: {space_before: 999}}", "1:29", "BG117 '999': not a number from 0 to 144"),
    "an unknown font": house("families: {sans: {source: comic}}", "1:27", "BG109 'comic' is not one of the known word"),
    "a long name of a font": house(f"families: {{sans: {{name: {'x' * 100}}}}}", "1:25", f"BG108 '{'x' * 60}…': the n"),
    "a fallback that fetches": house(
        "families: {sans: {fallback: 'url(javascript:x)'}}", "1:29", "BG109 'url(javascript:x)' is not one"
    ),
    "ESC in a font": house('families: {sans: {name: "a\\eb"}}', "1:25", "BG102 holds an escape for the character U+00"),
    "an unknown part": house("pages: {}", "1:1", "BG106 a style has no field 'pages'"),
    "a list": house("- a", "1:1", "BG108 a style is a group of fields, and this is a list"),
    "an alias": house("a: &x 1", "1:4", "BG104 uses an anchor (&x)"),
    "deep lists of styles": house("[" * 1000, "1:25", "BG103 is nested deeper than 24 levels", LIMIT),
    "a pipe for a style": Case(pipe(H), f"{H}: {INSTEAD}"),
    "a folder for a style": Case(folder(H), f"{H}: {INSTEAD}"),
}  # fmt: skip
"""What is wrong → how it is told."""
