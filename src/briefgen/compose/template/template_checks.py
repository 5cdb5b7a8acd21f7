"""What is wrong with a template as it is written, seen without running any of it.

What looks at a text is loaded with the first that nobody looked at before: few commands meet one.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from jinja2 import TemplateSyntaxError, nodes, pass_context
from jinja2.sandbox import SandboxedEnvironment

from briefgen.compose.source.asked_conditions import Condition, conditions_of
from briefgen.compose.source.block_structure import deepest, meant, names_of_tags, structure_slips
from briefgen.compose.source.every_node import every, inner, unchanged
from briefgen.compose.source.falling_clauses import woven
from briefgen.compose.source.kept_readings import SoundReading, keep_reading, kept_reading
from briefgen.compose.source.literal_guard import refused_constants
from briefgen.compose.source.parsed_templates import keep_tree
from briefgen.compose.source.spread_source import Spread, spread_of
from briefgen.compose.source.template_tags import Slip, tags_of
from briefgen.compose.template.budgets import DEEPEST_NESTING, LONGEST_TEMPLATE, MOST_PARTS
from briefgen.compose.template.fields_in_loops import fields_asked
from briefgen.compose.template.known_words import Known, Unknown, UnknownKind, naming_files, unknown_words
from briefgen.compose.template.sandbox import BINOPS
from briefgen.model.template_files import is_among
from briefgen.records import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from briefgen.compose.source.template_problems import Problems
    from briefgen.compose.source.template_tags import Tags, TemplateTag

_REFUSED_HINT = "take it out, or type the text anew"


@dataclass(frozen=True, slots=True)
class TemplateFault:
    """What is wrong with a template as it is written."""

    code: str
    at: int
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class TemplateReading:
    """What a look at a template's text tells."""

    faults: tuple[TemplateFault, ...] = ()
    can_run: bool = True
    unknown: tuple[Unknown, ...] = ()
    """Filters, tests and names that there are none of: the rest of the template can be run without them."""
    sound: SoundReading = field(default_factory=SoundReading)
    """What is known of one that can run."""
    doubts: tuple[Slip, ...] = ()
    """What is printed as it stands, and was likely meant otherwise."""


def checked(path: str, problems: Problems, known: Known) -> tuple[TemplateReading, ...]:
    """What is wrong with a template and all that it names, each fault reported at its place."""
    readings: dict[str, TemplateReading] = {}
    waiting = [path]
    while waiting:
        name = waiting.pop()
        if name in readings:
            continue
        reading = readings[name] = read_template(problems.sources[name], known)
        _tell(name, reading, problems)
        for other, at in reading.sound.others:
            if other in problems.sources:
                waiting.append(other)
            elif is_among(other, problems.unread):
                readings[other] = TemplateReading(can_run=False)  # told at the file itself
            else:
                problems.no_template(other, problems.at(name, at))
    return tuple(readings.values())


def _tell(name: str, reading: TemplateReading, problems: Problems) -> None:
    for fault in reading.faults:
        problems.report.error(fault.code, problems.at(name, fault.at), fault.message, fault.hint)
    for doubt in reading.doubts:
        problems.doubt(problems.at(name, doubt.at), doubt.message, doubt.hint)
    if not reading.faults:  # a fault stands for itself: what a broken template prints is not known
        for number, at in reading.sound.typed:
            problems.typed(number, problems.at(name, at))


@lru_cache(maxsize=512)  # every brief of a run asks about the same sections
def read_template(source: str, known: Known) -> TemplateReading:
    """What is wrong with a template's text, where these words are known."""
    words = (*known.filters, "|", *known.tests, "|", *known.names)
    if kept := kept_reading(source, words):
        return TemplateReading(sound=kept)
    reading = _read_anew(source, known)
    if reading.can_run and not reading.faults and not reading.doubts:
        keep_reading(source, words, reading.sound)
    return reading


def _read_anew(source: str, known: Known) -> TemplateReading:
    if len(source) > LONGEST_TEMPLATE:
        return _of_one(
            TemplateFault("BG405", 0, f"is longer than {LONGEST_TEMPLATE:,} characters", "split it into partials")
        )
    tags = tags_of(source)
    try:
        slips = _slips_outside(tags)
        return _broken(tags, slips, known) if slips else _read(spread_of(source), known)
    except (TemplateSyntaxError, ValueError):  # the engine reads numbers with what refuses thousands of digits
        return _broken(tags, (), known)
    except RecursionError:  # it goes down by calls, a level for each parenthesis, filter or operator
        hint = "split it with {% set %}, or put the inner blocks into a macro"
        at = deepest(tags, DEEPEST_NESTING)
        return _of_one(TemplateFault("BG405", at, "an expression or a block is nested too deeply, or too long", hint))


