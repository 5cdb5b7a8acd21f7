"""What is wrong inside of single tags, at its word and in words of whoever writes templates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import TemplateSyntaxError

from briefgen.compose.source.block_structure import ALONE, BETWEEN, EACH, ENDING, KNOWN, is_whole, meant
from briefgen.compose.source.template_tags import Slip, TagWord, WordKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from jinja2 import nodes

    from briefgen.compose.source.template_tags import TemplateTag

    Parse = Callable[[str], nodes.Template]

_VALUES = frozenset({WordKind.NAME, WordKind.TEXT, WordKind.NUMBER})
_LINKS = frozenset({"and", "or", "not", "in", "is", "if", "else", "recursive", "with", "without", "context", "ignore"})
_WANTS: dict[str, str] = {
    "|": "name a filter behind the '|'", ".": "name a field behind the '.'", "if": "write the condition behind 'if'",
    "elif": "write the condition behind 'elif'", "in": "name what to go over, or to look in, behind 'in'",
    "and": "write the second condition behind 'and'", "or": "write the second condition behind 'or'",
    "not": "write the condition behind 'not'", "is": "write what it is to be behind 'is'",
    "set": "write {% set name = value %}", "include": 'name a file: {% include "partials/lines.md.j2" %}',
    "for": "write {% for visit in visits %}", "each": "write {% each visit in visits %}",
    "call": 'write {% call table("Caption") %}',
    "macro": "write {% macro name(value) %}", "import": 'write {% import "partials/lines.md.j2" as lines %}',
}  # fmt: skip
_FORMS: dict[str, str] = {
    "for": "write {% for visit in visits %}", "each": "write {% each visit in visits %}",
    "set": "write {% set name = value %}",
    "include": 'write {% include "partials/lines.md.j2" %}', "macro": "write {% macro name(value) %}",
    "import": 'write {% import "partials/lines.md.j2" as lines %}', "call": 'write {% call table("Caption") %}',
    "from": 'write {% from "partials/lines.md.j2" import name %}',
}  # fmt: skip
_COMPARING = {"=<": "<=", "=>": ">="}


def tag_slips(tag: TemplateTag, parse: Parse, known: Iterable[str]) -> Iterable[Slip]:
    """What is wrong in a tag: the first thing, as what follows may hang on it."""
    if tag.slips:
        return tag.slips
    found = _of_words(tag, known) or _of_grammar(tag, parse)
    return [found] if found else []


def probe(tag: TemplateTag) -> str:
    """A tag as a template of its own, each word on a line: the first is the second line."""
    inner = "\n".join(word.text.replace("\n", " ") for word in tag.words)
    name = tag.name
    if tag.opener == "{{":
        return f"{{{{\n{inner}\n}}}}"
    written = f"{{%\n{inner}\n%}}"
    if name == EACH:  # a loop over what follows on its line
        return f"{{%\nfor{inner.removeprefix(EACH)}\n%}}{{% endfor %}}"
    if name == "elif":
        return f"{{% if true %}}{written}{{% endif %}}"
    return written if name in ALONE or is_whole(tag) else f"{written}{{% end{name} %}}"


def _of_words(tag: TemplateTag, known: Iterable[str]) -> Slip | None:
    """What can be told without a look at the grammar."""
    if not tag.words:
        closer = "}}" if tag.opener == "{{" else "%}"
        message, hint = f"nothing stands between '{tag.opener}' and '{closer}'", "name a value, or take the tag out"
        return Slip(tag.start, message, hint)
    return (_of_name(tag, known) if tag.opener == "{%" else None) or _of_signs(tag)


def _of_name(tag: TemplateTag, known: Iterable[str]) -> Slip | None:
    first, name = tag.words[0], tag.name
    second = tag.words[1] if len(tag.words) > 1 else None
    if name == "else" and second and second.text == "if":
        return Slip(first.start, "there is no tag 'else if'", "write {% elif ... %}")
    if name == "end" and second:
        hint = (
            f"write {{% end{second.text} %}}" if f"end{second.text}" in KNOWN else "write {% endif %} or {% endfor %}"
        )
        return Slip(first.start, f"there is no tag 'end {second.text}'", hint)
    if name not in KNOWN:
        return Slip(first.start, f"there is no tag '{first.text}'", _hint_of_tag(tag, name, known))
    if second and (name == "else" or (name in ENDING and name not in {"endblock", "endmacro"})):
        hint = "write {% elif ... %} for a condition" if name == "else" else "take out what stands behind it"
        return Slip(second.start, f"'{name}' takes nothing behind it", hint)
    return None


def _hint_of_tag(tag: TemplateTag, name: str, known: Iterable[str]) -> str:
    if name in known:
        is_called = len(tag.words) > 1 and tag.words[1].text == "("
        return f"write {{{{ {name} }}}}, or {{% call {name}(...) %}}" if is_called else f"write {{{{ {name} }}}}"
    near = meant(name)
    if near != name:
        return f"did you mean '{near}'?"
    return "tags are: if, for, each, set, macro, call, include, import and what ends them"


def _of_signs(tag: TemplateTag) -> Slip | None:
    """Signs of other languages."""
    depth = 0
    compares = tag.opener == "{{" or tag.name in {"if", "elif"}
    for word, following in zip(tag.words, [*tag.words[1:], None], strict=True):
        depth += (word.text in {"(", "[", "{"}) - (word.text in {")", "]", "}"})
        touches = following is not None and following.start == word.start + len(word.text)
        pair = word.text + (following.text if following and touches else "")
        if pair == "||":
            return Slip(word.start, "'||' cannot stand in a tag", "write 'or'")
        if pair in _COMPARING:
            return Slip(word.start, f"'{pair}' cannot stand in a tag", f"write {_COMPARING[pair]}")
        if word.text == "=" and compares and depth == 0:
            return Slip(word.start, "'=' gives a value to a name; it does not compare", "write '==' to compare")
        if pair == "===":
            return Slip(word.start, "'===' cannot stand in a tag", "write '==' to compare")
        if word.text == ";":
            return Slip(word.start, "';' cannot stand in a tag", "write a tag for each step")
    return None


def _of_grammar(tag: TemplateTag, parse: Parse) -> Slip | None:
    if tag.name in ENDING or tag.name == "else" or (tag.name in BETWEEN and not tag.words):
        return None
    try:
        parse(probe(tag))
    except TemplateSyntaxError as error:
        at = error.lineno - 2
        if (error.message or "").startswith("can't assign"):
            word = tag.words[min(max(at, 0), len(tag.words) - 1)]
            hint = "choose a name of letters, digits and '_'"
            return Slip(word.start, f"'{word.text}' cannot be given a value", hint)
        return _misfit(tag, at)
    return None


def _misfit(tag: TemplateTag, at: int) -> Slip:
    """The word where the grammar ends, and what it stands behind."""
    at = min(max(at, 0), len(tag.words))
    if at == len(tag.words):
        before = tag.words[-1]
        hint = _WANTS.get(before.text) or _FORMS.get(tag.name) or f"write a value behind '{_short(before)}'"
        return Slip(before.start, f"the tag ends behind '{_short(before)}', where something is missing", hint)
    word = tag.words[at]
    if at == 0:
        return Slip(word.start, f"a tag cannot begin with '{_short(word)}'", "begin it with a name or a value")
    before = tag.words[at - 1]
    message = f"'{_short(word)}' cannot stand behind '{_short(before)}'"
    return Slip(word.start, message, _hint_of_misfit(tag, before, word))


def _hint_of_misfit(tag: TemplateTag, before: TagWord, word: TagWord) -> str:
    if tag.name in _FORMS and (tag.name != "set" or word.text != "="):
        return _FORMS[tag.name]
    if before.text in _WANTS and word.kind is WordKind.SIGN:
        return _WANTS[before.text]
    if before.kind in _VALUES and word.kind in _VALUES and before.text not in _LINKS:
        return "write '~' to join the two, a comma between two values, or '_' inside of a name"
    if before.kind is WordKind.SIGN and word.kind is WordKind.SIGN:
        return f"write a value between '{before.text}' and '{word.text}', or take one of them out"
    return f"take '{_short(word)}' out, or write what is missing before it"


def _short(word: TagWord) -> str:
    return word.text if len(word.text) <= 30 else f"{word.text[:29]}…"  # noqa: PLR2004 - as much as a line can bear
