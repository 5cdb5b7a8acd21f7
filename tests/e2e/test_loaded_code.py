"""A run loads the code of the formats that are asked for, and no other."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from briefgen.model.formats import FORMATS, PAGED, in_making_order
from e2e.workspace import ROOT
from samples.composing import BASE

if TYPE_CHECKING:
    from pathlib import Path

SECOND = ROOT / "tests/relations/india-czechia"
NESTED = {"eml": ("pdf", "html")}
"""Formats whose files a file of another one holds."""
ASKED = """
import sys
from briefgen.cli import main
from briefgen.pipeline import Order, check, make
from briefgen.world import Disk
from pathlib import Path

fit = sys.argv[4] == "fit"
if sys.argv[2] == "nothing":
    check(Disk(Path(sys.argv[1])), Order(fit=fit))
else:
    make(Disk(Path(sys.argv[1])), Order(audiences=("public",), formats=(sys.argv[2],), output=sys.argv[3], fit=fit))
print(*sorted(sys.modules))
"""


def loaded(name: str, folder: Path, fit: str) -> set[str]:
    """The modules that a run in a process of its own loads."""
    command = [sys.executable, "-c", ASKED, str(ROOT), name, str(folder), fit]
    return set(subprocess.run(command, capture_output=True, text=True, check=True).stdout.split())


def halves(modules: set[str]) -> set[str]:
    return {
        f"{floor}.{name}"
        for name in FORMATS
        for floor in ("render", "reading")
        if f"briefgen.{floor}.{name}" in modules
    }


@pytest.mark.parametrize("name", ["nothing", *FORMATS])
def test_only_the_halves_that_are_asked_for_are_loaded(name: str, tmp_path: Path) -> None:
    modules = loaded(name, tmp_path, "whole")

    made = {form.name for form in in_making_order([name])} if name in FORMATS else set()
    read = {name, *NESTED.get(name, ())} & set(FORMATS)
    assert halves(modules) == {f"render.{one}" for one in made} | {f"reading.{one}" for one in read}
    assert "docx" not in modules  # opens a team's own file, of which there is none


@pytest.mark.parametrize("name", ["nothing", "html"])
def test_a_limit_of_pages_is_measured_by_the_writer_of_the_format_that_has_pages(name: str, tmp_path: Path) -> None:
    more = halves(loaded(name, tmp_path, "fit")) - halves(loaded(name, tmp_path, "whole"))

    assert more == {f"render.{PAGED.name}"}


HELD = """
import sys
from briefgen.cli import commands, entry_point
from briefgen.cli.commands import {command}
from briefgen.batch import CrewOfRun, {held}, shared_libraries

before = set(sys.modules)
{then}
print(*sorted(set(sys.modules) - (before if {only_new} else set())))
"""


def loaded_after(held: str, then: str, command: str = "make", *, only_new: bool = True) -> set[str]:
    """The modules that a process loads after one was forked from the other, or those from before it too."""
    code = HELD.format(held=held, then=then, command=command, only_new=only_new)
    return set(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split())


def test_what_makes_briefs_holds_no_loader_and_no_rule_and_loads_nothing_a_second_time() -> None:
    reads = loaded_after("forked_worker", "import briefgen.pipeline.six_stages")
    makes = loaded_after("forked_worker", "from briefgen.batch import worker; worker.load(['pdf', 'docx'])")

    holds = loaded_after("forked_worker", "from briefgen.batch import worker; worker.load(['pdf'])", only_new=False)

    assert not {name for name in holds if name.startswith(("briefgen.load", "briefgen.validate", "briefgen.view"))}
    assert {"briefgen.load", "briefgen.validate", "briefgen.view", "briefgen.publish.gate"} <= reads
    assert {"briefgen.compose", "briefgen.render.pdf"} <= makes
    assert not {name for name in reads if name.startswith(("briefgen.compose", "briefgen.render"))}
    assert {name for name in reads & makes if name.partition(".")[0] in {"briefgen", "babel"}} == set()
    assert not {"babel.dates", "babel.numbers"} & (holds | makes)  # which read a language: its words are kept


COMPILED = """
import re
from briefgen.batch import worker
from jinja2.lexer import integer_re
from markdown_it.common.html_re import HTML_TAG_RE

