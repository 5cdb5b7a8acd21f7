"""`briefgen new relation`: empty files made from the declarations, right as they stand and as they are filled in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from briefgen.cli import main
from briefgen.cli.relation_skeleton import name_of, relation_files, shared_files, slug_of
from briefgen.diagnostics import print_short
from briefgen.load import load
from briefgen.model.facts.declarations import fields_of
from briefgen.model.facts.fact import Fact
from briefgen.model.facts.field_roles import FieldRole
from briefgen.model.kinds import SHIPPED_KINDS
from briefgen.model.values.countries import ALPHA_2
from briefgen.model.values.country_adjectives import ADJECTIVES
from briefgen.model.values.date import parse_date
from briefgen.pipeline import Order, check, make
from briefgen.world import Memory, laid_over_shipped
from samples.pictures import jpeg

if TYPE_CHECKING:
    from pathlib import Path

PAIR = ("IND", "BRA")
DAY = parse_date("2026-01-31")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A new workspace without the example."""
    assert CliRunner().invoke(main, ["init", "--empty", str(tmp_path / "desk")]).exit_code == 0
    return tmp_path / "desk"


def briefgen(folder: Path, *arguments: str, code: int = 0) -> str:
    done = CliRunner().invoke(main, [*arguments, "--workspace", str(folder)])
    assert done.exit_code == code, done.output
    return done.output


def said_of(folder: Path) -> list[str]:
    """What `check` says, in this process."""
    return [print_short(d) for d in check(laid_over_shipped(folder), Order()).report.diagnostics]


def test_a_new_relation_has_no_error_and_its_brief_builds_at_once(desk: Path) -> None:
    said = briefgen(desk, "new", "relation", "IND-BRA")
    assert said.startswith("wrote data/india-brazil/")

    assert said_of(desk) == ["data/india-brazil/relation.yaml:2:1: info[BG301] 'india-brazil' holds no record yet"]
    assert all(not brief.failed for brief in make(laid_over_shipped(desk), Order(formats=("md",))).briefs)
    page = (desk / "output/india-brazil/parliament.md").read_text(encoding="utf-8")
    assert "# India–Brazil relations" in page
    assert "\n## " not in page


NOT_ENTERED = {FieldRole.PLACE, FieldRole.PROSE}


def test_every_kind_has_its_file_and_every_field_its_sentence() -> None:
    files = relation_files(PAIR, DAY, SHIPPED_KINDS.values())

    assert set(files) == {
        "relation.yaml",
        "references.json",
        "README.md",
        *(kind.file for kind in SHIPPED_KINDS.values() if not kind.is_shared and not kind.is_folder),
    }
    for kind in SHIPPED_KINDS.values():
        common = {field.name for field in fields_of(Fact)} - {"id", "sources"}
        told = files["README.md" if kind.is_table or kind.is_folder else kind.file]
        for field in kind.fields:
            name = field.written
            if name not in {*common, *(["id"] if kind.is_folder else [])} and field.role not in NOT_ENTERED:
                assert f" {name} " in told or f"| {name} |" in told or f"**{name}**" in told
    assert 'adjective: {en: "Brazilian"}' in files["relation.yaml"]


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("contacts.yaml", "#   mail: desk@example.org"),
        ("contacts.yaml", "#   web: https://example.org"),
        ("programmes.yaml", "#   span: 2021/2025"),
        ("people.yaml", '#   terms: [{title: "President of ...", party: IND, level: head_of_state, held: '),
        (
            "README.md",
            "| ignore | Checks that do not apply, by code or short name, with ; between; the reason stands in",
        ),
    ],
)
def test_what_is_shown_in_the_place_of_a_value_is_one(name: str, line: str) -> None:
    told = {**relation_files(PAIR, DAY, SHIPPED_KINDS.values()), **shared_files(PAIR)}[name]
    assert f"\n{line}" in told


def test_a_file_in_the_place_of_the_folder_and_a_day_that_is_none_are_told(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "abc")
    assert "SOURCE_DATE_EPOCH" in briefgen(desk, "new", "relation", "IND-BRA", code=71)
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    (desk / "data").mkdir(exist_ok=True)
    (desk / "data/india-brazil").touch()

    assert "data/india-brazil/ is there already" in briefgen(desk, "new", "relation", "IND-BRA", code=2)


MINISTER = {
    "templates/audiences/minister.yaml": b"name: M\nbrief_for: m\nsubtitle: s\nclearance: public\nsections: [one]\n"
}
"""Whom an example of a headline is for."""


