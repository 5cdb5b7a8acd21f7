"""A workspace over what briefgen ships: its own files first, and nothing but templates from beneath."""

from __future__ import annotations

import errno
import sys
from pathlib import Path
from typing import NoReturn

import pytest

from briefgen.diagnostics import Place, Report
from briefgen.load import load
from briefgen.load.nodes.file_names import names_in
from briefgen.load.styles.style_lookup import read_default, read_named
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.model.template_files import TemplateKind, named_by
from briefgen.records import replace
from briefgen.render import sample_house
from briefgen.world import NOTHING, Disk, Memory, Overlay, is_source, laid_over_shipped, packaged, shipped_root
from briefgen.world import disk as world_module
from samples.relation_files import MINIMAL

LINKS = pytest.mark.skipif(sys.platform == "win32", reason="links want rights there that not everybody has")
SECTION = "templates/sections/trade.md.j2"
SHIPPED = {
    SECTION: b"shipped",
    "templates/sections/visits.md.j2": b"shipped",
    "templates/styles/house.yaml": b"the default written out",
    "data/a-b/relation.yaml": b"shipped",
    "briefgen.toml": b"shipped",
}


def overlay(own: dict[str, bytes]) -> Overlay[Memory]:
    """A workspace in memory over some shipped files."""
    return Overlay(Memory(own), Memory(SHIPPED))


def test_a_file_of_ones_own_takes_the_place_of_the_shipped_one() -> None:
    world = overlay({SECTION: b"own", "templates/sections/more.md.j2": b"own"})

    assert world.read(SECTION, 99) == b"own"
    assert world.read("templates/sections/visits.md.j2", 99) == b"shipped"
    assert world.list("templates/sections") == ["more.md.j2", "trade.md.j2", "visits.md.j2"]
    assert [world.is_shipped(f"templates/sections/{name}.md.j2") for name in ("more", "trade", "visits", "none")] == [
        False,
        False,
        True,
        False,
    ]
    assert world.shipped.read(SECTION, 99) == b"shipped"


@pytest.mark.parametrize("path", ["data/a-b/relation.yaml", "briefgen.toml", "templates", "templates/../briefgen.toml"])
def test_nothing_but_templates_is_read_from_beneath(path: str) -> None:
    world = overlay({})

    assert not world.is_there(path)
    assert not world.is_shipped(path)
    assert world.list("data") == world.list("templates") == []
    with pytest.raises(FileNotFoundError):
        world.read(path, 99)


def test_all_writing_and_removing_is_done_in_the_workspace() -> None:
    shipped = Memory(SHIPPED)
    world = Overlay(Memory({}), shipped)
    world.replace(SECTION, b"own")
    assert (world.read(SECTION, 99), world.own.files) == (b"own", {SECTION: b"own"})
    world.remove(SECTION)

    assert world.read(SECTION, 99) == b"shipped"
    assert shipped.files == SHIPPED
    with pytest.raises(FileNotFoundError):
        world.remove(SECTION)


def test_a_bare_world_is_laid_over_nothing(tmp_path: Path) -> None:
    for bare in (Disk(tmp_path), Memory({})):
        assert bare.shipped is NOTHING
        assert not bare.is_shipped(SECTION)


@LINKS
@pytest.mark.parametrize("broken", ["templates", "templates/sections", SECTION])
def test_a_link_to_nothing_is_no_absence(broken: str, tmp_path: Path) -> None:
    (tmp_path / broken).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / broken).symlink_to(tmp_path / "nowhere")
    world = Overlay(Disk(tmp_path), Memory(SHIPPED))

    if broken == SECTION:
        assert not world.is_shipped(SECTION)
        with pytest.raises(FileNotFoundError):
            world.read(SECTION, 99)
    else:
        with pytest.raises(FileNotFoundError):
            world.list("templates/sections")


@pytest.mark.parametrize("broken", ["templates", "templates/sections"])
def test_a_file_in_the_place_of_a_folder_is_no_absence(broken: str, tmp_path: Path) -> None:
    (tmp_path / broken).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / broken).write_bytes(b"x")

    for own in (Disk(tmp_path), Memory({broken: b"x"})):
        with pytest.raises((NotADirectoryError, FileNotFoundError)):
            Overlay(own, Memory(SHIPPED)).list("templates/sections")


