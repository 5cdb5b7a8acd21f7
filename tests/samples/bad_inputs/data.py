"""Data in YAML."""

from __future__ import annotations

from samples.bad_inputs.spoiling import LIMIT, Case, each, folder, gone, link, pipe, swap, whole
from samples.small_workspace import FILES, FOLDER

M, V, R = f"{FOLDER}/milestones.yaml", f"{FOLDER}/visits.yaml", f"{FOLDER}/relation.yaml"
PEOPLE, ORGANISATIONS = "data/people.yaml", "data/organisations.yaml"
INSTEAD = "error[BG101] cannot be read: a folder, pipe or device stands there instead of a file"
BAD = "cannot stand in a brief"


def dated(written: str, said: str, code: str = "BG110") -> Case:
    """A milestone with something in place of its date."""
    return Case(swap(M, "date: 1994-02-03", f"date: {written}"), f"{M}:4:9: error[{code}] {said}")


def told(field: str, said: str, code: str, column: int) -> Case:
    """A milestone with a field in place of its date."""
    return Case(swap(M, "date: 1994-02-03", field), f"{M}:4:{column}: error[{code}] {said}")


def noted(character: str, said: str) -> Case:
    """A milestone with a character in its text."""
    return Case(swap(M, "text: Relations", f"text: a{character}b"), f"{M}:5:10: error[BG102] the character {said}")


def escaped(escape: str, said: str) -> Case:
    """A milestone with an escape in its text."""
    return Case(
        swap(M, "text: Relations began.", f'text: "a{escape}b"'),
        f"{M}:5:9: error[BG102] holds an escape for the character {said}",
    )


def named(identity: str, said: str) -> Case:
    """A milestone with another id."""
    return Case(swap(M, "id: ties", f"id: {identity}"), f"{M}:1:7: error[BG108] {said}")


NO_ID = "an id is lower-case letters, digits and hyphens"
_BOMB = "a: &a {x: 1}\n" + "".join(f"b{n}: &b{n}\n  <<: [*a, *a, *a]\n" for n in range(9))

