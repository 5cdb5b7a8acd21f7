"""Section templates."""

from __future__ import annotations

from samples.bad_inputs.data import BAD, INSTEAD
from samples.bad_inputs.spoiling import INPUTS, LIMIT, Case, each, folder, gone, link, pipe, swap, whole
from samples.small_workspace import FILES, READER, SECTION

S = SECTION
_HEAD = "---\nabout: The story.\noptions:\n  limit: 0\n---\n## Story\n\n"


def body(text: str, place: str, said: str, code: int = INPUTS) -> Case:
    """The section with another text behind its heading, in line 8; `said` begins with the code."""
    return Case(whole(S, f"{_HEAD}{text}\n"), f"{S}:{place}: error[{said[:5]}]{said[5:]}", code)


def head(text: str, place: str, said: str) -> Case:
    """The section with another head."""
    case = body("x", place, said)
    change = each(whole(S, f"{text}## Story\n\nx\n"), swap(READER, "{limit: 5}", ""))
    return Case(change, case.told)


def refused(text: str, said: str) -> Case:
    """Markdown that has no place in a brief."""
    return body(text, "8:1", f"BG406 {said}")


CASES: dict[str, Case] = {
    "an unknown name": body("{{ nothing }}", "8:4", "BG402 there is no value or function 'nothing'"),
    "an unknown field": body("{{ milestones[0].titel }}", "8:18", "BG402 a milestone has no field 'titel'"),
    "an unknown filter": body("{{ title|upper }}", "8:10", "BG402 there is no filter 'upper'"),
    "an unknown test": body("{% if title is strnig %}x{% endif %}", "8:16", "BG402 there is no test 'strnig'"),
    "an open loop": body("{% for x in visits %}", "8:1", "BG401 '{% for %}' is never closed"),
    "an open expression": body("{{ title", "8:1", "BG401 '{{' is never closed"),
    "an open raw block": body("{% raw %}x", "8:1", "BG401 '{% raw %}' is never closed"),
    "a file above": body('{% include "../../etc/passwd" %}', "8:12", "BG401 there is no template '../../etc/passwd'"),
    "a file of the system": body('{% include "/etc/passwd" %}', "8:12", "BG401 there is no template '/etc/passwd'"),
    "a partial that is not there": body(
        '{% from "partials/m.md.j2" import x %}', "8:9", "BG401 there is no template 'partials/m.md.j2'"
    ),
    "itself": body('{% include "sections/story.md.j2" %}', "8:4", "BG405 this calls what it stands in", LIMIT),
    "a macro that calls itself": body(
        "{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}", "8:20", "BG405 this calls what it stands in", LIMIT
    ),
    "loops in loops": body(
        "{% for a in range(9999) %}{% for b in range(9999) %}x{% endfor %}{% endfor %}",
        "8:30", "BG405 this template loops too much", LIMIT,
    ),
    "blocks in blocks": body(
        "{% if 1 %}" * 30 + "x" + "{% endif %}" * 30, "8:124", "BG405 blocks are nested deeper than 12", LIMIT
    ),
    "a power of a power": body("{{ 9**9**9 }}", "8:8", "BG404 '**' does not work on values of the data"),
    "a long string": body('{{ "a" * 1000000000 }}', "8:8", "BG404 '*' does not work on values of the data"),
    "sums of figures": body('{{ trade[0].exports["PAK"] + 1 }}', "8:28", "BG404 '+' does not work on values"),
    "a division by nothing": body("{{ 1/0 }}", "8:4", "BG404 this does not work: division by zero"),
    "Python's insides": body("{{ title.__class__ }}", "8:10", "BG402 a text has no field '__class__'"),
    "a call of a value": body("{{ title() }}", "8:9", "BG404 a value cannot be called"),
    "a list printed": body("{{ visits }}", "8:4", "BG404 a list cannot be printed"),
    "nothing printed": body("{{ none }}", "8:4", "BG404 an empty value cannot be printed"),
    "a date of a title": body("{{ title|date }}", "8:10", "BG404 'date' cannot print text"),
    "money of a title": body("{{ title|money }}", "8:10", "BG404 'money' cannot print text"),
    "money of a kind": body("{{ milestones[0].kind|money }}", "8:23", "BG404 'money' cannot print text"),
    "a field of a kind": body("{{ milestones[0].kind.name }}", "8:23", "BG402 a text has no field 'name'"),
    "a callout of another kind": body('{% call callout(1, "x") %}y{% endcall %}', "8:21", "BG404 'kind' of 'callou"),
    "a chart of another kind": body('{{ chart("ring", "T", trade) }}', "8:11", "BG404 'kind' of 'chart' cannot"),
    "a link to nothing": body('{{ ref("x") }}', "8:9", "BG402 there is no exhibit or heading 'x'"),
    "a table with a cell too few": body(
        '{% call table("T") %}\n| a | b |\n| - | - |\n| a |\n{% endcall %}', "11:1", "BG403 this line of the table has"
    ),
    "a table that is none": body('{% call table("T") %}\nx\n{% endcall %}', "8:9", "BG403 a table call holds somethin"),
    "an image": refused("![x](https://x.y/z.png)", "an image cannot be shown in a brief"),
    "code": refused("`x`", "code cannot be shown in a brief"),
    "a block of code": refused("```\nx\n```", "a code block cannot be shown in a brief"),
    "a block quote": refused("> x", "a block quote cannot be shown in a brief"),
    "a heading too high": refused("# x", "a heading of level 1 has no place in a section"),
    "a link up": body("[x](../secret)", "8:5", "BG406 the address '../secret' is none of http, https or mailto"),
    "a link to ftp": body("[x](ftp://x.y/z)", "8:5", "BG406 the address 'ftp://x.y/z' is none of http, https"),
    "a head that is not closed": head("---\nabout: x\n", "1:1", "BG116 the header is not closed"),
    "a head that is no YAML": head("---\nabout: [x\n---\n", "3:1", "BG104 is not well-formed YAML"),
    "a head with an unknown field": head("---\nabut: x\n---\n", "2:1", "BG116 the header has no field 'abut'"),
    "what is to be said of an audience": head("---\nif_empty: drop\n---\n", "2:1", "BG116 the header has no field 'if"),
    "a list for a head": head("---\n- a\n---\n", "2:1", "BG116 the header must hold fields"),
    "a list for options": head("---\noptions: [a]\n---\n", "2:10", "BG116 options are written 'name: default'"),
    "options twice": head("---\noptions: {a: 1}\noptions: {b: 2}\n---\n", "3:1", "BG105 'options' is given twice"),
    "ESC": body("a\x1bb", "8:2", f"BG102 the character U+001B (a control character) {BAD}"),
    "NUL": body("a\x00b", "8:2", f"BG102 the character U+0000 (a control character) {BAD}"),
    "right to left": body("a\u202eb", "8:2", f"BG102 the character U+202E (right-to-left override) {BAD}"),
    "private use": body("a\ue000b", "8:2", f"BG102 the character U+E000 (for private use) {BAD}"),
    "UTF-16": Case(whole(S, FILES[S].encode("utf-16")), f"{S}:1:1: error[BG102] is not UTF-8: byte 0xFF"),
    "a large file": Case(whole(S, "x" * 8_000_001), f"{S}: error[BG103] is larger than 8 MB", LIMIT),
    "a pipe": Case(pipe(S), f"{S}: {INSTEAD}"),
    "a folder": Case(folder(S), f"{S}: {INSTEAD}"),
    "a link to itself": Case(link(S, "story.md.j2"), f"{S}: error[BG101] cannot be read: Too many levels"),
    "no file": Case(gone(S), f"{READER}:9:5: error[BG114] there is no section 'story'"),
    "no sections": Case(gone("templates/sections"), f"{READER}:9:5: error[BG114] there is no section 'story'"),
    "a file for the sections": Case(
        each(gone("templates/sections"), whole("templates/sections", "x")),
        "templates/sections: error[BG101] cannot be read: Not a directory",
    ),
    "a link to nothing for the sections": Case(
        link("templates/sections", "nowhere"), "templates/sections: error[BG101] cannot be read: No such file"
    ),
}  # fmt: skip
"""What is wrong → how it is told."""
