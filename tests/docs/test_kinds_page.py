"""The page on a team's own kinds: its roles are those there are, and its example is one."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import dedent, indent
from typing import TYPE_CHECKING

from briefgen.load import load
from briefgen.model.facts.own_roles import OWN_ROLES, OwnRole, own_role
from briefgen.pipeline import Order, check
from briefgen.view import Request
from briefgen.world import Memory
from readers.document_words import document_words
from samples.composing import composed
from samples.own_kinds import ENTERPRISES, ROWS, memory

if TYPE_CHECKING:
    import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs/kinds.md"
BEGIN = "<!-- made from the roles: python -m pytest tests/docs --update-golden -->"
END = "<!-- end of what is made from the roles -->"


def table() -> str:
    """Every role that a team can give, in the order in which they are declared."""
    rows = [f"| `{word}` | {made.about} | {_extras(made)} |" for word, made in _roles()]
    return "\n".join(["| role | what the field is | takes |", "|---|---|---|", *rows])


def _roles() -> list[tuple[str, OwnRole]]:
    return [(word, made) for word, role in OWN_ROLES.items() if (made := own_role(role))]


def _extras(made: OwnRole) -> str:
    return ", ".join(f"**`{extra}`**" if extra in made.needs else f"`{extra}`" for extra in made.takes)


def example(begins: str) -> str:
    """The block of the page that begins so."""
    found = re.search(
        rf"^    {re.escape(begins)}.*?(?=^\S)", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    assert found, begins
    return dedent(found[0]).strip() + "\n"


def test_every_role_is_told(request: pytest.FixtureRequest) -> None:
    text = PAGE.read_text(encoding="utf-8")
    before, _, rest = text.partition(f"{BEGIN}\n\n")
    told, _, after = rest.partition(f"\n\n{END}")
    if request.config.getoption("--update-golden"):
        PAGE.write_text(f"{before}{BEGIN}\n\n{table()}\n\n{END}{after}", encoding="utf-8")
        told = table()

    assert told == table()


def test_the_example_is_declared_as_it_stands() -> None:
    assert indent(ENTERPRISES, " " * 4) in PAGE.read_text(encoding="utf-8")


def test_the_section_of_the_example_prints_the_records_of_the_example() -> None:
    records = example("- id: wind-park").replace("embassy-2020", "embassy")
    files = {"data/kenya-norway/enterprises.yaml": records, "data/kenya-norway/loans.csv": ROWS.splitlines()[0]}
    section = example("{% for x in enterprises %}")
    loaded = load(Memory(memory(**files, **{"templates/sections/money.md.j2": section})))
    document, said = composed(loaded.value, "reader", Request())

    assert [d.message for d in (*loaded.diagnostics, *said)] == []
    assert "Lake wind park (2014): about US$25,000,000" in " ".join(document_words(document))


def test_what_the_example_does_not_print_is_named() -> None:
    records = example("- id: wind-park").replace("embassy-2020", "embassy")
    files = memory(**{
        "data/kenya-norway/enterprises.yaml": records, "data/kenya-norway/loans.csv": ROWS.splitlines()[0],
        "templates/sections/money.md.j2": example("{% for x in enterprises %}"),
    })  # fmt: skip
    said = [d.message for d in check(Memory(files), Order()).report.diagnostics if d.code == "BG413"]
    unprinted = [found[1] for text in said if (found := re.search(r"shows '(\w+)' of 'wind-park", text))]
    (told,) = re.findall(r"\(BG413\): of the example, (.*)\.", PAGE.read_text(encoding="utf-8"))

    assert sorted(unprinted) == sorted(re.findall(r"the (\w+)", told))
