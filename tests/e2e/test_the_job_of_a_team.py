"""What `briefgen init` lays out for a schedule works as it lies: one script, which every scheduler calls."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import sysconfig
from typing import TYPE_CHECKING

import pytest
import yaml

from briefgen.model.kinds import SHIPPED_KINDS
from e2e.workspace import AUDIENCES, ROOT, briefgen, change

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the job's script is for POSIX shells")
ENDINGS = (".changes.md", ".docx", ".html", ".md", ".pdf")
FAKE_GH = """\
#!/bin/sh
printf '%s\\n' "$*" >>"$GH_LOG"
case "$1 $2" in
"pr list" | "issue list") printf '%s' "${GH_NUMBER:-}" ;;
"run list") printf '7\\n8\\n9\\n' ;;
"run download") [ "$3" = 8 ] ;;
esac
"""


def job(desk: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The script of a workspace, with the Python that runs the tests unless another is named."""
    return subprocess.run(
        ["/bin/sh", str(desk / "schedule/briefs"), *arguments],
        env={**os.environ, "BRIEFGEN_PYTHON": sys.executable, "GITHUB_ACTIONS": "", "GITLAB_CI": "", **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )


def git(folder: Path, *arguments: str) -> str:
    """What git says in a folder; it must go well."""
    own = ("-c", "user.name=desk", "-c", "user.email=desk@example.org", "-c", "init.defaultBranch=main")
    command = [shutil.which("git") or "git", *own, *arguments]
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout


def laid_out(folder: Path, *options: str, audiences: tuple[str, ...] = ("public",)) -> Path:
    """A new workspace that makes briefs for few audiences."""
    done = briefgen(folder, "init", "desk", *options)
    assert done.returncode == 0, done.stderr
    line = f"audiences = {json.dumps(list(AUDIENCES))}"
    change(folder / "desk/briefgen.toml", line, f"audiences = {json.dumps(list(audiences))}")
    return folder / "desk"


def state(desk: Path) -> dict[str, tuple[str, int]]:
    """Files for readers, with what they hold and when they were written."""
    files = [path for path in (desk / "output").rglob("*") if path.name.endswith(ENDINGS)]
    return {f.name: (hashlib.sha256(f.read_bytes()).hexdigest(), f.stat().st_mtime_ns) for f in files}


def test_the_job_passes_in_a_new_workspace_and_a_second_run_touches_nothing(tmp_path: Path) -> None:
    desk = laid_out(tmp_path)
    first = job(desk)
    before = state(desk)
    second = job(desk)

    assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
    assert sorted(before) == [f"public{ending}" for ending in ENDINGS]
    assert state(desk) == before
    assert "as it was: nothing that it is made from has changed" in second.stdout
    kept = sorted(path.name for path in (desk / ".briefgen-job").iterdir())
    assert kept == ["briefs.md", "check.json", "check.md", "check.sarif", "due.md"]
    assert "the review of 'pakistan-belarus' was due 2022-04-01" in (desk / ".briefgen-job/due.md").read_text("utf-8")


@pytest.mark.parametrize(("policy", "code"), [("fail", 8), ("issue", 0), ("tell", 0)])
def test_what_has_grown_old_ends_the_job_as_the_workspace_says(policy: str, code: int, tmp_path: Path) -> None:
    desk = laid_out(tmp_path)
    change(desk / "briefgen.toml", 'on_stale = "issue"', f'on_stale = "{policy}"')
    done = job(desk)

    assert done.returncode == code, done.stderr
    assert sorted(state(desk)) == [f"public{ending}" for ending in ENDINGS]
    assert (desk / ".briefgen-job/due.md").exists() == (policy == "issue")
    assert ('on_stale = "fail"' in done.stderr) == (policy == "fail")


def test_one_slip_is_told_once(tmp_path: Path) -> None:
    desk = laid_out(tmp_path)
    change(desk / "data/pakistan-belarus/milestones.yaml", "date: 1994-02-03", "date: 1994-02-30")
    done = job(desk)
    marked = job(desk, GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY=str(tmp_path / "summary.md"))

    assert (done.returncode, marked.returncode) == (1, 1)
    assert (done.stdout + done.stderr).count("BG110") == 1
    told = "::error file=data/pakistan-belarus/milestones.yaml,line=26,col=9,title=BG110"
    assert marked.stdout.count(told) == 1
    page = (tmp_path / "summary.md").read_text(encoding="utf-8")
    assert page.startswith("## Check of the data\n")
    assert "| `pakistan-belarus` | `public` | **not made** |" in page


def test_each_audience_can_be_made_by_a_run_of_its_own(tmp_path: Path) -> None:
    desk = laid_out(tmp_path, audiences=("public", "minister"))

    assert json.loads(job(desk, "audiences").stdout) == ["minister", "public"]
    assert job(desk, "make", "minister").returncode == 0
    assert sorted(state(desk)) == [f"minister{ending}" for ending in ENDINGS]


def test_a_name_that_would_be_read_as_something_else_ends_the_job(tmp_path: Path) -> None:
    desk = laid_out(tmp_path)
    (desk / "templates/audiences").mkdir()
    shutil.copy(ROOT / "templates/audiences/public.yaml", desk / "templates/audiences/the public.yaml")
    change(desk / "briefgen.toml", '"public"', '"public", "the public"')

    assert (job(desk, "audiences").returncode, job(desk, "gitlab").returncode) == (1, 1)
    assert "rename its file" in job(desk, "audiences").stderr


@pytest.mark.parametrize("how", ["commit", "pull-request"])
def test_what_is_new_goes_to_the_repository_with_the_words_that_changed(how: str, tmp_path: Path) -> None:
    desk, there = laid_out(tmp_path), tmp_path / "there.git"
    git(tmp_path, "init", "--bare", "--initial-branch=main", str(there))
    git(desk, "init", "--initial-branch=main")
    git(desk, "remote", "add", "origin", str(there))
    assert job(desk, "make").returncode == 0
    git(desk, "add", "--all")
    assert ".briefgen" not in git(desk, "ls-files")
    git(desk, "commit", "-m", "All")
    git(desk, "push", "origin", "main")
    assert "no new edition" in job(desk, "edition", how).stdout
    change(desk / "data/pakistan-belarus/relation.yaml", "Pakistan–Belarus relations", "Pakistan and Belarus")
    assert job(desk, "make").returncode == 0
    done = job(desk, "edition", how)

    assert done.returncode == 0, done.stderr
    branch = "main" if how == "commit" else "briefs/edition"
    assert git(there, "log", "-1", "--format=%s", branch).strip() == "New edition of the briefs"
    files = git(there, "show", "--format=", "--name-only", branch).split()
    assert files == [f"output/pakistan-belarus/public{ending}" for ending in ENDINGS]
    text = (desk / ".briefgen-job/edition.md").read_text(encoding="utf-8")
    assert "Pakistan and Belarus" not in text, "what all read repeats no words of a brief"
    assert "M\toutput/pakistan-belarus/public.md" in text
    text = (desk / ".briefgen-job/edition-public.md").read_text(encoding="utf-8")
    assert "\n-Pakistan–Belarus relations" in text
    assert "\n+Pakistan and Belarus" in text
    assert git(desk, "status", "--short", "output") == ""


def test_what_is_new_is_told_for_each_audience_in_a_text_of_its_own(tmp_path: Path) -> None:
    desk, there = laid_out(tmp_path, audiences=("public", "minister")), tmp_path / "there.git"
    git(tmp_path, "init", "--bare", "--initial-branch=main", str(there))
    git(desk, "init", "--initial-branch=main")
    git(desk, "remote", "add", "origin", str(there))
    assert job(desk, "make").returncode == 0
    git(desk, "add", "--all")
    git(desk, "commit", "-m", "All")
    for old, new in (("BLR,PAK,X,37,", "BLR,PAK,X,38,"), ("TURNOVER,52,", "TURNOVER,53,")):
        change(desk / "data/pakistan-belarus/trade.csv", old, new)
    page = tmp_path / "summary.md"
    assert job(desk, "make", "public", GITHUB_STEP_SUMMARY=str(page)).returncode == 0
    news = "now about US$38 million"
    told = page.read_text(encoding="utf-8").replace("\N{NO-BREAK SPACE}", " ")
    assert "\n\n## What is new in pakistan-belarus for public\n" in told
    assert news in told
    assert "The first edition." not in told, "the newest alone"
    assert job(desk, "make").returncode == 0
    environment = _github(tmp_path, "")
    assert job(desk, "edition", "pull-request", **environment).returncode == 0

    texts = {name: (desk / f".briefgen-job/edition-{name}.md").read_text("utf-8") for name in ("public", "minister")}
    assert "OFFICIAL" in texts["minister"]
    assert "OFFICIAL" not in texts["public"]
    assert "OFFICIAL" not in (desk / ".briefgen-job/edition.md").read_text(encoding="utf-8")
    assert all(news in text.replace("\N{NO-BREAK SPACE}", " ") for text in texts.values())
    asked = (tmp_path / "gh.log").read_text(encoding="utf-8").splitlines()
    assert [line for line in asked if line.startswith("pr comment")] == [
        f"pr comment briefs/edition --body-file .briefgen-job/edition-{name}.md" for name in ("minister", "public")
    ]
    git(desk, "reset", "--soft", "HEAD~1")
    again = job(desk, "edition", "pull-request", **environment)
    assert "the request shows it already" in again.stdout
    assert len((tmp_path / "gh.log").read_text(encoding="utf-8").splitlines()) == len(asked)


def test_what_earlier_editions_knew_is_brought_back_from_the_last_run_that_kept_it(tmp_path: Path) -> None:
    desk = laid_out(tmp_path)
    done = job(desk, "recall", "public", **_github(tmp_path, ""))

    assert done.returncode == 0, done.stderr
    asked = (tmp_path / "gh.log").read_text(encoding="utf-8").splitlines()
    assert asked[1:] == [f"run download {number} --name editions-public --dir .briefgen/output" for number in (7, 8)]


@pytest.mark.parametrize(("number", "said"), [("", "pr create --base main"), ("7", "pr edit 7 --body-file")])
def test_on_github_one_request_is_opened_and_kept_up_to_date(number: str, said: str, tmp_path: Path) -> None:
    desk, there = laid_out(tmp_path), tmp_path / "there.git"
    git(tmp_path, "init", "--bare", str(there))
    git(desk, "init", "--initial-branch=main")
    git(desk, "remote", "add", "origin", str(there))
    git(desk, "commit", "--allow-empty", "-m", "Begin")
    (desk / "output/brief.md").write_text("# New\n", encoding="utf-8")
    done = job(desk, "edition", "pull-request", **_github(tmp_path, number))

    assert done.returncode == 0, done.stderr
    assert said in (tmp_path / "gh.log").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("due", "number", "said"),
    [("due\n", "", "issue create"), ("due\n", "3", "issue edit 3"), ("", "3", "issue close 3"), ("", "", "")],
)
def test_on_github_one_issue_says_what_is_due(due: str, number: str, said: str, tmp_path: Path) -> None:
    desk = laid_out(tmp_path)
    (desk / ".briefgen-job").mkdir()
    if due:
        (desk / ".briefgen-job/due.md").write_text(due, encoding="utf-8")
    assert job(desk, "due", **_github(tmp_path, number)).returncode == 0

    asked = (tmp_path / "gh.log").read_text(encoding="utf-8").splitlines()
    assert [line.split(" --")[0] for line in asked] == ["issue list", *([said] if said else [])]


