"""Texts of a relation with a fault each, as analysts write them: the place of the fault is marked, and what is said."""

from __future__ import annotations

from dataclasses import dataclass

from samples.composing import BASE, FOLDER

MARK = "⟦"
"""Stands before the fault, and is taken out."""
PATH = f"{FOLDER}/prose/text.md"
HEAD = "---\ntitle: Words\nsensitivity: public\nsources: [{ref: ref}]\n---\n"
FILES = {
    **BASE,
    f"{FOLDER}/milestones.yaml": """\
- {id: ties, kind: diplomatic_relations, title: Relations begin, date: 1994-02-03, sources: [{ref: ref}, {ref: other}]}
""",
    f"{FOLDER}/visits.yaml": """\
- id: visit-2015
  kind: official
  title: The head visits
  date: 2015-05
  visitor: {party: BLR, person: head}
  host: PAK
  venue: {city: Islamabad}
  sources: [{ref: ref}]
""",
    f"{FOLDER}/mechanisms.yaml": """\
- id: body
  kind: council
  name: Council
  sessions: [{number: 1, date: 2016}, {id: session-2, number: 2, date: 2017}]
  sources: [{ref: ref}]
""",
    f"{FOLDER}/trade.csv": """\
id,period,exporter,importer,flow,value,scale,currency,sources
t19,2019,PAK,BLR,X,15.1,1000000,USD,ref
""",
    "templates/sections/one.md.j2": '## One\n\n{% if prose("text") %}{{ prose("text") }}{% endif %}\n',
}


@dataclass(frozen=True, slots=True)
class BrokenProse:
    """A file, the code of its fault, and words of the message and of the hint."""

    text: str
    code: str
    message: str
    hint: str

    @property
    def line_and_column(self) -> tuple[int, int]:
        """Where the fault is."""
        before = self.text[: self.text.index(MARK)]
        return before.count("\n") + 1, len(before) - before.rfind("\n")

    @property
    def files(self) -> dict[str, str]:
        """The workspace with it."""
        return {**FILES, PATH: self.text.replace(MARK, "")}


def said(body: str, code: str, message: str, hint: str) -> BrokenProse:
    """A text with a fault below its first paragraph."""
    return BrokenProse(f"{HEAD}Words first.\n\n{body}\n", code, message, hint)


BRACES = {
    "a value never closed": said('On ⟦{{ fact("ties").date we met.', "BG138", "'{{' is never closed", "'}}'"),
    "a value never closed in its paragraph": said(
        'On ⟦{{ fact("ties").date\n\nwe met. }}', "BG138", "'{{' is never closed", "'}}'"
    ),
    "a value before another": said('⟦{{ fact("ties").title {{ fact("ties").date }}', "BG138", "never closed", "'}}'"),
    "closed by one brace": said('On {{ fact("ties").date ⟦} we met.', "BG138", "'{{' is closed by '}'", "'}}'"),
    "a brace too many": said('On {{ fact("ties").date }}⟦} we met.', "BG138", "a brace stands behind", "take it out"),
    "closed and never opened": said('On fact("ties").date ⟦}} we met.', "BG138", "'}}' closes nothing", "backslash"),
    "a blank inside": said('On ⟦{ { fact("ties").date }}', "BG138", "a blank stands inside of '{{'", "{{ fact("),
    "one brace": said('On ⟦{ fact("ties").date } we met.', "BG138", "'{' begins no value", "{{ fact("),
    "three braces": said('On {{⟦{ fact("ties").date }} we met.', "BG138", "'{' cannot stand", "alone"),
    "nothing in it": said("On {{ ⟦}} we met.", "BG138", "nothing stands between", "{{ fact("),
}

TAGS = {
    "a condition": said("⟦{% if title %}x", "BG138", "no tags such as '{%'", "in a section"),
    "a loop": said("⟦{% for v in visits %}{% endfor %}", "BG138", "no tags such as '{%'", "prints values"),
    "an include": said('⟦{% include "x.md.j2" %}', "BG138", "no tags such as '{%'", "in a section"),
    "a raw block": said("⟦{% raw %}", "BG138", "no tags such as '{%'", "in a section"),
    "a comment": said("Words ⟦{# to do #} more.", "BG138", "no comments such as '{#'", "head"),
    "a tag never closed": said("Words ⟦{% if", "BG138", "no tags such as '{%'", "in a section"),
}

