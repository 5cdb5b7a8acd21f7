"""Names of files and folders, arguments, and where the briefs go."""

from __future__ import annotations

from e2e.workspace import ROOT
from samples.bad_inputs.spoiling import (
    INPUTS,
    MAKE,
    OUTPUT,
    USAGE,
    Case,
    copy,
    each,
    folder,
    gone,
    link,
    nothing,
    pipe,
    whole,
)
from samples.small_workspace import FOLDER, READER, SECTION

COPIED = "templates/copied.toml"
NEW = ("new",)
_EDITION = "2021-04-23.0123abcd"
COPY = ("--from", "shipped")
AUDIENCES, SECTIONS = "templates/audiences", "templates/sections"


def asked(told: str, code: int, *arguments: str) -> Case:
    """The sound workspace, asked for something that it cannot give."""
    return Case(nothing, told, code, arguments)


def written(change: str | None, output: str, said: str) -> Case:
    """Briefs ordered into a folder that cannot be; `change` is a file that stands there."""
    before = whole(change, "x") if change else nothing
    return Case(before, f"{output}: error[BG601] cannot be written: {said}", OUTPUT, (*MAKE, "--output", output))


def named(shown: str, source: str, target: str, said: str) -> Case:
    """A file or folder once more under a name that is no good."""
    return Case(copy(source, target), f"{shown}: error[BG122] {said}")


_ARABIC = "\u0662\u0660\u0662\u0664"

