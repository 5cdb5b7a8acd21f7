"""What a relation may have more of, one thing at a time: facts of each kind, rows, texts, addresses, relations."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING

from samples.growing_relation import FOLDER, Counts, growing_relation

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

FEW = Counts(months=3, products=3, milestones=3, visits=3, agreements=3, mechanisms=2, sessions=2, positions=3,
             recommendations=3, assessments=3, references=3, people=3)  # fmt: skip
KINDS = (
    "months", "products", "milestones", "visits", "agreements", "mechanisms", "sessions", "positions",
    "recommendations", "assessments", "references", "people",
)  # fmt: skip
_TRADE = "id,period,exporter,importer,flow,value,scale,currency,sources"
_GOODS = "id,exporter,importer,label,hs_code,value,scale,currency,period,sources"
_SIDES = (("PAK", "BLR"), ("BLR", "PAK"))


def _of_kind(name: str, factor: int) -> dict[str, str]:
    return growing_relation(FEW.times(factor, name))


def valued_products(rows: int) -> list[str]:
    """So many products of one year, each with its value."""
    return [f"p-{n},{','.join(_SIDES[n % 2])},goods number {n},,{n + 1}.5,1000000,USD,2020,work-0" for n in range(rows)]


def _products_of_one_year(factor: int) -> dict[str, str]:
    return growing_relation(FEW) | {f"{FOLDER}/products.csv": "\n".join((_GOODS, *valued_products(3 * factor)))}


def _years_of_trade(factor: int) -> dict[str, str]:
    rows = (
        f"y-{year}-{one.lower()},{year},{one},{other},X,{year - 1890}.5,1000000,USD,work-0"
        for year in range(1900, 1900 + 2 * factor)
        for one, other in _SIDES
    )
    return growing_relation(FEW) | {f"{FOLDER}/trade.csv": "\n".join((_TRADE, *rows))}


def _paragraphs(factor: int) -> dict[str, str]:
    said = (
        f"In its year {n} the work of *both* sides goes on, as one of them says [@work-0]." for n in range(6 * factor)
    )
    return growing_relation(FEW) | {
        f"{FOLDER}/prose/background.md": "---\ntitle: Background\n---\n" + "\n\n".join(said)
    }


def _sentences_of_one_text(factor: int) -> dict[str, str]:
    said = " ".join(f"The two sides met again in year {n} of their talks." for n in range(8 * factor))
    text = (
        f"- id: long\n  parties: [PAK, BLR]\n  statement: {said}\n  topics: [politics]\n  sources: [{{ref: work-0}}]\n"
    )
    return growing_relation(FEW) | {f"{FOLDER}/positions.yaml": text}


def _long_addresses(factor: int) -> dict[str, str]:
    pages = [
        {
            "id": f"work-{n}", "type": "webpage", "title": f"A page {n}", "issued": {"date-parts": [[2001]]},
            "author": [{"family": "Author", "given": "A."}], "URL": "https://example.org/" + "a-b_c/" * 8 * factor,
            "custom": {"source_class": "academic"},
        }
        for n in range(FEW.references)
    ]  # fmt: skip
    return growing_relation(FEW) | {f"{FOLDER}/references.json": json.dumps(pages)}


def relations(count: int) -> dict[str, str]:
    """So many relations of one workspace."""
    files: dict[str, str] = {}
    for number in range(count):
        for path, text in growing_relation(FEW).items():
            top, _, rest = path.partition("/")
            folder, _, inside = rest.partition("/")
            files[f"{top}/{folder}-{number}/{inside}" if top == "data" and inside else path] = text
    return files


SHAPES: Mapping[str, Callable[[int], dict[str, str]]] = {
    **{name: partial(_of_kind, name) for name in KINDS},
    "products of one year": _products_of_one_year,
    "years of trade": _years_of_trade,
    "paragraphs": _paragraphs,
    "sentences of one text": _sentences_of_one_text,
    "letters of an address": _long_addresses,
    "relations": lambda factor: relations(max(factor // 8, 1)),
}
"""Name → the files of a workspace with so many times as much of it."""
