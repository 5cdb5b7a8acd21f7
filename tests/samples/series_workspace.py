"""A workspace with indicators of every kind, and rows of series that a test writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.document import Paragraph
from briefgen.model.traversal import in_rows
from briefgen.world import Memory
from readers.document_words import words_of_inlines
from samples.composing import BASE, FOLDER, composed, loaded

if TYPE_CHECKING:
    from briefgen.view import Request

INDICATORS = """\
- {id: students, name: students, measures: stock, unit: student, unit_plural: students,
   phrase: "students from {whose} in {towards}", about: Enrolled at the end of the year.}
- {id: visitors, name: visitors, measures: flow, unit: visitor, unit_plural: visitors,
   phrase: "arrivals from {whose} in {towards}"}
- {id: invested, name: direct investment, measures: stock, unit: currency,
   phrase: "direct investment of {whose} in {towards}"}
- {id: net, name: net investment, measures: flow, unit: currency, may_be_negative: true}
- {id: gas, name: gas, measures: flow, unit: tonne, unit_plural: tonnes, phrase: "gas sold by {whose} to {towards}"}
- {id: air, name: flights, measures: stock, unit: flight a week, unit_plural: flights a week,
   phrase: "air service from {whose} to {towards}"}
- {id: refused, name: refused visas, measures: flow, unit: "%", phrase: "the share of visas refused to {whose}"}
"""
HEAD = (
    "id,indicator,period,whose,towards,value,op,scale,unit,reporter,year_basis,definition,status,sources,sensitivity\n"
)
SENTENCES = """\
{% for one in series() %}
{% set last = one.values|last %}
{{ one|capital }}: {{ last.figure|quantity }} in {{ last.period|date }}{{ cite(last) }}.

{% endfor %}
"""


def rows(*lines: str) -> str:
    """The rows as a file; what a row does not say at its end is empty, its source apart."""
    return HEAD + "".join(f"{_filled(line)}\n" for line in lines)


def _filled(line: str) -> str:
    columns = HEAD.strip().split(",")
    cells = line.split(",")
    cells += [""] * (len(columns) - len(cells))
    at = columns.index("sources")
    cells[at] = cells[at] or "ref"
    return ",".join(cells)


def sentences(
    table: str, section: str = SENTENCES, request: Request | None = None, others: dict[str, str] | None = None
) -> list[str]:
    """The paragraphs of a brief of the workspace, blanks as one types them."""
    workspace = loaded(Memory({path: text.encode() for path, text in files(table, section, others).items()}))
    document, said = composed(workspace, "reader", request)
    assert [d.message for d in said] == []
    texts = (words_of_inlines(block.inlines) for block in in_rows(document.blocks) if isinstance(block, Paragraph))
    return [" ".join(text.split()) for text in texts]


def files(table: str, section: str = SENTENCES, others: dict[str, str] | None = None) -> dict[str, str]:
    """The workspace as files."""
    return {
        **BASE, "data/indicators.yaml": INDICATORS, f"{FOLDER}/series.csv": table,
        "templates/sections/one.md.j2": section, **(others or {}),
    }  # fmt: skip