CASES: dict[str, Case] = {
    "a folder not in UTF-8": named("data/p\\u{DCFF}", FOLDER, "data/p\udcff", "the name holds the character U+DCFF"),
    "a folder with ESC": named("data/a\\u{001B}b", FOLDER, "data/a\x1bb", "the name holds the character U+001B"),
    "a folder from right to left": named("data/a\\u{202E}b", FOLDER, "data/a\u202eb", "the name holds the character U"),
    "a folder of two lines": named("data/a\\u{000A}b", FOLDER, "data/a\nb", "the name holds the character U+000A"),
    "a folder in two cases": Case(
        copy(FOLDER, "data/PAK-BLR"), f"{FOLDER}: error[BG122] the name is 'PAK-BLR' in other capitals"
    ),
    "a folder named as a device": named("data/con", FOLDER, "data/con", "'con' is the name of a device"),
    "a folder with a colon": named("data/a:b", FOLDER, "data/a:b", "the name holds the character U+003A (colon)"),
    "an audience not in UTF-8": named(
        f"{AUDIENCES}/a\\u{{DCFF}}.yaml", READER, f"{AUDIENCES}/a\udcff.yaml", "the name holds the character U+DCFF"
    ),
    "an audience in two cases": Case(
        copy(READER, f"{AUDIENCES}/Reader.yaml"), f"{READER}: error[BG122] the name is 'Reader' in other capitals"
    ),
    "an audience with a long name": named(
        f"{AUDIENCES}/{'r' * 240}.yaml", READER, f"{AUDIENCES}/{'r' * 240}.yaml", "the name is longer than 100 bytes"
    ),
    "an audience like an option": named(
        f"{AUDIENCES}/-a.yaml", READER, f"{AUDIENCES}/-a.yaml", "the name begins or ends with what a system would lose"
    ),
    "a section not in UTF-8": named(
        f"{SECTIONS}/a\\u{{DCFF}}.md.j2", SECTION, f"{SECTIONS}/a\udcff.md.j2", "the name holds the character U+DCFF"
    ),
    # ------------------------------------------------------------ arguments
    "an unknown relation": asked("error[BG115] there is no relation 'pak-blrr'", 1, "make", "pak-blrr"),
    "a relation that climbs": asked("error[BG115] there is no relation '../data'", 1, "make", "../data"),
    "a relation with ESC": asked("error[BG115] there is no relation 'a\\u{001B}[31m'", 1, "make", "a\x1b[31m"),
    "a relation not in UTF-8": asked("error[BG115] there is no relation 'a\\u{DCFF}'", 1, "make", "a\udcff"),
    "an unknown audience": asked("error[BG113] there is no audience 'readr'", 1, "make", "-a", "readr"),
    "an audience in bytes": asked("error[BG113] there is no audience '\\u{DCFF}'", 1, "make", "-a", "\udcff"),
    "an unknown format": asked("Error: Invalid value for '-f' / '--format'", USAGE, "make", "-f", "odt"),
    "an unknown form of report": asked("Error: Invalid value for '--format'", USAGE, "check", "--format", "xml"),
    "an unknown option": asked("Error: No such option '--nosuch'", USAGE, "make", "--nosuch"),
    "as of yesterday": asked("error: --as-of yesterday: not a date", USAGE, "make", "--as-of", "yesterday"),
    "as of 30 February": asked("error: --as-of 2024-02-30: 2024-02 has no", USAGE, "make", "--as-of", "2024-02-30"),
    "as of Arabic digits": asked(f"error: --as-of {_ARABIC}: not a date", USAGE, "make", "--as-of", _ARABIC),
    "as of ESC": asked("error: --as-of \\u{001B}[31m: not a date", USAGE, "make", "--as-of", "\x1b[31m"),
    "as of bytes": asked("error: --as-of \\u{DCFF}: not a date", USAGE, "make", "--as-of", "\udcff"),
    # ------------------------------------------------------------ templates of one's own
    "a copy over one's own": asked(f"error: {SECTION} is there already", USAGE, *NEW, "section", "story"),
    "a copy of nothing": asked("error: briefgen ships no section 'trad'", USAGE, *NEW, "section", "trad", *COPY),
    "a copy under another name": asked("error: briefgen ships no section 'our'", USAGE, *NEW, "section", "our", *COPY),
    "a new section over a shipped one": asked(
        "error: briefgen ships templates/sections/trade.md.j2", USAGE, *NEW, "section", "trade"
    ),
    "a new section in other capitals": asked(
        "error: briefgen ships templates/sections/trade.md.j2", USAGE, *NEW, "section", "Trade"
    ),
    "one's own section in other capitals": asked(f"error: {SECTION} is there already", USAGE, *NEW, "section", "Story"),
    "a copy of a style beside a Word file": Case(
        whole("templates/styles/house.docx", "x"), "error: templates/styles/house.docx is there already", USAGE,
        (*NEW, "style", "house", *COPY),
    ),
    "a Word file for a style": asked("error: 'house.docx' is a Word file", USAGE, *NEW, "style", "house.docx"),
    "a template that climbs": asked("error: '../x' is no name for a file", USAGE, *NEW, "section", "../x"),
    "a template with a colon": asked("error: 'a:b' is no name for a file", USAGE, *NEW, "section", "a:b"),
    "a template with braces": asked("error: '{{x}}' is no name for a file", USAGE, *NEW, "section", "{{x}}"),
    "a template named as a device": asked("error: 'con' is no name for a file", USAGE, *NEW, "section", "con"),
    "a template without a name": asked("error: '' is no name for a file", USAGE, *NEW, "section", ""),
    "a hidden template": asked("error: '.x' is no name for a file", USAGE, *NEW, "section", ".x"),
    "a template in bytes": asked("error: '\\u{DCFF}' is no name for a file", USAGE, *NEW, "section", "\udcff"),
    "an unknown kind of template": asked("Error: No such command 'wrding'", USAGE, *NEW, "wrding", "x"),
    "a copy from elsewhere": asked("error: there is no section 'web'", USAGE, *NEW, "section", "x", "--from", "web"),
    "a comparison with nothing": asked("error: --diff and --reviewed are", USAGE, *NEW, "section", "story", "--diff"),
    "a comparison of nothing": asked(
        "error: there is no templates/sections/trade.md.j2 of", USAGE, *NEW, "section", "trade", *COPY, "--diff"
    ),
    "both to look and to have looked": asked(
        "error: --diff only shows", USAGE, *NEW, "section", "trade", *COPY, "--diff", "--reviewed"
    ),
    "a record of copies in conflict": Case(
        whole(COPIED, "<<<<<<< HEAD\n"), f"{COPIED}:1:1: warning[BG104] is not well-formed TOML", INPUTS,
        (*NEW, "section", "trade", *COPY),
    ),
    "a copy of a file that is a folder": Case(
        folder("templates/sections/trade.md.j2"), "error: templates/sections/trade.md.j2 is there already", USAGE,
        (*NEW, "section", "trade", *COPY),
    ),
    "a difference to a folder": Case(
        folder("templates/sections/trade.md.j2"), "error: templates/sections/trade.md.j2 cannot be read", USAGE,
        (*NEW, "section", "trade", *COPY, "--diff"),
    ),
    "a template into a file": Case(
        whole("templates/partials", "x"), "templates/partials: error[BG601] cannot be written", OUTPUT,
        (*NEW, "partial", "macros"),
    ),
    "a migration with a fault in the settings": Case(
        whole("briefgen.toml", "audiences = ["), "briefgen.toml: error[BG112] is not well-formed TOML", INPUTS,
        ("migrate",),
    ),
    "templates through a link": Case(
        each(copy(f"{ROOT}/templates/citations", "../citations"), link("templates/citations", "../../citations")),
        "templates/citations: error[BG101] cannot be read: a link leads out of templates", INPUTS, ("check",),
    ),
    # ------------------------------------------------------------ where briefs go
    "no folder's name": asked("error: --output is empty", USAGE, *MAKE, "--output", ""),
    "a folder's name in bytes": asked("error: --output holds characters", USAGE, *MAKE, "--output", "o\udcff"),
    "a folder's name of two lines": asked("error: --output holds characters", USAGE, *MAKE, "--output", "o\nx"),
    **{
        f"briefs among what they are made from: {name}": asked(
            f"error: --output {name} {said}", USAGE, *MAKE, "--output", name
        )
        for name, said in (
            ("data", "lies in data/"), ("data/x/briefs", "lies in data/"), ("data/../templates", "lies in templates/"),
            ("kinds", "lies in kinds/"), (".", "holds the workspace itself"), ("..", "holds the workspace itself"),
            ("/", "holds the workspace itself"), ("output/../", "holds the workspace itself"),
        )
    },
    "briefs among templates through a link": Case(
        link("out", "templates/sections"), "error: --output out lies in templates/", USAGE, (*MAKE, "--output", "out")
    ),
    "a file for a folder": written("taken", "taken", "File exists"),
    "a folder in a file": written("taken", "taken/x", "Not a directory"),
    "a long name for a folder": written(None, "a" * 300, "File name too long"),
    "a folder that takes nothing": written(None, "/proc/briefs", "No such file or directory"),
    "a device for a folder": written(None, "/dev/null", "File exists"),
    "a pipe for a folder": Case(
        pipe("pipe"), "pipe: error[BG601] cannot be written: File exists", OUTPUT, (*MAKE, "--output", "pipe")
    ),
    "a link to itself for a folder": Case(
        link("loop", "loop"), "loop: error[BG601] cannot be written: File exists", OUTPUT, (*MAKE, "--output", "loop")
    ),
    "a folder for a brief": Case(
        folder("output/pak-blr/reader.pdf"),
        "output/pak-blr/reader.pdf: error[BG601] a folder stands in its place",
        OUTPUT,
    ),
    "a file for a relation's folder": Case(
        each(gone("output/pak-blr"), whole("output/pak-blr", "x")),
        "output/pak-blr/reader.pdf: error[BG601] cannot be written: File exists",
        OUTPUT,
    ),
    "a folder for the lock": Case(
        folder("output/.briefgen.lock"), "output: error[BG601] cannot be written: Is a directory", OUTPUT
    ),
    "a state that there is not": asked(
        "Error: Invalid value for '--state': 'cleared'", USAGE, *MAKE, "--state", "cleared"
    ),
    **{
        f"cleared {what}": asked(
            f"error: --cleared {edition} '{name}' {day}: {said}", USAGE, *MAKE, "--cleared", edition, name, day
        )
        for what, edition, name, day, said in (
            ("as no edition", "0123abcd", "Desk", "2021-05-02", "not the mark of an edition"),
            ("as an edition of no day", "2021-02-30.0123abcd", "Desk", "2021-05-02", ""),
            ("in a month", _EDITION, "Desk", "2021-05", "this is no day"),
            ("some day", _EDITION, "Desk", "soon", "not a date"),
            ("before the day that it shows", _EDITION, "Desk", "2021-04-22", "it shows 2021-04-23, which had not come"),
            ("on a day to come", _EDITION, "Desk", "2999-01-01", "that day has not come"),
            ("by nobody", _EDITION, " ", "2021-05-02", "a name has 1 to 500 characters"),
            ("by a long name", _EDITION, "D" * 501, "2021-05-02", "a name has 1 to 500 characters"),
        )
    },
    "a clearing of what is not made": Case(
        nothing, f"error[BG343] --cleared {_EDITION}: no brief of this run is that edition", INPUTS,
        (*MAKE, "--cleared", _EDITION, "Desk", "2021-05-02"), makes=True,
    ),
}  # fmt: skip
"""What is wrong → how it is told."""
