"""Amounts are added up by stage and currency: no sum joins two of either, and each says what it is the sum of."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.compose.values.amounts_added_up import sums_of
from briefgen.diagnostics import Place
from briefgen.model.origin import FactOrigin, Origin
from briefgen.model.values.quantity import parse_quantity
from briefgen.model.view import Item
from briefgen.pipeline import Order, make
from briefgen.world import Disk, Memory, Overlay, shipped_root
from rules.records import investment
from samples.relation_files import MINIMAL

BASE = {path: text for path, text in MINIMAL.items() if not path.startswith("templates/")}


def item(number: int, amount: str | None, stage: str, status: str = "asserted") -> Item:
    """An investment in a view."""
    stated = parse_quantity(amount) if amount else None
    origin = Origin((FactOrigin(f"i{number}", Place("investments.yaml")),))
    return Item("investment", f"i{number}", {"amount": stated, "stage": stage, "status": status}, origin)


def told(*amounts: tuple[str | None, str], by: str = "stage") -> list[tuple[str, str, str, int, int]]:
    """Stage, operator, value, number of amounts and of those without, of each sum."""
    items = [item(number, *one) for number, one in enumerate(amounts)]
    return [
        (one.of, summed.op.value, f"{summed.base_value.normalize():f}", one.count, one.without)
        for one in sums_of(items, "amount", by)
        for summed in [one.figure.quantity]
    ]


@pytest.mark.parametrize(
    ("amounts", "sums"),
    [
        ([("5 million USD", "agreed"), ("7 million USD", "agreed")], [("agreed", "eq", "12000000", 2, 0)]),
        (
            [("5 million USD", "agreed"), ("7 million EUR", "agreed")],
            [("agreed", "eq", "5000000", 1, 0), ("agreed", "eq", "7000000", 1, 0)],
        ),
        (
            [("5 million USD", "agreed"), ("7 million USD", "announced")],
            [("agreed", "eq", "5000000", 1, 0), ("announced", "eq", "7000000", 1, 0)],
        ),
        ([("5 million USD", "agreed"), ("250 thousand USD", "agreed")], [("agreed", "eq", "5250000", 2, 0)]),
        ([("about 5 million USD", "agreed"), ("7 million USD", "agreed")], [("agreed", "about", "12000000", 2, 0)]),
        ([("> 5 million USD", "agreed"), ("7 million USD", "agreed")], [("agreed", "more_than", "11500000", 2, 0)]),
        ([("> 5 million USD", "agreed"), ("< 7 million USD", "agreed")], []),
        ([("5..7 million USD", "agreed"), ("1 million USD", "agreed")], [("agreed", "range", "6000000", 2, 0)]),
        ([("5 million USD", "agreed"), (None, "agreed")], [("agreed", "eq", "5000000", 1, 1)]),
        ([(None, "agreed"), (None, "announced")], []),
        ([("5 million USD", "agreed"), (None, "announced")], [("agreed", "eq", "5000000", 1, 0)]),
        ([], []),
    ],
)
def test_a_sum_is_of_one_currency_and_one_stage(
    amounts: list[tuple[str | None, str]], sums: list[tuple[str, str, str, int, int]]
) -> None:
    assert told(*amounts) == sums


def test_without_a_word_to_tell_them_apart_there_is_a_sum_for_each_currency() -> None:
    found = told(("5 million USD", "agreed"), ("7 million USD", "announced"), ("1 million EUR", "agreed"), by="")

    assert [(of, value, count) for of, _, value, count, _ in found] == [("", "12000000", 2), ("", "1000000", 1)]


@pytest.mark.parametrize("status", ["superseded", "retracted"])
def test_what_no_longer_stands_is_in_no_sum(status: str) -> None:
    items = [item(1, "5 million USD", "agreed"), item(2, "7 million USD", "agreed", status)]

    [made] = sums_of(items, "amount", "stage")

    assert made.count == 1
    assert int(made.figure.quantity.base_value) == 5_000_000


def test_a_sum_says_what_it_is_the_sum_of() -> None:
    items = [item(1, "5 million USD", "under_way"), item(2, "7 million USD", "under_way", "contested")]
    [made] = sums_of(items, "amount", "stage")

    assert [fact.fact for fact in made.origin.facts] == ["i1", "i2"]
    assert made.origin.formula == "sum of amount of 2, under way"
    assert (made.figure.derived, made.figure.contested, made.figure.origin) == (True, True, made.origin)


_AMOUNTS = st.tuples(
    st.tuples(
        st.integers(1, 999), st.sampled_from(["", "thousand ", "million "]), st.sampled_from(["USD", "EUR", "CZK"])
    ),
    st.sampled_from(["agreed", "announced", "completed"]),
)


@given(st.lists(_AMOUNTS, max_size=12))
def test_no_sum_joins_two_currencies_or_stages(drawn: list[tuple[tuple[int, str, str], str]]) -> None:
    items = [item(n, "{} {}{}".format(*amount), stage) for n, (amount, stage) in enumerate(drawn)]
    sums = sums_of(items, "amount", "stage")
    by_id = {one.id: one for one in items}

    assert len({(one.of, one.figure.quantity.unit) for one in sums}) == len(sums)
    assert sum(one.count for one in sums) == len(items)
    for one in sums:
        parts = [by_id[fact.fact] for fact in one.origin.facts]
        assert {part.fields["stage"] for part in parts} == {one.of}
        assert {part.fields["amount"].unit for part in parts} == {one.figure.quantity.unit}  # type: ignore[attr-defined]
        whole = sum((part.fields["amount"].base_value for part in parts), Decimal(0))  # type: ignore[attr-defined]
        assert whole == one.figure.quantity.base_value


# ---------------------------------------------------------------- in a brief


def page(audience: str, *records: str) -> str:
    """The words of a shipped brief, blanks as one types them."""
    own = Memory(
        {path: text.encode() for path, text in {**BASE, "data/x-y/investments.yaml": "".join(records)}.items()}
    )
    result = make(Overlay(own, Disk(shipped_root())), Order(audiences=(audience,), formats=("md",)))
    assert [d for d in result.report.diagnostics if d.severity == "error"] == []
    return own.files[f"output/x-y/{audience}.md"].decode().replace("\u00a0", " ")


def loan(number: int, amount: str | None, **more: str) -> str:
    """A loan that was agreed."""
    stated = {"amount": amount} if amount else {}
    return investment(id=f"i{number}", title=f"Works {number}", announced=None, agreed="2018", **stated, **more)


def test_the_section_has_the_sum_of_two_and_says_what_it_lacks() -> None:
    said = page("business", loan(1, "5 million USD"), loan(2, "7 million USD"), loan(3, None), loan(4, "9 million EUR"))

    assert "- Agreed: US$12 million in all, the sum of two amounts; 1 more states none\n" in said
    assert "€9 million" in said
    assert said.count("the sum of") == 1


def test_one_amount_of_a_currency_is_no_sum() -> None:
    assert "the sum of" not in page("business", loan(1, "5 million USD"), loan(2, "7 million EUR"))


def test_what_was_given_up_is_not_added_up() -> None:
    said = page("business", *(loan(n, "5 million USD", cancelled="2019") for n in (1, 2)))

    assert "cancelled" in said
    assert "the sum of" not in said


def test_what_an_audience_may_not_know_is_in_no_sum() -> None:
    records = [loan(1, "5 million USD"), loan(2, "7 million USD"), loan(3, "90 million USD", sensitivity="restricted")]

    assert "- Agreed: US$12 million in all, the sum of two amounts\n" in page("business", *records)
    assert "the sum of" not in page("business", records[0], records[2])


@pytest.mark.parametrize(
    ("sides", "said"),
    [
        ([("PAK", "BLR"), ("PAK", "BLR")], ", from Pakistan to Belarus"),
        ([("PAK", "BLR"), ("BLR", "PAK")], ", in both directions"),
        ([("PAK", "BLR"), (None, None)], ""),
        ([("PAK", "BLR"), ("PAK", None)], ""),
    ],
)
def test_a_sum_says_whose_money_it_is(sides: list[tuple[str | None, str | None]], said: str) -> None:
    records = [
        loan(n, "5 million USD", investor=one, host=other)  # type: ignore[arg-type]  # None leaves a field out
        for n, (one, other) in enumerate(sides)
    ]
    line = next(line for line in page("business", *records).splitlines() if line.startswith("- Agreed"))

    assert line == f"- Agreed: US$10 million in all, the sum of two amounts{said}"
