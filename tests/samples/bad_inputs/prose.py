"""Prose of a relation, with a slip of each kind that who writes it makes."""

from __future__ import annotations

from dataclasses import replace

from samples.bad_inputs.spoiling import LIMIT, Case, each, folder, link, pipe, swap, whole
from samples.small_workspace import FOLDER, SECTION

P = f"{FOLDER}/prose/history.md"
HEAD = "---\ntitle: How it began\nsensitivity: public\nsources: [{ref: book}]\n---\n"
HERE = "⟦"
"""Stands where the slip is told, and is taken out."""
INSTEAD = "a folder, pipe or device stands there instead of a file"
PLACED = swap(SECTION, "## ", '{% if prose("history") %}{{ prose("history") }}{% endif %}\n\n## ')
"""The section shows it."""


def of_file(text: str, code: str, message: str) -> Case:
    """A whole file, with the place of its slip marked."""
    before = text[: text.index(HERE)]
    place = f"{P}:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"
    return Case(each(whole(P, text.replace(HERE, "")), PLACED), f"{place}: error[{code}] {message}")


def typed(body: str, code: str, message: str) -> Case:
    """A slip in the text below a sound head."""
    return of_file(f"{HEAD}Words first.\n\n{body}\n", code, message)


def printed(body: str, message: str) -> Case:
    """What is printed as it stands: readers see it, so that it is told, and the brief is made."""
    case = typed(body, "BG406", message)
    return replace(case, told=case.told.replace(": error[", ": warning["), code=0, makes=True)


def head(fields: str, code: str, message: str) -> Case:
    """A slip in the head."""
    return of_file(f"---\n{fields}\n---\nWords.\n", code, message)


def file(content: str | bytes, told: str, code: int = 1) -> Case:
    """A file that cannot be read as it is."""
    return Case(each(whole(P, content), PLACED), told, code)