print(*(isinstance(pattern, re.Pattern) for pattern in (integer_re, HTML_TAG_RE)))
"""


def test_what_makes_briefs_compiles_no_pattern_of_its_libraries_before_one_is_used() -> None:
    said = subprocess.run([sys.executable, "-c", COMPILED], capture_output=True, text=True, check=True)

    assert said.stdout == "False False\n"


def loaded_by_command(*arguments: str, workspace: Path | None = ROOT) -> set[str]:
    """The modules that a command loads in the process it is called in; what it forks says nothing here."""
    where = ["--workspace", str(workspace)] if workspace else []
    command = [sys.executable, "-X", "importtime", "-m", "briefgen", *arguments, *where]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stderr
    return {line.rpartition("|")[2].strip() for line in said.splitlines() if line.startswith("import time:")}


def small_workspace(folder: Path) -> Path:
    """With one section and one audience."""
    for path, text in (BASE | {"templates/sections/one.md.j2": "{{ title }}\n"}).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


@pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux alone")
def test_make_and_check_fork_what_makes_their_briefs_before_they_read(tmp_path: Path) -> None:
    asked = (
        "make",
        "-a",
        "public",
        "-f",
        "html",
        "--output",
        str(tmp_path / "made"),
        "--internal",
        str(tmp_path / "own"),
    )
    first, again = loaded_by_command(*asked, "--strict"), loaded_by_command(*asked)
    own = small_workspace(tmp_path / "workspace")
    checked, of_own = loaded_by_command("check"), loaded_by_command("check", workspace=own)

    for modules in (first, again, checked, of_own):
        assert "briefgen.batch.forked_worker" in modules
        assert not modules & {"briefgen.batch.spawned_worker", "briefgen.compose", "briefgen.render"}
    assert "briefgen.batch.forked_worker" not in loaded_by_command(*asked)


def test_the_mark_of_the_code_is_found_without_what_takes_long_to_load() -> None:
    asked = "import sys; from briefgen.pipeline import code_digest; code_digest(); print(*sys.modules)"
    said = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)

    assert "briefgen.pipeline.fingerprint" in said.stdout.split()
    assert "importlib.metadata" not in said.stdout.split()


WHAT_FEW_HAVE = {
    "briefgen.load.kinds.declared_kinds", "briefgen.load.kinds.kind_shapes", "briefgen.load.styles.house_yaml",
    "briefgen.load.facts.prose_files", "briefgen.model.values.prose_grammar", "briefgen.view.series.series_by_period",
}  # fmt: skip
"""Kinds and a house style of one's own, prose, and figures beyond trade."""
WHAT_FEW_ASK_FOR = {
    "briefgen.diagnostics.advice", "briefgen.diagnostics.printers.as_github", "briefgen.diagnostics.printers.as_json",
    "briefgen.diagnostics.printers.as_markdown", "briefgen.diagnostics.printers.as_sarif", "click.shell_completion",
    "briefgen.load.shapes.amount_hints", "difflib",
}  # fmt: skip
"""Reports for machines and servers, names for a shell, and what a slip may have meant."""


def test_a_small_workspace_without_a_slip_loads_nothing_that_few_have_or_ask_for(tmp_path: Path) -> None:
    own = small_workspace(tmp_path / "workspace")

    for asked in ("check", "make"):
        assert loaded_by_command(asked, workspace=own) & (WHAT_FEW_HAVE | WHAT_FEW_ASK_FOR) == set()
    assert WHAT_FEW_HAVE - {"briefgen.load.styles.house_yaml"} <= loaded_by_command("check", workspace=SECOND)


OF_THE_ENVIRONMENT = {"_distutils_hack", "imported package", "org", "pytz", "sitecustomize"}
"""What is loaded, or looked for, only because it is installed beside briefgen."""
SELDOM_NEEDED = {
    "asyncio", "concurrent.futures", "email", "http", "importlib.metadata", "logging", "multiprocessing", "secrets",
    "sqlite3", "ssl", "unittest", "urllib.request", "xml.sax",
}  # fmt: skip
"""Of the standard library: each takes some milliseconds of every command that loads it."""
OUTSIDE = {"babel", "click", "yaml"}


@pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux alone")
@pytest.mark.parametrize(
    ("asked", "outside", "most"),
    [("--version", {"click"}, 8), ("check", OUTSIDE, 428), ("make", OUTSIDE, 428), ("worker", None, 420)],
)
def test_a_command_loads_no_more_than_it_needs(asked: str, outside: set[str] | None, most: int, tmp_path: Path) -> None:
    """The bounds lie a little above what is so: whoever meets one loads later what few commands need, or raises it."""
    where = ("-a", "public", "-f", "pdf", "--force", "--output", str(tmp_path), "--internal", str(tmp_path / "own"))
    match asked:
        case "--version":
            modules = loaded_by_command(asked, workspace=None)
        case "worker":
            load = "from briefgen.batch import worker; worker.load(['pdf'])"
            modules = loaded_after("forked_worker", load, only_new=False)
        case _:
            modules = loaded_by_command(asked, *(where if asked == "make" else ()))

    ours = sorted(name for name in modules if name.partition(".")[0] == "briefgen")
    others = {name.partition(".")[0] for name in modules} - sys.stdlib_module_names - OF_THE_ENVIRONMENT - {"briefgen"}
    assert outside is None or {name for name in others if not name.startswith("_")} == outside
    assert outside is None or modules & SELDOM_NEEDED == set()
    assert len(ours) <= most, "\n".join(ours)
