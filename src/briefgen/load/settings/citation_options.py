"""How an audience sees sources: its style, and whether the style can give what is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefgen.diagnostics import did_you_mean, echo
from briefgen.load.nodes.node import Scalar
from briefgen.model.audience import CitationOptions
from briefgen.model.audience_choices import CitationPlace, MarkerChoice
from briefgen.model.looks.citation_style import OWN_STYLES, PLAIN, CitationStyle, StyleKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefgen.diagnostics import Place, Report
    from briefgen.load.nodes.node import Node


def read_citations(
    values: dict[str, Any], styles: Mapping[str, CitationStyle | None], report: Report
) -> CitationOptions:
    """The choice with its style found; what does not go together is reported at the choice."""
    node, place = values.pop("style", None), values.pop("place", None)
    style = _style(node, styles, report) if node is not None else PLAIN
    citations = CitationOptions(style=style or PLAIN, **values)
    if style is not None and place is not None:
        _check_together(citations, styles, place, report)
    return citations


def _style(node: Node, styles: Mapping[str, CitationStyle | None], report: Report) -> CitationStyle | None:
    if not isinstance(node, Scalar):
        report.error("BG108", node.place, "a citation style is one word", "write style: gost")
        return None
    if node.text in OWN_STYLES:
        return OWN_STYLES[node.text]
    if node.text not in styles:
        hint = did_you_mean(node.text, [*styles, *OWN_STYLES])
        report.error("BG118", node.place, f"there is no citation style '{echo(node.text)}'", hint)
        return None
    return styles[node.text]


def _check_together(
    citations: CitationOptions, styles: Mapping[str, CitationStyle | None], place: Place, report: Report
) -> None:
    style, in_notes = citations.style, citations.where is not CitationPlace.LIST
    unmarked = citations.markers in {MarkerChoice.NONE, MarkerChoice.EXHIBITS}
    if citations.markers is MarkerChoice.AUTHOR_DATE and in_notes:
        message = f"markers of author and date lead to a list, not to {citations.where}"
        report.error("BG120", place, message, "choose place: list, or markers: numbers")
    elif citations.markers is MarkerChoice.AUTHOR_DATE and style.gives is not StyleKind.AUTHOR_DATE:
        fitting = sorted(name for name, s in styles.items() if s and s.gives is StyleKind.AUTHOR_DATE)
        hint = f"choose one of these styles: {', '.join(fitting)}" if fitting else "choose markers: numbers"
        report.error("BG120", place, f"the style '{style.id}' has no markers of author and date", hint)
    elif unmarked and in_notes:
        message = f"without markers in the text there are no {citations.where}"
        report.error("BG120", place, message, "choose place: list, or markers: numbers")
    elif style.gives is StyleKind.NAMES and not unmarked:
        message = "a list of names alone has nothing that a marker could lead to"
        report.error("BG120", place, message, "choose markers: none, or another style")