def _of_one(fault: TemplateFault) -> TemplateReading:
    return TemplateReading(faults=(fault,), can_run=False)


def _slips_outside(tags: Tags) -> tuple[Slip, ...]:
    """What the tags themselves show, before their grammar is read."""
    from briefgen.compose.source.signs_meant import closing_nothing

    of_tags = (slip for tag in tags.tags for slip in tag.slips)
    found = (*tags.slips, *of_tags, *structure_slips(tags))
    return found or woven(tags).slips or closing_nothing(tags)


def _read(spread: Spread, known: Known) -> TemplateReading:
    """A template whose grammar is right."""
    template = _reader(known).parse(spread.text)
    with unchanged(template):
        return _read_tree(template, spread, known)


def _read_tree(template: nodes.Template, spread: Spread, known: Known) -> TemplateReading:
    from briefgen.compose.source.lines_set_in import lines_not_set_in
    from briefgen.compose.source.nameless_rows import rows_without_a_name
    from briefgen.compose.source.signs_meant import likely_meant

    if sum(1 for _ in every(nodes.Node, template)) > MOST_PARTS:
        message, hint = f"has more than {MOST_PARTS:,} parts", "split it into partials"
        return _of_one(TemplateFault("BG405", deepest(spread.tags, MOST_PARTS), message, hint))
    refused = {
        (spread.line(line), said): TemplateFault("BG401", spread.start(line), said, _REFUSED_HINT)
        for line, said in reversed(list(refused_constants(template)))
    }
    if refused:
        return TemplateReading(faults=tuple(refused.values()), can_run=False)
    unknown = tuple(unknown_words(template, spread.start, known))
    deep = tuple(_too_deep(template, spread))
    nameless = tuple(rows_without_a_name(spread.tags, [word.name for word in unknown if word.kind is UnknownKind.NAME]))
    unknown = tuple(word for word in unknown if word.name not in {row.name for row in nameless})
    keep_tree(spread.text, template)
    outside = lines_not_set_in(template, spread)
    said = (
        *((word.at, word.message, word.hint) for word in unknown),
        *((slip.at, slip.message, slip.hint) for slip in outside.slips),
    )
    files = {named.name for _, named in naming_files(template) if isinstance(named, nodes.Name)}
    return TemplateReading(
        faults=(
            *(TemplateFault("BG402", *slip) for slip in said),
            *(TemplateFault("BG404", row.at, row.message, row.hint) for row in nameless),
            *deep,
        ),
        can_run=not deep
        and not nameless
        and not any(word.name in files for word in unknown),  # else what is placed is not known
        unknown=(*unknown, *(Unknown(UnknownKind.NAME, name, at, "", "") for name, at in outside.names.items())),
        sound=SoundReading(
            tuple(_others(template, spread.start)), tuple(_typed(template, spread)), fields_asked(template, spread)
        ),
        doubts=tuple(likely_meant(spread.tags, {*known.names, *_given(template)})),
    )


def _broken(tags: Tags, outside: tuple[Slip, ...], known: Known) -> TemplateReading:
    """A template whose grammar is wrong: each tag is read for itself, so that no fault hides the next."""
    from briefgen.compose.source.signs_meant import closing_nothing
    from briefgen.compose.source.tag_grammar import probe, tag_slips

    parse = _reader(known).parse
    of_blocks = frozenset((*structure_slips(tags), *woven(tags).slips, *closing_nothing(tags)))
    structure = [slip for slip in outside if slip in of_blocks]
    slips = {*tags.slips, *structure}
    parts: list[tuple[nodes.Template, TemplateTag]] = []
    faults: list[TemplateFault] = []
    for tag in tags.tags:
        try:
            found = list(tag_slips(tag, parse, known.names))
            if not found and tag.words and tag.name not in names_of_ends():
                parts.append((parse(probe(tag)), tag))
        except RecursionError:
            found = []
            hint = "split it with {% set %}"
            faults.append(TemplateFault("BG405", tag.start, "an expression is nested too deeply, or too long", hint))
        slips.update(found)
    faults += [TemplateFault("BG401", slip.at, slip.message, slip.hint) for slip in slips]
    unread = {tag.start for tag in tags.tags} - {tag.start for _, tag in parts}
    given = frozenset(
        word.text for tag in tags.tags if tag.start in unread and meant(tag.name) in _GIVING for word in tag.words
    )
    unknown = _unknown_in(parts, known, given)
    faults += [TemplateFault("BG402", word.at, word.message, word.hint) for word in unknown]
    if not faults:
        message, hint = "this template cannot be read", "compare its tags with those of a section that works"
        faults = [TemplateFault("BG401", tags.tags[0].start if tags.tags else 0, message, hint)]
    return TemplateReading(faults=tuple(sorted(faults, key=lambda fault: fault.at)), can_run=False)