def test_the_examples_can_be_taken_out_of_their_marks() -> None:
    files = {f"data/x/{name}": text for name, text in relation_files(PAIR, DAY, SHIPPED_KINDS.values()).items()}
    files |= {f"data/{name}": text for name, text in shared_files(PAIR).items()}
    begun = re.compile(r"^# (?=- id: |  [a-z_]+: )", re.MULTILINE)
    filled = {path: begun.sub("", text) if path.endswith(".yaml") else text for path, text in files.items()}

    pictures = {"data/x/pictures/photograph.jpg": jpeg()}
    loaded = load(Memory({path: text.encode() for path, text in filled.items()} | pictures | MINISTER))

    assert [d for d in loaded.diagnostics if d.place.path.startswith("data")] == []
    [relation] = loaded.value.relations
    lists = {k.made_of for k in SHIPPED_KINDS.values() if not k.is_table and not k.is_folder}
    assert {type(fact) for fact in relation.facts} == lists


def test_nothing_is_written_over_and_a_pair_has_one_relation(desk: Path) -> None:
    briefgen(desk, "new", "relation", "IND-BRA")
    before = {path: path.read_bytes() for path in desk.rglob("*.*") if path.is_file()}

    assert "data/india-brazil/ is there already" in briefgen(desk, "new", "relation", "IND-BRA", code=2)
    said = briefgen(desk, "new", "relation", "BRA-IND", code=2)
    assert "data/india-brazil/ is the relation of BRA and IND already" in said
    assert {path: path.read_bytes() for path in desk.rglob("*.*") if path.is_file()} == before

    (desk / "data/people.yaml").write_text("[]\n", encoding="utf-8")
    briefgen(desk, "new", "relation", "IND-ZAF")
    assert (desk / "data/people.yaml").read_text(encoding="utf-8") == "[]\n"
    assert (desk / "data/india-south-africa/relation.yaml").is_file()


@pytest.mark.parametrize(
    ("pair", "message", "hint"),
    [
        ("India-Brazil", "'India' is no country code", "write IND-BRA"),
        ("in-br", "'in' is no country code", "write IND-BRA"),
        ("IND-Atlantis", "'Atlantis' is no country code", "write ISO 3166-1 alpha-3 codes: IND-BRA"),
        ("IND", "'IND' is no pair of countries", "write two ISO codes with a hyphen between: IND-BRA"),
        ("IND-IND", "IND has no relation with itself", "name two countries"),
    ],
)
def test_what_is_no_pair_is_told_with_what_was_meant(desk: Path, pair: str, message: str, hint: str) -> None:
    said = briefgen(desk, "new", "relation", pair, code=2)

    assert message in said
    assert f"hint: {hint}" in said
    assert not (desk / "data").exists()


def test_an_adjective_that_nobody_knows_is_a_gap_that_check_tells(desk: Path) -> None:
    said = briefgen(desk, "new", "relation", "COD-BRA")

    assert "fill in what stands as TODO in data/democratic-republic-of-the-congo-brazil/relation.yaml" in said
    assert any("error[BG256] 'TODO' still holds 'TODO'" in text for text in said_of(desk))


def test_names_and_folders_are_plain() -> None:
    assert [name_of(code) for code in ("CIV", "BIH", "MMR", "HKG")] == [
        "Côte d’Ivoire", "Bosnia and Herzegovina", "Myanmar", "Hong Kong",
    ]  # fmt: skip
    assert slug_of(("CIV", "TUR")) == "cote-d-ivoire-turkiye"
    assert [code for code in ALPHA_2 if re.search(r"[&()]", name_of(code))] == ["CCK"]
    assert set(ADJECTIVES) <= set(ALPHA_2)
    assert len(ADJECTIVES) > 180


def test_a_kind_of_ones_own_has_its_file_too(desk: Path) -> None:
    (desk / "kinds").mkdir()
    (desk / "kinds/enterprises.yaml").write_text(OWN, encoding="utf-8")
    briefgen(desk, "new", "relation", "IND-BRA")

    told = (desk / "data/india-brazil/enterprises.yaml").read_text(encoding="utf-8")
    assert "amount" in told
    assert "Who puts the money up." in told
    assert not [text for text in said_of(desk) if "error" in text]


OWN = """\
what: an enterprise
about: Money that one party's firms put into the other's economy.
fields:
  title: {role: title, required: true}
  amount: {role: money, about: How much.}
  investor: {role: party, about: Who puts the money up.}
  announced: {role: happened}
"""
