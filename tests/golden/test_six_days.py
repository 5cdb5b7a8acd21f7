"""One relation on six days, through the shipped sections: each says what was so then, and no more."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.model.values.date import parse_date
from briefgen.view import Request
from readers.brief_lines import lines
from samples.composing import composed
from samples.dated_relation import DAYS, dated_workspace

GOLDEN = Path(__file__).parent / "brazil-india"
WORKSPACE = dated_workspace()


def page_of(day: str) -> str:
    document, said = composed(WORKSPACE, "desk", Request(parse_date(day)))
    assert [diagnostic for diagnostic in said if diagnostic.severity != "info"] == []
    return "\n".join(lines(document)).replace("\u00a0", "·") + "\n"


@pytest.mark.parametrize("day", DAYS)
def test_a_page_says_what_was_so_on_its_day(day: str, pytestconfig: pytest.Config) -> None:
    text, path = page_of(day), GOLDEN / f"{day}.txt"
    if pytestconfig.getoption("--update-golden"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")

    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("day", DAYS)
def test_no_side_of_a_body_has_two_heads(day: str) -> None:
    heading = [line for line in page_of(day).splitlines() if "; heads the " in line]
    sides = [line.partition("; heads the ")[2] for line in heading]

    assert len(sides) == len(set(sides))


@pytest.mark.parametrize(
    ("day", "said", "unsaid"),
    [
        ("2016-01-01", ["signed; entry into force not stated", "in force since Feb 2015", "met four times by 2015"],
         ["expired", "ratified", "17", "Ana Prado", "Chitra", "Dev", "consulate", "2014 to 2022", "observer",
          "A release"]),
        ("2019-12-31", ["in force since 31·Dec 2019", "expired 31·Dec 2017", "Ana Prado, Minister",
                        "Brazil is listed as a member, since 2014"],
         ["heads", "headed", "named as", "six", "observer", "suspended", "negotiated", "Planned"]),
        ("2022-08-31", ["(3·Jun 2019, May 2022); heads the Brazilian", "met six times",
                        "India is listed as an observer, since 2020",
                        "headed the Indian side", "named as head of the Indian side"],
         ["then Minister", "Bruno", "suspended", "negotiated", "Planned", "lies ahead", "21·documents"]),
        ("2023-08-10", ["Bruno Sales, Minister of Trade of Brazil; heads the Brazilian", "then Minister of Trade",
                        "met seven times", "suspended", "being negotiated", "Planned for 12·May 2027",
                        "Planned for December 2023",
                        "8th session of the Joint Commission"],
         ["Ana Prado, Minister", "8·sessions", "signed Dec 2023"]),
        ("2027-05-12", ["Planned for 12·May 2027: Visit",
          "headed the Brazilian side of the Joint Commission on Trade (2023"],
         ["heads the", "biofuels", "8th session", "has met"]),
        ("2027-05-13", ["had met seven times by 7·August 2023"], ["Prime Minister", "lies ahead", "Planned",
          "biofuels"]),
    ],
)  # fmt: skip
def test_what_is_said_on_a_day_and_what_is_not(day: str, said: list[str], unsaid: list[str]) -> None:
    page = page_of(day).partition("# Sources")
    body = page[0].replace("Programme of exchanges 2015–2017", "") + page[2]

    assert [words for words in said if words not in body] == []
    assert [words for words in unsaid if words in body] == []
