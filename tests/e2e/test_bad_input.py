"""Whatever a user does wrong ends in messages with a place and a next step, and leaves what was there."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from e2e.workspace import briefgen, change, copied

if TYPE_CHECKING:
    from pathlib import Path

DATA, SECTIONS, AUDIENCES = "data/pakistan-belarus", "templates/sections", "templates/audiences"

FAULTS = {
    "unknown field": (
        f"{DATA}/visits.yaml",
        "  date: 2015-05\n",
        "  dates: 2015-05\n",
        f"{DATA}/visits.yaml:6:3: error[BG106] a visit has no field 'dates'",
        "did you mean 'date'?",
    ),
    "bad date": (
        f"{DATA}/milestones.yaml",
        "date: 1994-02-03",
        "date: 3rd Feb 1994",
        f"{DATA}/milestones.yaml:26:9: error[BG110] '3rd Feb 1994': not a date briefgen can read",
        "write 1994-02-03",
    ),
    "impossible day": (
        f"{DATA}/milestones.yaml",
        "date: 1994-02-03",
        "date: 1994-02-30",
        f"{DATA}/milestones.yaml:26:9: error[BG110] '1994-02-30': 1994-02 has no day 30",
        "write 2015-05-29",
    ),
    "bad number": (
        f"{DATA}/trade.csv",
        "X,15.1,about",
        "X,many,about",
        f"{DATA}/trade.csv:3:",
        "write digits and at most one point",
    ),
    "semicolons": (
        f"{DATA}/trade.csv",
        "id,seed,period,exporter,importer,flow,value,op,half_unit,scale,currency,reporter,valuation,year_basis,worded_as,status,topics,sources,quote,inferred,note,ignore",
        "id;seed;period",
        f"{DATA}/trade.csv:1: error[BG107] the column 'currency' is missing",
        "add it to the header line",
    ),
    "unknown section": (
        f"{AUDIENCES}/minister.yaml",
        "  - sensitivities",
        "  - sensitivites",
        f"{AUDIENCES}/minister.yaml:40:5: error[BG114] there is no section 'sensitivites'",
        "did you mean 'sensitivities'?",
    ),
    "unknown option": (
        f"{AUDIENCES}/minister.yaml",
        "{major: true, most: 12, rank: 8}",
        "{mayor: true, most: 12, rank: 8}",
        f"{AUDIENCES}/minister.yaml:46:16: error[BG114] section 'timeline' has no option 'mayor'",
        "did you mean 'major'?",
    ),
    "unknown topic": (
        f"{AUDIENCES}/public.yaml",
        "topics: [defence]",
        "topics: [defense]",
        f"{AUDIENCES}/public.yaml:10:12: error[BG109] 'defense' is not one of the known words",
        "did you mean 'defence'?",
    ),
    "undefined variable": (
        f"{SECTIONS}/timeline.md.j2",
        "if every|count > 1 }}",
        "if evrey|count > 1 }}",
        f"{SECTIONS}/timeline.md.j2:28:6: error[BG402] there is no value or function 'evrey'",
        None,
    ),
    "unknown field of a value": (
        f"{SECTIONS}/forums.md.j2",
        "{{ forum.name }}",
        "{{ forum.nmae }}",
        f"{SECTIONS}/forums.md.j2:9:79: error[BG402] a forum has no field 'nmae'",
        "did you mean 'name'?",
    ),
    "unknown filter": (
        f"{SECTIONS}/agreements.md.j2",
        "one.kind|label",
        "one.kind|lable",
        f"{SECTIONS}/agreements.md.j2:",
        "did you mean 'label'?",
    ),
    "broken table": (
        f"{SECTIONS}/agreements.md.j2",
        "| --- | --- | --- | --- |",
        "| --- | --- | --- |",
        f"{SECTIONS}/agreements.md.j2:22:1: error[BG403] this line of the table has 3 cells, its head has 4 cells",
        "the same number of cells",
    ),
    "open tag": (
        f"{SECTIONS}/agreements.md.j2",
        "{% endcall %}",
        "",
        f"{SECTIONS}/agreements.md.j2:",
        None,
    ),
    "not utf-8": (
        f"{DATA}/forums.yaml",
        "# Business",
        "# Business \udcff",
        f"{DATA}/forums.yaml:2:12: error[BG102] is not UTF-8: byte 0xFF",
        "save the file as UTF-8",
    ),
    "broken json": (
        f"{DATA}/references.json",
        '"id": "raza-nawaz-2021",',
        '"id": "raza-nawaz-2021"',
        f"{DATA}/references.json:4:5: error[BG104] is not well-formed JSON",
        "mend the spot",
    ),
    "dangling source": (
        f"{DATA}/forums.yaml",
        "ref: raza-nawaz-2021",
        "ref: raza-nawas-2021",
        f"{DATA}/forums.yaml:10:7: error[BG213] there is no reference 'raza-nawas-2021'",
        "did you mean 'raza-nawaz-2021'?",
    ),
    "unknown country": (
        f"{DATA}/memberships.yaml",
        "parties: [PAK, BLR]",
        "parties: [PAK, BYL]",
        f"{DATA}/memberships.yaml:5:",
        None,
    ),
    "flows that do not add up": (
        f"{DATA}/trade.csv",
        "TURNOVER,50.2,",
        "TURNOVER,50.9,",
        f"{DATA}/trade.csv:2:",
        None,
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_told_with_its_place_and_the_next_step(fault: str, tmp_path: Path) -> None:
    file, old, new, message, hint = FAULTS[fault]
    folder = copied(tmp_path)
    if "\udcff" in new:
        path = folder / file
        path.write_bytes(path.read_bytes().replace(old.encode(), new.encode("utf-8", "surrogateescape"), 1))
    else:
        change(folder / file, old, new)
    done = briefgen(folder, "check")

    assert done.returncode == 1, done.stderr
    assert message in done.stderr
    assert hint is None or hint in done.stderr
    assert "Traceback" not in done.stderr


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    wanted = []
    for name in ("unknown field", "bad date", "unknown section", "broken json", "unknown topic"):
        file, old, new, message, _ = FAULTS[name]
        change(folder / file, old, new)
        wanted.append(message)
    done = briefgen(folder, "check")

    assert done.returncode == 1
    assert [message for message in wanted if message not in done.stderr] == []


def test_a_fault_leaves_the_last_edition_untouched(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    assert briefgen(folder, "make").returncode == 0
    before = {path: path.read_bytes() for path in (folder / "output").rglob("*.pdf")}
    change(folder / DATA / "milestones.yaml", "date: 1994-02-03", "date: 1994-02-31")
    done = briefgen(folder, "make")

    assert done.returncode == 1
    assert {path: path.read_bytes() for path in (folder / "output").rglob("*.pdf")} == before


def test_a_template_fault_spares_the_audiences_that_do_not_use_it(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    change(folder / SECTIONS / "questions.md.j2", "{{ undated|map", "{{ undatet|map")
    done = briefgen(folder, "make")

    assert done.returncode == 3, done.stderr
    made = sorted(path.name for path in (folder / "output" / "pakistan-belarus").iterdir())
    assert made == ["business.pdf", "minister.pdf", "public.pdf", "researcher.pdf"]
    assert "not made: pakistan-belarus/parliament" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("make", "pakistan-belaruss"), "there is no relation 'pakistan-belaruss'"),
        (("make", "-a", "ministers"), "there is no audience 'ministers'"),
    ],
)
def test_an_unknown_name_on_the_command_line_is_told_with_a_suggestion(
    arguments: tuple[str, ...], message: str, tmp_path: Path
) -> None:
    done = briefgen(copied(tmp_path), *arguments)

    assert done.returncode == 1
    assert message in done.stderr
    assert "did you mean" in done.stderr


@pytest.mark.parametrize("arguments", [("make", "-f", "odt"), ("make", "--as-of", "yesterday"), ("mak",)])
def test_wrong_usage_ends_with_2(arguments: tuple[str, ...], tmp_path: Path) -> None:
    assert briefgen(copied(tmp_path), *arguments).returncode == 2


def test_a_folder_that_is_no_workspace_is_told_what_to_do(tmp_path: Path) -> None:
    done = briefgen(tmp_path, "make")

    assert done.returncode == 2
    assert "briefgen init" in done.stderr


def test_output_that_cannot_be_written_ends_with_5(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    (folder / "taken").write_text("a file where the folder should be", encoding="utf-8")
    done = briefgen(folder, "make", "--output", "taken")

    assert done.returncode == 5, done.stderr
    assert "Traceback" not in done.stderr


def test_a_second_run_in_the_same_folder_ends_with_6(tmp_path: Path) -> None:
    from filelock import FileLock

    folder = copied(tmp_path)
    (folder / "output").mkdir()
    with FileLock(folder / "output" / ".briefgen.lock"):
        done = briefgen(folder, "make")

    assert done.returncode == 6, done.stderr


def test_deep_nesting_is_a_limit_and_ends_with_7(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    (folder / DATA / "forums.yaml").write_text("[" * 100_000, encoding="utf-8")
    done = briefgen(folder, "check")

    assert done.returncode == 7, done.stderr
    assert "forums.yaml:1:25: error[BG103] is nested deeper than 24 levels" in done.stderr


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [("milestones.yaml", "date: 1994-02-03", "date: 1994-02-31"), ("relation.yaml", "as_of: 2021", "as_off: 2021")],
)
def test_a_broken_relation_spares_the_others(file: str, old: str, new: str, tmp_path: Path) -> None:
    folder = copied(tmp_path)
    shutil.copytree(folder / DATA, folder / "data" / "other-pair")
    change(folder / DATA / file, old, new)
    done = briefgen(folder, "make", "-a", "public")

    assert done.returncode == 3, done.stderr
    assert [path.as_posix() for path in (folder / "output").rglob("*.pdf")] == [
        (folder / "output/other-pair/public.pdf").as_posix()
    ]
    assert "not made: pakistan-belarus/public" in done.stderr


def test_a_relation_that_was_not_asked_for_says_nothing(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    shutil.copytree(folder / DATA, folder / "data" / "other-pair")
    change(folder / DATA / "milestones.yaml", "date: 1994-02-03", "date: 1994-02-31")
    done = briefgen(folder, "make", "other-pair", "-a", "public")

    assert done.returncode == 0, done.stderr
    assert "1994-02-31" not in done.stderr
