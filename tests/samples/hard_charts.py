"""Forty charts that are hard to draw, each as rows of data and a call of a template, composed like any brief.

The laws that all of them keep are those of `drawn_geometry`; what they look like on a page is for eyes.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from briefgen.model.document import Document, Exhibit
from briefgen.model.traversal import every_block
from briefgen.world import Memory
from samples.composing import BASE, FOLDER, composed, loaded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

HEAD = (
    "id,period,exporter,importer,flow,value,op,half_unit,scale,currency,reporter,valuation,year_basis,worded_as,"
    "sources\n"
)
LONG = ("United Kingdom of Great Britain and Northern Ireland", "Democratic Republic of the Congo and Overseas Lands")
LONGEST = ("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft", "Land")
ARABIC = ("جمهورية باكستان الإسلامية", "جمهورية بيلاروسيا")
HEBREW = ("ישראל", "בלארוס")
CHINESE = ("中華人民共和國香港特別行政區政府統計處對外貿易統計", "白俄羅斯")
GEORGIAN = ("საქართველო", "ბელარუსი")
CYRILLIC = ("Республика Беларусь и сопредельные территории", "Исламская Республика Пакистан")
PAIR = ("Pakistan", "Belarus")


@dataclass(frozen=True)
class HardChart:
    """One chart of the sheet."""

    name: str
    call: str
    rows: Sequence[str]
    parties: tuple[str, str] = PAIR

    def files(self) -> dict[str, str]:
        """A workspace that holds nothing else."""
        one, other = self.parties
        relation = BASE[f"{FOLDER}/relation.yaml"].replace("name: Pakistan", f"name: {one}")
        made = {
            **BASE,
            f"{FOLDER}/relation.yaml": relation.replace("name: Belarus", f"name: {other}"),
            "templates/sections/one.md.j2": f"{{{{ {self.call} }}}}\n",
        }
        if self.rows:
            made[f"{FOLDER}/trade.csv"] = HEAD + "".join(f"{row}\n" for row in self.rows)
        return made

    def document(self) -> Document:
        """The brief that holds the chart."""
        return _document(tuple(self.files().items()))

    def exhibit(self) -> Exhibit:
        """The chart with what stands around it."""
        return next(block for block in every_block(self.document().blocks) if isinstance(block, Exhibit))


@cache
def _document(files: tuple[tuple[str, str], ...]) -> Document:
    made, _ = composed(loaded(Memory({path: text.encode() for path, text in files})), "reader")
    return made


def flow(period: object, way: str, value: object, op: str = "eq", half: object = "", **basis: str) -> str:
    """A row of trade; `way` is `out`, `in`, `both` or `balance`."""
    told = {"reporter": "PAK", "valuation": "FOB", "year": "calendar", "worded": "", "currency": "USD",
            "scale": "1000000", **basis}  # fmt: skip
    sides = ("BLR", "PAK") if way == "in" else ("PAK", "BLR")
    kind = {"out": "X", "in": "X", "both": "TURNOVER", "balance": "BALANCE"}[way]
    cells = (
        f"{way}-{period}-{told['currency']}".lower().replace("?", "q"), period, *sides, kind, value, op, half,
        told["scale"], told["currency"], told["reporter"], told["valuation"], told["year"], told["worded"], "ref",
    )  # fmt: skip
    return ",".join(map(str, cells))


def both_ways(values: Iterable[tuple[object, object, object]], **basis: str) -> list[str]:
    """Rows of both directions: period, what the first party sells, what the second does."""
    return [
        row
        for period, one, other in values
        for row in (flow(period, "out", one, **basis), flow(period, "in", other, **basis))
    ]


FEW = both_ways([(2018, 5, 6), (2019, 7, 8), (2020, 9, 10)])
MANY = both_ways([(year, 20 + (year * 7) % 13, 14 + (year * 3) % 5) for year in range(1990, 2021)])
DOUBTS = [
    flow(2016, "out", "37", "about", half="0.5"), flow(2016, "in", "15", "about", half="0.5"),
    flow(2017, "out", "38.5", "about", half="2.5"), flow(2017, "in", "14", half="2"),
    flow(2018, "out", "30", "at_least"), flow(2018, "in", "1", "less_than"),
]  # fmt: skip
UNLIKE = [
    flow(2019, "out", "15.1", "about", half="0.05", worded="exports", reporter="", valuation="unknown"),
    flow(2019, "in", "35.1", "about", half="0.05", worded="imports", reporter="", valuation="unknown"),
    flow("2020?", "out", "15", "about", half="0.5", worded="exports", reporter="", valuation="unknown"),
    flow("2020?", "in", "37", "about", half="0.5", worded="exports", reporter="", valuation="unknown"),
]  # fmt: skip
GAPPED = both_ways(
    [(year, 24 + (year - 2006) * 2, 14 + year % 3) for year in (*range(2006, 2011), 2013, *range(2015, 2021))]
)
HUGE = both_ways([(2016, 1, 2), (2017, "1.5", 2), (2018, 9000, 3), (2020, 1, 3)])
BALANCES = both_ways([(2010 + n, 20 + net, 20) for n, net in enumerate((8, 9, 6, 7, 3, 1, -2)) if net]) + both_ways(
    [(2018, 20, 25), (2019, 20, 27), (2020, 20, 30)]
)
TWO_UNITS = [
    *(flow(year, "both", 48 + year % 4) for year in range(2010, 2015)),
    *(
        flow(year, "both", f"{(year - 2010) * 0.9:.1f}", currency="PKR", scale="1000000000")
        for year in range(2015, 2021)
    ),
]
DECADES = both_ways([(1951, 3, 4), (1952, 4, 4), (2019, 15, 35), (2020, 16, 37)])


def _call(kind: str, what: str = "exports", more: str = "") -> str:
    return f'chart("{kind}", "Trade in each direction", trade, what="{what}"{more})'


_HEADLINE = ', headline="Pakistan sells Belarus more than twice what it buys"'
NOTHING = both_ways([(2018, 9, 5), (2019, 5, 5), (2020, 4, 6)])
BROKEN = [
    *both_ways([(y, 10 + y % 4, 20 + y % 3) for y in range(2008, 2014)]),
    *both_ways([(y, 16 + y % 4, 29 + y % 3) for y in range(2014, 2021)], reporter="BLR"),
]

HARD = (
    HardChart("bars of every doubt", _call("bar", more=_HEADLINE), DOUBTS),
    HardChart("dots of every doubt", _call("dot"), DOUBTS),
    HardChart("columns of every doubt", _call("column"), DOUBTS),
    HardChart("line of every doubt", _call("line"), [*DOUBTS, flow(2019, "out", 40), flow(2019, "in", 14)]),
    HardChart("unlike bases", _call("bar"), UNLIKE),
    HardChart("unlike bases upright", _call("column"), UNLIKE),
    HardChart("unlike bases asked for as a line", _call("line"), UNLIKE),
    HardChart("unlike bases as dots", _call("dot"), UNLIKE),
    HardChart("a line that breaks", _call("line"), BROKEN),
    HardChart("31 years of bars", _call("bar"), MANY),
    HardChart("31 years of columns", _call("column"), MANY),
    HardChart("31 years as a line", _call("line"), MANY),
    HardChart("31 years stacked", _call("stacked"), MANY),
    HardChart("31 years of bands", _call("area"), MANY),
    HardChart("a line with gaps and a lone year", _call("line"), GAPPED),
    HardChart("columns with gaps", _call("column"), GAPPED),
    HardChart("bars with gaps", _call("bar"), GAPPED[:12]),
    HardChart("two decades apart", _call("column"), DECADES),
    HardChart("two points are no line", _call("line"), FEW[:4]),
    HardChart("three points are one", _call("line"), FEW),
    HardChart("a balance that changes sides", _call("column", "balance"), BALANCES),
    HardChart("a balance in bars", _call("bar", "balance"), BALANCES),
    HardChart("a balance as a line", _call("line", "balance"), BALANCES),
    HardChart("a balance of nothing", _call("column", "balance"), NOTHING),
    HardChart("all zero", _call("bar"), both_ways([(2019, 0, 0), (2020, 0, 0)])),
    HardChart("one value", _call("bar", "turnover"), [flow(2020, "both", 52, "about", half="0.5")]),
    HardChart("one value upright", _call("column", "turnover"), [flow(2020, "both", 52, "about", half="0.5")]),
    HardChart("one huge value", _call("bar"), HUGE),
    HardChart("one huge value in stacks", _call("stacked"), HUGE),
    HardChart("long names in bars", _call("bar"), FEW, LONG),
    HardChart("long names in columns", _call("column"), FEW, LONG),
    HardChart("long names on lines", _call("line"), FEW, LONG),
    HardChart("long names on bands", _call("area"), FEW, LONG),
    HardChart("long names of slices", _call("pie"), FEW, LONG),
    HardChart("a name without blanks", _call("bar"), FEW, LONGEST),
    HardChart("Arabic names", _call("bar"), FEW, ARABIC),
    HardChart("Hebrew names on lines", _call("line"), FEW, HEBREW),
    HardChart("Chinese names", _call("dot"), FEW, CHINESE),
    HardChart("Cyrillic names in columns", _call("column"), FEW, CYRILLIC),
    HardChart("two currencies", _call("line", "turnover"), TWO_UNITS),
)  # fmt: skip
"""Forty of them."""