CASES: dict[str, Case] = {
    # ------------------------------------------------------------ shape of the file
    "deep lists": Case(whole(M, "[" * 100_000), f"{M}:1:25: error[BG103] is nested deeper than 24", LIMIT),
    "deep groups": Case(whole(M, "{a: " * 100_000), f"{M}:1:97: error[BG103] is nested deeper than 24", LIMIT),
    "deep dashes": Case(whole(M, "- " * 1000 + "x"), f"{M}:1:49: error[BG103] is nested deeper than 24", LIMIT),
    "many values": Case(whole(M, "- x\n" * 200_001), f"{M}:200000:3: error[BG103] holds more than 200000", LIMIT),
    "a large file": Case(whole(M, "#" * 8_000_001), f"{M}: error[BG103] is larger than 8 MB", LIMIT),
    "merge bomb": Case(whole(M, _BOMB), f"{M}:1:4: error[BG104] uses an anchor (&a)"),
    "alias bomb": Case(whole(M, "- &a [x, x]\n- &b [*a, *a]\n"), f"{M}:1:3: error[BG104] uses an anchor (&a)"),
    "alias": dated("*a", "uses an alias (*)", "BG104"),
    "merge key": told("<<: {kind: other}", "a milestone has no field '<<'", "BG106", 3),
    "tag of Python": dated("!!python/object:os.system x", "uses a tag (tag:yaml.org,2002:python", "BG104"),
    "tag of bytes": dated("!!binary aGk=", "uses a tag (tag:yaml.org,2002:binary)", "BG104"),
    "another version": Case(whole(M, "%YAML 3.0\n---\n- id: x\n"), f"{M}:1:1: error[BG104] is not well-formed YAML"),
    "two documents": Case(whole(M, f"{FILES[M]}---\n- id: y\n"), f"{M}:8:1: error[BG104] holds more than one document"),
    "a key twice": Case(
        swap(M, "  date: 1994-02-03", "  date: 1994\n  date: 1995"),
        f"{M}:5:3: error[BG105] 'date' is given twice, first in line 4",
    ),
    "a label twice": Case(
        swap(M, "  date", "  sensitivity: restricted\n  sensitivity: public\n  date"),
        f"{M}:5:3: error[BG105] 'sensitivity' is given twice, first in line 4",
    ),
    "a list as a key": Case(whole(M, "? [a, b]\n: c\n"), f"{M}:1:3: error[BG104] uses a list or group as a key"),
    "a tab": Case(whole(M, "- id: x\n\tkind: other\n"), f"{M}:2:1: error[BG104] is not well-formed YAML: found a tab"),
    "an open quote": Case(swap(M, "date: 1994", "date: '1994"), f"{M}:8:1: error[BG104] is not well-formed YAML"),
    "an open bracket": Case(swap(M, "date: 1994", "date: [1994"), f"{M}:5:7: error[BG104] is not well-formed YAML"),
    "a colon": Case(swap(M, "date: 1994", "date: 1994: "), f"{M}:4:13: error[BG104] is not well-formed YAML: mapping"),
    "a word": Case(whole(M, "hello\n"), f"{M}:1:1: error[BG108] milestones must be a list of records"),
    "a record for a list": Case(whole(M, "id: x\n"), f"{M}:1:1: error[BG108] milestones must be a list of records"),
    "a list for a record": Case(whole(M, "- [a, b]\n"), f"{M}:1:3: error[BG108] a milestone is a group of fields"),
    "nothing for a record": Case(whole(M, "-\n"), f"{M}:1:2: error[BG108] a milestone is a group of fields"),
    # ------------------------------------------------------------ what stands in a file's place
    "a folder": Case(folder(M), f"{M}: {INSTEAD}"),
    "a pipe": Case(pipe(M), f"{M}: {INSTEAD}"),
    "a device": Case(link(M, "/dev/zero"), f"{M}: error[BG101] cannot be read: a link leads out of {FOLDER}"),
    "a file of another relation": Case(
        each(whole("data/a-b/milestones.yaml", "[]\n"), link(M, "../a-b/milestones.yaml")),
        f"{M}: error[BG101] cannot be read: a link leads out of {FOLDER}",
    ),
    "a file of the machine in the archive": Case(
        link(f"{FOLDER}/archive/book.txt", "/etc/hostname"),
        f"{FOLDER}/archive/book.txt: error[BG101] cannot be read: a link leads out of {FOLDER}",
    ),
    "settings from elsewhere": Case(
        link("briefgen.toml", "/etc/hostname"),
        "briefgen.toml: error[BG101] cannot be read: a link leads out of the workspace",
    ),
    "a link to itself": Case(link(M, "milestones.yaml"), f"{M}: error[BG101] cannot be read: Too many levels"),
    "a link to nothing": Case(link(M, "nowhere"), f"{M}: error[BG101] cannot be read: No such file"),
    "a pipe in the archive": Case(pipe(f"{FOLDER}/archive/book.txt"), f"{FOLDER}/archive/book.txt: {INSTEAD}"),
    "no data": Case(gone("data"), "data: error[BG101] holds no relation"),
    "a file for data": Case(each(gone("data"), whole("data", "x")), "data: error[BG101] holds no relation"),
    "no relation": Case(gone(R), f"{R}: error[BG101] is missing"),
    "an empty relation": Case(whole(R, ""), f"{R}:1:1: error[BG107] holds nothing"),
    "a relation of comments": Case(whole(R, "# to do\n"), f"{R}:1:1: error[BG107] holds nothing"),
    "a pipe for a relation": Case(pipe(R), f"{R}: {INSTEAD}"),
    # ------------------------------------------------------------ characters
    "UTF-16": Case(whole(M, FILES[M].encode("utf-16")), f"{M}:1:1: error[BG102] is not UTF-8: byte 0xFF"),
    "Latin-1": Case(swap(M, "Relations", b"R\xe9lations"), f"{M}:5:10: error[BG102] is not UTF-8: byte 0xE9"),
    "a surrogate": Case(swap(M, "Relations", "R\ud800"), f"{M}:5:10: error[BG102] is not UTF-8: byte 0xED"),
    "NUL": noted("\x00", f"U+0000 (a control character) {BAD}"),
    "ESC": noted("\x1b", f"U+001B (a control character) {BAD}"),
    "a form feed": noted("\x0c", f"U+000C (a control character) {BAD}"),
    "DEL": noted("\x7f", f"U+007F (a control character) {BAD}"),
    "CSI": noted("\x9b", f"U+009B (a control character) {BAD}"),
    "right to left": noted("\u202e", f"U+202E (right-to-left override) {BAD}"),
    "an isolate": noted("\u2066", f"U+2066 (left-to-right isolate) {BAD}"),
    "a line separator": noted("\u2028", f"U+2028 (line separator) {BAD}"),
    "a mark of byte order": noted("\ufeff", f"U+FEFF (zero width no-break space) {BAD}"),
    "an annotation": noted("\ufff9", f"U+FFF9 (interlinear annotation anchor) {BAD}"),
    "a tag": noted("\U000e0041", f"U+E0041 (tag latin capital letter a) {BAD}"),
    "private use": noted("\ue000", f"U+E000 (for private use) {BAD}"),
    "no character": noted("\ufffe", f"U+FFFE (not assigned) {BAD}"),
    "NUL escaped": escaped("\\0", "U+0000 (a control character)"),
    "ESC escaped": escaped("\\e", "U+001B (a control character)"),
    "right to left escaped": escaped("\\u202E", "U+202E (right-to-left override)"),
    "a separator escaped": escaped("\\L", "U+2028 (line separator)"),
    "a surrogate escaped": Case(
        swap(M, "text: Relations began.", 'text: "a\\uD800"'), f"{M}:5:13: error[BG104] is not well-formed YAML"
    ),
    # ------------------------------------------------------------ length
    "a long title": Case(
        swap(M, "Diplomatic relations", "a" * 200_000),
        f"{M}:3:10: error[BG103] this has 200000 characters, a title or name at most 500",
        LIMIT,
    ),
    "a long title of a relation": Case(
        swap(R, "Pakistan and Belarus", "word " * 80_000), f"{R}:1:8: error[BG103] this has 399999 characters", LIMIT
    ),
    "a long name of a country": Case(
        swap(R, "name: Pakistan,", f"name: {{en: {'a' * 501}}},"), f"{R}:3:26: error[BG103] this has 501", LIMIT
    ),
    # ------------------------------------------------------------ ids
    "an id that climbs": named("../../etc/passwd", f"'../../etc/passwd': {NO_ID}"),
    "an id that climbs later": named("a/../../b", f"'a/../../b': {NO_ID}"),
    "an id with an end": named("ties/", f"'ties/': {NO_ID}"),
    "an id in capitals": named("Ties", f"'Ties': {NO_ID}"),
    "a long id": named("a" * 300, f"'{'a' * 60}…': an id has at most 100 characters, this one has 300"),
    "an id of two words": named('"a b"', f"'a b': {NO_ID}"),
    "an id of other letters": named("\u0442ies", f"'\u0442ies': {NO_ID}"),
    "a list of ids": named("[a]", "this is a list, not an id"),
    "an id twice": Case(whole(M, FILES[M] * 2), f"{M}:8:7: error[BG201] the id 'ties' is used twice"),
    "an id in two cases": Case(whole(M, FILES[M] + FILES[M].replace("ties", "TIES")), f"{M}:8:7: error[BG108] 'TIES'"),
    "no for Norway": Case(swap(R, "id: PAK", "id: no"), f"{R}:3:5: error[BG203] 'no' is no country code"),
    # ------------------------------------------------------------ dates and numbers
    "30 February": dated("2024-02-30", "'2024-02-30': 2024-02 has no day 30"),
    "month 13": dated("2024-13-01", "'2024-13-01': there is no month 13"),
    "the year 0": dated("0000", "'0000': there is no year 0000"),
    "an end before a start": dated("2015/2014", "'2015/2014': the interval ends before it starts"),
    "no start and no end": dated("../..", "'../..': an interval needs a start or an end"),
    "a date in words": dated("3rd Feb 1994", "'3rd Feb 1994': not a date briefgen can read"),
    "a time of day": dated("12:30:45", "'12:30:45': not a date briefgen can read"),
    "a year with a mark": dated("1_994", "'1_994': not a date briefgen can read"),
    "Arabic digits": dated('"\u0661\u0669\u0669\u0664"', "'\u0661\u0669\u0669\u0664': not a date briefgen can read"),
    "a year of 5000 digits": dated("9" * 5000, f"'{'9' * 60}…': not a date briefgen can read"),
    "a list of dates": dated("[1994, 1995]", "this is a list, not a date", "BG108"),
    "1e400": told("years: 1e400", "'1e400': not a quantity", "BG111", 10),
    "nan": told("years: nan", "'nan': not a quantity", "BG111", 10),
    "1_000": told("years: 1_000", "'1_000': not a quantity", "BG111", 10),
    "a comma of thousands or decimals": told("years: 1,500", "'1,500': not a quantity", "BG111", 10),
    "a range that falls": told("years: 5..3", "'5..3': a range is written low..high", "BG111", 10),
    "5000 digits": told(f"years: {'9' * 5000}", f"'{'9' * 60}…': a number has at most 18 digits", "BG111", 10),
    # ------------------------------------------------------------ fields
    "an unknown field": told("dates: 1994", "a milestone has no field 'dates'", "BG106", 3),
    "a field in other letters": told("d\u0430te: 1994", "a milestone has no field 'd\u0430te'", "BG106", 3),
    "an unknown kind": Case(
        swap(M, "diplomatic_relations", "marriage"), f"{M}:2:9: error[BG109] 'marriage' is not one of the known words"
    ),
    "no kind": Case(swap(M, "  kind: diplomatic_relations\n", ""), f"{M}:1:3: error[BG107] a milestone needs 'kind'"),
    "no title": Case(swap(M, "Diplomatic relations", ""), f"{M}:3:3: error[BG107] a milestone needs 'title'"),
    "a list for a title": Case(
        swap(M, "Diplomatic relations", "[a, b]"), f"{M}:3:10: error[BG108] this is a list, not a text"
    ),
    "an unknown language": Case(
        swap(M, "Diplomatic relations", "{english: x}"), f"{M}:3:11: error[BG108] 'english' is not a language"
    ),
    "yes for true": told("major: yes", "'yes': write true or false", "BG108", 10),
    "a long quote": Case(
        swap(M, "relations began on 3 February 1994", "w " * 26), f"{M}:7:26: error[BG108] 'w w w w w"
    ),
    "a person that is not there": Case(
        swap(V, "person: head", "person: hea"), f"{V}:5:12: error[BG202] there is no person 'hea'"
    ),
    "a source that is not there": Case(
        swap(M, "ref: book", "ref: boook"), f"{M}:7:7: error[BG213] there is no reference 'boook'"
    ),
    "a source in a word": Case(
        swap(V, "{ref: book}", "book"), f"{V}:8:7: error[BG108] a source is a group of fields, and this"
    ),
    "a level that is none": Case(
        swap(PEOPLE, "head_of_state", "boss"), f"{PEOPLE}:5:56: error[BG109] 'boss' is not one of the known words"
    ),
    "an organisation twice": Case(
        whole(ORGANISATIONS, FILES[ORGANISATIONS] * 2), f"{ORGANISATIONS}:4:3: error[BG201] the id 'oic' is used twice"
    ),
    # ------------------------------------------------------------ labels
    "a label in other letters": told("sensitivity: publi\u0441", "'publi\u0441' is not one", "BG109", 16),
    "a label in capitals": told("sensitivity: PUBLIC", "'PUBLIC' is not one of the known words", "BG109", 16),
    "a label for all": told('sensitivity: "*"', "'*' is not one of the known words", "BG109", 16),
    "a list of labels": told("sensitivity: [public]", "this is a list, not one word", "BG108", 16),
    "a default in other letters": Case(
        swap(R, "sensitivity: public", "sensitivity: publi\u0441"), f"{R}:6:22: error[BG109] 'publi\u0441' is not one"
    ),
    "no label at all": Case(
        swap(R, "default_sensitivity: public\n", ""),
        f"{M}:1:3: warning[BG130] 'ties' has no sensitivity: it counts as restricted",
        code=0,
        makes=True,
    ),
    # ------------------------------------------------------------ the relation
    "one party": Case(
        swap(R, "  - {id: BLR, name: Belarus, adjective: Belarusian}\n", ""),
        f"{R}:3:3: error[BG108] a relation has two parties, this one 1",
    ),
    "one party twice": Case(swap(R, "id: BLR", "id: PAK"), f"{R}:4:5: error[BG265] both parties are PAK"),
    "as of a span": Case(swap(R, "2021-04-23", "2021/.."), f"{R}:5:8: error[BG110] '2021/..': a brief shows one day"),
    "as of about a day": Case(swap(R, "2021-04-23", "2021~"), f"{R}:5:8: error[BG110] '2021~': a brief shows one day"),
    "as of some day": Case(swap(R, "2021-04-23", "someday"), f"{R}:5:8: error[BG110] 'someday': not a date"),
}  # fmt: skip
"""What is wrong → how it is told."""
