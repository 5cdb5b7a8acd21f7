from __future__ import annotations

from rules.records import person, visit
from samples.relation_files import diagnostics_of

KOBYAKOV = person(name="Andrei Kobyakov", sort_name="Kobyakov, Andrei", variants="[Andrey Kabiakou]")


def test_the_registered_spelling_passes() -> None:
    found = diagnostics_of(
        {
            "data/people.yaml": KOBYAKOV,
            "visits.yaml": visit(title="Andrei Kobyakov visits", date="2015"),
        },
        only="BG228",
    )

    assert found == []


def test_a_near_spelling_is_told() -> None:
    found = diagnostics_of(
        {
            "data/people.yaml": KOBYAKOV,
            "visits.yaml": visit(title="Andrej Kobyakov visits", date="2015"),
        },
        only="BG228",
    )

    assert found == ["visits.yaml:3:10: info[BG228] 'Andrej Kobyakov' is registered as 'Andrei Kobyakov'"]


def test_a_variant_is_told() -> None:
    found = diagnostics_of(
        {
            "data/people.yaml": KOBYAKOV,
            "visits.yaml": visit(title="Andrey Kabiakou visits", date="2015"),
        },
        only="BG228",
    )

    assert found == ["visits.yaml:3:10: info[BG228] 'Andrey Kabiakou' is registered as 'Andrei Kobyakov'"]
