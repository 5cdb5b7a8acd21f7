"""Templates with a fault each, as editors make them: the place of the fault is marked, and what is said of it."""

from __future__ import annotations

from dataclasses import dataclass

MARK = "⟦"
"""Stands before the fault, and is taken out."""


@dataclass(frozen=True, slots=True)
class Broken:
    """A template, the code of its fault, and words of the message and of the hint."""

    source: str
    code: str
    message: str
    hint: str
    partial: str = ""
    """`partials/lines.md.j2`, which may have the mark instead."""

    @property
    def line_and_column(self) -> tuple[int, int]:
        """Where the fault is."""
        text = self.partial if MARK in self.partial else self.source
        before = text[: text.index(MARK)]
        return before.count("\n") + 1, len(before) - before.rfind("\n")

    @property
    def path(self) -> str:
        """The file that it is in."""
        return f"templates/{'partials/lines' if MARK in self.partial else 'sections/one'}.md.j2"


def broken(source: str, code: str, message: str, hint: str) -> Broken:
    """A section with a fault on its third line or below."""
    return Broken(f"## One\n\n{source}\n", code, message, hint)


def in_partial(text: str, code: str, message: str, hint: str) -> Broken:
    """A partial with a fault, which the section includes."""
    return Broken('## One\n\n{% include "partials/lines.md.j2" %}\n', code, message, hint, text)


TAGS = {
    "an expression never closed": broken("The ⟦{{ title is old.\n\nMore.", "BG401", "'{{' is never closed", "'}}'"),
    "an expression never closed before another": broken(
        "The ⟦{{ title of {{ as_of }}.", "BG401", "'{{' is never closed", "'}}'"
    ),
    "a tag never closed": broken("⟦{% if title\n\nx\n\n{% endif %}", "BG401", "'{%' is never closed", "'%}'"),
    "a comment never closed": broken("x\n\n⟦{# to do\n\ny", "BG401", "'{#' is never closed", "'#}'"),
    "one brace at the end": broken("The {{ title ⟦} is.", "BG401", "'{{' is closed by '}'", "'}}'"),
    "one brace at the end of a filter": broken("The {{ as_of|date⟦} is.", "BG401", "closed by '}'", "'}}'"),
    "braces apart": broken("The {{ title ⟦} } is.", "BG401", "closed by '} }'", "one piece"),
    "the end of a tag for a value": broken("The {{ title ⟦%} is.", "BG401", "closed by '%}'", "'}}'"),
    "the end of a value for a tag": broken("{% if title ⟦}}x{% endif %}", "BG401", "closed by '}}'", "'%}'"),
    "one brace at the end of a tag": broken("{% if title ⟦}x{% endif %}", "BG401", "closed by '}'", "'%}'"),
    "a sign apart at the end": broken("{% if title ⟦% }x{% endif %}", "BG401", "closed by '% }'", "'%}'"),
    "a sign apart at the beginning": broken("⟦{ % if title %}x{% endif %}", "BG401", "a blank stands inside", "'{%'"),
    "nothing in it": broken("The ⟦{{ }} is.", "BG401", "nothing stands between", "name a value"),
    "no tag in it": broken("x ⟦{% %} y", "BG401", "nothing stands between", "take the tag out"),
    "braces in a tag": broken("{% if ⟦{{ title }} %}x{% endif %}", "BG401", "a tag stands inside", "name alone"),
    "braces in braces": broken("The {{ ⟦{{ title }} }}.", "BG401", "a tag stands inside", "name alone"),
    "raw without an end": broken("x\n\n⟦{% raw %}\n\ny", "BG401", "'{% raw %}' is never closed", "{% endraw %}"),
}

