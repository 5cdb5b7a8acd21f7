"""A team's own kind is one file of the workspace: read, checked, dated, cut, hidden, traced, told in schemas."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from e2e.workspace import briefgen, change
from samples.own_kinds import DATA, FILES, HIDDEN
from samples.small_workspace import write

if TYPE_CHECKING:
    from pathlib import Path

OUTPUT = DATA.replace("data/", "output/")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """The workspace, on a disk."""
    return write(tmp_path, FILES)


def pages(desk: Path, *arguments: str) -> dict[str, str]:
    """Audience → its page, as a line of text."""
    done = briefgen(desk, "make", "-f", "html", "-f", "md", *arguments)
    assert done.returncode == 0, done.stdout + done.stderr
    found = {name: (desk / OUTPUT / f"{name}.md").read_text(encoding="utf-8") for name in ("reader", "ministry")}
    return {name: " ".join(re.sub(r"\s+", " ", text).split()) for name, text in found.items()}


def test_it_is_checked_without_a_word(desk: Path) -> None:
    done = briefgen(desk, "check")

    assert (done.returncode, done.stdout, done.stderr) == (0, "no errors\n", "")


def test_it_is_printed_to_whom_it_may_be(desk: Path) -> None:
    made = pages(desk)

    assert (
        "Lake wind park (2014, Norway): about US$25,000,000, greenfield, Marsabit, Kenya, under Tax treaty"
        in made["reader"]
    )
    assert "First turbines, March 2017, 50 MW - Third field" in made["reader"]
    assert (
        "Grid to the wind park: US$12.5 million of Norway, February 2015, at about 3.5%, energy, for " in made["reader"]
    )
    assert "wind-park/stages/2: stage" in made["reader"]
    assert "wind-park/stages/3: stage" in made["ministry"]
    assert (
        "A quiet loan for drones: €9.753 billion of Norway, 2016, energy, for A plant for quiet drones"
        in made["ministry"]
    )
    assert "Quiet second field, 2018, 6,173 MW" in made["ministry"]


def test_nothing_of_what_is_hidden_is_in_any_file_of_the_reader(desk: Path) -> None:
    pages(desk)
    files = [path for path in (desk / OUTPUT).iterdir() if path.name.startswith("reader")]
    files.append(desk / ".briefgen/output/kenya-norway/reader.trace.json")

    assert len(files) == 3
    for path in files:
        text = path.read_text(encoding="utf-8").casefold()
        assert [word for word in HIDDEN if word in text] == [], path.name


def test_it_is_not_told_before_it_happened(desk: Path) -> None:
    made = pages(desk, "--as-of", "2020-05-31")

    for page in made.values():
        assert "Third field" in page
        assert "Solar farm" not in page
        assert "solar-farm" not in page
        assert "Kisumu" not in page
    made = pages(desk, "--as-of", "2020-04-30")
    assert all("Third field" not in page for page in made.values())


def test_what_is_planned_of_it_is_told_as_a_plan_alone(desk: Path) -> None:
    records, rows = desk / DATA / "enterprises.yaml", desk / DATA / "loans.csv"
    park = "- {id: tidal, title: A tidal park, announced: 2021-06, planned: true, recorded: 2021-04, major: true, "
    change(records, "- id: drone-plant", park + "sources: [{ref: fund}]}\n- id: drone-plant")
    stage = "    - {name: Fourth field, opened: 2021-12, planned: true, recorded: 2021}\n"
    change(records, "  major: true\n", stage + "  major: true\n")
    more = "loan-4,NOR,Roads to the lake,7,1000000,USD,2021-05,,roads,,fund,,true,2021-02\n"
    head, *others = rows.read_text(encoding="utf-8").splitlines()
    table = [f"{head},planned,recorded", *(f"{line},," for line in others), more]
    rows.write_text("\n".join(table), encoding="utf-8")
    untold = pages(desk)["reader"]
    change(desk / "templates/audiences/reader.yaml", "[money]", "[money, ahead]")
    told = pages(desk)["reader"]

    assert [name for name in ("tidal", "Fourth field", "Roads to the lake", "loan-4") if name in untold] == []
    for words in (
        "Planned for May 2021: Roads to the lake",
        "Planned for June 2021: A tidal park",
        "Planned for December 2021: Fourth field, Lake wind park",
    ):
        assert words in told
    assert "Planned" not in pages(desk, "--as-of", "2022-01-01")["reader"]
    asked = briefgen(desk, "check", "--as-of", "2022-01-01").stderr
    assert asked.count("which is over: what came of it?") == 3


def test_every_figure_of_it_leads_back_to_its_line(desk: Path) -> None:
    pages(desk)
    traced = briefgen(desk, "trace", f"{OUTPUT}/reader.html")

    assert "US$12.5\N{NO-BREAK SPACE}million" in traced.stdout
    assert f"{DATA}/loans.csv:2" in traced.stdout, traced.stdout
    assert f"{DATA}/enterprises.yaml:1" in traced.stdout, traced.stdout
    assert f"{DATA}/enterprises.yaml:10" in traced.stdout, traced.stdout


def test_the_matrix_says_who_sees_it_and_why_not(desk: Path) -> None:
    done = briefgen(desk, "audiences", "--matrix")

    rows = [line.split() for line in done.stdout.splitlines()]
    assert ["drone-plant", "enterprises", "shown", "clearance"] in rows, done.stdout
    assert ["loan-3", "loans", "shown", "clearance"] in rows
    assert ["wind-park/stages/2", "enterprises", "shown", "clearance"] in rows
    assert ["loan-1", "loans", "shown", "shown"] in rows


def test_it_may_be_hidden_by_its_name(desk: Path) -> None:
    change(desk / "templates/audiences/reader.yaml", "clearance:", "hide: {kinds: [loans, enterprises]}\nclearance:")
    page = pages(desk)["reader"]

    assert "tax-treaty" in page
    assert "wind" not in page
    assert "loan" not in page


def test_a_schema_is_written_for_it(desk: Path) -> None:
    assert briefgen(desk, "schema").returncode == 0
    folder = desk / "templates/schemas"
    made = {name: json.loads((folder / f"{name}.schema.json").read_text(encoding="utf-8"))
            for name in ("enterprises", "loans", "audience", "relation")}  # fmt: skip

    assert made["enterprises"]["items"]["properties"]["announced"]["description"] == "When it was announced."
    assert made["enterprises"]["items"]["required"] == ["id", "title", "announced"]
    assert made["enterprises"]["description"] == "Money that companies of one party put into the other."
    assert {"amount", "currency", "scale"} <= set(made["loans"]["items"]["properties"])
    assert "loans" in json.dumps(made["audience"]["properties"]["hide"])
    assert "loans" in made["audience"]["properties"]["stale_after"]["anyOf"][0]["properties"]
    assert "loans" in json.dumps(made["relation"]["properties"]["file_sensitivity"])


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("enterprises.yaml", "agreement: tax-treaty", "agreement: tax-treety", "6:14: error[BG202] there is no fact"),
        ("enterprises.yaml", "agreement: tax-treaty", "agreement: loan-1", "6:14: error[BG202] 'loan-1' is a loan;"),
        ("enterprises.yaml", "investor: NOR", "investor: CHN", "4:13: error[BG206] 'CHN' is not a party"),
        ("enterprises.yaml", "announced: 2014", "announced: 2022", "5:14: warning[BG208] 'wind-park' is dated 2022"),
        ("enterprises.yaml", "announced: 2014", "anounced: 2014", "5:3: error[BG106] an enterprise has no field"),
        ("enterprises.yaml", "form: greenfield", "form: greenfeld", "7:9: error[BG109] 'greenfeld' is not one of"),
        ("enterprises.yaml", "25000000 USD", "25000000 USX", "3:11: error[BG216] 'USX' is no currency"),
        ("enterprises.yaml", "25000000 USD", "25000000", "3:11: error[BG216] the amount has no currency"),
        ("enterprises.yaml", "name: First turbines, ", "", "10:7: error[BG107] a stage needs 'name'"),
        ("loans.csv", "about 3.5 %", "3,5 %", "2:1: error[BG104]"),
        ("loans.csv", "1000000,USD", "1000000,DOLLAR", "2:47: error[BG216] 'DOLLAR' is no currency"),
        ("loans.csv", "wind-park,embassy", "wind-pork,embassy", "2:78: error[BG202] there is no fact 'wind-pork'"),
    ],
)  # fmt: skip
def test_the_rules_hold_for_it(desk: Path, file: str, old: str, new: str, said: str) -> None:
    change(desk / DATA / file, old, new)
    done = briefgen(desk, "check")

    assert f"{DATA}/{file}:{said}" in done.stdout + done.stderr, done.stdout + done.stderr


def test_facts_of_a_kind_that_is_declared_wrongly_are_refused(desk: Path) -> None:
    change(desk / "kinds/loans.yaml", "role: rate", "role: percentage")
    checked = briefgen(desk, "check")
    made = briefgen(desk, "make", "-f", "md")

    assert "kinds/loans.yaml:9:16: error[BG109] 'percentage' is not one of the known words" in checked.stderr
    assert f"{DATA}/loans.csv: error[BG133] is not read, since kinds/loans.yaml cannot be used" in checked.stderr
    assert "2 errors" in checked.stderr
    assert made.returncode == 1
    assert not (desk / OUTPUT).exists()
