from __future__ import annotations

import pytest

from rules.records import agreement
from samples.relation_files import diagnostics_of


def test_a_treaty_in_force_passes() -> None:
    found = diagnostics_of(
        {"agreements.yaml": agreement(signed="2015-08-10", state="in_force")}, only="BG267", as_of="2021-04-23"
    )

    assert found == []


def test_a_treaty_without_news_is_told() -> None:
    found = diagnostics_of(
        {"agreements.yaml": agreement(signed="2015-08-10", state="signed")}, only="BG267", as_of="2021-04-23"
    )

    assert found == ["agreements.yaml:4:11: warning[BG267] 'a': nothing is known since its signature of 2015-08-10"]


@pytest.mark.parametrize("news", [{"ended": "2018"}, {"ratifications": "[{party: PAK, date: 2016}]"}])
def test_an_end_or_a_ratification_is_news(news: dict[str, str]) -> None:
    record = agreement(signed="2015-08-10", state="signed", **news)

    assert diagnostics_of({"agreements.yaml": record}, only="BG267", as_of="2021-04-23") == []
