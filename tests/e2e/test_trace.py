"""`briefgen trace`, through the installed command: on a file, on one that was mailed, and on all."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from e2e.workspace import AUDIENCES, briefgen, change, copied

if TYPE_CHECKING:
    from pathlib import Path

OUT, OWN = "output/pakistan-belarus", ".briefgen/output/pakistan-belarus"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = copied(tmp_path_factory.mktemp("made"))
    done = briefgen(folder, "make", "-f", "all")
    assert done.returncode == 0, done.stderr
    return folder


@pytest.mark.parametrize("ending", ["pdf", "docx", "html", "trace.json"])
def test_a_figure_leads_to_file_line_reference_and_quote(made: Path, ending: str) -> None:
    done = briefgen(made, "trace", f"{OWN if ending == 'trace.json' else OUT}/minister.{ending}", "50.2")

    assert done.returncode == 0, done.stderr
    assert "about US$50 million  = 50,200,000 USD [50,150,000 to 50,250,000]" in done.stdout.replace("\u00a0", " ")
    assert "data/pakistan-belarus/trade.csv:2:" in done.stdout
    assert 'raza-nawaz-2021, "as of 2019 has been about $50.2 million"' in done.stdout
    assert "all with their origin" in done.stdout
    assert done.stderr == ""


def test_a_derived_figure_tells_its_formula_and_all_its_rows(made: Path) -> None:
    done = briefgen(made, "trace", f"{OUT}/researcher.pdf", "22 million")

    assert "formula: exports of BLR - exports of PAK" in done.stdout
    assert "trade-2020-pak-blr" in done.stdout
    assert "trade-2020-blr-pak" in done.stdout


def test_a_mailed_file_tells_without_a_workspace(made: Path, tmp_path: Path) -> None:
    shutil.copy(made / OUT / "minister.docx", tmp_path / "from the minister.docx")
    done = briefgen(tmp_path, "trace", "from the minister.docx", "29 %")

    assert done.returncode == 0, done.stderr
    assert "data/pakistan-belarus/trade.csv  trade-2020-pak-blr" in done.stdout


def test_a_file_of_an_earlier_edition_says_that_the_lines_are_those_of_today(made: Path, tmp_path: Path) -> None:
    folder = copied(tmp_path)
    path = folder / "data/pakistan-belarus/trade.csv"
    header, first, *rest = path.read_text(encoding="utf-8").split("\n")
    path.write_text("\n".join([header, *rest[:-1], first, ""]), encoding="utf-8")
    shutil.copy(made / OUT / "minister.pdf", folder / "old.pdf")
    done = briefgen(folder, "trace", "old.pdf", "50.2")

    assert "data/pakistan-belarus/trade.csv:8:" in done.stdout
    assert "no sidecar of this edition" in done.stderr


def test_the_summary_counts_every_brief(made: Path) -> None:
    done = briefgen(made, "trace", "--summary")
    rows = [line.split() for line in done.stdout.splitlines()[1:]]

    assert done.returncode == 0
    assert [row[0] for row in rows] == [*(f"{OWN}/{name}.trace.json" for name in AUDIENCES), "all"]
    assert all(row[1] == row[2] and row[3:] == ["(100", "%)"] for row in rows)
    assert sum(int(row[1]) for row in rows[:-1]) == int(rows[-1][1]) > 300


def test_the_summary_leaves_out_what_nobody_makes_any_more_and_names_it(made: Path, tmp_path: Path) -> None:
    folder = tmp_path / "desk"
    shutil.copytree(made, folder)
    (folder / "briefgen.toml").write_text('audiences = ["minister", "public"]\n', encoding="utf-8")
    shutil.copytree(folder / "data/pakistan-belarus", folder / "data/another")
    assert briefgen(folder, "make", "another", "-a", "public", "-f", "html").returncode == 0
    shutil.rmtree(folder / "data/another")
    change(folder / "data/pakistan-belarus/relation.yaml", "Belarus relations}", "Belarus ties}")
    assert briefgen(folder, "make", "-a", "public", "-f", "html").returncode == 0
    done = briefgen(folder, "trace", "--summary")

    rows = [line.split()[0] for line in done.stdout.splitlines()[1:]]
    assert rows == [*(f"{OWN}/{name}.trace.json" for name in ("minister", "public")), "all"]
    gone = ["another/public", *(f"pakistan-belarus/{name}" for name in ("business", "parliament", "researcher"))]
    assert all(name in done.stderr.splitlines()[0] for name in gone)
    older = done.stderr.splitlines()[1]
    assert "of an earlier edition" in older
    assert f"{OUT}/public.docx" in older
    assert f"{OUT}/public.pdf" in older
    assert f"{OUT}/public.html" not in older
    assert "briefgen make --prune" in done.stderr


def test_a_figure_without_an_origin_is_told_and_ends_with_exit_code_1(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    change(folder / "templates/sections/forums.md.j2", "## Forums", "Since 1999.\n\n## Forums")
    made = briefgen(folder, "make", "-a", "researcher", "-f", "html")
    done = briefgen(folder, "trace", "--summary")
    shown = briefgen(folder, "trace", f"{OUT}/researcher.html", "1999")

    assert "warning[BG275] the figure 1999 is typed into the template" in made.stderr
    assert done.returncode == shown.returncode == 1
    assert "no origin" in shown.stdout


def test_json_is_for_programs(made: Path) -> None:
    done = briefgen(made, "trace", f"{OUT}/minister.pdf", "50.2", "--format", "json")
    [figure] = json.loads(done.stdout)["figures"]

    assert (figure["value"], figure["low"], figure["unit"]) == ("50200000", "50150000", "USD")
    assert figure["causes"][0]["line"] == 2
    assert "Raza" in figure["causes"][0]["sources"][0]["entry"]


def test_a_brief_in_markdown_is_not_asked_but_its_sidecar_or_another_format(made: Path, tmp_path: Path) -> None:
    briefgen(made, "make", "-a", "public", "-f", "md")
    shutil.copy(made / OUT / "public.md", tmp_path / "mailed.md")
    here, there = briefgen(made, "trace", f"{OUT}/public.md"), briefgen(tmp_path, "trace", "mailed.md")

    assert here.returncode == there.returncode == 2
    assert here.stderr.splitlines() == [
        f"error: {OUT}/public.md: no origins travel in Markdown",
        f"      hint: trace {OWN}/public.trace.json, or the PDF, DOCX, HTML or mail of the same edition",
    ]
    assert "hint: trace its sidecar (mailed.trace.json), or the PDF, DOCX, HTML or mail of" in there.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("trace",), 2, "name the file to trace"),
        (("trace", "none.pdf"), 2, "there is no file none.pdf"),
        (("trace", "data/pakistan-belarus/trade.csv"), 2, "is no brief"),
        (("trace", "data/pakistan-belarus/relation.yaml"), 2, "ends in .pdf, .docx, .html, .eml or .trace.json"),
        (("trace", f"{OUT}/minister.pdf", "123456"), 1, "nothing in"),
        (("trace", "--summary", "--output", "elsewhere"), 2, "there are no briefs in elsewhere/"),
    ],
)
def test_what_cannot_be_told_is_said(made: Path, arguments: tuple[str, ...], code: int, message: str) -> None:
    done = briefgen(made, *arguments)

    assert done.returncode == code
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_it_tells_so_from_within_the_owners_folder_too(made: Path) -> None:
    done = briefgen(made / ".briefgen/output/pakistan-belarus", "trace", "--fact", "trade-2019-turnover")

    assert done.returncode == 0, done.stderr
    assert "\n../../../output/pakistan-belarus/minister (docx, html, pdf; " in done.stdout


def test_a_fact_tells_which_briefs_lean_on_it_and_where(made: Path) -> None:
    done = briefgen(made, "trace", "--fact", "trade-2019-turnover")

    assert done.returncode == 0, done.stderr
    said = done.stdout.replace("\u00a0", " ")
    assert said.startswith("data/pakistan-belarus/trade.csv:2:1  trade-2019-turnover (fact)\n")
    assert f"\n{OUT}/minister (docx, html, pdf; as of 23 April 2021" in said
    assert all(f"\n{OUT}/{audience} (" in said for audience in AUDIENCES)
    assert "    key figure: " in said
    assert "        about US$50 million\n" in said
    assert "in 5 of 5 briefs" in said.splitlines()[-1]


def test_a_source_tells_the_facts_that_cite_it_and_those_that_no_brief_shows(made: Path, tmp_path: Path) -> None:
    done = briefgen(made, "trace", "--fact", "belarusdigest-best-friend", "--format", "json")

    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    [record] = told["records"]
    assert (record["kind"], record["file"]) == ("reference", "data/pakistan-belarus/references.json")
    assert "blr-food" in record["cited_by"]
    by = {fact for brief in told["briefs"] for piece in brief["pieces"] for fact in piece["by"]}
    assert "blr-food" in by
    assert {brief["brief"] for brief in told["briefs"]} == {f"{OUT}/{audience}" for audience in AUDIENCES}

    folder = copied(tmp_path)
    assert briefgen(folder, "make", "-a", "minister", "-f", "html").returncode == 0
    done = briefgen(folder, "trace", "--fact", "raza-nawaz-2021")
    assert "(html; as of 23 April 2021" in done.stdout
    assert "no brief shows what these say: " in done.stdout
    assert "textile-forum" in done.stdout.splitlines()[-1]


def test_what_nothing_leans_on_is_told_so_and_what_is_not_there_with_what_was_meant(made: Path, tmp_path: Path) -> None:
    folder = copied(tmp_path)
    assert briefgen(folder, "make", "-a", "minister", "-f", "html").returncode == 0
    done = briefgen(folder, "trace", "--fact", "textile-forum")
    assert done.returncode == 0
    assert done.stdout.splitlines()[-1] == "it stands behind no text in any of 1 brief"

    done = briefgen(made, "trace", "--fact", "textile-form")
    assert done.returncode == 2
    assert "did you mean 'textile-forum'?" in done.stderr
    done = briefgen(made, "trace", f"{OUT}/minister.pdf", "--fact", "textile-forum")
    assert (done.returncode, "--fact looks through all briefs" in done.stderr) == (2, True)
