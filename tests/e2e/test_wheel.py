"""The wheel alone is enough: installed into an empty place, `briefgen init` and `make` work there."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


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
    shipped = {p.relative_to(ROOT).as_posix() for top in ("data", "templates") for p in (ROOT / top).rglob("*.*")}

    assert all(top.startswith("briefgen/") for top in tops)
    assert "briefgen/py.typed" in names
    assert packed == shipped


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


def test_installed_from_the_wheel_a_new_folder_makes_its_briefs(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "site"), "PYTHONSAFEPATH": "1"}
    desk = tmp_path / "desk"
    desk.mkdir()

    def briefgen(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "briefgen", *arguments]
        return subprocess.run(command, cwd=desk, env=environment, capture_output=True, text=True, check=False)

    where = [sys.executable, "-c", "import briefgen; print(briefgen.__file__)"]
    found = subprocess.run(where, cwd=desk, env=environment, capture_output=True, text=True, check=True).stdout
    assert found.startswith(str(tmp_path / "site"))

    assert briefgen("init").returncode == 0
    done = briefgen("make", "--format", "pdf")
    assert done.returncode == 0, done.stderr
    assert len(list((desk / "output").rglob("*.pdf"))) == 5