def test_a_folder_that_may_not_be_entered_is_no_absence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system's refusal is put in its place: to the owner of a machine, as CI may be, all is open."""
    (tmp_path / "templates/sections").mkdir(parents=True)
    (tmp_path / SECTION).write_bytes(b"own")

    def refuse(path: Path | str, **_: object) -> NoReturn:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(Path, "lstat", refuse)
    monkeypatch.setattr(world_module, "_open_regular", refuse)
    world = Overlay(Disk(tmp_path), Memory(SHIPPED))

    assert not world.is_shipped(SECTION)
    with pytest.raises(PermissionError):
        world.read(SECTION, 99)


def test_of_two_names_that_differ_in_capitals_ones_own_is_told() -> None:
    report = Report()
    world = overlay({"templates/sections/Trade.md.j2": b"own"})

    assert names_in(world, "templates/sections", ".md.j2", report) == ["trade", "visits"]
    assert [(d.code, d.place.path) for d in report.diagnostics] == [("BG122", "templates/sections/Trade.md.j2")]


def test_a_house_style_of_ones_own_goes_before_the_shipped_one_whatever_its_ending() -> None:
    report = Report()
    assert read_default(overlay({}), report) is DEFAULT_STYLE
    assert read_named(overlay({}), "house", Place("x"), report) is DEFAULT_STYLE

    letter = replace(DEFAULT_STYLE, page=replace(DEFAULT_STYLE.page, width_mm=215.9, height_mm=279.4))
    own = {
        "templates/styles/house.docx": sample_house(letter, "en-GB"),
        "templates/styles/house.yaml": b"page: {width_mm: 215.9, height_mm: 279.4}\n",
    }
    for path, data in own.items():
        world = overlay({path: data})
        for found in (read_default(world, Report()), read_named(world, "house", Place("x"), report)):
            assert found
            assert found.page.width_mm == pytest.approx(215.9, abs=0.1)
    assert [d.code for d in report.diagnostics] == []


def test_what_is_shipped_is_found_and_a_checkout_is_whole_by_itself(tmp_path: Path) -> None:
    root = shipped_root()

    assert (root / "templates/sections/trade.md.j2").is_file()
    assert laid_over_shipped(tmp_path).is_shipped(SECTION)
    if is_source(root):
        world = laid_over_shipped(root)
        assert world.is_there(SECTION)
        assert not world.is_shipped(SECTION)
        assert load(world).value.copies == ()


def test_what_is_shipped_answers_as_any_folder_does_and_lets_nobody_out() -> None:
    shipped, plain = packaged(), Disk(shipped_root())
    names = plain.list("templates/sections")
    paths = [f"templates/sections/{name}" for name in (*names, "none.md.j2", "deeper/none.md.j2")]

    assert shipped.list("templates/sections") == names != []
    assert [shipped.is_there(path) for path in paths] == [plain.is_there(path) for path in paths]
    assert list(shipped.stamps(paths)) == list(plain.stamps(paths))
    assert shipped.read(paths[0], 10**6) == plain.read(paths[0], 10**6)
    for path in (paths[-1], "templates/../pyproject.toml", "templates/sections/../../data/people.yaml"):
        with pytest.raises(OSError, match=r"No such file|leads out of"):
            shipped.read(path, 9)


@LINKS
def test_templates_that_a_link_leads_to_are_not_read(tmp_path: Path) -> None:
    (tmp_path / "templates").symlink_to(shipped_root() / "templates")

    assert not is_source(tmp_path)
    with pytest.raises(OSError, match="a link leads out of templates"):
        laid_over_shipped(tmp_path).read(SECTION, 99)


