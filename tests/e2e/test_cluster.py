"""Briefs that machines of a Dask cluster make are those that this one makes: here a cluster of two on this machine."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from importlib.util import find_spec
from typing import TYPE_CHECKING

import psutil
import pytest

from briefgen.pipeline import Order, code_digest, make
from briefgen.world import laid_over_shipped
from e2e.workspace import COMMAND, briefgen
from samples.many_relations import HIDDEN, OF_READERS, READERS, many_relations
from samples.process_memory import holds
from samples.running_cluster import RunningCluster, running_cluster

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

if not find_spec("distributed"):
    WHY = "the extra 'cluster' is not installed"
    if os.environ.get("CI"):
        pytest.fail(WHY, pytrace=False)
    pytest.skip(WHY, allow_module_level=True)

RELATIONS = 4
MADE = ("make", *OF_READERS, "-f", "md", "--scheduler")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return many_relations(tmp_path_factory.mktemp("many") / "desk", RELATIONS)


@pytest.fixture(scope="module")
def alone(desk: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What one process makes."""
    folder = shutil.copytree(desk, tmp_path_factory.mktemp("alone") / "desk")
    make(laid_over_shipped(folder), Order(audiences=READERS, formats=("md",)))
    return left_in(folder)


@pytest.fixture(scope="module")
def cluster() -> Iterator[RunningCluster]:
    """A scheduler with two workers."""
    with running_cluster() as found:
        yield found


def left_in(folder: Path) -> dict[str, bytes]:
    """Every file that a run leaves, but for what it remembers of times."""
    tops = (folder / "output", folder / ".briefgen")
    paths = [path for top in tops for path in top.rglob("*") if path.is_file() and path.suffix != ".lock"]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths if path.parent.name != "runs"}


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_cluster_makes_the_same_files(
    jobs: str, cluster: RunningCluster, desk: Path, alone: dict[str, bytes], tmp_path: Path
) -> None:
    folder = shutil.copytree(desk, tmp_path / "desk")

    made = briefgen(folder, *MADE, cluster.address, "--jobs", jobs)

    assert made.returncode == 0, made.stderr
    assert left_in(folder) == alone


@pytest.mark.skipif(sys.platform != "linux", reason="the memory of a process is read as Linux shows it")
def test_what_is_hidden_reaches_no_machine_of_the_cluster(cluster: RunningCluster, desk: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(desk, tmp_path / "desk")

    assert briefgen(folder, *MADE, cluster.address).returncode == 0
    workers = [psutil.Process(pid) for pid in cluster.workers]
    walled = [below for worker in workers for below in worker.children(recursive=True)]
    assert any(holds(one, "The head visits") for one in walled)  # what is shown was there
    assert not any(holds(one, HIDDEN) for one in (*workers, *walled))


def test_what_a_lost_machine_had_in_hand_is_done_again(desk: Path, alone: dict[str, bytes], tmp_path: Path) -> None:
    folder = shutil.copytree(desk, tmp_path / "desk")
    with running_cluster() as cluster:
        run = subprocess.Popen(
            [*COMMAND, *MADE, cluster.address], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
        )
        while not any((folder / "output").rglob("*.md")):
            assert run.poll() is None
            time.sleep(0.05)
        psutil.Process(cluster.workers[0]).kill()
        _, said = run.communicate(timeout=120)

    assert run.returncode == 0, said
    assert left_in(folder) == alone


def test_machines_with_other_code_are_refused_and_both_codes_are_named(desk: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(desk, tmp_path / "desk")
    with running_cluster(code="0.0-other") as cluster:
        made = briefgen(folder, *MADE, cluster.address)

    assert made.returncode == 71
    assert "error[BG811]" in made.stderr
    assert "its code is 0.0-other" in made.stderr
    assert code_digest() in made.stderr
    assert not list((folder / "output").rglob("*.md"))


def test_a_scheduler_that_is_not_there_is_told(desk: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(desk, tmp_path / "desk")

    made = briefgen(folder, *MADE, "tcp://127.0.0.1:9")

    assert made.returncode == 71
    assert "error[BG810]" in made.stderr


@pytest.mark.parametrize("address", ["tcp://192.0.2.1:8786", "cluster:8786", "ws://127.0.0.1:8786"])
def test_an_address_that_others_could_listen_to_is_wrong_usage(address: str, desk: Path) -> None:
    refused = briefgen(desk, *MADE, address)

    assert refused.returncode == 2
    assert address in refused.stderr
