"""The filters, tests and names that a template can use, and what it uses beyond them."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

from jinja2 import nodes
from jinja2.meta import find_undeclared_variables

from briefgen.compose.source.every_node import every
from briefgen.compose.source.falling_clauses import CLAUSE
from briefgen.compose.source.template_problems import LISTED, suggestion
from briefgen.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@dataclass(frozen=True, slots=True)
class Known:
    """What there is."""

    filters: tuple[str, ...]
    tests: tuple[str, ...]
    names: tuple[str, ...]


class UnknownKind(enum.Enum):
    """What a word would be, if it were there."""

    FILTER = "filter"
    TEST = "test"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Unknown:
    """A word that there is none of."""

    kind: UnknownKind
    name: str
    at: int
    message: str
    hint: str


_OF_THE_ENGINE = frozenset({"loop", "caller", "varargs", "kwargs", "self", "super"})
_NAMING_FILES = (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)


def naming_files(template: nodes.Template) -> Iterator[tuple[nodes.Node, nodes.Expr]]:
    """Each tag that names another template, and how it names it."""
    for node in every(_NAMING_FILES, template):
        if isinstance(node, _NAMING_FILES):
            yield node, node.template


def unknown_words(
    template: nodes.Template, start: Callable[[int], int], known: Known, given: frozenset[str] | None = None
) -> Iterator[Unknown]:
    """Each filter, test and name that there is none of; `given` are the names that the rest of a template gives."""
    for node in every((nodes.Filter, nodes.Test), template):
        is_filter = isinstance(node, nodes.Filter)
        kind, words = (UnknownKind.FILTER, known.filters) if is_filter else (UnknownKind.TEST, known.tests)
        if node.name not in words:
            hint = _other_kind(node.name, kind, known) or suggestion(node.name, words)
            message = f"there is no {kind.value} '{node.name}'"
            # A test is told at its 'is', where the engine counts it: its name is the next word.
            yield Unknown(kind, node.name, start(node.lineno + (0 if is_filter else 1)), message, hint)
    of_files = {id(named) for _, named in naming_files(template)}
    undeclared = _undeclared(template, known, given)
    for word in every(nodes.Name, template):
        if word.name in undeclared and word.ctx == "load":
            hint = _hint_of_name(word.name, known, names_file=id(word) in of_files)
            message = f"there is no value or function '{word.name}'"
            yield Unknown(UnknownKind.NAME, word.name, start(word.lineno), message, hint)


def _undeclared(template: nodes.Template, known: Known, given: frozenset[str] | None) -> frozenset[str]:
    assigned = {name.name for name in every(nodes.Name, template) if name.ctx != "load"}
    there = {*known.names, *assigned, CLAUSE}
    used = {name.name for name in every(nodes.Name, template) if name.ctx == "load"} - there
    if given is not None:
        return frozenset(used - given - _OF_THE_ENGINE)
    return frozenset(_asked(template) - there) if used else frozenset()  # where all is there, scopes change nothing


def _asked(template: nodes.Template) -> set[str]:
    """Names whose value comes from outside; the engine looks filters and tests up on the way, known or not."""
    environment = template.environment
    if environment is None:  # of nodes alone, which nothing parsed
        return set()
    for words, kind in ((environment.filters, nodes.Filter), (environment.tests, nodes.Test)):
        stand_in = next(iter(words.values()))
        missing = {node.name for node in every(kind, template)} - set(words)
        words.update(dict.fromkeys(missing, stand_in))
    return find_undeclared_variables(template)


def _other_kind(name: str, kind: UnknownKind, known: Known) -> str | None:
    """The word is there, but as something else."""
    if kind is UnknownKind.FILTER and name in known.names:
        return f"'{name}' is no filter: write {{{{ {name} }}}} or {name}(...)"
    if kind is UnknownKind.TEST and name in known.filters:
        return f"'{name}' is a filter: write |{name}"
    return None


def _hint_of_name(name: str, known: Known, *, names_file: bool) -> str:
    if names_file:
        return f'write the file in quotes: "partials/{name}.md.j2"'
    if name in known.filters and name not in known.names:
        return f"'{name}' is a filter: write value|{name}"
    return suggestion(name, known.names) or LISTED