CALLS = {
    "a value of sections": said("{{ ⟦title }}", "BG138", "knows no value 'title'", "{{ fact("),
    "a list of sections": said("{{ ⟦visits }}", "BG138", "knows no value 'visits'", "{{ fact("),
    "a function of sections": said('{{ ⟦find("ties").title }}', "BG138", "knows no function 'find'", "{{ fact("),
    "a misspelt function": said('{{ ⟦fatc("ties").title }}', "BG138", "knows no function 'fatc'", "mean 'fact'?"),
    "in capitals": said('{{ ⟦Fact("ties").title }}', "BG138", "knows no function 'Fact'", "mean 'fact'?"),
    "a method": said('{{ fact("ties").title.upper⟦() }}', "BG138", "'(' cannot stand", "not called"),
    "an id without quotes": said("{{ fact(⟦ties).date }}", "BG138", "'ties' cannot stand", 'fact("visit-2015")'),
    "no id": said("{{ fact(⟦).date }}", "BG138", "')' cannot stand", 'fact("visit-2015")'),
    "an empty id": said('{{ fact(⟦"").date }}', "BG138", "'' is no id", 'fact("visit-2015")'),
    "two ids": said('{{ fact("ties"⟦, "body").date }}', "BG138", "',' cannot stand", "one id"),
    "no brackets": said("{{ fact⟦.date }}", "BG138", "'.' cannot stand", "by its id"),
    "a number": said("{{ ⟦5 }}", "BG138", "'5' cannot stand", "{{ fact("),
    "a text": said("{{ ⟦'words' }}", "BG138", "cannot stand here", "{{ fact("),
    "a sum": said('{{ fact("t19").value ⟦+ 1 }}', "BG138", "'+' cannot stand", "computes nothing"),
    "words joined": said('{{ fact("ties").title ⟦~ "x" }}', "BG138", "'~' cannot stand", "outside of the braces"),
    "a condition in a value": said('{{ fact("ties").title ⟦if 1 }}', "BG138", "'if' cannot stand behind", "{{ fact("),
    "a member": said('{{ fact("body").sessions⟦[0].date }}', "BG138", "'[' cannot stand", "single values"),
    "two values": said('{{ fact("ties").title⟦, fact("ties").date }}', "BG138", "',' cannot stand", "{{ fact("),
}

SIGNS = {
    "curly quotes": said("{{ fact(⟦“ties”).date }}", "BG138", "the quote “", "straight quotes"),
    "guillemets": said("{{ fact(⟦«ties»).date }}", "BG138", "the quote «", "straight quotes"),
    "a text without its end": said('{{ fact(⟦"ties).date }}', "BG138", "the text has no end", "second"),
    "an invisible blank": said('{{ ⟦\u200bfact("ties").date }}', "BG138", "invisible character U+200B", "anew"),
    "a dash": said('{{ fact("ties").date ⟦– 1 }}', "BG138", "'–' cannot stand", "hyphen"),
    "a dot without a field": said('{{ fact("ties"). ⟦}}', "BG138", "ends behind '.'", "name a field"),
    "a bar without a filter": said('{{ fact("ties").date| ⟦}}', "BG138", "ends behind '|'", "name a filter"),
    "two bars": said('{{ fact("ties").date|⟦|date }}', "BG138", "'|' cannot stand", "name a filter"),
    "a colon for brackets": said(
        '{{ fact("ties").date|date⟦:"short" }}', "BG138", "':' cannot stand", '|date("short")'
    ),
    "brackets never closed": said('{{ fact("ties").date|date("short" ⟦}}', "BG138", "',' is missing", "')'"),
    "an argument that is computed": said(
        '{{ fact("ties").date|date(⟦style) }}', "BG138", "'style' cannot stand", "in quotes"
    ),
    "a field behind a filter": said(
        '{{ fact("ties").date|date⟦.year }}', "BG138", "'.' cannot stand", "before the filters"
    ),
    "a large number": said('{{ fact("t19").value|percent(⟦12345678901) }}', "BG138", "too large", "whole number"),
}

CITATIONS = {
    "never closed": said("Signed ⟦[@ref, p. 3.", "BG138", "'[@' is never closed", "']'"),
    "never closed in its paragraph": said("Signed ⟦[@ref\n\nthen].", "BG138", "'[@' is never closed", "']'"),
    "without who wrote it": said("Signed ⟦[-@ref].", "BG138", "cannot leave out who wrote it", "[@reference]"),
    "words before the sign": said("Signed ⟦[see @ref].", "BG138", "a citation begins with '[@'", "outside of it"),
    "a second without its sign": said("Signed [@ref; ⟦other].", "BG138", "'other' names no", "[@one; @other]"),
    "nothing behind the semicolon": said("Signed [@ref;⟦].", "BG138", "nothing is cited here", "[@one; @other]"),
    "no place behind the comma": said("Signed [@ref⟦, ].", "BG138", "no place stands behind ','", "p. 12"),
    "a reference that is none": said("Signed [@⟦rfe, p. 3].", "BG213", "no reference 'rfe'", "mean 'ref'?"),
    "a second that is none": said("Signed [@ref; @⟦ohter].", "BG213", "no reference 'ohter'", "mean 'other'?"),
}

