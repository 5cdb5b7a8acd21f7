"""The wheel alone is enough: installed into an empty place, `briefgen init` and `make` work there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from e2e.workspace import change

ROOT = Path(__file__).parents[2]
SHIPPED = ("data", "desk", "templates")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_the_code_the_templates_and_the_example_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    tops = {"/".join(name.split("/")[:2]) for name in names if "dist-info" not in name}
    packed = {name.removeprefix("briefgen/shipped/") for name in names if name.startswith("briefgen/shipped/")}
    shipped = {p.relative_to(ROOT).as_posix() for top in SHIPPED for p in (ROOT / top).rglob("*") if p.is_file()}

    assert all(top.startswith("briefgen/") for top in tops)
    assert "briefgen/py.typed" in names
    assert packed == shipped


def test_the_wheel_holds_the_code_of_every_shipped_template_and_the_installed_package_finds_it(
    wheel: Path, installed: Installed
) -> None:
    made = [name for name in zipfile.ZipFile(wheel).namelist() if name.startswith("briefgen/made_templates/")]
    asked = """
from briefgen.compose import sources_of
from briefgen.compose.source.made_code import made_code
from briefgen.load import load
from briefgen.world import laid_over_shipped
from pathlib import Path
workspace = load(laid_over_shipped(Path())).value
sources = sources_of(workspace.sections, workspace.partials)
print(len(sources), [name for name, source in sources.items() if made_code(name, source) is None])
"""

    assert len(made) == len(list((ROOT / "templates").rglob("*.j2")))
    assert installed.run("-c", asked).stdout == f"{len(made)} []\n"


def test_the_wheel_holds_the_fonts_their_licences_and_the_notice(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    fonts = [path for path in (ROOT / "src/briefgen/render/fonts").rglob("*") if path.is_file()]
    notices = [ROOT / "LICENSE", ROOT / "NOTICE", *(path for path in fonts if path.name == "OFL.txt")]
    folder = next(name.split("/")[0] for name in archive.namelist() if ".dist-info/" in name)

    assert len(fonts) == 10
    for path in fonts:
        assert archive.read(path.relative_to(ROOT / "src").as_posix()) == path.read_bytes()
    for path in notices:
        assert archive.read(f"{folder}/licenses/{path.relative_to(ROOT).as_posix()}") == path.read_bytes()


@dataclass(frozen=True)
class Installed:
    """The wheel, unpacked into a place of its own, and a folder to work in."""

    site: Path
    desk: Path

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """The installed command in the folder."""
        environment = {**os.environ, "PYTHONPATH": str(self.site), "PYTHONSAFEPATH": "1"}
        command = [sys.executable, *arguments]
        return subprocess.run(command, cwd=self.desk, env=environment, capture_output=True, text=True, check=False)

    def briefgen(self, *arguments: str) -> str:
        """What a command that goes well prints."""
        done = self.run("-m", "briefgen", *arguments)
        assert done.returncode == 0, done.stderr
        return done.stdout + done.stderr

    def pages(self) -> dict[str, str]:
        """The briefs as web pages, by audience."""
        return {path.stem: path.read_text(encoding="utf-8") for path in (self.desk / "output").rglob("*.html")}


@pytest.fixture
def installed(wheel: Path, tmp_path: Path) -> Installed:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    (tmp_path / "desk").mkdir()
    found = Installed(tmp_path / "site", tmp_path / "desk")
    where = found.run("-c", "import briefgen; print(briefgen.__file__)").stdout
    assert where.startswith(str(found.site))
    return found


def test_installed_from_the_wheel_a_new_folder_makes_its_briefs(installed: Installed) -> None:
    installed.briefgen("init")
    installed.briefgen("make", "--format", "pdf")

    assert len(list((installed.desk / "output").rglob("*.pdf"))) == 5


def test_who_changes_one_section_gets_every_other_from_the_package_and_its_upgrades(installed: Installed) -> None:
    installed.briefgen("init")
    installed.briefgen("make", "-f", "html")
    before = installed.pages()
    installed.briefgen("new", "section", "trade", "--from", "shipped")
    assert "briefgen migrate" in installed.briefgen("check")
    change(installed.desk / "templates/sections/trade.md.j2", "## Trade", "## Our trade")
    installed.briefgen("make", "-f", "html")
    after = installed.pages()
    changed = {name for name in after if after[name] != before[name]}
    assert changed == {name for name in after if ">Our trade<" in after[name]}
    assert changed >= {"business", "minister"}

    upgraded = installed.site / "briefgen/shipped/templates/sections"
    change(upgraded / "trade.md.j2", "## Trade", "## Commerce")
    change(upgraded / "people_meet.md.j2", "\n## ", "\n## Newly: ")
    said = installed.briefgen("check")
    assert "templates/sections/trade.md.j2:1:1: info[BG278] the shipped file has changed since it was copied" in said
    diff = installed.briefgen("new", "section", "trade", "--from", "shipped", "--diff")
    assert "\n-## Commerce\n+## Our trade\n" in diff
    assert installed.briefgen("migrate").startswith("nothing to take out")
    installed.briefgen("make", "-f", "html")
    assert not any(">Commerce<" in page for page in installed.pages().values())
    assert ">Newly: " in installed.pages()["public"]


def test_a_checkout_is_no_workspace_of_copies_for_an_installed_briefgen_either(installed: Installed) -> None:
    shutil.copytree(ROOT / "src/briefgen/world", installed.desk / "src/briefgen/world")
    for name in ("data", "templates"):
        shutil.copytree(ROOT / name, installed.desk / name)
    done = installed.run("-m", "briefgen", "migrate")

    assert (done.returncode, "this is a checkout of briefgen" in done.stderr) == (2, True)
    assert "BG279" not in installed.briefgen("check")
