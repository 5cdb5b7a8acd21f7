"""Mirror data: a brief and the check give one answer, whatever the rows state of their valuation."""

from __future__ import annotations

import re

import pytest

from briefgen.load import load
from briefgen.model.values.date import parse_date
from briefgen.validate import validate
from briefgen.view import Request, view
from briefgen.world import Memory
from samples.composing import BASE, FOLDER

HEADER = "id,period,exporter,importer,reporter,flow,value,half_unit,scale,currency,valuation,status,op,sources\n"


def answers(*rows: str, claims: str = "all") -> tuple[float | None, int | None]:
    """The discrepancy that a brief prints, in per cent, and the one that BG239 tells."""
    texts = {
        **BASE,
        f"{FOLDER}/trade.csv": HEADER + "".join(f"r{n},2018,PAK,BLR,{row},ref\n" for n, row in enumerate(rows)),
        "templates/audiences/reader.yaml": BASE["templates/audiences/reader.yaml"] + f"claims: {claims}\n",
        "templates/sections/one.md.j2": "Words.\n",
    }
    workspace = load(Memory({name: text.encode() for name, text in texts.items()})).value
    year = view(workspace.relations[0], workspace.audiences[0], Request()).value.trade[-1]
    [printed] = [one for one in year.indicators if (one.name, one.party) == ("mirror_discrepancy", "PAK")]
    said = [d.message for d in validate(workspace, parse_date("2021")) if d.code == "BG239"]
    told = [int(found[1]) for message in said if (found := re.search(r"(\d+) % apart", message))]
    return float(printed.figure.quantity.value) if printed.figure else None, told[0] if told else None


@pytest.mark.parametrize("sold", ["FOB", "CIF", "unknown", ""])
@pytest.mark.parametrize("bought", ["FOB", "CIF", "unknown", ""])
def test_freight_is_taken_off_where_both_rows_state_what_it_stands_for(sold: str, bought: str) -> None:
    printed, told = answers(
        f"PAK,X,100,0.5,1000000,USD,{sold},asserted,eq", f"BLR,X,159,0.5,1000000,USD,{bought},asserted,eq"
    )

    expected = 50 if (sold, bought) == ("FOB", "CIF") else 59
    assert (printed, told) == (expected, expected)


def test_the_claim_that_counts_most_is_compared_not_the_first() -> None:
    rows = (
        "PAK,X,10,0.5,1000000,USD,FOB,superseded,eq", "PAK,X,100,0.5,1000000,USD,FOB,asserted,eq",
        "BLR,X,300,0.5,1000000,USD,FOB,contested,eq", "BLR,X,150,0.5,1000000,USD,FOB,asserted,eq",
    )  # fmt: skip

    assert answers(*rows) == (50, 50)


def test_a_bound_is_compared_with_nothing() -> None:
    rows = ("PAK,X,100,0.5,1000000,USD,FOB,asserted,eq", "BLR,X,300,0.5,1000000,USD,CIF,asserted,more_than")

    assert answers(*rows) == (None, None)