_GIVING = frozenset({"for", "each", "set", "macro", "call", "with", "import", "from"})
"""Tags that give values to names: what one of them was to give is not told as unknown, if it cannot be read."""


def names_of_ends() -> frozenset[str]:
    """Tags that say nothing but that something ends, or goes on."""
    return frozenset({"else", *(name for name in names_of_tags() if name.startswith("end"))})


def _unknown_in(
    parts: Iterable[tuple[nodes.Template, TemplateTag]], known: Known, given: frozenset[str]
) -> list[Unknown]:
    """Words of single tags that there are none of; what any tag of the template gives a value to is known."""
    parts = list(parts)
    given = given | frozenset(name for template, _ in parts for name in _given(template))
    found: list[Unknown] = []
    for template, tag in parts:
        words = _Words((tag.start, *(word.start for word in tag.words)))
        found += unknown_words(template, words.start, known, given)
    return found


def _given(template: nodes.Template) -> Iterator[str]:
    for name in every(nodes.Name, template):
        if name.ctx != "load":
            yield name.name
    for macro in every(nodes.Macro, template):
        yield macro.name
    for imported in every(nodes.Import, template):
        yield imported.target
    for taken in every(nodes.FromImport, template):
        yield from (name[1] if isinstance(name, tuple) else name for name in taken.names)


@dataclass(frozen=True, slots=True)
class _Words:
    """Where the lines of a tag that is read for itself begin."""

    starts: tuple[int, ...]

    def start(self, line: int) -> int:
        return self.starts[min(line, len(self.starts)) - 1]


def _others(template: nodes.Template, start: Callable[[int], int]) -> Iterator[tuple[str, int]]:
    for node, named in naming_files(template):
        may_be_missing = isinstance(node, nodes.Include) and node.ignore_missing
        if isinstance(named, nodes.Const) and isinstance(named.value, str) and not may_be_missing:
            yield named.value, start(named.lineno)


def _typed(template: nodes.Template, spread: Spread) -> Iterator[tuple[str, int]]:
    printed = (node for output in every(nodes.Output, template) for node in output.nodes)
    for node in printed:
        if isinstance(node, nodes.Const) and isinstance(node.value, int | float):
            yield str(node.value), spread.start(node.lineno)


def conditions_in(source: str, known: Known) -> tuple[Condition, ...]:
    """The conditions that are written in a template that was found sound."""
    spread = spread_of(source)
    return tuple(one for one in conditions_of(_reader(known).parse(spread.text), spread) if one.words)


_NESTING = (nodes.For, nodes.If, nodes.Macro, nodes.CallBlock, nodes.FilterBlock, nodes.AssignBlock, nodes.With)


@pass_context
def _never(_context: object, *_args: object) -> None:
    """Stands for a filter or test where nothing may run: what asks for the context is not folded into a constant."""


class _Reader(SandboxedEnvironment):
    """Only parses: looking for names, Jinja2 would compute `9 ** 999999999` on the way."""

    intercepted_binops = BINOPS


@lru_cache(maxsize=8)
def _reader(known: Known) -> _Reader:
    reader = _Reader(
        autoescape=True, finalize=_never, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )  # as templates are read when they run: code is made of the same tree
    reader.filters, reader.tests = dict.fromkeys(known.filters, _never), dict.fromkeys(known.tests, _never)
    return reader


def _too_deep(template: nodes.Template, spread: Spread) -> Iterator[TemplateFault]:
    """The first block that Python could not take as code: its blocks nest 20 deep at most, loops take several."""
    waiting: list[tuple[nodes.Node, int]] = [(template, 0)]
    while waiting:
        node, depth = waiting.pop()
        depth += isinstance(node, _NESTING)
        if depth > DEEPEST_NESTING:
            message, hint = f"blocks are nested deeper than {DEEPEST_NESTING}", "put the inner ones into a macro"
            yield TemplateFault("BG405", spread.start(node.lineno), message, hint)
            return
        waiting += [(one, depth) for one in reversed(inner(node))]
