"""Several processes make the briefs of a run: what they make is the same, and no loss of one is anybody's loss."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from functools import partial
from typing import TYPE_CHECKING

import psutil
import pytest

from briefgen.batch.many_cores import fresh_interpreter, helper_crew
from briefgen.batch.many_cores.helper_crew import Helpers
from briefgen.pipeline import Made, Order, make
from briefgen.world import laid_over_shipped
from e2e.workspace import COMMAND, briefgen
from samples.many_relations import HIDDEN, OF_READERS, READERS, many_relations, slug
from samples.process_memory import holds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from briefgen.batch.many_cores.helper_handle import HelperHandle
    from briefgen.pipeline import Event, Result
    from briefgen.pipeline.sharing import BriefToMake

RELATIONS = 8
BRIEFS = [(slug(one), reader) for one in range(RELATIONS) for reader in READERS]
ORDER = Order(audiences=READERS, formats=("md",))
posix = pytest.mark.skipif(sys.platform == "win32", reason="signals are of POSIX systems")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace of which nothing was made."""
    return many_relations(tmp_path_factory.mktemp("many") / "desk", RELATIONS)


@pytest.fixture(scope="module")
def alone(desk: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What one process makes of it."""
    folder = shutil.copytree(desk, tmp_path_factory.mktemp("alone") / "desk")
    make(laid_over_shipped(folder), ORDER)
    return left_in(folder)


def left_in(folder: Path) -> dict[str, bytes]:
    """Every file that a run leaves, but for what it remembers of times."""
    tops = (folder / "output", folder / ".briefgen")
    paths = [path for top in tops for path in top.rglob("*") if path.is_file() and path.suffix != ".lock"]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths if path.parent.name != "runs"}


def shared_out(
    folder: Path, number: int, note: Callable[[Event, Helpers], None] = lambda _event, _crew: None
) -> Result:
    """A run of so many helpers."""
    with Helpers(number, ORDER.formats) as crew:
        return make(laid_over_shipped(folder), ORDER, lambda event: note(event, crew), crew=crew)


@pytest.mark.parametrize("jobs", ["1", "2", "4"])
def test_any_number_of_jobs_leaves_the_same_files_and_says_the_same(
    jobs: str, desk: Path, alone: dict[str, bytes], tmp_path: Path
) -> None:
    folder = shutil.copytree(desk, tmp_path / "desk")

    made = briefgen(folder, "make", *OF_READERS, "-f", "md", "--jobs", jobs, "--log", "json")
    told = [json.loads(line) for line in made.stdout.splitlines()]

    assert made.returncode == 0, made.stderr
    assert [(line["relation"], line["audience"]) for line in told if line.get("event") == "brief"] == BRIEFS
    assert left_in(folder) == alone


@posix
def test_jobs_that_let_all_others_go_first_make_every_brief(
    desk: Path, alone: dict[str, bytes], tmp_path: Path
) -> None:
    """Two programs that never rest, and jobs of a low rank: it takes long by the clock, and nothing else."""
    folder = shutil.copytree(desk, tmp_path / "desk")
    busy = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(2)]
    try:
        made = subprocess.run(
            [*COMMAND, "make", *OF_READERS, "-f", "md", "--jobs", "2"],
            cwd=folder, capture_output=True, text=True, check=False, timeout=300, preexec_fn=partial(os.nice, 10),
        )  # fmt: skip
    finally:
        for each in busy:
            each.kill()
            each.wait()

    assert made.returncode == 0, made.stderr
    assert left_in(folder) == alone


@pytest.mark.parametrize("jobs", ["1", "3"])
def test_check_says_the_same_with_any_number_of_jobs(jobs: str, desk: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(desk, tmp_path / "desk")
    section = folder / "templates/sections/story.md.j2"
    section.write_text(section.read_text(encoding="utf-8") + "\n{{ nobody }}\n", encoding="utf-8")

    whole = briefgen(folder, "check", "--format", "json", "--all")
    shared = briefgen(folder, "check", "--format", "json", "--all", "--jobs", jobs)

    assert "nobody" in whole.stdout
    assert (shared.returncode, shared.stdout) == (whole.returncode, whole.stdout)


def test_briefs_that_are_made_in_another_order_are_the_same_and_told_in_theirs(
    desk: Path, alone: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def shuffled(briefs: Sequence[BriefToMake], _number: int) -> Iterator[Sequence[int]]:
        return ((at * 7 % len(briefs),) for at in range(len(briefs)))

    monkeypatch.setattr(helper_crew, "_bundles", shuffled)
    folder = shutil.copytree(desk, tmp_path / "desk")
    result = shared_out(folder, 2)

    assert [(made.relation, made.audience) for made in result.briefs] == BRIEFS
    assert left_in(folder) == alone


def test_what_a_killed_helper_had_in_hand_is_done_again(desk: Path, alone: dict[str, bytes], tmp_path: Path) -> None:
    folder = shutil.copytree(desk, tmp_path / "desk")
    killed: list[int] = []

    def kill(event: Event, crew: Helpers) -> None:
        if isinstance(event, Made) and not killed:
            first = next(helper for helper in crew._running if helper.pending)
            killed.append(process_of(first).pid)
            process_of(first).kill()

    result = shared_out(folder, 2, kill)

    assert killed
    assert not result.report.has_errors
    assert left_in(folder) == alone


def test_a_brief_that_ends_its_helper_each_time_is_told_and_all_others_are_made(
    desk: Path, alone: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin, _, rest = fresh_interpreter._START.partition("    from importlib")
    spoilt = (
        "    import os; from briefgen.pipeline.one_brief import BriefRun; leave = BriefRun._sound\n"
        f"    BriefRun._sound = lambda it: os._exit(9) if it.relation.slug == {slug(3)!r} else leave(it)\n"
    )
    monkeypatch.setattr(fresh_interpreter, "_START", f"{begin}{spoilt}    from importlib{rest}")
    folder = shutil.copytree(desk, tmp_path / "desk")
    result = shared_out(folder, 2)

    assert [(one.relation, one.audience) for one in result.briefs if one.failed] == [
        (slug(3), name) for name in READERS
    ]
    told = [told for told in result.report.diagnostics if told.code == "BG900"]
    assert [one.message for one in told] == [
        f"making '{name}' of '{slug(3)}' failed inside briefgen: exit status 9" for name in READERS
    ]
    assert {path: data for path, data in alone.items() if path.startswith("output/") and slug(3) not in path} == {
        path: data for path, data in left_in(folder).items() if path.startswith("output/")
    }


def test_a_template_that_never_ends_is_stopped_and_the_rest_is_made(desk: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(desk, tmp_path / "desk")
    (folder / "briefgen.toml").write_text("[limits]\nsection_seconds = 1\n", encoding="utf-8")
    (folder / "templates/sections/endless.md.j2").write_text(
        "---\nabout: Endless.\n---\n{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}\n",
        encoding="utf-8",
    )
    reader = folder / "templates/audiences/reader.yaml"
    reader.write_text(reader.read_text(encoding="utf-8") + "  - endless\n", encoding="utf-8")

    made = briefgen(folder, "make", slug(0), slug(1), *OF_READERS, "-f", "md", "--jobs", "2")

    assert made.returncode == 3
    assert "error[BG405]" in made.stderr
    assert {path.stem for path in (folder / "output").rglob("*.md")} == {"insider"}


@pytest.mark.skipif(sys.platform != "linux", reason="the memory of a process is read as Linux shows it")
def test_what_is_hidden_is_in_no_process_that_runs_templates(desk: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(desk, tmp_path / "desk")
    looked_at: dict[str, bool] = {}

    def look(event: Event, crew: Helpers) -> None:
        if isinstance(event, Made) and not looked_at:
            helper = process_of(next(helper for helper in crew._running if helper.pending))
            looked_at["helper"] = holds(helper, HIDDEN)
            looked_at["worker"] = any(holds(worker, HIDDEN) for worker in helper.children(recursive=True))
            assert helper.children()

    shared_out(folder, 2, look)

    assert looked_at == {"helper": True, "worker": False}


@posix
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_run_that_is_stopped_leaves_no_process_and_the_next_one_ends_its_work(
    how: signal.Signals, desk: Path, alone: dict[str, bytes], tmp_path: Path
) -> None:
    folder = shutil.copytree(desk, tmp_path / "desk")
    command = [*COMMAND, "make", *OF_READERS, "-f", "md", "--jobs", "2"]
    run = subprocess.Popen(
        command, cwd=folder, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    while not any((folder / "output").rglob("*.md")):
        assert run.poll() is None
        time.sleep(0.01)
    others = psutil.Process(run.pid).children(recursive=True)
    if how is signal.SIGINT:
        os.killpg(run.pid, how)  # as a terminal does
    else:
        run.send_signal(how)
    run.wait(30)
    _, alive = psutil.wait_procs(others, timeout=20)
    again = briefgen(folder, *command[len(COMMAND) :])

    assert others
    assert not alive
    assert again.returncode == 0, again.stderr
    assert left_in(folder) == alone


def process_of(helper: HelperHandle) -> psutil.Process:
    return psutil.Process(helper._process.pid)
