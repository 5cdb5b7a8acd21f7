"""What the shipped sections say of trade, whichever of its figures are on record and in whichever money they are."""
# ruff: noqa: E501 - a sentence is a line

from __future__ import annotations

import re
from itertools import product

import pytest

from briefgen.world import Memory
from readers.brief_lines import lines
from samples.composing import BASE, FOLDER, composed, loaded
from samples.shipped_briefs import ROOT

READER = "templates/audiences/reader.yaml"
HEAD = (
    "id,period,exporter,importer,flow,value,half_unit,scale,currency,reporter,year_basis,valuation,worded_as,sources\n"
)
ROWS = {
    "sold": "sold,{p},PAK,BLR,X,15.1,0.05,1000000,{money},{basis},exports,ref",
    "bought": "bought,{p},BLR,PAK,X,35.1,0.05,1000000,{money},{basis},imports,ref",
    "both": "both,{p},PAK,BLR,TURNOVER,50.2,0.05,1000000,{money},{basis},,ref",
    "balance": "balance,{p},BLR,PAK,BALANCE,20,0.5,1000000,{money},{basis},,ref",
    "nothing": "nothing,{p},BLR,PAK,BALANCE,0,0.5,1000000,{money},{basis},,ref",
}
BASIS = "PAK,calendar,FOB"
MONEY = re.compile(r"US\$|€|₹")
FIGURE = re.compile(r"(?:US\$|€|₹)[\d.,]+")


def trade(*named: str, money: dict[str, str] | None = None, period: str = "2019") -> str:
    """Rows of one period, each in US dollars unless told otherwise."""
    of = money or {}
    return HEAD + "".join(ROWS[one].format(p=period, money=of.get(one, "USD"), basis=BASIS) + "\n" for one in named)


def said(section: str, rows: str, options: str = "chart: false, table: false", more: str = "") -> str:
    """The words of a shipped section over rows of trade, as one line."""
    name = f"templates/sections/{section}.md.j2"
    told = f"{{{section}: {{{options if section == 'trade' else ''}}}}}"
    files = {
        **BASE, READER: BASE[READER].replace("[one]", f"[{told}]") + more, f"{FOLDER}/trade.csv": rows,
        name: (ROOT / name).read_text(encoding="utf-8"),
    }  # fmt: skip
    document, problems = composed(loaded(Memory({path: text.encode() for path, text in files.items()})), "reader")
    assert [one for one in problems if one.severity == "error"] == []
    return " ".join(" ".join(lines(document)).replace("\u00a0", " ").split())


def sentences(text: str) -> list[str]:
    """Its sentences; a point within a number ends none."""
    return re.split(r"(?<=[.:?])\s+(?=[A-Z-])", text)


SOME = [
    tuple(one for one, chosen in zip(("sold", "bought", "both", last), on, strict=True) if chosen)
    for last in ("balance", "nothing")
    for on in product((False, True), repeat=4)
    if any(on)
]
CURRENCIES = [{}, {"sold": "EUR"}, {"bought": "EUR"}, {"both": "EUR"}, {"balance": "INR", "nothing": "INR"}]


@pytest.mark.parametrize("section", ["summary", "trade"])
@pytest.mark.parametrize("named", sorted(set(SOME)), ids="-".join)
def test_a_figure_stands_in_a_sentence_with_its_year_and_with_no_other_money(
    named: tuple[str, ...], section: str
) -> None:
    for money in CURRENCIES:
        text = said(section, trade(*named, money=money))
        told = [one for one in sentences(text) if FIGURE.search(one) or "about zero" in one]

        assert told, (named, money, text)
        assert not re.search(r"Trade \.|Trade\.|\bcame to (?:in|\.|,)", text)
        assert all(len(set(MONEY.findall(one))) == ("about zero" not in one) for one in told), text
        if section == "summary":
            assert all("in 2019" in one for one in told), text
        else:
            assert any("in 2019" in one.lower() for one in told), text


@pytest.mark.parametrize(
    ("named", "money", "line"),
    [
        (("sold", "bought"), {}, "By our calculation, trade came to US$50.2 million in 2019 [1], and Belarus had a surplus of US$20.0 million [1]."),
        (("both",), {}, "Trade came to US$50.2 million in 2019 [1]."),
        (("sold",), {}, "Pakistani exports came to US$15.1 million in 2019 [1]."),
        (("sold", "bought"), {"bought": "EUR"},
         "Pakistani exports came to US$15.1 million in 2019 [1]. Belarusian exports came to €35.1 million in 2019 [1]."),
        (("sold", "bought", "both"), {"both": "EUR"},
         "Trade came to €50.2 million in 2019 [1]. The surplus of Belarus was US$20.0 million in 2019 [1]."),
        (("balance",), {}, "The surplus of Belarus was US$20 million in 2019 [1]."),
        (("balance", "both"), {"balance": "INR"},
         "Trade came to US$50.2 million in 2019 [1]. The surplus of Belarus was ₹20 million in 2019 [1]."),
        (("nothing",), {},
         "The balance of trade was about zero in 2019 [1]: it shows no surplus of either side."),
        (("sold", "nothing"), {"nothing": "EUR"},
         "Pakistani exports came to US$15.1 million in 2019 [1]. The balance of trade was about zero in 2019 [1]: it"),
        (("both", "nothing"), {}, "Trade came to US$50.2 million in 2019 [1]."),
    ],
)  # fmt: skip
def test_the_bottom_line_says_what_there_is(named: tuple[str, ...], money: dict[str, str], line: str) -> None:
    assert line in said("summary", trade(*named, money=money))