CASES: dict[str, Case] = {
    # ------------------------------------------------------------ facts, fields, filters
    "a wrong id": typed('{{ fact("⟦tise").date|date }}', "BG292", "there is no fact 'tise'"),
    "an id of another kind": typed('{{ fact("⟦book").title }}', "BG292", "there is no fact 'book'"),
    "an id in capitals": typed('{{ fact("⟦Ties").title }}', "BG292", "there is no fact 'Ties'"),
    "a part by its number": typed('{{ fact("⟦jc/sessions/1").date }}', "BG292", "'jc/sessions/1' is a part without"),
    "the text itself": typed('{{ fact("⟦history").title }}', "BG292", "there is no fact 'history'"),
    "a wrong field": typed('{{ fact("ties").⟦dat|date }}', "BG292", "a milestone has no field 'dat'"),
    "a field of another kind": typed('{{ fact("ties").⟦visitor|name }}', "BG292", "a milestone has no field 'visitor'"),
    "a label": typed('{{ fact("ties").⟦sensitivity }}', "BG292", "a milestone has no field 'sensitivity'"),
    "an empty field": typed('{{ fact("ties").⟦note }}', "BG422", "'note' of 'ties' is empty"),
    "no field": typed('{{ fact("⟦ties") }}', "BG422", "a milestone cannot be printed"),
    "a list": typed('{{ fact("jc").⟦sessions }}', "BG422", "a list cannot be printed"),
    "a wrong filter": typed('{{ fact("ties").date|⟦dtae }}', "BG423", "'dtae' is no filter"),
    "a filter of Jinja": typed('{{ fact("ties").title|⟦upper }}', "BG423", "'upper' is no filter"),
    "a filter that does not fit": typed('{{ fact("ties").title|⟦money }}', "BG423", "'money' cannot print a text"),
    "a form that is none": typed(
        '{{ fact("ties").date|date("⟦lnog") }}', "BG423", "'style' of 'date' cannot be 'lnog'"
    ),
    "a year of trade that is none": typed(
        '{{ trade("⟦2009").turnover|money }}', "BG422", "there is no period of trade"
    ),
    "a figure of it that is none": typed('{{ trade("2019").⟦total|money }}', "BG422", "an entry of trade has no field"),
    "a series that is none": typed(
        '{{ series("⟦students", "2019").figure }}', "BG422", "there is no series 'students'"
    ),
    "a picture that is none": typed('{{ picture("⟦visit-2015") }}', "BG292", "there is no fact 'visit-2015'"),
    # ------------------------------------------------------------ how values are written
    "an open tag": typed('On ⟦{{ fact("ties").date we met.', "BG138", "'{{' is never closed"),
    "closed by one brace": typed('On {{ fact("ties").date ⟦} we met.', "BG138", "'{{' is closed by '}'"),
    "opened by one brace": typed('On ⟦{ fact("ties").date }} we met.', "BG138", "'{' begins no value"),
    "a statement": typed("⟦{% if visit %}Words.{% endif %}", "BG138", "prose holds no tags such as '{%'"),
    "a loop": typed("⟦{% for v in visits %}{{ v.title }}{% endfor %}", "BG138", "prose holds no tags such as '{%'"),
    "a comment": typed("Words ⟦{# to do #}.", "BG138", "prose holds no comments such as '{#'"),
    "a name of sections": typed("{{ ⟦as_of|date }}", "BG138", "prose knows no value 'as_of'"),
    "a function of sections": typed('{{ ⟦find("ties").title }}', "BG138", "prose knows no function 'find'"),
    "a sum": typed('{{ fact("t-a").value ⟦+ fact("t-b").value }}', "BG138", "'+' cannot stand"),
    "curly quotes": typed("{{ fact(⟦“ties”).date }}", "BG138", "the quote “ cannot stand here"),
    "no quotes": typed("{{ fact(⟦ties).date }}", "BG138", "'ties' cannot stand"),
    "a period that is none": typed('{{ trade(⟦"last year").turnover }}', "BG138", "'last year' is no period"),
    # ------------------------------------------------------------ citations
    "a wrong reference": typed("Signed [@⟦bok, p. 3].", "BG213", "there is no reference 'bok'"),
    "an open citation": typed("Signed ⟦[@book, p. 3.", "BG138", "'[@' is never closed"),
    "words in it": typed("Signed ⟦[see @book].", "BG138", "a citation begins with '[@'"),
    "no place": typed("Signed [@book⟦, ].", "BG138", "no place stands behind ','"),
    "without its author": typed("Signed ⟦[-@book].", "BG138", "a citation cannot leave out who wrote it"),
    # ------------------------------------------------------------ Markdown
    "raw HTML": printed("Words ⟦<b>fat</b>.", "'<b>' is printed as it stands"),
    "a script": printed("⟦<script>alert(x)</script>", "'<script>' is printed as it stands"),
    "a picture of Markdown": typed("⟦![a map](map.png)", "BG406", "an image cannot be shown"),
    "code": typed("Words ⟦`code`.", "BG406", "code cannot be shown"),
    "a block quote": typed("⟦> quoted", "BG406", "a block quote cannot be shown"),
    "a rule": typed("⟦***", "BG406", "a rule cannot be shown"),
    "an address of a program": typed("[there](⟦javascript:alert(1))", "BG406", "the address 'javascript:alert(1)'"),
    "an open link": printed("Look ⟦[there](https://example.org", "'[there](https://example.org' is not read"),
    "a heading without a blank": printed("⟦##Trade", "'##' makes no heading"),
    "a footnote without its text": printed("Words⟦[^1].", "'[^1]' is a footnote without its text"),
    "a table with a cell too many": typed("| a | b |\n| - | - |\n⟦| c | d | e |", "BG403", ""),
    # ------------------------------------------------------------ its head
    "no head": of_file("⟦Words.\n", "BG137", "there is no head"),
    "a blank line before it": of_file(f"⟦\n{HEAD}Words.\n", "BG137", "there is no head"),
    "an open head": of_file("⟦---\ntitle: Words\n\nWords.\n", "BG137", "the head is not closed"),
    "a wrong field in it": head("⟦titel: Words\nsources: [{ref: book}]", "BG106", "prose has no field 'titel'"),
    "an id in it": head("⟦id: history\nsources: [{ref: book}]", "BG106", "prose has no field 'id'"),
    "a wrong label": head(
        "sensitivity: ⟦secret\nsources: [{ref: book}]", "BG109", "'secret' is not one of the known words"
    ),
    "a wrong topic": head("topics: [⟦trad]\nsources: [{ref: book}]", "BG109", "'trad' is not one of the known words"),
    "a wrong source": head("sources: [⟦{ref: bok}]", "BG213", "there is no reference 'bok'"),
    "a wrong date": head("embargo_until: ⟦soon\nsources: [{ref: book}]", "BG110", "'soon': not a date"),
    "a list for a head": head("⟦- title", "BG108", "prose is a group of fields, and this is a list"),
    "broken YAML": of_file("---\ntitle: [x\n⟦---\nWords.\n", "BG104", "is not well-formed YAML"),
    # ------------------------------------------------------------ its file
    "UTF-16": file(f"{HEAD}Слово.".encode("utf-16"), f"{P}:1:1: error[BG102] is not UTF-8: byte 0xFF"),
    "windows-1251": file(f"{HEAD}Слово.".encode("cp1251"), f"{P}:6:1: error[BG102] is not UTF-8"),
    "a control character": of_file(f"{HEAD}a⟦\x07b", "BG102", "the character U+0007"),
    "a hidden direction": of_file(f"{HEAD}a⟦\u202eb", "BG102", "the character U+202E"),
    "half a letter": file(f"{HEAD}a\ud800b", f"{P}:6:2: error[BG102]"),
    "a huge text": file(HEAD + "Word " * 20_001, f"{P}:6:1: error[BG103] the text is longer than 100,000", LIMIT),
    "a huge file": file(HEAD + "Word " * 90_000, f"{P}: error[BG103] is larger than", LIMIT),
    "a value that goes on and on": typed("Words ⟦{{ " + "x" * 3000, "BG138", "'{{' is never closed"),
    "a folder": Case(each(folder(P), PLACED), f"{P}: error[BG101] cannot be read: {INSTEAD}"),
    "a pipe": Case(each(pipe(P), PLACED), f"{P}: error[BG101] cannot be read: {INSTEAD}"),
    "a link to itself": Case(each(link(P, "history.md"), PLACED), f"{P}: error[BG101] cannot be read"),
    "a name with a capital": Case(
        whole(f"{FOLDER}/prose/History.md", f"{HEAD}Words.\n"), f"{FOLDER}/prose/History.md: error[BG137] 'History'"
    ),
    "a name with a language that is none": Case(
        whole(f"{FOLDER}/prose/history.old.md", f"{HEAD}Words.\n"),
        f"{FOLDER}/prose/history.old.md: error[BG137] 'old' in the name of the file is no language",
    ),
    "another text that more may read": Case(
        each(
            whole(P, HEAD.replace("public", "official") + "Words.\n"),
            whole(f"{FOLDER}/prose/history.ru.md", "---\nsensitivity: public\n---\nСлово.\n"),
        ),
        f"{FOLDER}/prose/history.ru.md:2:14: error[BG150] 'history.ru' is public, unlike {P}",
    ),
}