NAMES = {
    "a fact that is none": said('{{ fact("⟦tise").date }}', "BG292", "there is no fact 'tise'", "mean 'ties'?"),
    "a fact far from any": said(
        '{{ fact("⟦quite-another").date }}', "BG292", "there is no fact", "look up its id in the file"
    ),
    "a text for a fact": said(
        '{{ fact("⟦text").title }}', "BG292", "there is no fact 'text'", "look up its id in the file"
    ),
    "a part by its number": said('{{ fact("⟦body/sessions/1").date }}', "BG292", "without an id of its own", "id: "),
    "a field that is none": said('{{ fact("ties").⟦dat|date }}', "BG292", "a milestone has no field 'dat'", "'date'?"),
    "a field far from any": said('{{ fact("ties").⟦zzz }}', "BG292", "has no field 'zzz'", "choose one of"),
    "a label": said('{{ fact("ties").⟦sensitivity }}', "BG292", "no field 'sensitivity'", "choose one of"),
    "a place in the files": said('{{ fact("ties").⟦place }}', "BG292", "no field 'place'", "choose one of"),
    "a field of a field": said(
        '{{ fact("visit-2015").visitor.⟦persn|name }}', "BG292", "no field 'persn'", "'person'?"
    ),
    "on the second line of a value": said('{{ fact("ties")\n.⟦dat }}', "BG292", "no field 'dat'", "'date'?"),
}

VALUES = {
    "an empty field": said('{{ fact("ties").⟦note }}', "BG422", "'note' of 'ties' is empty", "fill it in"),
    "a field of a date": said('{{ fact("ties").date.⟦yaer }}', "BG422", "a date has no field 'yaer'", "it has: "),
    "a whole fact": said('{{ fact("⟦ties") }}', "BG422", "a milestone cannot be printed", "such as .title"),
    "a list": said('{{ fact("body").⟦sessions }}', "BG422", "a list cannot be printed", "choose one"),
    "an actor": said('{{ fact("visit-2015").⟦visitor }}', "BG422", "an actor cannot be printed", "name one field"),
    "a yes or no": said('{{ fact("ties").⟦major }}', "BG422", "cannot be printed", "in words"),
    "an office that is not on record": said(
        '{{ fact("visit-2015").visitor.party|⟦title_at("2015") }}',
        "BG422",
        "'title_at' has no words",
        "enter what is missing",
    ),
}

FILTERS = {
    "a filter that is none": said('{{ fact("ties").date|⟦dat }}', "BG423", "'dat' is no filter", "mean 'date'?"),
    "a filter far from any": said('{{ fact("ties").date|⟦zzz }}', "BG423", "'zzz' is no filter", "there are: actor"),
    "a filter of sections": said('{{ fact("body").name|⟦joined }}', "BG423", "a filter of sections alone", "there are"),
    "a filter of the language": said('{{ fact("ties").title|⟦upper }}', "BG423", "'upper' is no filter", "there are"),
    "a filter that does not fit": said(
        '{{ fact("ties").date|⟦money }}', "BG423", "'money' cannot print a date", "date"
    ),
    "a share of a date": said('{{ fact("ties").date|⟦percent }}', "BG423", "'percent' cannot print a date", "date"),
    "a date of a title": said('{{ fact("ties").title|⟦date }}', "BG423", "'date' cannot print a text", "capital"),
    "a filter of a fact": said(
        '{{ fact("ties")|⟦date }}', "BG423", "'date' cannot print a milestone", "such as .title"
    ),
    "a filter of a list": said('{{ fact("body").sessions|⟦date }}', "BG423", "cannot print a list", ""),
    "growth of one figure": said(
        '{{ fact("t19").value|⟦growth }}', "BG423", "'growth' cannot print a quantity", "money"
    ),
    "a form that is none": said(
        '{{ fact("ties").date|date("⟦lnog") }}', "BG423", "'style' of 'date' cannot be 'lnog'", "'long'"
    ),
    "a form by its name that is none": said(
        '{{ fact("ties").date|date(style="⟦shrot") }}', "BG423", "cannot be 'shrot'", "'short'"
    ),
    "an argument that is none": said(
        '{{ fact("ties").date|⟦date(form="short") }}', "BG423", "'date' has no argument 'form'", "choose one of: style"
    ),
    "too many arguments": said(
        '{{ fact("ties").date|⟦date("short", "long") }}',
        "BG423",
        "'date' takes one argument, and 2 are",
        '|date("short")',
    ),
    "an argument too few": said(
        '{{ fact("ties").title|⟦capital("x") }}', "BG423", "'capital' takes no argument", "|capital"
    ),
    "a day that is none": said(
        '{{ fact("visit-2015").visitor|title_at("⟦May") }}', "BG423", "'May' is no date", '|title_at("2015-05-29")'
    ),
    "one argument twice": said(
        '{{ fact("ties").date|⟦date("short", style="long") }}', "BG423", "is given twice", "|date("
    ),
}

