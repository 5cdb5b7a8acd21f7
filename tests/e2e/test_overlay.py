"""A workspace that holds only what its team changes, through the installed command."""

from __future__ import annotations

import hashlib
import json
import shutil
from typing import TYPE_CHECKING

import pytest

from briefgen.load.settings.copy_record import PATH as RECORD
from e2e.workspace import AUDIENCES, ROOT, briefgen, change, copied

if TYPE_CHECKING:
    from pathlib import Path

OLD_SETTINGS = """\
#:schema templates/schemas/briefgen.schema.json
# Who publishes the briefs, and in which language (BCP 47).
author = ""
language = "en-GB"
"""
TRADE = "templates/sections/trade.md.j2"


def old_workspace(folder: Path) -> Path:
    """A workspace as `init` laid one out before templates were read out of briefgen: a copy of every one."""
    copied(folder)
    (folder / "briefgen.toml").write_text(OLD_SETTINGS, encoding="utf-8")
    return folder


def bare(folder: Path) -> Path:
    """A workspace that is nothing but data."""
    folder.mkdir(exist_ok=True)
    shutil.copytree(ROOT / "data", folder / "data")
    return folder


def made(folder: Path) -> dict[str, str]:
    """What every brief and every trace in the output hashes to."""
    output = folder / "output"
    files = (path for path in output.rglob("*") if path.is_file() and path.name != ".briefgen.lock")
    return {path.relative_to(output).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What a workspace with a copy of every template makes."""
    folder = old_workspace(tmp_path_factory.mktemp("old"))
    done = briefgen(folder, "make", "-f", "all")
    assert done.returncode == 0, done.stderr
    return made(folder)


def test_data_alone_make_the_same_files_as_a_workspace_with_every_template(
    whole: dict[str, str], tmp_path: Path
) -> None:
    folder = bare(tmp_path)
    done = briefgen(folder / "data", "make", "-f", "all")

    assert done.returncode == 0, done.stderr
    assert made(folder) == whole
    assert len([name for name in whole if not name.startswith(".")]) == 15


def test_a_new_workspace_and_a_full_one_make_the_same_files_too(whole: dict[str, str], tmp_path: Path) -> None:
    for name, *options in (("thin",), ("full", "--full")):
        assert briefgen(tmp_path, "init", name, *options).returncode == 0
        assert briefgen(tmp_path / name, "make", "-f", "all").returncode == 0
        for followers in (tmp_path / name / "output").rglob("*.changes.md"):  # which a new workspace asks for
            followers.unlink()
        assert made(tmp_path / name) == whole


def test_a_migrated_workspace_makes_the_same_files(whole: dict[str, str], tmp_path: Path) -> None:
    folder = old_workspace(tmp_path)
    copies = [path for path in (folder / "templates").rglob("*.*") if path.is_file() and path.parent.name != "schemas"]
    listed = briefgen(folder, "migrate", "--dry-run")
    done = briefgen(folder, "migrate")

    assert (listed.returncode, done.returncode) == (0, 0), done.stderr
    assert f"would be taken out, since briefgen ships the same: {len(copies)} files" in listed.stdout
    assert "  templates/sections/trade.md.j2\n" in listed.stdout
    assert [path.name for path in (folder / "templates").iterdir()] == ["schemas"]
    settings = (folder / "briefgen.toml").read_text(encoding="utf-8")
    assert settings == f'{OLD_SETTINGS}audiences = ["business", "minister", "parliament", "public", "researcher"]\n'
    assert briefgen(folder, "migrate").stdout == "nothing to take out: no file here says the same as a shipped one\n"
    assert briefgen(folder, "make", "-f", "all").returncode == 0
    assert made(folder) == whole


def test_one_section_of_ones_own_changes_what_shows_it_and_nothing_else(whole: dict[str, str], tmp_path: Path) -> None:
    folder = bare(tmp_path)
    assert briefgen(folder, "new", "section", "questions", "--from", "shipped").returncode == 0
    change(folder / "templates/sections/questions.md.j2", "## ", "## Our ")
    assert briefgen(folder, "make", "-f", "all").returncode == 0

    changed = {name for name, digest in made(folder).items() if digest != whole[name]}
    assert {name.rpartition("/")[2].partition(".")[0] for name in changed} == {"parliament"}
    assert ">Our Questions" in (folder / "output/pakistan-belarus/parliament.html").read_text(encoding="utf-8")


def test_a_problem_in_a_shipped_file_is_told_as_that_with_its_line_and_the_way_to_change_it(tmp_path: Path) -> None:
    """A section of one's own takes an option away that a shipped audience sets."""
    folder = bare(tmp_path)
    (folder / TRADE).parent.mkdir(parents=True)
    (folder / TRADE).write_text("## Trade\n\nWords.\n", encoding="utf-8")
    place = "briefgen:templates/audiences/public.yaml"
    hint = "to change that file: briefgen new audience public --from shipped"

    human = briefgen(folder, "check", "-a", "public")
    assert human.returncode == 1
    assert f"{place}:29:13: error[BG114] section 'trade' has no option 'years'\n" in human.stderr
    assert "   29 |   - trade: {years: 5, chart: true" in human.stderr
    assert f"; {hint}\n" in human.stderr
    report = json.loads(briefgen(folder, "check", "-a", "public", "--format", "json").stdout)
    found = [d for d in report["diagnostics"] if d["code"] == "BG114"]
    assert {(d["path"], d["line"], d["hint"].endswith(hint)) for d in found} == {(place, 29, True)}
    github = briefgen(folder, "check", "-a", "public", "--format", "github").stdout
    assert f"::error title=BG114 SEC-UNKNOWN::{place}:29:13: " in github


def test_after_an_upgrade_copies_of_what_has_changed_are_told(tmp_path: Path) -> None:
    folder = bare(tmp_path)
    for name in ("trade", "people"):
        assert briefgen(folder, "new", "section", name, "--from", "shipped").returncode == 0
    change(folder / TRADE, "## Trade", "## Our trade")
    assert "BG278" not in briefgen(folder, "check").stderr

    record = folder / RECORD
    digests = record.read_text(encoding="utf-8")
    trade = next(line for line in digests.splitlines() if "trade" in line)
    change(record, trade, f'"sections/trade.md.j2" = "{"0" * 64}"')
    done = briefgen(folder, "check")
    assert f"{TRADE}:1:1: info[BG278] the shipped file has changed since it was copied" in done.stderr
    assert "briefgen new section trade --from shipped --diff" in done.stderr
    assert (
        "your own, copied before the shipped one changed: sections/trade.md.j2" in briefgen(folder, "audiences").stdout
    )

    diff = briefgen(folder, "new", "section", "trade", "--from", "shipped", "--diff")
    assert diff.stdout.startswith(f"--- briefgen:{TRADE}\n+++ {TRADE}\n")
    assert "\n-## Trade\n+## Our trade\n" in diff.stdout
    assert briefgen(folder, "new", "section", "trade", "--from", "shipped", "--reviewed").returncode == 0
    assert record.read_text(encoding="utf-8") == digests
    assert "BG278" not in briefgen(folder, "check").stderr


def test_the_audiences_say_what_is_ones_own(tmp_path: Path) -> None:
    folder = bare(tmp_path)
    last = briefgen(folder, "audiences").stdout.rstrip().splitlines()[-1]
    assert last.startswith("researcher ")
    assert last.endswith("contacts, changes, sources, register")
    for arguments in (("section", "trade"), ("audience", "minister")):
        assert briefgen(folder, "new", *arguments, "--from", "shipped").returncode == 0
    change(folder / "templates/audiences/minister.yaml", "clearance: official", "clearance: public")
    said = briefgen(folder, "audiences").stdout

    assert "made only when named: business, parliament, public, researcher\n" in said
    assert "the same as the shipped, so that briefgen migrate can take them out: 1\n" in said
    assert "your own instead of the shipped: audiences/minister.yaml\n" in said


def test_an_audience_of_ones_own_keeps_the_shipped_ones_from_being_made_and_that_is_said(tmp_path: Path) -> None:
    folder = bare(tmp_path)
    done = briefgen(folder, "new", "audience", "press")

    assert done.returncode == 0
    assert "from now on nothing is made unasked for: business, minister, parliament, public, researcher" in done.stdout
    assert 'audiences = ["business", "minister", "parliament", "press", "public", "researcher"]' in done.stdout
    assert briefgen(folder, "make").returncode == 0
    assert [path.name for path in (folder / "output/pakistan-belarus").iterdir()] == ["press.pdf"]


def test_a_trace_leads_to_the_data_of_a_workspace_without_templates(tmp_path: Path) -> None:
    folder = bare(tmp_path)
    assert briefgen(folder, "make", "-a", "minister").returncode == 0
    done = briefgen(folder, "trace", "output/pakistan-belarus/minister.pdf", "50.2")

    assert done.returncode == 0, done.stderr
    assert "data/pakistan-belarus/trade.csv:" in done.stdout


def test_a_checkout_of_briefgen_is_whole_by_itself() -> None:
    refused = briefgen(ROOT, "migrate")
    copy = briefgen(ROOT, "new", "section", "trade", "--from", "shipped")

    assert (refused.returncode, copy.returncode) == (2, 2)
    assert "this is a checkout of briefgen: its templates are what is shipped" in refused.stderr
    assert f"change {TRADE} itself" in copy.stderr
    assert "the same as the shipped" not in briefgen(ROOT, "audiences").stdout
    assert len(AUDIENCES) == len(list((ROOT / "templates/audiences").iterdir()))