BLOCKS = {
    "if without endif": broken("⟦{% if title %}\n\nx", "BG401", "'{% if %}' is never closed", "{% endif %}"),
    "if without endif in a loop": broken(
        "{% for m in milestones %}\n{% if m.date %}\nx\n⟦{% endfor %}", "BG401", "'{% if %}' of line 4", "{% endif %}"
    ),
    "for without endfor": broken(
        "⟦{% for m in milestones %}\n- {{ m.title }}", "BG401", "never closed", "{% endfor %}"
    ),
    "a stray endif": broken("x\n\n⟦{% endif %}", "BG401", "'{% endif %}' closes nothing", "take it out"),
    "a stray endfor": broken("{% if title %}x{% endif %}\n⟦{% endfor %}", "BG401", "closes nothing", "take it out"),
    "endfor for an if": broken(
        "{% if title %}\nx\n⟦{% endfor %}", "BG401", "still open at '{% endfor %}'", "{% endif %}"
    ),
    "endif for a loop": broken(
        "{% for m in milestones %}\nx\n⟦{% endif %}", "BG401", "still open at '{% endif %}'", "{% endfor %}"
    ),
    "a call without its end": broken(
        '⟦{% call table("T") %}\n\n| a |\n| - |\n| b |', "BG401", "'{% call %}' is never closed", "{% endcall %}"
    ),
    "a stray else": broken("x ⟦{% else %} y", "BG401", "'{% else %}' belongs to no {% if %}", "open its {% if %}"),
    "a stray elif": broken("x ⟦{% elif title %} y", "BG401", "belongs to no {% if %}", "open its {% if %}"),
    "two elses": broken(
        "{% if title %}a{% else %}b⟦{% else %}c{% endif %}", "BG401", "stands behind an {% else %}", "once"
    ),
    "else if": broken("{% if title %}a{% ⟦else if as_of %}b{% endif %}", "BG401", "'else if'", "{% elif"),
    "elseif": broken("{% if title %}a{% ⟦elseif as_of %}b{% endif %}", "BG401", "no tag 'elseif'", "'elif'"),
    "end if": broken("{% if title %}a{% ⟦end if %}", "BG401", "no tag 'end if'", "{% endif %}"),
    "a misspelled end": broken("{% if title %}a{% ⟦endfi %}", "BG401", "no tag 'endfi'", "'endif'"),
    "a misspelled tag": broken("{% ⟦fro m in milestones %}x{% endfor %}", "BG401", "no tag 'fro'", "'for'"),
    "a misspelled include": broken('{% ⟦inlcude "partials/lines.md.j2" %}', "BG401", "no tag 'inlcude'", "'include'"),
    "a value for a tag": broken("{% ⟦title %}", "BG401", "no tag 'title'", "{{ title }}"),
    "a function for a tag": broken('{% ⟦table("T") %}', "BG401", "no tag 'table'", "{% call table(...) %}"),
    "a condition behind else": broken(
        "{% if title %}a{% else ⟦as_of %}b{% endif %}", "BG401", "'else' takes nothing", "{% elif"
    ),
}

SIGNS = {
    "curly quotes": broken("{% if title == ⟦“x” %}y{% endif %}", "BG401", "the quote “", "straight quotes"),
    "curly quotes around an argument": broken("{{ as_of|date(⟦“short”) }}", "BG401", "the quote “", "straight quotes"),
    "single curly quotes": broken("{{ as_of|date(⟦‘short’) }}", "BG401", "the quote ‘", "straight quotes"),
    "low quotes": broken("{{ as_of|date(⟦„short“) }}", "BG401", "the quote „", "straight quotes"),
    "a text without its end": broken("{{ as_of|date(⟦'short) }} and {{ 'x' }}", "BG401", "has no end", "second '"),
    "a dash for a minus": broken("{% if 3 ⟦– 1 %}x{% endif %}", "BG401", "'–' cannot stand", "plain hyphen"),
    "dots of one character": broken("{{ title ⟦… }}", "BG401", "'…' cannot stand", "write out"),
    "a sign that is not equal": broken("{% if title ⟦≠ as_of %}x{% endif %}", "BG401", "'≠' cannot stand", "!="),
    "at least, as one sign": broken("{% if 3 ⟦≥ 1 %}x{% endif %}", "BG401", "'≥' cannot stand", ">="),
    "an invisible blank": broken("{{ ⟦\u200btitle }}", "BG401", "invisible character U+200B", "type the tag anew"),
    "= for ==": broken("{% if title ⟦= as_of %}x{% endif %}", "BG401", "'=' gives a value", "'=='"),
    "===": broken("{% if title ⟦=== as_of %}x{% endif %}", "BG401", "'===' cannot stand", "'=='"),
    "&& for and": broken("{% if title ⟦&& as_of %}x{% endif %}", "BG401", "'&' cannot stand", "'and'"),
    "|| for or": broken("{% if title ⟦|| as_of %}x{% endif %}", "BG401", "'||' cannot stand", "'or'"),
    "! for not": broken("{% if ⟦!title %}x{% endif %}", "BG401", "'!' cannot stand", "'not'"),
    "=> for >=": broken("{% if 3 ⟦=> 1 %}x{% endif %}", "BG401", "'=>' cannot stand", ">="),
    "a bracket never closed": broken("{{ as_of|date⟦('short' }}", "BG401", "'(' is never closed", "')'"),
    "a bracket of another kind": broken("{{ milestones[0⟦) }}", "BG401", "'[' is closed by ')'", "']'"),
    "a bracket too many": broken("{{ as_of|date('short')⟦) }}", "BG401", "')' closes nothing", "take it out"),
}

