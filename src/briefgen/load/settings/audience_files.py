"""Audience files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefgen.diagnostics import did_you_mean, echo
from briefgen.load.nodes.node import Mapping, Node, Scalar, Sequence, kind_of
from briefgen.load.settings.citation_options import read_citations
from briefgen.load.settings.section_files import option_value
from briefgen.load.settings.section_ranks import RANK_NAMES, RANK_SCHEMAS, ranks_in
from briefgen.load.shapes.converters import (
    DECIMALS,
    FROM_ONE,
    LINE,
    SENSITIVITY,
    STATUS,
    TITLE,
    TOPIC,
    TRUTH,
    WHOLE,
    number_within,
    one_of,
)
from briefgen.load.shapes.shape import BAD, Converter, Field, Shape, list_of, record
from briefgen.load.shapes.usual_values import usual_of
from briefgen.load.shapes.value_schemas import words
from briefgen.model.audience import (
    Audience,
    CitationOptions,
    Freshness,
    LengthLimits,
    NumberOptions,
    Pdf,
    SectionChoice,
)
from briefgen.model.audience_choices import (
    CitationPlace,
    ClaimChoice,
    DateOrder,
    DecimalSign,
    EmptyPolicy,
    GroupSign,
    MarkerChoice,
    NoteChoice,
    OpeningChoice,
    PdfStandard,
    WhenStale,
)
from briefgen.model.editions.following import Follow
from briefgen.model.facts.clearings import UNCLEARED, BriefState
from briefgen.model.facts.fact import TOPICS
from briefgen.model.looks.citation_style import PLAIN
from briefgen.model.template_files import TEMPLATES, TemplateKind, is_among
from briefgen.records import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from collections.abc import Mapping as ReadOnly

    from briefgen.diagnostics import Place, Report
    from briefgen.load.shapes.value_schemas import JsonSchema
    from briefgen.model.audience import OptionValue
    from briefgen.model.looks.citation_style import CitationStyle
    from briefgen.model.workspace import SectionTemplate

EMPTY_POLICIES = tuple(policy for policy in EmptyPolicy if policy)


def _raw(node: Node, _report: Report) -> Node:
    """Kept as a node: checked against the templates that are there."""
    return node


def _hidden(**values: Any) -> dict[str, Any]:  # noqa: ANN401 - lists of words
    return values


def _given(**values: Any) -> dict[str, Any]:  # noqa: ANN401 - checked against the styles that are there
    return values


NUMBERS = Shape("numbers", {
    "digits": Field(FROM_ONE), "intervals": Field(TRUTH), "decimal": Field(one_of(filter(None, DecimalSign))),
    "thousands": Field(one_of(filter(None, GroupSign))), "percent_decimals": Field(DECIMALS),
}, NumberOptions, wants_place=False)  # fmt: skip
STYLE_NAME: JsonSchema = {
    "type": "string", "description": "A file in templates/citations/, without .csl; or plain, or names.",
}  # fmt: skip
CITATIONS = Shape("citations", {
    "style": Field(Converter("the name of a style", _raw, STYLE_NAME)), "markers": Field(one_of(MarkerChoice)),
    "place": Field(one_of(CitationPlace), target="where"), "locators": Field(TRUTH), "quotes": Field(TRUTH),
}, _given, usual={**usual_of(CitationOptions), "style": PLAIN.id})  # fmt: skip
PDF = Shape("pdf", {"standard": Field(one_of(PdfStandard))}, Pdf, wants_place=False)
LIMITS = Shape("limits", {
    "pages": Field(FROM_ONE), "words": Field(FROM_ONE), "grade": Field(number_within(1, 20, "years at school")),
    "sentence_words": Field(FROM_ONE), "acronyms": Field(WHOLE),
}, LengthLimits, wants_place=False)  # fmt: skip
FRESHNESS = Shape("an age", {"months": Field(WHOLE, required=True), "then": Field(one_of(WhenStale))},
                  Freshness)  # fmt: skip

_READ_STATE = one_of(UNCLEARED)


def _state(node: Node, report: Report) -> object:
    """A state that can be said of whatever is made; of one that cannot, where it is said."""
    if isinstance(node, Scalar) and node.text == BriefState.CLEARED:
        message = "no audience's briefs are cleared whatever they say: an edition is"
        report.error("BG340", node.place, message, "name it under 'cleared' in relation.yaml, with 'by' and 'on'")
        return BAD
    return _READ_STATE.read(node, report)


def _watermark(node: Node, report: Report) -> object:
    return _STATES.read(node, report) if isinstance(node, Sequence) else LINE.read(node, report)


STATE = Converter(_READ_STATE.name, _state, _READ_STATE.accepts)
_STATES = list_of(STATE)
WATERMARK = Converter(
    "a word, or a list of states", _watermark,
    {"anyOf": [{"type": "array", "items": words(UNCLEARED)}, LINE.accepts]},
)  # fmt: skip
BODY_SIZE = number_within(8, 16, "points")

IF_EMPTY: JsonSchema = {
    "description": "Where there is nothing to show: leave it out, say so, or fail.", **words(EMPTY_POLICIES),
}  # fmt: skip
SECTIONS: JsonSchema = {
    "type": "array",
    "minItems": 1,
    "items": {"anyOf": [
        {"type": "string", "description": "The name of a template in templates/sections/."},
        {
            "type": "object", "minProperties": 1, "maxProperties": 1,
            "description": "The name of a template, with its options behind: {trade: {chart: true}}.",
            "additionalProperties": {
                "type": ["object", "null"],
                "properties": {"if_empty": IF_EMPTY, **RANK_SCHEMAS},
                "additionalProperties": {"type": ["string", "integer", "boolean"]},
            },
        },
    ]},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class KnownSections:
    """The sections that an audience can list."""

    read: ReadOnly[str, SectionTemplate]
    unread: frozenset[str] = frozenset()
    """Those that are there and could not be read, which has been told; as paths under templates/."""

    @property
    def said(self) -> str:
        """All that audiences are held to, in one text: the words of the sections are none of it."""
        heads = [(name, sorted(one.options.items()), one.ranks) for name, one in sorted(self.read.items())]
        return repr((heads, sorted(self.unread)))

    def is_unread(self, name: str) -> bool:
        """Whether a section is there, for all that is known, and could not be read."""
        return is_among(TemplateKind.SECTION.path(name).removeprefix(f"{TEMPLATES}/"), self.unread)


def _reasons_by(what: str, names: Iterable[str]) -> Converter:
    return record(Shape(what, {name: Field(LINE) for name in names}, _given, wants_place=False))


def audience_shape(kinds: Iterable[str]) -> Shape:
    """The shape of an audience, which may hide these kinds of facts, or say how old they may be."""
    kinds = tuple(kinds)
    hide = Shape("hide", {
        "topics": Field(list_of(TOPIC)), "kinds": Field(list_of(one_of(kinds))), "statuses": Field(list_of(STATUS)),
        "embargoed": Field(TRUTH, target="hide_embargoed"),
    }, _hidden, wants_place=False, usual=usual_of(Audience))  # fmt: skip
    leaves_out = Shape("leaves_out", {
        "topics": Field(_reasons_by("left-out topics", TOPICS)), "kinds": Field(_reasons_by("left-out kinds", kinds)),
    }, _given, wants_place=False)  # fmt: skip
    stale_after = Shape("stale_after", {name: Field(record(FRESHNESS)) for name in kinds}, _hidden, wants_place=False)
    return Shape("an audience", {
        "name": Field(TITLE, required=True), "brief_for": Field(TITLE, required=True),
        "subtitle": Field(TITLE, required=True),
        "opening": Field(one_of(OpeningChoice)), "to": Field(TITLE), "from": Field(TITLE, target="sender"),
        "purpose": Field(TITLE), "contact": Field(TITLE),
        "headline": Field(TITLE), "standfirst": Field(TITLE),
        "clearance": Field(SENSITIVITY, required=True), "hide": Field(record(hide)),
        "leaves_out": Field(record(leaves_out)), "require_source": Field(TRUTH),
        "claims": Field(one_of(ClaimChoice)),
        "style": Field(LINE), "body_size": Field(BODY_SIZE), "handling": Field(LINE),
        "portions": Field(TRUTH),
        "state": Field(STATE), "follow": Field(list_of(one_of(Follow))),
        "watermark": Field(WATERMARK), "contents": Field(TRUTH), "pdf": Field(record(PDF)),
        "tone": Field(LINE), "notes": Field(one_of(NoteChoice)), "dates": Field(one_of(filter(None, DateOrder))),
        "numbers": Field(record(NUMBERS)), "citations": Field(record(CITATIONS)),
        "limits": Field(record(LIMITS)), "stale_after": Field(record(stale_after)),
        "sections": Field(Converter("a list of sections", _raw, SECTIONS), required=True),
    }, _hidden, usual=usual_of(Audience))  # fmt: skip


def tell_tone(root: Node | None, tones: Collection[str], report: Report) -> None:
    """BG173 for a tone that no wording declares: its words would be those of another."""
    node = root.items.get("tone") if isinstance(root, Mapping) else None
    if isinstance(node, Scalar) and node.text and node.text not in tones:
        message = f"the wording has no tone '{echo(node.text)}'"
        report.error("BG173", node.place, message, did_you_mean(node.text, tones))


def read_audience(
    name: str,
    shape: Shape,
    root: Node | None,
    sections: KnownSections,
    styles: ReadOnly[str, CitationStyle | None],
    report: Report,
) -> Audience | None:
    """One audience, its sections and its citation style checked against those that are there."""
    if root is None:
        return None
    values = shape.read(root, report)
    if values is BAD:
        return None
    _tell_one_sign(root, values.get("numbers"), report)
    hide, leaves_out = values.pop("hide", {}), values.pop("leaves_out", {})
    choices = _choices(values.pop("sections"), sections, report)
    watermark = values.pop("watermark", "")
    marks = {"watermark": watermark} if isinstance(watermark, str) else {"watermarked": tuple(watermark)}
    citations = read_citations(values.pop("citations", {}), styles, report)
    audience = Audience(id=name, sections=choices, citations=citations, **marks, **values)
    return replace(
        audience,
        leaves_out_topics=leaves_out.get("topics", {}),
        leaves_out_kinds=leaves_out.get("kinds", {}),
        hide_topics=frozenset(hide.get("topics", ())),
        hide_kinds=frozenset(hide.get("kinds", ())),
        hide_embargoed=hide.get("hide_embargoed", True),
        hide_statuses=frozenset(hide.get("statuses", ())),
    )


def _tell_one_sign(root: Node, numbers: NumberOptions | None, report: Report) -> None:
    """BG174 for one sign before decimals and between thousands: 1,234 would be two numbers."""
    if numbers and numbers.decimal and numbers.decimal.value == numbers.thousands.value:
        place = root.items["numbers"].place if isinstance(root, Mapping) else root.place
        message = f"a {numbers.decimal} stands before decimals and between thousands"
        report.error("BG174", place, message, "choose another for one of them: 'thousands: space'")


def _choices(node: Node, sections: KnownSections, report: Report) -> tuple[SectionChoice, ...]:
    if not isinstance(node, Sequence):
        message = f"sections is a list, and this is {kind_of(node)}"
        report.error("BG108", node.place, message, "write one section a line, each with '- '")
        return ()
    if not node.items:
        report.error("BG108", node.place, "sections is an empty list: the brief would be empty", "write '- summary'")
    found = (_choice(item, sections, report) for item in node.items)
    return tuple(choice for choice in found if choice)


def _choice(node: Node, sections: KnownSections, report: Report) -> SectionChoice | None:
    """`trade`, or `trade: {chart: true}`."""
    if isinstance(node, Scalar):
        name, place, given = node.text, node.place, None
    elif isinstance(node, Mapping) and len(node.items) == 1:
        name, given = next(iter(node.items.items()))
        place = node.keys[name]
    else:
        report.error(
            "BG108", node.place, "a section is its name, with its options behind", "write '- trade: {chart: true}'"
        )
        return None
    if sections.is_unread(name):
        return None
    template = sections.read.get(name)
    if template is None:
        report.error("BG114", place, f"there is no section '{echo(name)}'", did_you_mean(name, sections.read))
        return None
    options, if_empty = _options(template, given, report)
    ranks = ranks_in(given.items if isinstance(given, Mapping) else {}, template.ranks, report)
    return SectionChoice(name=name, options=options, place=place, if_empty=if_empty, ranks=ranks)


def _options(
    template: SectionTemplate, given: Node | None, report: Report
) -> tuple[dict[str, OptionValue], EmptyPolicy]:
    options, if_empty = dict(template.options), EmptyPolicy.UNSAID
    if given is None or (isinstance(given, Scalar) and not given.text):
        return options, if_empty
    if not isinstance(given, Mapping):
        report.error(
            "BG108", given.place, f"the options of '{template.name}' are {kind_of(given)}", "write {chart: true}"
        )
        return options, if_empty
    for name, node in given.items.items():
        if name == "if_empty":
            policy = one_of(EMPTY_POLICIES).read(node, report)
            if_empty = if_empty if policy is BAD else policy
        elif name in RANK_NAMES:  # read with those of the template
            continue
        elif name not in options:
            known = [*options, "if_empty", *RANK_NAMES]
            message = f"section '{template.name}' has no option '{echo(name)}'"
            report.error("BG114", given.keys[name], message, did_you_mean(name, known))
        else:
            options[name] = _typed(name, node, options[name], report)
    return options, if_empty


def _typed(name: str, node: Node, default: OptionValue, report: Report) -> OptionValue:
    value = option_value(node.text) if isinstance(node, Scalar) else None
    if type(value) is type(default) and value is not None:
        return value
    if isinstance(default, str) and isinstance(node, Scalar):
        return node.text
    expected = {bool: "true or false", int: "a whole number", str: "one word"}[type(default)]
    report.error("BG108", _place(node), f"option '{name}' must be {expected}", f"write {{{name}: {_written(default)}}}")
    return default


def _written(value: OptionValue) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _place(node: Node) -> Place:
    return node.place
