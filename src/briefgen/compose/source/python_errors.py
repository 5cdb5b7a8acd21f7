"""What Python says of an expression in a template, in words for whoever wrote the template."""

from __future__ import annotations

import re
from decimal import InvalidOperation
from typing import TYPE_CHECKING

from briefgen.compose.source.source_map import readable

if TYPE_CHECKING:
    from collections.abc import Mapping

_OWN_NAMES = re.compile(r"^\w+(?:\.<locals>)?\.(?=[\w.<>]+\()")
_OWN_TYPES = re.compile(r"'briefgen\.[\w.]+ object'")
_NOUNS: Mapping[str, str] = {
    "NoneType": "nothing", "Undefined": "nothing", "generator": "a list", "list": "a list", "tuple": "a list",
    "str": "a text", "Markup": "a text", "int": "a number", "float": "a number", "Decimal": "a number",
    "bool": "a yes or no", "dict": "a set of names", "Shown": "a value", "function": "a function",
    "method": "a function", "Macro": "a macro", "Namespace": "a namespace",
}  # fmt: skip
_SAID: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), sentence)
    for pattern, sentence in (
        (r"'(\w+)' object is not (?:iterable|an iterator)", "{0} is no list"),
        (r"'(\w+)' object is not (?:reversible|subscriptable)", "{0} has no order to count in"),
        (r"'(\w+)' object is not callable", "{0} cannot be called"),
        (r"object of type '(\w+)' has no len\(\)", "{0} cannot be counted"),
        (r"'[<>=]+' not supported between instances of '(\w+)' and '(\w+)'", "{0} and {1} have no order"),
        (r"unsupported operand type\(s\) for (\S+): '(\w+)' and '(\w+)'", "'{0}' does not take {1} and {2}"),
        (r"bad operand type for unary (\S+): '(\w+)'", "'{0}' does not take {1}"),
        (r"'(\w+)' object cannot be interpreted as an integer", "{0} stands where a whole number must"),
        (r"invalid literal for int\(\).*: (.*)", "{0} is no whole number"),
        (r"unhashable type: '(\w+)'", "{0} stands where one value must"),
        (r"argument of type '(\w+)' is not (?:iterable|a container or iterable)", "{0} holds nothing to look for"),
    )
)


def sentence_of(error: BaseException) -> str:
    """An error's first line, without names of our own code or of Python's."""
    if isinstance(error, InvalidOperation):  # whose text is a list of Python's classes
        return "a number is out of range"
    text = readable(str(error)).strip() or type(error).__name__
    line = text.splitlines()[0]
    for pattern, sentence in _SAID:
        if found := pattern.search(line):
            return sentence.format(*(_NOUNS.get(word, word) for word in found.groups()))
    return _OWN_TYPES.sub("a value", _OWN_NAMES.sub("", line)).rstrip(".")