GRAMMAR = {
    "if without a condition": broken("{% ⟦if %}x{% endif %}", "BG401", "something is missing", "condition"),
    "for without in": broken("{% for m ⟦milestones %}x{% endfor %}", "BG401", "cannot stand behind 'm'", "in visits"),
    "two words for a name": broken("{{ as ⟦of }}", "BG401", "'of' cannot stand behind 'as'", "'_'"),
    "a filter without a name": broken("{{ title⟦| }}", "BG401", "ends behind '|'", "name a filter"),
    "a dot without a field": broken("{{ milestones[0]⟦. }}", "BG401", "ends behind '.'", "name a field"),
    "and without more": broken("{% if title ⟦and %}x{% endif %}", "BG401", "ends behind 'and'", "second condition"),
    "import without quotes": broken("{% import ⟦lines as l %}", "BG402", "'lines'", '"partials/lines.md.j2"'),
    "import without a name": broken('{% import ⟦"partials/lines.md.j2" %}', "BG401", "missing", "as lines"),
    "set without a value": broken("{% set x ⟦= %}", "BG401", "something is missing", "{% set name = value %}"),
}

WORDS = {
    "an unknown name": broken("The {{ ⟦titel }}.", "BG402", "'titel'", "did you mean 'title'?"),
    "an unknown filter": broken("The {{ as_of|⟦dat }}.", "BG402", "no filter 'dat'", "did you mean 'date'?"),
    "an unknown field": broken("{{ milestones[0].⟦titel }}", "BG402", "no field 'titel'", "did you mean 'title'?"),
    "a field of a field": broken("{{ milestones[0].⟦titel.more }}", "BG402", "no field 'titel'", "'title'"),
    "a member too far": broken("{{ visits[⟦99].title }}", "BG412", "there are 7 visits", "the last is [6]"),
    "a record that is none": broken(
        '{{ find("⟦milestone-9").title }}', "BG412", "no record with the id", "did you mean 'milestone-"
    ),
    "a party that is none": broken('{{ party("⟦XXX").name }}', "BG412", "no party 'XXX'", "there are: BLR, PAK"),
    "a file that is none": broken(
        '{% include "⟦partials/none.md.j2" %}',
        "BG401",
        "no template 'partials/none.md.j2'",
        "there are: partials/lines.md.j2",
    ),
    "a list for a value": broken("{{ ⟦visits }}", "BG404", "a list cannot be printed", "loop over it"),
    "a filter that does not fit": broken(
        "{{ title|⟦money }}", "BG404", "'money' cannot print text", "give it a figure"
    ),
}