def test_who_gives_another_figure_is_not_said_to_be_another_source() -> None:
    rows = trade("both") + ROWS["both"].format(p="2019", money="USD", basis=BASIS).replace("both,", "twin,").replace(
        "50.2", "60.2"
    )
    for section in ("summary", "trade", "key_figures"):
        text = said(section, rows)
        assert "60.2" in text
        assert "ther sources" not in text


@pytest.mark.parametrize(
    ("named", "shown", "caption"),
    [
        (("sold",), "Pakistani exports", "Trade, Pakistani exports alone"),
        (("bought",), "Belarusian exports", "Trade, Belarusian exports alone"),
        (("sold", "both"), "Pakistani exports", "Trade, both directions"),
        (("sold", "bought"), "trade in both directions", "Trade, both directions"),
    ],
)
def test_one_direction_is_not_called_both(named: tuple[str, ...], shown: str, caption: str) -> None:
    text = said("trade", trade(*named), "chart: true, table: true")

    assert f"Figure 1 shows {shown}." in text
    assert re.findall(r"Trade(?:, \w+ exports alone|, both directions)", text) == [caption]


def test_the_sentence_of_one_direction_is_not_that_of_the_bottom_line() -> None:
    assert "Pakistani exports came to US$15.1 million in 2019" in said("summary", trade("sold"))
    assert "In 2019, Pakistani exports came to US$15.1 million" in said("trade", trade("sold"))


# ---------------------------------------------------------------- indicators

NEWER = (
    trade("sold", "bought", period="2020").replace("sold,", "sold20,").replace("bought,", "bought20,").split("\n", 1)[1]
)
MIRROR = {
    "FOB": "twin,2019,PAK,BLR,X,20,0.5,1000000,USD,BLR,calendar,FOB,imports,ref\n",
    "CIF": "twin,2019,PAK,BLR,X,20,0.5,1000000,USD,BLR,calendar,CIF,imports,ref\n",
}
INDICATORS = "chart: false, table: false, indicators: true"


@pytest.mark.parametrize("valuation", ["FOB", "CIF"])
@pytest.mark.parametrize("newer", [NEWER, "", NEWER.replace("2020", "2021"), NEWER.replace("2020", "2018")])
def test_two_reports_of_any_year_are_compared_and_never_called_missing(valuation: str, newer: str) -> None:
    text = said("trade", trade("sold", "bought") + MIRROR[valuation] + newer, INDICATORS)
    missing = text.partition("Not computed from what is on record:")[2]

    assert "Mirror discrepancy, Pakistan" in text
    assert "Mirror discrepancy (Pakistan)" not in missing
    assert "Mirror discrepancy (Belarus): no two reports of the flow in one period are on record" in missing
    assert "X is what the party that is named reports of its sales" in text


def test_a_year_that_is_valued_otherwise_has_a_row_with_its_own_formula() -> None:
    newer = NEWER + MIRROR["CIF"].replace("twin,2019", "twin20,2020")
    text = said("trade", trade("sold", "bought") + MIRROR["FOB"] + newer, INDICATORS)

    assert "Mirror discrepancy, Pakistan | (M − X) / X | 2019 |" in text
    assert "Mirror discrepancy, Pakistan | (M / 1.06 − X) / X | – | | ≈ 25.0% |" in text
    assert "A dash: not computed by this formula." in text


def test_products_of_an_earlier_year_are_not_called_missing() -> None:
    head = HEAD.replace("flow,", "flow,scheme,code,")
    totals = "".join(
        line.replace(",X,", ",X,TOTAL,TOTAL,") + "\n" for line in (trade("sold", "bought") + NEWER).splitlines()[1:]
    )
    sold = "".join(
        f"k{code},2019,PAK,BLR,X,HS17,{code},{value},0.5,1000000,USD,PAK,calendar,FOB,,ref\n"
        for code, value in (("10", 6), ("42", 4))
    )
    text = said("trade", head + totals + sold, INDICATORS)
    missing = text.partition("Not computed from what is on record:")[2]

    assert "Concentration of products, Pakistan | Σ s², over the products on record | 2019 | ≈ 0.5" in text
    assert "Concentration of products (Belarus): no series by product is on record" in missing
    assert "Intra-industry trade: no series by product is on record" in missing
    assert "Trade intensity: the totals of world trade are not on record" in missing


@pytest.mark.parametrize("how", ["all", "preferred", "range", "none"])
@pytest.mark.parametrize("value", ["15.1", "20"])
def test_who_is_shown_one_claim_of_several_learns_of_two_reports_too(how: str, value: str) -> None:
    twin = MIRROR["FOB"].replace("X,20,0.5", f"X,{value},0.05").replace(",ref", ",other")
    text = said("trade", trade("sold", "bought") + twin, INDICATORS, more=f"claims: {how}\n")
    hidden = how == "none" and value == "20"  # no figure that sources differ on is told to them

    assert ("Mirror discrepancy, Pakistan" in text) is not hidden
    assert hidden or "Source: [1, 2]" in text


@pytest.mark.parametrize("first", ["2017", "2016", "2012"])
def test_growth_a_year_says_since_when(first: str) -> None:
    older = trade("both", period=first).replace("both,", "older,")
    text = said("trade", older + trade("both").split("\n", 1)[1], INDICATORS)

    assert f"Growth a year is counted from {first}." in text


def test_without_growth_nothing_is_counted_from_anywhere() -> None:
    assert "counted from" not in said("trade", trade("sold", "bought"), INDICATORS)
