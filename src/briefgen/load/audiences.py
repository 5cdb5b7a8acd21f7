"""Audience files."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from briefgen.diagnostics import did_you_mean
from briefgen.load.convert import SENSITIVITY, STATUS, TEXT, TOPIC, TRUTH, WHOLE, WORDS, one_of
from briefgen.load.nodes import Mapping, Node, Scalar, Sequence, kind_of
from briefgen.load.schema import BAD, Converter, Field, Shape, echo, list_of, record
from briefgen.load.sections import option_value
from briefgen.model.audience import Audience, Citations, Limits, Numbers, SectionChoice
from briefgen.model.fact import Status

if TYPE_CHECKING:
    from collections.abc import Mapping as ReadOnly

    from briefgen.diagnostics import Place, Report
    from briefgen.model.audience import OptionValue
    from briefgen.model.workspace import SectionTemplate

KINDS = ("milestones", "visits", "agreements", "mechanisms", "forums", "projects", "memberships", "positions",
         "assessments", "recommendations", "trade", "products")  # fmt: skip
EMPTY_POLICIES = ("drop", "placeholder", "error")


def _raw(node: Node, _report: Report) -> Node:
    """Kept as a node: checked against the templates that are there."""
    return node


def _hidden(**values: Any) -> dict[str, Any]:  # noqa: ANN401 - lists of words
    return values


HIDE = Shape("hide", {
    "topics": Field(list_of(TOPIC)), "kinds": Field(list_of(one_of(KINDS))), "statuses": Field(list_of(STATUS)),
    "embargoed": Field(TRUTH),
}, _hidden, wants_place=False)  # fmt: skip
NUMBERS = Shape("numbers", {"digits": Field(WHOLE), "intervals": Field(TRUTH)}, Numbers, wants_place=False)
CITATIONS = Shape("citations", {
    "markers": Field(one_of(("numbers", "exhibits", "none"))), "locators": Field(TRUTH), "quotes": Field(TRUTH),
}, Citations, wants_place=False)  # fmt: skip
LIMITS = Shape("limits", {"pages": Field(WHOLE), "words": Field(WHOLE)}, Limits, wants_place=False)

AUDIENCE = Shape("an audience", {
    "name": Field(TEXT, required=True), "brief_for": Field(TEXT, required=True), "subtitle": Field(TEXT, required=True),
    "clearance": Field(SENSITIVITY, required=True), "hide": Field(record(HIDE)), "require_source": Field(TRUTH),
    "handling": Field(WORDS), "tone": Field(WORDS), "numbers": Field(record(NUMBERS)),
    "citations": Field(record(CITATIONS)), "limits": Field(record(LIMITS)),
    "sections": Field(Converter("a list of sections", _raw), required=True),
}, _hidden)  # fmt: skip


def read_audience(
    name: str, root: Node | None, sections: ReadOnly[str, SectionTemplate], report: Report
) -> Audience | None:
    """One audience, its sections checked against the templates."""
    if root is None:
        return None
    values = AUDIENCE.read(root, report)
    if values is BAD:
        return None
    hide = values.pop("hide", {})
    choices = _choices(values.pop("sections"), sections, report)
    audience = Audience(id=name, sections=choices, **values)
    return replace(
        audience,
        hide_topics=frozenset(hide.get("topics", ())),
        hide_kinds=frozenset(hide.get("kinds", ())),
        hide_embargoed=hide.get("embargoed", True),
        hide_statuses=frozenset(Status(status).value for status in hide.get("statuses", ())),
    )


def _choices(node: Node, sections: ReadOnly[str, SectionTemplate], report: Report) -> tuple[SectionChoice, ...]:
    if not isinstance(node, Sequence):
        report.error("BG108", node.place, f"sections is {kind_of(node)}", "write one section a line, each with '- '")
        return ()
    found = (_choice(item, sections, report) for item in node.items)
    return tuple(choice for choice in found if choice)


def _choice(node: Node, sections: ReadOnly[str, SectionTemplate], report: Report) -> SectionChoice | None:
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
    template = sections.get(name)
    if template is None:
        report.error("BG114", place, f"there is no section '{echo(name)}'", did_you_mean(name, sections))
        return None
    options, if_empty = _options(template, given, report)
    return SectionChoice(name=name, options=options, place=place, if_empty=if_empty)


def _options(template: SectionTemplate, given: Node | None, report: Report) -> tuple[dict[str, OptionValue], str]:
    options, if_empty = dict(template.options), "drop"
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
        elif name not in options:
            known = [*options, "if_empty"]
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
    report.error("BG108", _place(node), f"option '{name}' must be {expected}", None)
    return default


def _place(node: Node) -> Place:
    return node.place
