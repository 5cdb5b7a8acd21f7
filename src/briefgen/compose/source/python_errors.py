"""What Python says of an expression in a template, in words for whoever wrote the template."""

from __future__ import annotations

from decimal import InvalidOperation
from typing import TYPE_CHECKING

from briefgen.compose.source.source_map import readable
from briefgen.compose.source.template_problems import LISTED
from briefgen.late_patterns import late_pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping

_OTHER = "this cannot be done with these values"
"""Of all else: what Python says is for who writes programs."""
_OWN_NAMES = late_pattern(r"^\w+(?:\.<locals>)?\.(?=[\w.<>]+\()")
_NOUNS: Mapping[str, str] = {
    "NoneType": "nothing", "Undefined": "nothing", "generator": "a list", "list": "a list", "tuple": "a list",
    "str": "a text", "Markup": "a text", "int": "a number", "float": "a number", "Decimal": "a number",
    "bool": "a yes or no", "dict": "a set of names", "Shown": "a value", "function": "a function",
    "method": "a function", "Macro": "a macro", "Namespace": "a namespace",
}  # fmt: skip
_NUMBERS = "sums, shares and growth are fields of the data: print those"
_COUNT = "give it as many values as its {% macro %} names"
_SAID: tuple[tuple[re.Pattern[str], str, str], ...] = tuple(
    (late_pattern(pattern), sentence, hint)
    for pattern, sentence, hint in (
        (r"'(\w+)' object is not (?:iterable|an iterator)", "{0} is no list", "name a list, such as visits or trade"),
        (r"'(\w+)' object is not (?:reversible|subscriptable)", "{0} has no order to count in",
         "print the whole value, or name one of its fields"),
        (r"'(\w+)' object is not callable", "{0} cannot be called", "take the brackets out"),
        (r"object of type '(\w+)' has no len\(\)", "{0} cannot be counted", "count a list, such as visits"),
        (r"'[<>=]+' not supported between instances of '(\w+)' and '(\w+)'", "{0} and {1} have no order",
         "compare two values of one kind"),
        (r"unsupported operand type\(s\) for (\S+): '(\w+)' and '(\w+)'", "'{0}' does not take {1} and {2}", _NUMBERS),
        (r"bad operand type for unary (\S+): '(\w+)'", "'{0}' does not take {1}", _NUMBERS),
        (r"'(\w+)' object cannot be interpreted as an integer", "{0} stands where a whole number must",
         "write digits without quotes"),
        (r"invalid literal for int\(\).*: (.*)", "{0} is no whole number", "write digits alone"),
        (r"unhashable type: '(\w+)'", "{0} stands where one value must", "name one field of it"),
        (r"cannot unpack non-iterable (\w+)", "{0} cannot be given to several names",
         "give it one name: {% for visit in visits %}"),
        (r"(?:too many|not enough) values to unpack", "a list is given to more or fewer names than it has members",
         "write as many names as there are members"),
        (r"(?:sync_)?(?:do_)?(\w+)\(\) missing \d+ required .* arguments?: (.+)", "'{0}' needs {1}", LISTED),
        (r"(?:sync_)?(?:do_)?(\w+)\(\) takes .* but \d+ .*(?:was|were) given", "'{0}' is given too many values",
         LISTED),
        (r"(?:sync_)?(?:do_)?(\w+)\(\) got an unexpected keyword argument '(\w+)'", "'{0}' takes no '{1}'", LISTED),
        (r"(?:sync_)?(?:do_)?(\w+)\(\) got multiple values for argument '(\w+)'", "'{0}' is given '{1}' twice",
         "take one of the two out"),
        (r"macro '(\w+)' takes not more than (\d+) argument", "the macro '{0}' takes {1} values at most", _COUNT),
        (r"macro '(\w+)' takes no keyword argument '(\w+)'", "the macro '{0}' takes no '{1}'", _COUNT),
        (r"macro '(\w+)' was invoked with two values", "the macro '{0}' is given one value twice", _COUNT),
        (r"range\(\) arg 3 must not be zero", "a range cannot have steps of 0", "write range(5)"),
        (r"range expected", "a range is given one to three numbers", "write range(5)"),
        (r"(?:division|modulo).* by zero", "division by zero", "ask with {% if %} whether the divisor is nought"),
        (r"argument of type '(\w+)' is not (?:iterable|a container or iterable)", "{0} holds nothing to look for",
         "look into a list or a text"),
    )
)  # fmt: skip


def plain_fault(error: BaseException) -> tuple[str, str]:
    """What an error says, without names of our own code or of Python's, and what to do."""
    if isinstance(error, InvalidOperation):  # whose text is a list of Python's classes
        return "a number is out of range", _NUMBERS
    text = readable(str(error)).strip() or type(error).__name__
    line = _OWN_NAMES.sub("", text.splitlines()[0])
    for pattern, sentence, hint in _SAID:
        if found := pattern.search(line):
            return sentence.format(*(_NOUNS.get(word, word) for word in found.groups())), hint
    return _OTHER, LISTED