def test_gitlab_gets_a_job_for_each_audience_that_keeps_its_files_alone(tmp_path: Path) -> None:
    desk = laid_out(tmp_path, audiences=("public", "minister"))
    pipeline = yaml.safe_load(job(desk, "gitlab").stdout)

    for name in ("public", "minister"):
        assert pipeline[f"briefs {name}"]["script"] == [f"schedule/briefs make {name}"]
        assert pipeline[f"briefs {name}"]["artifacts"]["paths"] == [f"output/*/{name}.*"]
        assert pipeline[f"briefs {name}"]["cache"]["paths"] == [f".briefgen/output/*/{name}.edition-*.json"]
    assert {what["stage"] for name, what in pipeline.items() if name not in ("default", "stages")} == {
        *pipeline["stages"]
    }
    above = yaml.safe_load((desk / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    assert above["briefs"]["trigger"]["include"] == [{"artifact": ".briefgen-job.yml", "job": "check"}]


def test_the_workflow_runs_the_script_and_keeps_each_audience_apart(tmp_path: Path) -> None:
    desk = laid_out(tmp_path)
    workflow = yaml.safe_load((desk / ".github/workflows/briefs.yml").read_text(encoding="utf-8"))
    jobs = workflow["jobs"]
    kept = {
        step["with"]["name"]: step["with"]["path"]
        for one in jobs.values()
        for step in one["steps"]
        if "upload-artifact" in step.get("uses", "")
    }

    assert workflow["permissions"] == {}
    assert all("permissions" in one for one in jobs.values())
    assert kept["briefs-${{ matrix.audience }}"] == "output/*/${{ matrix.audience }}.*"
    assert kept["editions-${{ matrix.audience }}"] == ".briefgen/output/*/${{ matrix.audience }}.edition-*.json"
    assert "output" not in kept["owners-report"]
    used = [step["uses"] for one in jobs.values() for step in one["steps"] if "uses" in step]
    assert all(len(name.partition("@")[2]) == 40 for name in used)
    done = [step["run"] for one in jobs.values() for step in one["steps"] if "run" in step]
    for what in (
        "check",
        "audiences",
        'recall "$AUDIENCE"',
        'make "$AUDIENCE"',
        'edition "$EDITION"',
        "due",
        "heartbeat",
    ):
        assert sum(f"schedule/briefs {what}" in each for each in done) == 1


def test_the_repository_of_briefgen_runs_the_job_that_teams_get() -> None:
    workflow = yaml.safe_load((ROOT / ".github/workflows/briefs.yml").read_text(encoding="utf-8"))
    steps = [step for one in workflow["jobs"].values() for step in one["steps"]]
    run = "\n".join(step["run"] for step in steps if "run" in step)
    kept = [step["with"] for step in steps if "upload-artifact" in step.get("uses", "")]

    assert workflow[True]["schedule"][0]["cron"].count(" ") == 4  # YAML 1.1 reads the key `on` as a truth value
    assert "workflow_dispatch" in workflow[True]
    assert run.count("-m briefgen init desk-of-a-team") == 2
    for what in ("audiences", "check", 'make "$AUDIENCE"'):
        assert f"desk-of-a-team/schedule/briefs {what}" in run
    assert [one["path"] for one in kept] == ["desk-of-a-team/output/*/${{ matrix.audience }}.*"]


def test_every_other_scheduler_calls_the_same_script() -> None:
    service = (ROOT / "desk/schedule/briefs.service").read_text(encoding="utf-8")
    line = (ROOT / "desk/schedule/crontab").read_text(encoding="utf-8").splitlines()[-1]

    assert "ExecStart=%h/briefs/schedule/briefs\n" in service
    assert line.split()[5:] == ["$HOME/briefs/schedule/briefs"]


def test_editors_know_the_schema_of_every_yaml_file(tmp_path: Path) -> None:
    desk = laid_out(tmp_path)
    known = json.loads((desk / ".vscode/settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    lists = {kind.name: kind for kind in SHIPPED_KINDS.values() if not kind.is_table and not kind.is_folder}

    for name, kind in lists.items():
        assert known[f"templates/schemas/{name}.schema.json"].endswith(f"/{kind.file}")
    assert [path for path in known if not (desk / path).is_file()] == []


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """briefgen, built from this tree."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


ALONE = {"BRIEFGEN_PYTHON": "", "PIP_NO_INDEX": "1", "PYTHONPATH": "", "PYTHONSAFEPATH": "1"}
"""No briefgen but the one that pip installs, and no network."""


def environment_in(folder: Path) -> Path:
    """An empty Python environment with the libraries of the tests, so that none is fetched; its site-packages."""
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    site = folder / f"lib/python{sys.version_info.major}.{sys.version_info.minor}/site-packages"
    (site / "tests.pth").write_text(f"{sysconfig.get_path('purelib')}\n", "utf-8")
    return site


def installed(folder: Path, wheel: Path) -> Path:
    """A workspace for few audiences, laid out by the command that pip installed from the wheel, in an empty folder."""
    environment_in(folder / "tool")
    alone = ("--quiet", "--no-index", "--no-deps")
    command = [str(folder / "tool/bin/python"), "-m", "pip", "install", *alone, str(wheel)]
    subprocess.run(command, check=True, capture_output=True)
    (folder / "empty").mkdir()
    command = [str(folder / "tool/bin/briefgen"), "init", "--wheel", str(wheel)]
    subprocess.run(command, cwd=folder / "empty", env={**os.environ, **ALONE}, check=True, capture_output=True)
    desk = folder / "empty"
    change(desk / "briefgen.toml", f"audiences = {json.dumps(list(AUDIENCES))}", 'audiences = ["public"]')
    return desk


def test_a_wheel_is_installed_by_its_hash_and_no_other(wheel: Path, tmp_path: Path) -> None:
    desk = installed(tmp_path, wheel)
    site = environment_in(desk / ".briefgen-job/venv")
    done = job(desk, "audiences", **ALONE)

    assert (done.returncode, done.stdout) == (0, '["public"]\n'), done.stderr
    assert (site / "briefgen/shipped/desk/schedule/briefs").is_file()
    (desk / "vendor" / wheel.name).write_bytes(wheel.read_bytes() + b"\0")
    change(desk / "schedule/briefgen.txt", "# What", "# Which is what")
    refused = job(desk, "check", **ALONE)
    assert refused.returncode == 70
    assert "THESE PACKAGES DO NOT MATCH THE HASHES" in refused.stderr
    assert "briefgen init --job --wheel" in refused.stderr


def test_with_only_the_wheel_in_an_empty_folder_the_job_does_all_that_it_says(wheel: Path, tmp_path: Path) -> None:
    desk = installed(tmp_path, wheel)
    environment_in(desk / ".briefgen-job/venv")
    first = job(desk, **ALONE)
    before = state(desk)
    second = job(desk, **ALONE)

    assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
    assert sorted(before) == [f"public{ending}" for ending in ENDINGS]
    assert state(desk) == before
    assert "as it was: nothing that it is made from has changed" in second.stdout
    change(desk / "briefgen.toml", 'on_stale = "issue"', 'on_stale = "fail"')
    assert job(desk, "check", **ALONE).returncode == 8

    clone = tmp_path / "clone"
    shutil.copytree(desk, clone, ignore=shutil.ignore_patterns(".briefgen"))
    shutil.copytree(clone / "data/pakistan-belarus", clone / "data/belarus-pakistan")
    shutil.rmtree(clone / "data/pakistan-belarus")
    told = job(clone, "make", **ALONE)
    assert told.returncode == 0, told.stderr
    assert "pakistan-belarus/public: warning[BG608] is in the output" in told.stderr
    assert "| `belarus-pakistan` | `public` | made |" in (clone / ".briefgen-job/briefs.md").read_text("utf-8")
    assert state(clone)["public.pdf"]


def test_a_fault_in_one_template_ends_the_job_with_3_and_makes_the_others(tmp_path: Path) -> None:
    desk = laid_out(tmp_path, audiences=("public", "parliament"))
    done = briefgen(desk, "new", "section", "questions", "--from", "shipped")
    assert done.returncode == 0, done.stderr
    section = desk / "templates/sections/questions.md.j2"
    section.write_text(f"{section.read_text(encoding='utf-8')}\n{{{{ undatet }}}}\n", encoding="utf-8")
    found = job(desk)

    assert found.returncode == 3, found.stderr
    assert (found.stdout + found.stderr).count("error[BG402]") == 1
    assert {name.partition(".")[0] for name in state(desk)} == {"public"}


def test_a_workspace_that_is_there_gets_the_job_and_keeps_what_it_has(tmp_path: Path) -> None:
    desk = laid_out(tmp_path)
    (desk / "README.md").write_text("Ours.\n", encoding="utf-8")
    (desk / "schedule/briefgen.txt").write_text("briefgen==0.0.1\n", encoding="utf-8")
    (desk / ".gitlab-ci.yml").unlink()
    done = briefgen(desk, "init", "--job")

    assert done.returncode == 0, done.stderr
    assert "not as this briefgen lays them out: README.md\n" in done.stdout
    assert (desk / "README.md").read_text(encoding="utf-8") == "Ours.\n"
    assert "briefgen==0.0.1" not in (desk / "schedule/briefgen.txt").read_text(encoding="utf-8")
    assert (desk / ".gitlab-ci.yml").is_file()
    assert os.access(desk / "schedule/briefs", os.X_OK)


def _github(folder: Path, number: str) -> dict[str, str]:
    """An environment like that of a runner, with a `gh` that writes down what it is asked."""
    (folder / "bin").mkdir()
    (folder / "bin/gh").write_text(FAKE_GH, encoding="utf-8")
    (folder / "bin/gh").chmod(0o755)
    return {
        "GITHUB_ACTIONS": "true",
        "GITHUB_REF_NAME": "main",
        "GH_LOG": str(folder / "gh.log"),
        "GH_NUMBER": number,
        "PATH": f"{folder / 'bin'}:{os.environ['PATH']}",
    }