FILES = {
    "a section in itself": broken('{% ⟦include "sections/one.md.j2" %}', "BG405", "without end", "end it"),
    "a macro in itself": broken(
        "{% macro a() %}\n{{ ⟦a() }}\n{% endmacro %}\n{{ a() }}", "BG405", "without end", "end it"
    ),
    "a partial in itself": in_partial('x\n{% ⟦include "partials/lines.md.j2" %}', "BG405", "without end", "end it"),
    "a fault in a partial": in_partial("x\n\n{{ title ⟦}", "BG401", "closed by '}'", "'}}'"),
    "a name in a partial": in_partial("x\n\n{{ ⟦titel }}", "BG402", "'titel'", "'title'"),
    "an expression too large": in_partial(
        "x\n\n⟦{{ " + "(" * 2000 + "1" + ")" * 2000 + " }}", "BG405", "too deeply", "{% set %}"
    ),
}

OTHERS = {
    "an argument never begun": broken("{{ as_of|date⟦( }}.", "BG401", "'(' is never closed", "')'"),
    "then behind a condition": broken("{% if title ⟦then %}x{% endif %}", "BG401", "'then' cannot stand", "join"),
    "a key that is none": broken("{{ milestones[0]['⟦titel'] }}", "BG402", "no field 'titel'", "'title'"),
    "a field of a list": broken("{{ milestones.⟦title }}", "BG402", "a list has no field 'title'", "loop over it"),
    "== to set": broken("{% set n ⟦== 3 %}{{ title }}", "BG401", "'==' cannot stand behind 'n'", "name = value"),
    "two names for one": broken("{% ⟦for m, n in milestones %}x{% endfor %}", "BG404", "to several names", "one name"),
    "a macro that is none": broken(
        "{% from 'partials/lines.md.j2' import rows %}{{ ⟦rows(1) }}", "BG402", "'rows' is not defined", "docs/"
    ),
    "a method": broken("{{ as_of.⟦strftime('%d') }}", "BG402", "no field 'strftime'", "it has: "),
    "words joined by +": broken("{{ 'a' ⟦+ title }}", "BG404", "'+' does not work", "'~'"),
    "a piece of a text": broken("{{ title⟦[0:3] }}", "BG404", "no order to count in", "whole value"),
    "a form that is none": broken("{{ as_of|date('⟦lnog') }}", "BG404", "'style' of 'date' cannot be 'lnog'", "'long'"),
    "a selection by a wrong field": broken(
        "{{ milestones|selectattr('⟦titel')|count }}", "BG402", "no field 'titel'", "'title'"
    ),
    "a loop outside of one": broken("{{ ⟦loop.index }}", "BG402", "'loop' is not defined", "{% for %} only"),
    "both signs at once": broken("⟦{{% title %}}", "BG401", "'{{%' begins no tag", "{{ value }}"),
    "a brace too many": broken("{{ title }}⟦}", "BG401", "a brace stands behind", "take it out"),
    "a field of the audience": broken("{{ audience.⟦nam }}", "BG402", "an audience has no field 'nam'", "'name'"),
    "nothing to place": broken("{% ⟦include none %}", "BG401", "is no template", "in quotes"),
    "a loop over a text": broken("{% ⟦for k in title %}x{% endfor %}", "BG404", "a value is no list", "name a list"),
    "a filter around a block": broken("{% filter ⟦nope %}x{% endfilter %}", "BG402", "no filter 'nope'", "docs/"),
    "two blocks of a name": broken(
        "{% block a %}x{% endblock %}{% block ⟦a %}y{% endblock %}", "BG401", "there are two blocks 'a'", "another name"
    ),
    "a macro given too much": broken(
        "{% macro a() %}x{% endmacro %}{{ ⟦a(1) }}", "BG404", "the macro 'a' takes 0 values", "as many values"
    ),
    "a filter without its word": broken(
        "{{ milestones|⟦groupby() }}", "BG404", "'groupby' is called without 'attribute'", "groupby"
    ),
    "an apostrophe in a text": broken("{{ 'it's⟦' }}", "BG401", "has no end", "second '"),
    "a tag of another language": broken("{% ⟦break %}", "BG401", "no tag 'break'", "tags are: if"),
}
"""Unlike those above, by kind."""

CASES: dict[str, Broken] = {**TAGS, **BLOCKS, **SIGNS, **GRAMMAR, **WORDS, **FILES, **OTHERS}