@LINKS
@pytest.mark.parametrize(
    ("link", "target", "fence"),
    [
        ("templates/sections/own.md.j2", "../../data/x-y/trade.csv", "templates"),
        ("templates/sections/own.md.j2", "chain", "templates"),
        ("templates/styles/own.yaml", "../../briefgen.toml", "templates"),
        ("data/x-y/visits.yaml", "../people.yaml", "data/x-y"),
        ("data/x-y/visits.yaml", "../../templates/sections/real.md.j2", "data/x-y"),
        ("data/people.yaml", "../briefgen.toml", "data"),
        ("kinds/own.yaml", "../data/people.yaml", "kinds"),
    ],
)
def test_what_really_lies_elsewhere_is_not_read(link: str, target: str, fence: str, tmp_path: Path) -> None:
    for name in ("data/x-y/trade.csv", "data/people.yaml", "templates/sections/real.md.j2", "briefgen.toml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"words")
    (tmp_path / "templates/sections/chain").symlink_to("../../data/x-y/trade.csv")
    (tmp_path / link).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / link).unlink(missing_ok=True)
    (tmp_path / link).symlink_to(target)

    assert Disk(tmp_path).is_there(link)
    with pytest.raises(OSError, match=f"a link leads out of {fence}"):
        Disk(tmp_path).read(link, 99)


@LINKS
def test_a_link_within_a_folder_is_followed_and_so_is_one_above_the_workspace(tmp_path: Path) -> None:
    (tmp_path / "real/templates/sections").mkdir(parents=True)
    (tmp_path / "real" / SECTION).write_bytes(b"own")
    (tmp_path / "real/templates/sections/same.md.j2").symlink_to(Path(SECTION).name)
    (tmp_path / "named").symlink_to("real")
    world = Disk(tmp_path / "named")

    assert world.read("templates/sections/same.md.j2", 99) == b"own"
    assert world.list("templates/sections") == ["same.md.j2", Path(SECTION).name]


@LINKS
def test_a_folder_that_leads_elsewhere_is_not_listed(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/sections").symlink_to("/etc")

    with pytest.raises(OSError, match="a link leads out of templates"):
        Disk(tmp_path).list("templates/sections")


@LINKS
def test_nothing_is_written_or_taken_away_where_it_would_not_be_read(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/own.md.j2").write_bytes(b"kept")
    for name in ("templates/sections", "output"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).symlink_to(tmp_path / "elsewhere")

    with pytest.raises(OSError, match="a link leads out of templates"):
        Disk(tmp_path).replace("templates/sections/own.md.j2", b"x")
    with pytest.raises(OSError, match="a link leads out of templates"):
        Disk(tmp_path).remove("templates/sections/own.md.j2")
    Disk(tmp_path).replace("output/brief.pdf", b"brief")

    assert sorted(path.name for path in (tmp_path / "elsewhere").iterdir()) == ["brief.pdf", "own.md.j2"]
    assert (tmp_path / "elsewhere/own.md.j2").read_bytes() == b"kept"


def test_what_was_checked_is_what_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between the look at the names and the opening, somebody puts a link in a folder's place."""
    (tmp_path / "templates/sections").mkdir(parents=True)
    (tmp_path / SECTION).write_bytes(b"own")
    (tmp_path / "data/sections").mkdir(parents=True)
    (tmp_path / "data/sections" / Path(SECTION).name).write_bytes(b"hidden")

    def changed(path: str) -> int:
        (tmp_path / "templates/sections").rename(tmp_path / "templates/old")
        (tmp_path / "templates/sections").symlink_to("../data/sections")
        return opened(path)

    opened = world_module._open_regular
    monkeypatch.setattr(world_module, "_open_regular", changed)

    with pytest.raises(OSError, match="a link leads out of templates"):
        Disk(tmp_path).read(SECTION, 99)


def test_a_workspace_says_what_it_reads_out_of_briefgen() -> None:
    own = {path: text.encode() for path, text in MINIMAL.items()}
    workspace = load(Overlay(Memory(own), Memory(SHIPPED | {SECTION: b"Shipped.\n"}))).value

    assert SECTION in workspace.shipped
    assert "templates/sections/empty.md.j2" not in workspace.shipped
    assert set(workspace.sections) == {"empty", "trade", "visits"}
    assert workspace.style is DEFAULT_STYLE


@pytest.mark.parametrize("kind", TemplateKind)
def test_a_path_tells_its_kind_and_name(kind: TemplateKind) -> None:
    assert named_by(kind.path("a-name")) == (kind, "a-name")
    assert named_by(f"{kind.folder}/.hidden{kind.endings[0]}") is None
    assert named_by(f"{kind.folder}/deeper/a{kind.endings[0]}") is None
    assert named_by(f"{kind.folder}/a.txt") is None
