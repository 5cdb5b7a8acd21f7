"""`briefgen new`: what it writes can be read whatever its name, is a copy where that was asked, and is told of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from briefgen.cli import main
from briefgen.cli.template_skeletons import skeleton
from briefgen.diagnostics import Report
from briefgen.load import load
from briefgen.load.settings.copy_record import digest, read_record
from briefgen.model.document import BulletList, Heading, Table
from briefgen.model.template_files import TemplateKind, named_by
from briefgen.model.traversal import every_block
from briefgen.world import Memory, laid_over_shipped, shipped_root
from readers.brief_lines import lines
from samples.composing import BASE, FOLDER, composed, loaded

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A new workspace."""
    assert CliRunner().invoke(main, ["init", str(tmp_path / "desk")]).exit_code == 0
    return tmp_path / "desk"


def briefgen(folder: Path, *arguments: str) -> str:
    """What a command that goes well prints."""
    done = CliRunner().invoke(main, [*arguments, "--workspace", str(folder)])
    assert done.exit_code == 0, done.output
    return done.output


@pytest.mark.parametrize("kind", [kind for kind in TemplateKind if kind is not TemplateKind.WORDING])
@pytest.mark.parametrize("name", ["2024", "a_b-c", "Ünsere-3", "_"])
def test_no_name_breaks_what_is_started_from_it(kind: TemplateKind, name: str, desk: Path) -> None:
    path = desk / kind.path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(skeleton(kind, name), encoding="utf-8")

    assert [d for d in load(laid_over_shipped(desk)).diagnostics if d.severity == "error"] == []


@pytest.mark.parametrize("name", ["en", "minister.en", "public.en.yaml"])
def test_words_are_started_for_all_audiences_or_for_one(name: str, desk: Path) -> None:
    said = briefgen(desk, "new", "wording", name)

    assert f"wrote templates/wording/{name.removesuffix('.yaml')}.yaml" in said
    assert [d for d in load(laid_over_shipped(desk)).diagnostics if d.severity == "error"] == []


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("minister", "briefs have no words in 'minister'"),
        ("minister.xx", "briefs have no words in 'xx'"),
        ("ministr.en", "there is no audience 'ministr'"),
        ("a.minister.en", "there is no audience 'a.minister'"),
    ],
)
def test_words_for_nobody_are_not_started(name: str, said: str, desk: Path) -> None:
    done = CliRunner().invoke(main, ["new", "wording", name, "--workspace", str(desk)])

    assert (done.exit_code, said in done.stderr) == (2, True), done.output
    assert not (desk / f"templates/wording/{name}.yaml").exists()


SHIPPED = sorted(path for kind in TemplateKind for path in (shipped_root() / kind.folder).glob("*.*"))


def test_every_shipped_file_can_be_copied_once(desk: Path) -> None:
    for source in SHIPPED:
        kind, name = named_by(source.relative_to(shipped_root()).as_posix()) or (None, "")
        assert kind
        briefgen(desk, "new", kind.word, name, "--from", "shipped")
        assert (desk / kind.path(name)).read_bytes() == source.read_bytes()

    record = read_record(laid_over_shipped(desk), Report())
    assert record == {path.relative_to(shipped_root()).as_posix(): digest(path.read_bytes()) for path in SHIPPED}
    assert {copy.path for copy in load(laid_over_shipped(desk)).value.copies} == set(record)
    done = CliRunner().invoke(main, ["new", "section", "trade", "--from", "shipped", "--workspace", str(desk)])
    assert (done.exit_code, "trade.md.j2 is there already" in done.stderr) == (2, True)


def test_a_list_of_audiences_is_left_to_its_owner_who_is_told(desk: Path) -> None:
    said = briefgen(desk, "new", "audience", "press")

    assert 'to make it with the others, add "press" to audiences in briefgen.toml' in said
    assert "from now on" not in said
    assert "from now on" not in briefgen(desk, "new", "audience", "minister", "--from", "shipped")
    assert "press" not in (desk / "briefgen.toml").read_text(encoding="utf-8")


def test_every_kind_has_its_help_with_an_example() -> None:
    for kind in TemplateKind:
        said = CliRunner().invoke(main, ["new", kind.word, "--help"]).output
        assert f"Examples:\n    briefgen new {kind.word} " in said


@pytest.mark.parametrize("kind", [TemplateKind.SECTION, TemplateKind.PARTIAL])
def test_a_new_section_or_partial_is_written_in_clauses_and_repeated_lines(kind: TemplateKind) -> None:
    text = skeleton(kind, "mine")

    assert "[[" in text
    assert "{% if" not in text
    assert "{% for" not in text


@pytest.mark.parametrize("name", ["one", "2024", "a_b-c", "Ünsere-3", "_"])
def test_a_new_section_makes_a_list_and_a_table_that_a_sentence_mentions(name: str) -> None:
    milestone = "- {id: m, kind: other, title: A milestone, text: Of note, sources: [{ref: ref}]}\n"
    visit = "- {id: v, kind: state, title: A visit, date: 2015-05, sources: [{ref: ref}]}\n"
    files = {
        **BASE, f"{FOLDER}/milestones.yaml": milestone, f"{FOLDER}/visits.yaml": visit,
        "templates/sections/one.md.j2": skeleton(TemplateKind.SECTION, name),
    }  # fmt: skip
    document, said = composed(loaded(Memory({path: text.encode() for path, text in files.items()})), "reader")

    assert [d.code for d in said] == []
    assert {Heading, BulletList, Table} <= {type(block) for block in every_block(document.blocks)}
    assert any("Table 1 lists the visits." in line for line in lines(document))


def test_a_section_is_begun_as_a_copy_of_another_one_that_is_used(desk: Path) -> None:
    assert "a copy of 'trade'" in briefgen(desk, "new", "section", "trade-business", "--from", "trade")
    own = desk / "templates/sections/trade-business.md.j2"
    assert own.read_bytes() == (shipped_root() / "templates/sections/trade.md.j2").read_bytes()
    own.write_text("Our own.\n", "utf-8")
    briefgen(desk, "new", "section", "again", "--from", "trade-business")

    assert (desk / "templates/sections/again.md.j2").read_text("utf-8") == "Our own.\n"
    assert not (desk / "templates/copied.toml").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("section", "mine", "--from", "trad"), "there is no section 'trad' to copy"),
        (("section", "trade", "--from", "products"), "briefgen ships templates/sections/trade.md.j2"),
        (("section", "mine", "--from", "trade", "--diff"), "--diff and --reviewed are about a shipped file"),
    ],
)
def test_what_cannot_be_copied_is_told(arguments: tuple[str, ...], said: str, desk: Path) -> None:
    done = CliRunner().invoke(main, ["new", *arguments, "--workspace", str(desk)])

    assert (done.exit_code, said in done.stderr) == (2, True), done.output
