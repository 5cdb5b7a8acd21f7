"""Law 5: one figure is said alike in a sentence, a table, a card and a chart of one document."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.model.document import Exhibit, TextRun
from briefgen.model.traversal import in_rows, inlines_in
from briefgen.world import Memory
from samples.composing import BASE, FOLDER, composed, loaded

HEADER = "id,period,exporter,importer,flow,value,op,half_unit,scale,currency,sources\n"
TEMPLATE = """\
{% for year in trade %}
{% for party in parties %}
{% set sold, share = year.exports[party.id], year.shares[party.id] %}
{{ sold|money }}/{{ sold|money("sign") }}/{{ sold|money("value") }}/{{ sold|money("bare") }}

{{ share|percent }}/{{ share|percent(1, "sign") }}/{{ share|measure }}

{% endfor %}
{% endfor %}

{{ chart("bar", "Trade", trade) }}
"""
_DIGITS = re.compile(r"-?\d[\d,]*(?:\.\d+)?")
_WORDS = {
    "eq": ("", ""), "about": ("about", "≈"), "more_than": ("more than", ">"), "at_least": ("at least", "≥"),
    "less_than": ("less than", "<"), "at_most": ("at most", "≤"),
}  # fmt: skip
_OF_SHARES = {"about": "≈", "under": "<", "over": ">"}
_MILLIONS = {"million": 1, "billion": 1_000}


def said(row: str, digits: int | None, *, intervals: bool) -> tuple[list[str], list[str]]:
    """What sentences and cards say of the figures of one year, and the labels of the chart."""
    numbers = f"numbers: {{intervals: {str(intervals).lower()}{'' if digits is None else f', digits: {digits}'}}}\n"
    files = {
        **BASE,
        f"{FOLDER}/trade.csv": HEADER + row,
        "templates/sections/one.md.j2": TEMPLATE,
        "templates/audiences/reader.yaml": BASE["templates/audiences/reader.yaml"] + numbers,
    }
    document, problems = composed(loaded(Memory({name: text.encode() for name, text in files.items()})), "reader")
    assert problems == []
    texts = [i.text for i in inlines_in(document.blocks) if isinstance(i, TextRun) and i.value and i.text != "/"]
    [chart] = [block.graphic for block in in_rows(document.blocks) if isinstance(block, Exhibit)]
    labels = [point.label for series in chart.series for point in series.points if point]  # type: ignore[union-attr]
    return texts, labels


def number(text: str) -> str:
    """The first number of a text, its interval aside."""
    found = _DIGITS.search(text)
    assert found, text
    return found[0]


def millions(text: str) -> Decimal:
    """The amount that a text says, whichever scale it is told in."""
    [scale] = [scale for word, scale in _MILLIONS.items() if word in text]
    return Decimal(number(text).replace(",", "")) * scale


_VALUE = st.integers(11, 99_999).map(lambda n: f"{n / 10:.1f}")


@settings(max_examples=60, deadline=None)
@given(_VALUE, _VALUE, st.sampled_from(["eq", "about"]), st.sampled_from([None, 1, 2, 3]), st.booleans())
def test_a_figure_is_said_alike_everywhere(one: str, other: str, op: str, digits: int | None, intervals: bool) -> None:  # noqa: FBT001 - hypothesis gives it
    rows = f"p,2015,PAK,BLR,X,{one},{op},0.05,1000000,USD,ref\nb,2015,BLR,PAK,X,{other},{op},0.05,1000000,USD,ref\n"
    texts, labels = said(rows, digits, intervals=intervals)

    assert len(texts) == 14
    for start, label in zip((0, 7), labels, strict=True):
        words, sign, value, bare, *shares = texts[start : start + 7]
        assert number(words) == number(value)
        assert number(sign) == number(bare) == number(label)
        assert millions(words) == millions(sign)
        assert len({text.startswith(("about", "≈")) for text in (words, sign, value, bare, label)}) == 1
        assert len({number(share) for share in shares}) == 1
        assert [share[0] for share in shares[1:]] == [_OF_SHARES[shares[0].split()[0]]] * 2


@pytest.mark.parametrize("op", [op for op in _WORDS if op not in {"eq", "about"}])
def test_a_bound_is_a_bound_everywhere(op: str) -> None:
    row = f"p,2015,PAK,BLR,X,80,{op},0.5,1000000,USD,ref\n"
    files = {
        **BASE,
        f"{FOLDER}/trade.csv": HEADER + row,
        "templates/sections/one.md.j2": (
            '{% set x = trade[0].exports.PAK %}{{ x|money }}/{{ x|money("sign") }}/{{ x|money("bare") }}\n\n'
            '{{ chart("bar", "Trade", trade) }}\n'
        ),
    }
    document, problems = composed(loaded(Memory({name: text.encode() for name, text in files.items()})), "reader")
    words, sign, bare = [i.text for i in inlines_in(document.blocks) if isinstance(i, TextRun) and i.value]
    [chart] = [block.graphic for block in in_rows(document.blocks) if isinstance(block, Exhibit)]

    assert problems == []
    assert words.startswith(_WORDS[op][0])
    assert sign.startswith(_WORDS[op][1])
    assert bare.startswith(_WORDS[op][1])
    assert chart.series[0].points[0].signed == bare  # type: ignore[union-attr]
    assert chart.series[0].points[0].label.startswith(_WORDS[op][0])  # type: ignore[union-attr]


_TWO_YEARS = "".join(
    f"{seller}{year},{year},{seller.upper()},{buyer.upper()},X,{value},eq,0.05,1000000,USD,ref\n"
    for year, value in ((2015, "12.5"), (2016, "15.0"))
    for seller, buyer in (("pak", "blr"), ("blr", "pak"))
)


def printed(expression: str) -> tuple[list[TextRun], list[str]]:
    """What an expression leaves in the text, and what was said of it."""
    texts = {
        **BASE,
        f"{FOLDER}/trade.csv": HEADER + _TWO_YEARS,
        "templates/sections/one.md.j2": f"{{{{ {expression} }}}}\n",
    }
    document, problems = composed(loaded(Memory({name: text.encode() for name, text in texts.items()})), "reader")
    return [i for i in inlines_in(document.blocks) if isinstance(i, TextRun)], [d.message for d in problems]


@pytest.mark.parametrize("style", ['"unit"', 'style="unit"'])
def test_a_unit_beside_its_figure_is_no_figure_of_its_own(style: str) -> None:
    [run], said = printed(f"trade[0].exports.PAK|money({style})")

    assert (run.text, run.value, said) == ("million", None, [])


@pytest.mark.parametrize(
    "expression",
    [
        'trade[0].exports.PAK|money("spelled")',
        'trade[0].exports.PAK|number("bare")',
        'trade[0].shares.PAK|percent(1, "value")',
        'trade[1].changes.PAK|growth("loud")',
        'trade[0].period|date("medium")',
    ],
)
def test_a_style_that_a_filter_does_not_have_is_told(expression: str) -> None:
    runs, said = printed(expression)

    name = expression.partition("|")[2].partition("(")[0]
    assert [f" of '{name}' cannot be '" in message for message in said] == [True]
    assert runs == []