MARKDOWN = {
    "a picture": said("Words and\n⟦![a map](map.png).", "BG406", "an image cannot be shown", "as words"),
    "code": said("Words and ⟦`code`.", "BG406", "code cannot be shown", "as words"),
    "a code block": said("⟦```\nx\n```", "BG406", "a code block cannot be shown", ""),
    "a block quote": said("⟦> quoted", "BG406", "a block quote cannot be shown", "callout"),
    "a rule": said("⟦***", "BG406", "a rule cannot be shown", ""),
    "an address of a program": said(
        "Look [there](⟦javascript:alert(1)).",
        "BG406",
        "the address 'javascript:alert(1)'",
        "http",
    ),
    "an address of a file": said("Look [there](⟦file:///etc/passwd).", "BG406", "the address 'file:///etc", "http"),
    "a link without its end": said(
        "Look ⟦[there](https://example.org", "BG406", "not read as a link", "without blanks"
    ),
    "raw HTML": said("Words ⟦<b>fat</b>.", "BG406", "'<b>' is printed as it stands", "close it, or take it out"),
    "a script": said("⟦<script>alert(x)</script>", "BG406", "'<script>' is printed as it stands", "take it out"),
    "stars without their end": said("Words ⟦**fat.", "BG406", "'**' is printed as it stands", "backslash"),
    "a footnote without its text": said("Words⟦[^1].", "BG406", "a footnote without its text", "[^1]: ..."),
    "a footnote nobody refers to": said("Words.\n\n⟦[^1]: Lost.", "BG406", "nothing refers to the footnote", "[^1]"),
    "hashes without a blank": said("⟦##Trade", "BG406", "'##' makes no heading", "blank"),
    "a table with a cell too many": said("| a | b |\n| - | - |\n⟦| c | d | e |", "BG403", "", ""),
    "headings too deep": said("# A\n\n## B\n\n⟦### C", "BG406", "a heading of level 3", "room here"),
}

HEADS = {
    "no head": BrokenProse("⟦Words.\n", "BG137", "there is no head", "sensitivity: public"),
    "a head that is not closed": BrokenProse("⟦---\ntitle: Words\n\nWords.\n", "BG137", "not closed", "'---'"),
    "a field that is none": BrokenProse(
        "---\n⟦titel: Words\nsources: [{ref: ref}]\n---\nWords.\n", "BG106", "prose has no field 'titel'", "'title'"
    ),
    "a label that is none": BrokenProse("---\nsensitivity: ⟦secret\n---\nWords.\n", "BG109", "", "public"),
    "a topic that is none": BrokenProse("---\ntopics: [⟦trad]\n---\nWords.\n", "BG109", "", "'trade'"),
    "an id in the head": BrokenProse("---\n⟦id: text\nsources: [{ref: ref}]\n---\nWords.\n", "BG106", "'id'", ""),
    "a list for a head": BrokenProse("---\n⟦- title\n---\nWords.\n", "BG108", "a list", "name: value"),
    "broken YAML": BrokenProse("---\ntitle: [x\n⟦---\nWords.\n", "BG104", "", ""),
    "a source that is none": BrokenProse(
        "---\nsources: [⟦{ref: rfe}]\n---\nWords.\n", "BG213", "no reference 'rfe'", "'ref'"
    ),
}

CASES: dict[str, BrokenProse] = {
    f"{group}: {name}": case
    for group, cases in (
        ("braces", BRACES), ("tags", TAGS), ("calls", CALLS), ("signs", SIGNS), ("citations", CITATIONS),
        ("names", NAMES), ("values", VALUES), ("filters", FILTERS), ("Markdown", MARKDOWN), ("heads", HEADS),
    )
    for name, case in cases.items()
}  # fmt: skip
